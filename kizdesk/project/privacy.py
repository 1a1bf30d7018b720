"""Keep what each person consented to, and remove for good what the log still holds of deleted people."""

from __future__ import annotations

from datetime import date

from kizdesk.domain.base import kind_of
from kizdesk.domain.changes import Change, Create, Delete
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import updates

__all__ = ["consent_of", "deleted_people", "erase_deleted_people", "interviews_of", "set_consent"]
_ENDS_EARLY = "Der Widerruf kann nicht vor der Einwilligung liegen. Bitte die Daten prüfen."
_NO_DAY = "Ein Widerruf setzt eine Einwilligung voraus. Bitte zuerst das Datum der Einwilligung eingeben."
_KINDS = (kind_of(PrivacyConsent), kind_of(Person))


def consent_of(snapshot: Snapshot, person_id: str, purpose: PrivacyPurpose) -> PrivacyConsent | None:
    """Return what a person said to a purpose: the consent that holds, or else the latest one."""
    own = [
        consent
        for consent in snapshot.all(PrivacyConsent)
        if consent.person_id == person_id and consent.purpose is purpose
    ]
    return next((consent for consent in own if consent.holds()), own[-1] if own else None)


def set_consent(
    project: OpenProject, person_id: str, purpose: PrivacyPurpose, field: str, value: object, *, stay: str = ""
) -> None:
    """Set one field of what a person said to a purpose; what is empty after it is taken out.

    Raises UserError if a revocation does not fit the day of the consent.
    """
    before = consent_of(project.snapshot, person_id, purpose)
    values: dict[str, object] = {
        name: getattr(before, name, empty)
        for name, empty in (("granted_on", None), ("proof", ""), ("revoked_on", None))
    }
    values[field] = value
    _refuse_misfit(values["granted_on"], values["revoked_on"])
    changes: list[Change] = []
    if before is None:
        if any(values.values()):
            made = PrivacyConsent(id=project.new_id(), person_id=person_id, purpose=purpose)
            changes = [Create(made), *updates(made, values)]
    elif any(values.values()):
        changes = updates(before, values)
    else:
        changes = [Delete(PrivacyConsent, before.id)]
    project.commit("Einwilligung bearbeiten", *changes, stay=stay)


def interviews_of(snapshot: Snapshot, person_id: str) -> tuple[Interview, ...]:
    """Return the interviews that a person takes part in."""
    return tuple(interview for interview in snapshot.all(Interview) if person_id in interview.person_ids)


def deleted_people(project: OpenProject) -> int:
    """Return of how many deleted people the log still holds values."""
    return len(project.deleted(kind_of(Person)))


def erase_deleted_people(project: OpenProject) -> int:
    """Remove for good what the log holds of deleted people and Einwilligungen; returns how many people these were.

    What was changed before that cannot be undone any more; backups keep what they hold.
    """
    count = deleted_people(project)
    for kind in _KINDS:
        for record_id in project.deleted(kind):
            project.erase(kind, record_id)
    return count


def _refuse_misfit(granted: object, revoked: object) -> None:
    if revoked is not None and granted is None:
        raise UserError(_NO_DAY)
    if isinstance(granted, date) and isinstance(revoked, date) and revoked < granted:
        raise UserError(_ENDS_EARLY)
