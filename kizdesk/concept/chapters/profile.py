"""Write one profile per municipality, grouped as the outline says; what was not answered leaves no trace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from kizdesk.concept.blocks import all_refs, columns, label_columns, refs, row, values_of
from kizdesk.concept.chapters.profile_answers import answer_blocks, told
from kizdesk.concept.context import Context
from kizdesk.concept.german import figure
from kizdesk.concept.offering_text import description, named, provider, published, withheld, without_offerings
from kizdesk.concept.outline import ProfileGroup
from kizdesk.concept.replies import answer_values, brief_text
from kizdesk.concept.tree import AnyBlock, BlockKind, Heading, Quotation, Row, Run, Table, TableHead
from kizdesk.concept.voices import Voice, may_quote, rows_of, speaker, voices, words_of
from kizdesk.domain.guide import QuestionType
from kizdesk.domain.interviews import Answer, EvidenceKind, Offering
from kizdesk.domain.places import Municipality

_PEOPLE = "a01"
"""What a municipality says of its people stands for the official figure, which is in the core data."""
NEEDS = "g03"
_VALUE = "wert"
"""The column of a table of figures that holds the figure."""
_BARE = re.compile(r"\d{4,12}", re.ASCII)
"""A figure typed without separators."""
_QUOTES, _SHORT, _SENTENCE = 2, 40, (".", "!", "?")


def profiles(context: Context) -> Iterator[AnyBlock]:
    """Yield the profile of every municipality that has said anything or has an offering."""
    spoken = voices(context)
    for record in context.facts.municipalities:
        if record.id in context.survey.interviews_of or context.facts.offerings.get(record.id):
            yield from _profile(context, record, spoken.get(record.id, ()))


def _profile(context: Context, record: Municipality, spoken: Sequence[Voice]) -> Iterator[AnyBlock]:
    own = (record.id,)
    yield Heading(id=f"profile/{record.id}", level=3, text=record.name, sources=refs(record), municipalities=own)
    yield _facts(context, record)
    yield from _quotes(context, record, spoken)
    for group in context.outline.profile:
        if group.title:
            here = f"profile/{record.id}/{group.key}"
            yield Heading(id=here, level=4, text=group.title, numbered=False, values=(), municipalities=own)
        yield from _group(context, record, group)


def _facts(context: Context, record: Municipality) -> Table:
    here = f"profile/{record.id}/fakten"
    words, survey = context.words, context.survey
    counted = _PEOPLE in context.outline.facts and survey.replies(record.id, _PEOPLE)
    rows = [
        row(f"{here}/{key}", words.text(f"profile.{key}"), text, values=values_of(value), sources=refs(record))
        for key, value, text in (
            ("kind", record.kind, record.kind),
            ("population", record.population, figure(record.population or 0)),
            ("area", record.area_km2, f"{figure(record.area_km2 or 0)} km²"),
        )
        if value and not (counted and key == "population")
    ]
    rows.extend(chain.from_iterable(_fact(context, record, question) for question in context.outline.facts))
    count = len(context.facts.offerings.get(record.id, ()))
    if count:
        rows.append(row(f"{here}/angebote", words.text("profile.offering_count"), figure(count), values=(str(count),)))
    return Table(
        id=here,
        caption=words.caption("profile", name=record.name),
        columns=label_columns(),
        rows=tuple(rows),
        head=TableHead.ROWS,
        sources=refs(record, *survey.interviews_of.get(record.id, ())),
        municipalities=(record.id,),
    )


def _fact(context: Context, record: Municipality, question_id: str) -> Iterator[Row]:
    question = context.survey.question(question_id)
    answers = context.survey.replies(record.id, question_id)
    if question is None or not answers:
        return
    here = f"profile/{record.id}/fakten/{question_id}"
    if question.type is QuestionType.TABLE and question.columns[1:2] and question.columns[1].id == _VALUE:
        yield from _values(context, here, answers)
        return
    text = brief_text(context, question, answers)
    if text:
        label = question.short or question.text
        yield row(
            here,
            label,
            text if ". " in text else text.removesuffix("."),
            values=values_of(answer_values(answers)),
            sources=all_refs(answers),
        )


def _values(context: Context, here: str, answers: Sequence[Answer]) -> Iterator[Row]:
    """Yield a row for each figure of a table of figures, with its day and source in brackets."""
    lines = {
        given: cells
        for answer in answers
        for given, cells in zip(answer.rows, rows_of(context, answer), strict=True)
        if len(given) > 1 and given[1]
    }
    for index, (given, cells) in enumerate(lines.items()):
        rest = ", ".join(filter(None, (cell.strip() for cell in cells[2:])))
        value = figure(int(cells[1])) if _BARE.fullmatch(cells[1]) else cells[1]
        text = f"{value} ({rest})" if rest else value
        yield row(f"{here}#{index + 1}", cells[0], text, values=given, sources=all_refs(answers))


def _quotes(context: Context, record: Municipality, spoken: Sequence[Voice]) -> Iterator[AnyBlock]:
    order = (EvidenceKind.STRENGTH, EvidenceKind.NEED, EvidenceKind.IDEA, EvidenceKind.OBSTACLE)
    printed = {question for group in context.outline.profile for question in group.questions} | {NEEDS}
    quotable = [
        voice
        for voice in spoken
        if may_quote(context, voice.answer) and len(voice.wording) > _SHORT and voice.wording.endswith(_SENTENCE)
    ]
    quotable = [voice for voice in quotable if voice.answer.question_id not in printed] or quotable[:1]
    first = {kind: next((v for v in quotable if v.evidence.kind is kind), None) for kind in order}
    for voice in [voice for voice in first.values() if voice is not None][:_QUOTES]:
        # A record, not content: giving or revoking an Einwilligung must not touch what was agreed to.
        yield Quotation(
            kind=BlockKind.RECORD,
            id=f"profile/{record.id}/{voice.evidence.id}",
            text=words_of(context, voice),
            speaker=speaker(context, voice.answer),
            values=(voice.wording,),
            sources=refs(voice.evidence, voice.answer),
            municipalities=(record.id,),
        )


def _group(context: Context, record: Municipality, group: ProfileGroup) -> Iterator[AnyBlock]:
    if group.key == "angebote":
        yield from _offerings(context, record)
    elif group.key == "handlungsfelder":
        yield from _needs(context, record)
    for question_id in group.questions:
        question = context.survey.question(question_id)
        answers = context.survey.replies(record.id, question_id)
        if question is not None and answers:
            yield from answer_blocks(context, record.id, question, answers)


def _offerings(context: Context, record: Municipality) -> Iterator[AnyBlock]:
    everything = context.facts.offerings.get(record.id, ())
    shown = [offering for offering in everything if published(offering)]
    if shown:
        yield _offering_table(context, record, shown)
    if not everything and record.no_offerings:
        yield without_offerings(context, f"profile/{record.id}/angebote/keine", record)
    yield from withheld(context, f"profile/{record.id}/angebote/verdeckt", len(everything) - len(shown))


def _offering_table(context: Context, record: Municipality, offerings: Sequence[Offering]) -> Table:
    here, words = f"profile/{record.id}/angebote/tabelle", context.words
    return Table(
        id=here,
        caption=words.caption("profile_offerings", name=record.name),
        columns=columns(words.columns("profile_offerings"), "4 6"),
        rows=tuple(
            row(
                f"{here}/{offering.id}",
                named(context, offering),
                description(context, offering),
                values=values_of(offering.title, provider(offering), offering.description),
                sources=refs(offering),
            )
            for offering in offerings
        ),
        sources=all_refs(offerings),
        municipalities=(record.id,),
    )


def _needs(context: Context, record: Municipality) -> Iterator[AnyBlock]:
    for field in context.facts.fields:
        for answer in context.survey.replies(record.id, NEEDS, field.id):
            yield from told(context, record.id, answer, (Run(f"{field.title}: ", bold=True),))
