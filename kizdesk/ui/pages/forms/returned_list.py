"""Describe the list of files that came back."""

from __future__ import annotations

from pathlib import Path

from kizdesk.project.forms.returned import State
from kizdesk.ui.pages.forms.returned_batch import FileRow
from kizdesk.ui.tables import Column

_ROLES = {
    State.NEW: "info",
    State.DIFFERENT: "attention",
    State.OLDER_GUIDE: "attention",
    State.OTHER_MUNICIPALITY: "attention",
    State.EQUAL: "attention",
    State.BLANK: "problem",
    State.OTHER_PROJECT: "problem",
    State.REFUSED: "problem",
    State.CONSENT: "attention",
    State.KEPT: "done",
    State.DOUBLE: "muted",
}


def key_of(row: FileRow) -> Path:
    """Return what tells files apart."""
    return row.path


def role_of(row: FileRow) -> str:
    """Return the colour of what a file is."""
    if row.is_taken:
        return "done"
    if row.reading is not None and row.reading.state is State.NEW and row.notices:
        return "attention"
    if row.reading is None:
        return "muted"
    return "attention" if row.reading.may_be_scan else _ROLES[row.reading.state]


def _name(row: FileRow) -> str:
    return row.name


def _path(row: FileRow) -> str:
    return str(row.path)


def _share(row: FileRow) -> float | None:
    return row.share


def _words(row: FileRow) -> str:
    return row.words


def _rank(row: FileRow) -> int:
    return row.rank


def _tip(row: FileRow) -> str:
    return row.reading.sentence if row.reading is not None else row.words


def _held(row: FileRow) -> int | None:
    chosen, of = row.held
    return chosen if of else None


def _held_text(row: FileRow) -> str:
    chosen, of = row.held
    return f"{chosen} von {of}" if of else ""


def _file(row: FileRow) -> str:
    return row.path.name


COLUMNS: tuple[Column[FileRow], ...] = (
    Column("Formular", _name, tip=_path, check=_share, strong=True, stretch=True, width=18),
    Column("Stand", _rank, text=_words, tip=_tip, role=role_of, align="left", width=16),
    Column("Angaben", _held, text=_held_text, align="left", width=10, spare=True),
    Column("Datei", _file, tip=_path, width=24, spare=True),
)
READ_ONLY: tuple[Column[FileRow], ...] = (
    Column("Formular", _name, tip=_path, strong=True, stretch=True, width=24),
    *COLUMNS[1:],
)
"""Without boxes to tick."""
