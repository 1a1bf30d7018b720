"""Write header and footer, for portrait and for landscape pages."""

from __future__ import annotations

from kizdesk.concept.tree import Document
from kizdesk.writers.word import fields
from kizdesk.writers.word.cover import facts
from kizdesk.writers.word.styles import Style, Styles
from kizdesk.writers.word.xml import DECLARATION, NAMESPACES, paragraph, run

TITLE_ROOM, DISTRICT_ROOM, NOTICE_ROOM = 70, 45, 110
_TAB = "<w:r><w:tab/></w:r>"


def header(document: Document, styles: Styles, width: int, standard: int) -> str:
    """Return the header: title and district, below them the notice if there is one."""
    text = run(shortened(document.title, TITLE_ROOM)) + _TAB + run(shortened(document.district, DISTRICT_ROOM))
    lines = paragraph(styles[Style.HEADER], text, _right_at(width, standard))
    if document.notice:
        lines += paragraph(styles[Style.HEADER_NOTICE], run(shortened(document.notice, NOTICE_ROOM)))
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{lines}</w:hdr>"


def footer(document: Document, styles: Styles, width: int, standard: int) -> str:
    """Return the footer: version, date and status, and the page of all pages."""
    pages = run("Seite ") + fields.field("PAGE", "1") + run(" von ") + fields.field("NUMPAGES", "1")
    text = run(" · ".join(value for _, value in facts(document))) + _TAB + pages
    line = paragraph(styles[Style.FOOTER], text, _right_at(width, standard))
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{line}</w:ftr>"


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
