from __future__ import annotations

from dataclasses import replace
from datetime import date

from kizdesk.domain.changes import Create, Delete, Update
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.interviews import Answer, Evidence, Interview, Offering, SectionTime, answer_id
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from kizdesk.project.merging.judging import Standing
from kizdesk.project.merging.telling import lines
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import delete, set_value
from tests.project.merging.laptops import KAARST, SCAN, Laptops, hold


def _field(record_id: str, title: str) -> FieldOfAction:
    return FieldOfAction(id=record_id, title=title, strand=Strand.EDUCATION, status=FieldStatus.PROPOSED)


def _ask_about(project: OpenProject, field: FieldOfAction) -> None:
    """Answer a question and mark evidence about a field of action in a new interview."""
    interview = hold(project, "neu", KAARST)
    project.commit("Handlungsfeld hinzufügen", Create(field))
    answer = Answer(
        id=answer_id("neu", "g01", field.id), interview_id="neu", question_id="g01", scope_id=field.id, text="Schwierig"
    )
    evidence = replace(project.snapshot.get(Evidence, "neu-beleg"), id="neu-feld", field_id=field.id)
    about_it = replace(evidence, id="neu-dazu", answer_id=answer.id, wording="Schwierig", end=9)
    project.commit(
        "Frage beantworten",
        Create(answer),
        Create(evidence),
        Create(about_it),
        Update(Interview, interview.id, "field_ids", (*interview.field_ids, field.id)),
    )


def test_an_untouched_copy_is_equal(laptops: Laptops) -> None:
    assert laptops.the_one("alt").standing is Standing.EQUAL
    assert not laptops.the_one("alt").pairs


