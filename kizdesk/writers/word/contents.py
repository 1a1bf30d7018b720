"""Write the contents, filled in: Word can refresh them, but need not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kizdesk.concept.tree import Document, Heading
from kizdesk.writers.word import fields
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.styles import CONTENTS, Style
from kizdesk.writers.word.xml import paragraph, run

_INSTRUCTION = r'TOC \o "1-3" \h \z \u'
_TAB = "<w:r><w:tab/></w:r>"


def toc_anchor(block_id: str) -> str:
    """Return the name of the bookmark that the contents point to, of the form Word itself gives."""
    digest = hashlib.sha256(block_id.encode("utf-8", "surrogatepass")).digest()
    return f"_Toc{int.from_bytes(digest[:8], 'big') % 10**16:016d}"


def contents(document: Document, work: Composition, pages: Mapping[str, int]) -> str:
    """Return the contents with linked entries and page numbers; nothing without headings."""
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level <= len(CONTENTS)]
    if not headings:
        return ""
    title = paragraph(work.styles[Style.CONTENTS], run("Inhalt"))
    entries = [_entry(heading, work, pages.get(heading.id, 1)) for heading in headings]
    first = entries[0].replace("</w:pPr>", f"</w:pPr>{fields.opened(_INSTRUCTION)}", 1)
    end = paragraph(work.styles[Style.SECTION_END], fields.END)
    return "".join((title, first, *entries[1:], end))


def _entry(heading: Heading, work: Composition, page: int) -> str:
    number = work.numbers.headings.get(heading.id, "")
    anchor = toc_anchor(heading.id)
    words = run(" ".join(heading.text.split()))
    label = f"{run(number)}{_TAB}{words}" if number else words
    reference = fields.field(rf"PAGEREF {anchor} \h", str(page))
    # An entry without a number has no column for it either: its text hangs from the left.
    return paragraph(work.styles[CONTENTS[heading.level - 1]], fields.linked(anchor, f"{label}{_TAB}{reference}"))
