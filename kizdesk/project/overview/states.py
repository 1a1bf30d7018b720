"""Say for each of the eight steps how far it is, in one line for the rail and one sentence for the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Principle
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.checking.findings import Finding, Severity, check, is_refused
from kizdesk.project.checking.points import counts, worded
from kizdesk.project.opened import OpenProject
from kizdesk.project.overview.agreement import participation_state
from kizdesk.project.overview.given import Given, StepState
from kizdesk.project.overview.phrases import Phrases
from kizdesk.project.overview.planning import basics_state, fields_state, focus_state, organisation_state
from kizdesk.project.overview.survey import evaluation_state, stocktaking_state
from kizdesk.project.reading import facts_of

__all__ = ["StepState", "step_states"]


def step_states(project: OpenProject, findings: Sequence[Finding] | None = None) -> tuple[StepState, ...]:
    """Return the eight states in the order of the steps; findings that are known already need not be sought again."""
    found = check(project) if findings is None else findings
    given = Given(project, facts_of(project), found, Phrases.of(project.library))
    return tuple(state(given) for state in _STATES)


def _output_state(given: Given) -> StepState:
    findings = given.findings
    if not findings:
        return StepState(Step.OUTPUT, 1.0, "nichts mehr offen", "", None)
    found = counts(findings)
    obstacles = found[Severity.OBSTACLE]
    line = worded(Severity.OBSTACLE, obstacles) if obstacles else "kein Hindernis"
    if not _is_begun(given.project):
        line = "kommt zum Schluss"
    share = 0.0 if is_refused(findings) else 1.0
    return StepState(Step.OUTPUT, share, line, _told(sum(found.values()), obstacles), Target(Step.OUTPUT))


def _is_begun(project: OpenProject) -> bool:
    """Tell whether anything is there that could be checked: before that, a number of obstacles only frightens."""
    snapshot = project.snapshot
    planned = any(field.status is not FieldStatus.PROPOSED for field in snapshot.all(FieldOfAction))
    held = any(interview.status is not InterviewStatus.PLANNED for interview in snapshot.all(Interview))
    return planned or held or any(snapshot.all(kind) for kind in (Principle, FocusPeriod, ConceptVersion))


def _told(count: int, obstacles: int) -> str:
    """Say how much the check names; none of it keeps anybody from exporting."""
    if obstacles:
        words = worded(Severity.OBSTACLE, obstacles)
        return f"Die Prüfung nennt noch {words}; ausgeben lässt sich das Konzept auch so."
    words = "einen offenen Punkt" if count == 1 else f"{count} offene Punkte"
    return f"Die Prüfung nennt noch {words}, aber kein Hindernis; ausgeben lässt sich das Konzept auch so."


_STATES: tuple[Callable[[Given], StepState], ...] = (
    basics_state,
    stocktaking_state,
    evaluation_state,
    fields_state,
    focus_state,
    organisation_state,
    participation_state,
    _output_state,
)
