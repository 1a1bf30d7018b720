"""Describe the outline of strands, fields, goals and measures as branches of a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure
from kizdesk.domain.interviews import Evidence
from kizdesk.domain.kinds import counted
from kizdesk.project.fields.outline import FieldBranch, GoalBranch, StrandBranch
from kizdesk.project.wording.labels import Labels

STRAND, FIELD, GOAL, MEASURE = "strand", "field_of_action", "goal", "measure"
PARENTS = {FIELD: STRAND, GOAL: FIELD, MEASURE: GOAL}
"""Below which kind a kind stands."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Be one line of the outline with what stands below it."""

    kind: str
    id: str
    title: str
    detail: str = ""
    below: tuple[Branch, ...] = ()
    fixed: bool = False
    """Has no place of its own in the order."""
    proposed: bool = False
    """Can be adopted at once."""

    @property
    def key(self) -> str:
        """Return what tells the branch from all others."""
        return f"{self.kind}:{self.id}"


def branches(outline: Sequence[StrandBranch], labels: Labels) -> tuple[Branch, ...]:
    """Return the outline as branches with their words."""
    return tuple(
        Branch(
            STRAND,
            strand.strand.value,
            labels.of(strand.strand),
            below=tuple(_field(field, labels) for field in strand.fields),
            fixed=True,
        )
        for strand in outline
    )


def walk(found: Sequence[Branch]) -> Iterator[Branch]:
    """Yield all branches from top to bottom."""
    for branch in found:
        yield branch
        yield from walk(branch.below)


def _field(branch: FieldBranch, labels: Labels) -> Branch:
    return Branch(
        FIELD,
        branch.field.id,
        branch.field.title or "ohne Bezeichnung",
        _counts(branch, labels),
        tuple(_goal(goal) for goal in branch.goals),
        fixed=not branch.adopted,
        proposed=not branch.adopted,
    )


def _counts(branch: FieldBranch, labels: Labels) -> str:
    words = [] if branch.adopted else [_status(branch.field, labels)]
    if branch.adopted or branch.goals:
        words += [counted(Goal, len(branch.goals)), counted(Measure, branch.measures)]
    if branch.adopted or branch.evidence:
        words.append(counted(Evidence, branch.evidence))
    return " · ".join(words)


def _status(field: FieldOfAction, labels: Labels) -> str:
    return "Vorschlag" if field.status is FieldStatus.PROPOSED else labels.of(field.status)


def _goal(branch: GoalBranch) -> Branch:
    below = tuple(Branch(MEASURE, item.id, item.title or "ohne Bezeichnung") for item in branch.measures)
    detail = counted(Measure, len(below)) if below else "noch keine Maßnahme"
    return Branch(GOAL, branch.goal.id, branch.goal.title or "ohne Bezeichnung", detail, below)
