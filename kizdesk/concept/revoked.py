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
    mend = partial(_words, context, block.sources)
    match block:
        case Quotation():
            return _quotation(context, block)
        case Paragraph() if block.sources:
            return replace(block, runs=_runs(block.runs, mend))
        case Listing() if block.sources:
            return replace(block, items=tuple(_runs(item, mend) for item in block.items))
        case Table():
            return replace(block, rows=tuple(_row(context, block.sources, row) for row in block.rows))
        case _:
            return block


def _quotation(context: Context, block: Quotation) -> Quotation | None:
    interview = next(_interviews(context, block.sources), None)
    if interview is None or not may_quote(context, interview):
        return None
    return replace(block, text=_words(context, block.sources, block.text), speaker=speaker(context, interview))


def _row(context: Context, whole: Sequence[SourceRef], row: Row) -> Row:
    sources = row.sources or whole
    return replace(row, cells=tuple(_words(context, sources, cell) for cell in row.cells)) if sources else row


def _runs(runs: Runs, mend: Mend) -> Runs:
    return tuple(replace(run, text=mend(run.text)) for run in runs)


def _words(context: Context, sources: Sequence[SourceRef], text: str) -> str:
    naming, people = context.facts.naming, context.facts.snapshot.by_id(Person)
    for interview in _interviews(context, sources):
        if "„" in text and not may_quote(context, interview):
            text = _unquoted(context, sources, text)
        text = naming.free(text, interview.id)
    for source in sources:
        if source.kind == _PERSON and source.id in people:
            text = naming.without(text, people[source.id])
    return text


def _unquoted(context: Context, sources: Sequence[SourceRef], text: str) -> str:
    for evidence in _passages(context, sources):
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


def _interviews(context: Context, sources: Iterable[SourceRef]) -> Iterator[Interview]:
    """Yield the interviews that a text rests on, each once."""
    snapshot = context.facts.snapshot
    found: dict[str, None] = {}
    for source in sources:
        if source.kind == _ANSWER and (answer := snapshot.find(Answer, source.id)) is not None:
            found[answer.interview_id] = None
        elif source.kind == _OFFERING and (offering := snapshot.find(Offering, source.id)) is not None:
            found[offering.interview_id] = None
    yield from (known for key in found if (known := snapshot.find(Interview, key)) is not None)
