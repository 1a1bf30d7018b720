"""Describe the form of one interview."""

from __future__ import annotations

from functools import partial

from kizdesk.domain.interviews import InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.ui.forms import (
    Choice,
    Clock,
    Day,
    FieldSpec,
    Group,
    Line,
    LongText,
    One,
    ThreeWay,
    records_of,
)
from kizdesk.ui.pages.stocktaking.participants import Participants
from kizdesk.ui.pages.stocktaking.people_offered import PeopleOffered

_RELEASE = (
    "Tag, an dem die Kommune das Protokoll freigegeben hat. Im Entwurf des Konzepts stehen die Antworten schon vorher; "
    "„Prüfen“ erinnert an die Freigabe."
)
_TWO_FROM = 50
"""Day, time and choices are short: two of them stand side by side also where the form is narrow."""


def groups_of(people: PeopleOffered) -> tuple[Group, ...]:
    """Return the groups of the form."""
    places = records_of(Municipality, _name)
    when = (
        FieldSpec("municipality_id", "Kommune", partial(One, source=places, optional=False), required=True),
        FieldSpec(
            "form",
            "Form des Gesprächs",
            partial(Choice, of=InterviewForm, optional=True, empty="noch nicht festgelegt"),
        ),
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
