"""Find a question of the guide by its words or those of its answer, and list what is still open."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.counting import is_required
from kizdesk.domain.interviews import passage_text
from kizdesk.domain.texts import fold
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking.progress import ReplyState

_STATES = {
    ReplyState.LATER: "wird nachgereicht",
    ReplyState.DECLINED: "keine Angabe",
    ReplyState.GIVEN: "beantwortet",
    ReplyState.OPEN: "offen",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Be one line of a list to jump from."""

    place: Place
    text: str
    detail: str
    words: str
    """What is searched, folded."""

    def fits(self, words: str) -> bool:
        """Tell whether every word stands in it."""
        return all(word in self.words for word in fold(words).split())


def all_questions(course: Course) -> tuple[Found, ...]:
    """Return every question that is asked now, with its state."""
    return tuple(_found(course, place) for place in course.places)


def open_questions(course: Course) -> tuple[Found, ...]:
    """Return what is open or to come."""
    return tuple(_found(course, place) for place in course.open_places())


def all_sections(course: Course) -> tuple[Found, ...]:
    """Return the sections, those per field of action once for each field."""
    found: list[Found] = []
    for line in course.outline.sections:
        head = Place(line.section_id)
        if line.scope_id and head not in {item.place for item in found}:
            name = f"{line.letter}  {line.title}: Auswahl ändern"
            found.append(Found(head, name, "", fold(name)))
        name = f"{line.letter}  {line.title}" + (f": {line.scope_title}" if line.scope_title else "")
        found.append(Found(course.lead(line), name, line.text, fold(f"{name} {line.short}")))
    return tuple(found)


def short_text(course: Course, place: Place) -> str:
    """Return number and short label of a question, or the title of a section at its head."""
    if place.is_head:
        section = course.section(place)
        return f"{section.letter}  {section.title}"
    question = course.question(place)
    return f"{question.number}  {question.short or question.text}"


def _found(course: Course, place: Place) -> Found:
    text = short_text(course, place)
    line = course.line(place)
    scope = line.scope_title if line is not None and place.scope_id else ""
    state = course.state(place)
    told = _STATES.get(state, "") if state else ""
    if place.is_head:
        return Found(place, text, ", ".join(filter(None, [scope, told])), fold(text))
    question = course.question(place)
    duty = "Pflichtangabe" if is_required(question) else ""
    detail = ", ".join(filter(None, [scope, duty, told]))
    parts = [part.label for part in (*question.options, *question.items, *question.columns)]
    answer = course.answer(place)
    given = passage_text(answer) if answer is not None else ""
    words = (text, question.text, question.hint, scope, *parts, *question.rows, given)
    return Found(place, text, detail, fold(" ".join(words)))
