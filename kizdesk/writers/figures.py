"""Draw figures: SVG to PNG at 300 dots per inch, with our own typeface whatever the machine has."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kizdesk.places import resources_dir

if TYPE_CHECKING:
    import typst

DOTS_PER_INCH = 300
STANDARD_WIDTH_MM = 160
_REMEMBERED = 48
"""Drawn figures that stay in memory: about 150 kB each."""
_WIDTH = re.compile(r'<svg\b[^>]*?\swidth="(\d+(?:\.\d+)?)mm"')
_PAGE = """#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Liberation Sans")
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1mm)
"""

Draw = Callable[[str], bytes]


def drawer(fonts: Path | None = None) -> Draw:
    """Return a function from SVG to PNG; the typeface is read once."""
    folder = fonts or resources_dir() / "word" / "fonts"
    compiler = _compiler(folder)

    def draw(svg: str) -> bytes:
        inputs = {"svg": svg, "width": str(width_mm(svg))}
        drawn = compiler.compile(_PAGE.encode(), format="png", ppi=DOTS_PER_INCH, sys_inputs=inputs)
        return _only(drawn)

    return draw


def drawer_when_needed() -> Draw:
    """Return a function from SVG to PNG that reads its typeface only when there is a figure.

    What it drew it remembers as long as the program runs, so that the next export draws only what changed. It lays
    nothing down on the disk: what a protected project shows does not belong there.
    """
    return _remembering()


@cache
def _remembering() -> Draw:
    prepared, alone = cache(drawer), Lock()

    @lru_cache(maxsize=_REMEMBERED)
    def draw(svg: str) -> bytes:
        with alone:
            return prepared()(svg)

    return draw


def once(draw: Draw) -> Draw:
    """Return a function that draws the same figure only once."""
    return cache(draw)


def width_mm(svg: str) -> float:
    """Return the width an SVG gives itself in millimetres, or that of a text column."""
    found = _WIDTH.search(svg[:2000])
    return float(found.group(1)) if found else STANDARD_WIDTH_MM


def _compiler(fonts: Path) -> typst.Compiler:
    """Load the compiler late: a start of the program that draws nothing does not wait for it."""
    library = import_module("typst")
    typefaces = library.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    compiler: typst.Compiler = library.Compiler(font_paths=typefaces)
    return compiler


def _only(drawn: bytes | list[bytes] | None) -> bytes:
    if isinstance(drawn, bytes):
        return drawn
    if drawn and len(drawn) == 1:
        return drawn[0]
    raise ValueError("a figure was not drawn on exactly one page")
