"""Make the Kurzfassung of a document: some of its chapters, measures as short tables, no long ones.

It is made of the blocks of a finished tree alone, so that a frozen version is shortened as the present content is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from kizdesk.concept.blocks import sentence
from kizdesk.concept.build import pruned
from kizdesk.concept.german import figure
from kizdesk.concept.parts import Part, parts
from kizdesk.concept.short_measures import short_fields
from kizdesk.concept.tree import AnyBlock, Document, Heading, Row, Table
from kizdesk.concept.wording import Wording

_FIELDS, _OVERVIEW = "handlungsfelder", "anlage_massnahmen"
_FOCUS = "schwerpunkte"
_ROWS = 40
"""So many rows a table of the Kurzfassung has at most."""


def shortened(document: Document, keys: Collection[str], wording: Wording) -> Document:
    """Return the Kurzfassung with the chapters of the given keys; a section brings the heading of its chapter along."""
    blocks = pruned(_kept(tuple(parts(document)), keys, wording))
    return replace(
        document,
        title=wording.text("short.title", title=document.title),
        imprint=(wording.text("short.text"), *document.imprint),
        blocks=tuple(lettered(blocks, wording)),
    )


def _kept(found: Sequence[Part], keys: Collection[str], wording: Wording) -> Iterator[AnyBlock]:
    above: Heading | None = None
    for part in found:
        if part.heading.level == 1:
            above = part.heading
        if part.key not in keys:
            continue
        if above is not None and above is not part.heading:
            yield above
            above = None
        yield part.heading
        yield from _shown(part, found, wording)
        if above is part.heading:
            above = None


def _shown(part: Part, found: Sequence[Part], wording: Wording) -> Iterator[AnyBlock]:
    if part.key == _FIELDS:
        overview, focus = (_blocks(found, key) for key in (_OVERVIEW, _FOCUS))
        yield from short_fields(part.blocks, overview, focus, wording)
        return
    for block in part.blocks:
        yield _short_table(block, wording) if isinstance(block, Table) else block


def _blocks(found: Iterable[Part], key: str) -> tuple[AnyBlock, ...]:
    return next((part.blocks for part in found if part.key == key), ())


def _short_table(table: Table, wording: Wording) -> AnyBlock:
    """Return a table as it is, of a long one its sums, or a sentence where it has none."""
    if len(table.rows) <= _ROWS:
        return table
    sums: tuple[Row, ...] = tuple(row for row in table.rows if row.total)
    if sums:
        return replace(table, rows=sums)
    text = wording.text("short.table", caption=table.caption, rows=figure(len(table.rows)))
    return sentence(table.id, text, sources=table.sources, municipalities=table.municipalities)


def lettered(blocks: Iterable[AnyBlock], wording: Wording) -> Iterator[AnyBlock]:
    """Letter the annexes anew: their letters are those of a concept that has all of them."""
    count = 0
    for block in blocks:
        title = _annex_title(block, wording) if isinstance(block, Heading) and block.level == 1 else ""
        if title and isinstance(block, Heading):
            letter = chr(ord("A") + count)
            count += 1
            yield replace(block, text=wording.text("document.annex", letter=letter, title=title))
        else:
            yield block


def _annex_title(heading: Heading, wording: Wording) -> str:
    for number in range(ord("A"), ord("Z") + 1):
        before = wording.text("document.annex", letter=chr(number), title="")
        if heading.text.startswith(before):
            return heading.text.removeprefix(before)
    return ""
