"""Choose what of the stock-taking is shown: by words and by stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.domain.texts import fold
from kizdesk.project.stocktaking import MatrixRow, Stand
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.search import SearchField

_ALL = "all"
_STANDS = {
    "open": frozenset({Stand.OPEN, Stand.PLANNED}),
    "running": frozenset({Stand.RUNNING}),
    "done": frozenset({Stand.DONE, Stand.RELEASED}),
}


class MatrixBar(QWidget):
    """Be the line above the table."""

    filtered = Signal()
    """Words or stand are others now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(theme, self.tr("Kommune suchen …"))
        stands = (
            (_ALL, self.tr("Alle")),
            ("open", self.tr("Offen")),
            ("running", self.tr("Läuft")),
            ("done", self.tr("Abgeschlossen")),
        )
        self.stands = SegmentedChoice(stands, self.tr("Stand"))
        self._build(theme)
        self.search.searched.connect(self.filtered)
        self.stands.chosen.connect(self.filtered)

    def lets_through(self, row: MatrixRow) -> bool:
        """Tell whether a row fits words and stand."""
        wanted = _STANDS.get(self.stands.value)
        if wanted is not None and row.stand not in wanted:
            return False
        said = fold(f"{row.name} {row.stand_text} {row.next_step}")
        return all(word in said for word in fold(self.search.text()).split())

    def clear(self) -> None:
        """Let everything through."""
        self.stands.choose(_ALL)
        self.search.clear()

    def _build(self, theme: Theme) -> None:
        self.search.setObjectName("matrix-search")
        self.search.setMaximumWidth(theme.sizes.text_width // 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap)
        row.addWidget(self.search, 1)
        row.addWidget(self.stands)
        row.addStretch(1)
