"""Step 8, Vorschau: what is printed of the present content, where each block stands, and what it was made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Self
from zlib import crc32

from kizdesk.concept.german import shortened
from kizdesk.concept.tree import AnyBlock, Document, Heading, Table
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.versions import ChapterText
from kizdesk.project.basics.logo import with_logo
from kizdesk.project.concept import in_short, present_document
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.search_places import step_of
from kizdesk.project.wording.naming import Names
from kizdesk.writers.print import BlocksKept, Printed, Sheets, sheets

Source = tuple[str, str]
"""Kind and id of a record; a chapter without a text of its own is ``chapter_text`` and the chapter's key."""
_CHAPTER: Final = "kapitel/"
_MOST_SOURCES: Final = 12
"""Of one block; more could not be chosen from."""
_TITLE: Final = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Be a place in print: a page from 1, and how far below its upper edge, in points."""

    page: int = 1
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Be what a block was made of, by name, and where that is edited."""

    name: str
    target: Target


@dataclass(frozen=True, slots=True)
class Content:
    """Be what is to be printed, with the sources and a mark of the words of each block."""

    sheets: Sheets
    sources: Mapping[str, tuple[Source, ...]]
    marks: Mapping[str, int]


@dataclass(frozen=True)
class Preview:
    """Be the concept in print, as it was at one moment."""

    printed: Printed
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    marks: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def blocks_of(self) -> Mapping[Source, Sequence[str]]:
        """Return the blocks that were made of a record, in the order of the document."""
        found: dict[Source, list[str]] = {}
        for block_id, sources in self.sources.items():
            for source in sources:
                found.setdefault(source, []).append(block_id)
        return found

    def indexed(self) -> Self:
        """Return itself, with all at hand that is looked up in it; called before it comes to the window."""
        _ = self.blocks_of, self._spots, self._order
        return self

    def block_at(self, spot: Spot) -> str:
        """Return what is printed at a spot; empty on cover and contents."""
        return self.printed.block_at(spot.page, spot.top)

    def spot_of(self, block_id: str) -> Spot | None:
        """Return where a block begins."""
        return self._spots.get(block_id)

    def sources_at(self, spot: Spot) -> tuple[Source, ...]:
        """Return what stands at a spot was made of, or else what stands before it; nothing on cover and contents."""
        block_id = self.block_at(spot)
        before = self._order[: self._order.index(block_id) + 1] if block_id else ()
        return next((found for block in reversed(before) if (found := self.sources.get(block))), ())

    def kept(self, spot: Spot, before: Preview) -> Spot:
        """Return where that stands now which stood at a spot of the preview before."""
        block_id = before.block_at(spot)
        was, now = before.spot_of(block_id), self.spot_of(block_id)
        if was is None:
            return spot
        if now is None:
            return self._next_to(block_id, before) or spot
        if spot.page == was.page:
            return Spot(now.page, now.top + spot.top - was.top)
        return Spot(now.page + spot.page - was.page, spot.top)

    def changed(self, records: Collection[Source], before: Preview | None) -> Spot | None:
        """Return where a block made of one of the records stands that is another than before."""
        known: Mapping[str, int] = before.marks if before is not None else {}
        blocks = (block for record in records for block in self.blocks_of.get(record, ()))
        return self._best(block for block in blocks if known.get(block) != self.marks.get(block))

    def spot_of_record(self, source: Source) -> Spot | None:
        """Return where a record is printed: in a block of its own, or else where it is one of several first."""
        return self._best(self.blocks_of.get(source, ()))

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return tuple(place.block_id for place in self.printed.places)

    @cached_property
    def _spots(self) -> Mapping[str, Spot]:
        """Return where each block begins; one that begins twice, where it does first."""
        return {place.block_id: Spot(place.page, place.top) for place in reversed(self.printed.places)}

    def _best(self, blocks: Iterable[str]) -> Spot | None:
        """Return where the first block stands that has the fewest sources: it tells of nothing else."""
        fewest = sorted(blocks, key=self._sources_of)
        return next((spot for block in fewest if (spot := self.spot_of(block)) is not None), None)

    def _sources_of(self, block_id: str) -> int:
        return len(self.sources[block_id])

    def _next_to(self, block_id: str, before: Preview) -> Spot | None:
        """Return where the nearest block before one stands that is gone."""
        earlier = reversed(before._order[: before._order.index(block_id)])
        return next((spot for block in earlier if (spot := self.spot_of(block)) is not None), None)


