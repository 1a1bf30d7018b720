"""Test that interviews are judged by their version, and moved to another without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kizdesk.concept.survey import Survey
from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import QuestionType
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus, answer_id
from kizdesk.domain.places import Municipality
from kizdesk.project.checking.findings import check
from kizdesk.project.comparison.sheet import compare
from kizdesk.project.concept import materials
from kizdesk.project.durable.interchange import export_data, import_data
from kizdesk.project.guides.editions import choose_version
from kizdesk.project.guides.entries import set_entries
from kizdesk.project.guides.moving import elsewhere, move
from kizdesk.project.guides.questions import add_question, drop_question, move_question, set_question
from kizdesk.project.guides.telling import Difference, Kind, differences, marks
from kizdesk.project.guides.types import impact_of, set_type
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.runner.known import take_over
from kizdesk.project.runner.places import Place
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.told import told

GUIDE = "expertengespraech"
OFFICES = ("auslaenderbehoerde", "Ausländerbehörde"), ("keine", "Keine davon")


@pytest.fixture
def held(project: OpenProject) -> Interview:
    """Return a running interview under the guide of the program, with some answers."""
    interview = add_interview(project, project.snapshot.all(Municipality)[0].id)
    set_value(project, Interview, interview.id, "status", InterviewStatus.RUNNING)
    given = Answer(id="", interview_id=interview.id, question_id="")
    put_answer(project, replace(given, question_id="b01", text="Sozialamt"))
    put_answer(project, replace(given, question_id="b02", rows=(("Beauftragte", "0,5", "E 9", "2015", "Land"),)))
    put_answer(project, replace(given, question_id="b05", choices=("jugendamt", "auslaenderbehoerde")))
    put_answer(project, replace(given, question_id="b06", text="Der Rat"))
    return project.snapshot.get(Interview, interview.id)


def answer(project: OpenProject, interview: Interview, question_id: str) -> Answer:
    return project.snapshot.get(Answer, answer_id(interview.id, question_id))


def survey(project: OpenProject) -> Survey:
    things = materials(project)
    return Survey(project.snapshot, things.guide, things.guides)


def told_of(project: OpenProject) -> dict[str, Difference]:
    guides = project.guides
    return {found.id: found for found in differences(project, guides.of(GUIDE, "2026-1"), guides.present)}


def test_moving_keeps_what_fits_and_notes_what_does_not(project: OpenProject, held: Interview) -> None:
    set_entries(project, "b05", OFFICES)
    move(project, [held.id])

    assert project.snapshot.get(Interview, held.id).guide_version == "2026-1.1"
    moved = answer(project, held, "b05")
    assert (moved.choices, moved.note) == (("auslaenderbehoerde",), "Aus Fassung 2026-1: Jugendamt")
    assert answer(project, held, "b01").text == "Sozialamt"


def test_a_planned_interview_whose_form_was_issued_says_why_it_stayed(project: OpenProject) -> None:
    sent, other = project.snapshot.all(Municipality)[:2]
    planned = [add_interview(project, place.id) for place in (sent, other)]
    version = project.settings.guide_version
    issue = FormIssue(id="f", municipality_id=sent.id, guide_id=GUIDE, guide_version=version)
    project.commit("Formular ausgeben", Create(issue))
    set_question(project, "b01", "short", "Stelle")

    (row,) = [row for row in elsewhere(project) if row.interview_id in {it.id for it in planned}]
    assert row.interview_id == planned[0].id
    assert row.sentence == "noch keine Antworten; ein Formular dieser Fassung ist ausgegeben"
    assert project.snapshot.get(Interview, planned[1].id).guide_version == project.settings.guide_version


def test_one_undo_moves_all_back(project: OpenProject, held: Interview) -> None:
    set_entries(project, "b05", OFFICES)
    before = project.snapshot.by_id(Answer)
    move(project, [held.id])
    label = project.undo()

    assert label == "Leitfaden des Gesprächs ändern"
    assert project.snapshot.by_id(Answer) == before
    assert project.snapshot.get(Interview, held.id) == held


def test_what_has_no_place_is_kept_and_listed_but_not_printed(project: OpenProject, held: Interview) -> None:
    drop_question(project, "b06")
    (row,) = elsewhere(project)
    assert row.unplaced == ("Strategische Entscheidungen: Der Rat",)
    move(project, [held.id])

    assert answer(project, held, "b06").text == "Der Rat"
    (row,) = elsewhere(project)
    assert not row.is_earlier
    assert row.sentence == "eine Antwort ohne Platz im Leitfaden, aufbewahrt und nicht gedruckt"
    assert not survey(project).replies(held.municipality_id, "b06")


def test_the_concept_reads_every_interview_by_its_own_version(project: OpenProject, held: Interview) -> None:
    columns = project.guides.present.question("b02").columns
    set_entries(project, "b02", [(column.id, column.label) for column in columns[::-1]])
    set_type(project, "b05", QuestionType.LONG_TEXT)

    (table,) = survey(project).replies(held.municipality_id, "b02")
    assert table.rows == (("Land", "2015", "E 9", "0,5", "Beauftragte"),)
    (words,) = survey(project).replies(held.municipality_id, "b05")
    assert words.text == "Jugendamt, Ausländerbehörde"


def test_what_was_chosen_from_a_register_is_printed_by_its_name_when_the_question_asks_for_words(
    project: OpenProject, held: Interview
) -> None:
    put_answer(project, Answer(id="", interview_id=held.id, question_id="m04", choices=("sprache", "gesundheit")))
    set_type(project, "m04", QuestionType.LONG_TEXT)

    (reply,) = survey(project).replies(held.municipality_id, "m04")
    assert reply.text == "Sprache, Gesundheit und Pflege"


def test_an_option_no_longer_offered_is_printed_where_it_was_chosen(project: OpenProject, held: Interview) -> None:
    set_entries(project, "b05", OFFICES)

    (reply,) = survey(project).replies(held.municipality_id, "b05")
    assert reply.choices == ("jugendamt", "auslaenderbehoerde")
    row = next(row for row in compare(project, "b05").rows if row.municipality_id == held.municipality_id)
    assert row.words == "Jugendamt, Ausländerbehörde"


def test_the_checker_asks_only_what_the_version_of_an_interview_asks(project: OpenProject, held: Interview) -> None:
    def required() -> set[str]:
        return {found.target.field for found in check(project) if found.rule == "required_unanswered"}

    new = add_question(project, "b", "b01", "Seit wann?")
    set_question(project, new, "required", value=True)
    set_question(project, "k02", "required", value=False)
    assert new not in required()
    assert "k02" in required()

    move(project, [held.id])
    assert new in required()
    assert "k02" not in required()


def test_the_impact_of_a_type_is_counted_before(project: OpenProject, held: Interview) -> None:
    assert held.guide_version == "2026-1"
    assert impact_of(project, "b01", QuestionType.LONG_TEXT).sentence == (
        "Es gibt eine Antwort dazu; sie bleibt, wie sie ist."
    )
    assert impact_of(project, "b01", QuestionType.NUMBER).sentence == (
        "Es gibt eine Antwort dazu: Was darin keinen Platz hat, geht in die Notiz neben der Frage. "
        "Verloren geht nichts: Jedes Gespräch behält seine Fassung, bis Sie es umstellen."
    )
    assert impact_of(project, "b05", QuestionType.LONG_TEXT).reworded == 1
    assert not impact_of(project, "c01", QuestionType.TEXT).sentence


def test_differences_are_told_by_question(project: OpenProject) -> None:
    new = add_question(project, "b", "b01", "Seit wann?")
    drop_question(project, "b07")
    set_entries(project, "b05", OFFICES)
    move_question(project, "h02", "h", 0)
    found = told_of(project)

    assert {key: item.kind for key, item in found.items()} == {
        new: Kind.NEW,
        "b05": Kind.CHANGED,
        "b07": Kind.DROPPED,
        "h02": Kind.CHANGED,
    }
    assert found["b05"].lines == ("Antworten entfallen: „Jugendamt“ und „Einbürgerungsbehörde“",)
    assert found["h02"].lines == ("Steht an anderer Stelle",)


def test_a_number_that_follows_from_others_is_no_difference(project: OpenProject) -> None:
    before = project.guides.present
    new = add_question(project, "o", "o01", "Noch etwas?")

    assert set(told_of(project)) == {new}
    assert dict(marks(before, project.guides.present)) == {new: Kind.NEW}


def test_the_versions_travel_with_the_interchange_file(
    project: OpenProject, held: Interview, tmp_path: Path, surroundings: Surroundings
) -> None:
    set_question(project, "b01", "short", "Amt")
    export_data(project, tmp_path / "a.json")
    import_data(tmp_path / "a.json", tmp_path / "b.kizdesk", surroundings)

    with OpenProject.open(tmp_path / "b.kizdesk", surroundings) as copy:
        assert copy.guides.present == project.guides.present
        assert copy.snapshot.all(GuideEdition) == project.snapshot.all(GuideEdition)
        assert copy.guides.of_interview(held).version == "2026-1"


@pytest.mark.parametrize("fault", ["{", "[]", '{"id": 1}'])
def test_a_version_that_cannot_be_read_is_not_taken_in(
    project: OpenProject, tmp_path: Path, surroundings: Surroundings, fault: str
) -> None:
    set_question(project, "b01", "short", "Amt")
    (edition,) = project.snapshot.all(GuideEdition)
    project.commit("Leitfaden ändern", Update(GuideEdition, edition.id, "content", fault))
    export_data(project, tmp_path / "a.json")

    with pytest.raises(EnvironmentFault, match="guide_edition"):
        import_data(tmp_path / "a.json", tmp_path / "b.kizdesk", surroundings)


def test_steps_are_told_in_words(project: OpenProject, held: Interview) -> None:
    def said(act: Callable[[], object]) -> str:
        before = project.snapshot
        act()
        assert project.undo_label is not None
        return told(project, before, project.snapshot, project.undo_label)

    assert said(lambda: set_question(project, "b01", "short", "Amt")) == "Frage B.1 geändert"
    assert said(lambda: drop_question(project, "b06")) == "Frage B.6 herausgenommen („2026-1.1“)"
    assert said(lambda: move(project, [held.id])).startswith("Leitfaden des Gesprächs geändert")
    assert said(lambda: choose_version(project, "2026-1")) == "Fassung des Leitfadens gewählt"


def test_what_is_known_from_an_earlier_version_goes_into_the_columns_of_today(
    project: OpenProject, held: Interview
) -> None:
    columns = project.guides.present.question("b02").columns
    set_entries(project, "b02", [(column.id, column.label) for column in columns[::-1]])
    now = add_interview(project, held.municipality_id)
    take_over(project, now.id, Place("b", "b02"))

    assert answer(project, now, "b02").rows == (("Land", "2015", "E 9", "0,5", "Beauftragte"),)
