"""Write the facts of the district and its municipalities: area, people, map, table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kizdesk.concept.blocks import PLACE, all_refs, columns, referring, refs, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.figures.district_map import map_caption, offered_in, offerings_picture
from kizdesk.concept.figures.population_chart import population_chart
from kizdesk.concept.figures.shares_chart import PEOPLE, SHARES, shares, shares_chart, shares_note
from kizdesk.concept.german import capital, day, figure, listed
from kizdesk.concept.tree import AnyBlock, BlockKind, Figure, ParagraphStyle, Row, Run, Table
from kizdesk.domain.places import Municipality

_ZERO = Decimal(0)


def population(context: Context) -> int | None:
    """Return the people of the district: its own figure, else the sum of its municipalities if complete."""
    if context.facts.district.population is not None:
        return context.facts.district.population
    known = [record.population for record in context.facts.municipalities if record.population is not None]
    return sum(known) if known and len(known) == len(context.facts.municipalities) else None


def _area(context: Context) -> Decimal | None:
    if context.facts.district.area_km2 is not None:
        return context.facts.district.area_km2
    known = [record.area_km2 for record in context.facts.municipalities if record.area_km2 is not None]
    return sum(known, _ZERO) if known and len(known) == len(context.facts.municipalities) else None


def _density(people: int | None, area: Decimal | None) -> Decimal | None:
    return Decimal(people) / area if people is not None and area else None


def area(context: Context) -> Iterator[AnyBlock]:
    """Yield the district's people and area, its municipalities and the map."""
    words, facts = context.words, context.facts
    people, extent = population(context), _area(context)
    if people is not None and extent:
        density = _density(people, extent) or _ZERO
        as_of = facts.district.as_of
        yield sentence(
            "kreis/bevoelkerung",
            words.text(
                "area.people", inside=capital(context.district.inside), people=figure(people),
                area=figure(extent), density=figure(density, 0),
            ) + (words.text("area.as_of", day=day(as_of)) if as_of else "."),
            people, extent, as_of,
            sources=refs(facts.district),
        )  # fmt: skip
    if context.is_city:
        yield sentence(
            "kreis/kreisfrei",
            words.text("area.city", district=capital(context.district.nominative)),
            facts.district.kind,
            facts.district.name,
            sources=refs(facts.district),
        )
    elif facts.municipalities:
        drawn = list(_map(context))
        text = _members(context, facts.municipalities)
        yield sentence(
            "kreis/kommunen",
            referring(f"{text} {words.text('map.shown', place=PLACE)}", _the_map(context, drawn[0])) if drawn else text,
            [(record.id, record.name, record.kind, record.population) for record in facts.municipalities],
            facts.district.name,
            sources=refs(facts.district, *facts.municipalities),
        )
        yield from drawn
        yield from _people(context)


def _people(context: Context) -> Iterator[AnyBlock]:
    drawn = population_chart(context)
    if drawn is not None:
        source = context.data_source
        yield Figure(
            id="kreis/bevoelkerung/bild",
            caption=context.words.caption("population", inside=context.district.inside),
            alt=drawn.alt,
            svg=drawn.svg,
            note=context.words.text("area.source", source=source) if source else "",
            values=(),
            sources=refs(context.facts.district, *context.facts.municipalities),
        )


def _the_map(context: Context, drawn: AnyBlock) -> Run:
    return Run(context.words.text("map.map"), refers=drawn.id)


def _members(context: Context, members: Sequence[Municipality]) -> str:
    words = context.words
    towns = [record for record in members if record.kind.casefold() != "gemeinde"]
    parts = []
    if towns:
        parts.append(words.count("stadt_dat", len(towns)))
    if len(towns) < len(members):
        parts.append(words.count("gemeinde_dat", len(members) - len(towns)))
    text = words.text("area.members", district=capital(context.district.nominative), kinds=listed(parts))
    sized = [(record.population, record.name) for record in members if record.population is not None]
    if len(sized) == len(members) and len(sized) > 1:
        largest, smallest = max(sized), min(sized)
        text += " " + words.text(
            "area.largest", largest=largest[1], most=figure(largest[0]),
            smallest=smallest[1], fewest=figure(smallest[0]),
        )  # fmt: skip
    return text


def _map(context: Context) -> Iterator[AnyBlock]:
    facts, offered, drawn = context.facts, offered_in(context), offerings_picture(context)
    if drawn is not None:
        yield Figure(
            id="kreis/karte",
            caption=map_caption(context, offered),
            alt=drawn.alt,
            svg=drawn.svg,
            width_mm=150,
            note=drawn.attribution,
            values=values_of([(ags, facts.place(ags), count) for ags, count in offered.items()]),
            sources=refs(facts.district),
        )


def core_data(context: Context) -> Iterator[AnyBlock]:
    """Yield the table of the municipalities' people and areas, then the shares they said themselves."""
    yield from _core_table(context)
    for key in SHARES:
        drawn = shares_chart(context, key)
        if drawn is not None:
            said = [answer for share in shares(context, key) for answer in context.survey.replies(share.ags, PEOPLE)]
            yield Figure(
                id=f"kerndaten/anteil/{key}",
                kind=BlockKind.RECORD,
                caption=context.words.caption(f"shares_{key}"),
                alt=drawn.alt,
                svg=drawn.svg,
                note=shares_note(context, key),
                values=(),
                sources=all_refs(said),
            )


def _core_table(context: Context) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    rows = tuple(_core_row(record) for record in facts.municipalities if record.population is not None)
    if not rows:
        return
    people, extent = population(context), _area(context)
    total = row(
        f"kerndaten/{facts.district.id}",
        context.district.bare, "", figure(people) if people is not None else "",
        figure(extent, 1) if extent else "", _density_text(people, extent),
        values=values_of(facts.district.name, people, extent),
        sources=refs(facts.district),
        total=True,
    )  # fmt: skip
    yield Table(
        id="kerndaten/kommunen",
        caption=words.caption("core_data"),
        columns=columns(words.columns("core_data"), "3 1.6 1.9 1.9 2.1", "llrrr"),
        rows=(*rows, total),
        sources=refs(facts.district, *facts.municipalities),
        alt=words.text("tables.core_data.alt", count=words.count("kommune", len(rows))),
    )
    if context.data_source:
        text = words.text("area.source", source=context.data_source)
        yield sentence("kerndaten/quelle", text, style=ParagraphStyle.NOTE)


def _core_row(record: Municipality) -> Row:
    return row(
        f"kerndaten/{record.id}",
        record.name,
        record.kind,
        figure(record.population) if record.population is not None else "",
        figure(record.area_km2, 1) if record.area_km2 is not None else "",
        _density_text(record.population, record.area_km2),
        values=values_of(record.name, record.kind, record.population, record.area_km2),
        sources=refs(record),
        municipalities=(record.id,),
    )


def _density_text(people: int | None, extent: Decimal | None) -> str:
    density = _density(people, extent)
    return figure(density, 0) if density is not None else ""
