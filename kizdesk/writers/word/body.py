"""Write the body: cover, contents, and block after block in its section."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest

from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Layout, Listing, Paragraph, Quotation, Table
from kizdesk.writers.word import paragraphs, pictures, sections, tables
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.contents import caption_lists, contents
from kizdesk.writers.word.cover import cover
from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.styles import Style
from kizdesk.writers.word.xml import KEEP, paragraph

Progress = Callable[[str, float], None]
_SHORT = 200
"""A paragraph of at most so many characters between a heading and a table stays with both."""


def body(document: Document, work: Composition, pages: Mapping[str, int], progress: Progress) -> Iterator[str]:
    """Yield the pieces of the body in order; the last one is the properties of the last section."""
    page, end = work.page, work.styles[Style.SECTION_END]
    if document.layout is Layout.BOOK:
        yield cover(document, work)
        yield paragraph(end, "", sections.properties(page, work.cover))
        yield from _contents(document, work, pages)
    spans = list(sections.spans(document.blocks)) or [(False, [])]
    for index, (landscape, blocks) in enumerate(spans):
        progress("Word-Datei wird aufgebaut", 0.1 + 0.8 * index / len(spans))
        written = list(_blocks(blocks, work, page.turned() if landscape else page, document.closes_with))
        opens = not index or sections.opens_letter(blocks)
        hung = work.opening or work.hung[landscape] if opens else work.hung[landscape]
        first = 1 if sections.opens_letter(blocks) else None
        section = sections.properties(page, hung, landscape=landscape, first_page=first)
        if index + 1 < len(spans):
            yield from sections.closed(written, section, end)
        else:
            yield from written
            yield paragraph(end, "") if blocks and isinstance(blocks[-1], Table) else ""
            yield section


def _contents(document: Document, work: Composition, pages: Mapping[str, int]) -> Iterator[str]:
    """Yield the contents; a section of its own where what follows would not begin a new page by itself."""
    listed = contents(document, work, pages) + caption_lists(document, work, pages)
    first = document.blocks[0] if document.blocks else None
    landscape = next((turned for turned, _ in sections.spans(document.blocks)), False)
    opens_page = work.package.house is None or work.package.house.opens_pages
    if not listed or (opens_page and isinstance(first, Heading) and first.level == 1 and not landscape):
        yield listed
        return
    # In a paragraph of its own: where the contents end in it, LibreOffice leaves out the numbers in the footer.
    yield listed
    yield paragraph(work.styles[Style.SECTION_END], "", sections.properties(work.page, work.hung[False]))


def _blocks(blocks: list[AnyBlock], work: Composition, page: Geometry, closes_with: str) -> Iterator[str]:
    before: AnyBlock | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        work.notes.begin(block)
        ties = following is not None and following.id == closes_with
        yield _block(block, work, page, leads=ties or _leads(before, block, following))
        before = block
        if isinstance(block, Table):
            yield _behind_table(following, work, KEEP if ties else "")


def _behind_table(following: AnyBlock | None, work: Composition, look: str) -> str:
    """Return what stands between a table and the next block: room before text, next to nothing before a heading.

    Without it LibreOffice may leave that heading alone at the foot of its page, and loses the bookmark of a figure.
    """
    if _touches(following, work):
        return paragraph(work.styles[Style.TABLE_END], "", look)
    is_heading = isinstance(following, Heading) and following.level > 1
    return paragraph(work.styles[Style.SECTION_END], "", look) if is_heading else ""


def _touches(following: AnyBlock | None, work: Composition) -> bool:
    """Tell whether what follows a table would stand right below it; two tables would even become one in Word."""
    if isinstance(following, Table):
        return following.id not in work.numbers.tables
    return isinstance(following, Paragraph | Listing | Quotation | Figure)


def _leads(before: AnyBlock | None, block: AnyBlock, following: AnyBlock | None) -> bool:
    """Tell whether a paragraph belongs to what follows: it ends in a colon, or is all between a heading and a table.

    So does a mark below a heading, a short line in bold.
    """
    if not isinstance(block, Paragraph):
        return False
    words = "".join(run.text for run in block.runs).rstrip()
    if isinstance(before, Heading) and isinstance(following, Table) and len(words) <= _SHORT:
        return True
    if isinstance(before, Heading) and len(words) <= _SHORT and all(run.bold for run in block.runs):
        return following is not None
    return words.endswith(":") and isinstance(following, Listing | Quotation | Table | Figure)


def _block(block: AnyBlock, work: Composition, page: Geometry, *, leads: bool) -> str:
    match block:
        case Heading():
            return paragraphs.heading(block, work)
        case Paragraph():
            return paragraphs.text(block, work, leads=leads)
        case Listing():
            return paragraphs.listing(block, work, leads=leads)
        case Quotation():
            return paragraphs.quotation(block, work, leads=leads)
        case Table():
            return tables.table(block, work, page.text_width, leads=leads)
        case Figure():
            return pictures.figure(block, work, page)
