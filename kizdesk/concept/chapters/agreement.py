"""Write the consents: sentences in the chapter, the register in the annex."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.blocks import PLACE, columns, referring, refs, row, sentence
from kizdesk.concept.citing import cited
from kizdesk.concept.consents import Standing, sentences, standing
from kizdesk.concept.context import Context
from kizdesk.concept.figures.consent_map import Stand, consent_map
from kizdesk.concept.figures.places_map import PAGE
from kizdesk.concept.german import capital, closed, day
from kizdesk.concept.tree import AnyBlock, Figure, Listing, ParagraphStyle, Row, Run, Table
from kizdesk.concept.votes_text import conditions_text, counts_text, form_text, version_text
from kizdesk.domain.people import Body
from kizdesk.domain.register import state_of
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Consent, ConsentState, Vote, VoteKind


def agreement(context: Context) -> Iterator[AnyBlock]:
    """Yield where the municipalities stand, their conditions, and what is noted beside."""
    words, facts = context.words, context.facts
    if context.is_city:
        yield sentence("einvernehmen/stadt", words.text("consent.city", district=capital(context.district.nominative)))
        return
    found = standing(context)
    if found is None:
        if facts.ags:
            yield sentence("einvernehmen/keine_fassung", words.text("consent.no_version"))
        return
    votes = [consent.vote for consent in found.consents if consent.vote] + list(found.collective)
    note = cited(context, (key for vote in votes for key in vote.source_ids))
    for index, text in enumerate(sentences(context, found)):
        here, told = f"einvernehmen/{found.version.id}#{index + 1}", (Run(text, note="" if index else note),)
        yield sentence(here, told, sources=refs(found.version, *votes))
    if context.title("anlage_einvernehmen"):
        where = Run(words.text("consent.the_register"), refers=f"anlage_einvernehmen/{found.version.id}")
        yield sentence("einvernehmen/register", referring(words.text("consent.register", place=PLACE), where))
    yield from _map(context, found)
    yield from _conditions(context, found)
    for note in dict.fromkeys(vote.note for vote in votes if vote.note):
        first = next(vote for vote in votes if vote.note == note)
        yield sentence(f"einvernehmen/{first.id}/anmerkung", note, style=ParagraphStyle.NOTE, sources=refs(first))


def _map(context: Context, found: Standing) -> Iterator[AnyBlock]:
    """Yield the map, as soon as the municipalities do not all stand alike."""
    versions = context.facts.snapshot.by_id(ConceptVersion)
    stands = {
        consent.municipality_id: Stand(
            state_of(consent), versions[consent.version_id].number if consent.version_id in versions else None
        )
        for consent in found.consents
    }
    drawn = consent_map(context, found.version.number, stands, frame=PAGE) if len({*stands.values()}) > 1 else None
    if drawn is not None:
        yield Figure(
            id=f"einvernehmen/{found.version.id}/karte",
            caption=context.words.caption("consent_map", version=str(found.version.number)),
            alt=drawn.alt,
            svg=drawn.svg,
            width_mm=150,
            note=drawn.attribution,
            values=(),
            sources=refs(found.version, *(consent.vote for consent in found.consents)),
        )


def _conditions(context: Context, found: Standing) -> Iterator[AnyBlock]:
    bound = [consent for consent in found.consents if consent.vote and consent.vote.conditions]
    if bound:
        yield sentence("einvernehmen/bedingungen", context.words.text("consent.conditions"))
        yield Listing(
            id="einvernehmen/bedingungen/liste",
            items=tuple(
                (
                    Run(f"{context.facts.place(consent.municipality_id)}: ", bold=True),
                    Run(conditions_text(consent.vote) if consent.vote else ""),
                )
                for consent in bound
            ),
            sources=refs(*(consent.vote for consent in bound)),
            municipalities=tuple(consent.municipality_id for consent in bound),
        )


def register(context: Context) -> Iterator[AnyBlock]:
    """Yield the register of consents, one row per municipality."""
    words, found = context.words, standing(context)
    if found is None:
        return
    place, state, who, decided, proof = words.columns("consents")
    dated = any(consent.vote and consent.vote.decided_on for consent in found.consents)
    yield Table(
        id=f"anlage_einvernehmen/{found.version.id}",
        caption=words.caption("consents", version=version_text(context, found.version)),
        columns=columns((place, state, who, decided, proof), "2 2.5 2.6 2 2.4")
        if dated
        else columns((place, state, who, proof), "2.2 1.5 4.2 3.2"),
        rows=tuple(_row(context, found, consent, dated=dated) for consent in found.consents),
        sources=refs(found.version),
    )


def _state(context: Context, found: Standing, consent: Consent) -> str:
    words, state = context.words, [context.words.label(consent.state)]
    if consent.state is ConsentState.EARLIER_VERSION:
        earlier = context.facts.snapshot.find(ConceptVersion, consent.version_id)
        state.append(version_text(context, earlier) if earlier else "")
    if consent.ruling is not None:
        state.append(_editorial(context, consent, consent.ruling))
    if consent.state is ConsentState.OPEN and found.collective:
        state = [words.text("consent.no_single_vote")]
    return "\n".join(filter(None, state))


def _editorial(context: Context, consent: Consent, ruling: EditorialRuling) -> str:
    earlier = context.facts.snapshot.find(ConceptVersion, consent.version_id)
    named = version_text(context, earlier) if earlier else ""
    if ruling.decided_on is None:
        return context.words.text("consent.editorial_undated", version=named)
    return context.words.text("consent.editorial_state", version=named, day=day(ruling.decided_on))


def _proof(context: Context, consent: Consent, vote: Vote) -> str:
    """Return where the vote is written, and why it stands for a later version if it does."""
    words, ruling = context.words, consent.ruling
    lines = ["" if consent.has_single_proof else words.text("consent.no_single_proof"), vote.proof]
    if ruling is not None and ruling.reason:
        lines.append(words.text("consent.editorial_reason", reason=closed(ruling.reason)))
    return "\n".join(filter(None, lines))


def _row(context: Context, found: Standing, consent: Consent, *, dated: bool) -> Row:
    vote, bodies = consent.vote, context.facts.snapshot.by_id(Body)
    place, state = context.facts.place(consent.municipality_id), _state(context, found, consent)
    if vote is None:
        blank = ("–",) * (3 if dated else 2)
        return row(f"anlage_einvernehmen/{consent.municipality_id}", place, state, *blank,
                   municipalities=(consent.municipality_id,))  # fmt: skip
    body = bodies.get(vote.body_id)
    counts = "" if vote.kind is VoteKind.COLLECTIVE else counts_text(context, vote)
    return row(
        f"anlage_einvernehmen/{consent.municipality_id}",
        place,
        state,
        "\n".join(filter(None, [body.name if body else "", form_text(context, vote), counts])),
        *([day(vote.decided_on) if vote.decided_on else "–"] if dated else []),
        _proof(context, consent, vote),
        sources=refs(vote, body, consent.ruling),
        municipalities=(consent.municipality_id,),
    )
