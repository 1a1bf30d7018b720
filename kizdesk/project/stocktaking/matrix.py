"""Show the stock-taking as a table: municipalities by sections of the guide, with stand and next step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.facts import grouped
from kizdesk.domain.checks import Target
from kizdesk.domain.counting import Filled, Records, is_register
from kizdesk.domain.guide import Guide, Section
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, Offering, by_day
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.stand import Stand, stand_of
from kizdesk.project.forms.register import FormState, form_rows, is_back, scanned_interviews
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.interviews.told_apart import told_apart
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of, guide_in_force
from kizdesk.project.stocktaking.progress import InterviewCount, Progress, count, register_progress
from kizdesk.project.stocktaking.rows import InterviewRow, interview_row, next_step
from kizdesk.project.stocktaking.united import PlaceCount, united
from kizdesk.project.wording.labels import Labels


@dataclass(frozen=True, slots=True)
class Column:
    """Be the head of a column: a section of the guide."""

    section_id: str
    letter: str
    short: str
    title: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Be one municipality; its cells stand in the order of the columns."""

    municipality_id: str
    name: str
    cells: tuple[Progress, ...]
    texts: tuple[str, ...]
    """What each cell says in words."""
    total: Progress
    stand: Stand
    stand_text: str
    next_step: str
    target: Target
    """Where the next step is done."""
    interview_ids: tuple[str, ...]
    changed: int = 0
    """How many places of its minutes changed since their release, where somebody counted them."""

    @property
    def changed_text(self) -> str:
        """Say that the minutes changed since their release; empty if not."""
        if not self.changed:
            return ""
        return f"Seit der Freigabe {'an einer Stelle' if self.changed == 1 else f'an {self.changed} Stellen'} geändert"


