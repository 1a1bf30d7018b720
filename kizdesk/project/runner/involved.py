"""Read and write who takes part in an interview, and what each of them consented to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kizdesk.domain.changes import Change, Create, Delete
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import updates

Rows = tuple[tuple[str, ...], ...]
_PERSON = ("name", "function", "unit", "phone", "email")
_ROLE = "Expertengespräch"
_ENDS_EARLY = "Der Widerruf kann nicht vor der Einwilligung liegen. Bitte die Daten prüfen."
_NO_DAY = "Ein Widerruf setzt eine Einwilligung voraus. Bitte zuerst das Datum der Einwilligung eingeben."


def read_people(project: OpenProject, interview: Interview) -> Rows:
    """Return the people who take part: id, name, function, unit, phone, e-mail."""
    known = project.snapshot.by_id(Person)
    people = [known[person_id] for person_id in interview.person_ids if person_id in known]
    return tuple((person.id, *(str(getattr(person, name)) for name in _PERSON)) for person in people)


def known_people(project: OpenProject, interview: Interview) -> tuple[Person, ...]:
    """Return people of the municipality who do not take part yet."""
    return tuple(
        person
        for person in project.snapshot.all(Person)
        if person.municipality_id == interview.municipality_id and person.id not in interview.person_ids
    )


def write_people(project: OpenProject, interview: Interview, rows: Rows, label: str, *, stay: str) -> None:
    """Write who takes part; a person whose id is new is added, one without a row only takes part no longer."""
    snapshot = project.snapshot
    changes: list[Change] = []
    ids: list[str] = []
    for person_id, *cells in rows:
        values: dict[str, object] = dict(zip(_PERSON, cells, strict=False))
        before = snapshot.find(Person, person_id)
        if before is not None:
            changes += updates(before, values)
        elif any(cells):
            changes.append(Create(_new_person(person_id, interview, cells)))
        else:
            continue
        ids.append(person_id)
    project.commit(label, *changes, *updates(interview, {"person_ids": tuple(ids)}), stay=stay)


def read_consents(project: OpenProject, interview: Interview) -> Rows:
    """Return the Einwilligungen of those who take part: person, purpose, granted on, proof, revoked on."""
    return tuple(
        (
            consent.person_id,
            str(consent.purpose.value),
            _iso(consent.granted_on),
            consent.proof,
            _iso(consent.revoked_on),
        )
        for person_id in interview.person_ids
        for purpose in PrivacyPurpose
        if (consent := consent_of(project, person_id, purpose)) is not None
    )


def consent_of(project: OpenProject, person_id: str, purpose: PrivacyPurpose) -> PrivacyConsent | None:
    """Return what a person said to a purpose: the consent that holds, or else the latest one."""
    own = [
        consent
        for consent in project.snapshot.all(PrivacyConsent)
        if consent.person_id == person_id and consent.purpose is purpose
    ]
    return next((consent for consent in own if consent.holds()), own[-1] if own else None)


def write_consents(project: OpenProject, interview: Interview, rows: Rows, label: str, *, stay: str) -> None:
    """Write the Einwilligungen; one without a row is taken out. Raises UserError if a revocation does not fit."""
    wanted = {(row[0], row[1]): row[2:] for row in rows if any(row[2:])}
    changes: list[Change] = []
    for person_id in interview.person_ids:
        for purpose in PrivacyPurpose:
            before = consent_of(project, person_id, purpose)
            cells = wanted.get((person_id, str(purpose.value)))
            changes += _consent_changes(project, before, (person_id, purpose), cells)
    project.commit(label, *changes, stay=stay)


def _consent_changes(
    project: OpenProject,
    before: PrivacyConsent | None,
    place: tuple[str, PrivacyPurpose],
    cells: Sequence[str] | None,
) -> list[Change]:
    if cells is None:
        return [Delete(PrivacyConsent, before.id)] if before is not None else []
    granted, revoked = _day(cells[0]), _day(cells[2])
    if revoked and not granted:
        raise UserError(_NO_DAY)
    if revoked and granted and revoked < granted:
        raise UserError(_ENDS_EARLY)
    if before is not None:
        return updates(before, {"granted_on": granted, "proof": cells[1], "revoked_on": revoked})
    person_id, purpose = place
    made = PrivacyConsent(
        id=project.new_id(),
        person_id=person_id,
        purpose=purpose,
        granted_on=granted,
        proof=cells[1],
        revoked_on=revoked,
    )
    return [Create(made)]


def _new_person(person_id: str, interview: Interview, cells: Sequence[str]) -> Person:
    name, function, unit, phone, email = (*cells, "", "", "", "", "")[:5]
    return Person(
        id=person_id,
        name=name,
        function=function,
        unit=unit,
        phone=phone,
        email=email,
        municipality_id=interview.municipality_id,
        roles=(_ROLE,),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
