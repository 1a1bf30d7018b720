"""Edit a small table: add, remove, move rows and fill cells, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.row_model import RowColumn, RowModel
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
_ALT = Qt.KeyboardModifier.AltModifier
_MOST_ROWS = 10


class CellDelegate(QStyledItemDelegate):
    """Edit a cell as text, or as a choice where its column offers some."""

    typed = Signal()

    def __init__(self, owner: Editor, columns: Sequence[RowColumn]) -> None:
        super().__init__(owner)
        self._owner, self._columns = owner, columns
        self._open: QWidget | None = None

    @property
    def open_editor(self) -> QWidget | None:
        """Return the editor of the cell that is being edited."""
        return self._open

    def commit_open(self) -> None:
        """Take what is typed in the cell that is being edited."""
        if self._open is not None:
            self.commitData.emit(self._open)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the editor of a cell."""
        column = self._columns[index.column()]
        made: QLineEdit | QComboBox
        if column.options:
            made = QComboBox(parent)
            made.addItem("", "")
            for value, text in column.options:
                made.addItem(text, value)
        else:
            made = TextLine(parent)
            made.textEdited.connect(self.typed)
        made.setAccessibleName(column.title)
        self._owner.watch_keys(made)
        self._open = made
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text of the cell."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(text), 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Take what was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the editor."""
        if editor is self._open:
            self._open = None
        super().destroyEditor(editor, index)


class RowView(QTableView):
    """Be the table, as high as its rows; keys move, add and remove them."""

    moved = Signal(int)
    added = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, add with Einfg, remove with Entf."""
        key, alt = event.key(), event.modifiers() == _ALT
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.state() is not QAbstractItemView.State.EditingState:  # Enter also ends what is typed in a cell
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of the rows, up to a limit."""
        rows = min(max(self.model().rowCount(), 1), _MOST_ROWS)
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        height = head + rows * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class Rows(Editor):
    """Edit rows: dataclasses that ``make`` builds from their fields, or tuples of texts without it.

    What a tuple holds behind the last column goes along with its row unseen; ``noun`` is what a row is called.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        columns: Sequence[RowColumn],
        make: Callable[..., Any] | None = None,
        noun: str = "",
    ) -> None:
        super().__init__(session, parent)
        self._is_plain = bool(noun) and len(columns) == 1
        """The label of the field says what the only column would."""
        added = self.tr("{0} hinzufügen").format(noun or self.tr("Zeile"))
        self._model = RowModel(columns, make, self)
        self._delegate = CellDelegate(self, self._model.columns)
        self._view = RowView(self)
        self._reading = False
        self._add = button(added, tip=self.tr("{0} (Einfg)").format(added))
        self._remove = button(self.tr("Entfernen"), kind="quiet", tip=self.tr("Zeile entfernen (Entf)"))
        self._up = button(self.tr("Nach oben"), kind="quiet", tip=self.tr("Zeile nach oben (Alt+Pfeil auf)"))
        self._down = button(self.tr("Nach unten"), kind="quiet", tip=self.tr("Zeile nach unten (Alt+Pfeil ab)"))
        self._build()
        self._connect()

    def value(self) -> Any:
        """Return the rows that are not empty; raises UserError if a cell cannot be read."""
        self._reading = True
        self._delegate.commit_open()
        self._reading = False
        return self._model.values()

    def set_value(self, value: Any) -> None:
        """Show rows; the current cell stays."""
        place = self._view.currentIndex()
        row, column = place.row(), place.column()
        self._model.show_values(tuple(value or ()))
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), column))
        self._resize()

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._model.is_read_only = on
        for made in self._buttons():
            made.setVisible(not on)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self._add, self._remove, self._up, self._down

    def _build(self) -> None:
        view, header = self._view, self._view.horizontalHeader()
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        view.verticalHeader().setVisible(False)
        view.verticalHeader().setDefaultSectionSize(self.session.theme.sizes.row)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setVisible(not self._is_plain)
        view.setShowGrid(not self._is_plain)  # a single column needs no lines; the last would double the frame
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.unit)
        bar = QHBoxLayout()
        self.watch(view)
        for made in self._buttons():
            set_look(made, "dense", "true")
            bar.addWidget(made)
            self.watch(made, made.text())
        bar.addStretch(1)
        column.addWidget(view)
        column.addLayout(bar)

    def _connect(self) -> None:
        self._model.changed.connect(self._note)
        self._delegate.typed.connect(self.edited)
        self._view.moved.connect(self._move)
        self._view.added.connect(self._add_row)
        self._view.removed.connect(self._remove_row)
        self._add.clicked.connect(self._add_row)
        self._remove.clicked.connect(self._remove_row)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)

    def _resize(self) -> None:
        self._view.updateGeometry()

    @Slot()
    def _note(self) -> None:
        if not self._reading:
            self.edited.emit()
            self.committed.emit()

    @Slot()
    def _add_row(self) -> None:
        if self._model.is_read_only:
            return
        place = self._view.currentIndex().row() + 1 or self._model.rowCount()
        self._model.add(place)
        self._resize()
        self._view.setFocus()
        self._view.setCurrentIndex(self._model.index(place, 0))
        self._view.edit(self._model.index(place, 0))
        QTimer.singleShot(0, self, self._reveal_cell)  # only then the table has its new height

    @Slot()
    def _reveal_cell(self) -> None:
        """Scroll the page until the cell that is being edited can be seen."""
        cell, around = self._delegate.open_editor, self.parentWidget()
        while cell is not None and around is not None:
            if isinstance(around, ScrollPage):
                around.reveal(cell)
            around = around.parentWidget()

    @Slot()
    def _remove_row(self) -> None:
        row = self._view.currentIndex().row()
        if row >= 0 and not self._model.is_read_only:
            self._model.remove(row)
            self._resize()
            self._view.setFocus()

    @Slot(int)
    def _move(self, step: int) -> None:
        index = self._view.currentIndex()
        if not self._model.is_read_only and self._model.move(index.row(), index.row() + step):
            self._view.setCurrentIndex(self._model.index(index.row() + step, index.column()))

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)
