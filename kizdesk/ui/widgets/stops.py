"""Find what the Tab key reaches, and say in which order.

Qt's chain is not walked for it: PySide takes the widget that is asked for its neighbour for the parent of the one it
returns, and loses that one together with it, though it is still shown. The program then crashes some time later.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def stops(part: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches in a part, hidden or not, as it was made."""
    found = [child for child in part.findChildren(QWidget) if _can_stop(child) and child.window() is part.window()]
    return [part, *found] if _can_stop(part) else found


def in_reading_order(widgets: list[QWidget], on: QWidget) -> list[QWidget]:
    """Return widgets from the top to the bottom, and from left to right."""
    return sorted(widgets, key=lambda widget: line_and_column(widget, on))


def follow_each_other(row: Iterable[QWidget]) -> None:
    """Let the Tab key go through widgets that take the focus in this order; one that only holds such is no help."""
    for before, after in pairwise(row):
        QWidget.setTabOrder(before, after)


def line_and_column(widget: QWidget, on: QWidget) -> tuple[int, int]:
    """Return where a widget stands on another, in logical pixels from above and from the left."""
    place = widget.mapTo(on, QPoint(0, 0))
    return place.y(), place.x()


def _can_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
