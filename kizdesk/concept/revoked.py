"""Take out of a frozen tree what may not be printed any more: words and names whose Einwilligung was revoked since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from kizdesk.concept.context import Context
from kizdesk.concept.german import quoted
from kizdesk.concept.tree import AnyBlock, Document, Listing, Paragraph, Quotation, Row, Runs, SourceRef, Table
from kizdesk.concept.voices import in_first_person, may_quote, speaker
from kizdesk.domain.base import kind_of
from kizdesk.domain.interviews import Answer, Evidence, Interview, Offering
from kizdesk.domain.people import Person

_ANSWER, _OFFERING, _EVIDENCE, _PERSON = map(kind_of, (Answer, Offering, Evidence, Person))
Mend = Callable[[str], str]


def as_consented(document: Document, context: Context) -> Document:
    """Return a frozen document as it may be printed today; what was agreed to stays, for that are its data values."""
    blocks = (block for frozen in document.blocks if (block := _mended(context, frozen)) is not None)
    return replace(document, blocks=tuple(blocks))


def _mended(context: Context, block: AnyBlock) -> AnyBlock | None:
    mend = partial(_words, context, block.sources, block.municipalities)
    match block:
        case Quotation():
            return _quotation(context, block)
        case Paragraph() if block.sources:
            return replace(block, runs=_runs(block.runs, mend))
        case Listing() if block.sources:
            return replace(block, items=tuple(_runs(item, mend) for item in block.items))
        case Table():
            return replace(block, rows=tuple(_row(context, block, row) for row in block.rows))
        case _:
            return block


def _quotation(context: Context, block: Quotation) -> Quotation | None:
    known = context.facts.snapshot.by_id(Answer)
    answer = next((known[it.id] for it in block.sources if it.kind == _ANSWER and it.id in known), None)
    if answer is None or not may_quote(context, answer):
        return None
    text = _words(context, block.sources, block.municipalities, block.text)
    return replace(block, text=text, speaker=speaker(context, answer))


def _row(context: Context, table: Table, row: Row) -> Row:
    sources, places = row.sources or table.sources, row.municipalities or table.municipalities
    return replace(row, cells=tuple(_words(context, sources, places, cell) for cell in row.cells)) if sources else row


def _runs(runs: Runs, mend: Mend) -> Runs:
    return tuple(replace(run, text=mend(run.text)) for run in runs)


def _words(context: Context, sources: Sequence[SourceRef], places: Sequence[str], text: str) -> str:
    naming, people = context.facts.naming, context.facts.snapshot.by_id(Person)
    if "„" in text:
        text = _unquoted(context, sources, text)
    for place in _places(context, sources, places):
        text = naming.free(text, "", place)
    for source in sources:
        if source.kind == _PERSON and source.id in people:
            text = naming.without(text, people[source.id])
    return text


def _unquoted(context: Context, sources: Sequence[SourceRef], text: str) -> str:
    answers = context.facts.snapshot.by_id(Answer)
    for evidence in _passages(context, sources):
        answer = answers.get(evidence.answer_id)
        if answer is not None and may_quote(context, answer):
            continue
        wording = " ".join(evidence.wording.split())
        instead = context.words.text("fields.withheld") if in_first_person(wording) else wording
        for said in {quoted(wording), quoted(evidence.wording)}:
            text = text.replace(said, instead)
    return text


def _passages(context: Context, sources: Iterable[SourceRef]) -> Iterator[Evidence]:
    known = context.facts.snapshot.by_id(Evidence)
    for source in sources:
        if source.kind == _EVIDENCE and source.id in known:
            yield known[source.id]
        elif source.kind == _ANSWER:
            yield from context.facts.passages.get(source.id, ())


def _places(context: Context, sources: Iterable[SourceRef], places: Sequence[str]) -> Iterator[str]:
    """Yield the municipalities whose words a text holds, each once; also where what was said is deleted since."""
    snapshot, interviews = context.facts.snapshot, context.facts.snapshot.by_id(Interview)
    found: dict[str, None] = {}
    for source in sources:
        if source.kind == _ANSWER:
            answer = snapshot.find(Answer, source.id)
            interview = interviews.get(answer.interview_id) if answer is not None else None
            found.update(dict.fromkeys([interview.municipality_id] if interview is not None else places))
        elif source.kind == _OFFERING:
            offering = snapshot.find(Offering, source.id)
            interview = interviews.get(offering.interview_id) if offering is not None else None
            if interview is not None:
                found[interview.municipality_id] = None
            found.update(dict.fromkeys([offering.municipality_id] if offering is not None else places))
    yield from found
