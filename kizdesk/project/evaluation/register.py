"""Read the register of offerings: filtered as a list, and counted per field of action and municipality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kizdesk.concept.context import Context
from kizdesk.concept.german import listed
from kizdesk.concept.offering_text import audience, duration, funding
from kizdesk.domain.interviews import Offering
from kizdesk.domain.texts import fold, sort_key
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import reading_context, short_day
from kizdesk.project.wording.labels import Labels

DISTRICT = "kreis"
"""Stands for the district itself where offerings are chosen by municipality."""
WITHOUT_FIELD = "ohne"
"""Stands for no field of action at all."""
_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b")
_MONTH = re.compile(r"\b(\d{1,2})/(\d{4})\b")
_YEAR = re.compile(r"\b(\d{4})\b")


@dataclass(frozen=True, slots=True)
class OfferingFilter:
    """Say which offerings are wanted; what is left empty lets all pass."""

    field_id: str = ""
    municipality_id: str = ""
    target_group: str = ""
    permanent: bool | None = None
    ends_before: date | None = None
    """Offerings whose time or money ends before this day."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class OfferingRow:
    """Be one offering in words."""

    id: str
    title: str
    municipality_id: str
    municipality: str
    provider: str
    field_ids: tuple[str, ...]
    fields: tuple[str, ...]
    target_groups: str
    reach: str
    duration: str
    funding: str
    ends: date | None
    """The earliest end of its time or of its money."""
    ends_text: str
    continuation: str
    published: str


