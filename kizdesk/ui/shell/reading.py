"""Keep the Tab key in the order of reading, whenever what is made later stands before what was made first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from kizdesk.ui.widgets.stops import follow_each_other, stops


def order(first: QWidget, upper: Sequence[QWidget], lower: Sequence[QWidget]) -> None:
    """Let ``upper`` follow ``first``, and ``lower`` follow everything else of the window.

    What is made now is the last of the window; so there need be no search for what was the last until now.
    """
    follow_each_other([*stops(first)[-1:], *(found for part in upper for found in stops(part))])
    end = QWidget(first.window())
    end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    follow_each_other([end, *(found for part in lower for found in stops(part))])
    delete(end)
