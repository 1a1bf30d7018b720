"""Hold what stands right of the map: the register with its panel, or one of the forms in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from kizdesk.ui.pages.participation.consents_asking import AskSheet
from kizdesk.ui.pages.participation.consents_comparing import CompareSheet
from kizdesk.ui.pages.participation.consents_panel import ConsentPanel
from kizdesk.ui.pages.participation.consents_register import RegisterTable
from kizdesk.ui.pages.participation.consents_ruling import RulingSheet
from kizdesk.ui.pages.participation.consents_vote import VoteSheet
from kizdesk.ui.session import Session


class ConsentSide(QWidget):
    """Be a stack: the register first, behind it the forms."""

    turned = Signal()
    """Something else is shown now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = RegisterTable(session)
        self.panel = ConsentPanel(session)
        self.vote = VoteSheet(session)
        self.asking = AskSheet(session)
        self.ruling = RulingSheet(session)
        self.comparing = CompareSheet(session)
        self._gap = session.theme.sizes.gap
        self._stack = QStackedLayout(self)
        self._build()

    @property
    def is_busy(self) -> bool:
        """Tell whether a form is shown."""
        return self._stack.currentIndex() > 0

    def show_sheet(self, sheet: QWidget, first: QWidget) -> None:
        """Show a form and put the focus into a field of it."""
        self._stack.setCurrentWidget(sheet)
        first.setFocus()
        self.turned.emit()

    def leave(self) -> bool:
        """Show the register again; tell whether a form was open."""
        if not self.is_busy:
            return False
        self._stack.setCurrentIndex(0)
        self.register.table.setFocus()
        self.turned.emit()
        return True

    def _build(self) -> None:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._gap)
        column.addWidget(self.register, 1)
        column.addWidget(self.panel)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(both)
        for sheet in (self.vote, self.asking, self.ruling, self.comparing):
            self._stack.addWidget(sheet)
            sheet.closed.connect(self.leave)
