"""Describe votes and what bodies said, and derive the register of consents from the votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kizdesk.domain.base import Record
from kizdesk.domain.people import Body, BodyLevel
from kizdesk.domain.requests import EditorialRuling
from kizdesk.domain.versions import ConceptVersion, day_of


class VoteSubject(Enum):
    """Tell what was voted on."""

    CENTRE = "einrichtung"
    """Setting up the integration centre; never an Einvernehmen to a concept."""
    VERSION = "fassung"
    FOCUS = "schwerpunkt"


class VoteKind(Enum):
    """Tell in which form the vote was given."""

    IN_CONFERENCE = "in_konferenz"
    IN_WRITING = "schriftlich"
    RESOLUTION = "beschluss"
    COLLECTIVE = "sammelerklaerung"
    """One statement for several municipalities without single proof."""


class VoteResult(Enum):
    """Tell how the vote went."""

    AGREED = "zugestimmt"
    WITH_CONDITIONS = "zugestimmt_mit_bedingungen"
    REFUSED = "abgelehnt"
    DEFERRED = "vertagt"
    NOTED = "zur_kenntnis"


class Majority(Enum):
    """Tell by which majority, when no counts are known."""

    UNANIMOUS = "einstimmig"
    BY_MAJORITY = "mehrheitlich"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """Be what a body decided or said on a subject.

    Only a vote of a municipality on a version can be an Einvernehmen; the mood that an interview
    asks for (question N.6) is an answer and never a vote.
    """

    subject: VoteSubject
    subject_id: str = ""
    """Id of the version or of the focus period; empty for the centre."""
    body_id: str
    kind: VoteKind
    result: VoteResult
    majority: Majority | None = None
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    conditions: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()
    """AGS of the municipalities for which a collective statement is known to speak; empty if unknown."""
    decided_on: date | None = None
    proof: str = ""
    """Where it is written, such as ``Schreiben vom 22.01.2013``; empty without proof."""
    wording: str = ""
    note: str = ""
    consultation_id: str = ""
    source_ids: tuple[str, ...] = ()


class StatementKind(Enum):
    """Tell what a body said."""

    SUGGESTION = "anregung"
    RESERVATION = "vorbehalt"
    ADVANTAGE = "vorteil"
    MOTION = "antrag"


class ConsiderationStatus(Enum):
    """Tell how a statement was dealt with."""

    OPEN = "offen"
    ADOPTED = "uebernommen"
    PARTLY = "teilweise_uebernommen"
    DECLINED = "nicht_uebernommen"
    NOTED = "zur_kenntnis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """Be a suggestion, reservation, advantage or motion, and how it was dealt with (Abwägung)."""

    kind: StatementKind
    text: str
    body_ids: tuple[str, ...] = ()
    consultation_id: str = ""
    author: str = ""
    """Who said it when it was no body, such as a parliamentary group."""
    stated_on: date | None = None
    status: ConsiderationStatus = ConsiderationStatus.OPEN
    consideration: str = ""
    place: str = ""
    """Where in the concept it is dealt with: the id of a field, a measure or a chapter key."""
    position: int = 0
    source_ids: tuple[str, ...] = ()


class ConsentState(Enum):
    """Tell where a municipality stands on one version."""

    OPEN = "offen"
    GRANTED = "erteilt"
    WITH_CONDITIONS = "mit_bedingungen"
    REFUSED = "abgelehnt"
    DEFERRED = "vertagt"
    EARLIER_VERSION = "zu_frueherer_fassung"
    """Granted, but to an earlier version."""
    EDITORIAL = "gilt_fort"
    """Granted to an earlier version; what changed since is confirmed to be editorial only."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Be the consent of one municipality to one version, with the vote it follows from."""

    municipality_id: str
    state: ConsentState
    vote: Vote | None = None
    version_id: str = ""
    """The version the vote is about; another than the asked one only in the states EARLIER_VERSION and EDITORIAL."""
    ruling: EditorialRuling | None = None
    """Why it stands for the asked version as well; set only in the state EDITORIAL."""

    @property
    def is_granted(self) -> bool:
        """Tell whether the municipality agreed to this very version, with or without conditions."""
        return self.state in (ConsentState.GRANTED, ConsentState.WITH_CONDITIONS)

    @property
    def holds(self) -> bool:
        """Tell whether it counts for the asked version: agreed to this one, or to one that differs editorially only."""
        return self.is_granted or self.state is ConsentState.EDITORIAL

    @property
    def is_conditional(self) -> bool:
        """Tell whether a consent that counts is bound to conditions."""
        return self.holds and self.vote is not None and self.vote.result is VoteResult.WITH_CONDITIONS

    @property
    def has_single_proof(self) -> bool:
        """Tell whether the vote is the municipality's own and says where it is written."""
        return self.vote is not None and self.vote.kind is not VoteKind.COLLECTIVE and bool(self.vote.proof)


