"""Name every field of a form after the ids of the guide."""

from __future__ import annotations

from kizdesk.domain.guide import Guide, Question, Section
from kizdesk.project.xlsform.names import Names, is_name

_RESERVED = ("data", "meta")
"""The form itself and what its tools note about it."""


class Named:
    """Hold the names of all questions and of what is made from them, retired ones too: their names stay theirs."""

    def __init__(self, guide: Guide) -> None:
        self._names = Names(_RESERVED)
        self._given: dict[tuple[str, ...], str] = {}
        for question in sorted(guide.questions(), key=lambda question: not is_name(question.id)):
            self._give(question.id, question.id)
        for section in guide.sections:
            self._give(f"abschnitt_{section.id}", "", section.id)

    def question(self, question: Question) -> str:
        """Return the name of a question."""
        return self._given[(question.id,)]

    def part(self, question: Question, part: str) -> str:
        """Return the name of a column of a table or an item of a matrix."""
        return self._made(self.question(question), question.id, "part", part)

    def remark(self, question: Question) -> str:
        """Return the name of the text beside the choices."""
        return self.beside(question, "bemerkung")

    def beside(self, question: Question, what: str) -> str:
        """Return the name of a field that a question needs beside its own."""
        return self._made(self.question(question), question.id, "beside", what)

    def section(self, section: Section) -> str:
        """Return the name of the group of a section."""
        return self._given["", section.id]

    def in_section(self, section: Section, what: str) -> str:
        """Return the name of a field that a section needs beside its questions."""
        return self._made(self.section(section), "", section.id, what)

    def _made(self, home: str, *key: str) -> str:
        return self._given.get(key) or self._give(f"{home}_{key[-1]}", *key)

    def _give(self, wanted: str, *key: str) -> str:
        self._given[key] = name = self._names.give(wanted)
        return name
