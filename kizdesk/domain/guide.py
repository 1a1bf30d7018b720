"""Describe the interview guide: sections, questions, options, conditions and repeat groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum


class QuestionType(Enum):
    """Tell in which shape a question is answered."""

    TEXT = "text"
    LONG_TEXT = "langtext"
    NUMBER = "zahl"
    PERCENT = "prozent"
    DATE = "datum"
    YES_NO = "ja_nein"
    YES_NO_PARTLY = "ja_nein_teilweise_unbekannt"
    SINGLE = "einfachauswahl"
    MULTIPLE = "mehrfachauswahl"
    SCALE = "skala"
    SCALE_MATRIX = "skalenmatrix"
    TABLE = "tabelle"
    FILE = "datei"


class Repeat(Enum):
    """Tell for what a section is repeated."""

    NONE = "nein"
    PER_OFFERING = "angebot"
    PER_FIELD = "handlungsfeld"


class OptionSource(Enum):
    """Tell where the options of a question come from."""

    OWN = "eigene"
    FIELDS = "handlungsfelder"
    INDICATORS = "indikatoren"
    MUNICIPALITIES = "kommunen"


@dataclass(frozen=True, slots=True)
class Option:
    """Be one option of a choice, one item of a scale matrix or one column of a table."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Show a question only if an earlier one has one of the given choices (or, negated, none of them).

    Without choices it asks only whether the earlier question is answered at all.
    """

    question_id: str
    any_of: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Be one question; the id is stable and never reused, the number is what people see."""

    id: str
    number: str
    text: str
    type: QuestionType
    hint: str = ""
    short: str = ""
    """A short label for registers and comparison tables."""
    required: bool = False
    options: tuple[Option, ...] = ()
    option_source: OptionSource = OptionSource.OWN
    columns: tuple[Option, ...] = ()
    rows: tuple[str, ...] = ()
    """What usually stands in the first column of a table, row by row: proposed, not asked for."""
    items: tuple[Option, ...] = ()
    scale: tuple[str, str] = ("", "")
    """Meaning of 1 and of 5."""
    min_choices: int = 0
    max_choices: int = 0
    """0 is without limit."""
    free_text: bool = False
    """A choice that takes a remark as well."""
    not_rated: bool = False
    """A scale that may be answered with "nicht beurteilbar"."""
    condition: Condition | None = None
    binding: str = ""
    """The record field this question shows, such as ``interview.held_on``; empty for an answer of its own."""
    comparable: bool = False
    """Whether it stands in the comparison of the municipalities."""
    retired: bool = False
    retired_options: tuple[Option, ...] = ()
    """Options that are no longer offered; those, and the columns and items below, keep their ids for ever."""
    retired_columns: tuple[Option, ...] = ()
    retired_items: tuple[Option, ...] = ()

    @property
    def whole(self) -> Question:
        """Return the question with all it ever offered, as answers of earlier versions need it."""
        if not (self.retired_options or self.retired_columns or self.retired_items):
            return self
        return replace(
            self,
            options=self.options + self.retired_options,
            columns=self.columns + self.retired_columns,
            items=self.items + self.retired_items,
        )

    @property
    def name(self) -> str:
        """Return number and short title, such as ``B.5 Eigene Behörden``; one no longer asked has no number."""
        title = self.short or self.text
        return f"{title} (entfallen)" if self.retired else f"{self.number} {title}"


_PLACE = "interview.municipality_id"
_RELEASED, _OF_INTERVIEW = "Datenschutz", "Gesprächsdaten"


@dataclass(frozen=True, slots=True)
class Section:
    """Be a section of the guide."""

    id: str
    letter: str
    title: str
    questions: tuple[Question, ...]
    short: str = ""
    """One or two words for column heads and narrow lists; the title where there are none."""
    hint: str = ""
    repeat: Repeat = Repeat.NONE

    @property
    def brief(self) -> str:
        """Return what the section is called in lists.

        The first section of the released guide is called there after its last two questions; it holds place, day and
        people as well, and its released words stay as they are.
        """
        about_interview = any(question.binding == _PLACE for question in self.questions)
        return _OF_INTERVIEW if about_interview and self.short == _RELEASED else self.short or self.title


@dataclass(frozen=True, slots=True)
class Guide:
    """Be one released version of a guide."""

    id: str
    version: str
    title: str
    origin: str
    sections: tuple[Section, ...]
    _index: dict[str, tuple[Section, Question]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the questions by id."""
        for section in self.sections:
            self._index.update({question.id: (section, question) for question in section.questions})

    def questions(self) -> Iterator[Question]:
        """Yield all questions in order."""
        for section in self.sections:
            yield from section.questions

    def question(self, question_id: str) -> Question:
        """Return a question; raises KeyError for an unknown id."""
        return self._index[question_id][1]

    def find(self, question_id: str) -> Question | None:
        """Return a question, None for an unknown id."""
        found = self._index.get(question_id)
        return found[1] if found is not None else None

    def section_of(self, question_id: str) -> Section:
        """Return the section of a question; raises KeyError for an unknown id."""
        return self._index[question_id][0]
