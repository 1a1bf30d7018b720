"""Say which fields name another record, so that a name without its record is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kizdesk.domain.base import Record
from kizdesk.domain.codec import field_names
from kizdesk.domain.fields import FieldOfAction, Goal
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview
from kizdesk.domain.people import Body, Consultation, Person
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion, SourceDocument
from kizdesk.domain.votes import Vote, VoteSubject

TARGET_OF_FIELD: dict[str, type[Record]] = {
    "municipality_id": Municipality,
    "municipality_ids": Municipality,
    "speaks_for": Municipality,
    "person_id": Person,
    "person_ids": Person,
    "interview_id": Interview,
    "answer_id": Answer,
    "attachment_ids": Attachment,
    "evidence_ids": Evidence,
    "field_id": FieldOfAction,
    "field_ids": FieldOfAction,
    "scope_id": FieldOfAction,
    "goal_id": Goal,
    "period_id": FocusPeriod,
    "body_id": Body,
    "body_ids": Body,
    "consultation_id": Consultation,
    "source_ids": SourceDocument,
}
"""The names are used alike in all records; an empty text names nothing."""

_TARGET_OF_SUBJECT: dict[VoteSubject, type[Record]] = {
    VoteSubject.VERSION: ConceptVersion,
    VoteSubject.FOCUS: FocusPeriod,
}


def named_records(record: Record) -> Iterator[tuple[str, type[Record], str]]:
    """Yield what a record names: field, record type and id."""
    record_type: Any = type(record)
    for field in field_names(record_type):
        target = TARGET_OF_FIELD.get(field)
        if target is not None:
            yield from ((field, target, record_id) for record_id in _ids(getattr(record, field)))
    if isinstance(record, Vote) and record.subject_id and record.subject in _TARGET_OF_SUBJECT:
        yield "subject_id", _TARGET_OF_SUBJECT[record.subject], record.subject_id


def missing_records(snapshot: Snapshot, records: tuple[Record, ...]) -> Iterator[tuple[Record, str, str]]:
    """Yield each record with field and id where it names one that does not exist."""
    for record in records:
        for field, target, record_id in named_records(record):
            if snapshot.find(target, record_id) is None:
                yield record, field, record_id


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, tuple) else ()
