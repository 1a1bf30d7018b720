"""Give the rows of a table room for one line of words or for two."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from kizdesk.ui.theme import Theme


def show_lines(table: QTableView, theme: Theme, lines: int) -> None:
    """Let cells wrap into so many lines."""
    table.setWordWrap(lines > 1)
    needed = table.fontMetrics().height() * lines + theme.sizes.padding
    table.verticalHeader().setDefaultSectionSize(max(theme.sizes.row, needed))
