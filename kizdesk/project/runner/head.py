"""Begin and end an interview, and say in words where it stands and who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus
from kizdesk.domain.people import Person, PrivacyPurpose
from kizdesk.domain.places import Municipality
from kizdesk.project.interviews.releasing import ended_status, is_held
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.runner.involved import consent_of
from kizdesk.project.runner.purposes import purpose_words
from kizdesk.project.wording.labels import Labels

_COUNTS = ("niemand beteiligt", "eine Person beteiligt", "zwei Beteiligte", "drei Beteiligte", "vier Beteiligte")
_MORE = ("fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")


@dataclass(frozen=True, slots=True)
class Involved:
    """Be somebody who takes part: who it is, and what the person consented to, in words."""

    person_id: str
    words: str
    consents: str
    may_quote: bool


def title(project: OpenProject, interview: Interview) -> str:
    """Return the title of an interview, such as ``Gespräch mit Grevenbroich``."""
    place = project.snapshot.find(Municipality, interview.municipality_id)
    return "Gespräch" if place is None else f"Gespräch mit {place.name}"


def state_line(project: OpenProject, labels: Labels, interview: Interview, changed: int = 0) -> str:
    """Return the state of an interview in one line: when, how, how many people, which guide.

    ``changed`` places of its minutes are others than at their release.
    """
    day = f"{interview.held_on:%d.%m.%Y}" if interview.held_on else "ohne Datum"
    when = ", ".join(filter(None, [day, labels.of(interview.form)]))
    known = project.snapshot.by_id(Person)
    people = sum(1 for person_id in interview.person_ids if person_id in known)
    state = {InterviewStatus.DONE: "Beendet", InterviewStatus.RELEASED: "Freigegeben"}.get(interview.status, "")
    if changed and interview.released_on is not None:
        places = "an einer Stelle" if changed == 1 else f"an {changed} Stellen"
        state = f"{state or 'Freigegeben'}, {places} nach der Freigabe geändert"
    return " · ".join(filter(None, [state, when, _people(people), f"Leitfaden {interview.guide_version}"]))


def involved(project: OpenProject, interview: Interview) -> tuple[Involved, ...]:
    """Return who takes part, with their Einwilligungen."""
    words = purpose_words(project)
    return tuple(
        _involved(project, words, person_id)
        for person_id in interview.person_ids
        if project.snapshot.find(Person, person_id) is not None
    )


def person_words(project: OpenProject, person_id: str) -> str:
    """Return who a person is: the name with the function, or what is known of both."""
    person = project.snapshot.find(Person, person_id)
    if person is None:
        return ""
    return ", ".join(filter(None, [person.name, person.function])) or person.unit or "ohne Namen"


def begin(project: OpenProject, interview_id: str) -> bool:
    """Begin a planned interview: its status, and day and time if they are not set; tell whether anything changed."""
    interview = project.snapshot.get(Interview, interview_id)
    if interview.status is not InterviewStatus.PLANNED:
        return False
    now = project.now()
    values: dict[str, object] = {"status": InterviewStatus.RUNNING}
    if interview.held_on is None:
        values["held_on"] = now.date()
    today = interview.held_on in (None, now.date()) and interview.form is not InterviewForm.FORM
    fits = interview.ended is None or _minute(now) <= interview.ended
    if interview.started is None and today and fits:
        values["started"] = _minute(now)
    set_values(project, Interview, interview_id, values, label="Gespräch beginnen")
    return True


def end(project: OpenProject, interview_id: str) -> None:
    """End an interview: its status, and its time if it is held today; one that began later by its entry gets none."""
    interview = project.snapshot.get(Interview, interview_id)
    now = project.now()
    values: dict[str, object] = {}
    if not is_ended(interview):
        values["status"] = ended_status(interview)
    today = interview.held_on == now.date() and interview.form is not InterviewForm.FORM
    fits = interview.started is None or interview.started <= _minute(now)
    if interview.ended is None and today and fits:
        values["ended"] = _minute(now)
    set_values(project, Interview, interview_id, values, label="Gespräch beenden")


def is_ended(interview: Interview) -> bool:
    """Tell whether an interview is over."""
    return is_held(interview)


def resume(project: OpenProject, interview_id: str) -> None:
    """Take an ended interview up again; if it is held today, it will end later."""
    interview = project.snapshot.get(Interview, interview_id)
    values: dict[str, object] = {"status": InterviewStatus.RUNNING}
    if interview.held_on == project.now().date():
        values["ended"] = None
    set_values(project, Interview, interview_id, values, label="Gespräch wieder aufnehmen")


def _minute(now: datetime) -> time:
    return now.time().replace(second=0, microsecond=0, tzinfo=None)


def _people(count: int) -> str:
    if count < len(_COUNTS):
        return _COUNTS[count]
    rest = count - len(_COUNTS)
    return f"{_MORE[rest] if rest < len(_MORE) else count} Beteiligte"


def _involved(project: OpenProject, words: Mapping[PrivacyPurpose, str], person_id: str) -> Involved:
    found = [(words[purpose], consent_of(project, person_id, purpose)) for purpose in words]
    granted = [text for text, consent in found if consent is not None and consent.holds()]
    revoked = [text for text, consent in found if consent is not None and consent.revoked_on is not None]
    told = (("Eingewilligt", granted), ("Widerrufen", revoked))
    parts = [f"{title}: {', '.join(names)}" for title, names in told if names]
    quote = consent_of(project, person_id, PrivacyPurpose.QUOTE)
    consents = " · ".join(parts) or "Einwilligungen: noch keine erfasst"
    return Involved(person_id, person_words(project, person_id), consents, quote is not None and quote.holds())
