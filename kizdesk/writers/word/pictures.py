"""Write figures: the drawing, its alternative text, caption and note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kizdesk.concept.numbering import FIGURE
from kizdesk.concept.tree import Figure
from kizdesk.writers.word.bookmarks import toc_anchor
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.references import counted
from kizdesk.writers.word.styles import Style
from kizdesk.writers.word.xml import KEEP, attribute, paragraph, run

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Picture

EMU_PER_MM, EMU_PER_TWIP = 36_000, 635
HIGHEST = 0.62
"""Share of the text's height that a figure may take: it shares its page with what is said about it."""
LOGO = (60, 24)
"""Room of a logo in millimetres: its width and height."""
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def figure(block: Figure, work: Composition, page: Geometry) -> str:
    """Return a figure with its caption below."""
    drawn = work.picture(block.svg)
    number = work.next_drawing()
    told = (f"{FIGURE} {number}", block.alt or block.caption)
    drawing = _drawing(told, drawn.relation, number, *_extent(drawn, block.width_mm, page))
    picture = paragraph(work.styles[Style.FIGURE], f"<w:r>{drawing}</w:r>")
    label = counted(FIGURE, work.numbers.figures[block.id], block.id, work)
    words = run(f": {' '.join(block.caption.split())}") if block.caption else ""
    caption = paragraph(work.styles[Style.FIGURE_CAPTION], label + words, KEEP if block.note else "")
    caption = work.bookmarks.around(toc_anchor(block.id), caption)
    note = paragraph(work.styles[Style.NOTE], run(block.note)) if block.note else ""
    return work.around_block(block.id, picture + caption + note)


def _extent(picture: Picture, width_mm: int, page: Geometry) -> tuple[int, int]:
    width = min(width_mm * EMU_PER_MM, page.text_width * EMU_PER_TWIP)
    height = width * picture.height // max(picture.width, 1)
    highest = round(page.text_height * EMU_PER_TWIP * HIGHEST)
    return (width, height) if height <= highest else (width * highest // height, highest)


def logo(data: bytes, told: str, work: Composition) -> str:
    """Return a picture that is a sign, such as on the cover, as a run of text."""
    return logo_run(work.package.picture(data), told, work.next_drawing())


def logo_run(picture: Picture, told: str, number: int, room: tuple[int, int] = LOGO) -> str:
    """Return a picture that is a sign in a room of millimetres, as a run of text."""
    share = min(room[0] / max(picture.width, 1), room[1] / max(picture.height, 1))
    extent = (max(1, round(side * share * EMU_PER_MM)) for side in (picture.width, picture.height))
    return f"<w:r>{_drawing(('Logo', told), picture.relation, number, *extent)}</w:r>"


def _drawing(words: tuple[str, str], relation: str, number: int, width: int, height: int) -> str:
    name = f'id="{number}" name="{words[0]}"'
    told = f'descr="{attribute(words[1])}"'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr {name} {told}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f"<pic:nvPicPr><pic:cNvPr {name} {told}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
        f'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" '
        f'y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
