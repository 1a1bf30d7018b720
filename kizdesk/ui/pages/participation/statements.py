"""Show suggestions, reservations, advantages and motions, and how each of them was dealt with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.votes import ConsiderationStatus, Statement
from kizdesk.ui.forms import RecordDesk
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.participation.statements_spec import statement_spec
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.search import SearchField


class StatementsPage(Page):
    """Be the list of what was said to the concept."""

    kinds = frozenset({"statement"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._search = SearchField(session.theme, self.tr("Anregungen und Vorbehalte durchsuchen …"))
        self._next = button(self.tr("Nächste offene"), shortcut="Alt+O", name="next-open")
        self._desk = RecordDesk(session, statement_spec(session))
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state."""
        said = self.session.project.snapshot.all(Statement)
        waiting = len(self._open())
        if not said:
            state = self.tr("Noch keine Stellungnahme erfasst")
        elif not waiting:
            state = self.tr("{0} erfasst, alle abgewogen").format(len(said))
        else:
            state = self.tr("{0} erfasst, {1} noch ohne Abwägung").format(len(said), waiting)
        return Heading(self.tr("Anregungen und Vorbehalte"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the button of the head; a list that teaches has its own."""
        return () if self._desk.is_bare else (self._desk.new_action,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return None if self._desk.is_bare else self._desk.new_action

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Was Gremien, Kommunen und Fraktionen zum Konzept sagen, wird einzeln festgehalten und einzeln "
            "beantwortet: übernommen, teilweise oder nicht übernommen, mit der Begründung und der Stelle im Konzept. "
            "So lässt sich später zeigen, dass kein Vorbehalt untergegangen ist."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return (
            KeyHelp("Alt+O", self.tr("Nächste Stellungnahme ohne Abwägung")),
            KeyHelp("Einfg", self.tr("Neue Stellungnahme, wenn die Liste gewählt ist")),
            KeyHelp("Entf", self.tr("Stellungnahme löschen")),
            KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", self.tr("In der Reihenfolge verschieben")),
        )

    def reveal(self, target: Target) -> bool:
        """Show a statement."""
        if not target.id:
            self._desk.table.setFocus()
            return True
        return self._desk.reveal(target.id, target.field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self._desk.refresh(changes)
        self._next.setEnabled(bool(self._open()))
        for part in (self._search, self._next):
            part.setHidden(self._desk.is_bare)
        self.heading_changed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        bar = QHBoxLayout()
        bar.setSpacing(self.session.theme.sizes.gap)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._next)
        column.addLayout(bar)
        column.addWidget(self._desk, 1)

    def _connect(self) -> None:
        self._search.searched.connect(self._desk.table.look_for)
        self._search.left_down.connect(self._desk.table.setFocus)
        self._next.clicked.connect(self._go_on)

    def _open(self) -> list[Statement]:
        said = sorted(self.session.project.snapshot.all(Statement), key=_position)
        return [item for item in said if item.status is ConsiderationStatus.OPEN]

    def _go_on(self) -> None:
        waiting = [item.id for item in self._open()]
        if not waiting:
            return
        here = self._desk.record.id if self._desk.record is not None else ""
        place = waiting.index(here) + 1 if here in waiting else 0
        self._desk.reveal(waiting[place % len(waiting)], "status")


def _position(statement: Statement) -> int:
    return statement.position
