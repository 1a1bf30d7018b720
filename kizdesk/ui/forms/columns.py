"""Stand fields in two columns where there is room, and in one where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kizdesk.ui.forms.spec import TWO_FROM
from kizdesk.ui.theme import Sizes
from kizdesk.ui.widgets.labels import WrapLabel


class GroupBlock(QWidget):
    """Be one group of fields under its title."""

    def __init__(
        self,
        sizes: Sizes,
        title: str,
        help_text: str = "",
        parent: QWidget | None = None,
        *,
        two_from: int = TWO_FROM,
    ) -> None:
        super().__init__(parent)
        self._sizes = sizes
        self._two_from = two_from
        self._grid = QGridLayout()
        self._cells: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._build(title, help_text)

    def add(self, cell: QWidget, *, wide: bool) -> None:
        """Add a field behind the others."""
        self._cells.append((cell, wide))
        self._columns = 0
        self.arrange()

    def arrange(self) -> None:
        """Place the fields in the order of reading; a wide one takes a row of its own; without any, the title goes."""
        wanted = self._wanted()
        row = column = 0
        shown = [entry for entry in self._cells if not _is_away(entry[0])]
        for cell, _ in self._cells:
            self._grid.removeWidget(cell)
        for cell, wide in shown:
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(cell, row, column, 1, wanted if wide else 1)
            column += 1
            if wide or column >= wanted:
                row, column = row + 1, 0
        self._columns = wanted
        self.setVisible(bool(shown))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wanted == 2 else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the fields anew when there is room for another number of columns."""
        super().resizeEvent(event)
        if self._wanted() != self._columns:
            self.arrange()

    def _wanted(self) -> int:
        return 2 if self.width() >= self._two_from * self.fontMetrics().averageCharWidth() else 1

    def _build(self, title: str, help_text: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._sizes.unit)
        self._grid.setHorizontalSpacing(self._sizes.padding)
        self._grid.setVerticalSpacing(self._sizes.gap)
        self._grid.setContentsMargins(0, self._sizes.unit, 0, 0)
        for words, role in ((title, "card_title"), (help_text, "muted")):
            if words:
                column.addWidget(WrapLabel(words, role, self))
        column.addLayout(self._grid)


def _is_away(cell: QWidget) -> bool:
    return cell.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and cell.isHidden()
