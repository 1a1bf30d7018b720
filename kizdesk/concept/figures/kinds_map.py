"""Draw the municipalities of the district by their official kind, one of them outlined."""

from __future__ import annotations

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.district_map import map_figure_alt
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.places_map import Look, draw_places
from kizdesk.concept.figures.shading import kind_of_place, shading

_UNKNOWN = "Art nicht angegeben"
_LIGHTEST = 1
"""Shade that still stands out from the paper where borders are white."""


def kinds_map(context: Context, chosen: str = "") -> Picture | None:
    """Return the map of the municipalities; None where there is none."""
    none = dict.fromkeys(context.facts.ags, 0)
    shades = shading(context, none).shades
    kinds = {ags: kind_of_place(context, ags) or _UNKNOWN for ags in context.facts.ags}
    looks = {ags: Look(svg.PALETTE[max(shades[ags], _LIGHTEST)], kind[0], kind) for ags, kind in kinds.items()}
    alt = map_figure_alt(context, none)
    return draw_places(context, looks, alt, alt, chosen)
