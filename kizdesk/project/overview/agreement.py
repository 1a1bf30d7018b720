"""Say how far the consent of the municipalities to the latest version is."""

from __future__ import annotations

from kizdesk.domain.checks import Step
from kizdesk.project.concept import latest_version
from kizdesk.project.overview.given import COMPLETE, Given, StepState
from kizdesk.project.participation.votes import consents


def participation_state(given: Given) -> StepState:
    """Return how many municipalities agreed to the latest version, and what else the agreement lacks."""
    step, latest = Step.PARTICIPATION, latest_version(given.project)
    if latest is None:
        return given.state(step, 0.0, "noch keine Fassung")
    gaps = len(given.pressing(step))
    register = [] if given.is_city else consents(given.project, latest.id)
    if not register:
        line = f"Fassung {latest.number} {COMPLETE}" if not gaps else f"Fassung {latest.number}, Beschluss offen"
        return given.state(step, 1.0 if not gaps else 0.5, line)
    agreed = sum(consent.holds for consent in register)
    share = agreed / len(register)
    line = f"{agreed} von {len(register)} zur Fassung {latest.number}"
    return given.state(step, share, line)
