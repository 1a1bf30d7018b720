"""Say where a municipality stands in the stock-taking, what comes next there, and list the interviews."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.facts import Facts
from kizdesk.concept.german import listed
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus, by_day
from kizdesk.domain.people import Person
from kizdesk.project.reading import short_day
from kizdesk.project.stocktaking.progress import InterviewCount, Progress
from kizdesk.project.stocktaking.united import united
from kizdesk.project.wording.labels import Labels

NOTHING = "–"
_TYPE_OFF = "Scan abtippen"
_FEW = 2
"""So many people are named in a list."""
Counts = Mapping[str, InterviewCount]
NextStep = tuple[str, Target]


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """Be one interview as the list shows it."""

    id: str
    municipality_id: str
    municipality: str
    day: date | None
    day_text: str
    form_text: str
    people_text: str
    status: InterviewStatus
    status_text: str
    progress: Progress
    guide_version: str
    released_on: date | None = None
    changed: int = 0
    """How many places of its minutes changed since their release, where somebody counted them."""
    apart: str = ""
    """What tells it from another of the same municipality and day."""

    @property
    def name(self) -> str:
        """Return the municipality, with what tells the interview from another of the same day."""
        return f"{self.municipality}, {self.apart}" if self.apart else self.municipality

    @property
    def changed_text(self) -> str:
        """Say that the minutes changed since their release; empty if not."""
        if not self.changed or self.released_on is None:
            return ""
        places = "an einer Stelle" if self.changed == 1 else f"an {self.changed} Stellen"
        return f"Seit der Freigabe am {short_day(self.released_on)} {places} geändert"


def next_step(
    municipality_id: str, interviews: Sequence[Interview], counts: Counts, today: date, scanned: Container[str] = ()
) -> NextStep:
    """Return in words what comes next in a municipality, and where that is done.

    ``scanned`` are the interviews with which the scan of a form is kept that somebody has to type off.
    """
    if not interviews:
        return "Gespräch planen", Target(Step.STOCK_TAKING, "municipality", municipality_id)
    for interview in interviews:
        if interview.status is InterviewStatus.RUNNING:
            return _going_on(interview, counts[interview.id], is_scanned=interview.id in scanned)
    planned = [interview for interview in interviews if interview.status is InterviewStatus.PLANNED]
    if planned:
        first = min(planned, key=lambda item: item.held_on or date.max)
        return _planned(first, today, is_scanned=first.id in scanned)
    return _afterwards(interviews, counts)


def interview_row(
    facts: Facts, labels: Labels, interview: Interview, progress: Progress, *, has_file: bool = False, apart: str = ""
) -> InterviewRow:
    """Return an interview as the list shows it; a file kept with one that is planned tells it from another."""
    told = "mit Anlage" if has_file and interview.status is InterviewStatus.PLANNED else ""
    return InterviewRow(
        id=interview.id,
        municipality_id=interview.municipality_id,
        municipality=facts.place(interview.municipality_id),
        day=interview.held_on,
        day_text=short_day(interview.held_on) if interview.held_on else "",
        form_text=", ".join(filter(None, (labels.of(interview.form), told))),
        people_text=people_text(facts, interview),
        status=interview.status,
        status_text=labels.of(interview.status),
        progress=progress,
        guide_version=interview.guide_version,
        released_on=interview.released_on,
        apart=apart,
    )


def people_text(facts: Facts, interview: Interview) -> str:
    """Return who takes part, by name or else by function; many are counted."""
    known = facts.snapshot.by_id(Person)
    people = [known[person_id] for person_id in interview.person_ids if person_id in known]
    if len(people) > _FEW:
        return f"{len(people)} Beteiligte"
    return listed(person.known_as or "ohne Namen" for person in people)


def _going_on(interview: Interview, counted: InterviewCount, *, is_scanned: bool) -> NextStep:
    if counted.first_open is not None:
        target = counted.first_open.target
    else:
        target = Target(Step.STOCK_TAKING, "interview", interview.id)
    if is_scanned and counted.first_open is not None:
        return _TYPE_OFF, target
    if interview.form is InterviewForm.FORM:
        return "Formular prüfen", target
    return ("Fortsetzen" if counted.first_open is not None else "Gespräch abschließen"), target


def _planned(interview: Interview, today: date, *, is_scanned: bool) -> NextStep:
    if is_scanned:
        return _TYPE_OFF, Target(Step.STOCK_TAKING, "interview", interview.id)
    if interview.form is InterviewForm.FORM:
        return "Formular abwarten", Target(Step.STOCK_TAKING, "interview", interview.id)
    if interview.held_on is None:
        return "Termin vereinbaren", Target(Step.STOCK_TAKING, "interview", interview.id, "held_on")
    target = Target(Step.STOCK_TAKING, "interview", interview.id)
    if interview.held_on > today:
        return f"Termin am {short_day(interview.held_on)}", target
    return "Gespräch beginnen", target


def _afterwards(interviews: Sequence[Interview], counts: Counts) -> NextStep:
    counted = united([counts[interview.id] for interview in by_day(interviews)])
    if counted.later:
        later = len(counted.later)
        return ("Eine Antwort nachreichen" if later == 1 else f"{later} Antworten nachreichen"), counted.later[0].target
    if counted.required:
        required = len(counted.required)
        words = "Eine Pflichtangabe ergänzen" if required == 1 else f"{required} Pflichtangaben ergänzen"
        return words, counted.required[0].target
    for interview in interviews:
        if interview.privacy_notice_given is not True and counts[interview.id].is_answered:
            target = Target(Step.STOCK_TAKING, "interview", interview.id, "privacy_notice_given")
            return "Datenschutz vermerken", target
    for interview in interviews:
        if interview.status is not InterviewStatus.RELEASED:
            return "Protokoll freigeben", Target(Step.STOCK_TAKING, "interview", interview.id, "released_on")
    return NOTHING, Target(Step.STOCK_TAKING, "interview", interviews[0].id)
