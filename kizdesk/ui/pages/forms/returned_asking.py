"""Ask for the files of forms that came back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kizdesk.project.machine import documents_folder
from kizdesk.ui.pages.forms.returned_files import ENDINGS
from kizdesk.ui.widgets.remembering import Remembers

_FROM = "forms.returned_from"


def ask_files(parent: QWidget, memory: Remembers) -> list[Path]:
    """Return the files somebody chooses, none if nobody does; the folder is proposed the next time."""
    begin = memory.value(_FROM, "") or str(documents_folder())
    kinds = " ".join(f"*{ending} *{ending.upper()}" for ending in ENDINGS)
    title, name = parent.tr("Zurückgesandte Formulare wählen"), parent.tr("Formulare und Scans ({0})")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, begin, name.format(kinds))
    if chosen:
        memory.remember(_FROM, str(Path(chosen[0]).parent))
    return [Path(path) for path in chosen]
