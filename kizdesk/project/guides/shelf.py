"""Find a version of a guide, whether it comes with the program or was made in the project."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.library import Library


class Guides:
    """Be the guides of a project at one moment."""

    def __init__(self, library: Library, snapshot: Snapshot) -> None:
        self._library = library
        self._snapshot = snapshot

    @property
    def present(self) -> Guide:
        """Return the guide of the project; new interviews are held under it."""
        (settings,) = self._snapshot.all(Project)
        return self.of(settings.guide_id, settings.guide_version)

    def of(self, guide_id: str, version: str) -> Guide:
        """Return a version of a guide; raises UserError if neither the project nor the program has it."""
        edition = self.edition(guide_id, version)
        if edition is not None:
            return self._library.guide_of(guide_id, version, edition.content)
        return self._library.guide(guide_id, version)

    def of_interview(self, interview: Interview) -> Guide:
        """Return the guide under which an interview is held."""
        return self.of(interview.guide_id, interview.guide_version)

    def edition(self, guide_id: str, version: str) -> GuideEdition | None:
        """Return the record of a version that was made in the project, None for those of the program."""
        for edition in self._snapshot.by_id(GuideEdition).values():
            if edition.guide_version == version and edition.guide_id == guide_id:
                return edition
        return None

    def versions(self, guide_id: str) -> tuple[str, ...]:
        """Return all versions of a guide: those of the program, then those made here, each oldest first."""
        made = [edition.guide_version for edition in self._snapshot.all(GuideEdition) if edition.guide_id == guide_id]
        return (*self._library.guide_versions(guide_id), *made)

    def held(self) -> Mapping[tuple[str, str], Guide]:
        """Return the guides under which interviews are held, by id and version; without those nobody has any more."""
        found: dict[tuple[str, str], Guide] = {}
        missing: set[tuple[str, str]] = set()
        for interview in self._snapshot.all(Interview):
            key = interview.guide_id, interview.guide_version
            if key in found or key in missing:
                continue
            try:
                found[key] = self.of(*key)
            except UserError:
                missing.add(key)
        return found
