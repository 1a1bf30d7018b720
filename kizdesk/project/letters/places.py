"""Say where each municipality stands for a kind of letter, and whom the letter fits now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus
from kizdesk.domain.papers import PaperKind
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.register import RegisterState
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_register import RegisterRow, register
from kizdesk.project.participation.requests import askable

_WAITING = (RegisterState.REQUESTED, RegisterState.OVERDUE)


class Lack(Enum):
    """Tell why a project has no letter of a kind; the values are the sentences shown."""

    CITY = (
        "Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen: Gespräche mit Kommunen und ihr Einvernehmen "
        "entfallen, also auch die Schreiben dazu."
    )
    NOBODY = "Noch sind keine Kommunen eingetragen. Bitte in den Grundlagen unter „Projekt“ eintragen."
    VERSION = "Ein Einvernehmen gilt immer genau einer Fassung. Bitte zuerst eine Fassung festschreiben."


@dataclass(frozen=True, slots=True)
class LetterPlace:
    """Be one municipality as a kind of letter sees it."""

    municipality_id: str
    name: str
    state: str
    """Where it stands, in a few words."""
    fits: bool
    """The letter is due now, so that it is proposed."""
    can: bool = True
    """The letter can be written at all: nobody is reminded of what was never asked."""
    request_id: str = ""


def lacking(project: OpenProject, kind: PaperKind) -> Lack | None:
    """Return what a project lacks for a kind of letter; None if nothing."""
    if any(district.kind is DistrictKind.INDEPENDENT_CITY for district in project.snapshot.all(District)):
        return Lack.CITY
    if not project.snapshot.all(Municipality):
        return Lack.NOBODY
    if kind is not PaperKind.INVITATION and asked_version(project) is None:
        return Lack.VERSION
    return None


def letter_places(project: OpenProject, kind: PaperKind) -> tuple[LetterPlace, ...]:
    """Return all municipalities in the order of their names; none where there is no such letter."""
    if lacking(project, kind) is not None:
        return ()
    if kind is PaperKind.INVITATION:
        return tuple(_invited(project, place) for place in _ordered(project))
    return tuple(_asked(project, kind))


def fitting(project: OpenProject, kind: PaperKind) -> tuple[str, ...]:
    """Return the municipalities for which a letter is due now."""
    return tuple(place.municipality_id for place in letter_places(project, kind) if place.fits)


def asked_version(project: OpenProject) -> ConceptVersion | None:
    """Return the version that municipalities are asked about: the latest."""
    return latest_of(project.snapshot.all(ConceptVersion))


def planned_interview(project: OpenProject, municipality_id: str) -> Interview | None:
    """Return the conversation to which a municipality is invited: a planned one, one without a day first."""
    held = (it for it in project.snapshot.all(Interview) if it.municipality_id == municipality_id)
    planned = [it for it in held if it.status is InterviewStatus.PLANNED and it.form is not InterviewForm.FORM]
    return min(planned, key=lambda it: (it.held_on is not None, it.held_on or date.max), default=None)


def _invited(project: OpenProject, place: Municipality) -> LetterPlace:
    interview = planned_interview(project, place.id)
    if interview is not None:
        when = f"geplant am {interview.held_on:%d.%m.%Y}" if interview.held_on else "geplant, ohne Termin"
        return LetterPlace(place.id, place.name, when, fits=interview.held_on is None)
    talked = any(it.municipality_id == place.id for it in project.snapshot.all(Interview))
    return LetterPlace(place.id, place.name, "schon gesprochen" if talked else "kein Gespräch geplant", fits=False)


def _asked(project: OpenProject, kind: PaperKind) -> Iterator[LetterPlace]:
    version = asked_version(project)
    if version is None:
        return
    able, today = set(askable(project, version.id)), project.now().date()
    for row in register(project, version.id):
        waits = row.state in _WAITING
        fits = row.municipality_id in able
        if kind is PaperKind.REMINDER:
            fits = waits and row.reminded_on != today and (row.due_on is None or row.due_on < today)
        can = waits or kind is PaperKind.REQUEST
        yield LetterPlace(row.municipality_id, row.name, _told(row), fits, can, row.request_id if waits else "")


def _told(row: RegisterRow) -> str:
    if row.state is RegisterState.OPEN:
        return "noch nicht angefragt"
    if row.state not in _WAITING:
        return row.stands
    return row.proof.replace("angefragt am", "angefragt") or row.stands


def _ordered(project: OpenProject) -> list[Municipality]:
    return sorted(project.snapshot.all(Municipality), key=lambda place: sort_key(place.name))
