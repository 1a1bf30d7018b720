"""Write where the municipalities stand on a version, in sentences that are true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.german import capital, day, listed
from kizdesk.concept.votes_text import result_text, subject_text, version_text
from kizdesk.domain.people import Body
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Consent, ConsentState, Vote, VoteKind, VoteSubject, consent_register


@dataclass(frozen=True, slots=True)
class Standing:
    """Be the consents of all municipalities to one version, and the collective statements of unknown reach."""

    version: ConceptVersion
    consents: tuple[Consent, ...]
    collective: tuple[Vote, ...]
    """Statements on this version that do not say for which municipalities they speak."""

    def of(self, *states: ConsentState) -> list[str]:
        """Return the municipalities in one of the states."""
        return [consent.municipality_id for consent in self.consents if consent.state in states]


def standing(context: Context) -> Standing | None:
    """Return where the municipalities stand on the version in question; None without version or municipalities."""
    facts, version = context.facts, context.version
    if version is None or context.is_city or not facts.ags:
        return None
    votes, bodies = facts.snapshot.all(Vote), facts.snapshot.by_id(Body)
    versions = {**facts.snapshot.by_id(ConceptVersion), version.id: version}
    return Standing(
        version,
        tuple(consent_register(facts.ags, version, versions, votes, bodies, facts.snapshot.all(EditorialRuling))),
        tuple(
            vote
            for vote in votes
            if vote.subject is VoteSubject.VERSION
            and vote.subject_id == version.id
            and vote.kind is VoteKind.COLLECTIVE
            and not vote.speaks_for
        ),
    )


def collective_text(context: Context, vote: Vote) -> str:
    """Return a collective statement as a sentence that claims no more than is known."""
    body = context.facts.snapshot.find(Body, vote.body_id)
    when = f", {day(vote.decided_on)}" if vote.decided_on else ""
    return context.words.text(
        "consent.collective",
        body=(body.name if body else context.words.text("consent.unknown_body")) + when,
        subject=subject_text(context, vote),
        result=result_text(context, vote),
    )


def sentences(context: Context, found: Standing) -> Iterator[str]:
    """Yield the sentences on a version, the granted ones first."""
    for vote in found.collective:
        yield collective_text(context, vote)
    opened = found.of(ConsentState.OPEN)
    if len(opened) == len(found.consents):
        key = "consent.none_single" if found.collective else "consent.none"
        yield context.words.text(key, version=version_text(context, found.version))
        return
    yield _granted(context, found)
    yield from _by_collective(context, found)
    for state, key in _STATES:
        members = found.of(state)
        if members:
            yield _named(context, key, members)


_STATES = (
    (ConsentState.REFUSED, "refused"),
    (ConsentState.DEFERRED, "deferred"),
    (ConsentState.EDITORIAL, "editorial"),
    (ConsentState.EARLIER_VERSION, "earlier"),
    (ConsentState.OPEN, "open"),
)


def _granted(context: Context, found: Standing) -> str:
    words = context.words
    granted = found.of(ConsentState.GRANTED, ConsentState.WITH_CONDITIONS)
    text = words.text(
        "consent.granted",
        who=capital(_how_many(context, granted, len(found.consents))),
        verb=words.text("consent.has" if len(granted) < 2 else "consent.have"),
        pronoun=words.text("consent.its" if len(granted) < 2 else "consent.their"),
        version=version_text(context, found.version),
    )
    return f"{text}{_conditions(context, found, granted)}."


def _how_many(context: Context, members: Sequence[str], total: int) -> str:
    """Return a part of all municipalities: ``alle acht Kommunen``, ``sechs von acht Kommunen``."""
    words, count = context.words, len(members)
    if total == 1:
        return context.facts.place(members[0]) if members else words.count("kommune", 0)
    if count == total:
        return (
            words.text("consent.both") if total == 2 else words.text("consent.all", all=words.count("kommune", total))
        )
    if not count:
        return words.text("consent.none_of", all=words.count("kommune", total))
    part = words.count("kommune", count).split(" ")[0]
    return words.text("consent.part", part=part, all=words.count("kommune_dat", total))


def _conditions(context: Context, found: Standing, granted: Sequence[str]) -> str:
    words, bound = context.words, found.of(ConsentState.WITH_CONDITIONS)
    if not bound:
        return ""
    if len(bound) == len(granted):
        return words.text("consent.all_conditions" if len(bound) > 1 else "consent.its_conditions")
    return words.text(
        "consent.some_conditions",
        count=words.count("kommune", len(bound)).split(" ")[0],
        names=listed(context.facts.places(bound)),
    )


def _by_collective(context: Context, found: Standing) -> Iterator[str]:
    members = [
        consent.municipality_id
        for consent in found.consents
        if consent.version_id == found.version.id and consent.vote and consent.vote.kind is VoteKind.COLLECTIVE
    ]
    if not members:
        return
    words, decided = context.words, [consent for consent in found.consents if consent.version_id == found.version.id]
    if len(members) == len(decided):
        yield words.text("consent.by_collective")
    else:
        yield words.text("consent.by_collective_some", names=listed(context.facts.places(members)))


def _named(context: Context, key: str, members: Sequence[str]) -> str:
    words = context.words
    return words.text(
        f"consent.{key}_one" if len(members) == 1 else f"consent.{key}_many",
        count=words.count("kommune", len(members)),
        count_dat=words.count("kommune_dat", len(members)),
        names=listed(context.facts.places(members)),
    )
