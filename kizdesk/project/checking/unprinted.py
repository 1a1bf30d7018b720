"""Find the texts with characters that print only as a mark, because no typeface of the program has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kizdesk.concept.build import build
from kizdesk.concept.essence import shown
from kizdesk.concept.materials import Materials
from kizdesk.concept.tree import AnyBlock, Document, Figure, Table
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.checks import Target, Unprinted
from kizdesk.domain.codec import field_names
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Attachment
from kizdesk.domain.places import Project
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.project.opened import OpenProject
from kizdesk.project.search_places import step_of
from kizdesk.project.wording.naming import Names
from kizdesk.writers.print.words import unprintable

_NEVER_PRINTED = (GuideEdition, Attachment, ConceptVersion)
_NAMED = 12
"""So many characters of one text are named."""


def unprinted(project: OpenProject, things: Materials) -> tuple[Unprinted, ...]:
    """Return the records whose text is printed with a mark; the concept is built only if there may be any."""
    suspects = project.keeping.of(_Looked).suspects(project.snapshot)
    if not suspects:
        return ()
    printed = _printed(build(project.snapshot, things))
    names = Names(project, project.snapshot)
    return tuple(
        Unprinted(_target(record, name), names.of(record)[0] or names.of(record)[1], _listed(signs))
        for record, name, signs in suspects
        if set(signs) & printed.get((kind_of(type(record)), record.id), set()) or isinstance(record, Project)
    )


Suspect = tuple[Record, str, str]
"""A record with the first field that has such characters, and the characters."""


class _Looked:
    """Look through the tables, each again only when it is another."""

    def __init__(self) -> None:
        self._found: dict[type[Record], tuple[Mapping[str, Record], list[Suspect]]] = {}

    def suspects(self, snapshot: Snapshot) -> list[Suspect]:
        """Return all records with such characters."""
        return [suspect for kind in RECORD_TYPES if kind not in _NEVER_PRINTED for suspect in self._in(snapshot, kind)]

    def _in(self, snapshot: Snapshot, kind: type[Record]) -> list[Suspect]:
        records = snapshot.by_id(kind)
        table, found = self._found.get(kind, ({}, []))
        if table is not records:
            found = list(_suspects(records.values(), _fields(kind)))
            self._found[kind] = records, found
        return found


def _suspects(records: Iterable[Record], names: Sequence[str]) -> Iterator[Suspect]:
    for record in records:
        held = ((name, value) for name in names if (value := getattr(record, name)))
        found = next(((name, signs) for name, value in held if (signs := _signs(value))), None)
        if found is not None:
            yield record, *found


def _fields(record_type: Any) -> tuple[str, ...]:
    return tuple(name for name in field_names(record_type) if name != "id" and not name.endswith("_id"))


def _signs(value: object) -> str:
    match value:
        case str():
            return unprintable(value)
        case tuple():
            return "".join(filter(None, map(_signs, value)))
        case _:
            return ""


def _printed(document: Document) -> dict[tuple[str, str], set[str]]:
    """Return the characters that print as a mark, by the records that the blocks rest on."""
    found: dict[tuple[str, str], set[str]] = {}
    for block in document.blocks:
        for sources, text in _texts(block):
            if signs := unprintable(text):
                for source in sources:
                    found.setdefault((source.kind, source.id), set()).update(signs)
    return found


def _texts(block: AnyBlock) -> Iterator[tuple[Any, str]]:
    match block:
        case Table(caption=caption, columns=columns):
            yield block.sources, "\n".join((caption, *(column.title for column in columns)))
            for row in block.printed:
                yield (*block.sources, *row.sources), "\n".join(row.cells)
        case Figure(caption=caption, svg=svg):
            yield block.sources, f"{caption}\n{svg}"
        case _:
            yield block.sources, shown(block)


def _listed(signs: str) -> str:
    told = ", ".join(f"„{sign}“" for sign in signs[:_NAMED])
    return told if len(signs) <= _NAMED else f"{told} …"


def _target(record: Record, field: str) -> Target:
    kind = kind_of(type(record))
    match record:
        case Answer(question_id=question_id):
            return Target(step_of(kind), kind, record.id, question_id)
        case ChapterText(chapter=chapter):
            return Target(step_of(kind), kind, chapter, field)
        case _:
            return Target(step_of(kind), kind, record.id, field)
