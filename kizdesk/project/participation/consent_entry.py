"""Enter what municipalities answered about a version: one by one, or by one statement for several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kizdesk.concept.german import municipality_named
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import clean, fold, sort_key
from kizdesk.domain.versions import ConceptVersion, day_of
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject, is_before_version
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import refuse_details
from kizdesk.project.records import consequences, next_position, updates

_FOUR_WEEKS = timedelta(weeks=4)
_WEEK = timedelta(weeks=1)
_SATURDAY = 5
_WRITERS = (fold("bürgermeister"), "verwaltung")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWish:
    """Say what a body answered; a body that is not known yet by its name is created with the vote."""

    version_id: str
    body_name: str
    result: VoteResult
    kind: VoteKind = VoteKind.RESOLUTION
    decided_on: date | None = None
    proof: str = ""
    conditions: tuple[str, ...] = ()
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None


def record_consent(project: OpenProject, municipality_id: str, wish: ConsentWish) -> Vote:
    """Record the answer of one municipality, in one step with its body; raises UserError if something is missing."""
    project.snapshot.get(Municipality, municipality_id)
    body, made = _body(project, wish, BodyLevel.MUNICIPALITY, municipality_id)
    vote = _vote(project, wish, body)
    project.commit("Antwort zum Einvernehmen eintragen", *made, Create(vote))
    return vote


def record_collective(project: OpenProject, municipality_ids: Sequence[str], wish: ConsentWish) -> Vote:
    """Record one statement for several municipalities; raises UserError if it speaks for none."""
    body, made = _body(project, wish, BodyLevel.DISTRICT, "")
    vote = _vote(project, wish, body, _spoken_for(project, municipality_ids))
    project.commit("Sammelerklärung eintragen", *made, Create(vote))
    return vote


def delete_answer(project: OpenProject, vote_id: str) -> None:
    """Delete what a municipality answered, or what several did together."""
    changes = consequences(project.snapshot, Vote, vote_id)
    if project.snapshot.get(Vote, vote_id).kind is VoteKind.COLLECTIVE:
        project.commit("Sammelerklärung löschen", *changes)
    else:
        project.commit("Antwort zum Einvernehmen löschen", *changes)


def change_consent(project: OpenProject, vote_id: str, wish: ConsentWish, municipality_ids: Sequence[str] = ()) -> None:
    """Change a recorded answer in one step; a collective statement keeps speaking for the municipalities given."""
    old = project.snapshot.get(Vote, vote_id)
    former = project.snapshot.get(Body, old.body_id)
    speaks_for = _spoken_for(project, municipality_ids) if old.kind is VoteKind.COLLECTIVE else ()
    body, made = _body(project, wish, former.level, former.municipality_id)
    new = _vote(project, wish, body, speaks_for)
    kept = ("result", "kind", "body_id", "speaks_for", "decided_on", "proof", "conditions", "yes", "no", "abstentions")
    changes = updates(old, {name: getattr(new, name) for name in kept})
    project.commit("Antwort zum Einvernehmen ändern", *made, *changes)


def remark_on_day(snapshot: Snapshot, version_id: str, day: date | None) -> str:
    """Say that an answer is dated before the version it is about, which may be right; empty if it is not."""
    version = snapshot.find(ConceptVersion, version_id)
    if version is None or day is None or not is_before_version(day, version):
        return ""
    return (
        f"Das Datum {day:%d.%m.%Y} liegt vor Fassung {version.number} vom {day_of(version):%d.%m.%Y}. "
        "Das stimmt nur, wenn der Entwurf vorher verschickt wurde; sonst bitte berichtigen."
    )


def letter_of(day: date) -> str:
    """Return how a letter is named as proof: ``Schreiben vom 20.11.2026``."""
    return f"Schreiben vom {day:%d.%m.%Y}"


def bodies_of(project: OpenProject, municipality_id: str) -> tuple[str, ...]:
    """Return who may answer for a municipality: its bodies, then those that usually do."""
    place = project.snapshot.get(Municipality, municipality_id)
    known = [body for body in _bodies(project) if body.municipality_id == municipality_id]
    named = municipality_named(place)
    usual = (f"Rat der {named}", f"Verwaltung der {named}")
    return _named(known, usual)


def writer_of(project: OpenProject, municipality_id: str) -> str:
    """Return who usually writes for a municipality: its mayor if that body is known, else its administration."""
    names = bodies_of(project, municipality_id)
    return next((name for word in _WRITERS for name in names if word in fold(name)), names[0])


def conferences(project: OpenProject) -> tuple[str, ...]:
    """Return who may speak for several municipalities: conferences first."""
    known = [body for body in _bodies(project) if body.level is not BodyLevel.MUNICIPALITY and not body.adopts]
    known.sort(key=_not_of_mayors)
    return _named(known, () if known else ("Konferenz der Bürgermeisterinnen und Bürgermeister",))


def proposed_due(project: OpenProject) -> date:
    """Return a sensible last day for answers: in four weeks, but a week before the concept is adopted."""
    today = project.now().date()
    due = today + _FOUR_WEEKS
    meeting = next_adoption(project)
    if meeting is not None and meeting.held_on is not None and today + _WEEK < meeting.held_on - _WEEK < due:
        due = meeting.held_on - _WEEK
    return due - timedelta(days=max(0, due.weekday() - _SATURDAY + 1))


def next_adoption(project: OpenProject) -> Consultation | None:
    """Return the next meeting of the body that adopts the concept, or None if none is planned."""
    snapshot, today = project.snapshot, project.now().date()
    adopting = {body.id for body in snapshot.all(Body) if body.adopts}
    coming = [
        (meeting.held_on, meeting)
        for meeting in snapshot.all(Consultation)
        if meeting.body_id in adopting and meeting.held_on is not None and meeting.held_on >= today
    ]
    return min(coming, key=_first, default=(None, None))[1]


def _first(pair: tuple[date | None, Consultation | None]) -> date:
    return pair[0] or date.max


def _bodies(project: OpenProject) -> list[Body]:
    return sorted(project.snapshot.all(Body), key=_place)


def _place(body: Body) -> tuple[int, tuple[str, str]]:
    return body.position, sort_key(body.name)


def _not_of_mayors(body: Body) -> int:
    name = fold(body.name)
    return 0 if fold("bürgermeister") in name else 1 if "konferenz" in name else 2


def _named(known: Sequence[Body], usual: Sequence[str]) -> tuple[str, ...]:
    names = {fold(body.name): body.name for body in known}
    for name in usual:
        names.setdefault(fold(name), name)
    return tuple(names.values())


def _body(
    project: OpenProject, wish: ConsentWish, level: BodyLevel, municipality_id: str
) -> tuple[Body, tuple[Change, ...]]:
    name = clean(wish.body_name).strip()
    if not name:
        raise UserError("Bitte eintragen, welches Gremium oder wer für die Kommune gesprochen hat.")
    for body in project.snapshot.all(Body):
        same_side = (body.level is BodyLevel.MUNICIPALITY) == (level is BodyLevel.MUNICIPALITY)
        if same_side and body.municipality_id == municipality_id and fold(body.name) == fold(name):
            return body, ()
    made = Body(
        id=project.new_id(),
        name=name,
        level=level,
        municipality_id=municipality_id,
        position=next_position(project.snapshot, Body),
    )
    return made, (Create(made),)


def _spoken_for(project: OpenProject, municipality_ids: Sequence[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(municipality_ids))
    if not wanted:
        raise UserError("Bitte ankreuzen, für welche Kommunen die Sammelerklärung spricht.")
    for ags in wanted:
        project.snapshot.get(Municipality, ags)
    return wanted


def _vote(project: OpenProject, wish: ConsentWish, body: Body, speaks_for: tuple[str, ...] = ()) -> Vote:
    if project.snapshot.find(ConceptVersion, wish.version_id) is None:
        raise UserError("Ein Einvernehmen gilt immer genau einer Fassung. Bitte zuerst eine Fassung festschreiben.")
    conditional = wish.result is VoteResult.WITH_CONDITIONS
    is_letter = wish.kind is VoteKind.IN_WRITING and not speaks_for
    vote = Vote(
        id=project.new_id(),
        subject=VoteSubject.VERSION,
        subject_id=wish.version_id,
        body_id=body.id,
        kind=VoteKind.COLLECTIVE if speaks_for else wish.kind,
        result=wish.result,
        yes=wish.yes,
        no=wish.no,
        abstentions=wish.abstentions,
        conditions=tuple(text for line in wish.conditions if (text := clean(line).strip())) if conditional else (),
        speaks_for=speaks_for,
        decided_on=wish.decided_on,
        proof=clean(wish.proof).strip() or (letter_of(wish.decided_on) if is_letter and wish.decided_on else ""),
    )
    refuse_details(vote)
    return vote
