"""Put together what a page reads in one go."""

from __future__ import annotations

from kizdesk.project.figures import Figure, consent_map, urgency_bars
from kizdesk.project.focus.ranking import StrandRanking, urgency
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_register import RegisterRow, counted_register

Ranked = tuple[tuple[StrandRanking, ...], Figure | None]
RegisterWithMap = tuple[tuple[RegisterRow, ...], Figure | None]


def ranked(project: OpenProject) -> Ranked:
    """Return the ranking of urgency and its bars."""
    return urgency(project), urgency_bars(project, narrow=True)


def register_with_map(project: OpenProject, version_id: str, chosen: str) -> RegisterWithMap:
    """Return the register of a version with what changed since each consent, and its map."""
    return counted_register(project, version_id), consent_map(project, version_id, chosen)
