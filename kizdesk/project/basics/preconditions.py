"""Say which preconditions the law sets, and which of them the project meets now."""

from __future__ import annotations

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.legal import Precondition, PreconditionState
from kizdesk.project.checking.findings import Finding, check
from kizdesk.project.checking.points import points
from kizdesk.project.opened import OpenProject

_PLACES = {
    "no_version": Target(Step.PARTICIPATION, "concept_version"),
    "council_resolution_missing": Target(Step.PARTICIPATION, "vote"),
    "consent_open": Target(Step.PARTICIPATION, "consent_request"),
    "free_providers_missing": Target(Step.BASICS, "actor"),
    "volunteers_missing": Target(Step.BASICS, "actor"),
    "task_missing": Target(Step.ORGANISATION, "centre_task"),
}

_ALSO_BROKEN_BY = {
    "council_resolution_missing": ("council_refused", "no_version"),
    "consent_open": ("consent_refused", "consent_conditional", "consent_earlier_version", "no_version"),
    "focus_strand_missing": ("focus_missing",),
    "focus_not_two_years": ("focus_missing",),
    "self_commitment_missing": ("focus_missing",),
}
"""What else keeps a precondition from being met than the rule it names."""


def preconditions(project: OpenProject) -> tuple[PreconditionState, ...]:
    """Return the preconditions of the legal basis in its order; takes as long as the checker."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in check(project):
        by_rule.setdefault(finding.rule, []).append(finding)
    law = project.library.legal_basis(project.settings.legal_basis_id)
    return tuple(_state(precondition, by_rule) for precondition in law.preconditions)


def _state(asked: Precondition, by_rule: dict[str, list[Finding]]) -> PreconditionState:
    rule = asked.rule
    rules = (rule, *_ALSO_BROKEN_BY.get(rule, ()))
    if rule == "consent_open" and "district_without_municipalities" in by_rule:
        rules = ()
    found = [finding for name in rules for finding in by_rule.get(name, ())]
    is_met = not found if rule else None
    target, advice = _PLACES.get(rule), ""
    if found:
        first, *others = points(found)
        more = f" (und {len(others)} weitere)" if others else ""
        target, advice = first.target, f"{first.headline}{more} {first.advice}"
    return PreconditionState(asked.id, asked.text, asked.source, is_met, advice, target)
