"""Build the document tree of the whole concept from a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from kizdesk.concept.blocks import refs, sentence
from kizdesk.concept.chapters import CHAPTERS
from kizdesk.concept.chapters.focus import current_period
from kizdesk.concept.context import PRINTED_VERSION, Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.german import day
from kizdesk.concept.materials import Materials
from kizdesk.concept.moment import Kept, Moment
from kizdesk.concept.outline import OutlineEntry
from kizdesk.concept.prose import prose
from kizdesk.concept.survey import Survey
from kizdesk.concept.tree import AnyBlock, BlockKind, Document, Figure, Heading, Listing, Paragraph, Table
from kizdesk.domain.interviews import Evidence
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText

_SURVEY = "survey"


def build(snapshot: Snapshot, materials: Materials, kept: Kept | None = None) -> Document:
    """Return the concept: every chapter of the outline that has something to say.

    What is kept from the last time is not made again, as long as it would become the same.
    """
    maker = _Maker(snapshot, materials, kept or Kept())
    context = maker.context(maker.moment)
    facts, words = context.facts, context.words
    version = materials.version
    dated = version.printed_on if version else facts.project.concept_date
    return Document(
        title=facts.project.title,
        subtitle=_subtitle(context),
        district=context.district.bare,
        status=facts.project.status,
        version=words.text("document.version", number=str(version.number)) if version else words.text("document.draft"),
        dated=day(dated) if dated else "",
        notice=facts.project.notice,
        paper=facts.project.document_number,
        imprint=tuple(_imprint(context)),
        keywords=(*words.lists["document.keywords"], context.district.bare),
        blocks=tuple(_lettered(pruned(maker.blocks()), context)),
    )


class _Maker:
    """Make the chapters, each with facts of its own, so that it is known what it was made of."""

    def __init__(self, snapshot: Snapshot, materials: Materials, kept: Kept) -> None:
        outline = materials.outline.printed(snapshot.all(ChapterChoice))
        self._materials = replace(materials, outline=outline, version=None)
        self._version, self._kept = materials.version, kept
        kept.with_things(self._materials)
        tables = {kind: snapshot.by_id(kind) for kind in RECORD_TYPES}
        whole = Moment(tables, {})
        self._survey = kept.made("survey", whole, self._surveyed)
        passages = kept.made("passages", whole, self._shown)
        self.moment = Moment({**tables, Evidence: passages}, {_SURVEY: self._survey, PRINTED_VERSION: self._version})

    def context(self, moment: Moment) -> Context:
        """Return what a chapter is made from."""
        moment.note(_SURVEY)
        return Context(Facts(moment, self._kept), self._materials, self._survey, self._version)

    def blocks(self) -> Iterator[AnyBlock]:
        """Yield the blocks of all chapters."""
        for entry in self._materials.outline.chapters:
            yield from self._kept.made(f"chapter/{entry.key}", self.moment, partial(self._chapter, entry))

    def _chapter(self, entry: OutlineEntry, moment: Moment) -> tuple[AnyBlock, ...]:
        """Return a chapter; a block that says the same as last time is the same."""
        generated = self._kept.made(f"generated/{entry.key}", moment, partial(self._generated, entry))
        blocks = list(_chapter(self.context(moment), entry, generated))
        wide = entry.landscape and any(isinstance(block, Table | Figure) for block in blocks)
        before = {block.id: block for block in self._kept.last(f"chapter/{entry.key}") or ()}
        made = (_as_entry(block, entry, wide=wide) for block in blocks)
        return tuple(before[block.id] if block == before.get(block.id) else block for block in made)

    def _generated(self, entry: OutlineEntry, moment: Moment) -> tuple[AnyBlock, ...]:
        chapter = CHAPTERS.get(entry.key)
        return tuple(chapter(self.context(moment))) if chapter is not None else ()

    def _surveyed(self, moment: Moment) -> Survey:
        things = self._materials
        return Survey(moment, things.guide, things.guides, things.indicators)

    def _shown(self, moment: Moment) -> Mapping[str, Evidence]:
        """Return the passages that are shown; those of last time if they are the same, for much is made of them."""
        shown, before = self._survey.shown_passages(moment), self._kept.last("passages")
        return before if before is not None and list(before.items()) == list(shown.items()) else shown


def _subtitle(context: Context) -> str:
    period = current_period(context)
    if period is None:
        return context.words.text("document.subtitle")
    years = {"first": str(period.starts.year), "last": str(period.ends.year)}
    return context.words.text("document.subtitle_period", **years)


def _imprint(context: Context) -> Iterator[str]:
    words, materials = context.words, context.materials
    yield words.text("imprint.publisher", district=context.district.bare)
    yield words.text("imprint.basis", citation=materials.legal_basis.citation)
    for key, source in (("data", context.data_source), ("map", context.map_source)):
        if source:
            yield words.text(f"imprint.{key}", source=source)


def _chapter(context: Context, entry: OutlineEntry, blocks: Sequence[AnyBlock]) -> Iterator[AnyBlock]:
    texts, own = context.facts.texts.get(entry.key, ()), context.own_title(entry.key)
    yield Heading(
        id=f"kapitel/{entry.key}",
        level=entry.level,
        text=context.title(entry.key),
        numbered=entry.numbered,
        values=(own,) if own else (),
    )
    written = list(_written(entry, [text for text in texts if not text.closes]))
    bare = all(isinstance(block, Heading) for block in blocks)
    note = context.words.gap(entry.key, city=context.is_city) if bare and not own and _only_proposed(texts) else ""
    yield from _announced(context, entry.key, written, note) if note else written
    yield from blocks
    yield from _closing(context, entry, blocks, list(_written(entry, [text for text in texts if text.closes])))


def _written(entry: OutlineEntry, texts: Sequence[ChapterText]) -> Iterator[Paragraph | Listing]:
    for text in texts:
        yield from prose(f"kapitel/{entry.key}/{text.id}", text.text, sources=refs(text))


def _closing(
    context: Context, entry: OutlineEntry, blocks: Sequence[AnyBlock], written: Sequence[AnyBlock]
) -> Iterator[AnyBlock]:
    """Yield the text behind the generated part; behind sections under a heading, so that it belongs to the chapter."""
    if written and any(isinstance(block, Heading) for block in blocks):
        here, title = f"kapitel/{entry.key}/danach", context.words.text("document.closing")
        yield Heading(id=here, level=entry.level + 1, text=title, values=())
    yield from written


def _only_proposed(texts: Sequence[ChapterText]) -> bool:
    return bool(texts) and not any(text.edited or not text.module_id for text in texts)


def _announced(
    context: Context, key: str, written: Sequence[Paragraph | Listing], note: str
) -> Iterator[Paragraph | Listing]:
    """Yield a proposed text that announces what is not there: in a draft with a remark, in a version not at all.

    As long as nothing follows, its words count as little as generated ones.
    """
    if context.printed_version is None:
        yield from (replace(block, values=()) for block in written)
        yield sentence(gap_id(key), note)


def gap_id(key: str) -> str:
    """Return the id of the remark that a chapter has nothing but a text that announces something."""
    return f"kapitel/{key}/luecke"


def _as_entry(block: AnyBlock, entry: OutlineEntry, *, wide: bool) -> AnyBlock:
    if entry.kind is BlockKind.RECORD and block.kind is BlockKind.CONTENT:
        block = replace(block, kind=BlockKind.RECORD)
    return replace(block, landscape=True) if wide and not block.landscape else block


def pruned(blocks: Iterable[AnyBlock]) -> list[AnyBlock]:
    """Leave out headings that nothing follows before the next one of their level or above."""
    kept: list[AnyBlock] = []
    filled = False
    deepest = 0
    for block in reversed(list(blocks)):
        if not isinstance(block, Heading):
            kept.append(block)
            filled, deepest = True, 0
            continue
        if not filled and block.level >= deepest:
            continue
        kept.append(block)
        filled, deepest = False, block.level
    return kept[::-1]


def _lettered(blocks: list[AnyBlock], context: Context) -> Iterator[AnyBlock]:
    annexes = {f"kapitel/{entry.key}" for entry in context.outline.chapters if entry.annex}
    printed = [block.id for block in blocks if block.id in annexes]
    for block in blocks:
        if isinstance(block, Heading) and block.id in annexes:
            letter = chr(ord("A") + printed.index(block.id))
            yield replace(block, text=context.words.text("document.annex", letter=letter, title=block.text))
        else:
            yield block
