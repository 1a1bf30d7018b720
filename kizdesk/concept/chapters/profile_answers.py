"""Write the answers to one question in a profile, in the shape its type asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kizdesk.concept.blocks import all_refs, refs, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed
from kizdesk.concept.prose import inline, plain_text, prose
from kizdesk.concept.replies import answer_values, brief_text, merged_text, ratings
from kizdesk.concept.tree import AnyBlock, Listing, Paragraph, Run, Runs
from kizdesk.concept.voices import reported
from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer

_GOOD, _POOR = 4, 2


def answer_blocks(context: Context, ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    """Yield the blocks of what a municipality answers to a question."""
    match question.type:
        case QuestionType.LONG_TEXT | QuestionType.TEXT:
            yield from _texts(context, ags, question, answers)
        case QuestionType.TABLE:
            yield from _table(context, ags, question, answers)
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


def _texts(context: Context, ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    seen: set[str] = set()
    for answer in answers:
        if answer.text in seen:
            continue
        lead = () if seen else (Run(f"{_label(question)}: ", bold=True),)
        seen.add(answer.text)
        yield from told(context, ags, answer, lead)


def told(context: Context, ags: str, answer: Answer, lead: Runs) -> Iterator[Paragraph | Listing]:
    """Yield an answer in a profile; what counts is the answer itself, whether or not it may be quoted."""
    block_id, text = f"profile/{ags}/{answer.id}", reported(context, answer)
    if not text and answer.id in context.facts.passages:
        text = context.words.text("fields.withheld")
    counted = (" ".join(plain_text(inline(answer.text)).split()),)
    for index, block in enumerate(prose(block_id, text, lead=lead, sources=refs(answer), municipalities=(ags,))):
        own, values = f"{block_id}#{index + 1}", () if index else counted
        yield block if (block.id, block.values) == (own, values) else replace(block, id=own, values=values)


def _table(context: Context, ags: str, question: Question, answers: Sequence[Answer]) -> Iterator[AnyBlock]:
    """Yield the rows of a table as one line; a remark follows as a sentence of its own."""
    rows = brief_text(context, question, [replace(answer, text="") for answer in answers])
    remarks = dict.fromkeys(filter(None, (" ".join(reported(context, answer).split()) for answer in answers)))
    parts = [closed(part) for part in (rows.replace("\n", "; "), *remarks) if part]
    if parts:
        yield _line(ags, question, answers, " ".join(parts))


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
