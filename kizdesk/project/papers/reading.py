"""Read a paper as the window shows it: its fields, what they hold, whose text it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.materials import Materials
from kizdesk.concept.outline import Outline
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.layout import AmountLine, ChoiceOption, FieldType, LayoutField, PaperLayout, StopColumn
from kizdesk.concept.papers.lines import as_typed
from kizdesk.concept.papers.stops import Stop
from kizdesk.concept.papers.values import FieldValue, answer_of, answered_fields, values_of
from kizdesk.concept.survey import Survey
from kizdesk.concept.wording import Wording
from kizdesk.domain.papers import Paper, PaperKind
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import OpenProject

__all__ = [
    "KINDS",
    "AmountLine",
    "ChoiceOption",
    "FieldRow",
    "FieldState",
    "FieldType",
    "FieldValue",
    "PaperLayout",
    "PaperSheet",
    "Stop",
    "as_typed",
    "begun_papers",
    "brief_of",
    "layouts",
    "paper_of",
    "proposed_answer",
    "read_paper",
    "stops_shown",
    "unanswered",
]
KINDS = (PaperKind.COUNCIL, PaperKind.REPORT)
"""The papers that this package writes."""
_GENERAL = {PaperKind.COUNCIL: "allgemein", PaperKind.REPORT: "sachstand"}
_STOP_FIELDS = {
    StopColumn.RAPPORTEUR: "rapporteur",
    StopColumn.AGENDA_ITEM: "agenda_item",
    StopColumn.REFERRED: "referred_to",
}
_LAYOUTS, _WORDS = "papers", "concept/papers.toml"


class FieldState(Enum):
    """Tell whose text a field has; the values are the words shown."""

    PROPOSED = "Vorschlag"
    OWN = "eigener Text"
    BLANK = "leer gelassen"
    """Somebody emptied it: nothing is printed, whatever the data tell."""
    ANSWERED = "bei den Fragen"
    """Told in the answer to a question, and not twice."""
    EMPTY = "leer"
    """The data tell nothing."""
    ELSEWHERE = "anderer Aufbau"
    """Not in this layout."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Be one field of a paper as it is listed and edited."""

    key: str
    label: str
    type: FieldType
    help: str
    state: FieldState
    values: tuple[FieldValue, ...]
    """What it holds, one for each of its keys; only amounts have several."""
    options: tuple[ChoiceOption, ...] = ()
    amounts: tuple[AmountLine, ...] = ()
    unprinted: frozenset[str] = frozenset()
    """What is entered of a station and not printed: names of fields of ``PaperStop``."""

    @property
    def value(self) -> FieldValue:
        """Return what it holds."""
        return self.values[0]

    @property
    def is_own(self) -> bool:
        """Tell whether somebody wrote or put together something here."""
        return self.state in (FieldState.OWN, FieldState.BLANK)


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """Be one paper: its layout and its fields."""

    kind: PaperKind
    layout: PaperLayout
    fields: tuple[FieldRow, ...]
    is_begun: bool
    """Somebody has chosen or written something."""
    has_version: bool = True
    """There is a version of the concept that the paper can speak of."""
    dated: date | None = None
    """The day that somebody gave it."""
    elsewhere: tuple[tuple[PaperLayout, tuple[str, ...]], ...] = ()
    """Other layouts with what they have and this one lacks."""

    @property
    def counts(self) -> dict[FieldState, int]:
        """Return how many fields there are in each state."""
        return {state: sum(field.state is state for field in self.fields) for state in FieldState}


def layouts(project: OpenProject, kind: PaperKind) -> tuple[PaperLayout, ...]:
    """Return the layouts of a kind of paper, the general one first; raises ShapeError for a fault in a file."""
    found = (PaperLayout.of(project.library.toml(name), name) for name in project.library.tomls(_LAYOUTS))
    own = (layout for layout in found if layout.kind is kind)
    return tuple(sorted(own, key=lambda layout: (layout.id != _GENERAL[kind], layout.title)))


