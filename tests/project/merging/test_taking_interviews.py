from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.changes import Create, Delete, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, InterviewStatus, Offering, is_stale
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.domain.references import dangling
from kizdesk.project.durable.interchange import exported
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.interviews.minutes import changed_since_release
from kizdesk.project.merging.judging import Standing, compare
from kizdesk.project.merging.taking import fetched, revoked, take
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete, set_value
from kizdesk.project.runner.head import begin
from kizdesk.project.stocktaking.planning import release
from kizdesk.project.surroundings import Surroundings
from tests.project.merging.laptops import KAARST, NEUSS, SCAN, Laptops, hold, part, silent


def _revoke(laptops: Laptops, day: date = date(2026, 4, 1)) -> None:
    with laptops.away() as away:
        set_value(away, PrivacyConsent, "alt-zitat", "revoked_on", day)


def test_a_new_interview_comes_with_all_that_hangs_on_it(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu", KAARST, attached=SCAN)
        theirs = away.snapshot
    laptops.merge("neu")
    ours = laptops.office.snapshot
    for kind in (Interview, Answer, Person, PrivacyConsent, Offering, Attachment, Evidence):
        assert ours.by_id(kind) == theirs.by_id(kind)
    assert laptops.office.blob(ours.get(Attachment, "neu-anlage").sha256) == SCAN
    assert not dangling(ours)
    assert not laptops.office.verify()


def test_one_undo_takes_a_merge_back_whole(laptops: Laptops) -> None:
    before = exported(laptops.office)
    with laptops.away() as away:
        hold(away, "neu", KAARST, attached=SCAN)
        hold(away, "noch", KAARST)
        set_value(away, Answer, "alt/b01", "text", "Anders")
    laptops.merge("neu", "noch", "alt")
    assert laptops.office.undo() == "3 Gespräche übernehmen"
    assert exported(laptops.office) == before


def test_a_different_interview_is_left_alone_unless_chosen(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
    taken = laptops.merge()
    assert [met.id for met in taken.left] == ["alt"]
    assert laptops.office.snapshot.get(Answer, "alt/b01").text == "Zu wenig Plätze im Sprachkurs"
    assert laptops.office.undo_label == "Gespräch anlegen"


def test_a_chosen_interview_takes_the_place_of_ours_and_evidence_here_goes_stale(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Plätze fehlen im Sprachkurs")
        set_value(away, Person, "alt-person", "phone", "02131 900")
        set_value(away, Offering, "alt-angebot", "title", "Sprachcafé Nord")
    set_value(laptops.office, Person, "alt-person", "phone", "02131 1")
    laptops.merge("alt")
    ours = laptops.office.snapshot
    assert ours.get(Answer, "alt/b01").text == "Plätze fehlen im Sprachkurs"
    assert ours.get(Person, "alt-person").phone == "02131 900"
    assert ours.get(Offering, "alt-angebot").title == "Sprachcafé Nord"
    assert is_stale(ours.get(Evidence, "alt-beleg"), ours.get(Answer, "alt/b01"))
    assert laptops.the_one("alt").standing is Standing.EQUAL


def test_an_answer_only_here_goes_unless_evidence_rests_on_it(laptops: Laptops) -> None:
    with laptops.away() as away:
        away.commit("Antworten löschen", Delete(Evidence, "alt-beleg"), Delete(Answer, "alt/b01"))
        scope = next(answer.id for answer in away.snapshot.all(Answer))
        away.commit("Antworten löschen", Delete(Answer, scope))
    laptops.merge("alt")
    ours = laptops.office.snapshot
    assert ours.find(Answer, scope) is None
    assert ours.get(Answer, "alt/b01").text == ""
    assert is_stale(ours.get(Evidence, "alt-beleg"), ours.get(Answer, "alt/b01"))
    assert laptops.the_one("alt").standing is Standing.EQUAL


def test_answers_about_a_field_of_action_that_the_other_copy_does_not_know_stay(laptops: Laptops) -> None:
    interview = laptops.office.snapshot.get(Interview, "alt")
    laptops.office.commit(
        "Handlungsfeld hinzufügen",
        Create(FieldOfAction(id="sport", title="Sport", strand=Strand.EDUCATION)),
        Update(Interview, "alt", "field_ids", ("sport", *interview.field_ids)),
        Create(Answer(id="alt/g01/sport", interview_id="alt", question_id="g01", scope_id="sport", text="Fehlt")),
    )
    met = laptops.the_one("alt")
    assert met.standing is Standing.EQUAL
    assert met.remarks == ("Nur hier: 1 Antwort. Das bleibt in jedem Fall erhalten.",)
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
        set_value(away, Interview, "alt", "note", "Nachfragen")
    laptops.merge("alt")
    ours = laptops.office.snapshot
    assert ours.get(Answer, "alt/b01").text == "Anders"
    assert ours.get(Answer, "alt/g01/sport").text == "Fehlt"
    assert ours.get(Interview, "alt").field_ids == ("sport", *interview.field_ids)


def test_what_hangs_on_the_interview_only_here_stays_and_is_told(laptops: Laptops) -> None:
    made = Offering(id="treff", title="Treff", municipality_id=NEUSS, interview_id="alt")
    laptops.office.commit("Angebot anlegen", Create(made))
    with laptops.away() as away:
        delete(away, Evidence, "alt-beleg")
        set_value(away, Answer, "alt/b01", "text", "Anders")
    met = laptops.the_one("alt")
    assert "Nur hier: 1 Angebot. Das bleibt in jedem Fall erhalten." in met.remarks
    laptops.merge("alt")
    assert laptops.office.snapshot.get(Offering, "treff") == made
    assert laptops.office.snapshot.find(Evidence, "alt-beleg") is not None


def test_a_person_known_here_stays_as_entered_here_when_a_new_interview_comes(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
        away.commit("Gespräch bearbeiten", Update(Interview, "neu", "person_ids", ("alt-person", "neu-person")))
    set_value(laptops.office, Person, "alt-person", "phone", "02131 1")
    met = laptops.the_one("neu")
    assert any("Person „Jasmin Đorđević“ ist hier anders eingetragen" in text for text in met.remarks)
    laptops.merge("neu")
    assert laptops.office.snapshot.get(Person, "alt-person").phone == "02131 1"
    assert laptops.office.snapshot.get(Interview, "neu").person_ids == ("alt-person", "neu-person")


def test_a_person_deleted_here_does_not_come_back(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
        away.commit("Gespräch bearbeiten", Update(Interview, "neu", "person_ids", ("alt-person", "neu-person")))
    delete(laptops.office, Person, "alt-person")
    laptops.office.erase("person", "alt-person")
    assert "Hier gelöschte Personen bleiben gelöscht." in laptops.the_one("neu").remarks
    laptops.merge("neu")
    ours = laptops.office.snapshot
    assert ours.find(Person, "alt-person") is None
    assert ours.get(Interview, "neu").person_ids == ("neu-person",)


def test_an_interview_deleted_here_comes_back_whole_when_it_is_chosen(laptops: Laptops) -> None:
    before = laptops.office.snapshot
    delete(laptops.office, Interview, "alt")
    laptops.merge("alt")
    ours = laptops.office.snapshot
    assert ours.get(Answer, "alt/b01") == before.get(Answer, "alt/b01")
    assert ours.get(Evidence, "alt-beleg") == before.get(Evidence, "alt-beleg")


def test_a_revocation_there_takes_effect_here_whatever_is_chosen(laptops: Laptops) -> None:
    _revoke(laptops)
    taken = laptops.merge()
    assert taken.taken == ()
    assert taken.revocations == ("Jasmin Đorđević (wörtliches Zitat), widerrufen am 01.04.2026",)
    assert laptops.office.snapshot.get(PrivacyConsent, "alt-zitat").revoked_on == date(2026, 4, 1)
    assert laptops.office.undo_label == "Widerrufe übernehmen"


def test_a_revocation_here_is_not_undone_by_a_chosen_interview(laptops: Laptops) -> None:
    set_value(laptops.office, PrivacyConsent, "alt-zitat", "revoked_on", date(2026, 4, 2))
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
        set_value(away, PrivacyConsent, "alt-zitat", "proof", "Unterschrift auf Papier")
    laptops.merge("alt")
    consent = laptops.office.snapshot.get(PrivacyConsent, "alt-zitat")
    assert (consent.proof, consent.revoked_on) == ("Unterschrift auf Papier", date(2026, 4, 2))


def test_a_revocation_here_ends_what_was_entered_there_under_another_id(laptops: Laptops) -> None:
    set_value(laptops.office, PrivacyConsent, "alt-zitat", "revoked_on", date(2026, 4, 2))
    with laptops.away() as away:
        first = away.snapshot.get(PrivacyConsent, "alt-zitat")
        hold(away, "neu")
        away.commit(
            "Gespräch bearbeiten",
            Update(Interview, "neu", "person_ids", ("alt-person",)),
            Update(PrivacyConsent, "neu-zitat", "person_id", "alt-person"),
            Update(PrivacyConsent, "neu-zitat", "granted_on", first.granted_on),
        )
    laptops.merge("neu")
    assert not laptops.office.snapshot.get(PrivacyConsent, "neu-zitat").holds()


def test_a_consent_given_after_the_revocation_stands(laptops: Laptops) -> None:
    _revoke(laptops, date(2026, 4, 1))
    laptops.office.commit(
        "Einwilligung bearbeiten", Update(PrivacyConsent, "alt-zitat", "granted_on", date(2026, 5, 1))
    )
    laptops.merge()
    assert laptops.office.snapshot.get(PrivacyConsent, "alt-zitat").holds()


def test_a_consent_deleted_here_does_not_come_back(laptops: Laptops) -> None:
    delete(laptops.office, PrivacyConsent, "alt-zitat")
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
    laptops.merge("alt")
    assert laptops.office.snapshot.find(PrivacyConsent, "alt-zitat") is None


def test_a_consent_deleted_there_ends_here_whatever_is_chosen_and_is_named(laptops: Laptops) -> None:
    with laptops.away() as away:
        delete(away, PrivacyConsent, "alt-zitat")
    told = revoked(laptops.office, laptops.compared())
    assert told == ("Jasmin Đorđević (wörtliches Zitat), dort gelöscht",)
    assert laptops.merge().revocations == told
    assert laptops.office.snapshot.find(PrivacyConsent, "alt-zitat") is None
    laptops.office.undo()
    assert laptops.office.snapshot.get(PrivacyConsent, "alt-zitat").holds()


def test_a_consent_deleted_there_and_given_there_again_still_holds(laptops: Laptops) -> None:
    with laptops.away() as away:
        again = replace(away.snapshot.get(PrivacyConsent, "alt-zitat"), id="neues-zitat")
        delete(away, PrivacyConsent, "alt-zitat")
        away.commit("Einwilligung hinzufügen", Create(again))
    laptops.merge()
    assert laptops.office.snapshot.get(PrivacyConsent, "alt-zitat").holds()


def test_a_release_here_stays_and_marks_what_a_chosen_interview_changes(laptops: Laptops) -> None:
    release(laptops.office, "alt", date(2026, 1, 4))
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
    met = laptops.the_one("alt")
    assert "Die Freigabe hier bleibt; was sich danach geändert hat, zeigt das Protokoll." in met.remarks
    laptops.merge("alt")
    interview = laptops.office.snapshot.get(Interview, "alt")
    assert (interview.status, interview.released_on) == (InterviewStatus.RELEASED, date(2026, 1, 4))
    assert [change.name for change in changed_since_release(laptops.office, "alt")] == ["B.1 Zuständige Stelle"]
    assert laptops.the_one("alt").standing is Standing.EQUAL


def test_a_release_there_is_of_the_answers_that_come_with_it(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
        release(away, "alt", date(2026, 1, 4))
    set_value(laptops.office, Answer, "alt/b01", "text", "Inzwischen hier")
    laptops.merge("alt")
    interview = laptops.office.snapshot.get(Interview, "alt")
    assert (interview.status, interview.released_on) == (InterviewStatus.RELEASED, date(2026, 1, 4))
    assert changed_since_release(laptops.office, "alt") == ()
    set_value(laptops.office, Answer, "alt/b01", "text", "Danach geändert")
    assert [change.name for change in changed_since_release(laptops.office, "alt")] == ["B.1 Zuständige Stelle"]


def test_people_of_two_interviews_come_once(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "eins")
        hold(away, "zwei")
        away.commit("Gespräch bearbeiten", Update(Interview, "zwei", "person_ids", ("eins-person", "zwei-person")))
    assert len(laptops.merge("eins", "zwei").taken) == 2
    assert laptops.office.snapshot.get(Interview, "zwei").person_ids == ("eins-person", "zwei-person")


def test_merging_twice_changes_nothing_more(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu", attached=SCAN)
    laptops.merge()
    before = laptops.office.snapshot
    assert laptops.merge("neu", "alt").taken == ()
    assert laptops.office.snapshot is before


def test_what_was_changed_since_it_was_shown_is_refused(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Anders")
    with laptops.other() as other:
        shown = compare(laptops.office, other, silent)
        set_value(laptops.office, Answer, "alt/b01", "text", "Inzwischen hier")
        with pytest.raises(UserError, match="seit dem Vergleich geändert"):
            take(laptops.office, other, shown, {"alt"}, {})
    assert laptops.office.snapshot.get(Answer, "alt/b01").text == "Inzwischen hier"


def test_what_was_changed_elsewhere_since_is_no_hindrance(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
    with laptops.other() as other:
        shown = compare(laptops.office, other, silent)
        set_value(laptops.office, Answer, "alt/b01", "text", "Inzwischen hier")
        files = fetched(other, shown, {"neu"}, silent)
        assert len(take(laptops.office, other, shown, {"neu"}, files).taken) == 1


def test_an_attachment_whose_bytes_could_not_be_read_after_all_refuses_the_whole(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu", attached=SCAN)
    with laptops.other() as other:
        shown = compare(laptops.office, other, silent)
        other.close()
        files = fetched(other, shown, {"neu"}, silent)
        with pytest.raises(UserError, match="Die Anlage „Bogen.pdf“ ließ sich nicht aus der anderen Datei lesen"):
            take(laptops.office, other, shown, {"neu"}, files)
    assert laptops.office.snapshot.find(Interview, "neu") is None


@pytest.mark.parametrize("is_answered", [False, True])
def test_an_interview_only_planned_here_and_held_there_is_proposed_unless_something_is_said_here(
    project: OpenProject, surroundings: Surroundings, tmp_path: Path, *, is_answered: bool
) -> None:
    planned = add_interview(project, NEUSS)
    laptops = part(project, tmp_path / "zwei", surroundings)
    with laptops.away() as away:
        begin(away, planned.id)
        put_answer(away, Answer(id="", interview_id=planned.id, question_id="b01", text="Sozialamt"))
    if is_answered:
        put_answer(project, Answer(id="", interview_id=planned.id, question_id="b01", text="Jugendamt"))
    found = laptops.the_one(planned.id)
    assert (found.standing, found.is_proposed) == (Standing.DIFFERENT, not is_answered)
