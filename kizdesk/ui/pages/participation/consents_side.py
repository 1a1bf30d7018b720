"""Hold what stands right of the map: the register with its panel, or one of the forms in its place."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from kizdesk.ui.pages.participation.consents_asking import AskSheet
from kizdesk.ui.pages.participation.consents_comparing import CompareSheet
from kizdesk.ui.pages.participation.consents_panel import ConsentPanel
from kizdesk.ui.pages.participation.consents_register import RegisterTable
from kizdesk.ui.pages.participation.consents_ruling import RulingSheet
from kizdesk.ui.pages.participation.consents_sheet import Sheet
from kizdesk.ui.pages.participation.consents_vote import VoteSheet
from kizdesk.ui.session import Session

S = TypeVar("S", bound=Sheet | CompareSheet)


class ConsentSide(QWidget):
    """Be a stack: the register first, behind it the forms."""

    turned = Signal()
    """Something else is shown now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = RegisterTable(session, self)
        self.panel = ConsentPanel(session, self)
        self._session = session
        self._gap = session.theme.sizes.gap
        self._stack = QStackedLayout(self)
        self._build()

    @cached_property
    def vote(self) -> VoteSheet:
        """Return the form for votes, made when it is needed."""
        return self._added(VoteSheet(self._session, self))

    @cached_property
    def asking(self) -> AskSheet:
        """Return the form for requests and reminders."""
        return self._added(AskSheet(self._session, self))

    @cached_property
    def ruling(self) -> RulingSheet:
        """Return the form that confirms editorial changes."""
        return self._added(RulingSheet(self._session, self))

    @cached_property
    def comparing(self) -> CompareSheet:
        """Return the differences for a municipality."""
        return self._added(CompareSheet(self._session, self))

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

    def _added(self, sheet: S) -> S:
        self._stack.addWidget(sheet)
        sheet.closed.connect(self.leave)
        return sheet
