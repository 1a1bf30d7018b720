"""Ask, read and write at any place of an interview, the heads of its sections too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kizdesk.domain.guide import Option, Repeat
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import Ask, Reply, Shape, ask
from kizdesk.project.runner.choosing import ask_fields, choose_fields
from kizdesk.project.runner.head import is_ended, person_words
from kizdesk.project.runner.involved import known_people
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import question_at, read_reply, write_reply

_NOTICE = "interview.privacy_notice_given"
_MEANWHILE = (
    "Die Information gehört vor das Gespräch. "
    "Wer sie noch nicht hat, bekommt sie bitte jetzt, bevor weitergefragt wird."
)
_AFTER = "Die Information gehört vor das Gespräch. Wer sie noch nicht hat, bekommt sie bitte nachgereicht."


def is_register(project: OpenProject, interview_id: str, place: Place) -> bool:
    """Tell whether a place is the list of offerings."""
    return place.is_head and _repeat(project, interview_id, place) is Repeat.PER_OFFERING


def ask_at(project: OpenProject, interview_id: str, place: Place) -> Ask:
    """Return how the question at a place is answered; at the head of section G, the choice of fields."""
    interview = project.snapshot.get(Interview, interview_id)
    if place.is_head:
        guide = guide_of(project, interview)
        return ask_fields(project, interview, next(item for item in guide.sections if item.id == place.section_id))
    found = ask(project, question_at(project, interview_id, place))
    if found.question.binding == _NOTICE and interview.status is not InterviewStatus.PLANNED:
        return replace(found, question=replace(found.question, hint=_late(interview)))
    match found.shape:
        case Shape.CONSENTS:
            people = tuple(Option(key, person_words(project, key)) for key in interview.person_ids)
            return replace(found, items=people, day=_day_of(project, interview))
        case Shape.PEOPLE:
            others = known_people(project, interview)
            return replace(found, options=tuple(Option(item.id, person_words(project, item.id)) for item in others))
        case _:
            return found


def read_at(project: OpenProject, interview_id: str, place: Place) -> Reply:
    """Return what is answered at a place; raises UserError if the interview is gone."""
    if place.is_head:
        return Reply(choices=project.snapshot.get(Interview, interview_id).field_ids)
    return read_reply(project, interview_id, place)


def write_at(project: OpenProject, interview_id: str, place: Place, reply: Reply, *, stay: str = "") -> None:
    """Write what is answered at a place; raises UserError if it does not fit."""
    if place.is_head:
        choose_fields(project, interview_id, reply.choices, stay=stay)
    else:
        write_reply(project, interview_id, place, reply, stay=stay)


def _late(interview: Interview) -> str:
    """Return what to do about the notice when it is too late for before the interview."""
    return _AFTER if is_ended(interview) else _MEANWHILE


def _day_of(project: OpenProject, interview: Interview) -> date | None:
    """Return the day of an interview, unless it is still to come."""
    held = interview.held_on
    return held if held is not None and held <= project.now().date() else None


def _repeat(project: OpenProject, interview_id: str, place: Place) -> Repeat:
    guide = guide_of(project, project.snapshot.get(Interview, interview_id))
    return next((item.repeat for item in guide.sections if item.id == place.section_id), Repeat.NONE)


def largest_asks(project: OpenProject, interview_id: str) -> tuple[Ask, ...]:
    """Return, for each way of answering, the question that needs the most room, to be ready for all of them."""
    found: dict[Shape, Ask] = {}
    for question in guide_of(project, project.snapshot.get(Interview, interview_id)).questions():
        made = ask(project, question)
        held = found.get(made.shape)
        if held is None or _room(made) > _room(held):
            found[made.shape] = made
    return tuple(found.values())


def _room(made: Ask) -> int:
    return len(made.options) + len(made.items) + len(made.columns) + len(made.lines)
