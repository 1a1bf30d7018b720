"""Describe the columns of the list of forms."""

from __future__ import annotations

from datetime import date

from kizdesk.project.forms.register import FormRow, FormState
from kizdesk.ui.tables import Column

_ROLES = {
    FormState.OVERDUE: "problem",
    FormState.OUT: "info",
    FormState.BACK: "done",
    FormState.NONE: "muted",
}
_RANKS = {state: rank for rank, state in enumerate(FormState)}
_DAY_LETTERS, _DUE_LETTERS = 10, 12


def _name(row: FormRow) -> str:
    return row.name


def _rank(row: FormRow) -> int:
    return _RANKS[row.state]


def _stands(row: FormRow) -> str:
    return row.stands


def _role(row: FormRow) -> str:
    return _ROLES[row.state]


def _sent(row: FormRow) -> date | None:
    return row.sent_on


def _due(row: FormRow) -> date | None:
    return row.return_by


def _back(row: FormRow) -> date | None:
    return row.back_on


def _scope(row: FormRow) -> str:
    return row.scope


def _talked(row: FormRow) -> str:
    return row.talked


def _contact(row: FormRow) -> str:
    return row.contact


def _contact_tip(row: FormRow) -> str:
    return "\n".join(filter(None, (row.contact, row.email)))


def _email(row: FormRow) -> str:
    return row.email


def key_of(row: FormRow) -> str:
    """Return what tells rows apart."""
    return row.municipality_id


COLUMNS: tuple[Column[FormRow], ...] = (
    Column("Kommune", _name, tip=_name, strong=True, stretch=True, width=18),
    Column("Stand", _rank, text=_stands, role=_role, align="left", width=19),
    Column("Ausgegeben", _sent, width=_DAY_LETTERS),
    Column("Rückgabe bis", _due, width=_DUE_LETTERS),
    Column("Zurück am", _back, width=_DAY_LETTERS),
    Column("Umfang", _scope, tip=_scope, width=20, spare=True),
    Column("Gespräch", _talked, tip=_talked, width=19, spare=True),
    Column("Ansprechperson", _contact, tip=_contact_tip, width=18, spare=True),
    Column("E-Mail", _email, width=20, spare=True),
)
