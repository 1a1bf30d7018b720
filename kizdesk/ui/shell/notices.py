"""Lay what the program says over the line at the foot, so that the page keeps its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.shell.foot import Foot
from kizdesk.ui.shell.said import JobLine, SaidBar
from kizdesk.ui.theme import Theme


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
        """Appear with what there is to say, and follow the foot."""
        kinds = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest)
        if event.type() in (*kinds, QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Stand on the foot, as wide as its missing line and as high as the words need."""
        speaks = any(not part.isHidden() for part in self._parts)
        self.setVisible(speaks)
        if not speaks:
            return
        room = self._foot.room
        corner = room.mapTo(self._under, QPoint(0, 0))
        column = self.layout()
        if column is None:
            return
        column.invalidate()
        needed = column.totalHeightForWidth(room.width()) if column.hasHeightForWidth() else column.sizeHint().height()
        height = max(needed, room.height())
        self.setGeometry(corner.x(), corner.y() + room.height() - height, room.width(), height)
        self.raise_()
