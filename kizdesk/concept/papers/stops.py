"""Put the Beratungsfolge together, and mark in it how each body voted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.facts import Facts
from kizdesk.concept.papers.layout import StopColumn
from kizdesk.domain.papers import Paper, PaperStop
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.votes import Majority, Vote, VoteResult, VoteSubject

MARK = "X"
_FOR = (VoteResult.AGREED, VoteResult.WITH_CONDITIONS)
_DECISIVE = (VoteSubject.VERSION, VoteSubject.CENTRE, VoteSubject.FOCUS)


@dataclass(frozen=True, slots=True)
class Stop:
    """Be one station with what is known of it."""

    record: PaperStop
    """With an empty id where it is only proposed."""
    consultation: Consultation
    body: Body | None
    vote: Vote | None

    @property
    def name(self) -> str:
        """Return the name of the body, or of the step without one."""
        return self.body.name if self.body else self.consultation.title


def stops_of(facts: Facts, paper: Paper) -> tuple[Stop, ...]:
    """Return the stations of a paper by date, or those that are proposed while nobody has put any together.

    The body that meets last decides, the others recommend; a meeting without a day comes last.
    """
    known = facts.snapshot.by_id(Consultation)
    own = [stop for stop in facts.snapshot.all(PaperStop) if stop.paper_id == paper.id]
    records = own or proposed_stops(facts, paper)
    ordered = sorted(records, key=lambda stop: (_when(known[stop.consultation_id]), stop.position, stop.id))
    return tuple(_stop(facts, record, known[record.consultation_id]) for record in ordered)


def proposed_stops(facts: Facts, paper: Paper) -> list[PaperStop]:
    """Return a station for each meeting of a body that is still to come or had the project's paper, by date."""
    number = facts.project.document_number
    bodies = facts.snapshot.by_id(Body)
    meetings = [
        step
        for step in facts.snapshot.all(Consultation)
        if (step.planned or (number and step.paper == number)) and _consults(bodies.get(step.body_id))
    ]
    ordered = sorted(meetings, key=_when)
    return [
        PaperStop(id="", paper_id=paper.id, consultation_id=step.id, position=position)
        for position, step in enumerate(ordered, start=1)
    ]


def _when(step: Consultation) -> date:
    return step.held_on or step.until or date.max


def _consults(body: Body | None) -> bool:
    return body is not None and body.level is not BodyLevel.NETWORK


def _stop(facts: Facts, record: PaperStop, consultation: Consultation) -> Stop:
    cast = [
        vote
        for vote in facts.snapshot.all(Vote)
        if vote.consultation_id == consultation.id and vote.body_id == consultation.body_id
    ]
    return Stop(record, consultation, facts.snapshot.find(Body, consultation.body_id), _decisive(cast))


def _decisive(votes: Iterable[Vote]) -> Vote | None:
    """Return the vote that the paper reports: on a version before one on the centre, the last of its kind."""
    ordered = sorted(votes, key=lambda vote: vote.decided_on or date.min, reverse=True)
    return next((vote for subject in _DECISIVE for vote in ordered if vote.subject is subject), None)


def stop_cells(stop: Stop, *, public: str, closed: str) -> Mapping[StopColumn, str]:
    """Return what stands in the columns of a station; ``public`` and ``closed`` are what meetings are called."""
    step, record = stop.consultation, stop.record
    return {
        StopColumn.BODY: stop.name,
        StopColumn.DAY: f"{step.held_on:%d.%m.%Y}" if step.held_on else "",
        StopColumn.PUBLIC: public if step.public else closed,
        StopColumn.RAPPORTEUR: record.rapporteur,
        StopColumn.AGENDA_ITEM: record.agenda_item,
        StopColumn.REFERRED: record.referred_to,
        **({} if stop.vote is None else _result(stop.vote)),
    }


def _result(vote: Vote) -> Mapping[StopColumn, str]:
    """Return the marks and numbers of a result; without numbers a mark tells the way it went.

    A number that nobody knows is left to be filled in: none is not nought.
    """
    counted = vote.yes is not None or vote.no is not None
    yes, no = _marked(vote.result in _FOR), _marked(vote.result is VoteResult.REFUSED)
    return {
        StopColumn.UNANIMOUS: _marked(vote.majority is Majority.UNANIMOUS),
        StopColumn.MAJORITY: _marked(vote.majority is Majority.BY_MAJORITY),
        StopColumn.YES: _number(vote.yes) if counted else yes,
        StopColumn.NO: _number(vote.no) if counted else no,
        StopColumn.ABSTENTIONS: _number(vote.abstentions),
        StopColumn.NOTED: _marked(vote.result is VoteResult.NOTED),
        StopColumn.DEFERRED: _marked(vote.result is VoteResult.DEFERRED),
    }


def _number(count: int | None) -> str:
    return "" if count is None else str(count)


def _marked(it_is: object) -> str:
    return MARK if it_is else ""
