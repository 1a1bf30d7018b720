"""Put together what stands under „Offen in diesem Abschnitt“."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.counting import is_afterwards, is_register
from kizdesk.domain.guide import Repeat
from kizdesk.project.runner.asleep import asleep_sentences
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.finding import short_text
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking import ReplyState
from kizdesk.ui.pages.interview.lists import ListLine

_HERE, _LATER, _ASLEEP, _AFTERWARDS = "diese Frage", "nachreichen", "derzeit nicht gefragt", "später"


@dataclass(frozen=True, slots=True)
class OpenHere:
    """Be the lines to jump from, the key of the one shown now, what is said without lines, and a remark below."""

    lines: tuple[ListLine, ...]
    current: str
    instead: str
    remark: str


def open_here(course: Course, place: Place) -> OpenHere | None:
    """Return what is open in the section of a place; None at the questions on one offering, which are not counted."""
    if place.question_id and is_register(course.section(place)):
        return None
    lines = [line for stop in course.within(place) if (line := _line(course, stop, place)) is not None]
    same = [it for it in course.hidden if (it.section_id, it.scope_id) == (place.section_id, place.scope_id)]
    lines += [_told(course, stop, _HERE if stop == place else _ASLEEP, faint=True) for stop in same]
    current = place.key if any(line.key == place.key for line in lines) else ""
    return OpenHere(tuple(lines), current, _instead(course, place), "\n".join(asleep_sentences(course, place)))


def _line(course: Course, stop: Place, here: Place) -> ListLine | None:
    state = course.state(stop)
    if state is ReplyState.LATER:
        return _told(course, stop, _HERE if stop == here else _LATER, tone="attention")
    if course.is_open(stop):
        return _told(course, stop, _HERE if stop == here else "")
    if state is ReplyState.OPEN and not stop.is_head and is_afterwards(course.question(stop)):
        return _told(course, stop, _HERE if stop == here else _AFTERWARDS, faint=True)
    return None


def _told(course: Course, stop: Place, detail: str, *, tone: str = "muted", faint: bool = False) -> ListLine:
    return ListLine(stop.key, f"• {short_text(course, stop)}", detail, tone, faint=faint)


def _instead(course: Course, place: Place) -> str:
    if place.is_head and course.section(place).repeat is Repeat.PER_FIELD:
        if any(line.scope_id for line in course.outline.sections):
            return "Was zu jedem Handlungsfeld offen ist, steht links."
        return "Gefragt wird hier, sobald ein Handlungsfeld gewählt ist."
    return "In diesem Abschnitt ist nichts mehr offen."