def paper_of(project: OpenProject, kind: PaperKind) -> Paper:
    """Return the paper of a kind; with an empty id while nobody has touched it."""
    found = [paper for paper in project.snapshot.all(Paper) if paper.kind is kind]
    return min(found, key=lambda paper: (paper.position, paper.id)) if found else Paper(id="", kind=kind)


def brief_of(project: OpenProject, kind: PaperKind) -> Brief:
    """Return what a paper is made from."""
    library = project.library
    things = Materials(
        legal_basis=library.legal_basis(project.settings.legal_basis_id),
        guide=project.guides.present,
        outline=Outline.of(library.toml("concept/outline.toml")),
        wording=Wording.of(library.toml("concept/wording.toml")),
    )
    paper, known = paper_of(project, kind), layouts(project, kind)
    layout = next((layout for layout in known if layout.id == paper.layout), known[0])
    context = Context(Facts(project.snapshot), things, Survey(Snapshot(), things.guide))
    words = Wording.of(library.toml(_WORDS))
    return Brief(context=context, words=words, layout=layout, paper=paper, today=project.now().date())


def read_paper(project: OpenProject, kind: PaperKind) -> PaperSheet:
    """Return a paper with all its fields."""
    brief = brief_of(project, kind)
    values = values_of(brief)
    rows = tuple(_row(brief, field, [values[key] for key in field.keys]) for field in brief.layout.fields)
    others = ((other, brief.layout.beyond(other)) for other in layouts(project, kind))
    return PaperSheet(
        kind,
        brief.layout,
        rows,
        bool(brief.paper.id),
        brief.version is not None,
        brief.paper.dated,
        tuple((other, names) for other, names in others if names),
    )


def proposed_answer(project: OpenProject, question_id: str) -> str:
    """Return what the data tells to a question; empty where it tells nothing."""
    brief = brief_of(project, PaperKind.REPORT)
    asked = next((question for question in brief.questions if question.id == question_id), None)
    return "" if asked is None else answer_of(brief, asked).proposal


def unanswered(project: OpenProject) -> frozenset[str]:
    """Return the questions to which neither somebody nor the data give an answer."""
    brief = brief_of(project, PaperKind.REPORT)
    return frozenset(item.id for item in brief.questions if not answer_of(brief, item).text.strip())


def stops_shown(project: OpenProject, kind: PaperKind) -> tuple[Stop, ...]:
    """Return the Beratungsfolge as it is printed; its records have no id while it is only proposed."""
    return brief_of(project, kind).stops


def _row(brief: Brief, field: LayoutField, values: list[FieldValue]) -> FieldRow:
    return FieldRow(
        field.key,
        field.name,
        field.type,
        field.help,
        _state(brief, field, values),
        tuple(values),
        field.options,
        field.amounts,
        frozenset(name for column, name in _STOP_FIELDS.items() if column not in field.columns),
    )


def _state(brief: Brief, field: LayoutField, values: list[FieldValue]) -> FieldState:
    match field.type:
        case FieldType.STOPS:
            own, filled = any(stop.record.id for stop in brief.stops), bool(brief.stops)
        case FieldType.QUESTIONS:
            own, filled = bool(brief.questions), bool(brief.questions)
        case FieldType.DAY:
            own, filled = brief.paper.dated is not None, True
        case _:
            own = any(value.is_own for value in values)
            filled = any(value.text.strip() for value in values)
    if own:
        return FieldState.OWN if filled else FieldState.BLANK
    if filled:
        return FieldState.PROPOSED
    return FieldState.ANSWERED if field.key in answered_fields(brief) else FieldState.EMPTY


def begun_papers(project: OpenProject) -> Iterator[PaperKind]:
    """Yield the kinds of papers that are written: the Sitzungsvorlage always, a report where there is something for it.

    A report has something to tell once somebody began it, asked something or entered courses of action.
    """
    yield PaperKind.COUNCIL
    brief = brief_of(project, PaperKind.REPORT)
    if brief.paper.id or brief.questions or brief.courses:
        yield PaperKind.REPORT