def test_a_new_interview_says_what_it_brings_along(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu", KAARST, attached=SCAN)
    met = laptops.the_one("neu")
    assert met.standing is Standing.NEW
    assert met.municipality == "Kaarst"
    assert "2 Antworten, 1 Person, 1 Einwilligung, 1 Angebot, 1 Anlage und 1 Beleg" in met.sentence
    told = {line.title: line for line in lines(laptops.compared(), met)}
    assert told["Person „Jasmin Đorđević“"].before == ""
    assert "Zu wenig Plätze im Sprachkurs" in next(
        line.after for title, line in told.items() if title.startswith("B.1")
    )


def test_a_different_answer_is_shown_with_the_words_of_both(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Answer, "alt/b01", "text", "Zu wenig Plätze, auch in Alphabetisierung")
    comparison = laptops.compared()
    met = laptops.the_one("alt")
    assert met.standing is Standing.DIFFERENT
    assert "An einer Stelle" in met.sentence
    (line,) = lines(comparison, met)
    assert line.title.startswith("B.1 ")
    assert (line.before, line.after) == ("Zu wenig Plätze im Sprachkurs", "Zu wenig Plätze, auch in Alphabetisierung")


def test_each_field_of_the_interview_and_of_people_is_told_in_words(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Interview, "alt", "held_on", date(2026, 3, 13))
        set_value(away, Person, "alt-person", "phone", "02131 900")
    told = {line.title: (line.before, line.after) for line in lines(laptops.compared(), laptops.the_one("alt"))}
    assert ("12.03.2026", "13.03.2026") in told.values()
    assert "Telefon: 02131 900" in told["Person „Jasmin Đorđević“"][1]


def test_the_sentence_counts_what_the_list_shows(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Interview, "alt", "held_on", date(2026, 3, 13))
        set_value(away, Interview, "alt", "interviewers", "Frau Beispiel")
        set_value(away, Answer, "alt/b01", "text", "Anders")
    comparison = laptops.compared()
    met = comparison.find("alt")
    assert met is not None
    assert len(lines(comparison, met)) == 3
    assert met.sentence.startswith("An 3 Stellen steht")


def test_the_time_per_section_is_no_difference(laptops: Laptops) -> None:
    with laptops.away() as away:
        set_value(away, Interview, "alt", "section_times", (SectionTime(section_id="b", seconds=90),))
    assert laptops.the_one("alt").standing is Standing.EQUAL


def test_interviews_that_are_only_here_are_counted(laptops: Laptops) -> None:
    hold(laptops.office, "hier", KAARST)
    comparison = laptops.compared()
    assert comparison.only_here == 1
    assert [met.id for met in comparison.met] == ["alt"]


def test_an_interview_deleted_here_is_offered_and_not_taken_for_new(laptops: Laptops) -> None:
    delete(laptops.office, Interview, "alt")
    met = laptops.the_one("alt")
    assert met.standing is Standing.DELETED
    assert "wurde hier gelöscht" in met.sentence


def test_an_interview_whose_merge_was_undone_is_new_again(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
    laptops.merge("neu")
    laptops.office.undo()
    assert laptops.the_one("neu").standing is Standing.NEW


def test_what_is_about_an_unknown_field_of_action_is_left_out_with_a_sentence(laptops: Laptops) -> None:
    with laptops.away() as away:
        _ask_about(away, _field("musik", "Musik"))
    met = laptops.the_one("neu")
    assert met.standing is Standing.NEW
    assert any("Handlungsfeld „Musik“ gibt es in diesem Projekt nicht; 1 Antwort und" in text for text in met.remarks)
    coming = {pair.record.id for pair in met.pairs}
    assert not coming & {"neu/g01/musik", "neu-feld", "neu-dazu"}
    interview = next(pair.after for pair in met.pairs if isinstance(pair.after, Interview))
    assert "musik" not in interview.field_ids


def test_a_field_of_action_made_on_both_laptops_is_the_same_by_its_title(laptops: Laptops) -> None:
    laptops.office.commit("Handlungsfeld hinzufügen", Create(_field("hier", "Musik")))
    with laptops.away() as away:
        _ask_about(away, _field("dort", "musik"))
    met = laptops.the_one("neu")
    assert any("gilt als dasselbe" in text for text in met.remarks)
    taken = laptops.merge("neu")
    assert len(taken.taken) == 1
    snapshot = laptops.office.snapshot
    assert snapshot.get(Answer, "neu/g01/hier").scope_id == "hier"
    assert snapshot.get(Evidence, "neu-dazu").answer_id == "neu/g01/hier"
    assert snapshot.get(Evidence, "neu-feld").field_id == "hier"
    assert "hier" in snapshot.get(Interview, "neu").field_ids
    assert laptops.the_one("neu").standing is Standing.EQUAL


def test_an_interview_with_an_unknown_municipality_is_not_possible(laptops: Laptops) -> None:
    with laptops.away() as away:
        away.commit("Kommune hinzufügen", Create(Municipality(id="05162999", name="Neustadt")))
        hold(away, "neu", "05162999")
    met = laptops.the_one("neu")
    assert met.standing is Standing.IMPOSSIBLE
    assert "Die Kommune „Neustadt“ gibt es in diesem Projekt nicht" in met.sentence
    assert laptops.merge("neu").taken == ()


def test_an_interview_under_an_unknown_guide_is_not_possible(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
        away.commit("Gespräch bearbeiten", Update(Interview, "neu", "guide_version", "2031-1"))
    met = laptops.the_one("neu")
    assert met.standing is Standing.IMPOSSIBLE
    assert "nach der Fassung „2031-1“ des Leitfadens" in met.sentence


def test_a_person_that_is_gone_in_the_other_file_too_is_no_crash(laptops: Laptops) -> None:
    with laptops.away() as away:
        hold(away, "neu")
        away.commit("Person löschen", Delete(Person, "neu-person"))
    met = laptops.the_one("neu")
    assert met.standing is Standing.NEW
    assert any("die auch die andere Datei nicht hat" in text for text in met.remarks)


def test_a_person_entered_on_both_laptops_is_hinted_at(laptops: Laptops) -> None:
    set_value(laptops.office, Person, "alt-person", "name", "Jasmin  DORDEVIC")
    with laptops.away() as away:
        hold(away, "neu")
        hold(away, "anderswo", KAARST)
    hint = "„Jasmin Đorđević“ ist hier schon eingetragen und kommt ein zweites Mal dazu."
    assert any(remark.startswith(hint) for remark in laptops.the_one("neu").remarks)
    assert laptops.the_one("anderswo").remarks == ()


def test_what_was_deleted_there_and_is_still_here_is_told(laptops: Laptops) -> None:
    with laptops.away() as away:
        delete(away, Offering, "alt-angebot")
    met = laptops.the_one("alt")
    assert met.standing is Standing.EQUAL
    (remark,) = met.remarks
    assert remark.startswith("In der anderen Datei gelöscht: 1 Angebot. Hier bleibt das erhalten")
