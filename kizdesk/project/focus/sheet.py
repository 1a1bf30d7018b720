"""Read the focus of a period: the fields that can be chosen, and how it stands with the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.votes import Vote, VoteSubject
from kizdesk.project.focus.edit import focuses_of
from kizdesk.project.focus.rules import FocusRule, focus_rules
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of, short_day
from kizdesk.project.wording.labels import Labels


@dataclass(frozen=True, slots=True)
class FocusOption:
    """Be one field of action that is a focus of the period or can become one."""

    field_id: str
    title: str
    strand: Strand
    adopted: bool
    """False for a field that was chosen and has left the concept since."""
    focus: Focus | None


@dataclass(frozen=True, slots=True)
class FocusVote:
    """Be what a body said on the focus of a period."""

    vote_id: str
    body: str
    result: str
    day: str
    proof: str


@dataclass(frozen=True, slots=True)
class FocusSheet:
    """Be one period as a page shows it."""

    period: FocusPeriod
    options: tuple[FocusOption, ...]
    """The chosen fields in their order, then the others in theirs."""
    rules: tuple[FocusRule, ...]
    votes: tuple[FocusVote, ...]


def period_text(period: FocusPeriod) -> str:
    """Return a period as people write it: ``06.03.2013 bis 05.03.2015``."""
    return f"{short_day(period.starts)} bis {short_day(period.ends)}"


def present_period(project: OpenProject) -> FocusPeriod | None:
    """Return the period that today lies in, else the next one, else the last one."""
    periods, today = facts_of(project).periods, project.now().date()
    return next((period for period in periods if period.ends >= today), periods[-1] if periods else None)


def focus_sheet(project: OpenProject, period_id: str) -> FocusSheet:
    """Return a period with what can be chosen and how it stands with the rules; raises UserError if it is gone."""
    facts = facts_of(project)
    period = facts.snapshot.get(FocusPeriod, period_id)
    chosen = focuses_of(facts.snapshot, period_id)
    known = facts.snapshot.by_id(FieldOfAction)
    held = {focus.field_id for focus in chosen}
    options = [_option(known[focus.field_id], focus) for focus in chosen if focus.field_id in known]
    options += [_option(field, None) for field in facts.adopted if field.id not in held]
    return FocusSheet(period, tuple(options), tuple(focus_rules(project, period)), tuple(_votes(project, period_id)))


def _option(field: FieldOfAction, focus: Focus | None) -> FocusOption:
    return FocusOption(field.id, field.title, field.strand, field.status is FieldStatus.ADOPTED, focus)


def _votes(project: OpenProject, period_id: str) -> Iterator[FocusVote]:
    found = [vote for vote in project.snapshot.all(Vote) if vote.subject is VoteSubject.FOCUS]
    if found:
        labels, bodies = Labels(project.library), {body.id: body.name for body in facts_of(project).bodies}
        for vote in found:
            if vote.subject_id not in ("", period_id):
                continue
            day = short_day(vote.decided_on) if vote.decided_on else ""
            yield FocusVote(vote.id, bodies.get(vote.body_id, ""), labels.of(vote.result), day, vote.proof)
