"""Describe the list and the form of offerings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Continuation, FundingRow, Offering, Reach
from kizdesk.domain.places import Municipality
from kizdesk.project.evaluation.register import OfferingRow, target_groups
from kizdesk.ui.forms import (
    Choice,
    Day,
    FieldSpec,
    Group,
    Line,
    LongText,
    Many,
    One,
    Option,
    RowColumn,
    Rows,
    ThreeWay,
    Whole,
    records_of,
)
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column

Look = Callable[[str], OfferingRow | None]
"""Returns the words of an offering by its id."""
_MONEY = (
    RowColumn("Mittelgeber", "source", stretch=3),
    RowColumn("Programm", "programme", stretch=2),
    RowColumn("Euro im Jahr", "amount_eur", "amount", stretch=2),
    RowColumn("Läuft bis", "until", stretch=2),
)


def groups() -> tuple[Group, ...]:
    """Return the form: all that can be told of an offering."""
    return (_what(), _whom(), _how_long(), _success())


def columns(look: Look) -> tuple[Column[Offering], ...]:
    """Return the columns of the list; the words come from the register."""

    def cell(pick: Callable[[OfferingRow], object]) -> Callable[[Offering], object]:
        return partial(_cell, look, pick)

    return (
        Column("Angebot", _title, stretch=True, strong=True, width=22),
        Column("Kommune", cell(_place)),
        Column("Endet", cell(_ends), text=partial(_ends_text, look), width=11),
        Column("Handlungsfelder", cell(_fields), width=24, spare=True),
        Column("Träger", _provider, width=20, spare=True),
        Column("Zielgruppen", cell(_audience), width=20, spare=True),
        Column("Dauer", cell(_duration), width=18, spare=True),
        Column("Förderung", cell(_funding), width=24, spare=True),
        Column("Fortführung", cell(_continuation), width=16, spare=True),
        Column("Veröffentlichung", cell(_published), width=10, spare=True),
    )


def _what() -> Group:
    places = records_of(Municipality, _name)
    return Group(
        "Angebot",
        (
            FieldSpec("title", "Name", Line, required=True, wide=True),
            FieldSpec("municipality_id", "Kommune", partial(One, source=places, empty="kreisweit")),
            FieldSpec("provider", "Träger", Line),
            FieldSpec("partners", "Partner", Line, wide=True),
            FieldSpec("description", "Beschreibung", partial(LongText, least=3, most=8), wide=True),
        ),
    )


def _whom() -> Group:
    fields = records_of(FieldOfAction, _field_title, by_position=True)
    return Group(
        "Für wen und wofür",
        (
            FieldSpec("field_ids", "Handlungsfelder", partial(Many, source=fields), wide=True),
            FieldSpec("target_groups", "Zielgruppen", partial(Many, source=_offer_groups), wide=True),
            FieldSpec("reach", "Reichweite", partial(Choice, of=Reach, optional=True)),
            FieldSpec("place", "Ort", Line),
            FieldSpec("people_per_year", "Menschen im Jahr", partial(Whole, optional=True)),
        ),
    )


def _how_long() -> Group:
    return Group(
        "Dauer und Geld",
        (
            FieldSpec("permanent", "Regelangebot", ThreeWay, "Nein heißt: ein Projekt auf Zeit."),
            FieldSpec("continuation", "Fortführung", partial(Choice, of=Continuation, optional=True)),
            FieldSpec("starts", "Beginn", Day),
            FieldSpec("ends", "Ende", Day),
            FieldSpec("funding", "Förderung", partial(Rows, columns=_MONEY, make=FundingRow), wide=True),
        ),
    )


def _success() -> Group:
    return Group(
        "Erfahrung",
        (
            FieldSpec("success", "Woran zeigt sich der Erfolg?", partial(LongText, least=2, most=6), wide=True),
            FieldSpec("may_publish", "Darf im Konzept genannt werden", ThreeWay),
        ),
    )


def _offer_groups(session: Session) -> Sequence[Option]:
    return [Option(key, text) for key, text in target_groups(session.project)]


def _cell(look: Look, pick: Callable[[OfferingRow], object], offering: Offering) -> object:
    row = look(offering.id)
    return pick(row) if row is not None else None


def _ends_text(look: Look, offering: Offering) -> str:
    row = look(offering.id)
    return row.ends_text if row is not None else ""


def _title(offering: Offering) -> str:
    return offering.title or "ohne Namen"


def _provider(offering: Offering) -> str:
    return offering.provider


def _name(place: Municipality) -> str:
    return place.name


def _field_title(field: FieldOfAction) -> str:
    return field.title


def _place(row: OfferingRow) -> str:
    return row.municipality


def _ends(row: OfferingRow) -> object:
    return row.ends


def _fields(row: OfferingRow) -> str:
    return ", ".join(row.fields)


def _audience(row: OfferingRow) -> str:
    return row.target_groups


def _duration(row: OfferingRow) -> str:
    return row.duration


def _funding(row: OfferingRow) -> str:
    return row.funding


def _continuation(row: OfferingRow) -> str:
    return row.continuation


def _published(row: OfferingRow) -> str:
    return row.published
