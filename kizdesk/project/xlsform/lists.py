"""Gather the choices of a form: each list once, those of the registers under a name of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.domain.options import OF_TYPE, grades_of
from kizdesk.project.xlsform.names import Names, choice_name
from kizdesk.project.xlsform.rows import Sources
from kizdesk.project.xlsform.wording import shown

_FIXED = {QuestionType.YES_NO: "ja_nein", QuestionType.YES_NO_PARTLY: "ja_nein_teilweise_unbekannt"}
"""Names of the lists that are the same at every question of their type."""
_REGISTERS = [source.value for source in OptionSource if source is not OptionSource.OWN]


class Lists:
    """Be the choices of a form, in the order of the questions that need them first."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._names = Names([*_FIXED.values(), *_REGISTERS])
        self._lists: dict[str, tuple[Option, ...]] = {}

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield list, name and label of every choice."""
        for name, options in self._lists.items():
            for option in options:
                yield name, choice_name(option.id), shown(option.label, option.id)

    def options_of(self, question: Question) -> tuple[Option, ...]:
        """Return what can be chosen at a question; nothing where nothing is chosen, or the register is empty."""
        if question.type in OF_TYPE:
            return OF_TYPE[question.type]
        if question.type is QuestionType.SCALE:
            low, high = question.scale
            ends = {"1": f"1 – {low}", "5": f"5 – {high}"}
            return tuple(Option(grade.id, ends.get(grade.id, grade.label)) for grade in grades_of(question))
        if question.type is QuestionType.SCALE_MATRIX:
            return grades_of(question)
        if question.type not in (QuestionType.SINGLE, QuestionType.MULTIPLE):
            return ()
        if question.option_source is OptionSource.OWN:
            return question.options
        return tuple(self._sources.get(question.option_source, ()))

    def list_of(self, question: Question, name: str) -> str:
        """Return the name of the list a question takes its choices from; empty if there is nothing to choose."""
        options = self.options_of(question)
        if not options:
            return ""
        if question.type in _FIXED:
            return self._keep(_FIXED[question.type], options)
        if question.option_source is not OptionSource.OWN:
            return self._keep(question.option_source.value, options)
        return self._keep(self._names.give(name), options)

    def register(self, source: OptionSource) -> str:
        """Return the name of the list of a register; empty if the project has nothing in it."""
        options = tuple(self._sources.get(source, ()))
        return self._keep(source.value, options) if options else ""

    def _keep(self, name: str, options: Sequence[Option]) -> str:
        self._lists.setdefault(name, tuple(options))
        return name
