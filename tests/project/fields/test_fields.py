import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Measure, Strand
from kizdesk.project.fields.edit import (
    add_field,
    adopt_field,
    duplicate_measure,
    link_evidence,
    move_field,
    move_goal,
    move_measure,
    take_field_out,
)
from kizdesk.project.fields.outline import all_measures, field_outline
from kizdesk.project.opened import OpenProject


def status(project: OpenProject, field_id: str) -> FieldStatus:
    return project.snapshot.get(FieldOfAction, field_id).status


def adopted(project: OpenProject, wanted: Strand) -> list[str]:
    fields = next(branch.fields for branch in field_outline(project) if branch.strand is wanted)
    return [branch.field.id for branch in fields if branch.adopted]


def measures(project: OpenProject, goal_id: str) -> list[str]:
    goals = (goal for strand in field_outline(project) for field in strand.fields for goal in field.goals)
    return [measure.id for goal in goals if goal.goal.id == goal_id for measure in goal.measures]


def test_a_field_taken_out_is_a_proposal_again(project: OpenProject) -> None:
    adopt_field(project, "schule")
    take_field_out(project, "schule")

    assert status(project, "schule") is FieldStatus.PROPOSED


def test_a_field_that_was_a_focus_stays_as_an_earlier_one(example: OpenProject) -> None:
    take_field_out(example, "bildung")

    assert status(example, "bildung") is FieldStatus.FORMER


def test_a_field_of_the_districts_own_needs_a_title(project: OpenProject) -> None:
    with pytest.raises(UserError, match="Bezeichnung"):
        add_field(project, "\u00a0\x00 ", Strand.EDUCATION)


def test_a_field_adopted_comes_behind_those_of_its_strand(project: OpenProject) -> None:
    adopt_field(project, "sprache")
    adopt_field(project, "schule")

    assert adopted(project, Strand.EDUCATION) == ["sprache", "schule"]


def test_a_field_moves_within_its_strand(example: OpenProject) -> None:
    move_field(example, "sprache", Strand.EDUCATION, 0)

    assert adopted(example, Strand.EDUCATION) == ["sprache", "bildung"]


def test_a_field_moves_into_the_other_strand_in_one_step(example: OpenProject) -> None:
    before = adopted(example, Strand.CROSS_CUTTING)
    move_field(example, "sprache", Strand.CROSS_CUTTING, 1)

    assert adopted(example, Strand.CROSS_CUTTING) == [before[0], "sprache", *before[1:]]
    example.undo()
    assert adopted(example, Strand.CROSS_CUTTING) == before


def test_a_proposal_has_no_place_to_be_moved_to(project: OpenProject) -> None:
    with pytest.raises(UserError, match="zuerst aufnehmen"):
        move_field(project, "schule", Strand.EDUCATION, 0)


def test_a_measure_moves_to_another_goal(example: OpenProject) -> None:
    move_measure(example, "massnahme-01", "ziel-bildung-schule", 1)

    assert measures(example, "ziel-bildung-schule")[:3] == ["massnahme-03", "massnahme-01", "massnahme-04"]


def test_a_measure_without_a_place_comes_last(example: OpenProject) -> None:
    move_measure(example, "massnahme-01", "ziel-bildung-schule")

    assert measures(example, "ziel-bildung-schule")[-1] == "massnahme-01"


def test_a_goal_takes_its_measures_along_to_another_field(example: OpenProject) -> None:
    move_goal(example, "ziel-bildung-eltern", "sprache", 0)

    goals = field_outline(example)[0].fields[1].goals
    assert goals[0].goal.id == "ziel-bildung-eltern"
    assert goals[0].measures


def test_a_copy_of_a_measure_stands_behind_it(example: OpenProject) -> None:
    copy = duplicate_measure(example, "massnahme-01")

    assert measures(example, "ziel-bildung-fruehe") == ["massnahme-01", copy.id, "massnahme-02"]
    assert copy.evidence_ids == example.snapshot.get(Measure, "massnahme-01").evidence_ids
    example.undo()
    assert measures(example, "ziel-bildung-fruehe") == ["massnahme-01", "massnahme-02"]


def test_evidence_is_linked_once_and_let_go(example: OpenProject) -> None:
    before = example.snapshot.get(Measure, "massnahme-05").evidence_ids
    link_evidence(example, "massnahme-05", "beleg-001", linked=True)
    link_evidence(example, "massnahme-05", "beleg-001", linked=True)

    assert example.snapshot.get(Measure, "massnahme-05").evidence_ids == (*before, "beleg-001")
    link_evidence(example, "massnahme-05", "beleg-001", linked=False)
    assert example.snapshot.get(Measure, "massnahme-05").evidence_ids == before


def test_the_outline_counts_and_puts_the_concept_first(example: OpenProject) -> None:
    adopt_field(example, "senioren")
    titles = [branch.field.id for branch in field_outline(example)[1].fields]

    assert titles.index("senioren") < titles.index("wohnen")
    education = field_outline(example)[0].fields[0]
    assert (len(education.goals), education.measures > 5, education.evidence > 10) == (4, True, True)


def test_the_table_holds_every_measure_with_its_places(example: OpenProject) -> None:
    rows = {row.measure.id: row for row in all_measures(example)}

    assert len(rows) == len(example.snapshot.all(Measure))
    assert rows["massnahme-01"].places == ""
    assert "," in rows["massnahme-02"].places
