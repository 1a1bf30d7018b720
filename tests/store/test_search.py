from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Create, Delete, Update
from kizdesk.domain.fields import Measure
from kizdesk.domain.interviews import Answer, Offering
from kizdesk.domain.people import Person
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.store import ProjectFile
from kizdesk.store.search import snippet
from kizdesk.store.searched import SEARCHED_FIELDS
from tests.store.support import NOW, filled, stamp


def answer(text: str, record_id: str = "a1") -> Answer:
    return Answer(id=record_id, interview_id="i", question_id="b01", text=text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("forderung", "Die Sprachförderung beginnt früh."),
        ("FÖRDER", "Die Sprachförderung beginnt früh."),
        ("strasse", "Treffpunkt an der Hauptstraße"),
        ("Straße", "Treffpunkt an der HAUPTSTRASSE"),
        ("dordevic", "Frau Đorđević berät."),
        ("lukasz", "Herr Łukasz kommt."),
        ("sahin", "Frau Şahin"),
        ("ki", "Kita"),
        ("ö", "Köln"),
        ("kita früh", "Früh in die Kita"),
        ("ab kita", "Kita ab zwei Jahren"),
        ('"gut" AND (', 'Sie sagt: "gut" AND (so weiter'),
        ("100%", "zu 100% gefördert"),
    ],
)
def test_a_query_finds_words_however_they_are_spelled(project: ProjectFile, query: str, text: str) -> None:
    project.commit([Create(answer(text))], stamp())
    assert [hit.id for hit in project.search(query)] == ["a1"]


@pytest.mark.parametrize("query", ["", "   ", "garten", "kita garten", "zz", "kita zz"])
def test_a_query_for_what_is_not_there_finds_nothing(project: ProjectFile, query: str) -> None:
    project.commit([Create(answer("Früh in die Kita"))], stamp())
    assert project.search(query) == []


def test_a_hit_names_the_place_in_the_original_spelling(project: ProjectFile) -> None:
    project.commit([Create(answer("Die Sprachförderung beginnt früh."))], stamp())
    hit = project.search("forderung")[0]
    assert (hit.kind, hit.id, hit.field, hit.snippet) == ("answer", "a1", "text", "Die Sprachförderung beginnt früh.")


def test_rows_of_a_table_are_searched(project: ProjectFile) -> None:
    rows = (("Jugendamt", "Frau Öztürk"),)
    project.commit([Create(Answer(id="a1", interview_id="i", question_id="b03", rows=rows))], stamp())
    assert project.search("ozturk")[0].snippet == "Jugendamt; Frau Öztürk"


def test_offerings_measures_and_people_are_searched_too(project: ProjectFile) -> None:
    offering = Offering(id="o", title="Lotsen im Quartier")
    measure = Measure(id="m", goal_id="z", title="Lotsen schulen")
    person = Person(id="p", function="Lotsin")
    project.commit([Create(offering), Create(measure), Create(person)], stamp())
    assert {hit.kind for hit in project.search("lots")} == {"offering", "measure", "person"}


def test_conditions_of_a_vote_are_searched(project: ProjectFile) -> None:
    vote = Vote(
        id="v",
        subject=VoteSubject.CENTRE,
        body_id="b",
        kind=VoteKind.IN_WRITING,
        result=VoteResult.WITH_CONDITIONS,
        conditions=("keine Mehrkosten", "Bericht an den Rat"),
    )
    project.commit([Create(vote)], stamp())
    assert project.search("bericht")[0].field == "conditions"


def test_an_edited_text_is_found_by_its_new_words_only(project: ProjectFile) -> None:
    project.commit([Create(answer("Kindergarten"))], stamp())
    project.commit([Update(Answer, "a1", "text", "Grundschule")], stamp())
    assert [len(project.search(query)) for query in ("garten", "schule")] == [0, 1]


def test_a_deleted_record_is_not_found_and_found_again_after_undo(project: ProjectFile) -> None:
    project.commit([Create(answer("Kindergarten"))], stamp())
    project.commit([Delete(Answer, "a1")], stamp())
    assert project.search("garten") == []
    project.undo("Frau X", NOW)
    assert len(project.search("garten")) == 1


def test_the_limit_bounds_the_hits(project: ProjectFile) -> None:
    project.commit([Create(answer("Kita", f"a{number}")) for number in range(9)], stamp())
    assert [len(project.search(query, limit=4)) for query in ("kita", "ki")] == [4, 4]


def test_the_index_can_be_made_anew(project: ProjectFile) -> None:
    project.commit([Create(answer("Kindergarten"))], stamp())
    with project._connections.writing() as connection:
        connection.exec_driver_sql("DELETE FROM searched")
    assert project.search("garten") == []
    project.rebuild_search()
    assert len(project.search("garten")) == 1


@pytest.mark.parametrize("record_type", SEARCHED_FIELDS, ids=lambda record_type: record_type.__name__)
def test_every_searched_field_is_found(project: ProjectFile, record_type: type[Record]) -> None:
    project.commit([Create(filled(record_type))], stamp())
    assert {hit.field for hit in project.search("dordevic")} == set(SEARCHED_FIELDS[record_type])


def test_only_known_records_are_listed_as_searched() -> None:
    assert set(SEARCHED_FIELDS) <= set(RECORD_TYPES)


def test_a_snippet_begins_shortly_before_the_word_and_ends_with_a_whole_one() -> None:
    text = "Wort " * 50 + "Straße und " + "Ende " * 50
    shown = snippet(text, ["strasse"])
    assert shown.startswith("… Wort ")
    assert "Straße" in shown
    assert shown.endswith("Ende …")
    assert len(shown) < 130


def test_a_snippet_of_a_long_text_without_spaces_is_cut() -> None:
    assert len(snippet("ß" * 100_000, ["ss"])) < 130


@pytest.mark.parametrize("query", ["kinder\x00garten", "\ud800kindergarten"])
def test_what_no_text_holds_is_left_out_of_a_query(project: ProjectFile, query: str) -> None:
    project.commit([Create(answer("Kindergarten"))], stamp())
    assert len(project.search(query)) == 1


def test_an_incomplete_index_is_mended_when_the_project_is_opened(project: ProjectFile, path: Path) -> None:
    project.commit([Create(Person(id="p1", name="Kindergarten"))], stamp())
    with project._connections.writing() as connection:
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    project.close()
    with ProjectFile.open(path, who="Frau X", now=NOW) as again:
        assert again.verify() == []
        assert len(again.search("garten")) == 1


def test_a_snippet_near_the_end_of_a_long_text_shows_the_word() -> None:
    assert "Nadelöhr" in snippet("Straße " * 20_000 + "am Nadelöhr vorbei", ["nadelohr"])
