"""Tell what is known already from other conversations with the municipality, and take it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizdesk.domain.answering import is_filled, is_hidden
from kizdesk.domain.carrying import carried
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer, Interview, InterviewForm, answer_id
from kizdesk.domain.options import OF_TYPE
from kizdesk.project.interviews.answers import refuse_misfit
from kizdesk.project.interviews.edit import guide_of, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.runner.head import person_words
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import answer_at, question_at
from kizdesk.project.runner.words import reply_words

_SHARED = {"interview.person_ids": "person_ids", "interview.interviewers": "interviewers"}
_TEXTS = {QuestionType.TEXT: "; ", QuestionType.LONG_TEXT: "\n"}
"""Types that take any answer in words, with what stands between its lines."""
_BELOW = {QuestionType.TEXT: "; ", QuestionType.LONG_TEXT: "\n\n"}
"""What stands between an answer that was written here and one that is taken over."""
_IN_ROWS = (QuestionType.TABLE, QuestionType.SCALE_MATRIX)
_CHOSEN = (*OF_TYPE, QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.SCALE)
_NOTHING = "Zu dieser Frage ist noch nichts bekannt. Bitte die Antwort eingeben."
_ADDED = "Die frühere Antwort steht jetzt hinter Ihrer eigenen."
_REPLACED = "Die frühere Antwort steht jetzt anstelle Ihrer eigenen."
_NO_FIT = "Die frühere Antwort passt nicht mehr zu dieser Frage. Bitte die Antwort eingeben."


@dataclass(frozen=True, slots=True)
class Known:
    """Be what another conversation already answered: where it comes from, and the answer in words."""

    interview_id: str
    source: str
    lines: tuple[str, ...]
    fits: bool = True
    """Whether it can be taken over: the question may ask for something else today."""
    is_same: bool = False
    """Whether it is what is answered here, too."""


def known(project: OpenProject, interview_id: str, place: Place) -> tuple[Known, ...]:
    """Return what other conversations with the municipality answer to the question at a place, the latest first."""
    if place.is_head:
        return ()
    question, own = question_at(project, interview_id, place), answer_at(project, interview_id, place)
    interview = project.snapshot.get(Interview, interview_id)
    found: list[Known] = []
    for other in _others(project, interview):
        if question.binding:
            lines, fits, same = _shared_lines(project, question, other), True, _is_shared(question, interview, other)
        else:
            lines = _lines(project, question, other, place.scope_id)
            taken = _taken(project, interview, place, other, lines)
            fits, same = taken is not None, taken is not None and own is not None and _holds(question, own, taken)
        if lines:
            found.append(Known(other.id, f"Aus {origin_words(other)}", lines, fits, same))
    return tuple(found)


def known_of(
    project: OpenProject, municipality_id: str, guide_id: str, question: Question, scope_id: str
) -> Known | None:
    """Return the latest answer of a municipality to a question, whatever the conversation; never a hidden one."""
    for held in conversations(project, municipality_id, guide_id):
        lines = _lines(project, question, held, scope_id)
        if lines and guide_of(project, held).question(question.id).type is question.type:
            return Known(held.id, f"Aus {origin_words(held)}", lines)
    return None


def conversations(project: OpenProject, municipality_id: str, guide_id: str) -> list[Interview]:
    """Return the conversations with a municipality under a guide, the latest first."""
    held = [
        interview
        for interview in project.snapshot.all(Interview)
        if interview.municipality_id == municipality_id and interview.guide_id == guide_id
    ]
    return sorted(held, key=lambda interview: str(interview.held_on or ""), reverse=True)


def take_over(project: OpenProject, interview_id: str, place: Place, source_id: str = "") -> str:
    """Answer the question at a place as it was answered before, the latest time unless another is chosen.

    The answer keeps where it was taken from. What somebody wrote here stays: words come below it, and where only one
    answer has room, the sentence that is returned says what was replaced; empty where nothing was written here.
    Raises UserError if nothing is known that fits the question.
    """
    found = [it for it in known(project, interview_id, place) if source_id in ("", it.interview_id)]
    chosen = next((it for it in found if it.fits), None)
    if chosen is None:
        raise UserError(_NO_FIT if found else _NOTHING)
    if chosen.is_same:
        return ""
    question = question_at(project, interview_id, place)
    interview = project.snapshot.get(Interview, interview_id)
    other = project.snapshot.get(Interview, chosen.interview_id)
    if question.binding:
        values = {_SHARED[question.binding]: _together(question, interview, other)}
        set_values(project, Interview, interview_id, values, label=f"Frage {question.number} beantworten")
        return ""
    taken, own = _taken(project, interview, place, other, chosen.lines), answer_at(project, interview_id, place)
    if taken is None:
        return ""
    is_own = own is not None and is_filled(own) and not own.taken_from
    if is_own and own is not None and question.type in _TEXTS:
        taken = _below(question, own, taken)
    put_answer(project, taken, label=f"Antwort zu Frage {question.number} übernehmen")
    if not is_own:
        return ""
    return _ADDED if question.type in _TEXTS else _REPLACED


def origin_words(other: Interview | None) -> str:
    """Return which conversation it was, behind ``aus``: ``dem Gespräch vom 12.03.2026``."""
    if other is None:
        return "einem früheren Gespräch"
    kind = "den schriftlichen Angaben" if other.form is InterviewForm.FORM else "dem Gespräch"
    return f"{kind} vom {other.held_on:%d.%m.%Y}" if other.held_on else f"{kind} ohne Datum"


def taken_words(project: OpenProject, interview_id: str, place: Place) -> str:
    """Say where the answer at a place was taken over from; empty for one given here."""
    answer = answer_at(project, interview_id, place) if not place.is_head else None
    if answer is None or not answer.taken_from or not is_filled(answer):
        return ""
    return f"Übernommen aus {origin_words(project.snapshot.find(Interview, answer.taken_from))}."


def _others(project: OpenProject, own: Interview) -> Iterator[Interview]:
    held = conversations(project, own.municipality_id, own.guide_id)
    yield from (other for other in held if other.id != own.id)


def _lines(project: OpenProject, question: Question, other: Interview, scope_id: str) -> tuple[str, ...]:
    """Return an answer in the words of the guide it was given under; none where it was not asked in the end."""
    if question.binding:
        return _shared_lines(project, question, other)
    answers = project.snapshot.by_id(Answer)
    answer = answers.get(answer_id(other.id, question.id, scope_id))
    if answer is None or not is_filled(answer):
        return ()
    guide = guide_of(project, other)
    try:
        earlier = guide.question(question.id)
    except KeyError:
        return ()
    if earlier.binding or is_hidden(guide, other, answer, answers):
        return ()
    return reply_words(project, earlier, answer)


def _taken(
    project: OpenProject, interview: Interview, place: Place, other: Interview, lines: tuple[str, ...]
) -> Answer | None:
    """Return the answer here as it would be taken over; None if it does not fit the question of today."""
    earlier = project.snapshot.find(Answer, answer_id(other.id, place.question_id, place.scope_id))
    if earlier is None or not lines:
        return None
    guide, own = guide_of(project, interview), answer_at(project, interview.id, place)
    taken = replace(
        earlier,
        id=answer_id(interview.id, place.question_id, place.scope_id),
        interview_id=interview.id,
        note=own.note if own is not None and own.note else earlier.note,
        taken_from=other.id,
    )
    question, asked = guide.question(place.question_id), guide_of(project, other).question(place.question_id)
    kind = question.type
    if asked.type is kind:
        there = carried(taken, asked, question)
        if there.left:
            return None
        taken = there.answer
    elif kind in _TEXTS:
        taken = replace(taken, text=_TEXTS[kind].join(lines), choices=(), rows=())
    elif not (taken.rows if kind in _IN_ROWS else taken.choices if kind in _CHOSEN else taken.text):
        return None
    try:
        refuse_misfit(guide, taken, project.snapshot, project.library)
    except UserError:
        return None
    return taken


def _below(question: Question, own: Answer, taken: Answer) -> Answer:
    """Return an answer in words with another one below it."""
    words = _BELOW[question.type].join((own.text.rstrip(), taken.text))
    files = tuple(dict.fromkeys((*own.attachment_ids, *taken.attachment_ids)))
    return replace(taken, text=words, attachment_ids=files, taken_from="")


def _holds(question: Question, own: Answer, taken: Answer) -> bool:
    """Tell whether an answer says what another one says, perhaps among more."""
    if question.type not in _TEXTS:
        return _says(own) == _says(taken)
    gap = _TEXTS[question.type]
    is_in = bool(taken.text) and f"{gap}{taken.text}{gap}" in f"{gap}{own.text}{gap}"
    return _says(own) == _says(taken) or (is_in and set(taken.attachment_ids) <= set(own.attachment_ids))


def _says(answer: Answer) -> tuple[object, ...]:
    return answer.state, answer.text, answer.choices, answer.rows, answer.attachment_ids


def _shared_lines(project: OpenProject, question: Question, other: Interview) -> tuple[str, ...]:
    match _SHARED.get(question.binding):
        case "person_ids":
            return tuple(person_words(project, person_id) for person_id in other.person_ids)
        case "interviewers":
            return (other.interviewers,) if other.interviewers else ()
        case _:
            return ()


def _is_shared(question: Question, own: Interview, other: Interview) -> bool:
    name = _SHARED.get(question.binding, "")
    return bool(name) and getattr(own, name) == _together(question, own, other)


def _together(question: Question, own: Interview, other: Interview) -> object:
    """Return what an interview holds of itself, and behind it what another one does."""
    if _SHARED[question.binding] == "person_ids":
        return tuple(dict.fromkeys((*own.person_ids, *other.person_ids)))
    if other.interviewers in own.interviewers:
        return own.interviewers
    return ", ".join(filter(None, (own.interviewers, other.interviewers)))
