"""Ask municipalities for their Einvernehmen, remind them, and confirm that changes are editorial only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.register import request_of
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.texts import clean, sort_key
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Consent, ConsentState, Vote, VoteResult, VoteSubject, consent_register
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, consequences, updates

_ANSWERED = (ConsentState.GRANTED, ConsentState.WITH_CONDITIONS, ConsentState.REFUSED)
_AGREED = (VoteResult.AGREED, VoteResult.WITH_CONDITIONS)


def consents(project: OpenProject, version_id: str) -> list[Consent]:
    """Return where each municipality stands on a version, in the order of their names."""
    snapshot = project.snapshot
    ordered = sorted(snapshot.all(Municipality), key=lambda municipality: sort_key(municipality.name))
    return consent_register(
        [municipality.id for municipality in ordered],
        snapshot.get(ConceptVersion, version_id),
        snapshot.by_id(ConceptVersion),
        snapshot.all(Vote),
        snapshot.by_id(Body),
        snapshot.all(EditorialRuling),
    )


def unanswered(project: OpenProject, version_id: str) -> tuple[str, ...]:
    """Return the municipalities of which no vote decides about a version yet, in the order of their names."""
    return tuple(consent.municipality_id for consent in consents(project, version_id) if consent.state not in _ANSWERED)


def askable(project: OpenProject, version_id: str) -> tuple[str, ...]:
    """Return the municipalities that can be asked about a version: not asked yet, and no vote of theirs decides."""
    if _is_city(project):
        return ()
    requests = project.snapshot.all(ConsentRequest)
    return tuple(ags for ags in unanswered(project, version_id) if request_of(requests, ags, version_id) is None)


def request_consents(
    project: OpenProject, version_id: str, municipality_ids: Sequence[str], due_on: date | None
) -> tuple[ConsentRequest, ...]:
    """Record in one step that municipalities were asked today for their Einvernehmen to a version.

    Raises UserError if one of them was asked before or has answered already, or the last day has passed.
    """
    wanted = tuple(dict.fromkeys(municipality_ids))
    _refuse_request(project, version_id, wanted)
    _refuse_due(project, due_on)
    made = tuple(
        ConsentRequest(
            id=project.new_id(),
            version_id=version_id,
            municipality_id=ags,
            requested_on=project.now().date(),
            due_on=due_on,
        )
        for ags in wanted
    )
    label = "Anfrage festhalten" if len(made) == 1 else f"{len(made)} Anfragen festhalten"
    project.commit(label, *(Create(request) for request in made))
    return made


def remind(
    project: OpenProject, request_ids: Sequence[str], due_on: date | None = None, *, keep_coming: bool = False
) -> None:
    """Record in one step that municipalities were reminded today; with a new last day if one is given.

    With ``keep_coming`` a last day that has not passed stays. Raises UserError if one of them has answered meanwhile,
    or the last day has passed.
    """
    snapshot = project.snapshot
    requests = [snapshot.get(ConsentRequest, request_id) for request_id in dict.fromkeys(request_ids)]
    if not requests:
        raise UserError("Bitte mindestens eine Kommune wählen, die erinnert werden soll.")
    for version_id in dict.fromkeys(request.version_id for request in requests):
        asked = [request.municipality_id for request in requests if request.version_id == version_id]
        _refuse_answered(project, version_id, asked, "Eine Erinnerung ist nicht nötig.")
    _refuse_due(project, due_on)
    today = project.now().date()
    changes: list[Change] = []
    for request in requests:
        stays = due_on is None or (keep_coming and request.due_on is not None and request.due_on >= today)
        changes += updates(request, {"reminded_on": today, **({} if stays else {"due_on": due_on})})
    project.commit("Erinnerung festhalten" if len(requests) == 1 else "Erinnerungen festhalten", *changes)


def withdraw_request(project: OpenProject, request_id: str) -> None:
    """Take a request back; raises UserError if it is gone."""
    project.commit("Anfrage zurückziehen", *consequences(project.snapshot, ConsentRequest, request_id))


def rule_editorial(
    project: OpenProject, vote_id: str, version_id: str, reason: str, *, decided_on: date | None = None, who: str = ""
) -> EditorialRuling:
    """Confirm that what changed from the version of a vote to a later one is editorial only.

    Raises UserError if the vote is no consent to an earlier version, or the reason is missing.
    """
    ruling = EditorialRuling(
        id=project.new_id(),
        vote_id=vote_id,
        version_id=version_id,
        reason=clean(reason).strip(),
        decided_on=decided_on or project.now().date(),
        who=clean(who).strip() or project.who,
    )
    _refuse_ruling(project, ruling)
    return add(project, ruling, "Änderungen als redaktionell bestätigen")


def withdraw_ruling(project: OpenProject, ruling_id: str) -> None:
    """Take a confirmation back, so that the municipality must be asked again; raises UserError if it is gone."""
    changes = consequences(project.snapshot, EditorialRuling, ruling_id)
    project.commit("Bestätigung der redaktionellen Änderungen zurückziehen", *changes)


def _refuse_request(project: OpenProject, version_id: str, wanted: Sequence[str]) -> None:
    snapshot = project.snapshot
    version = snapshot.find(ConceptVersion, version_id)
    if version is None:
        raise UserError("Ein Einvernehmen gilt immer genau einer Fassung. Bitte zuerst eine Fassung festschreiben.")
    if _is_city(project):
        raise UserError("Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen; ein Einvernehmen entfällt.")
    if not wanted:
        raise UserError("Bitte mindestens eine Kommune wählen, die angefragt werden soll.")
    for ags in wanted:
        snapshot.get(Municipality, ags)
    requests = snapshot.all(ConsentRequest)
    asked = [ags for ags in wanted if request_of(requests, ags, version_id)]
    if asked:
        raise UserError(
            f"Zur Fassung {version.number} schon angefragt: {_named(project, asked)}. "
            "Bitte dort erinnern oder die Frist ändern."
        )
    _refuse_answered(project, version_id, wanted, "Bitte nur die übrigen Kommunen anfragen.")


def _refuse_answered(project: OpenProject, version_id: str, wanted: Iterable[str], advice: str) -> None:
    answered = {
        consent.municipality_id for consent in consents(project, version_id) if consent.state in _ANSWERED
    } & set(wanted)
    if answered:
        number = project.snapshot.get(ConceptVersion, version_id).number
        raise UserError(f"Zur Fassung {number} liegt schon ein Votum vor: {_named(project, answered)}. {advice}")


def _refuse_due(project: OpenProject, due_on: date | None) -> None:
    if due_on is not None and due_on < project.now().date():
        raise UserError(f"Die Frist {due_on:%d.%m.%Y} ist schon vorbei. Bitte einen Tag ab heute wählen.")


def _refuse_ruling(project: OpenProject, ruling: EditorialRuling) -> None:
    snapshot = project.snapshot
    vote, version = snapshot.get(Vote, ruling.vote_id), snapshot.get(ConceptVersion, ruling.version_id)
    if not ruling.reason:
        raise UserError("Bitte begründen, warum die Änderungen nur redaktionell sind; der Grund steht im Nachweis.")
    earlier = snapshot.find(ConceptVersion, vote.subject_id) if vote.subject is VoteSubject.VERSION else None
    if earlier is None or vote.result not in _AGREED:
        raise UserError(
            "Fortgelten kann nur ein Einvernehmen, das zu einer Fassung erteilt ist. Bitte ein solches wählen."
        )
    if earlier.number >= version.number:
        raise UserError(
            f"Das Votum gilt der Fassung {earlier.number}. Fortgelten kann es nur für eine spätere; bitte diese wählen."
        )
    if any((other.vote_id, other.version_id) == (vote.id, version.id) for other in snapshot.all(EditorialRuling)):
        raise UserError(f"Für Fassung {version.number} ist das schon bestätigt. Bitte dort die Begründung ändern.")
    trial = consent_register(
        [municipality.id for municipality in snapshot.all(Municipality)], version, snapshot.by_id(ConceptVersion),
        snapshot.all(Vote), snapshot.by_id(Body), [ruling],
    )  # fmt: skip
    if all(consent.state is not ConsentState.EDITORIAL for consent in trial):
        raise UserError(
            "Für diese Kommune gilt inzwischen ein anderes Votum. Bitte die Ansicht neu öffnen und dieses wählen."
        )


def _is_city(project: OpenProject) -> bool:
    return any(found.kind is DistrictKind.INDEPENDENT_CITY for found in project.snapshot.all(District))


def _named(project: OpenProject, ags_list: Iterable[str]) -> str:
    names = (project.snapshot.get(Municipality, ags).name for ags in ags_list)
    return ", ".join(sorted(names, key=sort_key))