_STATE_OF_RESULT = {
    VoteResult.AGREED: ConsentState.GRANTED,
    VoteResult.WITH_CONDITIONS: ConsentState.WITH_CONDITIONS,
    VoteResult.REFUSED: ConsentState.REFUSED,
    VoteResult.DEFERRED: ConsentState.DEFERRED,
}


def votes_of(municipality_id: str, votes: Iterable[Vote], bodies: Mapping[str, Body]) -> list[Vote]:
    """Return the votes on versions that bind a municipality, the decisive one last.

    Its own vote weighs more than a collective statement, a later one more than an earlier one.
    """

    def own(vote: Vote) -> bool:
        body = bodies.get(vote.body_id)
        return body is not None and body.level is BodyLevel.MUNICIPALITY and body.municipality_id == municipality_id

    binding = [
        vote
        for vote in votes
        if vote.subject is VoteSubject.VERSION
        and vote.result in _STATE_OF_RESULT
        and (own(vote) or (vote.kind is VoteKind.COLLECTIVE and municipality_id in vote.speaks_for))
    ]
    return sorted(binding, key=lambda vote: (own(vote), vote.decided_on or date.min))


def only_writes(body: Body, votes: Iterable[Vote]) -> bool:
    """Tell whether a body is known only as the sender of letters, such as a mayor: nobody entered it as a Gremium."""
    own = [vote.kind for vote in votes if vote.body_id == body.id]
    described = body.adopts or body.role.strip() or body.members.strip()
    return bool(own) and not described and bool(body.municipality_id) and set(own) == {VoteKind.IN_WRITING}


def is_before_version(day: date, version: ConceptVersion) -> bool:
    """Tell whether a day lies before a version was there; a vote of that day may still be right."""
    return day < day_of(version)


def consent_of(
    municipality_id: str,
    version: ConceptVersion,
    versions: Mapping[str, ConceptVersion],
    votes: Iterable[Vote],
    bodies: Mapping[str, Body],
    rulings: Iterable[EditorialRuling] = (),
) -> Consent:
    """Return where a municipality stands on a version."""
    binding = votes_of(municipality_id, votes, bodies)
    for vote in reversed(binding):
        if vote.subject_id == version.id:
            return Consent(municipality_id, _STATE_OF_RESULT[vote.result], vote, version.id)
    last = _last_on_earlier(version, versions, binding)
    if last is not None and last.result is not VoteResult.REFUSED:
        for ruling in rulings:
            if (ruling.vote_id, ruling.version_id) == (last.id, version.id):
                return Consent(municipality_id, ConsentState.EDITORIAL, last, last.subject_id, ruling)
        return Consent(municipality_id, ConsentState.EARLIER_VERSION, last, last.subject_id)
    return Consent(municipality_id, ConsentState.OPEN)


def _last_on_earlier(
    version: ConceptVersion, versions: Mapping[str, ConceptVersion], binding: Sequence[Vote]
) -> Vote | None:
    """Return the decisive vote on the latest version before this one; one put off decides nothing."""
    earlier = [
        (versions[vote.subject_id].number, index, vote)
        for index, vote in enumerate(binding)
        if vote.subject_id in versions
        and versions[vote.subject_id].number < version.number
        and vote.result is not VoteResult.DEFERRED
    ]
    return max(earlier, key=lambda found: found[:2])[2] if earlier else None


def consent_register(
    municipality_ids: Sequence[str],
    version: ConceptVersion,
    versions: Mapping[str, ConceptVersion],
    votes: Sequence[Vote],
    bodies: Mapping[str, Body],
    rulings: Sequence[EditorialRuling] = (),
) -> list[Consent]:
    """Return the consents of all municipalities to a version, in the order given."""
    return [consent_of(ags, version, versions, votes, bodies, rulings) for ags in municipality_ids]
