"""Judge the integrity of a project file: all that the file says of itself, and its frozen versions."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.storing import load
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.opened import OpenProject


def verify(project: OpenProject) -> list[str]:
    """Return what is wrong, in German sentences; nothing if the file is sound."""
    return [*project.verify(), *_unreadable_versions(project)]


def _unreadable_versions(project: OpenProject) -> Iterator[str]:
    kept = set(project.blobs())
    for version in project.snapshot.all(ConceptVersion):
        if version.tree_sha256 not in kept:
            continue  # the file itself has told so
        try:
            load(project.blob(version.tree_sha256))
        except (UserError, EnvironmentFault) as error:
            yield f"Fassung {version.number} („{version.name}“): {error}"
