"""Write measures: the overview of a goal, the profile of each, the overview of all, the indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.blocks import PLACE, all_refs, columns, label_columns, referring, refs, row, sentence, values_of
from kizdesk.concept.citing import bracketed
from kizdesk.concept.context import Context
from kizdesk.concept.german import capital, closing, euros, figure, listed, opening, span
from kizdesk.concept.prose import inline, plain_text
from kizdesk.concept.tree import AnyBlock, Row, Run, Table, TableHead
from kizdesk.domain.fields import Goal, Measure


def goal_table(context: Context, goal: Goal, measures: Sequence[Measure]) -> Table:
    """Return the overview of the measures of a goal."""
    words = context.words
    here = f"ziel/{goal.id}/massnahmen"
    return Table(
        id=here,
        caption=words.caption("goal", title=goal.title),
        columns=columns(words.columns("goal"), "3.2 2.6 3.4 1.1", "lllc"),
        rows=tuple(
            row(
                f"{here}/{measure.id}",
                measure.title,
                measure.lead,
                period(context, measure),
                measure.priority.value if measure.priority else "",
                values=values_of(measure.title, measure.lead, measure.starts, measure.ends, measure.priority),
                sources=refs(measure),
                municipalities=measure.municipality_ids,
            )
            for measure in measures
        ),
        sources=all_refs(measures),
    )


def steckbrief(context: Context, measure: Measure) -> Table:
    """Return the profile of a measure: only what is filled in, a reservation of money marked.

    That no municipality is chosen is content, though nothing is printed of it: earlier versions named all of them.
    """
    here = f"massnahme/{measure.id}"
    rows = tuple(
        row(f"{here}/{key}", context.words.text(f"measure.{key}"), text, values=values_of(*data))
        for key, text, *data in _lines(context, measure)
        if text or (key == "municipalities" and not context.is_city)
    )
    return Table(
        id=here,
        caption=context.words.caption("measure", title=measure.title),
        columns=label_columns(0.2),
        rows=rows,
        head=TableHead.ROWS,
        sources=refs(measure),
        municipalities=measure.municipality_ids,
    )


def _lines(context: Context, measure: Measure) -> Iterator[tuple[str, str, *tuple[object, ...]]]:
    words = context.words
    description = plain_text(inline(measure.description))
    yield "description", description, description
    yield "target_group", measure.target_group, measure.target_group
    places = sorted(measure.municipality_ids)
    yield ("level" if measure.level else "municipalities"), _level(context, measure), measure.level, places
    yield "lead", measure.lead, measure.lead
    yield "partners", measure.partners, measure.partners
    time, state = period(context, measure), _status(context, measure)
    yield (
        ("period" if time else "status"), "; ".join(filter(None, [time, state])),
        measure.starts, measure.ends, measure.priority, measure.status,
    )  # fmt: skip
    yield "milestones", "\n".join(measure.milestones), measure.milestones
    yield (
        "effort", _effort(context, measure),
        measure.effort_fte, measure.effort_eur, _budget_year(measure), measure.product,
    )  # fmt: skip
    yield "funding", measure.funding, measure.funding
    reserved = words.text("measure.own_resolution") if measure.needs_own_resolution else ""
    yield "reservation", reserved, measure.needs_own_resolution
    target = (measure.base_value, measure.target_value, measure.measured_on)
    yield "indicator", _indicator(context, measure), measure.indicator, *target
    yield "origin", _origin(context, measure), measure.origin, measure.origin_note
    yield "resolution", measure.resolution, measure.resolution


def period(context: Context, measure: Measure) -> str:
    """Return when a measure runs: ``September 2013 bis Februar 2015``, ``ab August 2013``."""
    if measure.starts and not measure.ends:
        return context.words.text("measure.from", day=opening(measure.starts))
    if measure.ends and not measure.starts:
        return context.words.text("measure.until", day=closing(measure.ends))
    return span(measure.starts, measure.ends)


def where(context: Context, measure: Measure) -> str:
    """Return the municipalities of a measure: nothing where nobody chose any, one word where all of them are chosen."""
    chosen = set(measure.municipality_ids)
    if chosen and chosen >= set(context.facts.ags):
        return context.words.text("measure.everywhere")
    return listed(context.facts.places(measure.municipality_ids))


def effort(context: Context, measure: Measure) -> str:
    """Return posts and money of a measure; what is not quantified is said to be so."""
    words = context.words
    parts = []
    if measure.effort_fte is not None:
        parts.append(words.text("measure.fte", fte=figure(measure.effort_fte)))
    if measure.effort_eur:
        parts.append(words.text("measure.eur", amount=euros(measure.effort_eur)))
    elif measure.effort_eur is not None:
        parts.append(words.text("measure.no_money"))
    elif measure.effort_fte is None:
        parts.append(words.text("cost.open"))
    if measure.effort_eur and measure.budget_year is not None:
        parts.append(words.text("measure.budget", year=str(measure.budget_year)))
    return ", ".join(parts)


def _budget_year(measure: Measure) -> int | None:
    """Return the year of a measure's money, which is only told of where there is money."""
    return measure.budget_year if measure.effort_eur else None


