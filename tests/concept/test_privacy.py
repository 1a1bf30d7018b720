"""Test that names and verbatim words appear only with an Einwilligung."""

from dataclasses import replace
from datetime import date

import pytest

from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import Document, Quotation
from kizdesk.domain.base import Record
from kizdesk.domain.changes import Update
from kizdesk.domain.interviews import Answer, Evidence, Offering
from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import OTHER_WORDS, WORDS, built, chapter, everything, said


def granted(person: str, purpose: PrivacyPurpose) -> Record:
    return PrivacyConsent(id=f"neu-{person}", person_id=person, purpose=purpose, granted_on=date(2013, 1, 1))


def quotes(*more: Record) -> list[str]:
    return [item.text for item in built([*everything(), *more]).blocks if isinstance(item, Quotation)]


def test_no_name_without_an_einwilligung() -> None:
    words = said(built())
    assert "Anna Abel" not in words
    assert "Leitung, Sozialamt" in chapter(built(), "anlage_beteiligte")


def test_a_name_with_an_einwilligung() -> None:
    document = built([*everything(), granted("person-a", PrivacyPurpose.NAME)])
    assert "Anna Abel, Leitung, Sozialamt" in chapter(document, "anlage_beteiligte")


def test_verbatim_words_only_with_an_einwilligung() -> None:
    assert quotes() == [WORDS]
    assert OTHER_WORDS in quotes(granted("person-b", PrivacyPurpose.QUOTE))


def test_without_it_the_passage_is_attributed_to_the_municipality_without_quotation_marks() -> None:
    lines = chapter(built(), "handlungsfelder").splitlines()
    assert f"Bedarf | Aheim | „{WORDS}“" in lines
    assert f"Stärke | Bestadt | {OTHER_WORDS}" in lines


def test_a_revoked_einwilligung_counts_no_more() -> None:
    snapshot = Snapshot.of(everything()).applied(
        [Update(PrivacyConsent, "einwilligung-a", "revoked_on", date(2013, 2, 1))]
    )
    document = built([record for kind in {type(item) for item in everything()} for record in snapshot.all(kind)])
    assert not [item for item in document.blocks if isinstance(item, Quotation)]


def test_a_passage_that_was_edited_away_is_not_printed() -> None:
    edited = [
        Answer(id=item.id, interview_id=item.interview_id, question_id=item.question_id, scope_id=item.scope_id,
               text="Etwas ganz anderes.")
        if isinstance(item, Answer) and item.text == WORDS
        else item
        for item in everything()
    ]  # fmt: skip
    assert WORDS not in said(built(edited))


def revoked() -> Document:
    """Return the concept without the Einwilligung to quote what was said in the first person."""
    return built([item for item in everything() if item.id != "einwilligung-a"])


def test_the_first_person_is_quoted_in_a_profile() -> None:
    assert f"Sprache: „{WORDS}“" in chapter(built(), "profile")


def test_the_first_person_is_not_printed_at_all_without_an_einwilligung() -> None:
    assert WORDS not in said(revoked())


def test_a_passage_that_is_not_printed_still_counts() -> None:
    assert "Bedarf | Aheim | (Wortlaut ohne Einwilligung nicht wiedergegeben)" in chapter(revoked(), "handlungsfelder")
    assert fingerprint(revoked()) == fingerprint(built())


def test_only_the_passage_in_the_first_person_is_quoted() -> None:
    before, after = "Es gibt viel zu tun. ", " Die Kurse sind voll."
    records = [
        replace(item, text=f"{before}{WORDS}{after}")
        if isinstance(item, Answer) and item.text == WORDS
        else replace(item, start=len(before), end=len(before) + len(WORDS))
        if isinstance(item, Evidence) and item.wording == WORDS
        else item
        for item in everything()
    ]
    assert f"Sprache: {before}„{WORDS}“{after}" in chapter(built(records), "profile")


@pytest.mark.parametrize("key", ["anlage_angebote", "profile"])
def test_an_offering_that_may_not_be_published_is_only_counted(key: str) -> None:
    assert "Nicht aufgeführt ist ein Angebot, dessen" in chapter(built(), key)
    assert "Stille Post" not in said(built())


def test_an_offering_of_the_district_that_may_not_be_published_is_only_counted() -> None:
    document = built([*everything(), Offering(id="angebot-l", title="Leise Runde", may_publish=False)])
    assert "Nicht aufgeführt ist ein Angebot, dessen" in chapter(document, "angebote_kreis")
    assert "Leise Runde" not in said(document)


def test_offerings_that_are_all_hidden_leave_no_table() -> None:
    hidden = [replace(item, may_publish=False) if isinstance(item, Offering) else item for item in everything()]
    document = built(hidden)
    assert "Sprachcafé" not in said(document)
    assert "Nicht aufgeführt sind drei Angebote, deren" in chapter(document, "anlage_angebote")
