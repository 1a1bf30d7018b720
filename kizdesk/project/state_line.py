"""Say in one line how far a project is, for the list of projects."""

from __future__ import annotations

from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion

_DONE = (InterviewStatus.DONE, InterviewStatus.RELEASED)


def state_line(snapshot: Snapshot) -> str:
    """Return a line such as „5 von 8 Gesprächen, Fassung 3“."""
    interviews = snapshot.all(Interview)
    done = {interview.municipality_id for interview in interviews if interview.status in _DONE}
    places = len(snapshot.all(Municipality))
    versions = [version.number for version in snapshot.all(ConceptVersion)]
    parts = []
    if places:
        parts.append(f"{len(done)} von {places} Kommunen befragt")
    parts.append(f"Fassung {max(versions)}" if versions else "noch keine Fassung")
    return ", ".join(parts)
