"""Freeze versions of the concept, read them back, and tell what changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from kizdesk.concept.build import build
from kizdesk.concept.compare import BlockChange, compare
from kizdesk.concept.consented import as_agreed
from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.revoked import as_consented
from kizdesk.concept.storing import dump, load
from kizdesk.concept.survey import Survey
from kizdesk.concept.tree import Document
from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import clean
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.concept import draft_document, latest_version, materials
from kizdesk.project.durable.borders import cleaned
from kizdesk.project.files import sha256_of
from kizdesk.project.guides.editions import sealed
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject


@dataclass(frozen=True, slots=True)
class VersionWish:
    """Say how a version is called; an empty id gets a new one, ``dated`` is the date printed on it.

    ``frozen_at`` is given only for a version that was frozen elsewhere before, as in the example.
    """

    name: str
    note: str = ""
    author: str = ""
    dated: date | None = None
    frozen_at: datetime | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Be a version that is built but not kept yet."""

    version: ConceptVersion
    tree: bytes


def freeze(project: OpenProject, wish: VersionWish) -> ConceptVersion:
    """Freeze the present content: its tree is kept as it is, its fingerprint is never computed anew."""
    return keep(project, prepare(project, wish))


def prepare(project: OpenProject, wish: VersionWish) -> Prepared:
    """Build what a version will hold; this reads only, so a job does it with the project pinned at one moment."""
    name = clean(wish.name).strip()
    if not name:
        raise UserError("Eine Fassung braucht einen Namen, zum Beispiel „Entwurf für die Bürgermeisterkonferenz“.")
    latest = latest_version(project)
    version = ConceptVersion(
        id=wish.id or project.new_id(),
        number=latest.number + 1 if latest else 1,
        name=name,
        frozen_at=wish.frozen_at or project.now(),
        fingerprint="",
        tree_sha256="",
        dated=wish.dated,
        author=clean(wish.author) or project.who,
        note=clean(wish.note),
    )
    document = build(project.snapshot, materials(project, version))
    tree = dump(document)
    return Prepared(replace(version, fingerprint=fingerprint(document), tree_sha256=sha256_of(tree)), tree)


def keep(project: OpenProject, prepared: Prepared) -> ConceptVersion:
    """Keep a prepared version as it was built; what was changed meanwhile counts as changed since.

    Raises UserError if another version has taken its number.
    """
    version, latest = prepared.version, latest_version(project)
    if latest is not None and latest.number >= version.number:
        raise UserError(
            f"Fassung {version.number} ist inzwischen schon festgeschrieben. "
            "Bitte die neue Fassung noch einmal festschreiben."
        )
    project.put_blob(prepared.tree, version.tree_sha256)
    written = cleaned(version)
    project.commit(f"Fassung {version.number} festschreiben", Create(written), *sealed(project, version.number))
    return written


def version_document(project: OpenProject, version_id: str) -> Document:
    """Return the tree of a version as it was frozen, without words and names whose Einwilligung was revoked since.

    Its fingerprint is that of the version. Who agreed to it is told as it stands today.
    """
    version = project.snapshot.get(ConceptVersion, version_id)
    things = materials(project, version)
    context = Context(Facts(project.snapshot), things, Survey(Snapshot(), things.guide))
    with collector_paused():
        return as_agreed(as_consented(load(project.blob(version.tree_sha256)), context), context)


def changes_since(project: OpenProject, version_id: str) -> tuple[BlockChange, ...]:
    """Return the blocks whose content changed since a version, with the municipalities they concern."""
    return compare(version_document(project, version_id), draft_document(project))


def present_fingerprint(project: OpenProject) -> str:
    """Return the fingerprint of the present content."""
    return fingerprint(draft_document(project))
