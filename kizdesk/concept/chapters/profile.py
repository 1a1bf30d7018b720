"""Write one profile per municipality, grouped as the outline says; what was not answered leaves no trace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kizdesk.concept.blocks import all_refs, label_columns, refs, row, values_of
from kizdesk.concept.chapters.profile_answers import answer_blocks
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, figure
from kizdesk.concept.offering_text import provider
from kizdesk.concept.outline import ProfileGroup
from kizdesk.concept.prose import prose
from kizdesk.concept.replies import answer_values, merged_text, row_parts
from kizdesk.concept.tree import AnyBlock, BlockKind, Heading, Listing, Quotation, Row, Run, Runs, Table, TableHead
from kizdesk.concept.voices import Voice, may_quote, speaker, voices
from kizdesk.domain.guide import QuestionType
from kizdesk.domain.interviews import EvidenceKind, Offering
from kizdesk.domain.places import Municipality

_NEEDS = "g03"
_QUOTES = 2


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
        yield Heading(
            id=f"profile/{record.id}/{group.key}",
            level=4,
            text=group.title,
            numbered=False,
            values=(),
            municipalities=own,
        )
        yield from _group(context, record, group)


def _facts(context: Context, record: Municipality) -> Table:
    here = f"profile/{record.id}/fakten"
    words, survey = context.words, context.survey
    rows = [
        row(f"{here}/{key}", words.text(f"profile.{key}"), text, values=values_of(value), sources=refs(record))
        for key, value, text in (
            ("kind", record.kind, record.kind),
            ("population", record.population, figure(record.population or 0)),
            ("area", record.area_km2, f"{figure(record.area_km2 or 0)} km²"),
        )
        if value
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
    if question.type is QuestionType.TABLE:
        lines = dict.fromkeys(cells for answer in answers for cells in answer.rows if len(cells) > 1 and cells[1])
        for index, cells in enumerate(lines):
            _, rest = row_parts(question, ("", "", *cells[2:]))
            text = f"{cells[1]} ({rest})" if rest else cells[1]
            yield row(f"{here}#{index + 1}", cells[0], text, values=cells, sources=all_refs(answers))
        return
    text = merged_text(context, question, answers)
    if text:
        label = question.short or question.text
        yield row(here, label, text, values=values_of(answer_values(answers)), sources=all_refs(answers))


def _quotes(context: Context, record: Municipality, spoken: Sequence[Voice]) -> Iterator[AnyBlock]:
    order = (EvidenceKind.STRENGTH, EvidenceKind.NEED, EvidenceKind.IDEA, EvidenceKind.OBSTACLE)
    quotable = [voice for voice in spoken if may_quote(context, voice.interview) and len(voice.wording) > 40]
    first = {kind: next((v for v in quotable if v.evidence.kind is kind), None) for kind in order}
    for voice in [voice for voice in first.values() if voice is not None][:_QUOTES]:
        # A record, not content: giving or revoking an Einwilligung must not touch what was agreed to.
        yield Quotation(
            kind=BlockKind.RECORD,
            id=f"profile/{record.id}/{voice.evidence.id}",
            text=voice.wording,
            speaker=speaker(context, voice.interview),
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
    offerings = context.facts.offerings.get(record.id, ())
    if offerings:
        yield Listing(
            id=f"profile/{record.id}/angebote/liste",
            items=tuple(_item(offering) for offering in offerings),
            values=values_of(*((offering.id, offering.title, offering.description) for offering in offerings)),
            sources=all_refs(offerings),
            municipalities=(record.id,),
        )


def _item(offering: Offering) -> Runs:
    carried = provider(offering)
    rest = closed(" ".join(offering.description.split()))
    return (Run(offering.title, bold=True), Run(f" ({carried})" if carried else ""), Run(f": {rest}" if rest else ""))


def _needs(context: Context, record: Municipality) -> Iterator[AnyBlock]:
    for field in context.facts.fields:
        for answer in context.survey.replies(record.id, _NEEDS, field.id):
            yield from prose(
                f"profile/{record.id}/{answer.id}",
                answer.text,
                lead=(Run(f"{field.title}. ", bold=True),),
                sources=refs(answer),
                municipalities=(record.id,),
            )
