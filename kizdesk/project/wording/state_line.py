"""Say in one line how far a project is, for the list of projects."""

from __future__ import annotations

from collections import defaultdict

from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.stand import stand_of
from kizdesk.domain.versions import ConceptVersion


def state_line(snapshot: Snapshot) -> str:
    """Return a line such as „5 von 8 Kommunen abgeschlossen, Fassung 3“."""
    held: dict[str, list[Interview]] = defaultdict(list)
    for interview in snapshot.all(Interview):
        held[interview.municipality_id].append(interview)
    municipalities = snapshot.all(Municipality)
    done, places = sum(stand_of(held[place.id]).is_done for place in municipalities), len(municipalities)
    versions = [version.number for version in snapshot.all(ConceptVersion)]
    parts = []
    if places:
        parts.append(f"{done} von {places} Kommunen abgeschlossen")
    parts.append(f"Fassung {max(versions)}" if versions else "noch keine Fassung")
    return ", ".join(parts)
