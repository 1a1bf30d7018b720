"""Say which days of a paper do not go together: its date, its meetings, and the version that it encloses."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.domain.papers import PaperKind
from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.reading import brief_of


def doubt_about_date(project: OpenProject, kind: PaperKind) -> str:
    """Say that a paper is older than the version it speaks of; nothing if it is not."""
    brief = brief_of(project, kind)
    version, dated = brief.version, brief.paper.dated
    if version is None or dated is None or version.printed_on <= dated:
        return ""
    return (
        f"Das Schriftstück trägt das Datum {dated:%d.%m.%Y}, die Fassung {version.number} erst den "
        f"{version.printed_on:%d.%m.%Y}. Bitte das Datum prüfen."
    )


def doubts_about_meetings(project: OpenProject, kind: PaperKind) -> Mapping[str, str]:
    """Say of each meeting in the Beratungsfolge that is over when the paper is dated, by the id of the meeting."""
    brief = brief_of(project, kind)
    dated = brief.paper.dated
    if dated is None:
        return {}
    return {
        stop.consultation.id: (
            f"Die Sitzung am {stop.consultation.held_on:%d.%m.%Y} ({stop.name}) liegt vor dem Datum des Schriftstücks, "
            f"dem {dated:%d.%m.%Y}."
        )
        for stop in brief.stops
        if stop.consultation.held_on is not None and stop.consultation.held_on < dated
    }
