"""Add, edit, order and delete records of any kind, with what follows from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.codec import field_names
from kizdesk.domain.errors import UserError
from kizdesk.domain.kinds import counted, kind_name, kind_plural
from kizdesk.domain.places import District, Project
from kizdesk.domain.references import OnDelete, Pointer, PointersTo
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.durable.borders import cleaned, typed
from kizdesk.project.opened import OpenProject

R = TypeVar("R", bound=Record)
_PERMANENT: dict[type[Record], str] = {
    Project: "Die Angaben zum Projekt gehören zur Datei und können nicht gelöscht werden. Bitte stattdessen ändern.",
    District: "Der Kreis gehört zum Projekt und kann nicht gelöscht werden. Bitte ein neues Projekt anlegen.",
    ConceptVersion: "Eine festgeschriebene Fassung bleibt erhalten. Bitte stattdessen eine neue Fassung festschreiben.",
}
_FROZEN = ("number", "frozen_at", "fingerprint", "tree_sha256")


def add(project: OpenProject, record: R, label: str = "", *, stay: str = "") -> R:
    """Add a record and return it as it was written; raises UserError if its id is taken."""
    written = cleaned(record)
    project.commit(label or f"{kind_name(type(record))} hinzufügen", Create(written), stay=stay)
    return written


def set_value(
    project: OpenProject, record_type: type[Record], record_id: str, field: str, value: object, *, stay: str = ""
) -> None:
    """Set one field of a record; the same value again is no change.

    Raises ShapeError if the value does not fit, UserError if the record is gone.
    """
    set_values(project, record_type, record_id, {field: value}, stay=stay)


def set_values(
    project: OpenProject,
    record_type: type[Record],
    record_id: str,
    values: dict[str, object],
    *,
    label: str = "",
    stay: str = "",
) -> None:
    """Set several fields of a record in one step that can be undone."""
    record = project.snapshot.get(record_type, record_id)
    changes = updates(record, values)
    project.commit(label or f"{kind_name(record_type)} bearbeiten", *changes, stay=stay)


def updates(record: Record, values: dict[str, object]) -> list[Change]:
    """Return the changes that give a record new values where they differ from the old ones."""
    record_type = type(record)
    hint: Any = record_type
    changes: list[Change] = []
    for field, value in values.items():
        if field == "id" or field not in field_names(hint):
            raise KeyError(f"{record_type.__name__}.{field}")
        if record_type is ConceptVersion and field in _FROZEN:
            raise UserError("Der Inhalt einer Fassung steht fest. Bitte stattdessen eine neue Fassung festschreiben.")
        new = typed(record_type, field, value)
        if new != getattr(record, field):
            changes.append(Update(record_type, record.id, field, new))
    return changes


def edits(before: Record, after: Record) -> list[Change]:
    """Return the changes that make a record another one of the same id."""
    hint: Any = type(before)
    names = (name for name in field_names(hint) if name != "id")
    values = {name: getattr(after, name) for name in names if getattr(before, name) != getattr(after, name)}
    return updates(before, values)


def reorder(project: OpenProject, record_type: type[Record], ids: Sequence[str]) -> None:
    """Put the records of the given ids into the given order; others keep their position."""
    snapshot = project.snapshot
    changes: list[Change] = []
    for position, record_id in enumerate(ids, start=1):
        changes += updates(snapshot.get(record_type, record_id), {"position": position})
    project.commit(f"Reihenfolge der {kind_plural(record_type)} ändern", *changes)


def next_position(snapshot: Snapshot, record_type: type[Record]) -> int:
    """Return the position after the last record of a kind."""
    return max((getattr(record, "position", 0) for record in snapshot.all(record_type)), default=0) + 1


def delete(project: OpenProject, record_type: type[Record], record_id: str) -> None:
    """Delete a record with all that lives only through it, in one step that can be undone.

    Raises UserError if something that must stay points to it.
    """
    changes = consequences(project.snapshot, record_type, record_id)
    project.commit(f"{kind_name(record_type)} löschen", *changes)


def consequences(snapshot: Snapshot, record_type: type[Record], record_id: str) -> list[Change]:
    """Return the changes that deleting a record takes; raises UserError if it must stay."""
    if record_type in _PERMANENT:
        raise UserError(_PERMANENT[record_type])
    targets = PointersTo(snapshot)
    doomed = _doomed(targets, snapshot.get(record_type, record_id))
    gone = {(type(record), record.id) for record in doomed}
    edits: dict[tuple[type[Record], str, str], Update] = {}
    for record in doomed:
        for pointer in targets.of(record):
            if (type(pointer.owner), pointer.owner.id) not in gone:
                _let_go(pointer, edits)
    return [*edits.values(), *(Delete(type(record), record.id) for record in doomed)]


def losses(snapshot: Snapshot, record_type: type[Record], record_id: str) -> str:
    """Say what else a deletion takes with it, such as ``2 Ziele, 5 Maßnahmen``; empty if nothing."""
    doomed = _doomed(PointersTo(snapshot), snapshot.get(record_type, record_id))
    counts = Counter(type(record) for record in reversed(doomed) if record.id != record_id)
    return ", ".join(counted(kind, count) for kind, count in counts.items())


def _doomed(targets: PointersTo, record: Record) -> list[Record]:
    """Return a record and all that follows it, what depends on others first."""
    found: dict[tuple[type[Record], str], Record] = {}

    def visit(current: Record) -> None:
        if (type(current), current.id) in found:
            return
        found[type(current), current.id] = current
        for pointer in targets.of(current):
            if pointer.on_delete is OnDelete.FOLLOW:
                visit(pointer.owner)
            elif pointer.on_delete is OnDelete.REFUSE:
                raise UserError(_refusal(current, pointer))

    visit(record)
    return list(reversed(found.values()))


def _refusal(record: Record, pointer: Pointer) -> str:
    name = getattr(record, "title", "") or getattr(record, "name", "") or record.id
    return (
        f"{kind_name(type(record))} „{name}“ kann nicht gelöscht werden, solange "
        f"{kind_name(type(pointer.owner))} darauf verweist. "
        f"Bitte zuerst den Verweis ändern oder {kind_name(type(pointer.owner))} löschen."
    )


def _let_go(pointer: Pointer, edits: dict[tuple[type[Record], str, str], Update]) -> None:
    owner_type = type(pointer.owner)
    key = (owner_type, pointer.owner.id, pointer.field)
    held = edits[key].value if key in edits else getattr(pointer.owner, pointer.field)
    kept = tuple(item for item in held if item != pointer.target_id) if isinstance(held, tuple) else ""
    edits[key] = Update(owner_type, pointer.owner.id, pointer.field, kept)
