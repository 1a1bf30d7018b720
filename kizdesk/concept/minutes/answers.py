"""Write an answer in the minutes as it was given, in the shape its question asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kizdesk.concept.blocks import refs
from kizdesk.concept.context import Context
from kizdesk.concept.german import day, serial
from kizdesk.concept.naming import InterviewNaming
from kizdesk.concept.replies import option_labels, value_text
from kizdesk.concept.tree import AnyBlock, Column, Listing, Paragraph, ParagraphStyle, Row, Run, Table
from kizdesk.concept.wording import Wording
from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm
from kizdesk.domain.options import NOT_RATED

_BULLETS = ("- ", "– ", "• ", "* ")


def answer_blocks(
    context: Context, wording: Wording, naming: InterviewNaming, question: Question, answer: Answer
) -> Iterator[AnyBlock]:
    """Yield the blocks of an answer; notes of the office are not printed."""
    free = replace(
        answer,
        text=naming.free(answer.text),
        rows=tuple(tuple(map(naming.free, cells)) for cells in answer.rows),
    )
    here = f"protokoll/{answer.id}"
    for block in _blocks(context, wording, question, free):
        yield replace(block, id=f"{here}/{block.id}", sources=refs(answer))
    yield from _files(context, wording, here, answer)
    if answer.taken_from:
        origin = Run(_origin(context, wording, answer.taken_from))
        yield Paragraph(id=f"{here}/herkunft", runs=(origin,), style=ParagraphStyle.NOTE, sources=refs(answer))


def lines(block_id: str, text: str) -> Iterator[Paragraph | Listing]:
    """Yield a text line by line as it was typed; lines that begin with a dash are a list."""
    typed = [line.strip() for line in text.splitlines() if line.strip()]
    for number, (is_list, group) in enumerate(groupby(typed, key=lambda line: line.startswith(_BULLETS))):
        if is_list:
            yield Listing(id=f"{block_id}{number}", items=tuple((Run(line[2:].strip()),) for line in group))
        else:
            for place, line in enumerate(group):
                yield Paragraph(id=f"{block_id}{number}-{place}", runs=(Run(line),))


def _blocks(context: Context, wording: Wording, question: Question, answer: Answer) -> Iterator[AnyBlock]:
    match question.type:
        case QuestionType.TABLE:
            yield from _table(wording, question, answer)
            yield from lines("text", answer.text)
        case QuestionType.SCALE_MATRIX:
            yield from _matrix(wording, question, answer)
            yield from lines("text", answer.text)
        case QuestionType.SCALE:
            yield from _line("skala", _grade(wording, question, answer))
        case QuestionType.NUMBER | QuestionType.PERCENT | QuestionType.DATE:
            yield from _line("wert", value_text(question.type, answer.text.strip()))
        case QuestionType.TEXT | QuestionType.LONG_TEXT | QuestionType.FILE:
            yield from lines("text", answer.text)
        case _:
            chosen = serial(_chosen(context, question, answer))
            yield from _line("auswahl", chosen)
            remark = answer.text.strip()
            yield from lines("text", wording.text("answers.remark", text=remark) if chosen and remark else remark)


def _line(block_id: str, text: str) -> Iterator[Paragraph]:
    if text:
        yield Paragraph(id=block_id, runs=(Run(text),))


def _chosen(context: Context, question: Question, answer: Answer) -> list[str]:
    labels, common = option_labels(context, question), context.words.texts
    found = (labels.get(choice) or common.get(f"labels.choice.{choice}", "") for choice in answer.choices)
    return [label for label in found if label]


def _table(wording: Wording, question: Question, answer: Answer) -> Iterator[Table]:
    """Yield the rows of a table; a row that only repeats what was proposed says nothing."""
    given = [
        [cell.strip() for cell in cells]
        for cells in answer.rows
        if any(cell.strip() for cell in cells[1:]) or (any(cells) and cells[0].strip() not in question.rows)
    ]
    if given:
        yield Table(
            id="tabelle",
            caption="",
            alt=wording.text("answers.table", number=question.number),
            columns=tuple(Column(column.label) for column in question.columns),
            rows=tuple(Row(str(number), tuple(cells)) for number, cells in enumerate(given)),
        )


def _matrix(wording: Wording, question: Question, answer: Answer) -> Iterator[Table]:
    labels = {item.id: item.label for item in question.items or question.options}
    rows = tuple(
        Row(cells[0], (labels[cells[0]], _graded(wording, cells[1])))
        for cells in answer.rows
        if len(cells) > 1 and cells[0] in labels and cells[1]
    )
    if rows:
        low, high = question.scale
        named = wording.lists["answers.scale_columns" if low and high else "answers.scale_columns_plain"]
        titles = [title.format(low=low, high=high) for title in named]
        yield Table(
            id="tabelle",
            caption="",
            alt=wording.text("answers.table", number=question.number),
            columns=(Column(titles[0], 1.2), Column(titles[1])),
            rows=rows,
        )


def _graded(wording: Wording, value: str) -> str:
    return (
        wording.text("answers.not_rated") if value == NOT_RATED.id else wording.text("answers.scale_plain", grade=value)
    )


def _grade(wording: Wording, question: Question, answer: Answer) -> str:
    chosen = answer.choices[0] if answer.choices else answer.text.strip()
    low, high = question.scale
    if not chosen or chosen == NOT_RATED.id or not (low and high):
        return _graded(wording, chosen) if chosen else ""
    return wording.text("answers.scale", grade=chosen, low=low, high=high)


def _files(context: Context, wording: Wording, here: str, answer: Answer) -> Iterator[Paragraph]:
    known = context.facts.snapshot.by_id(Attachment)
    named = [known[key].name for key in answer.attachment_ids if key in known]
    if named:
        one, many = wording.lists["answers.files"]
        text = (one if len(named) == 1 else many).format(names=serial(named))
        yield Paragraph(id=f"{here}/anlagen", runs=(Run(text),), style=ParagraphStyle.NOTE, sources=refs(answer))


def _origin(context: Context, wording: Wording, interview_id: str) -> str:
    """Return the remark that an answer was taken over from another conversation or a returned form."""
    other = context.facts.snapshot.find(Interview, interview_id)
    kind = "form" if other is not None and other.form is InterviewForm.FORM else "spoken"
    if other is None or other.held_on is None:
        return wording.text(f"answers.taken_{kind}")
    return wording.text(f"answers.taken_{kind}_on", day=day(other.held_on))
