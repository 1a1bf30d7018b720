"""Step 4, Handlungsfelder: adopt fields of action, give them goals and measures."""

from __future__ import annotations

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Strand
from kizdesk.domain.focus import Focus
from kizdesk.domain.texts import clean
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, next_position, set_values


def add_field(project: OpenProject, title: str, strand: Strand) -> FieldOfAction:
    """Add a field of action of the district's own."""
    field = FieldOfAction(
        id=project.new_id(),
        title=_required(title, "Handlungsfeld"),
        strand=strand,
        status=FieldStatus.ADOPTED,
        position=next_position(project.snapshot, FieldOfAction),
    )
    return add(project, field)


def adopt_field(project: OpenProject, field_id: str) -> None:
    """Make a field of action part of the concept."""
    set_values(project, FieldOfAction, field_id, {"status": FieldStatus.ADOPTED}, label="Handlungsfeld aufnehmen")


def take_field_out(project: OpenProject, field_id: str) -> None:
    """Take a field of action out of the concept; a field that was a focus becomes an earlier one."""
    focused = any(focus.field_id == field_id for focus in project.snapshot.all(Focus))
    status = FieldStatus.FORMER if focused else FieldStatus.PROPOSED
    set_values(project, FieldOfAction, field_id, {"status": status}, label="Handlungsfeld herausnehmen")


def add_goal(project: OpenProject, field_id: str, title: str) -> Goal:
    """Add a goal to a field of action."""
    snapshot = project.snapshot
    snapshot.get(FieldOfAction, field_id)
    goal = Goal(
        id=project.new_id(),
        field_id=field_id,
        title=_required(title, "Ziel"),
        position=next_position(snapshot, Goal),
    )
    return add(project, goal)


def add_measure(project: OpenProject, goal_id: str, title: str) -> Measure:
    """Add a measure to a goal."""
    snapshot = project.snapshot
    snapshot.get(Goal, goal_id)
    measure = Measure(
        id=project.new_id(),
        goal_id=goal_id,
        title=_required(title, "Maßnahme"),
        position=next_position(snapshot, Measure),
    )
    return add(project, measure)


def _required(title: str, what: str) -> str:
    named = clean(title).strip()
    if not named:
        raise UserError(f"{what}: Bitte eine Bezeichnung eingeben.")
    return named
