"""Name the page that takes interviews over, and ask for the file it shall open."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QWidget

MERGE = "stocktaking.merge"


def ask_file(parent: QWidget) -> str:
    """Ask for the file of another copy of the project; empty if none is chosen."""
    title, kinds = parent.tr("Kopie des Projekts wählen"), parent.tr("Projekte (*.kizdesk)")
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return name
