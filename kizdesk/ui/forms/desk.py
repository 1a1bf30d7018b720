"""Show a list of records with a form beside it: add, edit, order, copy and delete by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change
from kizdesk.domain.kinds import kind_name
from kizdesk.project.records import add, delete, losses, next_position, reorder
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.forms.desk_spec import DeskSpec, R
from kizdesk.ui.forms.record_form import RecordForm
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.buttons import button, tip_text
from kizdesk.ui.widgets.cards import Card, ListCard
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_LINES = 2
"""So many lines a list above its form has at least."""
_UNBOUND = 16_777_215
"""The largest height that Qt knows."""


class RecordDesk(QWidget, Generic[R]):
    """Be a desk; the page calls ``refresh`` with the changes that it is told of."""

    chosen = Signal(object)
    """The record shown now, or None."""

    def __init__(
        self, session: Session, spec: DeskSpec[R], parent: QWidget | None = None, *, delay: int = DELAY
    ) -> None:
        super().__init__(parent)
        self._session, self._spec = session, spec
        self.table: TableView[R] = TableView(spec.columns, _id_of, session.theme, session.memory, spec.key)
        self.form = RecordForm(session, spec.record_type, spec.groups, delay=delay)
        self.new_action = self._action(spec.new_text, "Ins", self.add_new)
        self.copy_action = self._action(self.tr("Duplizieren"), "Ctrl+D", self.duplicate)
        self.delete_action = self._action(self.tr("Löschen"), "Del", self.delete_chosen)
        self._unused = ""
        """The record just added, while nothing else has changed since."""
        self._right = QStackedWidget(self)
        self._list, self._foot, self._side = ListCard(), QWidget(), Card()
        self.below = QVBoxLayout()
        """Room below the form, for what else belongs to the record."""
        self._build()
        self._connect()
        self.refresh(())

    @property
    def record(self) -> R | None:
        """Return the record shown."""
        record_id = self.form.record_id
        return None if record_id is None else self._session.project.snapshot.find(self._spec.record_type, record_id)

    @property
    def is_bare(self) -> bool:
        """Tell whether the list teaches because it holds nothing; the form and the buttons below are away then."""
        return self.table.rows.total == 0

    def show_record(self, record_id: str) -> bool:
        """Choose a record; returns False if it is not in the list."""
        return self.table.reveal(record_id)

    def reveal(self, record_id: str, field: str = "") -> bool:
        """Choose a record and put the focus into one of its fields."""
        if not self.show_record(record_id):
            return False
        if not (field and self.form.reveal(field)):
            self.form.focus_first()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed; an empty sequence means that everything may be different."""
        place = self.table.currentIndex().row()
        self.table.show_rows(self._rows())
        self.form.refresh(changes)
        if self.table.current_row is None and self.table.rows.rowCount():
            nearest = min(max(place, 0), self.table.rows.rowCount() - 1)
            self.table.reveal(self.table.rows.key_at(nearest))
        self._follow()

    @Slot()
    def add_new(self) -> None:
        """Add a record and put the focus into its first field."""
        self.form.flush()
        if self._unused and self.show_record(self._unused):
            self.form.begin()
        elif not self._session.read_only:
            record = self._session.attempt(partial(self._spec.make, self._session))
            if record is not None:
                self._add(record)

    def add_record(self, record: R) -> None:
        """Add a record that the page prepared, and put the focus into its first field."""
        if not self._session.read_only:
            self.form.flush()
            self._drop_unused()
            self._add(record)

    @Slot()
    def duplicate(self) -> None:
        """Add a copy of the record shown."""
        self.form.flush()
        record = self.record
        if record is not None and self._spec.copies and not self._session.read_only:
            self._add(self._copy(record))

    @Slot()
    def delete_chosen(self) -> None:
        """Delete the record shown with what depends on it, and say how to take it back."""
        record = self.record
        if record is not None and not self._session.read_only:
            self._session.attempt(partial(self._delete, record))

    def add_to_bar(self, made: QWidget) -> None:
        """Put something beside the buttons below the list."""
        bar = self._foot.layout()
        if isinstance(bar, QHBoxLayout):
            bar.insertWidget(bar.count() - 1, made)

    def move_record(self, step: int) -> None:
        """Move the record shown up or down in the order of the list."""
        rows = [row.id for row in self._rows()]
        record = self.record
        if record is None or not self._spec.ordered or self._session.read_only:
            return
        place = rows.index(record.id)
        if 0 <= place + step < len(rows):
            self.table.order_by(-1)
            rows.insert(place + step, rows.pop(place))
            self._session.attempt(partial(reorder, self._session.project, self._spec.record_type, rows))

    def hideEvent(self, event: QHideEvent) -> None:
        """Take a new record away that is left as it began."""
        super().hideEvent(event)
        if self._unused and not event.spontaneous():
            QTimer.singleShot(0, self._leave_unused)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.table.setObjectName(f"{self._spec.key}.list")
        self.table.setAccessibleName(kind_name(self._spec.record_type))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.show_empty(self._spec.empty, "" if self._session.read_only else self._spec.new_text)
        self._list.add_list(self.table)
        self._foot = self._list.add_beside(self._bar())
        page = ScrollPage()
        page.body.addWidget(self.form)
        page.body.addLayout(self.below)
        page.body.addStretch(1)
        where = (
            self.tr("Bitte oben einen Eintrag wählen.")
            if self._spec.upright
            else self.tr("Bitte links einen Eintrag wählen.")
        )
        nothing = label(where, "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page, 1)
        column.addWidget(self.form.remarks)
        self._right.addWidget(shown)
        self._right.addWidget(nothing)
        self._side.body.addWidget(self._right)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.gap)
        columns = Columns((self._list, self._side), self._spec.shares, self._session.memory, self._spec.key)
        columns.setOrientation(Qt.Orientation.Vertical if self._spec.upright else Qt.Orientation.Horizontal)
        row.addWidget(columns)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        actions = [] if self._spec.new_in_head else [self.new_action]
        actions += [self.copy_action] if self._spec.copies else []
        actions.append(self.delete_action)
        for action in actions:
            made = button(action.text(), kind="quiet", tip=action.toolTip(), name=f"{self._spec.key}.{action.text()}")
            set_look(made, "dense", "true")
            made.clicked.connect(action.trigger)
            made.setEnabled(not self._session.read_only)
            bar.addWidget(made)
        bar.addStretch(1)
        return bar

    def _action(self, text: str, keys: str, act: Any) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip_text(text, keys))
        action.setEnabled(not self._session.read_only)
        action.triggered.connect(act)
        self._shortcut(keys, act)
        return action

    def _shortcut(self, keys: str, act: Any) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def _connect(self) -> None:
        self.table.row_changed.connect(self._follow)
        self.table.row_activated.connect(self.form.focus_first)
        self.table.empty_state.begun.connect(self.add_new)
        self._session.changed.connect(self._note_change)
        self._session.theme.changed.connect(self._fit_list)
        self._session.closing.connect(self._close_unused)
        self._shortcut("Alt+Up", partial(self.move_record, -1))
        self._shortcut("Alt+Down", partial(self.move_record, 1))

    def _rows(self) -> Sequence[R]:
        if self._spec.rows is not None:
            return self._spec.rows(self._session)
        found = self._session.project.snapshot.all(self._spec.record_type)
        return sorted(found, key=_position) if self._spec.ordered else found

    def _add(self, record: R) -> None:
        if self._session.attempt(partial(add, self._session.project, record)) is not None:
            self.refresh(())
            if self.show_record(record.id):
                self.form.begin()
            self._unused = record.id if self._spec.drops_unused else ""

    def _note_change(self, _changes: Sequence[Change]) -> None:
        self._unused = ""

    def _leave_unused(self) -> None:
        is_shown = self.form.record_id == self._unused
        if not is_shown or not (self.isVisible() or self.form.is_dirty):
            self._drop_unused()

    def _close_unused(self) -> None:
        if not self.form.is_dirty:
            self._drop_unused()

    def _drop_unused(self) -> None:
        """Take back the step that added a record to which nothing was added."""
        if self._unused and not self._session.read_only:
            self._unused = ""
            self._session.attempt(self._session.project.undo)

    def _copy(self, record: R) -> R:
        edits: dict[str, Any] = {"id": self._session.project.new_id()}
        for field in ("title", "name"):
            if getattr(record, field, ""):
                edits[field] = self.tr("{0} (Kopie)").format(getattr(record, field))
        if self._spec.ordered:
            edits["position"] = next_position(self._session.project.snapshot, self._spec.record_type)
        return replace(record, **edits)

    def _delete(self, record: R) -> None:
        project, kind = self._session.project, self._spec.record_type
        also = losses(project.snapshot, kind, record.id)
        delete(project, kind, record.id)
        self.refresh(())
        self.table.setFocus()
        text = self.tr("{0} gelöscht").format(kind_name(kind))
        self._session.say_done(self.tr("{0}, damit auch {1}.").format(text, also) if also else f"{text}.")

    def _follow(self) -> None:
        row = self.table.current_row
        wanted = None if row is None else row.id
        if wanted != self.form.record_id:
            if self._unused:
                QTimer.singleShot(0, self._leave_unused)
            self.form.show_record(wanted)
            self.chosen.emit(row)
        self._right.setCurrentIndex(1 if wanted is None else 0)
        for part in (self._foot, self._side):
            part.setHidden(self.is_bare)
        self._fit_list()
        self.copy_action.setEnabled(wanted is not None and not self._session.read_only)
        self.delete_action.setEnabled(wanted is not None and not self._session.read_only)

    def _fit_list(self) -> None:
        """Leave to the form what a list above it does not need."""
        if self._spec.upright:
            lines = max(self.table.rows.rowCount(), _LINES) * self.table.verticalHeader().defaultSectionSize()
            around = self.table.horizontalHeader().sizeHint().height() + self._foot.sizeHint().height()
            needed = lines + around + 4 * self._session.theme.sizes.unit
            self._list.setMaximumHeight(_UNBOUND if self.is_bare else needed)


def _id_of(record: Record) -> str:
    return record.id


def _position(record: Record) -> int:
    return int(getattr(record, "position", 0))
