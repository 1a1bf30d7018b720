"""Step 4, Handlungsfelder: adopt fields of action, give them goals and measures, order and link them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Principle, Strand
from kizdesk.domain.focus import Focus
from kizdesk.domain.interviews import Evidence
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.texts import clean
from kizdesk.project.durable.borders import cleaned
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of
from kizdesk.project.records import add, next_position, set_values, updates


def add_principle(project: OpenProject, title: str) -> Principle:
    """Add a Leitlinie behind the others."""
    position = next_position(project.snapshot, Principle)
    return add(project, Principle(id=project.new_id(), title=_required(title, "Leitlinie"), position=position))


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
    """Make a field of action part of the concept, behind those of its strand that are part of it already."""
    snapshot = project.snapshot
    values: dict[str, object] = {"status": FieldStatus.ADOPTED}
    own = snapshot.get(FieldOfAction, field_id)
    last = max((other.position for other in facts_of(project).adopted if other.strand is own.strand), default=0)
    if own.position <= last:
        values["position"] = next_position(snapshot, FieldOfAction)
    set_values(project, FieldOfAction, field_id, values, label="Handlungsfeld aufnehmen")


def take_field_out(project: OpenProject, field_id: str) -> None:
    """Take a field of action out of the concept; a field that was a focus becomes an earlier one."""
    focused = any(focus.field_id == field_id for focus in project.snapshot.all(Focus))
    status = FieldStatus.FORMER if focused else FieldStatus.PROPOSED
    set_values(project, FieldOfAction, field_id, {"status": status}, label="Handlungsfeld herausnehmen")


def move_field(project: OpenProject, field_id: str, strand: Strand, place: int) -> None:
    """Put a field of the concept at a place, counted from 0, among those of a strand."""
    field = project.snapshot.get(FieldOfAction, field_id)
    if field.status is not FieldStatus.ADOPTED:
        raise UserError("Ein Vorschlag hat noch keinen Platz im Konzept. Bitte das Handlungsfeld zuerst aufnehmen.")
    others = [other for other in facts_of(project).adopted if other.strand is strand]
    _put(project, field, others, place, {"strand": strand})


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


def move_goal(project: OpenProject, goal_id: str, field_id: str, place: int) -> None:
    """Put a goal with its measures at a place, counted from 0, among those of a field."""
    goal = project.snapshot.get(Goal, goal_id)
    project.snapshot.get(FieldOfAction, field_id)
    _put(project, goal, facts_of(project).goals.get(field_id, ()), place, {"field_id": field_id})


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


def move_measure(project: OpenProject, measure_id: str, goal_id: str, place: int | None = None) -> None:
    """Put a measure at a place, counted from 0, among those of a goal; without a place behind them."""
    measure = project.snapshot.get(Measure, measure_id)
    project.snapshot.get(Goal, goal_id)
    others = facts_of(project).measures.get(goal_id, ())
    _put(project, measure, others, len(others) if place is None else place, {"goal_id": goal_id})


def duplicate_measure(project: OpenProject, measure_id: str) -> Measure:
    """Add a copy of a measure right behind it."""
    measure = project.snapshot.get(Measure, measure_id)
    copy = cleaned(replace(measure, id=project.new_id(), title=f"{measure.title} (Kopie)"))
    order: list[Measure] = []
    for other in facts_of(project).measures[measure.goal_id]:
        order += [other, copy] if other.id == measure_id else [other]
    made = replace(copy, position=order.index(copy) + 1)
    project.commit(
        "Maßnahme duplizieren", *_ordered([made if other is copy else other for other in order]), Create(made)
    )
    return made


def link_evidence(project: OpenProject, measure_id: str, evidence_id: str, *, linked: bool) -> None:
    """Let a measure rest on a piece of evidence, or no longer."""
    snapshot = project.snapshot
    snapshot.get(Evidence, evidence_id)
    held = tuple(item for item in snapshot.get(Measure, measure_id).evidence_ids if item != evidence_id)
    wanted = (*held, evidence_id) if linked else held
    label = "Beleg verknüpfen" if linked else "Beleg lösen"
    set_values(project, Measure, measure_id, {"evidence_ids": wanted}, label=label)


def _put(
    project: OpenProject,
    record: FieldOfAction | Goal | Measure,
    siblings: Sequence[FieldOfAction | Goal | Measure],
    place: int,
    values: dict[str, object],
) -> None:
    order = [other for other in siblings if other.id != record.id]
    order.insert(min(max(place, 0), len(order)), record)
    changes = [*updates(record, values), *_ordered(order)]
    project.commit(f"{kind_name(type(record))} verschieben", *changes)


def _ordered(order: Sequence[Record]) -> list[Change]:
    changes: list[Change] = []
    for position, record in enumerate(order, start=1):
        changes += updates(record, {"position": position})
    return changes


def _required(title: str, what: str) -> str:
    named = clean(title).strip()
    if not named:
        raise UserError(f"{what}: Bitte eine Bezeichnung eingeben.")
    return named
