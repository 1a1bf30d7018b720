"""Step 2, Bestandsaufnahme: tell of each municipality which form it got, until when, and when it came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from kizdesk.concept.german import figure, listed
from kizdesk.domain.counting import is_register
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Guide, Section
from kizdesk.domain.interviews import Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import sort_key
from kizdesk.domain.working_days import next_working_day
from kizdesk.project.forms.letters import addressee_of
from kizdesk.project.forms.wish import BLOCKS, FormWish, offering_sections
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from kizdesk.project.wording.labels import Labels

_FOUR_WEEKS = timedelta(weeks=4)
_FEW = 3
"""So many municipalities are named, and a few more rather than counted."""
_WHOLE, _OFFERINGS, _GONE = "ganzer Leitfaden", "nur Angebote", "frühere Abschnitte"
_ON_PAPER = "zurück (auf Papier)"


class FormState(Enum):
    """Tell how far the form of a municipality is."""

    OVERDUE = "ueberfaellig"
    OUT = "unterwegs"
    BACK = "zurueck"
    NONE = "ohne"


@dataclass(frozen=True, slots=True)
class FormRow:
    """Be a municipality with its latest form."""

    municipality_id: str
    name: str
    state: FormState
    stands: str
    """The state in words, such as ``seit 12 Tagen überfällig``."""
    sent_on: date | None = None
    return_by: date | None = None
    back_on: date | None = None
    scope: str = ""
    """What the form asks for."""
    issue_id: str = ""
    interview_id: str = ""
    """The interview into which it was taken over."""
    contact: str = ""
    email: str = ""
    talked: str = ""
    """How far a conversation with the municipality is, or else what was answered in writing."""


def form_rows(project: OpenProject) -> tuple[FormRow, ...]:
    """Return all municipalities with their latest forms, in the order of their names."""
    register = _Register(project)
    places = sorted(project.snapshot.all(Municipality), key=lambda place: sort_key(place.name))
    return tuple(register.row(place) for place in places)


def without_interview(project: OpenProject) -> tuple[str, ...]:
    """Return the municipalities with which nobody has spoken yet, and from which no form came back."""
    begun = {it.municipality_id for it in project.snapshot.all(Interview) if it.status is not InterviewStatus.PLANNED}
    places = sorted(project.snapshot.all(Municipality), key=lambda place: sort_key(place.name))
    return tuple(place.id for place in places if place.id not in begun)


def proposed_return(project: OpenProject) -> date:
    """Return the last day that is proposed for the return of forms: a working day in four weeks."""
    return next_working_day(project.now().date() + _FOUR_WEEKS)


def wish_again(project: OpenProject, rows: Sequence[FormRow]) -> FormWish:
    """Return the wish to write forms again that asks for all that the latest of them asked for, with a new last day.

    What the guide or the project has no more is left out.
    """
    issues = [project.snapshot.get(FormIssue, row.issue_id) for row in rows if row.issue_id]
    is_whole = not all(issue.section_ids for issue in issues)
    asked = {key for issue in issues for key in issue.section_ids}
    sections = tuple(section.id for section in guide_in_force(project).sections if section.id in asked and not is_whole)
    registers = set(offering_sections(project))
    blocks = [it.offering_blocks for it in issues if not it.section_ids or registers.intersection(it.section_ids)]
    fields = {key for issue in issues for key in issue.field_ids}
    return FormWish(
        municipality_ids=tuple(row.municipality_id for row in rows),
        section_ids=sections,
        field_ids=tuple(
            field.id
            for field in project.snapshot.all(FieldOfAction)
            if field.id in fields and field.status is not FieldStatus.FORMER
        ),
        offering_blocks=max(blocks, default=BLOCKS),
        return_by=proposed_return(project),
        with_letters=True,
    )


def state_text(rows: Sequence[FormRow]) -> str:
    """Return in one line how many forms are where: ``8 Kommunen: 3 zurück, 4 unterwegs, 1 überfällig``."""
    words = ((FormState.BACK, "zurück"), (FormState.OUT, "unterwegs"), (FormState.OVERDUE, "überfällig"))
    counts = [(sum(row.state is state for row in rows), word) for state, word in words]
    told = ", ".join(f"{figure(count)} {word}" for count, word in counts if count)
    places = "Eine Kommune" if len(rows) == 1 else f"{figure(len(rows))} Kommunen"
    return f"{places}: {told or 'noch kein Formular ausgegeben'}"


def overdue_text(rows: Iterable[FormRow]) -> str:
    """Return in a sentence whose forms are overdue; empty if none is."""
    names = [row.name for row in rows if row.state is FormState.OVERDUE]
    if not names:
        return ""
    if len(names) == 1:
        return f"Das Formular von {names[0]} ist überfällig."
    return f"{figure(len(names))} Formulare sind überfällig: {listed(names)}."


def waiting_text(names: Iterable[str]) -> str:
    """Return in a sentence which municipalities have a form that is not back yet; empty if none has."""
    waiting = sorted(names, key=sort_key)
    if not waiting:
        return ""
    more = len(waiting) - _FEW
    named = waiting if more < _FEW else [*waiting[:_FEW], f"{figure(more)} weitere"]
    have = "hat" if len(waiting) == 1 else "haben"
    return f"{listed(named)} {have} schon ein Formular, das noch nicht zurück ist."


class _Register:
    """Look up what is known of the forms of a project."""

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._today, self._labels = project.now().date(), Labels(project.library)
        self._guide = guide_in_force(project)
        self._interviews: dict[str, list[Interview]] = {}
        for interview in project.snapshot.all(Interview):
            self._interviews.setdefault(interview.municipality_id, []).append(interview)
        self._issues: dict[str, list[FormIssue]] = {}
        for issue in project.snapshot.all(FormIssue):
            self._issues.setdefault(issue.municipality_id, []).append(issue)
        self._came = _came(project)
        self._filed = frozenset(file.interview_id for file in project.snapshot.all(Attachment))

    def row(self, place: Municipality) -> FormRow:
        """Return the row of a municipality."""
        person = addressee_of(self._project, place.id)
        issues = sorted(self._issues.get(place.id, ()), key=_sent)
        latest = issues[-1] if issues else None
        interview = self._answer(latest, issues, self._interviews.get(place.id, ())) if latest is not None else None
        state = self._state(latest, interview)
        return FormRow(
            municipality_id=place.id,
            name=place.name,
            state=state,
            stands=self._stands(state, latest, interview),
            sent_on=latest.sent_on if latest is not None else None,
            return_by=latest.return_by if latest is not None else None,
            back_on=interview.held_on if interview is not None else None,
            scope=scope_of(self._guide, latest.section_ids) if latest is not None else "",
            issue_id=latest.id if latest is not None else "",
            interview_id=interview.id if interview is not None else "",
            contact=person.known_as if person is not None else "",
            email=person.email if person is not None else "",
            talked=_talked(self._labels, self._interviews.get(place.id, ())),
        )

    def _answer(
        self, latest: FormIssue, issues: Iterable[FormIssue], interviews: Iterable[Interview]
    ) -> Interview | None:
        """Return what answers the latest form: it, or what came since, a form that asked for as much or one typed off.

        What came on the very day counts: who is reminded in the morning may have written already.
        """
        own = self._came.get(latest.id)
        if own is not None:
            return own
        asked_else = {issue.id for issue in issues if not _covers(issue, latest)}
        others = {self._came[key].id for key in asked_else & self._came.keys()}
        sent = _sent(latest)
        written = (it for it in interviews if it.id not in others and is_back(it, has_file=it.id in self._filed))
        since = [it for it in written if it.held_on is None or it.held_on >= sent]
        return max(since, key=_held, default=None)

    def _state(self, latest: FormIssue | None, interview: Interview | None) -> FormState:
        if latest is None:
            return FormState.NONE
        if interview is not None:
            return FormState.BACK
        is_late = latest.return_by is not None and latest.return_by < self._today
        return FormState.OVERDUE if is_late else FormState.OUT

    def _stands(self, state: FormState, latest: FormIssue | None, interview: Interview | None) -> str:
        if interview is not None and interview.id not in {held.id for held in self._came.values()}:
            return _ON_PAPER
        if state is FormState.OVERDUE and latest is not None and latest.return_by is not None:
            days = (self._today - latest.return_by).days
            return "seit gestern überfällig" if days == 1 else f"seit {figure(days)} Tagen überfällig"
        return {FormState.OUT: "unterwegs", FormState.BACK: "zurück"}.get(state, "nicht ausgegeben")


def scope_of(guide: Guide, section_ids: Sequence[str]) -> str:
    """Return in few words what a form asks for: the whole guide, some sections, or offerings only."""
    if not section_ids:
        return _WHOLE
    sections: list[Section] = [section for section in guide.sections if section.id in section_ids]
    if not sections:
        return _GONE
    if all(map(is_register, sections)):
        return _OFFERINGS
    letters = listed(section.letter for section in sections)
    return f"Abschnitt {letters}" if len(sections) == 1 else f"Abschnitte {letters}"


def _came(project: OpenProject) -> Mapping[str, Interview]:
    """Return the interviews into which forms were taken over, by the id of the form."""
    snapshot = project.snapshot
    interviews = snapshot.by_id(Interview)
    forms = snapshot.by_id(FormIssue)
    found = {key: held for key, held in interviews.items() if key in forms}
    for file in snapshot.all(Attachment):
        form_id = file.id.partition("/")[0]
        if form_id in forms and file.interview_id in interviews:
            found[form_id] = interviews[file.interview_id]
    return found


def _talked(labels: Labels, interviews: Sequence[Interview]) -> str:
    """Return how far the conversations are, those that are no forms; without any what came in writing."""
    held = [it for it in interviews if it.form is not InterviewForm.FORM]
    written = [it for it in interviews if it.form is InterviewForm.FORM and it.status is not InterviewStatus.PLANNED]
    begun = [it for it in held if it.status is not InterviewStatus.PLANNED]
    if begun:
        latest = max(begun, key=_held)
        word = "läuft seit dem" if latest.status is InterviewStatus.RUNNING else "geführt am"
        return f"{word} {latest.held_on:%d.%m.%Y}" if latest.held_on is not None else "begonnen"
    if held:
        return "geplant"
    return f"schriftlich, {labels.of(max(written, key=_held).status)}" if written else ""


def scanned_interviews(snapshot: Snapshot) -> frozenset[str]:
    """Return the interviews with which the scan of a form is kept, and none that came as a file."""
    held = {it.id for it in snapshot.all(Interview) if it.form is InterviewForm.FORM}
    files = [file for file in snapshot.all(Attachment) if file.interview_id in held]
    return frozenset(file.interview_id for file in files) - {file.interview_id for file in files if "/" in file.id}


def is_back(interview: Interview, *, has_file: bool) -> bool:
    """Tell whether an interview stands for a form that is back: it is begun, or a scan of it is kept."""
    return interview.form is InterviewForm.FORM and (interview.status is not InterviewStatus.PLANNED or has_file)


def _covers(earlier: FormIssue, later: FormIssue) -> bool:
    """Tell whether a form asks for all sections that another asks for."""
    return not earlier.section_ids or (bool(later.section_ids) and {*later.section_ids} <= {*earlier.section_ids})


def _sent(issue: FormIssue) -> date:
    return issue.sent_on or date.min


def _held(interview: Interview) -> date:
    return interview.held_on or date.min
