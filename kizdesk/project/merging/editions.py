"""Bring versions of the guide along that were made in the other copy, under a name that is free here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Interview
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.guides.editions import next_version
from kizdesk.project.merging import phrases
from kizdesk.project.opened import OpenProject

Named = tuple[str, str]
"""A guide and its version."""


class Editions:
    """Know what each version made in the other copy is called here.

    Both laptops count on from the same version, so one name may stand for two guides; what reads alike is one.
    """

    def __init__(self, project: OpenProject, theirs: Snapshot) -> None:
        self._here: dict[Named, GuideEdition] = {}
        self._view = project
        known = {_wording(edition): edition for edition in project.snapshot.all(GuideEdition)}
        for edition in theirs.all(GuideEdition):
            found = known.get(_wording(edition))
            if found is None:
                base = self._here.get((edition.guide_id, edition.based_on))
                based_on = base.guide_version if base is not None else edition.based_on
                found = _under_free_name(self._view, replace(edition, based_on=based_on))
                self._view = self._view.imagined([Create(found)])
                known[_wording(edition)] = found
            self._here[edition.guide_id, edition.guide_version] = found

    def translated(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Return records with the versions as they are called here."""
        return tuple(map(self._translated, records))

    def is_known(self, interview: Interview) -> bool:
        """Tell whether the guide of a translated interview is here or comes along."""
        try:
            self._view.guides.of_interview(interview)
        except UserError:
            return False
        return True

    def remarks(self, interview: Interview) -> Iterator[str]:
        """Yield that the guide of an interview of the other copy is called otherwise here."""
        found = self._here.get((interview.guide_id, interview.guide_version))
        if found is not None and found.guide_version != interview.guide_version:
            yield phrases.OTHER_GUIDE.format(theirs=interview.guide_version, ours=found.guide_version)

    def _translated(self, record: Record) -> Record:
        if not isinstance(record, GuideEdition | Interview):
            return record
        found = self._here.get((record.guide_id, record.guide_version))
        if found is None:
            return record
        return found if isinstance(record, GuideEdition) else replace(record, guide_version=found.guide_version)


def _under_free_name(project: OpenProject, edition: GuideEdition) -> GuideEdition:
    is_taken = project.guides.edition(edition.guide_id, edition.guide_version) is not None
    version = next_version(project, edition.guide_id, edition.guide_version) if is_taken else edition.guide_version
    has_id = project.snapshot.find(GuideEdition, edition.id) is not None
    content = json.dumps(_read(edition) | {"version": version}, ensure_ascii=False, separators=(",", ":"))
    return replace(
        edition,
        id=f"{edition.id}/{version}" if has_id else edition.id,
        guide_version=version,
        content=content if is_taken else edition.content,
    )


def _wording(edition: GuideEdition) -> Named:
    """Return what a version asks, whatever it is called."""
    content = _read(edition)
    content.pop("version", None)
    return edition.guide_id, json.dumps(content, sort_keys=True) if content else edition.content


def _read(edition: GuideEdition) -> dict[str, Any]:
    """Return the content of a version; nothing where it is no guide, which shows when it is used."""
    try:
        content = json.loads(edition.content)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
