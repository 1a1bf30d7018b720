"""Know which question or section is being worked on, read it and write it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Condition, Guide, Question, Section
from kizdesk.project.guides.conditions import set_condition
from kizdesk.project.guides.drafting import section_of
from kizdesk.project.guides.entries import Entries, set_entries
from kizdesk.project.guides.questions import set_question
from kizdesk.project.guides.sections import set_section

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_NO_MEANING = "Bitte sagen, was 1 und was 5 bedeutet."


class Bench:
    """Be the question or section on which the forms of the page work; ids are empty for none."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.question_id = ""
        self.section_id = ""

    @property
    def guide(self) -> Guide:
        """Return the guide as it is now."""
        return self._session.project.guides.present

    @property
    def question(self) -> Question | None:
        """Return the question as it is now; None if there is none, or it is gone."""
        return self.guide.find(self.question_id)

    @property
    def section(self) -> Section | None:
        """Return the section as it is now; None if there is none, or it is gone."""
        return next((section for section in self.guide.sections if section.id == self.section_id), None)

    @property
    def home(self) -> Section | None:
        """Return the section the question stands in."""
        return None if self.question is None else self.guide.section_of(self.question_id)

    def read(self, field: str) -> Any:
        """Return a field of the question; a text for none."""
        question = self.question
        return "" if question is None else getattr(question, field)

    def write(self, field: str, value: Any, stay: str) -> None:
        """Set a field of the question."""
        if self.question is not None:
            set_question(self._session.project, self.question_id, field, value, stay=stay)

    def read_count(self, field: str) -> int | None:
        """Return how many answers are allowed; None for no limit."""
        return int(self.read(field) or 0) or None

    def write_count(self, field: str, value: int | None, stay: str) -> None:
        """Set how many answers are allowed."""
        self.write(field, value or 0, stay)

    def read_meaning(self, end: int) -> str:
        """Return what the lowest (0) or highest (1) grade of a scale means."""
        question = self.question
        return "" if question is None else question.scale[end]

    def write_meaning(self, end: int, value: str, stay: str) -> None:
        """Say what the lowest (0) or highest (1) grade of a scale means."""
        question = self.question
        if question is None:
            return
        if not value.strip():
            raise UserError(_NO_MEANING)
        low, high = question.scale
        self.write("scale", (low, value) if end else (value, high), stay)

    def read_entries(self, kind: Entries) -> tuple[tuple[str, str], ...]:
        """Return what the question offers as pairs of label and id, the id being carried along unseen."""
        question = self.question
        return () if question is None else tuple((entry.label, entry.id) for entry in kind.of(question))

    def write_entries(self, value: Sequence[Sequence[str]], stay: str) -> None:
        """Set what the question offers."""
        rows = [(row[1] if len(row) > 1 else "", row[0]) for row in value]
        set_entries(self._session.project, self.question_id, rows, stay=stay)

    def read_condition(self, part: str) -> Any:
        """Return the question asked about, whether the condition is negated, or the choices it names."""
        question = self.question
        condition = question.condition if question is not None else None
        if condition is None:
            return {"question_id": "", "negated": False, "any_of": ()}[part]
        return getattr(condition, part)

    def write_condition(self, part: str, value: Any, _stay: str) -> None:
        """Set a part of the condition; without a question to ask about there is none."""
        question = self.question
        if question is None:
            return
        held = question.condition
        if part == "question_id":
            same = held is not None and held.question_id == value
            made = held if same else Condition(str(value)) if value else None
        elif held is None:
            return
        elif part == "negated":
            made = Condition(held.question_id, held.any_of, bool(value))
        else:
            made = Condition(held.question_id, tuple(value), held.negated)
        set_condition(self._session.project, self.question_id, made)

    def read_section(self, field: str) -> str:
        """Return a field of the section."""
        section = self.section
        return "" if section is None else str(getattr(section, field))

    def write_section(self, field: str, value: str, stay: str) -> None:
        """Set a field of the section."""
        section_of(self.guide, self.section_id)
        set_section(self._session.project, self.section_id, field, value, stay=stay)
