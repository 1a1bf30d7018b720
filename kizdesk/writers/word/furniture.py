"""Write header and footer, for portrait and for landscape pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kizdesk.concept.tree import Document, Layout
from kizdesk.writers.word import fields
from kizdesk.writers.word.base import FIRST_FOOTER, FIRST_HEADER, FOOTER, HEADER, WIDE_FOOTER, WIDE_HEADER, House
from kizdesk.writers.word.cover import facts
from kizdesk.writers.word.letters import letter_head, logo_beside
from kizdesk.writers.word.sections import opens_letter
from kizdesk.writers.word.styles import Style, Styles
from kizdesk.writers.word.xml import paragraph, run

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

TITLE_ROOM, DISTRICT_ROOM, NOTICE_ROOM, FOOTER_ROOM = 70, 45, 110, 100
_TAB = "<w:r><w:tab/></w:r>"


@dataclass(frozen=True, slots=True)
class Hung:
    """Be how sections name their header and footer."""

    sections: Mapping[bool, str]
    """By whether they are in landscape."""
    cover: str = ""
    opening: str = ""
    """For the first section of a paper, where its first page has others; empty where it has not."""


def hang(document: Document, package: Package) -> Hung:
    """Put header and footer for each direction into the package, or those of the district's template."""
    standard, styles, house = package.page.text_width, package.styles, package.house
    widths = {False: standard}
    if any(block.landscape for block in document.blocks):
        widths[True] = package.page.turned().text_width
    hung = {}
    for landscape, width in widths.items():
        stop = _right_at(width, standard)
        above, below = (WIDE_HEADER, WIDE_FOOTER) if landscape else (HEADER, FOOTER)
        if house is None or above not in house.parts:
            above = package.header(header(document, styles, stop))
        below = _below(document, package, below, stop)
        hung[landscape] = _named("header", "default", above) + _named("footer", "default", below)
    is_letter = document.layout is Layout.LETTER
    if house is None:
        return Hung(hung, opening=_letter_opening(document, package) + hung[False] if is_letter else "")
    cover = _cover(house) if document.layout is Layout.BOOK else ""
    opening = ""
    if house.opens and document.layout is not Layout.BOOK:
        opening = _opening(document, package, house) + hung[False]
    elif is_letter and HEADER not in house.parts:
        opening = _letter_opening(document, package) + hung[False]
    named = "".join((*hung.values(), cover, opening))
    package.let_go(part for part in house.parts if f'"{part}"' not in named)
    return Hung(hung, cover, opening)


def _below(document: Document, package: Package, relation: str, tab_stop: str) -> str:
    """Return the relation of a footer: ours, or the template's with our line below."""
    house, styles = package.house, package.styles
    if house is None or relation not in house.parts:
        notice = _notice(document, styles) if house is not None and HEADER in house.parts else ""
        return package.footer(notice + footer(document, styles, tab_stop))
    line = footer(document, styles, tab_stop, counts=relation not in house.counted)
    package.add_to_footer(relation, (_notice(document, styles) if HEADER in house.parts else "") + line)
    return relation


def _cover(house: House) -> str:
    """Return what the cover has of the template's first page; the number of a page has no place there."""
    above = _named("header", "default", FIRST_HEADER) if FIRST_HEADER in house.parts else ""
    counted = FIRST_FOOTER not in house.parts or FIRST_FOOTER in house.counted
    return above + ("" if counted else _named("footer", "default", FIRST_FOOTER))


def _opening(document: Document, package: Package, house: House) -> str:
    """Return what the first page of a paper has of the template's first page, such as the head of its letters."""
    above = _named("header", "first", FIRST_HEADER) if FIRST_HEADER in house.parts else ""
    return above + _named("footer", "first", _below(document, package, FIRST_FOOTER, ""))


def _letter_opening(document: Document, package: Package) -> str:
    """Return the head of a letter's first page, with the sender and the logo, and its foot."""
    lines = letter_head(document, package.styles, has_logo=bool(package.logo))
    shown = partial(logo_beside, told=f"Logo: {document.district}", styles=package.styles)
    above = package.letter_head(lines, shown)
    width = package.page.text_width
    below = package.footer(footer(document, package.styles, _right_at(width, width)))
    return _named("header", "first", above) + _named("footer", "first", below)


def _named(part: str, kind: str, relation: str) -> str:
    return f'<w:{part}Reference w:type="{kind}" r:id="{relation}"/>'


def header(document: Document, styles: Styles, tab_stop: str) -> str:
    """Return the header: title and district, below them the notice if there is one."""
    text = run(shortened(document.title, TITLE_ROOM)) + _TAB + run(shortened(document.district, DISTRICT_ROOM))
    line = paragraph(styles[Style.HEADER], text, tab_stop)
    return line + _notice(document, styles)


def _notice(document: Document, styles: Styles) -> str:
    if not document.notice:
        return ""
    return paragraph(styles[Style.HEADER_NOTICE], run(shortened(document.notice, NOTICE_ROOM)))


def footer(document: Document, styles: Styles, tab_stop: str, *, counts: bool = True) -> str:
    """Return the footer: its own words, or version, date and status; and the page of all pages, if it ``counts``."""
    pages = run("Seite ") + fields.field("PAGE", "1")
    if sum(opens_letter((block,)) for block in document.blocks) <= 1:  # else all letters of the file would count
        pages += run(" von ") + fields.field("NUMPAGES", "1")
    told = shortened(document.footer, FOOTER_ROOM) or " · ".join(value for _, value in facts(document))
    text = run(told) + (_TAB + pages if counts else "")
    return paragraph(styles[Style.FOOTER], text, tab_stop)


def shortened(text: str, room: int) -> str:
    """Return the text on one line, cut between words where it is longer than its room."""
    line = " ".join(text.split())
    if len(line) <= room:
        return line
    words = line[: room - 1] if line[room - 1] == " " else line[: room - 1].rsplit(" ", 1)[0]
    return words.rstrip(" ,;:–-") + " …"


def _right_at(width: int, standard: int) -> str:
    """Move the tab stop from where the style has it, at the standard width, to the width of this page."""
    if width == standard:
        return ""
    return f'<w:tabs><w:tab w:val="clear" w:pos="{standard}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
