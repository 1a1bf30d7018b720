"""Rank the fields of action by how urgent the municipalities find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.figures.urgency import Urgency, grades_of, mean_text, namings_of, urgencies
from kizdesk.concept.german import listed, quoted
from kizdesk.domain.fields import Strand
from kizdesk.domain.texts import sort_key
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import reading_context
from kizdesk.project.wording.labels import Labels

_NAMED = 3
"""Municipalities named that want a field as focus; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Be what one municipality said of a field: its grade, if it gave one, and whether it wants it as focus."""

    place: str
    grade: int | None
    named: bool

    @property
    def text(self) -> str:
        """Return it in words."""
        wish = "als Schwerpunkt gewünscht" if self.named else ""
        return ", ".join(part for part in (str(self.grade) if self.grade is not None else "", wish) if part)


@dataclass(frozen=True, slots=True)
class UrgencyRow:
    """Be one field of action with its grades from 1 (nachrangig) to 5 (sehr dringlich)."""

    rank: int
    """Within its strand; fields without a grade stand last."""
    field_id: str
    title: str
    strand: Strand
    adopted: bool
    mean: float
    mean_text: str
    low: int
    high: int
    count: int
    named: int
    """How often it was named as the wanted focus."""
    text: str
    """All of it in words."""
    voices: tuple[Voice, ...] = ()
    """Who said so, one for each interview that did, by the names of the municipalities."""


@dataclass(frozen=True, slots=True)
class StrandRanking:
    """Be the fields of one strand, the most urgent first."""

    strand: Strand
    title: str
    rows: tuple[UrgencyRow, ...]


def proposal_text(rows: Sequence[UrgencyRow]) -> str:
    """Say why fields are proposed: those with grades are the most urgent, the others are only wanted by somebody."""
    urgent = listed(quoted(row.title) for row in rows if row.count)
    wanted = listed(f"{quoted(row.title)} (von {_wanting(row)})" for row in rows if not row.count)
    return " ".join(
        filter(
            None,
            (
                f"Nach den Gesprächen am dringlichsten: {urgent}." if urgent else "",
                f"Als Schwerpunkt gewünscht: {wanted}." if wanted else "",
            ),
        )
    )


def _wanting(row: UrgencyRow) -> str:
    places = list(dict.fromkeys(voice.place for voice in row.voices if voice.named))
    rest = len(places) - _NAMED
    return listed([*places[:_NAMED], f"{rest} weiteren"] if rest > 0 else places)


def urgency(project: OpenProject) -> tuple[StrandRanking, ...]:
    """Return the graded and named fields by strand."""
    context, labels = reading_context(project, with_answers=True), Labels(project.library)
    found = urgencies(context)
    adopted = {field.id for field in context.facts.adopted}
    return tuple(
        StrandRanking(strand, labels.of(strand), tuple(_rows(context, found, strand, adopted))) for strand in Strand
    )


def _rows(context: Context, found: Sequence[Urgency], strand: Strand, adopted: set[str]) -> Iterator[UrgencyRow]:
    members = [item for item in found if item.strand is strand]
    for rank, item in enumerate(members, start=1):
        yield _row(rank, item, tuple(_voices(context, item.field_id)), adopted=item.field_id in adopted)


def _voices(context: Context, field_id: str) -> Iterator[Voice]:
    for ags in sorted(context.survey.interviews_of, key=lambda key: sort_key(context.facts.place(key))):
        grades, wishes = grades_of(context, ags, field_id), namings_of(context, ags)
        named = field_id in wishes
        for place, grade in enumerate(grades or ([None] if named else [])):
            yield Voice(context.facts.place(ags), grade, named and place == 0)


def _row(rank: int, item: Urgency, voices: tuple[Voice, ...], *, adopted: bool) -> UrgencyRow:
    return UrgencyRow(
        voices=voices,
        rank=rank,
        field_id=item.field_id,
        title=item.title,
        strand=item.strand,
        adopted=adopted,
        mean=item.mean,
        mean_text=mean_text(item),
        low=min(item.grades, default=0),
        high=max(item.grades, default=0),
        count=len(item.grades),
        named=item.named,
        text=_text(item),
    )


def _text(item: Urgency) -> str:
    named = {0: "keine Nennung", 1: "eine Nennung"}.get(item.named, f"{item.named} Nennungen")
    if not item.grades:
        return f"ohne Einschätzung, {named}"
    if len(item.grades) == 1:
        return f"{item.grades[0]} (eine Einschätzung), {named}"
    spread = f"Mittel {mean_text(item)}, von {item.grades[0]} bis {item.grades[-1]}"
    return f"{spread} ({len(item.grades)} Einschätzungen), {named}"
