"""Read a CSV table and say of every fault in it on which line it stands."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

from kizdesk.domain.errors import EnvironmentFault, ShapeError
from kizdesk.domain.texts import clean

T = TypeVar("T")
SEPARATOR = ";"
_MOST_DIGITS = 12
"""More is no number of people or square kilometres, and no file could keep the sum."""
_SPREADSHEET = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of Excel begin, new and old."""


@dataclass(frozen=True, slots=True)
class Row:
    """Be one row with its line in the file, so that a value that does not fit can be traced."""

    shown: str
    line: int
    values: Mapping[str, str]

    def fault(self, message: str) -> ShapeError:
        """Return the error for this row, naming file, line and entry."""
        name = self.values.get("name") or self.values.get("id") or ""
        return ShapeError(f"{self.shown}, Zeile {self.line}" + (f", {name}" if name else ""), message)

    def text(self, column: str) -> str:
        """Return a text that must not be empty."""
        if not self.values[column]:
            raise self.fault(f"In der Spalte „{column}“ fehlt die Angabe.")
        return self.values[column]

    def key(self, column: str, digits: int) -> str:
        """Return an official key of so many digits; a leading zero that a spreadsheet took off is put back."""
        value = self.values[column]
        key = value.zfill(digits) if len(value) == digits - 1 else value
        if len(key) != digits or not (key.isascii() and key.isdigit()):
            raise self.fault(f"„{value}“ in der Spalte „{column}“ ist kein Schlüssel mit {digits} Ziffern.")
        return key

    def whole(self, column: str) -> int | None:
        """Return a whole number, None for an empty cell."""
        return self._parsed(
            column, _whole, f"keine ganze Zahl mit höchstens {_MOST_DIGITS} Ziffern. Bitte so schreiben: 65170"
        )

    def decimal(self, column: str) -> Decimal | None:
        """Return a number with decimal comma, None for an empty cell."""
        return self._parsed(
            column, _decimal, f"keine Zahl mit höchstens {_MOST_DIGITS} Ziffern. Bitte so schreiben: 85,50"
        )

    def day(self, column: str) -> date | None:
        """Return a date, None for an empty cell."""
        return self._parsed(column, _day, "kein Datum. Bitte so schreiben: 2023-12-31")

    def _parsed(self, column: str, parse: Callable[[str], T], complaint: str) -> T | None:
        value = self.values[column]
        if not value:
            return None
        try:
            return parse(value)
        except (ValueError, InvalidOperation):
            raise self.fault(f"„{value}“ in der Spalte „{column}“ ist {complaint}.") from None


def read_table(path: Path, shown: str, columns: tuple[str, ...]) -> list[Row]:
    """Return the rows of a table that has at least the given columns.

    Raises EnvironmentFault if the file cannot be read, ShapeError for a wrong layout.
    """
    reader = csv.reader(_text_of(path, shown).splitlines(keepends=True), delimiter=SEPARATOR, strict=True)
    rows: list[Row] = []
    header: list[str] = []
    try:
        for cells in reader:
            values = [" ".join(cell.split()) for cell in cells]
            if not any(values):
                continue
            if not header:
                header = values
                _check_header(shown, header, columns)
                continue
            rows.append(_row(shown, reader.line_num, header, values))
    except csv.Error:
        raise ShapeError(f"{shown}, Zeile {reader.line_num}", "Bitte die Anführungszeichen prüfen.") from None
    if not header:
        raise ShapeError(shown, f"Die Datei ist leer. Erwartet werden die Spalten {SEPARATOR.join(columns)}.")
    return rows


def _text_of(path: Path, shown: str) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise EnvironmentFault(f"Die Datei {shown} gibt es nicht. Bitte den Namen und den Ordner prüfen.") from None
    except OSError:
        raise EnvironmentFault(f"Die Datei {shown} ist nicht lesbar. Bitte die Zugriffsrechte prüfen.") from None
    if data.startswith(_SPREADSHEET):
        raise ShapeError(shown, "Das ist eine Excel-Datei. Bitte in Excel als „CSV UTF-8“ speichern und diese nehmen.")
    try:
        return clean(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return clean(data.decode("cp1252", errors="replace"))


def _check_header(shown: str, header: list[str], columns: tuple[str, ...]) -> None:
    expected = f"Erwartet werden die Spalten {SEPARATOR.join(columns)}, getrennt durch Semikolon."
    for column in columns:
        if column not in header:
            raise ShapeError(f"{shown}, Zeile 1", f"Die Spalte „{column}“ fehlt. {expected}")
        if header.count(column) > 1:
            raise ShapeError(f"{shown}, Zeile 1", f"Die Spalte „{column}“ kommt zweimal vor. {expected}")


def _row(shown: str, line: int, header: list[str], values: list[str]) -> Row:
    if len(values) != len(header):
        message = f"Hier stehen {len(values)} statt {len(header)} Spalten. Bitte die Semikolons prüfen."
        raise ShapeError(f"{shown}, Zeile {line}", message)
    return Row(shown, line, dict(zip(header, values, strict=True)))


def _whole(value: str) -> int:
    if not (value.isascii() and value.isdigit()) or len(value) > _MOST_DIGITS:
        raise ValueError(value)
    return int(value)


def _decimal(value: str) -> Decimal:
    whole, _, fraction = value.partition(",")
    digits = whole + fraction
    if not (digits.isascii() and digits.isdigit()) or len(digits) > _MOST_DIGITS:
        raise ValueError(value)
    return Decimal(value.replace(",", "."))


def _day(value: str) -> date:
    if "." in value:
        day, month, year = (int(part) for part in value.split("."))
        return date(year, month, day)
    return date.fromisoformat(value)