@dataclass(frozen=True, slots=True)
class Register:
    """Be the offerings that pass the filter, and how many there are at all."""

    rows: tuple[OfferingRow, ...]
    total: int

    @property
    def sentence(self) -> str:
        """Say how many are shown."""
        if not self.total:
            return "Es sind noch keine Angebote erfasst."
        if len(self.rows) == self.total:
            return "Ein Angebot" if self.total == 1 else f"{self.total} Angebote"
        return f"{len(self.rows)} von {self.total} Angeboten"


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Be how many offerings a field has in a municipality; ``share`` of the largest number, for the shade."""

    count: int
    share: float


@dataclass(frozen=True, slots=True)
class HeatRow:
    """Be a field of action with its offerings by municipality."""

    field_id: str
    title: str
    cells: tuple[HeatCell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class HeatTable:
    """Be offerings by field and municipality; an offering of two fields counts in both, in the totals once."""

    municipality_ids: tuple[str, ...]
    municipalities: tuple[str, ...]
    """The district itself last, as „kreisweit“."""
    rows: tuple[HeatRow, ...]
    totals: tuple[int, ...]
    total: int


def offerings(project: OpenProject, wanted: OfferingFilter | None = None) -> Register:
    """Return the offerings that pass a filter, by municipality and title."""
    context, labels = reading_context(project), Labels(project.library)
    wish = wanted or OfferingFilter()
    everything = list(_ordered(context))
    rows = tuple(_row(context, labels, offering) for offering in everything if _passes(context, offering, wish))
    return Register(rows, len(everything))


def target_groups(project: OpenProject) -> tuple[tuple[str, str], ...]:
    """Return the target groups an offering can have, each with its word."""
    return Labels(project.library).target_groups()


def heat_table(project: OpenProject) -> HeatTable:
    """Return the offerings counted per field of action and municipality."""
    facts = reading_context(project).facts
    places = [*((ags, facts.place(ags)) for ags in facts.ags), ("", "kreisweit")]
    held = [facts.offerings.get(ags, ()) for ags, _ in places]
    named = {field_id for group in held for offering in group for field_id in offering.field_ids}
    fields = [(field.id, field.title) for field in facts.fields if field.id in named or field in facts.adopted]
    if any(not offering.field_ids for group in held for offering in group):
        fields.append((WITHOUT_FIELD, "ohne Handlungsfeld"))
    counts = [[_count(group, field_id) for group in held] for field_id, _ in fields]
    most = max((count for row in counts for count in row), default=0) or 1
    rows = tuple(
        HeatRow(field_id, title, tuple(HeatCell(count, count / most) for count in row), sum(row))
        for (field_id, title), row in zip(fields, counts, strict=True)
    )
    totals = tuple(len(group) for group in held)
    return HeatTable(
        municipality_ids=tuple(ags or DISTRICT for ags, _ in places),
        municipalities=tuple(name for _, name in places),
        rows=rows,
        totals=totals,
        total=sum(totals),
    )


def end_of(text: str) -> date | None:
    """Return the last day that a typed end of funding means: ``31.12.2014``, ``6/2014``, ``2014``; None if unclear."""
    try:
        if found := _DAY.search(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _ISO.search(text):
            year, month = int(found[1]), int(found[2])
            return date(year, month, int(found[3])) if found[3] else _last_of_month(year, month)
        if found := _MONTH.search(text):
            return _last_of_month(int(found[2]), int(found[1]))
        if found := _YEAR.search(text):
            return date(int(found[1]), 12, 31)
    except ValueError:
        return None
    return None


def _last_of_month(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _ordered(context: Context) -> Iterator[Offering]:
    facts = context.facts
    for ags in (*facts.ags, *(key for key in facts.offerings if key not in facts.ags)):
        yield from facts.offerings.get(ags, ())


def _passes(context: Context, offering: Offering, wish: OfferingFilter) -> bool:
    place = "" if wish.municipality_id == DISTRICT else wish.municipality_id
    field_ids = offering.field_ids or (WITHOUT_FIELD,)
    return (
        (not wish.field_id or wish.field_id in field_ids)
        and (not wish.municipality_id or offering.municipality_id == place)
        and (not wish.target_group or wish.target_group in offering.target_groups)
        and (wish.permanent is None or offering.permanent is wish.permanent)
        and _ends_before(offering, wish.ends_before)
        and _holds(context, offering, wish.words)
    )


def _ends_before(offering: Offering, day: date | None) -> bool:
    if day is None:
        return True
    end = _end(offering)
    return end is not None and end < day


def _end(offering: Offering) -> date | None:
    ends = [offering.ends, *(end_of(part.until) for part in offering.funding)]
    return min((end for end in ends if end is not None), default=None)


def _holds(context: Context, offering: Offering, words: str) -> bool:
    wanted = fold(words).split()
    if not wanted:
        return True
    titles = (context.facts.field_title(field_id) for field_id in offering.field_ids)
    money = (text for part in offering.funding for text in (part.source, part.programme))
    texts = (
        offering.title, offering.provider, offering.partners, offering.description, offering.place, offering.success,
        context.facts.place(offering.municipality_id), audience(context, offering), *titles, *money,
    )  # fmt: skip
    folded = fold(" ".join(texts))
    return all(word in folded for word in wanted)


def _row(context: Context, labels: Labels, offering: Offering) -> OfferingRow:
    facts, end = context.facts, _end(offering)
    titles = tuple(filter(None, (facts.field_title(field_id) for field_id in offering.field_ids)))
    published = {None: "", True: "ja", False: "nein"}[offering.may_publish]
    return OfferingRow(
        id=offering.id,
        title=offering.title,
        municipality_id=offering.municipality_id,
        municipality=facts.place(offering.municipality_id) if offering.municipality_id else "kreisweit",
        provider=offering.provider,
        field_ids=offering.field_ids,
        fields=tuple(sorted(titles, key=sort_key)),
        target_groups=audience(context, offering),
        reach=listed(filter(None, [labels.of(offering.reach), offering.place]), "–"),
        duration=duration(context, offering),
        funding=funding(context, offering),
        ends=end,
        ends_text=short_day(end) if end else "",
        continuation=labels.of(offering.continuation),
        published=published,
    )


def _count(group: Sequence[Offering], field_id: str) -> int:
    if field_id == WITHOUT_FIELD:
        return sum(not offering.field_ids for offering in group)
    return sum(field_id in offering.field_ids for offering in group)
