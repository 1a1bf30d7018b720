"""Word the comments of the review copy: what each block rests on, and what the checker finds at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kizdesk.concept.facts import Facts
from kizdesk.concept.offering_text import published
from kizdesk.concept.spelling import surname
from kizdesk.concept.tree import Document, Heading, SourceRef
from kizdesk.domain.base import Record
from kizdesk.domain.interviews import Answer, Evidence, Interview, Offering
from kizdesk.domain.kinds import counted, kind_name
from kizdesk.domain.people import Actor, Body, Consultation, Person
from kizdesk.domain.places import District, Municipality
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.versions import ChapterText, SourceDocument
from kizdesk.domain.votes import Statement, Vote
from kizdesk.project.checking.findings import check
from kizdesk.project.checking.points import points
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.review_findings import finding_text, findings_by_block, sources_of
from kizdesk.project.wording.naming import Names

_SHOWN = 8
"""Names in one line of a comment."""
_NOTICE = "Prüffassung mit Kommentaren"
_PROPOSED = "Vorgeschlagener Text, noch nicht bearbeitet"
_QUESTION = ", Frage "
_KINDS: tuple[type[Record], ...] = (
    ChapterText, District, Municipality, Interview, Answer, Evidence, Offering, Person, Actor, Body,
    Consultation, Vote, Statement, SourceDocument,
)  # fmt: skip
"""What is told of; all other records were typed for the concept itself, in the very place."""


def as_review_copy(document: Document) -> Document:
    """Return a document that says on its cover and every page that it is a review copy."""
    return replace(document, notice=" · ".join(filter(None, (_NOTICE, document.notice))))


def review_comments(project: OpenProject, document: Document, *, is_present: bool = True) -> dict[str, tuple[str, ...]]:
    """Return what is to be said of the blocks of a document, by block id: where it comes from, then what is open.

    The checker looks at the present content: of a version frozen before, its findings would say what is not so there.
    """
    origins = _Origins(project)
    findings = findings_by_block(project.snapshot, document, check(project) if is_present else ())
    said: dict[str, list[str]] = {}
    before: tuple[object, ...] = ()
    for block in document.blocks:
        rests_on = sources_of(block)
        here = (block.id.partition("#")[0], rests_on)
        if rests_on and here != before and not isinstance(block, Heading) and (told := origins.told(rests_on)):
            said.setdefault(block.id, []).append(told)
        before = here
    for block_id, found in findings.items():
        said.setdefault(block_id, []).extend(origins.freed(finding_text(point)) for point in points(found))
    return {block_id: tuple(texts) for block_id, texts in said.items()}


class _Origins:
    """Name what blocks rest on; people by name only with an Einwilligung, offerings unless that was refused."""

    def __init__(self, project: OpenProject) -> None:
        self._snapshot = project.snapshot
        self._names = Names(project, project.snapshot)
        self._naming = Facts(project.snapshot).naming
        named = ((surname(person.name), person) for person in self._snapshot.all(Person))
        self._people = [(last, person) for last, person in named if last]

    def told(self, sources: Iterable[SourceRef]) -> str:
        """Return the comment, a line for each kind of record; empty where there is nothing to tell."""
        found: dict[type[Record], dict[str, Record]] = {}
        for record in self._records(sources):
            found.setdefault(type(record), {})[record.id] = record
        lines = [line for kind in _KINDS for line in self._lines(kind, found)]
        return self.freed("\n".join(("Herkunft", *lines))) if lines else ""

    def freed(self, text: str) -> str:
        """Return a text without the names of people who did not consent to being named."""
        for last, person in self._people:
            if last in text:
                text = self._naming.without(text, person)
        return text

    def _records(self, sources: Iterable[SourceRef]) -> Iterator[Record]:
        """Yield what sources point to, and the papers in which it is written."""
        for source in sources:
            kind = TYPE_OF_KIND.get(source.kind)
            record = self._snapshot.find(kind, source.id) if kind is not None else None
            if record is None:
                continue
            yield record
            if isinstance(record, Vote | Statement | Consultation):
                papers = (self._snapshot.find(SourceDocument, key) for key in record.source_ids)
                yield from (paper for paper in papers if paper is not None)

    def _lines(self, kind: type[Record], found: Mapping[type[Record], Mapping[str, Record]]) -> Iterator[str]:
        records = tuple(found.get(kind, {}).values())
        if not records or (kind is Evidence and Answer in found):
            return
        if kind is Answer:
            yield from self._answers(records)
        elif kind is ChapterText:
            yield from (_PROPOSED for record in records if isinstance(record, ChapterText) and _is_proposed(record))
        else:
            names = list(dict.fromkeys(filter(None, map(self._name, records))))
            head = kind_name(kind) if len(records) == 1 else counted(kind, len(records))
            yield f"{head}: {_listed(names)}" if names else head

    def _answers(self, records: Sequence[Record]) -> Iterator[str]:
        asked: dict[str, list[str]] = {}
        for record in records:
            conversation, _, question = self._names.of(record)[1].partition(_QUESTION)
            asked.setdefault(conversation, []).append(question)
        for conversation, questions in list(asked.items())[:_SHOWN]:
            numbers = list(dict.fromkeys(filter(None, questions)))
            word = "Frage" if len(numbers) == 1 else "Fragen"
            yield f"{conversation}, {word} {_listed(numbers)}" if numbers else conversation
        if len(asked) > _SHOWN:
            yield f"und {len(asked) - _SHOWN} weitere Gespräche"

    def _name(self, record: Record) -> str:
        match record:
            case Person():
                return self._naming.name(record) or record.function.strip() or record.unit.strip()
            case Offering():
                free = self._naming.free(record.title, record.interview_id, record.municipality_id)
                return free if published(record) else ""
            case Interview():
                return self._names.of(record)[0].removeprefix("Gespräch ")
            case Vote():
                return self._names.of(record)[0].removeprefix("Votum: ")
            case _:
                return " ".join(self._names.of(record)[0].split())


def _is_proposed(record: ChapterText) -> bool:
    return bool(record.module_id) and not record.edited


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names) if rest < 2 else f"{', '.join(names[:_SHOWN])} und {rest} weitere"
