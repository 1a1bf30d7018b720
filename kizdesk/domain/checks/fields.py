"""Look for gaps in principles, fields of action, goals and measures."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.checks.base import Facts, Hit, at
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, MeasureStatus, Principle
from kizdesk.domain.steps import Step, Target


def principles_missing(facts: Facts) -> Iterator[Hit]:
    """Find that there are no Leitlinien."""
    if not facts.snapshot.all(Principle):
        yield Hit("no_principles", Target(Step.FIELDS, "principle"))


def fields_incomplete(facts: Facts) -> Iterator[Hit]:
    """Find adopted fields without guiding goal or goals."""
    with_goal = {goal.field_id for goal in facts.snapshot.all(Goal)}
    for field in facts.snapshot.all(FieldOfAction):
        if field.status is not FieldStatus.ADOPTED:
            continue
        if not field.guiding_goal.strip():
            yield Hit("field_without_guiding_goal", at(Step.FIELDS, field, "guiding_goal"), {"feld": field.title})
        if field.id not in with_goal:
            yield Hit("field_without_goal", at(Step.FIELDS, field), {"feld": field.title})


def goals_without_measure(facts: Facts) -> Iterator[Hit]:
    """Find goals that no measure serves."""
    served = {measure.goal_id for measure in facts.snapshot.all(Measure)}
    for goal in facts.snapshot.all(Goal):
        if goal.id not in served:
            yield Hit("goal_without_measure", at(Step.FIELDS, goal), {"ziel": goal.title})


def measures_incomplete(facts: Facts) -> Iterator[Hit]:
    """Find measures without lead, period, indicator or a word on their money."""
    for measure in facts.snapshot.all(Measure):
        if measure.status is MeasureStatus.DROPPED:
            continue
        values = {"massnahme": measure.title}
        if not measure.lead:
            yield Hit("measure_without_lead", at(Step.FIELDS, measure, "lead"), values)
        if measure.starts is None and measure.ends is None:
            yield Hit("measure_without_period", at(Step.FIELDS, measure, "starts"), values)
        if not measure.indicator:
            yield Hit("measure_without_indicator", at(Step.FIELDS, measure, "indicator"), values)
        if measure.effort_eur is None and not measure.funding:
            yield Hit("measure_funding_open", at(Step.FIELDS, measure, "effort_eur"), values)
