"""Hold what stands right of the map: the register with its panel, or one of the forms in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from kizdesk.project.participation.votes import ReadableChange
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.pages.participation.consents_asking import AskSheet
from kizdesk.ui.pages.participation.consents_comparing import CompareSheet
from kizdesk.ui.pages.participation.consents_drafts import Drafts
from kizdesk.ui.pages.participation.consents_forms import ReplyForms
from kizdesk.ui.pages.participation.consents_panel import ConsentPanel
from kizdesk.ui.pages.participation.consents_register import RegisterTable
from kizdesk.ui.pages.participation.consents_ruling import RulingSheet
from kizdesk.ui.pages.participation.consents_vote import VoteSheet
from kizdesk.ui.session import Session

S = TypeVar("S", bound=Sheet)
A = TypeVar("A", bound=Sheet | CompareSheet)


class ConsentSide(QWidget):
    """Be a stack: the register first, behind it the forms."""

    turned = Signal()
    """Something else is shown now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register = RegisterTable(session, self)
        self.panel = ConsentPanel(session, self)
        self._session = session
        self._forms = ReplyForms(session, self)
        self._gap = session.theme.sizes.gap
        self._stack = QStackedLayout(self)
        self.votes = Drafts(self._made_vote)
        self.requests = Drafts(self._made_request)
        self.rulings = Drafts(self._made_ruling)
        self._build()

    @cached_property
    def comparing(self) -> CompareSheet:
        """Return the differences for a municipality."""
        return self._added(CompareSheet(self._session, self))

    @property
    def is_busy(self) -> bool:
        """Tell whether a form is shown."""
        return self._stack.currentIndex() > 0

    def open_sheet(self, drafts: Drafts[S], about: str, begin: Callable[[S], None]) -> None:
        """Show a form about something; what was begun there before stands there still."""
        sheet = drafts.sheet(about, begin)
        self.show_sheet(sheet, sheet.first)

    def show_changes(self, changes: Sequence[ReadableChange]) -> None:
        """Show what changed for the municipality chosen, also when it is read only after a form was opened."""
        self.panel.show_changes(changes)
        shown = self._stack.currentWidget()
        if isinstance(shown, RulingSheet):
            shown.show_changes(changes)

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

    def _made_vote(self) -> VoteSheet:
        return self._added(VoteSheet(self._session, self))

    def _made_request(self) -> AskSheet:
        made = self._added(AskSheet(self._session, self))
        made.forms_wanted.connect(self._forms.write)
        return made

    def _made_ruling(self) -> RulingSheet:
        return self._added(RulingSheet(self._session, self))

    def _added(self, sheet: A) -> A:
        self._stack.addWidget(sheet)
        sheet.closed.connect(self.leave)
        return sheet
