"""Word an answer in short lines, as it was given, for the side of the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer, Attachment
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import ask

_ENDS = (".", "?", "!", ":", "…")
_NOT_RATED = "nicht beurteilbar"


def reply_words(project: OpenProject, question: Question, answer: Answer) -> tuple[str, ...]:
    """Return an answer in lines; nothing for an empty one."""
    chosen = _choices(project, question, answer)
    rows = _ratings(question, answer) if question.type is QuestionType.SCALE_MATRIX else _rows(answer)
    files = [found.name for name in answer.attachment_ids if (found := project.snapshot.find(Attachment, name))]
    return tuple(line for line in (*chosen, *rows, *files, *_text(question, answer)) if line)


def closed(sentence: str) -> str:
    """Return a hint of the guide with a full stop at its end, as another sentence may follow."""
    return f"{sentence}." if sentence and not sentence.endswith(_ENDS) else sentence


def _choices(project: OpenProject, question: Question, answer: Answer) -> list[str]:
    if question.type is QuestionType.SCALE:
        return [_grade(choice) for choice in answer.choices]
    if not answer.choices:
        return []
    labels = {option.id: option.label for option in ask(project, question).options}
    return [labels.get(choice, choice) for choice in answer.choices]


def _ratings(question: Question, answer: Answer) -> list[str]:
    labels = {item.id: item.label for item in question.items}
    return [f"{labels.get(row[0], row[0])}: {_grade(row[1])}" for row in answer.rows if len(row) > 1]


def _rows(answer: Answer) -> list[str]:
    return [" · ".join(cell for cell in row if cell) for row in answer.rows]


def _grade(value: str) -> str:
    return _NOT_RATED if value == "n" else f"{value} von 5"


def _text(question: Question, answer: Answer) -> list[str]:
    match question.type:
        case QuestionType.NUMBER:
            return [number_words(answer.text)]
        case QuestionType.PERCENT:
            return [f"{number_words(answer.text)} %"] if answer.text else []
        case QuestionType.DATE:
            return [day_words(answer.text)]
        case _:
            return answer.text.split("\n")


def number_words(text: str) -> str:
    """Return a number as it is typed in Germany, or the text itself if it is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def day_words(text: str) -> str:
    """Return an ISO date as it is written in Germany, or the text itself if it is none."""
    try:
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    except ValueError:
        return text
