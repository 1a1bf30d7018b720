"""Judge a project by the rules of the checker; their wording and sources are data in ``resources``."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.checks import basics, fields, focus, organisation, output, participation, spans, stocktaking
from kizdesk.domain.checks.base import Facts, Hit, LeftOut, Rule, Unprinted
from kizdesk.domain.steps import Step, Target

__all__ = ["RULES", "Facts", "Hit", "LeftOut", "Rule", "Step", "Target", "Unprinted", "check"]

RULES: tuple[Rule, ...] = (
    spans.backwards,
    basics.texts_missing,
    basics.tasks_missing,
    basics.providers_missing,
    basics.volunteers_missing,
    stocktaking.interviews_missing,
    stocktaking.questions_open,
    stocktaking.answers_to_come,
    stocktaking.notice_not_given,
    stocktaking.interviews_not_released,
    stocktaking.released_changed,
    stocktaking.quotes_without_consent,
    stocktaking.offerings_without_field,
    stocktaking.evidence_stale,
    fields.principles_missing,
    fields.fields_incomplete,
    fields.goals_without_measure,
    fields.measures_incomplete,
    focus.periods,
    focus.latest_period,
    organisation.placement_open,
    organisation.cost_missing,
    organisation.cost_open,
    basics.without_municipalities,
    participation.versions,
    participation.consents,
    participation.votes_too_early,
    participation.collective_unspecified,
    participation.centre_only,
    participation.council,
    participation.statements_open,
    output.chapters_left_out,
    output.unprintable,
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield what the rules find, in the order of the steps."""
    for rule in RULES:
        yield from rule(facts)
