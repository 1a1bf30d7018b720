"""Propose where the municipalities stand; what is said follows the register of consents and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.consents import Standing, sentences
from kizdesk.concept.german import capital, closed, listed, quoted
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.lines import one_line
from kizdesk.concept.papers.parts.way import vote_lines
from kizdesk.concept.votes_text import conditions_text
from kizdesk.domain.votes import ConsentState, Vote, VoteKind, VoteResult, VoteSubject


def agreement(brief: Brief) -> str:
    """Return where the municipalities stand on the version, with conditions and with the words of who refused."""
    return "\n\n".join(_agreement(brief))


def agreement_of_report(brief: Brief) -> str:
    """Return the same for a report; nothing as long as there is no version to agree to."""
    return "" if brief.version is None else agreement(brief)


def votes(brief: Brief) -> str:
    """Return what bodies said on setting up the centre, and that this is no consent to the concept."""
    lines = vote_lines(brief)
    if not lines:
        return ""
    return "\n\n".join(("\n".join(f"- {line}" for line in lines), _no_consent(brief)))


def _agreement(brief: Brief) -> Iterator[str]:
    context = brief.context
    if context.is_city:
        yield context.words.text("consent.city", district=capital(context.district.nominative))
        return
    found = brief.standing
    if found is None:
        if context.facts.ags:
            yield brief.words.text("consents.no_version")
            yield from filter(None, [_no_consent(brief)])
        return
    yield " ".join(sentences(context, found))
    yield from _conditions(brief, found)
    yield from _refusals(brief, found)


def _conditions(brief: Brief, found: Standing) -> Iterator[str]:
    bound = [consent for consent in found.consents if consent.vote and consent.vote.conditions]
    if bound:
        yield brief.context.words.text("consent.conditions")
        told = ((consent.municipality_id, consent.vote) for consent in bound if consent.vote is not None)
        yield "\n".join(
            f"- **{brief.context.facts.place(ags)}:** {closed(one_line(conditions_text(vote)))}" for ags, vote in told
        )


def _refusals(brief: Brief, found: Standing) -> Iterator[str]:
    """Yield in their own words why municipalities refused or put it off, as far as it is recorded."""
    told = [
        (brief.context.facts.place(consent.municipality_id), consent.vote.wording.strip())
        for consent in found.consents
        if consent.state in (ConsentState.REFUSED, ConsentState.DEFERRED) and consent.vote is not None
    ]
    lines = [f"- **{place}:** {quoted(one_line(wording))}" for place, wording in told if wording]
    if lines:
        yield brief.words.text("consents.refusals")
        yield "\n".join(lines)


def _no_consent(brief: Brief) -> str:
    """Return that a vote on the centre is none on the concept, where there are such votes."""
    results = {vote.result for vote in brief.context.facts.snapshot.all(Vote) if vote.subject is VoteSubject.CENTRE}
    if not results or brief.context.is_city:
        return ""
    refused = results == {VoteResult.REFUSED}
    return brief.words.text("consents.no_concept_refusal" if refused else "consents.no_concept_vote")


def is_all_collective(found: Standing) -> bool:
    """Tell whether every consent rests on statements for several municipalities."""
    return all(consent.vote is not None and consent.vote.kind is VoteKind.COLLECTIVE for consent in found.consents)


def bound_names(brief: Brief, found: Standing) -> tuple[int, str]:
    """Return how many municipalities bind a consent that counts to conditions, and their names."""
    bound = [consent.municipality_id for consent in found.consents if consent.is_conditional]
    return len(bound), listed(brief.context.facts.places(bound))


def in_one_line(brief: Brief, found: Standing) -> str:
    """Return the sentences on where the municipalities stand in one line."""
    return " ".join(sentences(brief.context, found))
