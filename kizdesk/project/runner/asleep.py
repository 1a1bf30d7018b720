"""Say in words which questions are not asked now, because that depends on an earlier answer."""

from __future__ import annotations

from kizdesk.concept.german import listed
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.places import Place


def asleep_sentences(course: Course, place: Place) -> tuple[str, ...]:
    """Return for each such question of a section when it is asked: ``B.4 wird nur gefragt, wenn …``."""
    return tuple(asleep_sentence(course, stop) for stop in course.asleep(place))


def left_out_words(course: Course, place: Place) -> str:
    """Return which numbers are missing just before a question: ``B.4 entfällt``; empty if none is."""
    numbers = [course.question(stop).number for stop in course.left_out(place)]
    if not numbers:
        return ""
    return f"{listed(numbers)} {'entfällt' if len(numbers) == 1 else 'entfallen'}"


def asleep_sentence(course: Course, place: Place) -> str:
    """Return when a question is asked that is not asked now."""
    question = course.question(place)
    condition = question.condition
    if condition is None:
        return f"{question.number} wird derzeit nicht gefragt."
    earlier = course.guide.question(condition.question_id).number
    if condition.any_of:
        return f"{question.number} wird je nach Antwort auf {earlier} gefragt."
    answered = "nicht beantwortet" if condition.negated else "beantwortet"
    return f"{question.number} wird nur gefragt, wenn {earlier} {answered} ist."
