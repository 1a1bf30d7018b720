"""Write header and footer, for portrait and for landscape pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kizdesk.concept.tree import Document
from kizdesk.writers.word import fields
from kizdesk.writers.word.cover import facts
from kizdesk.writers.word.styles import Style, Styles
from kizdesk.writers.word.xml import paragraph, run

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

TITLE_ROOM, DISTRICT_ROOM, NOTICE_ROOM, FOOTER_ROOM = 70, 45, 110, 100
_TAB = "<w:r><w:tab/></w:r>"


def hang(document: Document, package: Package) -> dict[bool, str]:
    """Put header and footer for each direction into the package; return how sections name them, by landscape."""
    standard, styles = package.page.text_width, package.styles
    widths = {False: standard}
    if any(block.landscape for block in document.blocks):
        widths[True] = package.page.turned().text_width
    hung = {}
    for landscape, width in widths.items():
        above = package.header(header(document, styles, _right_at(width, standard)))
        below = package.footer(footer(document, styles, _right_at(width, standard)))
        hung[landscape] = (
            f'<w:headerReference w:type="default" r:id="{above}"/><w:footerReference w:type="default" r:id="{below}"/>'
        )
    return hung


def header(document: Document, styles: Styles, tab_stop: str) -> str:
    """Return the header: title and district, below them the notice if there is one."""
    text = run(shortened(document.title, TITLE_ROOM)) + _TAB + run(shortened(document.district, DISTRICT_ROOM))
    line = paragraph(styles[Style.HEADER], text, tab_stop)
    if not document.notice:
        return line
    return line + paragraph(styles[Style.HEADER_NOTICE], run(shortened(document.notice, NOTICE_ROOM)))


def footer(document: Document, styles: Styles, tab_stop: str) -> str:
    """Return the footer: its own words, or version, date and status, and the page of all pages."""
    pages = run("Seite ") + fields.field("PAGE", "1") + run(" von ") + fields.field("NUMPAGES", "1")
    told = shortened(document.footer, FOOTER_ROOM) or " · ".join(value for _, value in facts(document))
    text = run(told) + _TAB + pages
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
