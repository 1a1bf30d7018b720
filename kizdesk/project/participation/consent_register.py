"""Make the register of consents for the window: one row per municipality, with what changed since it agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kizdesk.domain.places import Municipality
from kizdesk.domain.register import RegisterState, register_state, request_of
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Consent, Vote, VoteKind, VoteResult
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_changes import (
    ReadableChange,
    changes_between,
    concerning,
    measures_among,
    readable,
)
from kizdesk.project.participation.requests import consents

_FORMS = {
    VoteKind.IN_CONFERENCE: "Konferenz",
    VoteKind.IN_WRITING: "Schreiben",
    VoteKind.RESOLUTION: "Beschluss",
    VoteKind.COLLECTIVE: "Sammelerklärung",
}
_STATES = {
    RegisterState.GRANTED: "erteilt",
    RegisterState.EDITORIAL: "gilt fort",
    RegisterState.CONDITIONAL: "mit Bedingung",
    RegisterState.REQUESTED: "angefragt",
    RegisterState.OVERDUE: "überfällig",
    RegisterState.REFUSED: "abgelehnt",
    RegisterState.DEFERRED: "vertagt",
    RegisterState.OPEN: "offen",
}


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """Be where one municipality stands on a version, in words, with the records behind it."""

    municipality_id: str
    name: str
    state: RegisterState
    stands: str
    """The state in words, such as ``zur Fassung 2``."""
    version: int | None
    """Number of the version the vote is about; None without a vote."""
    version_id: str
    proof: str
    """Where the vote is written, or until when an answer is due."""
    conditions: tuple[str, ...]
    due_on: date | None
    reminded_on: date | None
    request_id: str
    vote_id: str
    ruling_id: str
    changes: int | None
    """Changed blocks since its consent that concern it; None while nobody has counted, or there is no consent."""
    measures: int | None
    """How many measures are among them."""

    @property
    def changed(self) -> str:
        """Return in words what changed since the consent: ``2 Maßnahmen``; empty for nothing or unknown."""
        if not self.changes:
            return ""
        measures, others = self.measures or 0, self.changes - (self.measures or 0)
        parts = [f"{measures} {'Maßnahme' if measures == 1 else 'Maßnahmen'}"] if measures else []
        more = "weitere " if measures else ""
        parts += [f"{others} {more}{'Stelle' if others == 1 else 'Stellen'}"] if others else []
        return ", ".join(parts)


def register(project: OpenProject, version_id: str) -> tuple[RegisterRow, ...]:
    """Return the register at once, without counting what changed; those who agreed to this very version have none."""
    snapshot, today = project.snapshot, project.now().date()
    requests = snapshot.all(ConsentRequest)
    return tuple(
        _row(project, consent, request_of(requests, consent.municipality_id, version_id), today)
        for consent in consents(project, version_id)
    )


def counted_register(project: OpenProject, version_id: str) -> tuple[RegisterRow, ...]:
    """Return the register with what changed since each consent; reads frozen trees, so let it run in a job."""
    return tuple(_counted(project, row, version_id) for row in register(project, version_id))


def changes_for(project: OpenProject, municipality_id: str, version_id: str) -> tuple[ReadableChange, ...]:
    """Return what changed for a municipality from the version it agreed to up to another one; empty without consent.

    An empty version is the present draft: it is compared with the consent to the latest version.
    """
    asked = version_id or _latest(project)
    row = next((row for row in register(project, asked) if row.municipality_id == municipality_id), None)
    if row is None or not row.version_id:
        return ()
    return readable(concerning(changes_between(project, row.version_id, version_id), municipality_id))


def _latest(project: OpenProject) -> str:
    versions = sorted(project.snapshot.all(ConceptVersion), key=lambda version: version.number)
    return versions[-1].id if versions else ""


def _counted(project: OpenProject, row: RegisterRow, version_id: str) -> RegisterRow:
    if row.changes is not None or not row.version_id:
        return row
    found = concerning(changes_between(project, row.version_id, version_id), row.municipality_id)
    return replace(row, changes=len(found), measures=measures_among(found))


def _row(project: OpenProject, consent: Consent, request: ConsentRequest | None, today: date) -> RegisterRow:
    snapshot, vote = project.snapshot, consent.vote
    version = snapshot.find(ConceptVersion, consent.version_id) if vote else None
    state = register_state(consent, request, today)
    unchanged = 0 if consent.is_granted else None
    return RegisterRow(
        municipality_id=consent.municipality_id,
        name=snapshot.get(Municipality, consent.municipality_id).name,
        state=state,
        stands=_stands(state, version, conditional=vote is not None and vote.result is VoteResult.WITH_CONDITIONS),
        version=version.number if version else None,
        version_id=version.id if version else "",
        proof=", ".join(_proof(consent, request, state)),
        conditions=vote.conditions if vote else (),
        due_on=request.due_on if request else None,
        reminded_on=request.reminded_on if request else None,
        request_id=request.id if request else "",
        vote_id=vote.id if vote else "",
        ruling_id=consent.ruling.id if consent.ruling else "",
        changes=unchanged,
        measures=unchanged,
    )


def _stands(state: RegisterState, version: ConceptVersion | None, *, conditional: bool) -> str:
    if state is RegisterState.EARLIER_VERSION:
        to = f"zur Fassung {version.number}" if version else "zu früherer Fassung"
        return f"{to}, bedingt" if conditional else to
    return _STATES[state]


def _proof(consent: Consent, request: ConsentRequest | None, state: RegisterState) -> Iterator[str]:
    if state in (RegisterState.REQUESTED, RegisterState.OVERDUE) and request is not None:
        yield from _asked(request, state)
    elif consent.vote is not None:
        yield from _written(consent.vote)
        if consent.ruling is not None:
            when = f" am {_day(consent.ruling.decided_on)}" if consent.ruling.decided_on else ""
            yield f"redaktionelle Änderungen bestätigt{when}"


def _asked(request: ConsentRequest, state: RegisterState) -> Iterator[str]:
    if request.due_on is not None:
        yield f"{'Frist war' if state is RegisterState.OVERDUE else 'Frist'} {_day(request.due_on)}"
    elif request.requested_on is not None:
        yield f"angefragt am {_day(request.requested_on)}"
    if request.reminded_on is not None:
        yield f"erinnert am {_day(request.reminded_on)}"


def _written(vote: Vote) -> Iterator[str]:
    yield vote.proof or _FORMS[vote.kind]
    if vote.decided_on and not any(char.isdigit() for char in vote.proof):
        yield _day(vote.decided_on)
    if vote.kind is VoteKind.COLLECTIVE:
        yield "ohne Einzelnachweis"
    elif not vote.proof and not (vote.kind is VoteKind.IN_WRITING and vote.decided_on):
        yield "ohne Nachweis"


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
