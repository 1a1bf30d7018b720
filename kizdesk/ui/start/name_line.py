"""Say on one line under which name somebody works, and let it be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.ui.start.starter import Starter
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.text_line import TextLine


class NameLine(QWidget):
    """Ask for the name as long as nobody has said it; later show it, with a button to change it."""

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._asks = label(self.tr("Ihr &Name steht an Ihren Änderungen:"), "muted", wrap=False)
        self._field = TextLine()
        self._told = ElidedLabel("", "muted")
        self._change = button(self.tr("Ändern"), kind="link", name="change-name")
        self._build()
        self._change.clicked.connect(self.ask)
        self._field.editingFinished.connect(self._take)
        starter.name_changed.connect(self.show_name)
        self.show_name()

    def ask(self) -> None:
        """Show the field."""
        self._show(asking=True)
        self._field.setFocus()
        self._field.selectAll()

    def show_name(self) -> None:
        """Show the name, or the question for it."""
        self._field.setText(self._starter.name)
        self._told.setText(self.tr("Sie arbeiten als {name}.").format(name=self._starter.name))
        self._show(asking=not self._starter.memory.name)

    def take(self) -> None:
        """Take the name as it stands in the field."""
        self._starter.take_name(self._field.text())

    def _build(self) -> None:
        sizes = self._starter.theme.sizes
        self._field.setObjectName("name")
        self._field.setFixedWidth(sizes.rail)
        self._asks.setBuddy(self._field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.gap_small)
        for widget in (self._asks, self._field, self._told, self._change):
            row.addWidget(widget)
        row.addStretch(1)

    def _show(self, *, asking: bool) -> None:
        self._asks.setVisible(asking)
        self._field.setVisible(asking)
        self._told.setVisible(not asking)
        self._change.setVisible(not asking)

    def _take(self) -> None:
        if self._field.isModified():
            self.take()
            self.show_name()
