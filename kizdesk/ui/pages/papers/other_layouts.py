"""Tell which fields other layouts of a paper have, and change to one of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kizdesk.project.papers.reading import FieldRow, FieldState, FieldType, PaperSheet
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

KEY = "andere"


class OtherLayouts(QWidget):
    """Be what is shown beside the last row of the list of fields: what this layout has no field for."""

    wanted = Signal(str)
    """The user wants the layout of this id."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown = ""
        self._first: QPushButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(session.theme.sizes.gap_small)

    def row(self) -> FieldRow:
        """Return the row by which it is chosen."""
        return FieldRow(KEY, self.tr("Weitere Felder"), FieldType.LINE, "", FieldState.ELSEWHERE, ())

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show what other layouts have that the one of a paper lacks."""
        if sheet.layout.id == self._shown:
            return
        self._shown = sheet.layout.id
        self._clear()
        self._column.addWidget(label(self.row().label, "card_title"))
        begin = self.tr(
            "Der Aufbau „{0}“ hat sie nicht, deshalb werden sie nicht gedruckt. Wechseln Sie den Aufbau, bleibt "
            "erhalten, was Sie geschrieben haben."
        )
        self._column.addWidget(label(begin.format(sheet.layout.title), "small"))
        for layout, names in sheet.elsewhere:
            told = self.tr("Nur im Aufbau „{0}“: {1}.").format(layout.title, ", ".join(names))
            self._column.addWidget(label(told))
            way = button(self.tr("Aufbau wechseln"), name=f"papers.layout.to.{layout.id}")
            way.setAccessibleName(self.tr("Zum Aufbau „{0}“ wechseln").format(layout.title))
            way.setEnabled(not self._session.read_only)
            way.clicked.connect(partial(self.wanted.emit, layout.id))
            self._column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
            self._first = self._first or way
        self._column.addStretch(1)

    def take_focus(self) -> None:
        """Put the focus onto the first way to another layout."""
        if self._first is not None:
            self._first.setFocus()

    def _clear(self) -> None:
        self._first = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
