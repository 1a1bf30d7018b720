"""Step 7: begin votes, edit them field by field, and list the consultations with the votes taken there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.errors import ElsewhereError
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.basics.timetable import when
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import refuse_vote
from kizdesk.project.records import set_values


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Be one consultation with what came of it."""

    id: str
    held_on: date | None
    day: str
    """The day in a few letters; a stretch of time as in the timetable."""
    title: str
    body: str
    outcome: str
    votes: int


def meetings(snapshot: Snapshot) -> tuple[MeetingRow, ...]:
    """Return the consultations, the latest first, those without a date at the end."""
    counts = Counter(vote.consultation_id for vote in snapshot.all(Vote))
    bodies = snapshot.by_id(Body)
    rows = [
        MeetingRow(
            id=held.id,
            held_on=held.held_on or held.until,
            day=when(held) if held.held_on or held.until else "ohne Tag",
            title=held.title,
            body=bodies[held.body_id].name if held.body_id in bodies else "",
            outcome=held.outcome,
            votes=counts[held.id],
        )
        for held in snapshot.all(Consultation)
    ]
    return tuple(sorted(rows, key=lambda row: (row.held_on is None, -(row.held_on or date.min).toordinal())))


def new_vote(project: OpenProject, consultation_id: str = "") -> Vote:
    """Return a vote to begin with: of the body of a consultation, or of the one that adopts the concept.

    Raises UserError if there is no body yet.
    """
    snapshot = project.snapshot
    held = snapshot.find(Consultation, consultation_id)
    body = snapshot.find(Body, held.body_id) if held is not None else None
    body = body or _first_body(snapshot)
    latest = latest_of(snapshot.all(ConceptVersion))
    return Vote(
        id=project.new_id(),
        subject=VoteSubject.CENTRE if latest is None else VoteSubject.VERSION,
        subject_id="" if latest is None else latest.id,
        body_id=body.id,
        kind=VoteKind.RESOLUTION,
        result=VoteResult.AGREED,
        decided_on=None if held is None else held.held_on,
        consultation_id=consultation_id,
    )


def change_vote(project: OpenProject, vote_id: str, values: dict[str, object], *, stay: str = "") -> None:
    """Edit a vote; what depends on the edited field follows.

    Another subject takes the latest version or period, another form than a collective statement speaks for nobody
    else. A consent with conditions may wait for its conditions. Raises UserError for what contradicts itself.
    """
    snapshot = project.snapshot
    vote = snapshot.get(Vote, vote_id)
    edits: dict[str, Any] = {**_followed(snapshot, vote, values), **values}
    edited = replace(vote, **edits)  # the type of each value is checked when it is written
    refuse_vote(project, _leniently(edited))
    set_values(project, Vote, vote_id, edits, label="Votum bearbeiten", stay=stay)


def subject_text(snapshot: Snapshot, vote: Vote) -> str:
    """Return in short what a vote is about: ``Fassung 2``, ``Schwerpunkte``, or the centre."""
    version = snapshot.find(ConceptVersion, vote.subject_id)
    if version is not None:
        return f"Fassung {version.number}"
    return "Schwerpunkte" if vote.subject is VoteSubject.FOCUS else "Zentrum"


def _first_body(snapshot: Snapshot) -> Body:
    bodies = sorted(snapshot.all(Body), key=lambda body: (not body.adopts, body.position, sort_key(body.name)))
    if not bodies:
        sentence = "Ein Votum gehört zu einem Gremium. Bitte zuerst eines anlegen."
        raise ElsewhereError(sentence, Target(Step.BASICS, "body"))
    return bodies[0]


def _followed(snapshot: Snapshot, vote: Vote, values: dict[str, object]) -> dict[str, object]:
    edits: dict[str, object] = {}
    subject = values.get("subject", vote.subject)
    if subject is not vote.subject and "subject_id" not in values:
        edits["subject_id"] = _latest_subject(snapshot, subject)
    if values.get("kind", vote.kind) is not VoteKind.COLLECTIVE and vote.speaks_for:
        edits["speaks_for"] = ()
    return edits


def _latest_subject(snapshot: Snapshot, subject: object) -> str:
    if subject is VoteSubject.VERSION:
        latest = latest_of(snapshot.all(ConceptVersion))
        return "" if latest is None else latest.id
    if subject is VoteSubject.FOCUS:
        periods = sorted(snapshot.all(FocusPeriod), key=lambda period: period.starts)
        return periods[-1].id if periods else ""
    return ""


def _leniently(vote: Vote) -> Vote:
    """Return the vote as if its conditions were there: they are typed after the result is chosen."""
    if vote.result is VoteResult.WITH_CONDITIONS and not vote.conditions:
        return replace(vote, conditions=("…",))
    return vote
