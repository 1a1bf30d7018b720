"""Check that consents follow from votes, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kizdesk.domain.people import Body, BodyLevel
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Consent, ConsentState, Vote, VoteKind, VoteResult, VoteSubject, consent_of

TOWN = "05162004"
MAYOR = Body(id="mayor", name="Bürgermeister", level=BodyLevel.MUNICIPALITY, municipality_id=TOWN)
OTHER = Body(id="other", name="Rat", level=BodyLevel.MUNICIPALITY, municipality_id="05162008")
CONFERENCE = Body(id="conference", name="Bürgermeisterkonferenz")
BODIES = {body.id: body for body in (MAYOR, OTHER, CONFERENCE)}


def version(number: int) -> ConceptVersion:
    moment = datetime(2013, 1, number, tzinfo=UTC)
    return ConceptVersion(id=f"v{number}", number=number, name="", frozen_at=moment, fingerprint="f", tree_sha256="t")


VERSIONS = {found.id: found for found in (version(1), version(2))}


def vote(result: VoteResult, **more: Any) -> Vote:
    given: dict[str, Any] = {
        "id": "a",
        "subject": VoteSubject.VERSION,
        "subject_id": "v2",
        "body_id": "mayor",
        "kind": VoteKind.IN_WRITING,
        "result": result,
    }
    return Vote(**{**given, **more})


RULING = EditorialRuling(id="r", vote_id="a", version_id="v2", reason="nur Rechtschreibung")


def stand(*votes: Vote, rulings: tuple[EditorialRuling, ...] = ()) -> Consent:
    return consent_of(TOWN, VERSIONS["v2"], VERSIONS, votes, BODIES, rulings)


@pytest.mark.parametrize(
    ("result", "state"),
    [
        (VoteResult.AGREED, ConsentState.GRANTED),
        (VoteResult.WITH_CONDITIONS, ConsentState.WITH_CONDITIONS),
        (VoteResult.REFUSED, ConsentState.REFUSED),
        (VoteResult.DEFERRED, ConsentState.DEFERRED),
        (VoteResult.NOTED, ConsentState.OPEN),
    ],
)
def test_a_vote_on_the_version_decides(result: VoteResult, state: ConsentState) -> None:
    assert stand(vote(result)).state is state


@pytest.mark.parametrize("subject", [VoteSubject.CENTRE, VoteSubject.FOCUS])
def test_a_vote_on_something_else_is_no_consent(subject: VoteSubject) -> None:
    assert stand(vote(VoteResult.AGREED, subject=subject)).state is ConsentState.OPEN


def test_another_municipalitys_vote_does_not_count() -> None:
    assert stand(vote(VoteResult.AGREED, body_id="other")).state is ConsentState.OPEN


def test_a_vote_on_an_earlier_version_is_shown_as_such() -> None:
    consent = stand(vote(VoteResult.AGREED, subject_id="v1"))
    assert (consent.state, consent.version_id, consent.is_granted) == (ConsentState.EARLIER_VERSION, "v1", False)


def test_a_refusal_of_an_earlier_version_leaves_the_new_one_open() -> None:
    assert stand(vote(VoteResult.REFUSED, subject_id="v1")).state is ConsentState.OPEN


def test_the_later_vote_weighs_more() -> None:
    early = vote(VoteResult.REFUSED, id="b", decided_on=date(2013, 1, 3))
    late = vote(VoteResult.AGREED, decided_on=date(2013, 2, 3))
    assert stand(late, early).state is ConsentState.GRANTED


def test_a_collective_statement_counts_for_those_it_names() -> None:
    named = vote(VoteResult.AGREED, body_id="conference", kind=VoteKind.COLLECTIVE, speaks_for=(TOWN,))
    assert stand(named).state is ConsentState.GRANTED
    assert not stand(named).has_single_proof


def test_a_collective_statement_that_names_nobody_binds_nobody() -> None:
    assert stand(vote(VoteResult.REFUSED, body_id="conference", kind=VoteKind.COLLECTIVE)).state is ConsentState.OPEN


def test_an_own_vote_weighs_more_than_a_later_collective_statement() -> None:
    own = vote(VoteResult.WITH_CONDITIONS, decided_on=date(2013, 1, 3), proof="Schreiben vom 3. Januar 2013")
    named = vote(
        VoteResult.AGREED,
        id="b",
        body_id="conference",
        kind=VoteKind.COLLECTIVE,
        speaks_for=(TOWN,),
        decided_on=date(2013, 2, 1),
    )
    consent = stand(own, named)
    assert consent.state is ConsentState.WITH_CONDITIONS
    assert consent.has_single_proof


def test_an_agreement_taken_back_is_no_consent_to_an_earlier_version() -> None:
    agreed = vote(VoteResult.AGREED, subject_id="v1", decided_on=date(2013, 1, 3))
    refused = vote(VoteResult.REFUSED, id="b", subject_id="v1", decided_on=date(2013, 2, 3))
    assert stand(agreed, refused).state is ConsentState.OPEN


def test_a_refusal_of_a_later_version_hides_the_consent_to_an_earlier_one() -> None:
    third = version(3)
    votes = [
        vote(VoteResult.AGREED, subject_id="v1", decided_on=date(2013, 1, 3)),
        vote(VoteResult.REFUSED, id="b", subject_id="v2", decided_on=date(2013, 2, 3)),
    ]
    consent = consent_of(TOWN, third, {**VERSIONS, "v3": third}, votes, BODIES)
    assert consent.state is ConsentState.OPEN


def test_of_two_votes_on_an_earlier_version_the_decisive_one_is_shown() -> None:
    first = vote(VoteResult.AGREED, subject_id="v1", decided_on=date(2013, 1, 3))
    bound = vote(VoteResult.WITH_CONDITIONS, id="b", subject_id="v1", decided_on=date(2013, 2, 3))
    assert stand(first, bound).vote == bound


def test_only_a_collective_statement_speaks_for_others() -> None:
    resolution = vote(VoteResult.AGREED, body_id="conference", kind=VoteKind.RESOLUTION, speaks_for=(TOWN,))
    assert stand(resolution).state is ConsentState.OPEN


def test_after_an_editorial_ruling_the_consent_stands_for_the_later_version() -> None:
    consent = stand(vote(VoteResult.AGREED, subject_id="v1"), rulings=(RULING,))
    assert (consent.state, consent.version_id, consent.ruling) == (ConsentState.EDITORIAL, "v1", RULING)
    assert consent.holds
    assert not consent.is_granted


def test_after_an_editorial_ruling_conditions_stay() -> None:
    assert stand(vote(VoteResult.WITH_CONDITIONS, subject_id="v1"), rulings=(RULING,)).is_conditional


def test_a_ruling_on_another_version_changes_nothing() -> None:
    other = replace(RULING, version_id="v1")
    assert stand(vote(VoteResult.AGREED, subject_id="v1"), rulings=(other,)).state is ConsentState.EARLIER_VERSION


def test_a_ruling_does_not_outlive_the_vote_it_is_about() -> None:
    agreed = vote(VoteResult.AGREED, subject_id="v1", decided_on=date(2013, 1, 3))
    refused = vote(VoteResult.REFUSED, id="b", subject_id="v1", decided_on=date(2013, 2, 3))
    assert stand(agreed, refused, rulings=(RULING,)).state is ConsentState.OPEN


def test_a_vote_on_the_version_itself_weighs_more_than_a_ruling() -> None:
    refused = vote(VoteResult.REFUSED, id="b", subject_id="v2")
    votes = (vote(VoteResult.AGREED, subject_id="v1"), refused)
    assert stand(*votes, rulings=(RULING,)).state is ConsentState.REFUSED
