"""Write and order the Leitlinien."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.fields import Principle
from kizdesk.domain.kinds import counted
from kizdesk.project.fields.edit import add_principle
from kizdesk.project.records import delete, reorder
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.fields.quick_entry import QuickEntry
from kizdesk.ui.pages.fields.specs import PRINCIPLE
from kizdesk.ui.session import Session
from kizdesk.ui.tables import OrderedList
from kizdesk.ui.widgets.buttons import button, tip_text
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage

_SHARES = (2, 3)


class PrinciplesPage(Page):
    """Be the page of Leitlinien."""

    kinds: ClassVar[frozenset[str]] = frozenset({"principle"})

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(session, parent)
        self.list: OrderedList[Principle] = OrderedList(_id, _title, session.theme, self.tr("Leitlinien"))
        self.quick = QuickEntry(session.theme, "principles.quick")
        self.form = RecordForm(session, Principle, PRINCIPLE, delay=delay)
        self.new_action = QAction(self.tr("Leitlinie hinzufügen"), self)
        self._delete = button(self.tr("Löschen"), kind="quiet", tip=self.tr("Entf"), name="principles.delete")
        self._left = QStackedWidget(self)
        self._right = Card()
        self._empty = EmptyState("", "")
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and count."""
        count = len(self.session.project.snapshot.all(Principle))
        words = counted(Principle, count) if count else self.tr("Wovon sich der Kreis leiten lässt")
        return Heading(self.tr("Leitlinien"), words)

    def actions_shown(self) -> Sequence[QAction]:
        """Return what adds a Leitlinie."""
        return () if self.session.read_only else (self.new_action,)

    def main_action(self) -> QAction | None:
        """Return what adds a Leitlinie."""
        return None if self.session.read_only else self.new_action

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Leitlinien sagen, wovon sich der Kreis bei allen Handlungsfeldern leiten lässt. Unten links eine kurze "
            "Überschrift eingeben, mit Eingabe hinzufügen und rechts erläutern. Die Reihenfolge hier ist die im "
            "Konzept; ziehen Sie eine Leitlinie an ihren Platz oder nehmen Sie Alt und die Pfeile."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Einfg, Alt+N", self.tr("Neue Leitlinie eingeben")),
            KeyHelp("Eingabe", self.tr("Von der Liste in die Erläuterung")),
            KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", self.tr("Reihenfolge ändern")),
            KeyHelp("Entf", self.tr("Leitlinie löschen")),
        )

    def open(self, argument: str) -> None:
        """Show a Leitlinie by its id."""
        self.list.reveal(argument)

    def reveal(self, target: Target) -> bool:
        """Show the place of a target and put the focus there."""
        if target.kind not in self.kinds:
            return False
        if not target.id:
            self.quick.take_focus()
            return True
        found = self.list.reveal(target.id)
        return found and (self.form.reveal(target.field) or self.form.reveal("title"))

    def looked_at(self) -> tuple[str, str] | None:
        """Return the principle chosen."""
        row = self.list.current_row
        return ("principle", row.id) if row is not None else None

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        place = max(0, self.list.currentIndex().row())
        rows = sorted(self.session.project.snapshot.all(Principle), key=_position)
        self.list.show_rows(rows)
        if self.list.current_row is None and rows:
            self.list.reveal(rows[min(place, len(rows) - 1)].id)
        self.form.refresh(changes)
        self._follow()
        self.heading_changed.emit()

    def _build(self) -> None:
        self.new_action.setShortcut(QKeySequence("Alt+N"))
        self.new_action.setToolTip(tip_text(self.new_action.text(), "Alt+N"))
        self.addAction(self.new_action)
        self.list.setObjectName("principles.list")
        self.list.setProperty("bare", "true")
        self.list.set_fixed(fixed=self.session.read_only)
        self.quick.ask("", "", self.tr("Neue Leitlinie, etwa „Vielfalt ist normal“"))
        self.quick.setVisible(not self.session.read_only)
        set_look(self._delete, "dense", "true")
        self._delete.setEnabled(not self.session.read_only)
        self._empty.show_text(
            self.tr(
                "Leitlinien stehen am Anfang des Konzepts und gelten für alle Handlungsfelder. Unten eine kurze "
                "Überschrift eingeben und mit der Eingabetaste hinzufügen."
            )
        )
        self._left.addWidget(self.list)
        self._left.addWidget(self._empty)
        left = Card()
        left.body.addWidget(self._left, 1)
        left.body.addWidget(self.quick)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Columns((left, self._form_card()), _SHARES, self.session.memory, "principles"))

    def _form_card(self) -> Card:
        page = ScrollPage()
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(self._delete)
        page.body.addWidget(self.form)
        self._right.body.addWidget(page, 1)
        self._right.body.addLayout(head)
        return self._right

    def _connect(self) -> None:
        self.new_action.triggered.connect(self.quick.add)
        self.quick.entered.connect(self._add)
        self.quick.line.raised.connect(self.list.setFocus)
        self.quick.line.undo_asked.connect(self.session.undo)
        self.quick.line.redo_asked.connect(self.session.redo)
        self.list.row_changed.connect(self._follow)
        self.list.row_changed.connect(self.session.looked)
        self.list.row_activated.connect(self.form.focus_first)
        self.list.ordered.connect(self._order)
        self._delete.clicked.connect(self._remove)
        for keys, act in (("Del", self._remove), ("Ins", self.quick.take_focus)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        title = self.form.editor("title").parts[0]
        if isinstance(title, QLineEdit):
            title.returnPressed.connect(self.quick.take_focus)

    def _follow(self, _row: object = None) -> None:
        row = self.list.current_row
        wanted = None if row is None else row.id
        if wanted != self.form.record_id:
            self.form.show_record(wanted)
        self._left.setCurrentIndex(1 if wanted is None else 0)
        self._right.setVisible(wanted is not None)

    def _add(self, title: str) -> None:
        made = self.session.attempt(partial(add_principle, self.session.project, title))
        if made is not None:
            self.quick.clear()
            self.list.reveal(made.id)

    def _order(self, ids: Sequence[str]) -> None:
        self.session.attempt(partial(reorder, self.session.project, Principle, ids))

    def _remove(self) -> None:
        row = self.list.current_row
        if row is None or self.session.read_only:
            return
        self.form.flush()
        self.list.setFocus()
        self.session.attempt(partial(self._delete_row, row))

    def _delete_row(self, row: Principle) -> None:
        delete(self.session.project, Principle, row.id)
        self.session.say_done(self.tr("Leitlinie „{0}“ gelöscht.").format(row.title))


def _id(row: Principle) -> str:
    return row.id


def _title(row: Principle) -> str:
    return row.title or "ohne Überschrift"


def _position(row: Principle) -> tuple[int, str]:
    return row.position, row.id
