"""Write headings, paragraphs, lists and quotations."""

from __future__ import annotations

import re

from kizdesk.concept.tree import Heading, Listing, Paragraph, ParagraphStyle, Quotation, Run, Runs
from kizdesk.writers.word import fields
from kizdesk.writers.word.bookmarks import bookmark_name, reference_anchor, toc_anchor
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.letters import LOOKS, above_address, return_line
from kizdesk.writers.word.references import reference
from kizdesk.writers.word.styles import HEADINGS, PLAIN_HEADINGS, Style
from kizdesk.writers.word.xml import KEEP, UNDIVIDED, address, paragraph, run

_STYLES = {
    ParagraphStyle.BODY: Style.BODY,
    ParagraphStyle.LEAD: Style.LEAD,
    ParagraphStyle.NOTE: Style.NOTE,
    ParagraphStyle.BOX: Style.BOX,
    ParagraphStyle.RETURN: Style.NOTE,
    ParagraphStyle.ADDRESS: Style.BODY,
    ParagraphStyle.SIDE: Style.NOTE,
    ParagraphStyle.CLOSING: Style.BODY,
}
_NO_BREAK = '<w:pageBreakBefore w:val="0"/>'
_ENDING = 3
"""So many items of a list that leads to what follows stay with it."""
_LIST_END = '<w:spacing w:after="180"/>'
_QUOTE_ALONE = '<w:spacing w:after="200"/>'
_LOOSE = '<w:keepNext w:val="0"/>'
_ADDRESS = re.compile(r"https?://[\w.-]+|mailto:[^@\s]+@", re.IGNORECASE)
"""Links that lead out of the document; what is not quite one would make Word call the file damaged."""


def heading(block: Heading, work: Composition) -> str:
    """Return a heading; the contents point to its second bookmark."""
    family = HEADINGS if block.numbered else PLAIN_HEADINGS
    style = family[max(1, min(block.level, len(family))) - 1]
    text = paragraph(work.styles[style], run(" ".join(block.text.split())), _NO_BREAK if work.runs_on else "")
    if block.id in work.referred:
        text = work.bookmarks.around(reference_anchor(block.id), text)
    return work.around_block(block.id, work.bookmarks.around(toc_anchor(block.id), text))


def text(block: Paragraph, work: Composition, *, leads: bool = False) -> str:
    """Return a paragraph of text; one that leads to what follows stays with it."""
    look = LOOKS.get(block.style, KEEP if leads else "")
    words = return_line(block.runs) if block.style is ParagraphStyle.RETURN else runs(block.runs, work)
    written = paragraph(work.styles[_STYLES[block.style]], words, look)
    written = work.around_block(block.id, written)
    return above_address(work.styles) + written if block.style is ParagraphStyle.RETURN else written


def listing(block: Listing, work: Composition, *, leads: bool = False) -> str:
    """Return a list; an ordered one counts from one again, and one that leads to what follows ends beside it."""
    style, properties = Style.BULLET, ""
    if block.ordered:
        style = Style.NUMBER
        properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{work.package.lists.new()}"/></w:numPr>'
    items = block.items or ((),)
    looks = [(KEEP if leads and index >= len(items) - _ENDING else "") + properties for index in range(len(items))]
    looks[-1] += _LIST_END
    written = [paragraph(work.styles[style], runs(item, work), look) for item, look in zip(items, looks, strict=True)]
    return work.around_block(block.id, "".join(written))


def quotation(block: Quotation, work: Composition, *, leads: bool = False) -> str:
    """Return somebody's words, and below them who said them."""
    if not block.speaker:
        alone = paragraph(work.styles[Style.QUOTE], run(block.text), (KEEP if leads else _LOOSE) + _QUOTE_ALONE)
        return work.around_block(block.id, alone)
    words = paragraph(work.styles[Style.QUOTE], run(block.text))
    speaker = paragraph(work.styles[Style.SPEAKER], run(block.speaker), KEEP if leads else "")
    return work.around_block(block.id, words + speaker)


def runs(pieces: Runs, work: Composition) -> str:
    """Return runs of text with their type, links, references and notes."""
    return "".join(_run(piece, work) + (work.note(piece.note) if piece.note else "") for piece in pieces)


def _run(piece: Run, work: Composition) -> str:
    look = ("<w:b/><w:bCs/>" if piece.bold else "") + ("<w:i/><w:iCs/>" if piece.italic else "")
    if piece.refers and (referring := reference(piece.refers, work, look)):
        return referring
    if not piece.link:
        return run(piece.text, look)
    style = f'<w:rStyle w:val="{work.styles[Style.LINK]}"/>{look}'
    if _ADDRESS.match(piece.link):
        shown = run(piece.text, style + (UNDIVIDED if piece.text in piece.link else ""))
        return f'<w:hyperlink r:id="{work.package.link(address(piece.link))}" w:history="1">{shown}</w:hyperlink>'
    if piece.link.removeprefix("#") in work.anchors:
        return fields.linked(bookmark_name(piece.link.removeprefix("#")), run(piece.text, style))
    return run(piece.text, look)
