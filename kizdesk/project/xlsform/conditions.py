"""Say as an expression when a question is shown, by the rule of `domain.answering`."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.domain.guide import Condition, Guide, Question, QuestionType, Repeat
from kizdesk.project.xlsform.lists import Lists
from kizdesk.project.xlsform.named import Named
from kizdesk.project.xlsform.names import choice_name

ALWAYS = ""
NEVER = "false()"
_REMARKED = (QuestionType.YES_NO, QuestionType.YES_NO_PARTLY, QuestionType.SINGLE, QuestionType.MULTIPLE)


def is_gone(guide: Guide, question: Question) -> bool:
    """Tell whether a question is never asked any more: it is retired, or waits for one that is."""
    if question.retired:
        return True
    condition = question.condition
    return condition is not None and is_gone(guide, guide.question(condition.question_id))


class Conditions:
    """Word the conditions of a guide with the names of its form."""

    def __init__(self, guide: Guide, named: Named, lists: Lists) -> None:
        self._guide = guide
        self._named = named
        self._lists = lists

    def relevant(self, question: Question) -> str:
        """Return when a question is shown: its condition holds, and the question it depends on is shown itself."""
        condition = question.condition
        if condition is None:
            return ALWAYS
        earlier = self._guide.question(condition.question_id)
        before = self.relevant(earlier)
        own = self._held(condition, earlier, question)
        if NEVER in (before, own):
            return NEVER
        return " and ".join(f"({part})" for part in (before, own) if part) if before and own else before or own

    def _held(self, condition: Condition, earlier: Question, question: Question) -> str:
        told = self._told(condition, earlier, question)
        if not condition.negated:
            return told
        return ALWAYS if told == NEVER else f"not({told})"

    def _told(self, condition: Condition, earlier: Question, question: Question) -> str:
        home = self._guide.section_of(earlier.id)
        if home.repeat is not Repeat.NONE and home is not self._guide.section_of(question.id):
            return NEVER  # it has many answers there, and none that this question could go by
        if condition.any_of:
            return self._chosen(condition.any_of, earlier)
        return self._answered(earlier)

    def _chosen(self, wanted: Sequence[str], earlier: Question) -> str:
        if earlier.type is QuestionType.SCALE_MATRIX:
            return NEVER
        possible = {option.id for option in self._lists.options_of(earlier)}
        name = self._named.question(earlier)
        parts = [f"selected(${{{name}}}, '{choice_name(choice)}')" for choice in wanted if choice in possible]
        return " or ".join(parts) or NEVER

    def _answered(self, earlier: Question) -> str:
        named = self._named
        if earlier.type is QuestionType.TABLE:
            counts = [f"count-non-empty(${{{named.part(earlier, column.id)}}})" for column in earlier.columns]
            return f"{' + '.join(counts)} > 0"
        if earlier.type is QuestionType.SCALE_MATRIX:
            return filled([named.part(earlier, item.id) for item in earlier.items])
        names = [named.question(earlier)]
        return filled([*names, named.remark(earlier)] if has_remark(earlier) else names)


def has_remark(question: Question) -> bool:
    """Tell whether a question takes a text beside its choices."""
    return question.free_text and question.type in _REMARKED


def filled(names: Sequence[str]) -> str:
    """Return the expression that holds if one of the fields is filled."""
    fields = ", ".join(f"${{{name}}}" for name in names)
    return f"{fields} != ''" if len(names) == 1 else f"concat({fields}) != ''"
