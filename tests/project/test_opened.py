from pathlib import Path

from kizdesk.domain.changes import Change
from kizdesk.domain.fields import FieldOfAction, Principle, Strand
from kizdesk.project.fields.edit import add_field
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings


def test_a_change_is_told_to_who_listens(project: OpenProject) -> None:
    told: list[tuple[Change, ...]] = []
    project.subscribe(told.append)

    add_field(project, "Sport", Strand.CROSS_CUTTING)

    assert len(told) == 1


def test_nothing_is_told_after_the_subscription_ended(project: OpenProject) -> None:
    told: list[tuple[Change, ...]] = []
    project.subscribe(told.append)()

    add_field(project, "Sport", Strand.CROSS_CUTTING)

    assert told == []


def test_undo_takes_the_last_step_back_and_redo_brings_it_again(project: OpenProject) -> None:
    field = add_field(project, "Sport", Strand.CROSS_CUTTING)

    assert project.undo() == "Handlungsfeld hinzufügen"
    assert project.snapshot.find(FieldOfAction, field.id) is None
    assert project.redo() == "Handlungsfeld hinzufügen"
    assert project.snapshot.find(FieldOfAction, field.id) == field


def test_undo_ends_before_the_birth_of_the_project(project: OpenProject) -> None:
    add_field(project, "Sport", Strand.CROSS_CUTTING)
    project.undo()

    assert project.undo() is None
    assert project.undo_label is None
    assert project.settings.title


def test_undo_works_after_the_project_was_closed(tmp_path: Path, surroundings: Surroundings) -> None:
    path = tmp_path / "p.kizdesk"
    with OpenProject.create(path, surroundings) as project:
        add(project, Principle(id="l1", title="Teilhabe"))

    with OpenProject.open(path, surroundings) as project:
        project.undo()
        assert project.snapshot.all(Principle) == ()


def test_pasted_text_is_cleaned_at_the_border(project: OpenProject) -> None:
    principle = add(project, Principle(id="l1", title="Teil\x00habe\x1f", text="a\r\nb"))

    assert principle.title == "Teilhabe"
    assert project.snapshot.get(Principle, "l1").text == "a\nb"


def test_right_to_left_letters_and_combining_marks_stay(project: OpenProject) -> None:
    add(project, Principle(id="l1", title="مرحبا · שלום · ạ̈"))

    assert project.snapshot.get(Principle, "l1").title == "مرحبا · שלום · ạ̈"


def test_search_finds_a_word_within_a_word(project: OpenProject) -> None:
    add_field(project, "Đorđević-Straße", Strand.CROSS_CUTTING)
    add(project, Principle(id="l1", title="x"))
    set_value(project, Principle, "l1", "text", "Die Straße der Familie Đorđević")

    assert project.search("dordevic")


def test_the_log_names_who_changed(project: OpenProject) -> None:
    assert {entry.who for entry in project.log()} == {"Erika Muster"}
