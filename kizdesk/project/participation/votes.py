"""Step 7, Beteiligung und Einvernehmen: votes, and the consents that follow from them."""

from __future__ import annotations

from dataclasses import replace

from kizdesk.domain.base import Record
from kizdesk.domain.errors import UserError
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.people import Body
from kizdesk.domain.places import Municipality
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_changes import ReadableChange
from kizdesk.project.participation.consent_register import RegisterRow, changes_for, counted_register, register
from kizdesk.project.participation.requests import (
    askable,
    consents,
    remind,
    request_consents,
    rule_editorial,
    withdraw_request,
    withdraw_ruling,
)
from kizdesk.project.records import add

__all__ = [
    "ReadableChange",
    "RegisterRow",
    "askable",
    "changes_for",
    "consents",
    "counted_register",
    "record_vote",
    "refuse_details",
    "refuse_vote",
    "register",
    "remind",
    "request_consents",
    "rule_editorial",
    "withdraw_request",
    "withdraw_ruling",
]

_TARGETS: dict[VoteSubject, tuple[type[Record], str]] = {
    VoteSubject.VERSION: (ConceptVersion, "eine festgeschriebene Fassung des Konzepts"),
    VoteSubject.FOCUS: (FocusPeriod, "einen Schwerpunktzeitraum"),
}


def record_vote(project: OpenProject, vote: Vote) -> Vote:
    """Record what a body decided; an empty id gets a new one.

    Raises UserError if the vote lacks what makes it one: an Einvernehmen is always bound to one version.
    """
    refuse_vote(project, vote)
    return add(project, vote if vote.id else replace(vote, id=project.new_id()), "Votum eintragen")


def refuse_vote(project: OpenProject, vote: Vote) -> None:
    """Raise UserError if a vote contradicts itself or points to nothing."""
    snapshot = project.snapshot
    snapshot.get(Body, vote.body_id)
    if vote.subject is VoteSubject.CENTRE:
        if vote.subject_id:
            raise UserError(
                "Ein Votum zur Einrichtung des Zentrums gehört zu keiner Fassung. Bitte die Fassung leeren."
            )
    else:
        target, words = _TARGETS[vote.subject]
        if snapshot.find(target, vote.subject_id) is None:
            raise UserError(
                f"Dieses Votum braucht {words}, auf die es sich bezieht. "
                "Ein Einvernehmen gilt immer genau einer Fassung; bitte zuerst die Fassung festschreiben und wählen."
                if target is ConceptVersion
                else f"Dieses Votum braucht {words}, auf den es sich bezieht. Bitte den Zeitraum wählen."
            )
    refuse_details(vote)
    for ags in vote.speaks_for:
        snapshot.get(Municipality, ags)


def refuse_details(vote: Vote) -> None:
    """Raise UserError if what a vote says does not fit together."""
    if vote.result is VoteResult.WITH_CONDITIONS and not any(condition.strip() for condition in vote.conditions):
        raise UserError("Bei einer Zustimmung mit Bedingungen bitte mindestens eine Bedingung eintragen.")
    if any(count is not None and count < 0 for count in (vote.yes, vote.no, vote.abstentions)):
        raise UserError("Stimmen können nicht weniger als null sein. Bitte die Zahlen prüfen.")
    if vote.speaks_for and vote.kind is not VoteKind.COLLECTIVE:
        raise UserError("Nur eine Sammelerklärung spricht für mehrere Kommunen. Bitte die Form des Votums prüfen.")
