"""Turn what is typed into a line into the plain text that is kept, and back."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from kizdesk.domain.errors import UserError
from kizdesk.project.runner.ask import Kind
from kizdesk.ui.forms.german import read_amount, read_clock, read_whole, write_amount, write_clock
from kizdesk.ui.widgets.days import day_text, read_day

UNITS = {Kind.PERCENT: "%", Kind.CLOCK: "Uhr"}
HINTS = {Kind.DAY: "TT.MM.JJJJ", Kind.CLOCK: "z. B. 14:30"}
_BELOW, _WHOLE = Decimal(0), Decimal(100)


def read(kind: Kind, typed: str, today: date) -> str:
    """Return what is kept of a typed text; raises UserError if it cannot be read."""
    match kind:
        case Kind.NUMBER:
            return _plain(read_amount(typed))
        case Kind.PERCENT:
            return _plain(_share(read_amount(typed, unit="%")))
        case Kind.WHOLE:
            return _whole(read_whole(typed))
        case Kind.DAY:
            return _day(typed, today)
        case Kind.CLOCK:
            moment = read_clock(typed)
            return write_clock(moment) if moment is not None else ""
        case Kind.TEXT:
            return typed.strip()


def write(kind: Kind, kept: str) -> str:
    """Return a kept text as it is typed; what cannot be read is shown as it is."""
    if not kept or kind is Kind.TEXT:
        return kept
    try:
        if kind is Kind.DAY:
            return day_text(date.fromisoformat(kept))
        if kind is Kind.CLOCK:
            return write_clock(time.fromisoformat(kept))
        return write_amount(Decimal(kept), places=0)
    except (ValueError, ArithmeticError):
        return kept


def _day(typed: str, today: date) -> str:
    bare = typed.strip()
    if not bare:
        return ""
    if bare.lower() == "heute":
        return today.isoformat()
    day = read_day(bare)
    if day is None:
        raise UserError("Diesen Tag gibt es nicht. Bitte so eingeben: 06.03.2013.")
    return day.isoformat()


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number:f}"


def _share(number: Decimal | None) -> Decimal | None:
    if number is not None and not _BELOW <= number <= _WHOLE:
        raise UserError("Ein Anteil liegt zwischen 0 und 100 Prozent. Bitte die Zahl prüfen.")
    return number


def _whole(number: int | None) -> str:
    if number is not None and number < 0:
        raise UserError("Die Zahl kann nicht kleiner als 0 sein. Bitte die Zahl prüfen.")
    return "" if number is None else str(number)
