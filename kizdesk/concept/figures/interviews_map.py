"""Draw how far the interviews with the municipalities are."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.concept.context import Context
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.places_map import WINDOW, Frame, Look, draw_places
from kizdesk.concept.figures.svg import STATES
from kizdesk.concept.german import capital, listed
from kizdesk.domain.interviews import Interview, InterviewStatus

SIGNS = {
    "freigegeben": "double",
    "gefuehrt": "check",
    "begonnen": "half",
    "geplant": "clock",
    "kein": "",
}
"""The sign of each state."""
_FILLS = {
    "freigegeben": "erteilt",
    "gefuehrt": "gilt_fort",
    "begonnen": "bedingt",
    "geplant": "angefragt",
    "kein": "offen",
}


def interviews_map(context: Context, frame: Frame = WINDOW) -> Picture | None:
    """Return the map of interviews; None where there is no map."""
    facts, words = context.facts, context.words
    held: dict[str, list[InterviewStatus]] = {}
    for interview in facts.snapshot.all(Interview):
        held.setdefault(interview.municipality_id, []).append(interview.status)
    states = {ags: _state(held.get(ags, ())) for ags in facts.ags}
    looks = {
        ags: Look(STATES[_FILLS[key]], SIGNS[key], words.text(f"interviews_map.{key}"), key == "freigegeben")
        for key in SIGNS
        for ags in facts.ags
        if states[ags] == key
    }
    title = words.text("interviews_map.title", inside=context.district.inside)
    return draw_places(context, looks, (title, _alt(context, title, looks)), frame=frame)


def _state(found: Sequence[InterviewStatus]) -> str:
    """Return how far a municipality is: as far as the least of its interviews, begun as soon as one is."""
    if not found:
        return "kein"
    if len(set(found)) == 1:
        return found[0].value
    unfinished = {InterviewStatus.PLANNED, InterviewStatus.RUNNING} & set(found)
    return InterviewStatus.RUNNING.value if unfinished else InterviewStatus.DONE.value


def _alt(context: Context, title: str, looks: dict[str, Look]) -> str:
    words, facts = context.words, context.facts
    groups: dict[str, list[str]] = {}
    for ags, look in looks.items():
        groups.setdefault(look.words, []).append(facts.place(ags))
    parts = [
        words.text("consent_map.alt", state=state, count=words.count("kommune", len(names)), names=listed(names))
        for state, names in groups.items()
    ]
    return " ".join([f"{title}.", *map(capital, parts)])
