"""Note who consents, and keep the fact when somebody no longer does."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.records import set_value
from kizdesk.ui.session import Session
from tests.ui.pages.interview.hands import Hands

GIVEN = date(2026, 1, 2)


@pytest.fixture(autouse=True)
def _person(empty_session: Session, interview: Interview) -> None:
    person = Person(id="anna", name="Anna Berger", municipality_id=interview.municipality_id)
    given = PrivacyConsent(id="foto", person_id="anna", purpose=PrivacyPurpose.PHOTO, granted_on=GIVEN, proof="Bogen")
    empty_session.project.commit("Person hinzufügen", Create(person), Create(given))
    set_value(empty_session.project, Interview, interview.id, "person_ids", ("anna",))


def _walk(hands: Hands) -> None:
    guide = guide_of(hands.session.project, hands.interview)
    hands.walk_to(next(it.id for it in guide.questions() if it.binding == "privacy_consent.purpose"))


def _consents(hands: Hands) -> dict[PrivacyPurpose, PrivacyConsent]:
    return {consent.purpose: consent for consent in hands.session.project.snapshot.all(PrivacyConsent)}


def _today(hands: Hands) -> date:
    return hands.session.project.now().date()


def test_unticking_what_was_granted_before_revokes_it_today(hands: Hands) -> None:
    _walk(hands)
    hands.type("4")
    found = _consents(hands)[PrivacyPurpose.PHOTO]
    assert (found.id, found.granted_on, found.proof, found.revoked_on) == ("foto", GIVEN, "Bogen", _today(hands))


def test_ticking_again_in_the_same_stay_takes_the_revocation_back(hands: Hands) -> None:
    _walk(hands)
    hands.type("44")
    found = _consents(hands)[PrivacyPurpose.PHOTO]
    assert (found.granted_on, found.revoked_on) == (GIVEN, None)


def test_a_tick_by_mistake_is_gone_again(hands: Hands) -> None:
    _walk(hands)
    hands.type("11")
    assert set(_consents(hands)) == {PrivacyPurpose.PHOTO}


def test_what_was_ticked_in_an_earlier_stay_is_revoked_and_not_lost(hands: Hands) -> None:
    _walk(hands)
    hands.type("1")
    hands.go_on()
    hands.go_back()
    hands.type("1")
    (made,) = (consent for purpose, consent in _consents(hands).items() if purpose is not PrivacyPurpose.PHOTO)
    assert made.revoked_on == _today(hands)


def test_a_revocation_of_an_earlier_stay_is_not_lost_by_a_click(hands: Hands) -> None:
    set_value(hands.session.project, PrivacyConsent, "foto", "revoked_on", date(2026, 1, 3))
    _walk(hands)
    hands.type("4")
    assert _consents(hands)[PrivacyPurpose.PHOTO].revoked_on == date(2026, 1, 3)
