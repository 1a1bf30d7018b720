"""Read a paper as the window shows it: its fields, what they hold, whose text it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.layout import AmountLine, ChoiceOption, FieldType, LayoutField, PaperLayout
from kizdesk.concept.papers.values import FieldValue, answer_of, values_of
from kizdesk.concept.survey import Survey
from kizdesk.concept.wording import Wording
from kizdesk.domain.papers import Paper, PaperKind, PaperStop
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.concept import materials
from kizdesk.project.opened import OpenProject

KINDS = (PaperKind.COUNCIL, PaperKind.REPORT)
"""The papers that this package writes."""
_GENERAL = {PaperKind.COUNCIL: "allgemein", PaperKind.REPORT: "sachstand"}
_LAYOUTS, _WORDS = "papers", "concept/papers.toml"


class FieldState(Enum):
    """Tell whose text a field has; the values are the words shown."""

    PROPOSED = "Vorschlag aus den Daten"
    OWN = "eigener Text"
    EMPTY = "noch leer"


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

    @property
    def value(self) -> FieldValue:
        """Return what it holds."""
        return self.values[0]

    @property
    def is_own(self) -> bool:
        """Tell whether somebody wrote or put together something here."""
        return self.state is FieldState.OWN


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """Be one paper: its layout and its fields."""

    kind: PaperKind
    layout: PaperLayout
    fields: tuple[FieldRow, ...]
    is_begun: bool
    """Somebody has chosen or written something."""

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
    things = materials(project)
    paper, known = paper_of(project, kind), layouts(project, kind)
    layout = next((layout for layout in known if layout.id == paper.layout), known[0])
    context = Context(Facts(project.snapshot), things, Survey(Snapshot(), things.guide))
    words = Wording.of(project.library.toml(_WORDS))
    return Brief(context=context, words=words, layout=layout, paper=paper, today=project.now().date())


def read_paper(project: OpenProject, kind: PaperKind) -> PaperSheet:
    """Return a paper with all its fields."""
    brief = brief_of(project, kind)
    values = values_of(brief)
    rows = tuple(_row(brief, field, [values[key] for key in field.keys]) for field in brief.layout.fields)
    return PaperSheet(kind, brief.layout, rows, is_begun=bool(brief.paper.id))


def proposed_answer(project: OpenProject, question_id: str) -> str:
    """Return what the data tells to a question; empty where it tells nothing."""
    brief = brief_of(project, PaperKind.REPORT)
    asked = next((question for question in brief.questions if question.id == question_id), None)
    return "" if asked is None else answer_of(brief, asked).proposal


def stops_shown(project: OpenProject, kind: PaperKind) -> tuple[PaperStop, ...]:
    """Return the Beratungsfolge as it is printed, with empty ids while it is only proposed."""
    return tuple(stop.record for stop in brief_of(project, kind).stops)


def _row(brief: Brief, field: LayoutField, values: list[FieldValue]) -> FieldRow:
    return FieldRow(
        field.key,
        field.label,
        field.type,
        field.help,
        _state(brief, field, values),
        tuple(values),
        field.options,
        field.amounts,
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
    return FieldState.OWN if own else FieldState.PROPOSED if filled else FieldState.EMPTY


def begun_papers(project: OpenProject) -> Iterator[PaperKind]:
    """Yield the kinds of papers that are written: the Sitzungsvorlage always, a report where there is something for it.

    A report has something to tell once somebody began it, asked something or entered courses of action.
    """
    yield PaperKind.COUNCIL
    brief = brief_of(project, PaperKind.REPORT)
    if brief.paper.id or brief.questions or brief.courses:
        yield PaperKind.REPORT
