"""Sum up what the municipalities chose: a count per option, mean and spread of a scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kizdesk.concept.context import Context
from kizdesk.concept.german import figure
from kizdesk.concept.replies import option_labels
from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer

_GRADES = ("1", "2", "3", "4", "5")
_YES_NO = (QuestionType.YES_NO, QuestionType.YES_NO_PARTLY)
_CHOICES = (QuestionType.SINGLE, QuestionType.MULTIPLE, *_YES_NO)
_ANSWERS = {QuestionType.YES_NO: ("ja", "nein"), QuestionType.YES_NO_PARTLY: ("ja", "teilweise", "nein", "unbekannt")}
Given = Sequence[tuple[str, Answer]]
"""Answers that are given, each with the name of its municipality."""


@dataclass(frozen=True, slots=True)
class OptionCount:
    """Be how many municipalities chose one option, and which."""

    id: str
    label: str
    count: int
    share: float
    """Of the municipalities that answered, from 0 to 1."""
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleSummary:
    """Be the grades from 1 to 5 of a scale, or of one line of a matrix of scales."""

    label: str
    grades: tuple[int, int, int, int, int]
    """How often each grade was given."""
    mean: float
    low: int
    high: int
    low_label: str
    high_label: str

    @property
    def count(self) -> int:
        """Return how many grades were given."""
        return sum(self.grades)

    @property
    def text(self) -> str:
        """Return mean and spread in words."""
        if not self.count:
            return "keine Einschätzung"
        mean = figure(Decimal(f"{self.mean:.1f}"), 1)
        given = "eine Einschätzung" if self.count == 1 else f"{self.count} Einschätzungen"
        spread = f"alle {self.low}" if self.low == self.high else f"von {self.low} bis {self.high}"
        return f"Mittel {mean}, {spread} ({given})" if self.count > 1 else f"{mean} ({given})"


def option_counts(context: Context, question: Question, given: Given) -> tuple[OptionCount, ...]:
    """Return the options of a choice in their order; nothing for a question of another type."""
    if question.type not in _CHOICES:
        return ()
    chosen: dict[str, dict[str, None]] = {}
    for name, answer in given:
        for choice in answer.choices:
            chosen.setdefault(choice, {})[name] = None
    labels = _labels(context, question)
    answered = len({name for name, _ in given})
    counts = [
        OptionCount(
            key, label, len(chosen.get(key, ())), _share(len(chosen.get(key, ())), answered), tuple(chosen.get(key, ()))
        )
        for key, label in labels.items()
    ]
    return tuple(counts)


def scale_summaries(question: Question, given: Given) -> tuple[ScaleSummary, ...]:
    """Return one summary for a scale, one a line for a matrix of scales; nothing for another type."""
    if question.type is QuestionType.SCALE:
        chosen = (answer.choices[0] if answer.choices else answer.text for _, answer in given)
        return (_scale(question, "", chosen),)
    if question.type is not QuestionType.SCALE_MATRIX:
        return ()
    cells = [row for _, answer in given for row in answer.rows if len(row) > 1]
    return tuple(
        _scale(question, item.label, (grade for key, grade, *_ in cells if key == item.id)) for item in question.items
    )


def _labels(context: Context, question: Question) -> Mapping[str, str]:
    if question.type in _YES_NO:
        return {key: context.words.text(f"labels.choice.{key}") for key in _ANSWERS[question.type]}
    return option_labels(context, question)


def _scale(question: Question, label: str, chosen: Iterable[str]) -> ScaleSummary:
    counted = Counter(grade for grade in chosen if grade in _GRADES)
    found = [int(grade) for grade in counted.elements()]
    one, two, three, four, five = (counted[grade] for grade in _GRADES)
    return ScaleSummary(
        label=label,
        grades=(one, two, three, four, five),
        mean=sum(found) / len(found) if found else 0.0,
        low=min(found, default=0),
        high=max(found, default=0),
        low_label=question.scale[0],
        high_label=question.scale[1],
    )


def _share(count: int, total: int) -> float:
    return count / total if total else 0.0
