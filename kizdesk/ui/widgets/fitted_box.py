"""Shorten the words beside a box that do not fit, with the whole text as tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStylePainter

from kizdesk.ui.theme.tokens import Sizes

_SIZES = Sizes()


class FittedBox(QCheckBox):
    """Be a box whose words may be wider than the room it is given."""

    def minimumSizeHint(self) -> QSize:
        """Let the box become as narrow as a control."""
        return QSize(_SIZES.control, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its words shortened at their end."""
        _ = event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_CheckBox, option)
