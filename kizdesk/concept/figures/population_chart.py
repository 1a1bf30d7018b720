"""Draw how many people live in each municipality, the largest first."""

from __future__ import annotations

from decimal import Decimal

from kizdesk.concept.context import Context
from kizdesk.concept.figures.bars import MOST, Bar, bar_chart
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.words import told_in_full
from kizdesk.concept.german import figure, listed

_LEAST = 3
"""Fewer numbers are read faster in a sentence."""


def population_chart(context: Context) -> Picture | None:
    """Return the chart; None for few or very many municipalities, or while the people of one are not known."""
    members = context.facts.municipalities
    known = sorted(
        ((record.population, record.name, record.id) for record in members if record.population),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if not _LEAST <= len(known) <= MOST or len(known) < len(members):
        return None
    total = sum(people for people, _, _ in known)
    bars = [
        Bar(ags, name, float(people), f"{figure(people)} ({figure(Decimal(100 * people) / total, 1)} %)")
        for people, name, ags in known
    ]
    title = context.words.caption("population", inside=context.district.inside)
    return bar_chart(bars, title, _alt(context, title, [(name, people) for people, name, _ in known]))


def _alt(context: Context, title: str, known: list[tuple[str, int]]) -> str:
    words = context.words
    parts = [f"{name} {figure(people)}" for name, people in known]
    told = told_in_full(parts)
    if told < len(parts):
        rest = known[told:]
        count, people = figure(len(rest)), figure(sum(number for _, number in rest))
        parts = [*parts[:told], words.text("population.rest", count=count, people=people)]
    return words.text(
        "population.alt", title=title, named=listed(parts), total=figure(sum(number for _, number in known))
    )
