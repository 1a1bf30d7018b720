"""Draw the map of the district: its municipalities, shaded by the number of their offerings."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.kinds_map import kinds_map
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.places_map import PAGE, Legend, Look, draw_places
from kizdesk.concept.figures.shading import shading
from kizdesk.concept.german import capital, listed, quoted


def offered_in(context: Context) -> Mapping[str, int]:
    """Return how many offerings each municipality with an outline has."""
    facts, shapes = context.facts, context.materials.shapes
    return {ags: len(facts.offerings.get(ags, ())) for ags in facts.ags if shapes.get(ags)}


def map_caption(context: Context, offered: Mapping[str, int]) -> str:
    """Return the caption: by offerings if there are any, else by the kind of municipality."""
    return context.words.caption("map" if any(offered.values()) else "map_kinds", inside=context.district.inside)


def offerings_picture(context: Context) -> Picture | None:
    """Return the map as the concept prints it, with its shapes; None without municipalities or outlines.

    Without any offering it shows towns and municipalities.
    """
    offered = offered_in(context)
    if not any(offered.values()):
        return kinds_map(context, frame=PAGE)
    words = context.words
    named = listed(f"{context.facts.place(ags)} ({words.count('angebot', count)})" for ags, count in offered.items())
    alt = words.text("map.alt", inside=capital(context.district.inside), named=named)
    return _drawn(context, offered, map_caption(context, offered), alt)


def field_picture(context: Context, field_id: str) -> Picture | None:
    """Return the map of the offerings of one field of action; None where there is no map or no such offering."""
    facts, words = context.facts, context.words
    offered = {
        ags: sum(field_id in offering.field_ids for offering in facts.offerings.get(ags, ()))
        for ags in offered_in(context)
    }
    if not any(offered.values()):
        return None
    title = words.text("map.field", title=quoted(facts.field_title(field_id)))
    named = listed(f"{facts.place(ags)} {count}" for ags, count in offered.items() if count)
    return _drawn(context, offered, title, words.text("map.alt_field", title=title, named=named))


def _drawn(context: Context, offered: Mapping[str, int], title: str, alt: str) -> Picture | None:
    found = shading(context, offered)
    looks = {ags: Look(svg.PALETTE[found.shades[ags]], str(count), "") for ags, count in offered.items()}
    entries = tuple(Look(svg.PALETTE[shade], None, words) for shade, words in found.legend)
    return draw_places(context, looks, (title, alt), frame=PAGE, legend=Legend(found.title, entries))
