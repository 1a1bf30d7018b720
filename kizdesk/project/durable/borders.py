"""Clean and check what comes into a project, before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.codec import field_decoders, field_names, plain
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, Evidence, Offering, passage_text
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.places import Municipality
from kizdesk.domain.references import Pointer, pointers_from
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.spans import spans_of
from kizdesk.domain.texts import clean

T = TypeVar("T")


def cleaned(value: T) -> T:
    """Return a value with every text in it cleaned, however deep it stands."""
    return cast("T", _cleaned(value))


def _cleaned(value: object) -> object:
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        return _cleaned_object(value)
    return value


def _cleaned_object(value: Any) -> object:
    edits: dict[str, Any] = {}
    cls: Any = type(value)
    for name in field_names(cls):
        old = getattr(value, name)
        if old and (new := _cleaned(old)) != old:
            edits[name] = new
    return replace(value, **edits) if edits else value


def received(records: Iterable[Record]) -> list[Record]:
    """Return records from outside with every text cleaned, evidence still on its wording."""
    held = list(records)
    texts = {record.id: passage_text(record) for record in held if isinstance(record, Answer)}
    return [
        cleaned(_moved(record, texts.get(record.answer_id, "")) if isinstance(record, Evidence) else record)
        for record in held
    ]


def _moved(evidence: Evidence, text: str) -> Evidence:
    """Return evidence with its offsets counted in the cleaned text; cleaning may shorten what stands before it."""
    if text == clean(text) or not 0 <= evidence.start <= evidence.end <= len(text):
        return evidence
    start, end = (len(clean(text[:place])) for place in (evidence.start, evidence.end))
    return replace(evidence, start=start, end=end)


def typed(record_type: Any, field: str, value: object) -> object:
    """Return the value as the field's own type, cleaned; raises ShapeError if it does not fit."""
    decoder = field_decoders(record_type)[field]
    return cleaned(decoder(plain(value), field))


def admitted(change: Change) -> Change:
    """Return a change as it may be written: its texts cleaned, its value of the field's type."""
    match change:
        case Create(record):
            return Create(cleaned(record))
        case Update(record_type, _, "id", _):
            raise ValueError(f"{record_type.__name__}.id cannot be changed")
        case Update(record_type, record_id, field, value):
            return Update(record_type, record_id, field, typed(record_type, field, value))
        case _:
            return change


def follow_ups(before: Snapshot, changes: Sequence[Change]) -> list[Change]:
    """Return what changes bring with them: who has an offering is no longer a municipality without any."""
    places: set[str] = set()
    for change in changes:
        match change:
            case Create(Offering(municipality_id=place)):
                places.add(place)
            case Update(kind, _, "municipality_id", value) if kind is Offering:
                places.add(str(value))
            case _:
                pass
    found = (before.find(Municipality, place) for place in sorted(places))
    without = [place.id for place in found if place is not None and place.no_offerings]
    return [Update(Municipality, place, "no_offerings", value=False) for place in without]


def refuse_gaps(before: Snapshot, changes: Sequence[Change]) -> Snapshot:
    """Return the project after changes; raises UserError if one makes a record point to one that is not there."""
    after = before.applied(changes)
    for change in changes:
        for pointer in _set_by(change, after):
            if after.find(pointer.target, pointer.target_id) is None:
                name = f"{kind_name(pointer.target)} „{pointer.target_id}“"
                raise UserError(f"{name} ist nicht vorhanden. Bitte einen vorhandenen Eintrag wählen.")
    return after


def refuse_backwards(after: Snapshot, changes: Sequence[Change]) -> None:
    """Raise UserError if an edit lets a record end before it begins.

    What comes in whole, from a file or a form, is taken as it is; the checker tells of it.
    """
    for change in changes:
        if not isinstance(change, Update):
            continue
        for span in spans_of(change.record_type):
            if change.field in (span.first, span.last):
                edited = after.get(change.record_type, change.id)
                if span.is_backwards(edited):
                    raise UserError(span.refused(edited))


def _set_by(change: Change, after: Snapshot) -> Iterator[Pointer]:
    match change:
        case Create(record):
            yield from pointers_from(record)
        case Update(record_type, record_id, field, _):
            edited = after.get(record_type, record_id)
            yield from (pointer for pointer in pointers_from(edited) if field in (pointer.field, "subject"))
        case _:
            return
