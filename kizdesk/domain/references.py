"""Know which field of which record points to which other, so that nothing points to what is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.fields import FieldOfAction, Goal, Measure
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, Offering
from kizdesk.domain.layout import HouseTemplate, StyleChoice
from kizdesk.domain.papers import Paper, PaperEntry, PaperQuestion, PaperStop
from kizdesk.domain.people import Actor, Body, Consultation, Person, PrivacyConsent
from kizdesk.domain.places import Municipality, Project
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion, SourceDocument
from kizdesk.domain.votes import Statement, Vote, VoteSubject


class OnDelete(Enum):
    """Tell what becomes of a record when the one it points to is deleted."""

    FOLLOW = "wird mit gelöscht"
    LET_GO = "verliert den Verweis"
    REFUSE = "verhindert das Löschen"


@dataclass(frozen=True, slots=True)
class Reference:
    """Be one field that holds the id, or the ids, of records of another kind."""

    owner: type[Record]
    field: str
    target: type[Record]
    on_delete: OnDelete


_F, _L, _R = OnDelete.FOLLOW, OnDelete.LET_GO, OnDelete.REFUSE

REFERENCES: tuple[Reference, ...] = (
    Reference(Person, "municipality_id", Municipality, _R),
    Reference(Body, "municipality_id", Municipality, _R),
    Reference(Interview, "municipality_id", Municipality, _R),
    Reference(Offering, "municipality_id", Municipality, _R),
    Reference(Actor, "municipality_ids", Municipality, _L),
    Reference(Measure, "municipality_ids", Municipality, _L),
    Reference(Vote, "speaks_for", Municipality, _R),
    Reference(PrivacyConsent, "person_id", Person, _F),
    Reference(Interview, "person_ids", Person, _L),
    Reference(Consultation, "body_id", Body, _L),
    Reference(Vote, "body_id", Body, _R),
    Reference(Statement, "body_ids", Body, _L),
    Reference(Vote, "consultation_id", Consultation, _L),
    Reference(Statement, "consultation_id", Consultation, _L),
    Reference(Answer, "interview_id", Interview, _F),
    Reference(Offering, "interview_id", Interview, _L),
    Reference(Attachment, "interview_id", Interview, _L),
    Reference(Evidence, "answer_id", Answer, _F),
    Reference(Answer, "attachment_ids", Attachment, _L),
    Reference(Measure, "evidence_ids", Evidence, _L),
    Reference(Interview, "field_ids", FieldOfAction, _L),
    Reference(Answer, "scope_id", FieldOfAction, _F),
    Reference(Offering, "field_ids", FieldOfAction, _L),
    Reference(Evidence, "field_id", FieldOfAction, _F),
    Reference(Goal, "field_id", FieldOfAction, _F),
    Reference(Focus, "field_id", FieldOfAction, _R),
    Reference(Measure, "goal_id", Goal, _F),
    Reference(Focus, "period_id", FocusPeriod, _F),
    Reference(Vote, "source_ids", SourceDocument, _L),
    Reference(Statement, "source_ids", SourceDocument, _L),
    Reference(Consultation, "source_ids", SourceDocument, _L),
    Reference(ConsentRequest, "municipality_id", Municipality, _F),
    Reference(ConsentRequest, "version_id", ConceptVersion, _F),
    Reference(EditorialRuling, "vote_id", Vote, _F),
    Reference(EditorialRuling, "version_id", ConceptVersion, _F),
    Reference(FormIssue, "municipality_id", Municipality, _F),
    Reference(FormIssue, "field_ids", FieldOfAction, _L),
    Reference(Project, "logo_id", Attachment, _L),
    Reference(HouseTemplate, "attachment_id", Attachment, _F),
    Reference(StyleChoice, "template_id", HouseTemplate, _F),
    Reference(PaperEntry, "paper_id", Paper, _F),
    Reference(PaperStop, "paper_id", Paper, _F),
    Reference(PaperStop, "consultation_id", Consultation, _F),
    Reference(PaperQuestion, "paper_id", Paper, _F),
)

_REFERENCES_OF: dict[type[Record], tuple[Reference, ...]] = {
    owner: tuple(reference for reference in REFERENCES if reference.owner is owner)
    for owner in dict.fromkeys(reference.owner for reference in REFERENCES)
}
_SUBJECTS: dict[VoteSubject, type[Record]] = {VoteSubject.VERSION: ConceptVersion, VoteSubject.FOCUS: FocusPeriod}
_OWNERS_OF: dict[type[Record], tuple[type[Record], ...]] = {
    kind: tuple(
        owner
        for owner in _REFERENCES_OF
        if any(reference.target is kind for reference in _REFERENCES_OF[owner])
        or (owner is Vote and kind in _SUBJECTS.values())
    )
    for kind in {*(reference.target for reference in REFERENCES), *_SUBJECTS.values()}
}
"""Which kinds can point to a kind, in the order in which pointers are told."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Be one place where a record points to another."""

    owner: Record
    field: str
    target: type[Record]
    target_id: str
    on_delete: OnDelete

    def __str__(self) -> str:
        return f"{kind_of(type(self.owner))} „{self.owner.id}“, Feld „{self.field}“"


def pointers(snapshot: Snapshot) -> Iterator[Pointer]:
    """Yield every place in the project where a record points to another."""
    for owner_type in _REFERENCES_OF:
        for owner in snapshot.all(owner_type):
            yield from pointers_from(owner)


def pointers_from(owner: Record, kind: type[Record] | None = None) -> Iterator[Pointer]:
    """Yield every place where one record points to another, of one kind if it is given; an empty text is none."""
    for reference in _REFERENCES_OF.get(type(owner), ()):
        if kind is not None and reference.target is not kind:
            continue
        held = getattr(owner, reference.field)
        for target_id in (held,) if isinstance(held, str) else held:
            if target_id:
                yield Pointer(owner, reference.field, reference.target, target_id, reference.on_delete)
    if isinstance(owner, Vote) and owner.subject in _SUBJECTS and owner.subject_id:
        yield Pointer(owner, "subject_id", _SUBJECTS[owner.subject], owner.subject_id, OnDelete.REFUSE)


class PointersTo:
    """Find the places that point to a record, and read for that only kinds that can point to its kind."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._by_kind: dict[type[Record], dict[str, list[Pointer]]] = {}

    def of(self, record: Record) -> Sequence[Pointer]:
        """Return the places that point to a record."""
        kind: type[Record] = type(record)
        if kind not in self._by_kind:
            self._by_kind[kind] = self._read(kind)
        return self._by_kind[kind].get(record.id, ())

    def _read(self, kind: type[Record]) -> dict[str, list[Pointer]]:
        found: dict[str, list[Pointer]] = {}
        for owner_type in _OWNERS_OF.get(kind, ()):
            for owner in self._snapshot.all(owner_type):
                for pointer in pointers_from(owner, kind):
                    if pointer.target is kind:
                        found.setdefault(pointer.target_id, []).append(pointer)
        return found


def dangling(snapshot: Snapshot) -> list[Pointer]:
    """Return every place that points to a record that is not there."""
    return [pointer for pointer in pointers(snapshot) if snapshot.find(pointer.target, pointer.target_id) is None]
