"""Know what is chosen at questions whose options follow from their type: yes and no, grades of a scale."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from kizdesk.domain.guide import Option, Question, QuestionType

YES_NO = (Option("ja", "Ja"), Option("nein", "Nein"))
OF_TYPE: Mapping[QuestionType, tuple[Option, ...]] = MappingProxyType(
    {
        QuestionType.YES_NO: YES_NO,
        QuestionType.YES_NO_PARTLY: (
            *YES_NO,
            Option("teilweise", "Teilweise"),
            Option("unbekannt", "Nicht bekannt"),
        ),
    }
)
"""The options of types that have the same ones at every question."""
GRADES = tuple(Option(str(grade), str(grade)) for grade in range(1, 6))
NOT_RATED = Option("n", "Nicht beurteilbar")
NONE_OF_THEM = "keine"
"""The id of an option of several that says of all others that they do not hold."""


def denies_itself(choices: Collection[str]) -> bool:
    """Tell whether what is chosen says that none holds, and beside it that some do."""
    return NONE_OF_THEM in choices and len(set(choices)) > 1


def grades_of(question: Question) -> tuple[Option, ...]:
    """Return the grades of a scale, with the way out where there is one."""
    return (*GRADES, NOT_RATED) if question.not_rated else GRADES
