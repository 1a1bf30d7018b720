"""Test that names and verbatim words appear only with an Einwilligung."""

from datetime import date

from kizdesk.concept.tree import Quotation
from kizdesk.domain.base import Record
from kizdesk.domain.changes import Update
from kizdesk.domain.interviews import Answer
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


def test_an_offering_that_may_not_be_published_is_only_counted() -> None:
    register = chapter(built(), "anlage_angebote")
    assert "Stille Post" not in register
    assert "Nicht aufgeführt ist ein Angebot" in register
