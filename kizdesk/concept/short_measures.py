"""Show the fields of action in the Kurzfassung: their guiding goal and a short table of their measures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kizdesk.concept.blocks import columns, row, sentence
from kizdesk.concept.german import figure
from kizdesk.concept.tree import AnyBlock, Heading, Row, Table
from kizdesk.concept.wording import Wording
from kizdesk.domain.base import kind_of
from kizdesk.domain.fields import FieldOfAction

_CHAPTER, _OVERVIEW, _GOAL, _MEASURE = "handlungsfelder/", "anlage_massnahmen/", "ziel/", "massnahme/"
_STRAND, _INDICATORS = "handlungsfelder/strang/", "anlage_massnahmen/kennzahlen"
_OWN_TEXT = "kapitel/"
_FIELD_KIND = kind_of(FieldOfAction)
_MOST = 60
"""So many measures the Kurzfassung names; of more only those of the focus fields."""


@dataclass(slots=True)
class _Field:
    heading: Heading
    guiding: list[AnyBlock] = field(default_factory=list)
    measures: list[_Measure] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.heading.id.removeprefix(_CHAPTER)


@dataclass(frozen=True, slots=True)
class _Measure:
    goal: str
    block: Table


@dataclass(frozen=True, slots=True)
class _Wish:
    """Say of which fields measures are named, and how many of each."""

    fields: Collection[str]
    each: int


def short_fields(
    chapter: Sequence[AnyBlock], overview: Iterable[AnyBlock], focus: Iterable[AnyBlock], wording: Wording
) -> Iterator[AnyBlock]:
    """Yield strands and fields of the chapter; the measures' lines come from their tables, wherever they stand."""
    known = _lines((*overview, *chapter))
    found = list(_sorted_out(chapter))
    fields = [item for item in found if isinstance(item, _Field)]
    wish = _wish(fields, _focused(focus))
    remark = list(_remark(fields, wish, wording))
    for item in found:
        if isinstance(item, _Field):
            yield from _field(item, wish, known, wording)
            continue
        if item.id.startswith(_STRAND):
            yield from remark
            remark = []
        yield item


def _sorted_out(chapter: Iterable[AnyBlock]) -> Iterator[AnyBlock | _Field]:
    """Yield the chapter's own texts, its strands, and its fields with what is taken of them."""
    current: _Field | None = None
    goal = ""
    for block in chapter:
        if block.id.startswith((_OWN_TEXT, _STRAND)):
            if current is not None:
                yield current
            current = None
            yield block
        elif isinstance(block, Heading) and _FIELD_KIND in {source.kind for source in block.sources}:
            if current is not None:
                yield current
            current = _Field(block)
        elif current is not None:
            goal = _take(current, block, goal)
    if current is not None:
        yield current


def _take(current: _Field, block: AnyBlock, goal: str) -> str:
    """Take what the Kurzfassung shows of a field; returns the goal that the next measures belong to."""
    if isinstance(block, Heading) and block.id.startswith(_GOAL):
        return block.values[0] if block.values else block.text
    if block.id.startswith(f"{current.heading.id}/leitziel"):
        current.guiding.append(block)
    elif isinstance(block, Table) and block.id.startswith(_MEASURE):
        current.measures.append(_Measure(goal, block))
    return goal


def _lines(blocks: Iterable[AnyBlock]) -> Mapping[str, tuple[str, ...]]:
    """Return title, lead and period of measures by their id, from the tables that name several."""
    known: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        if isinstance(block, Table) and block.id.startswith((_OVERVIEW, _GOAL)) and block.id != _INDICATORS:
            known.update({line.id.rpartition("/")[2]: line.cells[:3] for line in block.rows})
    return known


def _focused(focus: Iterable[AnyBlock]) -> frozenset[str]:
    return frozenset(
        source.id
        for block in focus
        if isinstance(block, Heading)
        for source in block.sources
        if source.kind == _FIELD_KIND
    )


def _wish(fields: Sequence[_Field], focused: Collection[str]) -> _Wish:
    every = [item for item in fields if item.measures]
    total = sum(len(item.measures) for item in every)
    if total <= _MOST:
        return _Wish({item.id for item in every}, total)
    chosen = [item for item in every if item.id in focused] or every
    fits = sum(len(item.measures) for item in chosen) <= _MOST
    return _Wish({item.id for item in chosen}, total if fits else max(1, _MOST // len(chosen)))


def _remark(fields: Sequence[_Field], wish: _Wish, wording: Wording) -> Iterator[AnyBlock]:
    total = sum(len(item.measures) for item in fields)
    named = sum(min(len(item.measures), wish.each) for item in fields if item.id in wish.fields)
    if named < total:
        every = all(item.id in wish.fields for item in fields if item.measures)
        text = wording.text("short.some" if every else "short.focus", total=figure(total), named=figure(named))
        yield sentence("kurzfassung/massnahmen", text)


def _field(item: _Field, wish: _Wish, known: Mapping[str, tuple[str, ...]], wording: Wording) -> Iterator[AnyBlock]:
    yield item.heading
    yield from item.guiding
    if not item.measures:
        return
    here, count = f"kurzfassung/{item.id}", len(item.measures)
    if item.id not in wish.fields:
        text = wording.text("short.count_one" if count == 1 else "short.count", count=figure(count))
        yield sentence(f"{here}/zahl", text)
        return
    yield Table(
        id=here,
        caption=wording.caption("short_measures", title=item.heading.text),
        columns=columns(wording.columns("short_measures"), "2.8 3.4 2.4 1.7"),
        rows=tuple(_row(measure, known, wording) for measure in item.measures[: wish.each]),
        sources=item.heading.sources,
    )


def _row(measure: _Measure, known: Mapping[str, tuple[str, ...]], wording: Wording) -> Row:
    table = measure.block
    title, lead, period = known.get(table.id.removeprefix(_MEASURE)) or _told(table, wording)
    return row(
        f"kurzfassung/{table.id}", measure.goal, title, lead or "–", period or "–",
        sources=table.sources, municipalities=table.municipalities,
    )  # fmt: skip


def _told(table: Table, wording: Wording) -> tuple[str, str, str]:
    """Return title, lead and period of a measure as its profile has them."""
    cells = {line.id.rpartition("/")[2]: line.cells[-1] for line in table.rows}
    before, _, after = wording.caption("measure", title="\0").partition("\0")
    period = cells.get("period", "").partition("; ")[0]
    return table.caption.removeprefix(before).removesuffix(after), cells.get("lead", ""), period
