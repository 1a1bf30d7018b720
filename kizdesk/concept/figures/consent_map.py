"""Draw where the municipalities stand on a version of the concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.places_map import WINDOW, Frame, Look, draw_places
from kizdesk.concept.figures.svg import STATES
from kizdesk.concept.german import capital, listed
from kizdesk.domain.register import RegisterState

SIGNS = {
    RegisterState.GRANTED: "check",
    RegisterState.EDITORIAL: "check_line",
    RegisterState.CONDITIONAL: "star",
    RegisterState.REQUESTED: "dots",
    RegisterState.OVERDUE: "clock",
    RegisterState.REFUSED: "cross",
    RegisterState.DEFERRED: "pause",
    RegisterState.OPEN: "",
}
"""The sign of each state; that of an earlier version is its number."""
_PALE = (RegisterState.GRANTED, RegisterState.REFUSED)


@dataclass(frozen=True, slots=True)
class Stand:
    """Be where a municipality stands, with the number of the version its vote is about."""

    state: RegisterState
    version: int | None = None


def consent_map(
    context: Context, number: int, stands: Mapping[str, Stand], chosen: str = "", frame: Frame = WINDOW
) -> Picture | None:
    """Return the map of consents to the version of a number; None where there is no map or nobody to ask."""
    words = context.words
    title = words.text("consent_map.title", version=str(number))
    looks = {ags: _look(context, stands[ags]) for ags in context.facts.ags if ags in stands}
    order = list(RegisterState)
    ordered = dict(sorted(looks.items(), key=lambda pair: order.index(stands[pair[0]].state)))
    return draw_places(context, ordered, (title, _alt(context, title, stands)), chosen, frame)


def _look(context: Context, stand: Stand) -> Look:
    sign = str(stand.version or "") if stand.state is RegisterState.EARLIER_VERSION else SIGNS[stand.state]
    return Look(STATES[stand.state.value], sign, _state(context, stand), stand.state in _PALE)


def _state(context: Context, stand: Stand) -> str:
    if stand.state is RegisterState.EARLIER_VERSION and stand.version:
        return context.words.text("consent_map.earlier", version=str(stand.version))
    return context.words.label(stand.state)


def _alt(context: Context, title: str, stands: Mapping[str, Stand]) -> str:
    words, facts = context.words, context.facts
    groups: dict[str, list[str]] = {}
    for state in RegisterState:
        for ags in facts.ags:
            if ags in stands and stands[ags].state is state:
                groups.setdefault(_state(context, stands[ags]), []).append(facts.place(ags))
    parts = [
        words.text("consent_map.alt", state=state, count=words.count("kommune", len(names)), names=listed(names))
        for state, names in groups.items()
    ]
    return " ".join([f"{title}.", *map(capital, parts)])
