"""List the offerings of the municipality: section E of the guide is this register."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kizdesk.project.runner.choosing import OfferingLine
from kizdesk.ui.pages.interview.lists import JumpList, ListLine
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label


class Register(QWidget):
    """Show the offerings; one is edited question by question."""

    added = Signal()
    opened = Signal(str)
    removed = Signal(str)
    none_said = Signal()
    """Somebody said that there are none, or took that back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = JumpList(theme, self.tr("Angebote der Kommune"), self, whole=True)
        self._none = label(self.tr("Noch ist kein Angebot erfasst."), "muted")
        self.none = QCheckBox(self.tr("Es gibt keine Angebote (Alt+K)"), self)
        """Settles the register; it is there as long as the list is empty."""
        self._add = button(self.tr("Angebot hinzufügen   Alt+A"), name="offering-add")
        self._edit = button(self.tr("Bearbeiten   Eingabe"), name="offering-edit")
        self._drop = button(self.tr("Löschen   Entf"), kind="quiet", name="offering-drop")
        self._build(theme)
        self._connect()

    def show_offerings(self, offerings: Sequence[OfferingLine], *, none: bool, read_only: bool) -> None:
        """Show the offerings, or whether there are none."""
        self._list.show_lines([ListLine(item.id, item.title, item.detail) for item in offerings])
        if offerings and not self._list.key:
            self._list.show_lines(self._list.lines, offerings[0].id)
        self._none.setVisible(not offerings)
        self.none.setVisible(not offerings)
        self.none.setChecked(none)
        self.none.setEnabled(not read_only)
        self._list.setVisible(bool(offerings))
        for made in (self._edit, self._drop):
            made.setVisible(bool(offerings))
        self._add.setEnabled(not read_only)
        self._drop.setEnabled(not read_only)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at."""
        return self._list, self._add, self._edit, self._drop, self.none

    def home(self) -> QWidget:
        """Return what takes the focus: the list, or the button that begins it."""
        return self._list if self._list.lines else self._add

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.gap)
        row = FlowRow(self)
        self._list.setObjectName("offerings")
        self.none.setObjectName("no-offerings")
        self.none.setAccessibleName(self.tr("Es gibt keine Angebote"))
        column.addWidget(self._none)
        column.addWidget(self._list)
        for made in (self._add, self._edit, self._drop):
            row.add(made)
        column.addWidget(row)
        column.addWidget(self.none)
        column.addStretch(1)

    def _connect(self) -> None:
        self._add.clicked.connect(self.added)
        self.none.clicked.connect(self.none_said)
        self._edit.clicked.connect(self._open)
        self._drop.clicked.connect(self._remove)
        self._list.chosen.connect(self.opened)
        self._list.removal.connect(self.removed)

    @Slot()
    def _open(self) -> None:
        if self._list.key:
            self.opened.emit(self._list.key)

    @Slot()
    def _remove(self) -> None:
        if self._list.key:
            self.removed.emit(self._list.key)
