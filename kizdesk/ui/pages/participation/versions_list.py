"""Show the frozen versions as a table."""

from __future__ import annotations

from datetime import date

from kizdesk.project.versions.listed import VersionRow
from kizdesk.ui.tables import Column


def _number(row: VersionRow) -> int:
    return row.number


def _name(row: VersionRow) -> str:
    return row.name


def _dated(row: VersionRow) -> date:
    return row.dated


def _author(row: VersionRow) -> str:
    return row.author


def _note(row: VersionRow) -> str:
    return row.note


def _name_tip(row: VersionRow) -> str:
    return f"{row.name}\nPrüfwert des Inhalts: {row.mark}. Wer denselben Prüfwert sieht, hat denselben Inhalt."


def _agreed(row: VersionRow) -> int | None:
    return row.agreed if row.asked else None


def _agreed_text(row: VersionRow) -> str:
    if not row.asked:
        return "entfällt"
    conditional = f", {row.conditional} bedingt" if row.conditional else ""
    return f"{row.agreed} von {row.asked}{conditional}"


def _agreed_role(row: VersionRow) -> str:
    return "done" if row.agreed == row.asked else ""


def _changes(row: VersionRow) -> int | None:
    return row.changes


def _changed(row: VersionRow) -> str:
    if row.changes is None:
        return "wird gezählt …"
    if not row.changes:
        return "nichts"
    return "1 Stelle" if row.changes == 1 else f"{row.changes} Stellen"


def _changed_role(row: VersionRow) -> str:
    return "attention" if row.changes else "done" if row.changes == 0 else "muted"


def version_key(row: VersionRow) -> str:
    """Return what tells versions apart."""
    return row.id


COLUMNS: tuple[Column[VersionRow], ...] = (
    Column("Nr.", _number, width=3, align="left"),
    Column("Name", _name, tip=_name_tip, strong=True, stretch=True, width=22),
    Column("Datum", _dated, width=10),
    Column("Verfasst von", _author, width=19, spare=True),
    Column("Vermerk", _note, width=14, spare=True),
    Column("Einvernehmen", _agreed, text=_agreed_text, role=_agreed_role, align="left", width=16),
    Column("Seitdem geändert", _changes, text=_changed, role=_changed_role, align="left", width=15),
)
