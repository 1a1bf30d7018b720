"""Lay what the program says over the line at the foot, so that the page keeps its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.shell.foot import Foot
from kizdesk.ui.shell.said import JobLine, SaidBar
from kizdesk.ui.theme import Theme

_PARTS_TURN = frozenset({QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest})
_FOOT_TURNS = _PARTS_TURN | {QEvent.Type.Resize, QEvent.Type.Move}


class Notices(QWidget):
    """Hold message and progress over the missing line of the foot; long sentences grow upwards."""

    def __init__(self, theme: Theme, said: SaidBar, job_line: JobLine, foot: Foot, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = (said, job_line)
        self._foot, self._under = foot, parent
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.unit)
        for part in self._parts:
            column.addWidget(part)
            part.installEventFilter(self)
        foot.room.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Appear with what there is to say, and follow the foot; how wide the parts are follows from the place."""
        if event.type() in (_FOOT_TURNS if watched is self._foot.room else _PARTS_TURN):
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand on the foot, as wide as its missing line and as high as the words need."""
        room, column = self._foot.room, self.layout()
        if column is None or all(part.isHidden() for part in self._parts):
            self.hide()
            return
        corner = room.mapTo(self._under, QPoint(0, 0))
        column.invalidate()
        needed = column.totalHeightForWidth(room.width()) if column.hasHeightForWidth() else column.sizeHint().height()
        height = max(needed, room.height())
        self.setGeometry(corner.x(), corner.y() + room.height() - height, room.width(), height)
        self.show()
        self.raise_()
