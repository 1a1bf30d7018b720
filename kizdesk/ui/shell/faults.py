"""Show one window for a bug: what happened, what now, and details to pass on."""

from __future__ import annotations

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

_LOG = logging.getLogger(__name__)


class FaultWindow(QDialog):
    """Say that the program made a mistake."""

    closing_wanted = Signal()

    def __init__(self, theme: Theme, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self.setWindowTitle(self.tr("Ein Fehler im Programm"))
        self.setObjectName("fault-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes = theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.margin)
        outer.setSpacing(sizes.gap)
        outer.addWidget(label(self.tr("Das Programm hat einen Fehler gemacht"), "card_title"))
        what_now = self.tr(
            "Ihr Projekt ist davon nicht betroffen: Was gespeichert ist, bleibt gespeichert. "
            "Sie können weiterarbeiten. Tritt der Fehler wieder auf, geben Sie bitte die Einzelheiten weiter."
        )
        outer.addWidget(label(what_now))
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Einzelheiten"))
        outer.addWidget(text, 1)
        row = QHBoxLayout()
        copy = button(self.tr("Einzelheiten kopieren"), name="copy-details")
        leave = button(self.tr("Projekt schließen"), name="close-project")
        work_on = button(self.tr("Weiterarbeiten"), kind="primary", name="work-on")
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(work_on)
        outer.addLayout(row)
        copy.clicked.connect(self._copy)
        leave.clicked.connect(self._leave)
        work_on.clicked.connect(self.close)
        work_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _leave(self) -> None:
        self.close()
        self.closing_wanted.emit()


class Faults(QObject):
    """Catch bugs of every thread, log them, and show one window at a time."""

    caught = Signal(str)
    closing_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._showing = False
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what nobody else catches."""
        sys.excepthook = self._hook

    def tell(self, error: BaseException) -> None:
        """Show a bug; may be called in any thread."""
        details = "".join(traceback.format_exception(error))
        _LOG.error("%s", details)
        self.caught.emit(details)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.tell(error.with_traceback(trace))

    def _show(self, details: str) -> None:
        if self._showing:
            return
        self._showing = True
        shown = FaultWindow(self._theme, details, self._window)
        shown.finished.connect(self._done)
        shown.closing_wanted.connect(self.closing_wanted)
        shown.open()

    def _done(self) -> None:
        self._showing = False
