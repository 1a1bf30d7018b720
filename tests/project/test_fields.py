import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.project.fields import add_field, adopt_field, take_field_out
from kizdesk.project.opened import OpenProject


def status(project: OpenProject, field_id: str) -> FieldStatus:
    return project.snapshot.get(FieldOfAction, field_id).status


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
