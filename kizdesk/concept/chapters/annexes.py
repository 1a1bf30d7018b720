"""Write the annexes: register of offerings, who took part, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.blocks import all_refs, columns, refs, row, sentence, values_of
from kizdesk.concept.citing import paper_runs
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, serial
from kizdesk.concept.offering_text import (
    audience,
    facts_line,
    freed,
    funding,
    named,
    published,
    registered_of,
    withheld,
    without_offerings,
)
from kizdesk.concept.tree import AnyBlock, Listing, Row, Run, Runs, Table
from kizdesk.concept.voices import named_person
from kizdesk.domain.interviews import Offering
from kizdesk.domain.people import Person, PrivacyPurpose
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import SourceDocument


def offerings(context: Context) -> Iterator[AnyBlock]:
    """Yield the register of offerings, the district's own first; what may not be published is only counted."""
    facts, hidden = context.facts, 0
    for ags in ("", *facts.ags):
        everything = facts.offerings.get(ags, ())
        shown = [offering for offering in everything if published(offering)]
        hidden += len(everything) - len(shown)
        if shown:
            yield _offerings(context, ags, shown)
    for record in facts.municipalities:
        if record.no_offerings and not facts.offerings.get(record.id):
            yield without_offerings(context, f"anlage_angebote/{record.id}/keine", record)
    yield from withheld(context, "anlage_angebote/verdeckt", hidden)


def _offerings(context: Context, ags: str, shown: Sequence[Offering]) -> Table:
    words = context.words
    place = context.facts.place(ags) if ags else context.district.bare
    return Table(
        id=f"anlage_angebote/{ags or 'kreis'}",
        caption=words.caption("offerings", place=place),
        columns=columns(words.columns("offerings"), "2.6 2.6 3.2 2.7"),
        rows=tuple(_offering(context, ags, offering) for offering in shown),
        municipalities=(ags,) if ags else (),
        sources=all_refs(shown),
    )


def _offering(context: Context, ags: str, offering: Offering) -> Row:
    words, facts = context.words, context.facts
    titles = filter(None, (facts.field_title(field_id) for field_id in offering.field_ids))
    reach = words.label(offering.reach) if offering.reach else ""
    where = f"{reach} ({offering.place})" if reach and offering.place else reach or offering.place
    return row(
        f"anlage_angebote/{offering.id}",
        named(context, offering),
        "\n".join(filter(None, [serial(titles), audience(context, offering)])),
        "\n".join(filter(None, [freed(context, offering, where), facts_line(context, offering)])),
        funding(context, offering) or "–",
        values=values_of(registered_of(offering)),
        sources=refs(offering),
        municipalities=(ags,) if ags else (),
    )


def participants(context: Context) -> Iterator[AnyBlock]:
    """Yield who took part, by function; a name only with an Einwilligung."""
    words, facts = context.words, context.facts
    groups: dict[str, list[Person]] = {}
    for person in facts.snapshot.all(Person):
        if named_person(context, person):
            groups.setdefault(person.municipality_id if person.municipality_id in facts.ags else "", []).append(person)
    rows = []
    for ags in ("", *facts.ags):
        people = groups.get(ags, [])
        lines = sorted(dict.fromkeys(named_person(context, person) for person in people), key=sort_key)
        if lines:
            place = facts.place(ags) if ags else words.text("annex.district_people", district=context.district.bare)
            rows.append(
                row(f"anlage_beteiligte/{ags or 'kreis'}", place, "\n".join(lines), sources=all_refs(people),
                    municipalities=(ags,) if ags else ())
            )  # fmt: skip
    if rows:
        known = [person for people in groups.values() for person in people if person.name]
        named = any(facts.consented(person, PrivacyPurpose.NAME) for person in known)
        place_title, function_title = words.columns("participants")
        yield sentence("anlage_beteiligte/satz", words.text("annex.names" if named else "annex.functions"))
        yield Table(
            id="anlage_beteiligte/tabelle",
            caption=words.caption("participants"),
            columns=columns((place_title, words.text("annex.named_column") if named else function_title), "2.4 6"),
            rows=tuple(rows),
        )


def sources(context: Context) -> Iterator[AnyBlock]:
    """Yield the papers that the concept rests on, then law, guide and data."""
    words, materials = context.words, context.materials
    papers = sorted(context.facts.snapshot.all(SourceDocument), key=lambda record: (record.position, record.title))
    if papers:
        yield Listing(
            id="anlage_quellen/liste", items=tuple(_paper(paper) for paper in papers), sources=all_refs(papers)
        )
    guide = ""
    if context.survey.interviews:
        guide = words.text("annex.guide", title=materials.guide.title, version=materials.guide.version)
    further = [
        words.text("annex.law", citation=materials.legal_basis.citation),
        guide,
        words.text("imprint.data", source=context.data_source) if context.data_source else "",
        words.text("imprint.map", source=context.map_source) if context.map_source else "",
    ]
    yield sentence("anlage_quellen/weitere", words.text("annex.further_guide" if guide else "annex.further"))
    yield Listing(id="anlage_quellen/daten", items=tuple((Run(closed(text)),) for text in further if text))


def _paper(paper: SourceDocument) -> Runs:
    *head, rest = paper_runs(paper)
    return (*head, Run(f"{rest.text} {closed(paper.note)}")) if paper.note else (*head, rest)