def preview_content(project: OpenProject) -> Content:
    """Return what is printed of the present content; a function that can be sent to the second process."""
    with collector_paused():
        return _content(project, present_document(project))


def short_preview_content(project: OpenProject) -> Content:
    """Return the Kurzfassung of the present content; raises UserError if it is empty."""
    with collector_paused():
        return _content(project, in_short(project, present_document(project)))


def origins(project: OpenProject, sources: Sequence[Source]) -> tuple[Origin, ...]:
    """Return where records are edited, each by its name; what is gone meanwhile is left out."""
    found: dict[Target, Source] = {}
    for source in sources:
        target = target_of(project, source)
        if target is not None:
            found.setdefault(target, source)
    if len(found) == 1:
        return (Origin("", next(iter(found))),)
    names = Names(project, project.snapshot)
    return tuple(Origin(_name(project, names, source), target) for target, source in found.items())


def target_of(project: OpenProject, source: Source) -> Target | None:
    """Return where a record is edited, or None if it is gone."""
    kind, ident = source
    record = project.snapshot.find(TYPE_OF_KIND[kind], ident) if kind in TYPE_OF_KIND else None
    match record:
        case None:
            return Target(Step.BASICS, kind, ident) if kind == "chapter_text" else None
        case Answer(question_id=question_id):
            return Target(Step.STOCK_TAKING, kind, ident, question_id)
        case _:
            return Target(step_of(kind), kind, ident)


class _Known:
    """Keep what is known of each block of the last preview: what it was made of, and a mark of its words."""

    def __init__(self) -> None:
        self._of: dict[str, _Block] = {}

    def of(self, document: Document) -> Sequence[_Block]:
        """Return what is known of all blocks of a document."""
        before = self._of
        found = [
            known
            if (known := before.get(block.id)) is not None and known.block is block
            else _Block(block, _own(block), crc32(repr(block).encode()))
            for block in document.blocks
        ]
        self._of = {known.block.id: known for known in found}
        return found


@dataclass(frozen=True, slots=True)
class _Block:
    block: AnyBlock
    sources: tuple[Source, ...]
    mark: int


def _content(project: OpenProject, document: Document) -> Content:
    known = project.keeping.of(_Known).of(document)
    made = sheets(document, with_logo(project), project.keeping.of(BlocksKept))
    return Content(made, _sources(known), {block.block.id: block.mark for block in known})


def _name(project: OpenProject, names: Names, source: Source) -> str:
    kind, ident = source
    record = project.snapshot.find(TYPE_OF_KIND[kind], ident)
    if record is None:
        return names.chapter(ChapterText(id=ident, chapter=ident, text=""))
    title, where = (shortened(part, _TITLE) for part in names.of(record))
    return f"{title} – {where}" if title and where else title or where


def _sources(blocks: Sequence[_Block]) -> dict[str, tuple[Source, ...]]:
    """Return the sources of each block; a heading without any has those of what follows it."""
    found: dict[str, tuple[Source, ...]] = {}
    following: tuple[Source, ...] = ()
    for known in reversed(blocks):
        own = known.sources
        if own:
            following = own
        elif isinstance(known.block, Heading):
            own = following
        found[known.block.id] = own
    return dict(reversed(found.items()))


def _own(block: AnyBlock) -> tuple[Source, ...]:
    if block.id.startswith(_CHAPTER) and isinstance(block, Heading):
        return (("chapter_text", block.id.removeprefix(_CHAPTER)),)
    refs = list(block.sources)
    if isinstance(block, Table):
        refs += [ref for row in block.printed for ref in row.sources]
    return tuple(dict.fromkeys((ref.kind, ref.id) for ref in refs))[:_MOST_SOURCES]
