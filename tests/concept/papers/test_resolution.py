"""Propose a resolution for each state of the consents, and claim nothing that the register does not say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kizdesk.concept.papers.parts.resolution import resolution
from kizdesk.domain.fields import Measure
from kizdesk.domain.organisation import CourseOfAction
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from tests.concept.papers.briefs import COUNCIL, MEETING, PLACES, VERSION, brief, mayor, vote

MAYORS = [mayor(ags) for ags in PLACES]
ALL_AGREE = [vote(ags) for ags in PLACES]
SECOND = ConceptVersion(
    id="f2", number=2, name="Fassung", frozen_at=datetime(2026, 3, 2, tzinfo=UTC), fingerprint="1", tree_sha256="1"
)


def test_where_all_agreed_the_resolution_says_so() -> None:
    text = resolution(brief(COUNCIL, MEETING, VERSION, *MAYORS, *ALL_AGREE))

    assert "zu dem alle vier Kommunen ihr Einvernehmen erteilt haben." in text
    assert "nicht vorliegt" not in text


def test_a_statement_for_all_is_called_one() -> None:
    together = Vote(
        id="v", subject=VoteSubject.VERSION, subject_id="f1", body_id="kt", kind=VoteKind.COLLECTIVE,
        result=VoteResult.AGREED, speaks_for=PLACES,
    )  # fmt: skip

    assert "nach einer gemeinsamen Erklärung alle vier Kommunen" in resolution(brief(COUNCIL, VERSION, together))


def test_a_statement_of_unknown_reach_is_no_consent_of_anybody() -> None:
    unknown = Vote(
        id="v", subject=VoteSubject.VERSION, subject_id="f1", body_id="kt", kind=VoteKind.COLLECTIVE,
        result=VoteResult.AGREED,
    )  # fmt: skip
    text = resolution(brief(COUNCIL, VERSION, unknown))

    assert "für welche Kommunen das gilt, ist nicht bekannt" in text
    assert "zu dem" not in text


def test_conditions_are_named_beside_the_consent_of_all() -> None:
    votes = [*ALL_AGREE[:3], vote(PLACES[3], VoteResult.WITH_CONDITIONS, conditions=("Ohne Umlage.",))]
    text = resolution(brief(COUNCIL, VERSION, *MAYORS, *votes))

    assert "zu dem alle vier Kommunen ihr Einvernehmen erteilt haben." in text
    assert "dass eine Kommune ihr Einvernehmen an Bedingungen knüpft: Dahlenrade." in text


@pytest.mark.parametrize("result", [VoteResult.REFUSED, VoteResult.DEFERRED])
def test_one_that_is_missing_takes_the_claim_away_and_asks_for_more_talks(result: VoteResult) -> None:
    text = resolution(brief(COUNCIL, VERSION, *MAYORS, *ALL_AGREE[:3], vote(PLACES[3], result)))

    assert "das Einvernehmen aller Kommunen nicht vorliegt: Drei von vier Kommunen haben" in text
    assert "im Gespräch zu bleiben" in text
    assert "zu beantragen" not in text


def test_nobody_asked_yet_is_told_as_such() -> None:
    text = resolution(brief(COUNCIL, VERSION))

    assert "noch nicht vorliegt: Zur Fassung 1 vom 12. Januar 2026 liegt noch kein Votum einer Kommune vor." in text


def test_a_consent_to_an_earlier_version_does_not_count_for_this_one() -> None:
    text = resolution(brief(COUNCIL, VERSION, SECOND, *MAYORS, *ALL_AGREE))

    assert "Einer früheren Fassung haben vier Kommunen zugestimmt" in text
    assert "zu dem" not in text


def test_one_that_holds_on_because_changes_are_editorial_is_told_as_such() -> None:
    rulings = [
        EditorialRuling(id=f"r-{ags}", vote_id=f"v-{ags}", version_id="f2", reason="Tippfehler") for ags in PLACES
    ]
    text = resolution(brief(COUNCIL, VERSION, SECOND, *MAYORS, *ALL_AGREE, *rulings))

    assert "gilt fort, weil seither nur redaktionell geändert wurde" in text
    assert "zu dem" not in text
    assert "zu beantragen" in text


def test_the_committee_that_advises_before_recommends_the_resolution() -> None:
    committee = Body(id="sa", name="Sozialausschuss")
    before = Consultation(id="k0", title="Vorberatung", body_id="sa", held_on=date(2026, 6, 1), planned=True)
    text = resolution(brief(COUNCIL, committee, MEETING, before, VERSION))

    assert text.startswith("Der Sozialausschuss empfiehlt dem Kreistag, folgenden Beschluss zu fassen:")


def test_a_measure_whose_money_is_open_needs_a_resolution_of_its_own() -> None:
    measure = Measure(id="m", goal_id="z", title="Lotsen", needs_own_resolution=True)

    assert "Finanzvorbehalt" in resolution(brief(COUNCIL, VERSION, measure))


def test_without_a_version_there_is_nothing_to_adopt() -> None:
    text = resolution(brief(COUNCIL))

    assert "fortzuschreiben" in text
    assert "beschließt das" not in text


def test_the_course_that_is_proposed_takes_the_place_of_the_application() -> None:
    course = CourseOfAction(id="w", title="Abwarten", text="Der Kreis prüft später erneut", chosen=True)
    text = resolution(brief(COUNCIL, VERSION, course, *MAYORS, *ALL_AGREE))

    assert "Von den erwogenen Wegen wird dieser gewählt: Abwarten. Der Kreis prüft später erneut." in text
    assert "zu beantragen" not in text
