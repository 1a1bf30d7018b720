"""Be a small table of lines: Enter goes to the next row, Tab to the next cell; the last row is always empty."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kizdesk.ui.pages.interview.replies.cell_places import Places, Way
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.stops import follow_each_other
from kizdesk.ui.widgets.text_line import TextLine

_SIZES = Sizes()
_CTRL = Qt.KeyboardModifier.ControlModifier
_LETTERS = 18
"""A column narrower than so many letters makes each row stand in several lines."""
_LETTERS_UPRIGHT = 32
"""A column narrower than so many letters makes the cells of a row stand one below the other, where that is wanted."""
_LONG = 24
"""A column whose title has more letters takes long texts and gets more room."""


class CellLine(TextLine):
    """Be a line that tells when the focus comes."""

    came = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it when Qt has selected what it selects."""
        super().focusInEvent(event)
        self.came.emit()


class Cells(QWidget):
    """Be rows of lines; texts come and go as they are typed.

    Where a row takes several lines, each row names its cells, and the empty one at the end shows its first cell only.
    """

    edited = Signal()

    def __init__(
        self, watch: Callable[[QWidget, str], None], parent: QWidget, *, upright: bool = False, more: str = ""
    ) -> None:
        super().__init__(parent)
        self._watch, self._upright, self._more = watch, upright, more
        self._titles: tuple[str, ...] = ()
        self._brief: frozenset[int] = frozenset()
        self._hints: dict[int, str] = {}
        self._given: frozenset[str] = frozenset()
        self._names: list[list[QLabel]] = []
        self._rows: list[list[QLineEdit]] = []
        self._columns = 0
        self._used = 0
        self._keys: list[str] = []
        self._places: Places | None = None
        self._read_only = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SIZES.unit)

    @property
    def row_count(self) -> int:
        """Return how many rows are shown, the empty one at the end too."""
        return self._used

    def show_columns(
        self, titles: Sequence[str], *, brief: Collection[int] = (), hints: Mapping[int, str] | None = None
    ) -> None:
        """Show other columns; brief ones get less room, hints stand in empty cells. The same leave all as it is."""
        if tuple(titles) == self._titles:
            return
        self._titles, self._columns = tuple(titles), len(titles)
        self._brief, self._hints = frozenset(brief), dict(hints or {})
        self._places = None
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
        self._show_used()

    def give(self, names: Collection[str]) -> None:
        """Know what is written into first cells beforehand: Tab passes by it, and no key types over it."""
        self._given = frozenset(names)

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

    def begun(self, row: int) -> int:
        """Return the column at which to go on in a row: the second one where only the first is filled."""
        filled = [bool(line.text()) for line in self._rows[row][: self._columns]] if row < self._used else []
        return 1 if len(filled) > 1 and filled[0] and not any(filled[1:]) else 0

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
        if plain and key == Qt.Key.Key_Tab and row == self._used - 1:
            self._show_used(whole=True)
            return False
        if plain and key == Qt.Key.Key_Tab and column == self._columns - 1 and self._is_named(row + 1):
            self._focus(row + 1, 1)
            return True
        if plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(row, column, 1 if key == Qt.Key.Key_Down else -1)
            return True
        if event.modifiers() == _CTRL and key == Qt.Key.Key_Delete:
            self._remove(row)
            return True
        if event.matches(QKeySequence.StandardKey.Paste) and not self._read_only:
            return self._paste(row, column)
        return False

    def _is_named(self, row: int) -> bool:
        """Tell whether the first cell of a row is filled in already and the next one is meant to be filled."""
        return bool(self.begun(row)) or (self._columns > 1 and self._rows[row][0].text() in self._given)

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
        places = Places(self._way(), self._columns)
        if places == self._places or not self._columns:
            return
        self._places = places
        for column in range(max(self._grid.columnCount(), places.across)):
            self._grid.setColumnStretch(column, self._stretch(places, column) if column < places.across else 0)
        self._grid.setHorizontalSpacing(_SIZES.gap_small if places.way is Way.UPRIGHT else _SIZES.unit)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        for row, lines in enumerate(self._rows):
            for column, line in enumerate(lines[: self._columns]):
                self._put(line, row, column)
        for row, names in enumerate(self._names):
            for column, name in enumerate(names[: self._columns]):
                self._put_name(name, row, column)
        self._show_used()

    def _stretch(self, places: Places, column: int) -> int:
        """Return the share of a column: of long texts, which its title tells, more, of a number or a date less."""
        if places.way is Way.FLAT and len(self._titles[column]) > _LONG:
            return 4
        usual = places.stretch(column)
        held = places.cells_of(column)
        return usual if places.way is Way.UPRIGHT or not self._brief or self._brief.issuperset(held) else usual + 1

    def _way(self) -> Way:
        letters = self.width() // max(self.fontMetrics().averageCharWidth(), 1) // max(self._columns, 1)
        if self._upright:
            return Way.UPRIGHT if letters < _LETTERS_UPRIGHT else Way.FLAT
        return Way.STACKED if self._columns > 2 and letters < _LETTERS else Way.FLAT

    def _put(self, line: QLineEdit, row: int, column: int) -> None:
        if self._places is not None:
            spot = self._places.line(row, column)
            self._grid.addWidget(line, spot.top, spot.left, 1, spot.across)

    def _put_name(self, name: QLabel, row: int, column: int) -> None:
        if self._places is None:
            return
        if row and not self._places.all_named:
            self._grid.removeWidget(name)
            return
        upright = self._places.way is Way.UPRIGHT
        spot = self._places.name(row, column)
        name.setText(self._titles[column])
        name.setWordWrap(not upright)
        name.setAlignment(
            Qt.AlignmentFlag.AlignLeft | (Qt.AlignmentFlag.AlignVCenter if upright else Qt.AlignmentFlag.AlignBottom)
        )
        self._grid.addWidget(name, spot.top, spot.left, 1, spot.across)

    def _show_used(self, *, whole: bool = False) -> None:
        """Show what is in use: the rows with their names, of the empty one at the end only what begins it, or all."""
        places = self._places
        if places is None:
            return
        for number, row in enumerate(self._rows):
            begins = number == self._used - 1 > 0 and self._is_new(number) and places.all_named and not whole
            for column, line in enumerate(row):
                line.setVisible(number < self._used and column < (1 if begins else self._columns))
            if row:
                row[0].setPlaceholderText(self._more if number == self._used - 1 > 0 else "")
            if number and places.all_named:
                self._grid.setRowMinimumHeight(places.top(number) - 1, _SIZES.gap if number < self._used else 0)
        self._show_names(places)

    def _is_new(self, row: int) -> bool:
        return not any(line.text() or line.hasFocus() for line in self._rows[row])

    def _show_names(self, places: Places) -> None:
        named = range(self._used if places.all_named else min(self._used, 1))
        while len(self._names) < len(named):
            self._names.append([])
        for number, names in enumerate(self._names):
            while number in named and len(names) < self._columns:
                names.append(label("", "muted", parent=self))
                self._put_name(names[-1], number, len(names) - 1)
            for column, name in enumerate(names):
                shown = number in named and column < self._columns
                name.setVisible(shown and not self._rows[number][column].isHidden())

    def _where(self, line: QLineEdit) -> tuple[int, int]:
        return next(
            ((number, row.index(line)) for number, row in enumerate(self._rows) if line in row),
            (0, 0),
        )

    def _step(self, row: int, column: int, down: int) -> None:
        """Go to the line below or above: of the next row, or, where they stand upright, of the same one."""
        if self._places is None or self._places.way is not Way.UPRIGHT:
            self._focus(row + down, column)
        elif 0 <= column + down < self._columns and not self._rows[row][column + down].isHidden():
            self._focus(row, column + down)
        else:
            self._focus(row + down, 0 if down > 0 else self._columns - 1)

    def _focus(self, row: int, column: int) -> None:
        line = self.cell(row, column) if row >= 0 else None
        if line is not None and line.isHidden():
            line = self.cell(row, 0)
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
            if number < count:
                self._speak(number)
        self._used = count
        if made:
            follow_each_other(self.stops())

    def _made(self, row: int, column: int) -> QLineEdit:
        line = CellLine(self)
        line.setObjectName(f"cell-{row + 1}-{column + 1}")
        line.setReadOnly(self._read_only)
        line.textEdited.connect(partial(self._note, row))
        line.returnPressed.connect(partial(self._enter, row))
        if column == 0:
            line.came.connect(partial(self._spare, row))
        self._watch(line, "")
        line.installEventFilter(self)
        self._put(line, row, column)
        return line

    def _speak(self, row: int) -> None:
        for column, (title, line) in enumerate(zip(self._titles, self._rows[row], strict=False)):
            if column:
                line.setPlaceholderText(self._hints.get(column, ""))
            line.setProperty("part", f"{title}, Zeile {row + 1}")
            line.setAccessibleName(str(line.property("part")))

    def _note(self, row: int, _text: str) -> None:
        if row == self._used - 1:
            self._use(self._used + 1)
            for line in self._rows[self._used - 1][: self._columns]:
                line.clear()
            self._show_used()
        self.edited.emit()

    def _spare(self, row: int) -> None:
        """Select nothing where the focus comes to a name that stood there before: it would be typed over."""
        if self._is_named(row):
            self._rows[row][0].deselect()

    def _enter(self, row: int) -> None:
        self._focus(row + 1, self.begun(row + 1))
