"""Choose what the concept is written as: Word file, PDF, or both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kizdesk.ui.session import Session

_WORD, _PDF, _LINES = "output.word", "output.pdf", "output.line_numbers"


class KindsChoice(QWidget):
    """Be the ticks for Word file and PDF, and for lines that are counted in the PDF; all are remembered."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = session.memory
        self._word = QCheckBox(self.tr("Word-Datei"))
        self._pdf = QCheckBox(self.tr("PDF"))
        self._lines = QCheckBox(self.tr("Zeilennummern am Rand des PDF (für die Beratung im Ausschuss)"))
        self._build(session.theme.sizes.gap)
        self._connect()

    @property
    def word(self) -> bool:
        """Tell whether a Word file is wanted."""
        return self._word.isChecked()

    @property
    def pdf(self) -> bool:
        """Tell whether a PDF is wanted."""
        return self._pdf.isChecked()

    @property
    def line_numbers(self) -> bool:
        """Tell whether the lines of the PDF shall be counted."""
        return self.pdf and self._lines.isChecked()

    def remember(self) -> None:
        """Keep what was chosen for the next time."""
        for key, box in ((_WORD, self._word), (_PDF, self._pdf), (_LINES, self._lines)):
            self._memory.remember(key, box.isChecked())

    def _build(self, gap: int) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for box, name, key, usual in (
            (self._word, "export-as-word", _WORD, True),
            (self._pdf, "export-as-pdf", _PDF, False),
            (self._lines, "export-lines", _LINES, False),
        ):
            box.setObjectName(name)
            box.setChecked(self._memory.value(key, default=usual))
            row.addWidget(box)
        row.addStretch(1)
        if not (self.word or self.pdf):
            self._word.setChecked(True)
        self._lines.setVisible(self.pdf)

    def _connect(self) -> None:
        self._word.toggled.connect(self._show_word)
        self._pdf.toggled.connect(self._show_pdf)

    def _show_word(self) -> None:
        """Tick the other one where nothing would be left to write."""
        if not self.word and not self.pdf:
            self._pdf.setChecked(True)
        self.changed.emit()

    def _show_pdf(self) -> None:
        self._lines.setVisible(self.pdf)
        if not self.word and not self.pdf:
            self._word.setChecked(True)
        self.changed.emit()