@dataclass(frozen=True, slots=True)
class Card:
    """Be a number above the table; a ``total`` of None has no bar."""

    count: int
    total: int | None
    text: str

    @property
    def number(self) -> str:
        """Return the large number: ``5 von 8``."""
        return str(self.count) if self.total is None else f"{self.count} von {self.total}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Be the whole table with the cards above it."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    interviews: Card
    forms: Card
    """Forms that came back, of those that were sent; 0 of 0 where everybody was spoken to."""
    offerings: Card
    later: Card

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards in their order; that of the forms only where there are forms."""
        forms = (self.forms,) if self.forms.total else ()
        return (self.interviews, *forms, self.offerings, self.later)


_Held = tuple[Interview, Guide, Filled, InterviewCount]
"""What an interview was counted by, and its count."""


class StockTaking:
    """Read the stock-taking again and again, counting only those interviews anew whose answers changed.

    What changed is seen from the records themselves, which are replaced and never altered: nobody needs to tell it,
    and undo costs no more than an edit.
    """

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._labels = Labels(project.library)
        self._answers: Mapping[str, Answer] = {}
        self._held: dict[str, _Held] = {}

    def turn_to(self, project: OpenProject) -> None:
        """Read from the same project opened or pinned elsewhere; what is counted stays counted."""
        self._project = project

    def matrix(self) -> Matrix:
        """Return the table as it is now."""
        facts, guide = facts_of(self._project), guide_in_force(self._project)
        counts, interviews = self._counts(facts.snapshot), _by_municipality(facts.snapshot)
        offerings = Counter(offering.municipality_id for offering in facts.snapshot.all(Offering))
        sections = _shown(guide)
        today, scanned = self._project.now().date(), scanned_interviews(facts.snapshot)
        rows = tuple(
            self._row(
                place,
                interviews.get(place.id, ()),
                counts,
                _Frame(sections, offerings[place.id], place.no_offerings, today, scanned),
            )
            for place in facts.municipalities
        )
        return Matrix(
            columns=tuple(Column(part.id, part.letter, part.brief, part.title) for part in sections),
            rows=rows,
            interviews=Card(sum(row.stand.is_done for row in rows), len(rows), "Kommunen abgeschlossen"),
            forms=_forms(self._project),
            offerings=_counted(offerings.total(), "Angebot erfasst", "Angebote erfasst"),
            later=_counted(sum(row.total.later for row in rows), "Antwort nachzureichen", "Antworten nachzureichen"),
        )

    def interviews(self) -> tuple[InterviewRow, ...]:
        """Return all interviews, by municipality and day."""
        facts = facts_of(self._project)
        counts, interviews = self._counts(facts.snapshot), _by_municipality(facts.snapshot)
        filed = {file.interview_id for file in facts.snapshot.all(Attachment)}
        apart = told_apart(self._labels, facts.snapshot.all(Interview))
        return tuple(
            interview_row(
                facts,
                self._labels,
                interview,
                counts[interview.id].total,
                has_file=interview.id in filed,
                apart=apart.get(interview.id, ""),
            )
            for place in facts.municipalities
            for interview in interviews.get(place.id, ())
        )

    def _counts(self, snapshot: Snapshot) -> Mapping[str, InterviewCount]:
        answers = snapshot.by_id(Answer)
        for interview_id in _touched(self._answers, answers):
            self._held.pop(interview_id, None)
        self._answers = answers
        records = Records(snapshot)
        fresh: dict[str, _Held] = {}
        for interview in snapshot.all(Interview):
            held, filled, guide = (
                self._held.get(interview.id),
                records.of(interview),
                guide_of(self._project, interview),
            )
            if held is None or held[0] is not interview or held[1] is not guide or held[2] != filled:
                held = interview, guide, filled, count(guide, interview, answers, filled)
            fresh[interview.id] = held
        self._held = fresh
        return {key: held[-1] for key, held in fresh.items()}

    def _row(
        self, place: Municipality, interviews: Sequence[Interview], counts: Mapping[str, InterviewCount], frame: _Frame
    ) -> MatrixRow:
        stand = stand_of(interviews)
        counted = united([counts[interview.id] for interview in by_day(interviews)])
        cells = tuple(_cell(section, counted, frame) for section in frame.sections)
        words, target = next_step(place.id, interviews, counts, frame.today, frame.scanned)
        return MatrixRow(
            municipality_id=place.id,
            name=place.name,
            cells=cells,
            texts=tuple(_cell_text(section, cell, frame) for section, cell in zip(frame.sections, cells, strict=True)),
            total=counted.total,
            stand=stand,
            stand_text=self._labels.of(stand),
            next_step=words,
            target=target,
            interview_ids=tuple(interview.id for interview in interviews),
        )


class _Reader:
    """Keep the one who reads the stock-taking."""

    def __init__(self) -> None:
        self._stocktaking: StockTaking | None = None

    def turned_to(self, project: OpenProject) -> StockTaking:
        """Return it, for a project that may have been changed."""
        self._stocktaking = self._stocktaking or StockTaking(project)
        self._stocktaking.turn_to(project)
        return self._stocktaking


def matrix(project: OpenProject) -> Matrix:
    """Return the table once, counting everything that is not kept from the last time."""
    return project.keeping.of(_Reader).turned_to(project).matrix()


def _touched(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> set[str]:
    """Return the interviews that have an answer more, less or another than before."""
    if before is after:
        return set()
    changed = {answer.interview_id for key, answer in after.items() if before.get(key) is not answer}
    gone = before.keys() - after.keys()
    return changed | {before[key].interview_id for key in gone}


@dataclass(frozen=True, slots=True)
class _Frame:
    sections: tuple[Section, ...]
    offerings: int
    without_offerings: bool
    today: date
    scanned: frozenset[str]


def _shown(guide: Guide) -> tuple[Section, ...]:
    """Return the sections that are about the municipality, not about the interview itself."""
    return tuple(
        section
        for section in guide.sections
        if any(
            not question.retired and (not question.binding or question.binding.startswith("offering."))
            for question in section.questions
        )
    )


def _by_municipality(snapshot: Snapshot) -> Mapping[str, tuple[Interview, ...]]:
    ordered = sorted(snapshot.all(Interview), key=lambda record: (record.held_on or date.max, record.id))
    return grouped(ordered, lambda record: record.municipality_id)


def _cell(section: Section, counted: PlaceCount, frame: _Frame) -> Progress:
    if is_register(section):
        return register_progress(settled=bool(frame.offerings) or frame.without_offerings)
    return counted.sections.get(section.id, Progress())


def _cell_text(section: Section, cell: Progress, frame: _Frame) -> str:
    if is_register(section):
        return f"{section.title}: {_register_text(frame)}"
    return f"{section.title}: {cell.sentence if cell.asked else 'noch nicht begonnen'}"


def _register_text(frame: _Frame) -> str:
    if not frame.offerings and frame.without_offerings:
        return "Es gibt keine Angebote"
    return "ein Angebot erfasst" if frame.offerings == 1 else f"{frame.offerings or 'keine'} Angebote erfasst"


def _counted(count: int, one: str, many: str) -> Card:
    return Card(count, None, one if count == 1 else many)


def _forms(project: OpenProject) -> Card:
    """Count the municipalities that got a form or are written down by one, and those from which it is back."""
    rows = form_rows(project)
    out = {row.municipality_id for row in rows if row.state is not FormState.NONE}
    back = {row.municipality_id for row in rows if row.state is FormState.BACK}
    written = [it for it in project.snapshot.all(Interview) if it.form is InterviewForm.FORM]
    unissued = [it for it in written if it.municipality_id not in out]
    out |= {it.municipality_id for it in unissued}
    filed = {file.interview_id for file in project.snapshot.all(Attachment)}
    back |= {it.municipality_id for it in unissued if is_back(it, has_file=it.id in filed)}
    return Card(len(back), len(out), "Formulare zurück")
