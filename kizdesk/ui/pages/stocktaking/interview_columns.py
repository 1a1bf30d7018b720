"""Describe the columns of the list of interviews."""

from __future__ import annotations

from datetime import date

from kizdesk.domain.interviews import InterviewStatus
from kizdesk.project.stocktaking import InterviewRow
from kizdesk.ui.tables import Column

_ROLES = {
    InterviewStatus.PLANNED: "muted",
    InterviewStatus.RUNNING: "info",
    InterviewStatus.DONE: "done",
    InterviewStatus.RELEASED: "done",
}
_RANKS = {status: rank for rank, status in enumerate(InterviewStatus)}
_PROGRESS_LETTERS, _DAY_LETTERS, _STATUS_LETTERS = 7, 10, 12
_FORM_LETTERS = 8


def columns() -> tuple[Column[InterviewRow], ...]:
    """Return the columns."""
    return (
        Column("Kommune", _place, tip=_place, strong=True, stretch=True, width=15),
        Column("Datum", _day, width=_DAY_LETTERS),
        Column("Stand", _status, sort=_rank, role=_role, tip=_status_tip, width=_STATUS_LETTERS),
        Column("Fragen", _share, text=_progress, tip=_progress_tip, align="right", width=_PROGRESS_LETTERS),
        Column("Form", _form, width=_FORM_LETTERS, spare=True),
        Column("Beteiligte", _people, spare=True),
        Column("Freigabe", _released, width=_DAY_LETTERS, spare=True),
    )


def key_of(row: InterviewRow) -> str:
    """Return what tells rows apart."""
    return row.id


def _place(row: InterviewRow) -> str:
    return row.name


def _day(row: InterviewRow) -> date | None:
    return row.day


def _form(row: InterviewRow) -> str:
    return row.form_text


def _people(row: InterviewRow) -> str:
    return row.people_text


def _status(row: InterviewRow) -> str:
    return "geändert" if row.changed else row.status_text


def _status_tip(row: InterviewRow) -> str:
    return row.changed_text or row.status_text


def _rank(row: InterviewRow) -> int:
    return _RANKS[row.status]


def _role(row: InterviewRow) -> str:
    return "attention" if row.changed else _ROLES[row.status]


def _share(row: InterviewRow) -> float:
    return row.progress.share


def _progress(row: InterviewRow) -> str:
    return row.progress.text


def _progress_tip(row: InterviewRow) -> str:
    return row.progress.sentence


def _released(row: InterviewRow) -> date | None:
    return row.released_on
