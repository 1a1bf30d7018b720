"""Count, section by section, what of an interview is asked, dealt with and promised for later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from kizdesk.domain.answering import asked, is_filled
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, AnswerState, Interview, answer_id
from kizdesk.domain.snapshot import Snapshot


class ReplyState(Enum):
    """Tell where a question of an interview stands."""

    OPEN = "offen"
    GIVEN = "beantwortet"
    LATER = "nachreichen"
    DECLINED = "keine_angabe"
    HIDDEN = "entfaellt"
    """Not asked, because of the answer to an earlier question."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Count questions: those asked, those dealt with (answered or declined), those promised for later."""

    asked: int = 0
    done: int = 0
    later: int = 0

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.asked + other.asked, self.done + other.done, self.later + other.later)

    @property
    def share(self) -> float:
        """Return how far it is, from 0 to 1; where nothing is asked, nothing is done."""
        return self.done / self.asked if self.asked else 0.0

    @property
    def is_complete(self) -> bool:
        """Tell whether everything asked is dealt with."""
        return bool(self.asked) and self.done == self.asked

    @property
    def text(self) -> str:
        """Return it as a narrow list shows it: ``4/7``."""
        return f"{self.done}/{self.asked}"

    @property
    def sentence(self) -> str:
        """Return it in words, for tooltips and screen readers."""
        if not self.asked:
            return "nichts zu fragen"
        later = f", {self.later} nachzureichen" if self.later else ""
        return f"{self.done} von {self.asked} Fragen erledigt{later}"


def summed(parts: Iterable[Progress]) -> Progress:
    """Return the sum of many counts."""
    total = [0, 0, 0]
    for part in parts:
        total[0] += part.asked
        total[1] += part.done
        total[2] += part.later
    return Progress(*total)


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Be the place of an answer, whether it is given yet or not."""

    interview_id: str
    question_id: str
    scope_id: str = ""

    @property
    def target(self) -> Target:
        """Return where the window jumps to: an answer of this id may not be there yet."""
        identity = answer_id(self.interview_id, self.question_id, self.scope_id)
        return Target(Step.STOCK_TAKING, "answer", identity, self.question_id)


@dataclass(frozen=True, slots=True)
class InterviewCount:
    """Be what the questions of one interview add up to; those bound to records are not counted."""

    sections: Mapping[str, Progress]
    required_open: int = 0
    first_open: AnswerPlace | None = None
    first_required: AnswerPlace | None = None
    first_later: AnswerPlace | None = None

    @property
    def total(self) -> Progress:
        """Return the sum over all sections."""
        return summed(self.sections.values())


def reply_state(answer: Answer | None) -> ReplyState:
    """Return where a question that is asked stands."""
    if is_filled(answer):
        return ReplyState.GIVEN
    match answer.state if answer is not None else None:
        case AnswerState.LATER:
            return ReplyState.LATER
        case AnswerState.DECLINED:
            return ReplyState.DECLINED
        case _:
            return ReplyState.OPEN


def answer_place(snapshot: Snapshot, identity: str) -> AnswerPlace | None:
    """Return the place that an answer's id names, also before it is given; None for an interview that is gone."""
    answer = snapshot.find(Answer, identity)
    if answer is not None:
        return AnswerPlace(answer.interview_id, answer.question_id, answer.scope_id)
    for interview in snapshot.all(Interview):
        if identity.startswith(f"{interview.id}/"):
            question_id, _, scope_id = identity.removeprefix(f"{interview.id}/").partition("/")
            return AnswerPlace(interview.id, question_id, scope_id)
    return None


def count(guide: Guide, interview: Interview, answers: Mapping[str, Answer]) -> InterviewCount:
    """Count one interview."""
    counter = _Counter()
    for item in asked(guide, interview, answers):
        question = item.question
        if not item.visible or question.binding:
            continue
        place = AnswerPlace(interview.id, question.id, item.scope_id)
        state = reply_state(answers.get(answer_id(interview.id, question.id, item.scope_id)))
        counter.add(guide.section_of(question.id).id, place, state, required=question.required)
    return counter.result()


class _Counter:
    def __init__(self) -> None:
        self._sections: dict[str, list[int]] = {}
        self._required = 0
        self._first: dict[str, AnswerPlace] = {}

    def add(self, section_id: str, place: AnswerPlace, state: ReplyState, *, required: bool) -> None:
        held = self._sections.setdefault(section_id, [0, 0, 0])
        held[0] += 1
        held[1] += state in (ReplyState.GIVEN, ReplyState.DECLINED)
        held[2] += state is ReplyState.LATER
        if state is ReplyState.LATER:
            self._first.setdefault("later", place)
        if state is ReplyState.OPEN:
            self._first.setdefault("open", place)
            if required:
                self._required += 1
                self._first.setdefault("required", place)

    def result(self) -> InterviewCount:
        return InterviewCount(
            sections={key: Progress(*held) for key, held in self._sections.items()},
            required_open=self._required,
            first_open=self._first.get("open"),
            first_required=self._first.get("required"),
            first_later=self._first.get("later"),
        )
