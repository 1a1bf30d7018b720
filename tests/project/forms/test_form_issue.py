"""Test the record of a form that was sent."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import Municipality
from kizdesk.project.durable.interchange import exported
from kizdesk.project.forms.wish import FormWish, issues
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, delete, set_value

DORMAGEN = "05162004"


@pytest.fixture
def issue(project: OpenProject) -> FormIssue:
    """Return a form for Dormagen that asks about two fields of action."""
    fields = tuple(field.id for field in project.snapshot.all(FieldOfAction)[:2])
    (made,) = issues(project, FormWish((DORMAGEN,), field_ids=fields, return_by=date(2026, 3, 1)))
    return add(project, made)


def test_a_form_cannot_become_due_before_it_was_sent(project: OpenProject, issue: FormIssue) -> None:
    with pytest.raises(UserError, match=r"01\.01\.2026 zurück.*ausgegeben wird \(05\.01\.2026\)"):
        set_value(project, FormIssue, issue.id, "return_by", date(2026, 1, 1))


def test_a_form_goes_with_its_municipality(project: OpenProject, issue: FormIssue) -> None:
    delete(project, Municipality, issue.municipality_id)
    assert project.snapshot.all(FormIssue) == ()


def test_a_form_lets_go_of_a_field_of_action_that_is_deleted(project: OpenProject, issue: FormIssue) -> None:
    delete(project, FieldOfAction, issue.field_ids[0])
    assert project.snapshot.get(FormIssue, issue.id).field_ids == issue.field_ids[1:]


def test_a_form_is_part_of_the_interchange_format(project: OpenProject, issue: FormIssue) -> None:
    assert f'"id": "{issue.id}"'.encode() in exported(project)
    assert b'"form_issue"' in exported(project)
