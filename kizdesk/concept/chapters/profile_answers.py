"""Write the answers to one question in a profile, in the shape its type asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.blocks import all_refs, refs, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed
from kizdesk.concept.prose import prose
from kizdesk.concept.replies import answer_values, merged_text, ratings, row_parts
from kizdesk.concept.tree import AnyBlock, Listing, Paragraph, Run, Runs
from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer

_GOOD, _POOR = 4, 2


def answer_blocks(context: Context, ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    """Yield the blocks of what a municipality answers to a question."""
    match question.type:
        case QuestionType.LONG_TEXT | QuestionType.TEXT:
            yield from _texts(ags, question, answers)
        case QuestionType.TABLE:
            yield from _table(ags, question, answers)
        case QuestionType.SCALE_MATRIX:
            yield from _ratings(context, ags, question, answers)
        case _:
            text = merged_text(context, question, answers).replace("\n", "; ")
            if text:
                yield _line(ags, question, answers, closed(text))


def _label(question: Question) -> str:
    return (question.short or question.text).rstrip(".?:")


def _line(ags: str, question: Question, answers: Sequence[Answer], text: str) -> Paragraph:
    return Paragraph(
        id=f"profile/{ags}/{question.id}",
        runs=(Run(f"{_label(question)}: ", bold=True), Run(text)),
        values=values_of(answer_values(answers)),
        sources=all_refs(answers),
        municipalities=(ags,),
    )


def _texts(ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    seen: set[str] = set()
    for answer in answers:
        if answer.text in seen:
            continue
        lead = () if seen else (Run(f"{_label(question)}. ", bold=True),)
        seen.add(answer.text)
        yield from prose(
            f"profile/{ags}/{answer.id}", answer.text, lead=lead, sources=refs(answer), municipalities=(ags,)
        )


def _table(ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    items = dict.fromkeys(_item(question, cells) for answer in answers for cells in answer.rows if any(cells))
    remarks = " ".join(filter(None, (" ".join(answer.text.split()) for answer in answers)))
    here = f"profile/{ags}/{question.id}"
    if not items:
        if remarks:
            yield _line(ags, question, answers, closed(remarks))
        return
    lead = f"{_label(question)}:"
    yield Paragraph(id=f"{here}#0", runs=(Run(lead, bold=True),), values=(), municipalities=(ags,))
    yield Listing(
        id=f"{here}#1",
        items=tuple(items),
        values=values_of(answer_values(answers)),
        sources=all_refs(answers),
        municipalities=(ags,),
    )
    if remarks:
        yield Paragraph(id=f"{here}#2", runs=(Run(closed(remarks)),), values=(), municipalities=(ags,))


def _item(question: Question, cells: Sequence[str]) -> Runs:
    head, rest = row_parts(question, cells)
    return (Run(head), Run(f" ({rest})")) if head and rest else (Run(head or rest),)


def _ratings(context: Context, ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    grades: dict[str, list[int]] = {}
    for answer in answers:
        for label, grade in ratings(question, answer):
            grades.setdefault(label, []).append(int(grade))
    means = {label: sum(given) / len(given) for label, given in grades.items()}
    good = [label for label, mean in means.items() if mean >= _GOOD]
    poor = [label for label, mean in means.items() if mean <= _POOR]
    parts = [
        context.words.text(f"profile.rated_{key}", names=", ".join(labels))
        for key, labels in (("good", good), ("poor", poor))
        if labels
    ]
    if parts:
        yield _line(ags, question, answers, closed("; ".join(parts)))
