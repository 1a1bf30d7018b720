"""See to it that no merge undoes a release or the end of an Einwilligung, in whichever copy it was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Delete, Update
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot

_Days = Mapping[tuple[str, PrivacyPurpose], Sequence[date]]


class Strictness:
    """Know what one copy holds and the other may not undo.

    A revocation ends each Einwilligung of that person for that purpose that was given before it or on its day; one
    given later is a new one. One that was deleted in the other copy goes here, too, unless the person has one there
    that holds for the same purpose. What a municipality released stays released: the minutes mark what is changed
    after it.
    """

    def __init__(self, ours: Snapshot, theirs: Snapshot, removed: Collection[tuple[str, str]] = ()) -> None:
        self._ours, self._removed = ours, removed
        self._held_there = {
            (consent.person_id, consent.purpose) for consent in theirs.all(PrivacyConsent) if consent.holds()
        }
        self._from_ours = _revoked(ours, theirs)
        self._from_theirs = _revoked(theirs, ours)

    def strict(self, theirs: Record) -> Record:
        """Return a record of the other copy with the first day of revocation and the last of release in either."""
        match theirs:
            case PrivacyConsent():
                return self._revoked(theirs)
            case Interview():
                return self._released(theirs)
        return theirs

    def revocations(self) -> Iterator[Update | Delete]:
        """Yield the changes that end Einwilligungen held here and revoked or deleted there."""
        for consent in self._ours.all(PrivacyConsent):
            day = _ended(consent, self._from_theirs)
            if not consent.holds():
                continue
            if day is not None:
                yield Update(PrivacyConsent, consent.id, "revoked_on", day)
            elif self._is_deleted_there(consent):
                yield Delete(PrivacyConsent, consent.id)

    def _is_deleted_there(self, consent: PrivacyConsent) -> bool:
        is_gone = (kind_of(PrivacyConsent), consent.id) in self._removed
        return is_gone and (consent.person_id, consent.purpose) not in self._held_there

    def _revoked(self, theirs: PrivacyConsent) -> PrivacyConsent:
        day = _ended(theirs, self._from_ours)
        if day is None or (theirs.revoked_on is not None and theirs.revoked_on <= day):
            return theirs
        return replace(theirs, revoked_on=day)

    def _released(self, theirs: Interview) -> Interview:
        ours = self._ours.find(Interview, theirs.id)
        if ours is None:
            return theirs
        days = [day for day in (ours.released_on, theirs.released_on) if day is not None]
        status = ours.status if ours.status is InterviewStatus.RELEASED else theirs.status
        return replace(theirs, released_on=max(days, default=None), status=status)


def _ended(consent: PrivacyConsent, days: _Days) -> date | None:
    given = consent.granted_on
    if given is None:
        return None
    return min((day for day in days.get((consent.person_id, consent.purpose), ()) if day >= given), default=None)


def _revoked(known: Snapshot, unknown: Snapshot) -> _Days:
    """Return the days of revocation that one moment knows and another does not."""
    found: dict[tuple[str, PrivacyPurpose], list[date]] = defaultdict(list)
    for consent in known.all(PrivacyConsent):
        other = unknown.find(PrivacyConsent, consent.id)
        if consent.revoked_on is not None and (other is None or other.revoked_on != consent.revoked_on):
            found[consent.person_id, consent.purpose].append(consent.revoked_on)
    return found
