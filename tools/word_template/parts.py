"""Write the small elements that styles are made of, in the order the schema asks for."""

from __future__ import annotations

from tools.word_template.look import FONT


def spacing(before: int = 0, after: int = 0, line: int = 0, *, exact: bool = False) -> str:
    """Return the space around a paragraph and between its lines, in twentieths of a point."""
    rule = "exact" if exact else "auto"
    height = f' w:line="{line}" w:lineRule="{rule}"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def indent(left: int = 0, right: int = 0, hanging: int = 0) -> str:
    """Return the indents of a paragraph."""
    hung = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}" w:right="{right}"{hung}/>'


def borders(**sides: tuple[int, int, str]) -> str:
    """Return the borders of a paragraph; a side is (eighths of a point, points of space, colour)."""
    order = [side for side in ("top", "left", "bottom", "right") if side in sides]
    lines = "".join(_border(side, *sides[side]) for side in order)
    return f"<w:pBdr>{lines}</w:pBdr>"


def _border(side: str, size: int, space: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def cell_borders(**sides: tuple[int, str] | None) -> str:
    """Return the lines of a table or cell; a side is (eighths of a point, colour) or None for no line."""
    order = [side for side in ("top", "left", "bottom", "right", "insideH", "insideV") if side in sides]
    return "".join(_line(side, sides[side]) for side in order)


def _line(side: str, line: tuple[int, str] | None) -> str:
    if line is None:
        return f'<w:{side} w:val="nil"/>'
    return f'<w:{side} w:val="single" w:sz="{line[0]}" w:space="0" w:color="{line[1]}"/>'


def shade(colour: str) -> str:
    """Return the ground of a paragraph or cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def tabs(*stops: tuple[str, int, str]) -> str:
    """Return tab stops as (kind, position, leader)."""
    inner = "".join(f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{place}"/>' for kind, place, leader in stops)
    return f"<w:tabs>{inner}</w:tabs>"


def fonts() -> str:
    """Return the typeface for all scripts."""
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def type_of(size: float = 0, colour: str = "", *, bold: bool | None = None, italic: bool = False) -> str:
    """Return weight, slant, colour and size (in points) of characters."""
    weight = "" if bold is None else ("<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
    slant = "<w:i/><w:iCs/>" if italic else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    half = round(size * 2)
    measure = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if size else ""
    return weight + slant + ink + measure
