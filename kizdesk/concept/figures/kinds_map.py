"""Draw the municipalities of the district by their official kind, one of them outlined."""

from __future__ import annotations

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.places_map import WINDOW, Frame, Look, draw_places
from kizdesk.concept.figures.shading import kind_of_place, shading
from kizdesk.concept.german import capital, listed

_UNKNOWN = "Art nicht angegeben"
_LIGHTEST = 1
"""Shade that still stands out from the paper where borders are white."""


def kinds_map(context: Context, chosen: str = "", frame: Frame = WINDOW) -> Picture | None:
    """Return the map of the municipalities; None where there is none."""
    shades = shading(context, dict.fromkeys(context.facts.ags, 0)).shades
    kinds = {ags: kind_of_place(context, ags) or _UNKNOWN for ags in context.facts.ags}
    looks = {ags: Look(svg.PALETTE[max(shades[ags], _LIGHTEST)], kind[0], kind) for ags, kind in kinds.items()}
    title = context.words.caption("map_kinds", inside=context.district.inside)
    return draw_places(context, looks, (title, _alt(context)), chosen, frame)


def _alt(context: Context) -> str:
    """Return which municipality is of which kind, of those that are drawn."""
    facts, shapes = context.facts, context.materials.shapes
    kinds = listed(f"{facts.place(ags)} ({kind_of_place(context, ags)})" for ags in facts.ags if shapes.get(ags))
    return context.words.text("map.alt_kinds", inside=capital(context.district.inside), named=kinds)
