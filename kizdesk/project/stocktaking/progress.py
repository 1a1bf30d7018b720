"""Count, section by section, what of an interview is asked, dealt with and promised for later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from kizdesk.domain.answering import asked, is_answered, is_filled
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.counting import Filled, is_counted, is_register, is_required
from kizdesk.domain.guide import Guide, Question, Section
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
    def open(self) -> int:
        """Return how many questions wait for an answer that nobody promised for later."""
        return self.asked - self.done - self.later

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
    """Be what the questions of one interview add up to, by the rule of `kizdesk.domain.counting`."""

    sections: Mapping[str, Progress]
    is_answered: bool = False
    """Whether a question has an answer of its own; what records hold does not tell that anybody was asked."""
    states: Mapping[str, Mapping[tuple[str, str], ReplyState]] = field(default_factory=dict)
    """By section where each question that counts stands, by its id and scope."""
    first_open: AnswerPlace | None = None
    required: tuple[AnswerPlace, ...] = ()
    """Where required questions have no answer of their own."""
    later: tuple[AnswerPlace, ...] = ()
    """Where answers are promised for later."""

    @property
    def total(self) -> Progress:
        """Return the sum over all sections."""
        return summed(self.sections.values())


class Judged(NamedTuple):
    """Be one question of an interview with where it stands; only what ``counts`` is part of a number.

    A tuple, because the overview judges some 10,000 questions at once.
    """

    question: Question
    section: Section
    scope_id: str
    key: str
    """The id of its answer, given or not."""
    state: ReplyState
    counts: bool


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


def _state(question: Question, answer: Answer | None) -> ReplyState:
    state = reply_state(answer)
    return ReplyState.OPEN if state is ReplyState.GIVEN and not is_answered(question, answer) else state


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


def judged(guide: Guide, interview: Interview, answers: Mapping[str, Answer], filled: Filled) -> Iterator[Judged]:
    """Yield every question of an interview with where it stands; on offerings count not their questions, but one."""
    for item in asked(guide, interview, answers):
        question = item.question
        section = guide.section_of(question.id)
        key = answer_id(interview.id, question.id, item.scope_id)
        if not item.visible:
            state = ReplyState.HIDDEN
        elif question.binding:
            state = ReplyState.GIVEN if question.binding in filled.bindings else ReplyState.OPEN
        else:
            state = _state(question, answers.get(key))
        counts = item.visible and is_counted(question) and not is_register(section)
        yield Judged(question, section, item.scope_id, key, state, counts)


def register_progress(*, settled: bool) -> Progress:
    """Return how the register of offerings counts: as one question."""
    return Progress(1, int(settled))


def progress_of(states: Iterable[ReplyState]) -> Progress:
    """Return what the states of questions that count add up to."""
    found = list(states)
    done = found.count(ReplyState.GIVEN) + found.count(ReplyState.DECLINED)
    return Progress(len(found), done, found.count(ReplyState.LATER))


def count(guide: Guide, interview: Interview, answers: Mapping[str, Answer], filled: Filled) -> InterviewCount:
    """Count one interview."""
    counter = _Counter(interview.id)
    for item in judged(guide, interview, answers, filled):
        if item.counts:
            counter.add(item)
        elif is_register(item.section):
            counter.add_register(item, register_progress(settled=filled.register_settled))
    return counter.result()


class _Counter:
    def __init__(self, interview_id: str) -> None:
        self._registers: dict[str, Progress] = {}
        self._interview_id = interview_id
        self._states: dict[str, dict[tuple[str, str], ReplyState]] = {}
        self._answered = False
        self._first_open: AnswerPlace | None = None
        self._required: list[AnswerPlace] = []
        self._later: list[AnswerPlace] = []

    def add(self, item: Judged) -> None:
        self._states.setdefault(item.section.id, {})[item.question.id, item.scope_id] = item.state
        own = not item.question.binding
        if item.state is ReplyState.GIVEN or item.state is ReplyState.DECLINED:
            self._answered = self._answered or own
        elif item.state is ReplyState.LATER:
            self._later.append(self._place(item))
        else:
            self._note_open(item)
            if is_required(item.question):
                self._required.append(self._place(item))

    def add_register(self, item: Judged, progress: Progress) -> None:
        """Count a register once, however many of its questions come by; the first of them tells where it stands."""
        self._registers[item.section.id] = progress
        if progress.open:
            self._note_open(item)

    def result(self) -> InterviewCount:
        counted = {section_id: progress_of(states.values()) for section_id, states in self._states.items()}
        return InterviewCount(
            sections=counted | self._registers,
            is_answered=self._answered,
            states=self._states,
            first_open=self._first_open,
            required=tuple(self._required),
            later=tuple(self._later),
        )

    def _note_open(self, item: Judged) -> None:
        if self._first_open is None:
            self._first_open = self._place(item)

    def _place(self, item: Judged) -> AnswerPlace:
        return AnswerPlace(self._interview_id, item.question.id, item.scope_id)
