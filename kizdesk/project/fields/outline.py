"""Read the fields of action as an outline with counts, and all measures in one table."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.concept.facts import Facts
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Strand
from kizdesk.domain.texts import sort_key
from kizdesk.project.evaluation.evidence import passages_per_field
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of


@dataclass(frozen=True, slots=True)
class GoalBranch:
    """Be a goal with its measures in their order."""

    goal: Goal
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class FieldBranch:
    """Be a field of action with its goals in their order, and how many passages speak for it."""

    field: FieldOfAction
    goals: tuple[GoalBranch, ...]
    evidence: int

    @property
    def adopted(self) -> bool:
        """Tell whether the field is part of the concept."""
        return self.field.status is FieldStatus.ADOPTED

    @property
    def measures(self) -> int:
        """Return how many measures the field has."""
        return sum(len(branch.measures) for branch in self.goals)


@dataclass(frozen=True, slots=True)
class StrandBranch:
    """Be a strand with its fields: those of the concept in their order, then the others."""

    strand: Strand
    fields: tuple[FieldBranch, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Be a measure in the table of all measures."""

    measure: Measure
    goal: str
    field: str
    strand: Strand
    adopted: bool
    places: str
    """Names of the municipalities it is for."""


def field_outline(project: OpenProject) -> tuple[StrandBranch, ...]:
    """Return both strands with fields, goals and measures."""
    facts = facts_of(project)
    evidence = passages_per_field(project)
    branches = [
        FieldBranch(
            field,
            tuple(GoalBranch(goal, facts.measures.get(goal.id, ())) for goal in facts.goals.get(field.id, ())),
            evidence[field.id],
        )
        for field in sorted(facts.fields, key=_adopted_first)
    ]
    return tuple(
        StrandBranch(strand, tuple(branch for branch in branches if branch.field.strand is strand)) for strand in Strand
    )


def all_measures(project: OpenProject) -> tuple[MeasureRow, ...]:
    """Return the measures of all fields in the order of the outline."""
    facts = facts_of(project)
    return tuple(
        MeasureRow(measure, branch.goal.title, field.field.title, strand.strand, field.adopted, _places(facts, measure))
        for strand in field_outline(project)
        for field in strand.fields
        for branch in field.goals
        for measure in branch.measures
    )


def _adopted_first(field: FieldOfAction) -> tuple[bool, int, tuple[str, str]]:
    return field.status is not FieldStatus.ADOPTED, field.position, sort_key(field.title)


def _places(facts: Facts, measure: Measure) -> str:
    return ", ".join(facts.places(measure.municipality_ids))
