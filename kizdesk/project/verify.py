"""Judge the integrity of a project file: its pages, its references, its kept files."""

from __future__ import annotations

from hashlib import sha256

from kizdesk.concept.storing import load
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.opened import OpenProject
from kizdesk.project.references import dangling


def verify(project: OpenProject) -> list[str]:
    """Return what is wrong, in German sentences; nothing if the file is sound."""
    wrong = list(project.verify())
    wrong += [
        f"{pointer} verweist auf „{pointer.target_id}“, das es nicht gibt." for pointer in dangling(project.snapshot)
    ]
    kept = set(project.blobs())
    for attachment in project.snapshot.all(Attachment):
        if not _is_kept(project, attachment.sha256, kept):
            wrong.append(f"Der Inhalt der Anlage „{attachment.name}“ fehlt oder ist beschädigt.")
    for version in project.snapshot.all(ConceptVersion):
        wrong += _wrong_version(project, version, kept)
    return wrong


def _is_kept(project: OpenProject, sha: str, kept: set[str]) -> bool:
    return sha in kept and sha256(project.blob(sha)).hexdigest() == sha


def _wrong_version(project: OpenProject, version: ConceptVersion, kept: set[str]) -> list[str]:
    if not _is_kept(project, version.tree_sha256, kept):
        return [f"Der Inhalt der Fassung {version.number} („{version.name}“) fehlt oder ist beschädigt."]
    try:
        load(project.blob(version.tree_sha256))
    except UserError as error:
        return [f"Fassung {version.number} („{version.name}“): {error}"]
    return []
