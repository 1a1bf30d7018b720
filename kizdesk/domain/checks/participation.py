"""Judge versions, votes, consents and statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kizdesk.domain.checks.base import Facts, Hit, at
from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.steps import Step, Target
from kizdesk.domain.versions import ConceptVersion, day_of
from kizdesk.domain.votes import (
    ConsentState,
    ConsiderationStatus,
    Statement,
    StatementKind,
    Vote,
    VoteKind,
    VoteResult,
    VoteSubject,
    consent_register,
    is_before_version,
)

_RULE_OF_STATE = {
    ConsentState.OPEN: "consent_open",
    ConsentState.DEFERRED: "consent_open",
    ConsentState.REFUSED: "consent_refused",
    ConsentState.WITH_CONDITIONS: "consent_conditional",
    ConsentState.EARLIER_VERSION: "consent_earlier_version",
    ConsentState.EDITORIAL: "consent_editorial",
}
_ADOPTING = {
    DistrictKind.DISTRICT: "des Kreistags",
    DistrictKind.CITY_REGION: "des Städteregionstags",
    DistrictKind.INDEPENDENT_CITY: "des Rates",
}
"""Who adopts the concept, in the genitive."""


def versions(facts: Facts) -> Iterator[Hit]:
    """Find that no version is frozen, or that the content changed since the latest one."""
    latest = facts.latest_version
    if latest is None:
        yield Hit("no_version", Target(Step.PARTICIPATION, "concept_version"))
    elif facts.fingerprint and facts.fingerprint != latest.fingerprint:
        yield Hit("version_outdated", at(Step.PARTICIPATION, latest), {"fassung": version_name(latest)})


def consents(facts: Facts) -> Iterator[Hit]:
    """Find municipalities whose consent to the latest version is open, refused, conditional or to an earlier one."""
    latest = facts.latest_version
    if latest is None or not facts.needs_consents:
        return
    snapshot = facts.snapshot
    register = consent_register(
        [place.id for place in facts.municipalities],
        latest,
        snapshot.by_id(ConceptVersion),
        snapshot.all(Vote),
        snapshot.by_id(Body),
        snapshot.all(EditorialRuling),
    )
    for consent in register:
        target = Target(Step.PARTICIPATION, "municipality", consent.municipality_id)
        values = {"kommune": facts.name_of(consent.municipality_id), "fassung": version_name(latest)}
        if consent.state in _RULE_OF_STATE:
            yield Hit(_RULE_OF_STATE[consent.state], target, values)
        if consent.state is ConsentState.EDITORIAL and consent.is_conditional:
            yield Hit("consent_conditional", target, values)
        if consent.holds and not consent.has_single_proof:
            yield Hit("consent_without_proof", target, values)


def votes_too_early(facts: Facts) -> Iterator[Hit]:
    """Remark votes that are dated before the version they are about: a slip, or the draft was sent before."""
    versions = facts.snapshot.by_id(ConceptVersion)
    for vote in facts.snapshot.all(Vote):
        version = versions.get(vote.subject_id)
        if version is not None and vote.decided_on is not None and is_before_version(vote.decided_on, version):
            values = {
                "titel": f"{_body_name(facts, vote)} ({vote.decided_on:%d.%m.%Y})",
                "fassung": f"{version_name(version)} ({day_of(version):%d.%m.%Y})",
            }
            yield Hit("vote_before_version", at(Step.PARTICIPATION, vote, "decided_on"), values)


def collective_unspecified(facts: Facts) -> Iterator[Hit]:
    """Find collective statements that do not say for whom they speak."""
    for vote in facts.snapshot.all(Vote):
        if vote.kind is VoteKind.COLLECTIVE and not vote.speaks_for and facts.needs_consents:
            target = at(Step.PARTICIPATION, vote, "speaks_for")
            yield Hit("collective_unspecified", target, {"titel": _body_name(facts, vote)})


def centre_only(facts: Facts) -> Iterator[Hit]:
    """Find that bodies voted on setting up the centre but none on a version: that is no Einvernehmen."""
    subjects = {vote.subject for vote in facts.snapshot.all(Vote)}
    if VoteSubject.CENTRE in subjects and VoteSubject.VERSION not in subjects:
        yield Hit("centre_vote_only", Target(Step.PARTICIPATION, "vote"))


def council(facts: Facts) -> Iterator[Hit]:
    """Find that the adopting body refused, or has not adopted the latest version."""
    deciding = [vote for vote in facts.snapshot.all(Vote) if _adopts(facts, vote)]
    for subject in (VoteSubject.CENTRE, VoteSubject.VERSION):
        last = _last(vote for vote in deciding if vote.subject is subject)
        if last is not None and last.result is VoteResult.REFUSED:
            yield Hit("council_refused", at(Step.PARTICIPATION, last), {"titel": _body_name(facts, last)})
    latest = facts.latest_version
    if latest is None:
        return
    last = _last(vote for vote in deciding if vote.subject is VoteSubject.VERSION and vote.subject_id == latest.id)
    if last is None or last.result is not VoteResult.AGREED:
        target = Target(Step.PARTICIPATION, "vote") if last is None else at(Step.PARTICIPATION, last)
        values = {"fassung": version_name(latest), "gremium": _adopting_body(facts)}
        yield Hit("council_resolution_missing", target, values)


def statements_open(facts: Facts) -> Iterator[Hit]:
    """Find suggestions, reservations and motions that nobody has answered."""
    for statement in facts.snapshot.all(Statement):
        if statement.kind is not StatementKind.ADVANTAGE and statement.status is ConsiderationStatus.OPEN:
            target = at(Step.PARTICIPATION, statement, "consideration")
            yield Hit("reservation_unanswered", target, {"titel": statement.text[:80]})


def version_name(version: ConceptVersion) -> str:
    """Return a version as people call it."""
    return f"Fassung {version.number}"


def _adopting_body(facts: Facts) -> str:
    district = next(iter(facts.snapshot.all(District)), None)
    return _ADOPTING[district.kind if district else DistrictKind.DISTRICT]


def _last(votes: Iterable[Vote]) -> Vote | None:
    ordered = sorted(votes, key=lambda vote: vote.decided_on or date.min)
    return ordered[-1] if ordered else None


def _adopts(facts: Facts, vote: Vote) -> bool:
    body = facts.snapshot.find(Body, vote.body_id)
    return body is not None and body.adopts and vote.kind is VoteKind.RESOLUTION


def _body_name(facts: Facts, vote: Vote) -> str:
    body = facts.snapshot.find(Body, vote.body_id)
    return body.name if body else ""
