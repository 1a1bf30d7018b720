"""Show one window for a bug: what happened, what now, and details to pass on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

_LOG = logging.getLogger(__name__)


class FaultWindow(QDialog):
    """Say that the program made a mistake."""

    closing_wanted = Signal()

    def __init__(self, theme: Theme, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit(details)
        self._build(theme)

    def add(self, details: str) -> None:
        """Show the details of one more bug, unless it is one that is shown."""
        if details not in self._text.toPlainText():
            self._text.appendPlainText(details)

    def _build(self, theme: Theme) -> None:
        self.setWindowTitle(self.tr("Ein Fehler im Programm"))
        self.setObjectName("fault-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sizes = theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.margin)
        outer.setSpacing(sizes.gap)
        outer.addWidget(label(self.tr("Das Programm hat einen Fehler gemacht"), "card_title"))
        what_now = self.tr(
            "Was gespeichert ist, bleibt gespeichert. Sie können weiterarbeiten oder das Projekt schließen; dabei geht "
            "nichts verloren. Tritt der Fehler wieder auf, geben Sie bitte die Einzelheiten weiter."
        )
        outer.addWidget(label(what_now))
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Einzelheiten"))
        outer.addWidget(self._text, 1)
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
        QGuiApplication.clipboard().setText(self._text.toPlainText())

    def _leave(self) -> None:
        self.close()
        self.closing_wanted.emit()


class Faults(QObject):
    """Catch bugs of every thread, log them, and show one window at a time."""

    caught = Signal(str)
    refused = Signal(object)
    """A refusal that a page let pass: its sentence is for the bar, not for a window about a bug."""
    closing_wanted = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._shown: FaultWindow | None = None
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> Callable[[], None]:
        """Catch what nobody else catches, and keep what Qt says in the log; returns what ends that."""
        hooks = (sys.excepthook, threading.excepthook)
        before = qInstallMessageHandler(_keep_message)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

        def end() -> None:
            sys.excepthook, threading.excepthook = hooks
            qInstallMessageHandler(before)

        return end

    def tell(self, error: BaseException) -> None:
        """Show a bug; may be called in any thread."""
        details = "".join(traceback.format_exception(error))
        _LOG.error("%s", details)
        if isinstance(error, (UserError, EnvironmentFault)):
            self.refused.emit(error)
        else:
            self.caught.emit(details)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.tell(error.with_traceback(trace))

    def _thread_hook(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.tell(caught.exc_value)

    def _show(self, details: str) -> None:
        if self._shown is not None:
            self._shown.add(details)
            return
        self._shown = FaultWindow(self._theme, details, self._window)
        self._shown.finished.connect(self._done)
        self._shown.closing_wanted.connect(self.closing_wanted)
        self._shown.open()

    def _done(self) -> None:
        self._shown = None


def _keep_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s (%s)", text, context.category)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
}
