"""Write the contents and the lists of figures and tables, filled in: Word can refresh them, but need not."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.concept.numbering import FIGURE, TABLE
from kizdesk.concept.tree import Document, Figure, Heading, Table
from kizdesk.writers.word import fields
from kizdesk.writers.word.bookmarks import toc_anchor
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.styles import CONTENTS, Style
from kizdesk.writers.word.xml import paragraph, run

_INSTRUCTION = r'TOC \o "1-3" \h \z \u'
_TAB = "<w:r><w:tab/></w:r>"
_GAP = "\u00a0" * 2
"""What is at least between an entry and its page, however long the entry is."""
_LOWER = '<w:spacing w:before="640"/>'
FEWEST = 2
"""Figures or tables from which on there is a list of them."""


def contents(document: Document, work: Composition, pages: Mapping[str, int]) -> str:
    """Return the contents with linked entries and page numbers; nothing without headings."""
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level <= len(CONTENTS)]
    if not headings:
        return ""
    title = paragraph(work.styles[Style.CONTENTS], run("Inhalt"))
    entries = [_entry(heading, work, pages.get(heading.id, 1)) for heading in headings]
    return title + _filled(_INSTRUCTION, entries, work)


def caption_lists(document: Document, work: Composition, pages: Mapping[str, int]) -> str:
    """Return the lists of figures and of tables; one with hardly an entry is left out."""
    lists = (
        (FIGURE, "Abbildungsverzeichnis", work.numbers.figures),
        (TABLE, "Tabellenverzeichnis", work.numbers.tables),
    )
    known = {block.id: block for block in document.blocks if isinstance(block, Figure | Table)}
    written = ""
    for label, title, numbers in lists:
        if len(numbers) < FEWEST:
            continue
        entries = [
            _caption(known[key], f"{label} {number}", work, pages.get(key, 1)) for key, number in numbers.items()
        ]
        head = paragraph(work.styles[Style.CONTENTS], run(title), _LOWER if written else "<w:pageBreakBefore/>")
        written += head + _filled(rf'TOC \h \z \c "{label}"', entries, work)
    return written


def _caption(block: Figure | Table, counted: str, work: Composition, page: int) -> str:
    anchor, words = toc_anchor(block.id), " ".join(block.caption.split())
    reference = fields.field(rf"PAGEREF {anchor} \h", str(page))
    text = run((f"{counted}: {words}" if words else counted) + _GAP)
    return paragraph(work.styles[Style.LISTED], fields.linked(anchor, f"{text}{_TAB}{reference}"))


def _filled(instruction: str, entries: list[str], work: Composition) -> str:
    """Return the field that lists entries, with these for its result."""
    first = entries[0].replace("</w:pPr>", f"</w:pPr>{fields.opened(instruction)}", 1)
    end = paragraph(work.styles[Style.SECTION_END], fields.END)
    return "".join((first, *entries[1:], end))


def _entry(heading: Heading, work: Composition, page: int) -> str:
    number = work.numbers.headings.get(heading.id, "")
    anchor = toc_anchor(heading.id)
    words = run(" ".join(heading.text.split()) + _GAP)
    label = f"{run(number)}{_TAB}{words}" if number else words
    reference = fields.field(rf"PAGEREF {anchor} \h", str(page))
    # An entry without a number has no column for it either: its text hangs from the left.
    return paragraph(work.styles[CONTENTS[heading.level - 1]], fields.linked(anchor, f"{label}{_TAB}{reference}"))
