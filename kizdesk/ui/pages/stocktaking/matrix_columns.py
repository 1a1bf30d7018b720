"""Describe the columns of the matrix: the municipality, one narrow column a section, stand and next step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kizdesk.project.stocktaking import Column as Section
from kizdesk.project.stocktaking import Matrix, MatrixRow, Stand
from kizdesk.project.stocktaking.rows import NOTHING
from kizdesk.ui.tables import Column

_ROLES = {
    Stand.DONE: "done",
    Stand.RELEASED: "done",
    Stand.RUNNING: "info",
    Stand.PLANNED: "muted",
    Stand.OPEN: "muted",
}
_STAND_LETTERS, _STEP_LETTERS = 13, 20
_AGAIN = "Erneut freigeben lassen"
_RANKS = {stand: rank for rank, stand in enumerate(Stand)}


def columns_of(table: Matrix) -> tuple[Column[MatrixRow], ...]:
    """Return the columns for the sections of the guide in force."""
    sections = (_section(number, section) for number, section in enumerate(table.columns))
    return (
        Column("Kommune", _name, strong=True),
        *sections,
        Column("Stand", _stand, sort=_rank, role=_stand_role, tip=_stand_tip, width=_STAND_LETTERS),
        Column("Nächster Schritt", _next, tip=_next_tip, role=_next_role, width=_STEP_LETTERS, stretch=True),
    )


def key_of(row: MatrixRow) -> str:
    """Return what tells rows apart."""
    return row.municipality_id


def shapes(sections: Sequence[Section]) -> tuple[tuple[str, str], ...]:
    """Return by what columns differ: other ones need another table."""
    return tuple((section.section_id, section.short) for section in sections)


def _section(number: int, section: Section) -> Column[MatrixRow]:
    return Column(
        section.short,
        partial(_share, number),
        text=partial(_words, number),
        tip=partial(_words, number),
        sign=partial(_share, number),
        rotated=True,
        key=section.section_id,
    )


def _share(number: int, row: MatrixRow) -> float:
    return row.cells[number].share


def _words(number: int, row: MatrixRow) -> str:
    return row.texts[number]


def _name(row: MatrixRow) -> str:
    return row.name


def _stand(row: MatrixRow) -> str:
    return "geändert" if row.changed else row.stand_text


def _stand_tip(row: MatrixRow) -> str:
    return row.changed_text or row.stand_text


def _rank(row: MatrixRow) -> int:
    return _RANKS[row.stand]


def _stand_role(row: MatrixRow) -> str:
    return "attention" if row.changed else _ROLES[row.stand]


def _next(row: MatrixRow) -> str:
    return _AGAIN if row.changed and row.next_step == NOTHING else row.next_step


def _next_tip(row: MatrixRow) -> str:
    return "" if _next(row) == NOTHING else f"{_next(row)}: anklicken oder mit der Eingabetaste öffnen"


def _next_role(row: MatrixRow) -> str:
    return "muted" if _next(row) == NOTHING else ""
