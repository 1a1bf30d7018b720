"""Decide how the municipalities of a map are shaded: by their offerings, or, without any, by their kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.domain.places import Municipality

_CLASSES = 3
_TOWN, _MUNICIPALITY = 2, 0


@dataclass(frozen=True, slots=True)
class Shading:
    """Be the shade of each municipality, from 0 (light) to 3 (dark), with what the shades mean."""

    shades: Mapping[str, int]
    legend: tuple[tuple[int, str], ...]
    title: str


def shading(context: Context, offered: Mapping[str, int]) -> Shading:
    """Return the shading for the numbers of offerings by municipality."""
    if any(offered.values()):
        return _by_count(context, offered)
    kinds = {ags: kind_of_place(context, ags) for ags in offered}
    shades = {ags: _MUNICIPALITY if kind.casefold() == "gemeinde" else _TOWN for ags, kind in kinds.items()}
    legend = {kind: shades[ags] for ags, kind in kinds.items() if kind}
    return Shading(shades, tuple(sorted(((shade, kind) for kind, shade in legend.items()), reverse=True)), "")


def kind_of_place(context: Context, ags: str) -> str:
    """Return the official kind of a municipality."""
    found = context.facts.snapshot.find(Municipality, ags)
    return found.kind if found else ""


def _by_count(context: Context, offered: Mapping[str, int]) -> Shading:
    counts = [count for count in offered.values() if count]
    least, most = min(counts), max(counts)
    step = -(-(most - least + 1) // _CLASSES)
    shades = {ags: 1 + (count - least) // step if count else 0 for ags, count in offered.items()}
    legend = [(0, "0")] if 0 in shades.values() else []
    for shade in range(1, _CLASSES + 1):
        low, high = least + (shade - 1) * step, min(least + shade * step - 1, most)
        if low <= most:
            legend.append((shade, str(low) if low == high else f"{low}–{high}"))
    return Shading(shades, tuple(legend), context.words.text("map.legend"))
