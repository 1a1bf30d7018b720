"""Describe the forms of principle, field of action, goal and measure as data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from kizdesk.domain.fields import MeasureLevel, MeasureOrigin, MeasureStatus, Priority, Strand
from kizdesk.domain.places import Municipality
from kizdesk.project.fields.outline import field_outline
from kizdesk.ui.forms import (
    Amount,
    Choice,
    Day,
    FieldSpec,
    Flag,
    Group,
    Line,
    Lines,
    LongText,
    Many,
    One,
    Option,
    Prose,
    Whole,
    records_of,
)

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SHORT = 46
"""Letters that a form must be wide for two short fields side by side, such as two days."""


def goals_offered(session: Session) -> Sequence[Option]:
    """Return all goals of the concept with their field, in the order of the outline."""
    return [
        Option(branch.goal.id, f"{field.field.title}: {branch.goal.title}")
        for strand in field_outline(session.project)
        for field in strand.fields
        for branch in field.goals
    ]


def _municipality_name(record: Municipality) -> str:
    return record.name


PRINCIPLE = (
    Group(
        "",
        (
            FieldSpec(
                "title",
                "Leitlinie",
                Line,
                "Eine Leitlinie gilt für das ganze Konzept; ein Leitziel gilt für ein Handlungsfeld und steht dort.",
                required=True,
                wide=True,
            ),
            FieldSpec("text", "Erläuterung", partial(Prose, least=10), wide=True),
        ),
    ),
)

FIELD = (
    Group(
        "",
        (
            FieldSpec("title", "Handlungsfeld", Line, required=True, wide=True),
            FieldSpec(
                "guiding_goal",
                "Leitziel",
                partial(Prose, least=2),
                "Ein Satz: Was soll in diesem Handlungsfeld am Ende erreicht sein?",
                required=True,
                wide=True,
            ),
            FieldSpec(
                "description", "Beschreibung", partial(Prose, least=2), "Worum geht es in diesem Feld?", wide=True
            ),
            FieldSpec(
                "situation",
                "Ausgangslage",
                partial(Prose, least=4),
                "Was ist heute da? Die Belege zeigen, was in den Gesprächen gesagt wurde.",
                wide=True,
            ),
            FieldSpec("needs", "Bedarfe", partial(Prose, least=4), "Was fehlt oder soll besser werden?", wide=True),
            FieldSpec("strand", "Strang", partial(Choice, of=Strand), wide=True),
        ),
    ),
)

GOAL = (
    Group(
        "",
        (
            FieldSpec("title", "Ziel", Line, required=True, wide=True),
            FieldSpec(
                "description",
                "Erläuterung",
                partial(Prose, least=5),
                "Woran ist zu erkennen, dass das Ziel erreicht ist?",
                wide=True,
            ),
        ),
    ),
)

_WHAT = Group(
    "",
    (
        FieldSpec("title", "Maßnahme", Line, required=True, wide=True),
        FieldSpec("lead", "Federführung", Line, required=True),
        FieldSpec("level", "Ebene", partial(Choice, of=MeasureLevel, optional=True)),
        FieldSpec("starts", "Beginn", Day, required=True),
        FieldSpec("ends", "Ende", Day, placeholder="leer: auf Dauer"),
        FieldSpec("description", "Beschreibung", partial(Prose, least=2), wide=True),
        FieldSpec("partners", "Partner", Line, wide=True),
        FieldSpec("target_group", "Zielgruppe", Line, wide=True),
        FieldSpec(
            "municipality_ids",
            "Kommunen",
            partial(Many, source=records_of(Municipality, _municipality_name), empty="keine ausgewählt"),
            "Ohne Auswahl nennt das Konzept keine Kommune; gilt sie für alle, bitte alle auswählen.",
            wide=True,
        ),
    ),
    two_from=_SHORT,
)
_EFFECT = Group(
    "Wirkung und Meilensteine",
    (
        FieldSpec("indicator", "Kennzahl", Line, "Woran ist der Erfolg zu messen?", required=True, wide=True),
        FieldSpec("base_value", "Ausgangswert", Line),
        FieldSpec("target_value", "Zielwert", Line),
        FieldSpec("measured_on", "Wann gemessen wird", Line, wide=True),
        FieldSpec("milestones", "Meilensteine", partial(Lines, least=2), "Einer in jeder Zeile.", wide=True),
    ),
    two_from=_SHORT,
)
_MONEY = Group(
    "Aufwand und Finanzierung",
    (
        FieldSpec("effort_fte", "Personal", partial(Amount, unit="Stellen", optional=True)),
        FieldSpec("effort_eur", "Sachaufwand", partial(Amount, unit="€ im Jahr", optional=True)),
        FieldSpec("budget_year", "Haushaltsjahr", partial(Whole, optional=True, least=1990, most=2100, grouped=False)),
        FieldSpec("product", "Produkt im Haushalt", Line),
        FieldSpec("funding", "Finanzierung", partial(LongText, least=1), wide=True),
        FieldSpec(
            "needs_own_resolution",
            "Finanzvorbehalt",
            partial(Flag, text="Die Mittel brauchen einen eigenen Beschluss."),
            wide=True,
        ),
    ),
    "Ein leerer Betrag bedeutet „noch nicht beziffert“; kein Aufwand ist 0.",
    two_from=_SHORT,
)
_STATE = Group(
    "Priorität, Stand und Herkunft",
    (
        FieldSpec("priority", "Priorität", partial(Choice, of=Priority, optional=True)),
        FieldSpec("status", "Stand", partial(Choice, of=MeasureStatus)),
        FieldSpec("origin", "Herkunft", partial(Choice, of=MeasureOrigin, optional=True)),
        FieldSpec("origin_note", "Quelle", Line, "Zum Beispiel der Workshop oder das Gespräch."),
        FieldSpec("resolution", "Beschluss", Line),
        FieldSpec("goal_id", "Gehört zum Ziel", partial(One, source=goals_offered, optional=False), wide=True),
    ),
    two_from=_SHORT,
)
MEASURE = (_WHAT, _EFFECT, _MONEY, _STATE)
