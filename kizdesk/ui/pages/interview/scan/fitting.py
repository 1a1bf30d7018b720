"""Know how large a page is shown: fitted into its room, or as large as was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QSize, QSizeF

SMALLEST, LARGEST = 0.02, 8.0
_STEP: Final = 1.25
_LARGEST_EDGE: Final = 30_000.0
"""Logical pixels of a page however far it is zoomed."""
_NEARLY: Final = 1e-3


class Fit(Enum):
    """Say what decides on the size."""

    WIDTH = "breite"
    PAGE = "seite"
    CHOSEN = "frei"


@dataclass(frozen=True, slots=True)
class Look:
    """Be how an attachment is looked at; pages count from 0, turns are degrees with the clock."""

    page: int = 0
    turn: int = 0
    fit: Fit = Fit.WIDTH
    zoom: float = 1.0


def turned(size: QSizeF, turn: int) -> QSizeF:
    """Return the size of a page that is turned."""
    return size.transposed() if turn % 180 else size


def zoom_of(look: Look, size: QSizeF, room: QSize) -> float:
    """Return how much a page of a size, already turned, is zoomed in a room."""
    widest = room.width() / max(size.width(), 1.0)
    wanted = {
        Fit.WIDTH: widest,
        Fit.PAGE: min(widest, room.height() / max(size.height(), 1.0)),
        Fit.CHOSEN: look.zoom,
    }[look.fit]
    most = min(LARGEST, _LARGEST_EDGE / max(size.width(), size.height(), 1.0))
    return min(wanted, most)


def stepped(zoom: float, steps: float) -> float:
    """Return the zoom some steps nearer or farther; a step over the whole size stops there."""
    found = float(zoom * _STEP**steps)
    passes = min(zoom, found) < 0.99 and max(zoom, found) > 1.01
    return 1.0 if passes else max(SMALLEST, min(LARGEST, found))


def zoomed(size: QSizeF, zoom: float) -> QSize:
    """Return a size in whole pixels that is never larger than the room it was fitted into."""
    return QSize(max(1, int(size.width() * zoom + _NEARLY)), max(1, int(size.height() * zoom + _NEARLY)))
