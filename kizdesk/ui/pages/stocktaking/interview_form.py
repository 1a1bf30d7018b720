"""Describe the form of one interview."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.runner.head import person_words
from kizdesk.project.stocktaking.participants import people_elsewhere, people_near
from kizdesk.ui.forms import (
    Choice,
    Clock,
    Day,
    FieldSpec,
    Group,
    Line,
    LongText,
    One,
    Option,
    ThreeWay,
    records_of,
)
from kizdesk.ui.pages.stocktaking.participants import Participants

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_RELEASE = (
    "Tag, an dem die Kommune das Protokoll freigegeben hat. Im Entwurf des Konzepts stehen die Antworten schon vorher; "
    "„Prüfen“ erinnert an die Freigabe."
)
_TWO_FROM = 50
"""Day, time and choices are short: two of them stand side by side also where the form is narrow."""


class PeopleOffered:
    """Offer as participants the people of the municipality, and who takes part already."""

    def __init__(self) -> None:
        self.interview_id = ""

    def __call__(self, session: Session) -> Sequence[Option]:
        """Return the people, those of the municipality first."""
        interview = session.project.snapshot.find(Interview, self.interview_id)
        if interview is None:
            return ()
        found = people_near(session.project, interview)
        return [Option(person.id, person_words(session.project, person.id)) for person in found]

    def elsewhere(self, session: Session) -> Sequence[Option]:
        """Return who stands in the project otherwise, such as those of the district."""
        interview = session.project.snapshot.find(Interview, self.interview_id)
        found = () if interview is None else people_elsewhere(session.project, interview)
        return [Option(person.id, person_words(session.project, person.id)) for person in found]


def groups_of(people: PeopleOffered) -> tuple[Group, ...]:
    """Return the groups of the form."""
    places = records_of(Municipality, _name)
    when = (
        FieldSpec("municipality_id", "Kommune", partial(One, source=places, optional=False), required=True),
        FieldSpec("form", "Form des Gesprächs", partial(Choice, of=InterviewForm, optional=True)),
        FieldSpec("held_on", "Datum", Day),
        FieldSpec("status", "Stand", partial(Choice, of=InterviewStatus, boxed=True)),
        FieldSpec("started", "Beginn", Clock, help="Vor dem Gespräch: die vereinbarte Uhrzeit."),
        FieldSpec("ended", "Ende", Clock),
        FieldSpec("released_on", "Freigegeben am", Day, help=_RELEASE, wide=True),
    )
    who = (
        FieldSpec(
            "person_ids",
            "Am Gespräch beteiligt",
            partial(Participants, offered=people),
            help="Wer sonst im Projekt steht, etwa beim Kreis, wird beim Tippen des Namens vorgeschlagen.",
            wide=True,
        ),
        FieldSpec("interviewers", "Gesprächsführung", Line, placeholder="Namen der Fragenden", wide=True),
        FieldSpec(
            "privacy_notice_given",
            "Datenschutzhinweis gegeben",
            ThreeWay,
            help="Information nach Art.\u00a013\u00a0DSGVO, vor der ersten Frage.",
            wide=True,
        ),
        FieldSpec("note", "Vermerk", LongText, wide=True),
    )
    return Group("Gespräch", when, two_from=_TWO_FROM), Group("Beteiligte und Vorbereitung", who)


def _name(place: Municipality) -> str:
    return place.name
