"""Build the concept's tree from the open project and the data of the program."""

from __future__ import annotations

from dataclasses import replace

from kizdesk.concept.build import build
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.materials import Materials
from kizdesk.concept.moment import Kept
from kizdesk.concept.outline import Outline
from kizdesk.concept.short import shortened
from kizdesk.concept.tree import Document
from kizdesk.concept.wording import Wording
from kizdesk.domain.errors import UserError
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.places import Municipality
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject


def materials(project: OpenProject, version: ConceptVersion | None = None) -> Materials:
    """Gather what the concept is made with beside the project itself."""
    library, settings = project.library, project.settings
    return Materials(
        legal_basis=library.legal_basis(settings.legal_basis_id),
        guide=project.guides.present,
        guides=project.guides.held(),
        outline=Outline.of(library.toml("concept/outline.toml")),
        wording=Wording.of(library.toml("concept/wording.toml")),
        shapes=library.shapes([municipality.id for municipality in project.snapshot.all(Municipality)]),
        map_attribution=library.map_attribution,
        catalogue_attribution=library.catalogue_attribution,
        indicators=library.indicators(),
        version=version,
    )


def draft_document(project: OpenProject) -> Document:
    """Return the present content as a draft."""
    return _built(project, materials(project))


def present_document(project: OpenProject) -> Document:
    """Return the present content, named as the latest version if nothing changed since, else as a draft."""
    things, latest = materials(project), latest_version(project)
    if latest is not None:
        named = _built(project, replace(things, version=latest))
        if fingerprint(named) == latest.fingerprint:
            return named
    return _built(project, things)


def unchanged_version(project: OpenProject) -> ConceptVersion | None:
    """Return the latest version if nothing changed since, else None: whatever is printed then is a draft."""
    latest = latest_version(project)
    return latest if latest is not None and fingerprint(draft_document(project)) == latest.fingerprint else None


def short_document(project: OpenProject) -> Document:
    """Return the Kurzfassung of the present content."""
    return in_short(project, present_document(project))


def in_short(project: OpenProject, document: Document) -> Document:
    """Return the Kurzfassung of a document, also of a frozen one: the chapters chosen for it today, if it has them.

    Raises UserError if that is nothing.
    """
    library = project.library
    outline = Outline.of(library.toml("concept/outline.toml"))
    keys = outline.short(project.snapshot.all(ChapterChoice))
    short = shortened(document, keys, Wording.of(library.toml("concept/wording.toml")))
    if not short.blocks:
        raise UserError("Die Kurzfassung wäre leer. Bitte auf der Seite „Gliederung“ Kapitel dafür wählen.")
    return short


def latest_version(project: OpenProject) -> ConceptVersion | None:
    """Return the version with the highest number, or None if nothing is frozen yet."""
    return latest_of(project.snapshot.all(ConceptVersion))


def _built(project: OpenProject, things: Materials) -> Document:
    with collector_paused():
        return build(project.snapshot, things, project.keeping.of(Kept))
