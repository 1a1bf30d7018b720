"""Write the comparison of the municipalities: landscape tables of what the guide marks as comparable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.blocks import all_refs, columns, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import capital, shortened
from kizdesk.concept.replies import answer_values, brief_text
from kizdesk.concept.tree import AnyBlock, Row, Table
from kizdesk.domain.guide import Guide, Question, QuestionType, Repeat
from kizdesk.domain.places import Municipality

_PER_TABLE = 5
_CELL = 330
"""Letters of a cell."""
_MANY = 12
_CELL_OF_MANY = 200
"""Letters of a cell where more municipalities than that stand below each other."""
_FEW = 5
"""At least one in so many must have answered."""
_WIDE = (QuestionType.LONG_TEXT, QuestionType.TABLE, QuestionType.TEXT, QuestionType.SCALE_MATRIX)


def synopsis(context: Context) -> Iterator[AnyBlock]:
    """Yield the tables that put the municipalities side by side."""
    asked = tuple(comparable(context.materials.guide))
    tables = max(1, -(-len(asked) // _PER_TABLE))
    size = max(1, -(-len(asked) // tables))
    found = [
        _table(context, asked[start].id, answered)
        for start in range(0, len(asked), size)
        if (answered := [question for question in asked[start : start + size] if _answered(context, question)])
    ]
    if found:
        yield sentence("synopse/einleitung", context.words.text("synopsis.intro"))
        yield from found


def comparable(guide: Guide) -> Iterator[Question]:
    """Yield the questions that are put side by side."""
    for section in guide.sections:
        if section.repeat is Repeat.NONE:
            yield from (question for question in section.questions if question.comparable and not question.retired)


def _answered(context: Context, question: Question) -> bool:
    """Tell whether enough have answered for a comparison; a column of strokes with one answer is none."""
    members = context.facts.municipalities
    answers = sum(bool(context.survey.replies(record.id, question.id)) for record in members)
    return bool(answers) and answers * _FEW >= len(members)


def _table(context: Context, key: str, questions: Sequence[Question]) -> Table:
    guide, words = context.materials.guide, context.words
    sections = list(dict.fromkeys(guide.section_of(question.id).title for question in questions))
    shares = " ".join("3" if question.type in _WIDE else "2" for question in questions)
    labels = [capital(question.short or question.text) for question in questions]
    return Table(
        id=f"synopse/{key}",
        caption=words.caption("synopsis", sections="; ".join(sections)),
        columns=columns((words.text("synopsis.municipality"), *labels), f"1.9 {shares}"),
        rows=tuple(_row(context, key, record, questions) for record in context.facts.municipalities),
        landscape=True,
    )


def _row(context: Context, key: str, record: Municipality, questions: Sequence[Question]) -> Row:
    replies = [(question, context.survey.replies(record.id, question.id)) for question in questions]
    return row(
        f"synopse/{key}/{record.id}",
        record.name,
        *(_cell(context, brief_text(context, question, answers)) if answers else "–" for question, answers in replies),
        values=values_of(
            record.name, *((question.id, answer_values(answers)) for question, answers in replies if answers)
        ),
        sources=all_refs(answer for _, answers in replies for answer in answers),
        municipalities=(record.id,),
    )


def _cell(context: Context, text: str) -> str:
    """Return a text cut to the measure of a cell, line by line."""
    kept: list[str] = []
    room = _CELL if len(context.facts.municipalities) <= _MANY else _CELL_OF_MANY
    for line in text.split("\n"):
        if room < 40:
            kept.append("…")
            break
        kept.append(shortened(line, room))
        room -= len(line)
    return "\n".join(kept)
