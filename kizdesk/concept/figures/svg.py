"""Write SVG text with few, escaped elements."""

from __future__ import annotations

import re

from kizdesk.concept.german import shortened
from kizdesk.domain.texts import clean

FONT = "Source Sans 3"
"""One family without alternatives: QtSvg takes a list of families for the name of one."""
INK = "#1a1a1a"
MUTED = "#4d4d4d"
LINE = "#333333"
PALETTE = ("#f4f6f8", "#d3dfe9", "#a3bed3", "#6f97b6")
"""From light to dark: told apart in black and white too, and dark letters stay readable on all of them."""
PAPER = "#ffffff"
STATES = {
    "erteilt": "#2b7a4b",
    "gilt_fort": "#69ad84",
    "zu_frueherer_fassung": "#b5dcc2",
    "bedingt": "#e3a335",
    "angefragt": "#9fbac5",
    "ueberfaellig": "#e07f3c",
    "abgelehnt": "#a8261e",
    "vertagt": "#c3b7d6",
    "offen": "#e3e7ea",
}
"""Grounds of states; each state has a sign of its own as well."""
_ROOM = 120
"""Letters of a line of text; more have no room in any picture."""
_MARKUP = re.compile(r'[&<>"\n\r\t]')
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = _ESCAPED | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def tag(name: str, content: str = "", **attributes: object) -> str:
    """Return an element; underscores in attribute names become hyphens, content must be escaped already."""
    spelled = "".join([f" {key.replace('_', '-')}={_quoted(value)}" for key, value in attributes.items()])
    return f"<{name}{spelled}>{content}</{name}>" if content else f"<{name}{spelled}/>"


def _quoted(value: object) -> str:
    text = _value(value)
    return f'"{text.translate(_QUOTED) if _MARKUP.search(text) else text}"'


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def text(x: float, y: float, words: str, size: float, **attributes: object) -> str:
    """Return a line of text, without characters that XML forbids."""
    filled = {"fill": INK, "font_size": size, **attributes}
    return tag("text", shortened(clean(words), _ROOM).translate(_ESCAPED), x=x, y=y, **filled)


def document(width: float, height: float, title: str, parts: list[str]) -> str:
    """Return a whole picture with its title for screen readers."""
    head = tag("title", clean(title).translate(_ESCAPED))
    box = f"0 0 {_value(float(width))} {_value(float(height))}"
    background = tag("rect", width=float(width), height=float(height), fill="#ffffff")
    return tag(
        "svg",
        "\n".join([head, background, *parts]),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=box,
        width=float(width),
        height=float(height),
        font_family=FONT,
        role="img",
    )


def width_of(words: str, size: float) -> float:
    """Return about how wide a line of text is."""
    narrow = sum(char in "iltfrjI.,-()' " for char in words)
    wide = sum(char in "mwMW" for char in words)
    return size * (0.54 * (len(words) - narrow - wide) + 0.3 * narrow + 0.82 * wide)
