"""Keep the Tab key in the order of reading, whenever what is made later stands before what was made first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kizdesk.ui.widgets.stops import stops


def order(first: QWidget, upper: Sequence[QWidget], lower: Sequence[QWidget]) -> None:
    """Let ``upper`` follow ``first``, and ``lower`` follow everything else of the window.

    What is made now is the last of the window; so there need be no search for what was the last until now.
    """
    _follow([*stops(first)[-1:], *(found for part in upper for found in stops(part))])
    end = QWidget(first.window())
    end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    _follow([end, *(found for part in lower for found in stops(part))])
    end.setParent(None)
    end.deleteLater()


def _follow(row: Sequence[QWidget]) -> None:
    """Let each follow the one before it."""
    for number in range(1, len(row)):
        QWidget.setTabOrder(row[number - 1], row[number])
