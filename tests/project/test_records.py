from datetime import date
from decimal import Decimal

import pytest

from kizdesk.domain.cost import Post
from kizdesk.domain.errors import ShapeError, UserError
from kizdesk.domain.fields import FieldOfAction, Goal, Measure
from kizdesk.domain.focus import Focus
from kizdesk.domain.interviews import Answer, Evidence, Interview, Offering
from kizdesk.domain.people import Body, Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.places import District
from kizdesk.domain.references import PointersTo, dangling, pointers
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.durable.interchange import exported
from kizdesk.project.fields.edit import add_goal, add_measure, adopt_field
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, delete, losses, reorder, set_value, set_values


@pytest.fixture
def goal(project: OpenProject) -> Goal:
    adopt_field(project, "schule")
    return add_goal(project, "schule", "Übergänge sichern")


def test_a_value_is_taken_in_the_type_of_its_field(project: OpenProject) -> None:
    add(project, Post(id="leitung", title="Leitung", fte=Decimal(1)))

    set_value(project, Post, "leitung", "personnel_cost", "61500.50")

    assert project.snapshot.get(Post, "leitung").personnel_cost == Decimal("61500.50")


def test_a_value_of_another_type_is_refused(project: OpenProject, goal: Goal) -> None:
    measure = add_measure(project, goal.id, "Lotsen")

    with pytest.raises(ShapeError, match="Möglich sind"):
        set_value(project, Measure, measure.id, "status", "irgendwie")


def test_an_id_can_never_be_set(project: OpenProject) -> None:
    with pytest.raises(KeyError):
        set_value(project, FieldOfAction, "schule", "id", "anders")


def test_the_same_value_again_is_no_change(project: OpenProject) -> None:
    before = len(project.log())

    set_value(project, FieldOfAction, "schule", "title", project.snapshot.get(FieldOfAction, "schule").title)

    assert len(project.log()) == before


def test_a_record_that_is_gone_cannot_be_edited(project: OpenProject) -> None:
    with pytest.raises(UserError, match="nicht mehr vorhanden"):
        set_value(project, Goal, "weg", "title", "x")


def test_deleting_a_field_takes_its_goals_and_measures_with_it(project: OpenProject, goal: Goal) -> None:
    add_measure(project, goal.id, "Lotsen")

    delete(project, FieldOfAction, "schule")

    assert project.snapshot.all(Goal) == ()
    assert project.snapshot.all(Measure) == ()


def test_a_deletion_with_all_it_took_is_undone_in_one_step(project: OpenProject, goal: Goal) -> None:
    add_measure(project, goal.id, "Lotsen")
    before = exported(project)
    delete(project, FieldOfAction, "schule")

    project.undo()

    assert exported(project) == before


def test_what_a_deletion_takes_is_told_before(project: OpenProject, goal: Goal) -> None:
    add_measure(project, goal.id, "Lotsen")

    assert losses(project.snapshot, FieldOfAction, "schule") == "1 Ziel, 1 Maßnahme"


def test_a_field_that_is_a_focus_cannot_be_deleted(example: OpenProject) -> None:
    with pytest.raises(UserError, match="Schwerpunkt"):
        delete(example, FieldOfAction, "bildung")

    assert example.snapshot.all(Focus)


def test_a_frozen_version_cannot_be_deleted(example: OpenProject) -> None:
    with pytest.raises(UserError, match="bleibt erhalten"):
        delete(example, ConceptVersion, "fassung-1")


def test_the_content_of_a_frozen_version_cannot_be_set(example: OpenProject) -> None:
    with pytest.raises(UserError, match="steht fest"):
        set_value(example, ConceptVersion, "fassung-1", "fingerprint", "0" * 64)


def test_a_body_that_voted_cannot_be_deleted(example: OpenProject) -> None:
    with pytest.raises(UserError, match="Votum"):
        delete(example, Body, "buergermeisterkonferenz")


