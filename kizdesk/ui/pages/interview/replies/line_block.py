"""Be lines to fill in, each with its label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from kizdesk.project.runner.ask import Kind, LineSpec
from kizdesk.ui.pages.interview.replies import typed
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.text_line import TextLine

_SIZES = Sizes()
_SHORT = (Kind.DAY, Kind.CLOCK, Kind.NUMBER, Kind.WHOLE, Kind.PERCENT)


@dataclass(frozen=True, slots=True)
class _Cell:
    holder: QWidget
    name: QLabel
    line: QLineEdit
    unit: QLabel


class LineBlock(QWidget):
    """Be up to a few lines; short ones such as days stand side by side."""

    edited = Signal()
    entered = Signal()
    """Enter was pressed in the last line."""

    def __init__(self, today: Callable[[], date], watch: Callable[[QWidget, str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._today, self._watch = today, watch
        self._specs: tuple[LineSpec, ...] = ()
        self._cells: list[_Cell] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_SIZES.gap)
        self._grid.setVerticalSpacing(_SIZES.unit)

    @property
    def lines(self) -> tuple[QLineEdit, ...]:
        """Return the lines shown, in the order of reading."""
        return tuple(cell.line for cell in self._cells[: len(self._specs)])

    @property
    def all_lines(self) -> tuple[QLineEdit, ...]:
        """Return all lines made so far, shown or not."""
        return tuple(cell.line for cell in self._cells)

    def show_specs(self, specs: Sequence[LineSpec]) -> None:
        """Show other lines."""
        if tuple(specs) == self._specs:
            return
        self._specs = tuple(specs)
        while len(self._cells) < len(specs):
            self._add()
        across = all(spec.kind in _SHORT for spec in specs)
        for number, cell in enumerate(self._cells):
            shown = number < len(specs)
            spec = specs[number] if shown else LineSpec("")
            _show_cell(cell, spec, shown=shown)
            row, column = (0, number) if across else (2 * number, 0)
            self._grid.addWidget(cell.name, row, column)
            self._grid.addWidget(cell.holder, row + 1, column)
        self.setVisible(bool(specs))

    def show_texts(self, kept: Sequence[str]) -> None:
        """Show kept texts; the cursor stays where it is."""
        for number, (spec, line) in enumerate(zip(self._specs, self.lines, strict=True)):
            text = typed.write(spec.kind, kept[number] if number < len(kept) else "")
            if text != line.text():
                place = line.cursorPosition() if line.hasFocus() else 0
                line.setText(text)
                line.setCursorPosition(place)

    def texts(self) -> tuple[str, ...]:
        """Return what is kept of the lines, nothing if all are empty; raises UserError if one cannot be read."""
        read = tuple(
            typed.read(spec.kind, line.text(), self._today())
            for spec, line in zip(self._specs, self.lines, strict=True)
        )
        return read if any(read) else ()

    def set_read_only(self, *, on: bool) -> None:
        """Accept nothing, or accept again."""
        for cell in self._cells:
            cell.line.setReadOnly(on)

    def _add(self) -> None:
        holder = QWidget(self)
        line, name, unit = TextLine(holder), QLabel(self), QLabel(holder)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        row.addWidget(unit)
        name.setProperty("role", "muted")
        unit.setProperty("role", "muted")
        name.setBuddy(line)
        number = len(self._cells)
        line.setObjectName(f"line-{number}")
        line.textEdited.connect(self.edited)
        line.returnPressed.connect(partial(self._enter, number))
        self._watch(line, "")
        self._cells.append(_Cell(holder, name, line, unit))

    def _enter(self, number: int) -> None:
        lines = self.lines
        if number + 1 < len(lines):
            lines[number + 1].setFocus()
        else:
            self.entered.emit()


def _show_cell(cell: _Cell, spec: LineSpec, *, shown: bool) -> None:
    cell.name.setText(spec.label)
    cell.name.setVisible(shown and bool(spec.label))
    cell.holder.setVisible(shown)
    cell.line.setProperty("part", spec.label)
    cell.line.setPlaceholderText(typed.HINTS.get(spec.kind, ""))
    cell.unit.setText(typed.UNITS.get(spec.kind, ""))
    cell.unit.setVisible(bool(cell.unit.text()))
