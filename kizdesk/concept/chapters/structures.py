"""Write the structures of the district: offices, actors, networks, its own offerings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.blocks import all_refs, columns, refs, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import listed
from kizdesk.concept.offering_text import descriptions, named, published, told_of, withheld
from kizdesk.concept.tree import AnyBlock, Table
from kizdesk.domain.interviews import Offering
from kizdesk.domain.people import Actor, Body, BodyLevel
from kizdesk.domain.places import Municipality

_OFFICES = ("jugendamt", "auslaenderbehoerde", "einbuergerungsbehoerde")
OFFICES_QUESTION = "b05"


def administration(context: Context) -> Iterator[AnyBlock]:
    """Yield which municipalities have offices of their own, as they say themselves."""
    having = {office: _having(context, office) for office in _OFFICES}
    named = [record for records in having.values() for record in records]
    if named:
        yield sentence(
            "verwaltung/behoerden",
            " ".join(_offices(context, office, records) for office, records in having.items() if records),
            *([office, [record.id for record in records]] for office, records in having.items()),
            sources=all_refs(
                dict.fromkeys(
                    answer for record in named for answer in context.survey.replies(record.id, OFFICES_QUESTION)
                )
            ),
            municipalities=tuple(dict.fromkeys(record.id for record in named)),
        )


def _having(context: Context, office: str) -> list[Municipality]:
    return [
        record
        for record in context.facts.municipalities
        if any(office in answer.choices for answer in context.survey.replies(record.id, OFFICES_QUESTION))
    ]


def _offices(context: Context, office: str, records: Sequence[Municipality]) -> str:
    key = f"structures.{office}_{'one' if len(records) == 1 else 'many'}"
    return context.words.text(key, names=listed(record.name for record in records))


def actors(context: Context) -> Iterator[AnyBlock]:
    """Yield the tables of actors and networks."""
    facts = context.facts
    if facts.actors:
        yield actor_table(context, "akteure/akteure", "actors", facts.actors)
    networks = [body for body in facts.bodies if body.level is BodyLevel.NETWORK and (body.role or body.members)]
    if networks:
        yield body_table(context, "akteure/netzwerke/tabelle", "networks", networks)


def actor_table(context: Context, block_id: str, table: str, members: Sequence[Actor]) -> Table:
    """Return a table of actors with what they do and how work with them is agreed."""
    words, facts = context.words, context.facts
    return Table(
        id=block_id,
        caption=words.caption(table),
        columns=columns(words.columns(table), "2.4 3.5 3.5"),
        rows=tuple(
            row(
                f"{block_id}/{actor.id}",
                "\n".join(filter(None, [actor.name, ", ".join(facts.places(actor.municipality_ids))])),
                actor.contribution,
                actor.agreement,
                values=values_of(actor.name, actor.contribution, actor.agreement, sorted(actor.municipality_ids)),
                sources=refs(actor),
                municipalities=actor.municipality_ids,
            )
            for actor in members
        ),
        sources=all_refs(members),
    )  # fmt: skip


def body_table(context: Context, block_id: str, table: str, bodies: Sequence[Body]) -> Table:
    """Return a table of bodies with their part and their members."""
    words = context.words
    with_members = any(body.members for body in bodies)
    titles = words.columns(table) if with_members else words.columns(table)[:2]
    rows = []
    for body in bodies:
        cells = (body.name, body.role, body.members) if with_members else (body.name, body.role)
        rows.append(
            row(
                f"{block_id}/{body.id}",
                *cells,
                values=values_of(body.name, body.role, body.members),
                sources=refs(body),
            )
        )
    return Table(
        id=block_id,
        caption=words.caption(table),
        columns=columns(titles, "2.6 3.6 3.2" if with_members else "3 5"),
        rows=tuple(rows),
        sources=all_refs(bodies),
    )


def own_offerings(context: Context) -> Iterator[AnyBlock]:
    """Yield the table of the district's own offerings."""
    everything = context.facts.offerings.get("", ())
    offerings = [offering for offering in everything if published(offering)]
    if offerings:
        yield _own_offerings(context, offerings)
    yield from withheld(context, "angebote_kreis/verdeckt", len(everything) - len(offerings))


def _own_offerings(context: Context, offerings: Sequence[Offering]) -> Table:
    words = context.words
    return Table(
        id="angebote_kreis/tabelle",
        caption=words.caption("own_offerings"),
        columns=columns(words.columns("own_offerings"), "3.2 6.3"),
        rows=tuple(
            row(
                f"angebote_kreis/{offering.id}",
                named(context, offering),
                descriptions(context, offering),
                values=values_of(told_of(offering)),
                sources=refs(offering),
            )
            for offering in offerings
        ),
        sources=all_refs(offerings),
    )
