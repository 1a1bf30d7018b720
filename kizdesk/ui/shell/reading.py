"""Keep the Tab key in the order of reading, whenever what is made later stands before what was made first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def order(first: QWidget, upper: Sequence[QWidget], lower: Sequence[QWidget]) -> None:
    """Let ``upper`` follow ``first``, and ``lower`` follow everything else of the window."""
    before = stops(first)[-1:]
    for stop in [found for part in upper for found in stops(part)]:
        if before:
            QWidget.setTabOrder(before[0], stop)
        before = [stop]
    last = [found for part in lower for found in stops(part)]
    at = _end(first.window(), set(last))
    for stop in last:
        QWidget.setTabOrder(at, stop)
        at = stop


def stops(part: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches in a part, hidden or not."""
    found = [child for child in part.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [part, *found] if part.focusPolicy() & Qt.FocusPolicy.TabFocus else found


def _end(window: QWidget, moved: set[QWidget]) -> QWidget:
    """Return the last stop of the window that is not among those moved behind it."""
    at = window.previousInFocusChain()
    while at is not None and at is not window and (at in moved or not at.focusPolicy() & Qt.FocusPolicy.TabFocus):
        at = at.previousInFocusChain()
    return at or window
