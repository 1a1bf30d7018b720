"""Make the example project of the Rhein-Kreis Neuss from the readable files under ``resources/example``."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Create
from kizdesk.domain.codec import revive
from kizdesk.domain.votes import Vote, VoteSubject
from kizdesk.project.durable.birth import born
from kizdesk.project.files import free_name
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import refuse_vote
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, freeze

FILE_NAME = "Beispiel Rhein-Kreis Neuss.kizdesk"
_VERSION = "example/fassung.toml"


def create_example(folder: Path, surroundings: Surroundings) -> Path:
    """Write the example project into a folder under a name that is free, and return where it is."""
    path = free_name(folder / FILE_NAME)
    with born(path, surroundings) as project:
        fill(project)
    return path


def fill(project: OpenProject) -> None:
    """Fill an empty project with the example: its records, its version, the votes on that version."""
    records = project.library.example()
    late = [record for record in records if _is_vote_on_version(record)]
    project.commit("Beispiel anlegen", *(Create(record) for record in records if record not in late))
    freeze(project, _wish(project))
    for vote in late:
        if isinstance(vote, Vote):
            refuse_vote(project, vote)
    project.commit("Voten eintragen", *(Create(record) for record in late))


def _is_vote_on_version(record: Record) -> bool:
    return isinstance(record, Vote) and record.subject is VoteSubject.VERSION


def _wish(project: OpenProject) -> VersionWish:
    data = project.library.toml(_VERSION)
    known = {field.name for field in fields(VersionWish)}
    return revive(VersionWish, {key: value for key, value in data.items() if key in known}, _VERSION)
