"""Be a small table of lines: Enter goes to the next row, Tab to the next cell; the last row is always empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import WrapLabel, label
from kizdesk.ui.widgets.text_line import TextLine

_SIZES = Sizes()
_CTRL = Qt.KeyboardModifier.ControlModifier
_PAIR = 2
_LETTERS = 18
"""A column narrower than so many letters makes each row stand in two lines."""


class Cells(QWidget):
    """Be rows of lines; texts come and go as they are typed."""

    edited = Signal()

    def __init__(self, watch: Callable[[QWidget, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._watch = watch
        self._titles: list[WrapLabel] = []
        self._rows: list[list[QLineEdit]] = []
        self._columns = 0
        self._used = 0
        self._keys: list[str] = []
        self._across = 0
        self._read_only = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SIZES.unit)

    @property
    def row_count(self) -> int:
        """Return how many rows are shown, the empty one at the end too."""
        return self._used

    def show_columns(self, titles: Sequence[str]) -> None:
        """Show other columns; the same ones leave everything as it is."""
        if list(titles) == [name.text() for name in self._titles[: self._columns]] and self._columns:
            return
        self._columns = len(titles)
        while len(self._titles) < len(titles):
            name = label("", "muted", parent=self)
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
            self._titles.append(name)
        for number, name in enumerate(self._titles):
            name.setVisible(number < len(titles))
            name.setText(titles[number] if number < len(titles) else "")
        self._across = 0
        self._use(0)
        self._arrange()

    def show_rows(self, rows: Sequence[Sequence[str]], keys: Sequence[str] = ()) -> None:
        """Show texts, and one empty row behind them; cursors stay where they are. Keys name what the rows stand for."""
        self._keys = list(keys)
        self._use(max(len(rows) + (0 if self._read_only else 1), 1))
        for number in range(self._used):
            row = rows[number] if number < len(rows) else ()
            for column in range(self._columns):
                text = row[column] if column < len(row) else ""
                line = self._rows[number][column]
                if text != line.text():
                    place = line.cursorPosition() if line.hasFocus() else 0
                    line.setText(text)
                    line.setCursorPosition(place)

    def rows(self) -> list[tuple[str, ...]]:
        """Return what is typed, the empty row at the end too."""
        return [
            tuple(self._rows[number][column].text().strip() for column in range(self._columns))
            for number in range(self._used)
        ]

    def stops(self) -> tuple[QLineEdit, ...]:
        """Return all lines row by row, shown or not."""
        return tuple(line for row in self._rows for line in row)

    def key_of(self, row: int) -> str:
        """Return what a row stands for; empty for a new one."""
        return self._keys[row] if row < len(self._keys) else ""

    def name_row(self, row: int, key: str) -> None:
        """Say what a row stands for."""
        self._keys += [""] * (row + 1 - len(self._keys))
        self._keys[row] = key

    def cell(self, row: int, column: int) -> QLineEdit | None:
        """Return a line, or None if there is none."""
        return self._rows[row][column] if row < self._used and column < self._columns else None

    def current_row(self) -> int:
        """Return the row with the focus, or -1."""
        focused = self.focusWidget()
        return next((number for number in range(self._used) if focused in self._rows[number]), -1)

    def set_read_only(self, *, on: bool) -> None:
        """Accept nothing, or accept again."""
        self._read_only = on
        for row in self._rows:
            for line in row:
                line.setReadOnly(on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put each row into one line or two, as the width allows."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrows, take a row away with Strg+Entf, paste a whole table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            return self._take_key(watched, event)
        return False

    def _take_key(self, line: QLineEdit, event: QKeyEvent) -> bool:
        row, column = self._where(line)
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._focus(row + (1 if key == Qt.Key.Key_Down else -1), column)
            return True
        if event.modifiers() == _CTRL and key == Qt.Key.Key_Delete:
            self._remove(row)
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and not self._read_only:
            return self._paste(row, column)
        return False

    def _paste(self, row: int, column: int) -> bool:
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        if "\t" not in text and "\n" not in text:
            return False
        texts = self.rows()
        for down, line in enumerate(text.splitlines()):
            while row + down >= len(texts):
                texts.append(("",) * self._columns)
            cells = list(texts[row + down])
            for right, cell in enumerate(line.split("\t")):
                if column + right < self._columns:
                    cells[column + right] = cell.strip()
            texts[row + down] = tuple(cells)
        self._show_filled(texts, self._keys)
        self.edited.emit()
        return True

    def _remove(self, row: int) -> None:
        if self._read_only or not 0 <= row < self._used:
            return
        texts, keys = self.rows(), [self.key_of(number) for number in range(self._used)]
        del texts[row], keys[row]
        self._show_filled(texts, keys)
        self._focus(min(row, self._used - 1), 0)
        self.edited.emit()

    def _show_filled(self, texts: Sequence[tuple[str, ...]], keys: Sequence[str]) -> None:
        named = [*keys, *[""] * len(texts)]
        held = [(cells, key) for cells, key in zip(texts, named, strict=False) if any(cells)]
        self.show_rows([cells for cells, _ in held], [key for _, key in held])

    def _arrange(self) -> None:
        letters = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        narrow = self._columns > 2 and letters // max(self._columns, 1) < _LETTERS
        across = -(-self._columns // 2) if narrow else self._columns
        if across == self._across or not self._columns:
            return
        self._across = across
        for number, name in enumerate(self._titles[: self._columns]):
            self._grid.addWidget(name, 2 * (number // across), number % across)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        self._share_out()
        for row, lines in enumerate(self._rows):
            for column, line in enumerate(lines[: self._columns]):
                self._put(line, row, column)

    def _share_out(self) -> None:
        """Give the first column, which says what a row is about, more room."""
        for column in range(self._grid.columnCount()):
            used = column < self._across
            self._grid.setColumnStretch(column, (3 if column == 0 and self._across > _PAIR else 2) if used else 0)

    def _put(self, line: QLineEdit, row: int, column: int) -> None:
        """Put a line where it belongs: in the first row each title stands above its own line."""
        deep = -(-self._columns // self._across)
        place, down = column % self._across, column // self._across
        line.setPlaceholderText(self._titles[column].text() if deep > 1 and row else "")
        span = self._across - place if column == self._columns - 1 else 1
        above = 2 * deep + (row - 1) * (deep + 1)
        top = (2 * down + 1 if row == 0 else above + 1 + down) if deep > 1 else row + 1
        self._grid.addWidget(line, top, place, 1, span)
        if deep > 1 and row:
            self._grid.setRowMinimumHeight(above, _SIZES.gap_small)

    def _where(self, line: QLineEdit) -> tuple[int, int]:
        return next(
            ((number, row.index(line)) for number, row in enumerate(self._rows) if line in row),
            (0, 0),
        )

    def _focus(self, row: int, column: int) -> None:
        line = self.cell(row, column) if row >= 0 else None
        if line is not None:
            line.setFocus(Qt.FocusReason.TabFocusReason)
            line.selectAll()

    def _use(self, count: int) -> None:
        made = False
        while len(self._rows) < count:
            self._rows.append([])
        for number, row in enumerate(self._rows):
            while number < count and len(row) < self._columns:
                row.append(self._made(number, len(row)))
                made = True
            for column, line in enumerate(row):
                shown = number < count and column < self._columns
                line.setVisible(shown)
                if shown:
                    line.setProperty("part", f"{self._titles[column].text()}, Zeile {number + 1}")
                    line.setAccessibleName(str(line.property("part")))
        self._used = count
        if made:
            for before, line in pairwise(self.stops()):
                QWidget.setTabOrder(before, line)

    def _made(self, row: int, column: int) -> QLineEdit:
        line = TextLine(self)
        line.setObjectName(f"cell-{row + 1}-{column + 1}")
        line.setReadOnly(self._read_only)
        line.textEdited.connect(partial(self._note, row))
        line.returnPressed.connect(partial(self._enter, row))
        self._watch(line, "")
        line.installEventFilter(self)
        if self._across:
            self._put(line, row, column)
        return line

    def _note(self, row: int, _text: str) -> None:
        if row == self._used - 1:
            self._use(self._used + 1)
            for line in self._rows[self._used - 1][: self._columns]:
                line.clear()
        self.edited.emit()

    def _enter(self, row: int) -> None:
        self._focus(row + 1, 0)
