"""Derive where a municipality stands in the register: its vote, or that it was asked and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.votes import Consent, ConsentState


class RegisterState(Enum):
    """Tell where a municipality stands on a version, requests included."""

    GRANTED = "erteilt"
    EDITORIAL = "gilt_fort"
    """Granted to an earlier version from which this one differs editorially only."""
    EARLIER_VERSION = "zu_frueherer_fassung"
    CONDITIONAL = "bedingt"
    REQUESTED = "angefragt"
    OVERDUE = "ueberfaellig"
    REFUSED = "abgelehnt"
    DEFERRED = "vertagt"
    OPEN = "offen"


_OF_CONSENT = {
    ConsentState.OPEN: RegisterState.OPEN,
    ConsentState.GRANTED: RegisterState.GRANTED,
    ConsentState.WITH_CONDITIONS: RegisterState.CONDITIONAL,
    ConsentState.REFUSED: RegisterState.REFUSED,
    ConsentState.DEFERRED: RegisterState.DEFERRED,
    ConsentState.EARLIER_VERSION: RegisterState.EARLIER_VERSION,
    ConsentState.EDITORIAL: RegisterState.EDITORIAL,
}
_WAITING = (ConsentState.OPEN, ConsentState.EARLIER_VERSION)
"""Without a vote on this very version a request is what counts."""


def asks_consents(snapshot: Snapshot) -> bool:
    """Tell whether there are municipalities whose consent counts; a kreisfreie Stadt has none."""
    independent = any(district.kind is DistrictKind.INDEPENDENT_CITY for district in snapshot.all(District))
    return bool(snapshot.all(Municipality)) and not independent


def is_overdue(request: ConsentRequest, today: date) -> bool:
    """Tell whether the last day for an answer has passed."""
    return request.due_on is not None and request.due_on < today


def state_of(consent: Consent) -> RegisterState:
    """Return where a municipality stands by its vote alone."""
    return _OF_CONSENT[consent.state]


def register_state(consent: Consent, request: ConsentRequest | None, today: date) -> RegisterState:
    """Return where a municipality stands; a vote on the asked version weighs more than a request."""
    if request is None or consent.state not in _WAITING:
        return state_of(consent)
    return RegisterState.OVERDUE if is_overdue(request, today) else RegisterState.REQUESTED


def request_of(requests: Iterable[ConsentRequest], municipality_id: str, version_id: str) -> ConsentRequest | None:
    """Return the latest request to a municipality about a version, or None."""
    found = [
        request
        for request in requests
        if (request.municipality_id, request.version_id) == (municipality_id, version_id)
    ]
    return max(found, key=lambda request: request.requested_on or date.min, default=None)