def _level(context: Context, measure: Measure) -> str:
    level, places = context.words.label(measure.level) if measure.level else "", where(context, measure)
    return f"{capital(level)} ({places})" if level and places else capital(level or places)


def _effort(context: Context, measure: Measure) -> str:
    product = context.words.text("measure.product", name=measure.product) if measure.product else ""
    return "; ".join(filter(None, [effort(context, measure), product]))


def _indicator(context: Context, measure: Measure) -> str:
    parts = [("base", measure.base_value), ("target", measure.target_value), ("measured", measure.measured_on)]
    values = "; ".join(context.words.text(f"measure.{key}", value=value) for key, value in parts if value)
    return "\n".join(filter(None, [measure.indicator, values]))


def _status(context: Context, measure: Measure) -> str:
    words, priority = context.words, measure.priority
    named = words.text("measure.priority", letter=priority.value) if priority else ""
    return ", ".join(filter(None, [words.label(measure.status), named]))


def _origin(context: Context, measure: Measure) -> str:
    return ": ".join(filter(None, [context.words.label(measure.origin) if measure.origin else "", measure.origin_note]))


def measure_overview(context: Context) -> Iterator[AnyBlock]:
    """Yield the landscape tables of all measures, one per field of action, then that of their indicators."""
    words, facts = context.words, context.facts
    for field in facts.adopted:
        rows: list[Row] = []
        for goal in facts.goals.get(field.id, ()):
            rows.extend(_overview_row(context, measure) for measure in facts.measures.get(goal.id, ()))
        if rows:
            yield Table(
                id=f"anlage_massnahmen/{field.id}",
                caption=words.caption("measure_overview", title=field.title),
                columns=columns(words.columns("measure_overview"), "3.5 2.7 2.5 3.6 0.9 1.2", "llllcl"),
                rows=tuple(rows),
                sources=refs(field),
                landscape=True,
            )

    yield from _indicators(context)


def _overview_row(context: Context, measure: Measure) -> Row:
    cost = effort(context, measure)
    if measure.needs_own_resolution:
        cost += f"\n{context.words.text('measure.reservation_short')}"
    return row(
        f"anlage_massnahmen/{measure.id}",
        measure.title,
        measure.lead,
        period(context, measure),
        cost,
        measure.priority.value if measure.priority else "",
        context.words.label(measure.status),
        values=values_of(
            measure.title, measure.lead, measure.starts, measure.ends, measure.effort_fte, measure.effort_eur,
            _budget_year(measure), measure.needs_own_resolution, measure.priority, measure.status,
        ),
        sources=refs(measure),
        municipalities=measure.municipality_ids,
        ends=(bracketed(f"massnahme/{measure.id}"),),
    )  # fmt: skip


def with_indicators(context: Context) -> list[Measure]:
    """Return the measures of adopted fields that say how their success is measured."""
    facts = context.facts
    return [
        measure
        for field in facts.adopted
        for goal in facts.goals.get(field.id, ())
        for measure in facts.measures.get(goal.id, ())
        if measure.indicator
    ]


def reporting(context: Context) -> Iterator[AnyBlock]:
    """Yield where the indicators stand that the reports rest on, if the chapter tells of reports at all."""
    title = context.title("anlage_massnahmen")
    if title and with_indicators(context) and context.facts.texts.get("steuerung"):
        annex = Run(context.words.text("measure.reporting_annex", title=title), refers="anlage_massnahmen/kennzahlen")
        yield sentence("steuerung/kennzahlen", referring(context.words.text("measure.reporting", place=PLACE), annex))


def _indicators(context: Context) -> Iterator[AnyBlock]:
    words, chosen = context.words, with_indicators(context)
    if not chosen:
        return
    yield Table(
        id="anlage_massnahmen/kennzahlen",
        caption=words.caption("indicators"),
        columns=columns(words.columns("indicators"), "3.6 3.6 2.2 2.2 2.2"),
        rows=tuple(
            row(
                f"anlage_massnahmen/kennzahlen/{measure.id}",
                measure.title, measure.indicator,
                measure.base_value or "–", measure.target_value or "–", measure.measured_on or "–",
                sources=refs(measure),
                municipalities=measure.municipality_ids,
            )
            for measure in chosen
        ),
    )  # fmt: skip