def test_the_district_cannot_be_deleted(project: OpenProject) -> None:
    with pytest.raises(UserError, match="gehört zum Projekt"):
        delete(project, District, "05162")


def test_deleting_a_person_takes_the_privacy_consents(project: OpenProject) -> None:
    add(project, Person(id="p", name="Ł. Şahin"))
    add(project, PrivacyConsent(id="e", person_id="p", purpose=PrivacyPurpose.QUOTE))

    delete(project, Person, "p")

    assert project.snapshot.all(PrivacyConsent) == ()


def test_after_deleting_an_interview_nothing_points_to_it(example: OpenProject) -> None:
    delete(example, Interview, "gespraech-dormagen")

    snapshot = example.snapshot
    assert dangling(snapshot) == []
    assert not any(answer.interview_id == "gespraech-dormagen" for answer in snapshot.all(Answer))
    assert all(evidence.answer_id in snapshot.by_id(Answer) for evidence in snapshot.all(Evidence))
    assert snapshot.all(Offering)


def test_records_stand_in_the_order_they_are_put_in(project: OpenProject) -> None:
    reorder(project, FieldOfAction, ["sprache", "schule", "arbeit"])

    fields = project.snapshot.by_id(FieldOfAction)
    assert [fields[name].position for name in ("sprache", "schule", "arbeit")] == [1, 2, 3]


def test_nothing_in_the_example_points_to_what_is_not_there(example: OpenProject) -> None:
    assert [str(pointer) for pointer in dangling(example.snapshot)] == []


def test_a_new_record_cannot_point_to_what_is_not_there(project: OpenProject) -> None:
    with pytest.raises(UserError, match="Handlungsfeld „weg“ ist nicht vorhanden"):
        add(project, Goal(id="z", field_id="weg", title="Ziel"))

    assert project.snapshot.find(Goal, "z") is None


def test_a_record_cannot_be_turned_to_what_is_not_there(project: OpenProject, goal: Goal) -> None:
    with pytest.raises(UserError, match="nicht vorhanden"):
        set_value(project, Goal, goal.id, "field_id", "weg")

    assert dangling(project.snapshot) == []


def test_whatever_points_to_a_record_is_found(example: OpenProject) -> None:
    found = PointersTo(example.snapshot)
    known = list(pointers(example.snapshot))

    assert known
    for pointer in known:
        assert pointer in found.of(example.snapshot.get(pointer.target, pointer.target_id))


def test_an_edit_that_lets_a_record_end_before_it_begins_is_refused(project: OpenProject, goal: Goal) -> None:
    measure = add_measure(project, goal.id, "Lotsen")
    set_value(project, Measure, measure.id, "starts", date(2028, 1, 1))

    with pytest.raises(UserError, match=r"Das Ende \(31\.12\.2026\) liegt vor dem Beginn \(01\.01\.2028\)\."):
        set_value(project, Measure, measure.id, "ends", date(2026, 12, 31))
    assert project.snapshot.get(Measure, measure.id).ends is None


def test_both_ends_of_a_span_move_in_one_step(project: OpenProject, goal: Goal) -> None:
    measure = add_measure(project, goal.id, "Lotsen")
    set_values(project, Measure, measure.id, {"starts": date(2026, 1, 1), "ends": date(2026, 12, 31)})

    set_values(project, Measure, measure.id, {"starts": date(2028, 1, 1), "ends": date(2028, 12, 31)})

    assert project.snapshot.get(Measure, measure.id).starts == date(2028, 1, 1)


def test_what_a_file_holds_is_taken_and_its_other_fields_can_be_edited(project: OpenProject, goal: Goal) -> None:
    backwards = Measure(id="m", goal_id=goal.id, title="x", starts=date(2028, 1, 1), ends=date(2026, 12, 31))

    add(project, backwards)
    set_value(project, Measure, "m", "title", "Lotsen")

    assert project.snapshot.get(Measure, "m").title == "Lotsen"
