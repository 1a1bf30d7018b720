"""Say which questions of an interview count, and whether the records that some of them show are filled.

This is the one rule by which an interview is counted: every question that is asked now, those shown from records too,
but neither what the program fills in by itself nor what is filled in long after the
interview. The questions on offerings count together as one, their register.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kizdesk.domain.answering import Answers, asked
from kizdesk.domain.guide import Guide, Question, Repeat, Section
from kizdesk.domain.interviews import Interview, InterviewStatus, Offering
from kizdesk.domain.people import PrivacyConsent
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot

_AFTERWARDS = frozenset({"interview.released_on"})
_BY_ITSELF = frozenset({"interview.municipality_id"})


def is_afterwards(question: Question) -> bool:
    """Tell whether a question is answered long after the interview, and therefore is not counted in it."""
    return question.binding in _AFTERWARDS


def is_by_itself(question: Question) -> bool:
    """Tell whether the program fills a question in before anybody is asked, and therefore does not count it."""
    return question.binding in _BY_ITSELF


def is_counted(question: Question) -> bool:
    """Tell whether a question outside of the register of offerings is part of the numbers while it is asked."""
    return not is_afterwards(question) and not is_by_itself(question)


def is_required(question: Question) -> bool:
    """Tell whether an interview needs an answer to a question; what records need has rules of its own."""
    return question.required and not question.binding


def is_register(section: Section) -> bool:
    """Tell whether a section is the register of offerings, which counts as one question."""
    return section.repeat is Repeat.PER_OFFERING


@dataclass(frozen=True, slots=True)
class Filled:
    """Be what the records of one interview hold, as far as it is counted; equal ones count alike."""

    bindings: frozenset[str]
    """The fields of records that hold something."""
    offerings: int
    """How many offerings of the municipality are recorded."""
    without_offerings: bool = False
    """Whether somebody said that the municipality has none."""

    @property
    def register_settled(self) -> bool:
        """Tell whether the register of offerings is dealt with: by the first offering, or because there are none."""
        return bool(self.offerings) or self.without_offerings


def open_records(guide: Guide, interview: Interview, answers: Answers, filled: Filled) -> int:
    """Return how many questions that count are open in the records they show, the register of offerings being one."""
    shown = [item.question for item in asked(guide, interview, answers) if item.visible and item.question.binding]
    counted = [it for it in shown if is_counted(it) and not is_register(guide.section_of(it.id))]
    registers = sum(map(is_register, guide.sections)) if not filled.register_settled else 0
    return sum(it.binding not in filled.bindings for it in counted) + registers


class Records:
    """Look up for many interviews what their records hold."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._answered = frozenset(consent.person_id for consent in snapshot.all(PrivacyConsent))
        self._offerings = Counter(offering.municipality_id for offering in snapshot.all(Offering))
        self._without = frozenset(place.id for place in snapshot.all(Municipality) if place.no_offerings)

    def of(self, interview: Interview) -> Filled:
        """Return what the records of an interview hold; what is arranged before it is begun answers nothing yet."""
        place = interview.municipality_id
        if interview.status is InterviewStatus.PLANNED:
            return Filled(_BY_ITSELF, self._offerings[place], place in self._without)
        people = interview.person_ids
        held = {
            "interview.municipality_id": True,
            "interview.held_on": interview.held_on is not None and interview.form is not None,
            "interview.person_ids": bool(people),
            "interview.interviewers": bool(interview.interviewers.strip()),
            "interview.privacy_notice_given": interview.privacy_notice_given is not None,
            "interview.released_on": interview.released_on is not None or interview.status is InterviewStatus.RELEASED,
            "privacy_consent.purpose": not self._answered.isdisjoint(people),
        }
        bindings = frozenset(name for name, filled in held.items() if filled)
        return Filled(bindings, self._offerings[place], place in self._without)
