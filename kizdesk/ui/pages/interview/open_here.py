"""Put together what stands under „Fragen im Abschnitt“: what is answered stays in its place."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.counting import is_afterwards, is_by_itself, is_required
from kizdesk.domain.guide import Repeat
from kizdesk.domain.interviews import AnswerState
from kizdesk.project.runner.asleep import asleep_sentences
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.finding import short_text
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking import ReplyState
from kizdesk.ui.pages.interview.lists import ListLine

_LATER, _ASLEEP, _AFTERWARDS, _REQUIRED = "nachreichen", "entfällt", "später", "Pflicht"
_BEFOREHAND = "vorab"
_UNCOUNTED = "Was vorab oder später eingetragen wird, zählt links nicht mit."
_DONE, _OPEN = "✓", "•"
_SPOKEN = {
    ReplyState.OPEN: "offen",
    ReplyState.GIVEN: "beantwortet",
    ReplyState.DECLINED: "keine Angabe",
    ReplyState.LATER: "wird nachgereicht",
    ReplyState.HIDDEN: "derzeit nicht gefragt",
}


@dataclass(frozen=True, slots=True)
class OpenHere:
    """Be the lines to jump from, the key of the one shown now, what is said without lines, and a remark below."""

    lines: tuple[ListLine, ...]
    current: str
    instead: str
    remark: str


def open_here(course: Course, place: Place) -> OpenHere | None:
    """Return the questions of the section of a place; None at those on one offering, which are not counted."""
    section = course.section(place)
    if place.question_id and section.repeat is Repeat.PER_OFFERING:
        return None
    choosing = place.is_head and section.repeat is Repeat.PER_FIELD
    lines = () if choosing else tuple(_line(course, stop, place) for stop in course.around(place))
    current = place.key if any(line.key == place.key for line in lines) else ""
    instead = _instead(course) if choosing else ""
    uncounted = (_UNCOUNTED,) if any(line.detail in (_BEFOREHAND, _AFTERWARDS) for line in lines) else ()
    return OpenHere(lines, current, instead, "\n".join((*uncounted, *asleep_sentences(course, place))))


def _line(course: Course, stop: Place, here: Place) -> ListLine:
    """Return a line whose words and details take the same room before and after the answer."""
    state = course.state(stop) or ReplyState.OPEN
    question = None if stop.is_head else course.question(stop)
    required = question is not None and is_required(question)
    done = state in (ReplyState.GIVEN, ReplyState.DECLINED)
    afterwards = question is not None and is_afterwards(question) and not done
    asleep = state is ReplyState.HIDDEN
    usual = _rows_told(course, stop)
    detail = _LATER if state is ReplyState.LATER else _ASLEEP if asleep else _AFTERWARDS if afterwards else usual
    spoken = ("diese Frage" if stop == here else "", "Pflichtangabe" if required else "", _SPOKEN[state], usual)
    return ListLine(
        stop.key,
        short_text(course, stop),
        detail or (_REQUIRED if required else _BEFOREHAND if question is not None and is_by_itself(question) else ""),
        "attention" if state is ReplyState.LATER else "muted",
        ", ".join(filter(None, spoken)),
        faint=done or asleep or afterwards,
        sign=_DONE if done else _OPEN,
    )


def _rows_told(course: Course, stop: Place) -> str:
    """Say how many of the usual rows of a table are answered; empty if it is none or all of them, or it has none."""
    answer = course.answer(stop)
    if stop.is_head or answer is None or answer.state is not AnswerState.GIVEN:
        return ""
    usual = course.question(stop).rows
    count = len({row[0] for row in answer.rows if row} & set(usual))
    return f"{count} von {len(usual)}" if 0 < count < len(usual) else ""


def _instead(course: Course) -> str:
    if any(line.scope_id for line in course.outline.sections):
        return "Was zu jedem Handlungsfeld offen ist, steht links."
    return "Gefragt wird hier, sobald ein Handlungsfeld gewählt ist."
