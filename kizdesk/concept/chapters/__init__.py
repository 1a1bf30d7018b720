"""Write the chapters, one module per group, by their key in the outline."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.concept.chapters.agreement import agreement, register
from kizdesk.concept.chapters.annexes import offerings, participants, sources
from kizdesk.concept.chapters.area import area, core_data
from kizdesk.concept.chapters.centre import placement, staff, tasks
from kizdesk.concept.chapters.cooperation import with_municipalities, with_providers, with_volunteers
from kizdesk.concept.chapters.cost import cost
from kizdesk.concept.chapters.fields import fields
from kizdesk.concept.chapters.focus import focus
from kizdesk.concept.chapters.measures import measure_overview, reporting
from kizdesk.concept.chapters.occasion import occasion
from kizdesk.concept.chapters.overview import overview
from kizdesk.concept.chapters.principles import principles
from kizdesk.concept.chapters.process import course, statements, votes
from kizdesk.concept.chapters.profile import profiles
from kizdesk.concept.chapters.structures import actors, administration, own_offerings
from kizdesk.concept.chapters.synopsis import synopsis
from kizdesk.concept.context import Chapter

CHAPTERS: Mapping[str, Chapter] = {
    "anlass": occasion,
    "kreis": area,
    "kerndaten": core_data,
    "verwaltung": administration,
    "akteure": actors,
    "angebote_kreis": own_offerings,
    "ueberblick": overview,
    "synopse": synopsis,
    "profile": profiles,
    "leitlinien": principles,
    "handlungsfelder": fields,
    "schwerpunkte": focus,
    "aufgaben": tasks,
    "anbindung": placement,
    "personal": staff,
    "kosten": cost,
    "gemeinden": with_municipalities,
    "traeger": with_providers,
    "ehrenamt": with_volunteers,
    "verlauf": course,
    "voten": votes,
    "anregungen": statements,
    "einvernehmen": agreement,
    "steuerung": reporting,
    "anlage_massnahmen": measure_overview,
    "anlage_angebote": offerings,
    "anlage_einvernehmen": register,
    "anlage_beteiligte": participants,
    "anlage_quellen": sources,
}
