"""Say what every editor of a form has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kizdesk.ui.forms.keys import means_redo, means_undo, show_text_menu
from kizdesk.ui.widgets.compound import Compound

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_ELSEWHERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Why the focus goes away for a moment without the user leaving the editor."""


class Editor(Compound):
    """Be an editor of one value; it shows and hands out the value and knows nothing of where it is kept.

    ``value`` raises UserError with a sentence if what is typed is no such value.
    """

    edited = Signal()
    """The user changed something, such as by a key."""
    committed = Signal()
    """The user finished something that is worth keeping at once, such as a choice."""
    left = Signal()
    """The focus left the editor with all its parts."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._undo: Callable[[], object] = session.undo
        self._redo: Callable[[], object] = session.redo
        self._parts: list[QWidget] = []

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return the widgets that take the focus, in the order of reading."""
        return tuple(self._parts)

    @property
    def is_settled(self) -> bool:
        """Tell whether what is typed is whole; half a year, such as ``01.01.20``, is a day but not the one meant."""
        return True

    def value(self) -> Any:
        """Return the value as it stands in the editor; raises UserError if there is none."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; tells nobody, and leaves the cursor alone if it is shown already."""
        raise NotImplementedError

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        raise NotImplementedError

    def set_placeholder(self, text: str) -> None:
        """Show a hint while there is no value; editors without room for one ignore it."""

    def reload(self) -> None:
        """Fetch anew what can be chosen; editors that offer nothing ignore it."""

    def describe(self, name: str, description: str = "") -> None:
        """Say to screen readers what the editor is for."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for part in self._parts:
            own = str(part.property("part") or "")
            part.setAccessibleName(f"{name}: {own}" if own else name)
            part.setAccessibleDescription(description)

    def mark(self, state: str) -> None:
        """Draw the editor in a state of the style sheet, such as ``error``; empty for none."""
        for part in self._parts:
            if part.property("state") != state:
                part.setProperty("state", state)
                part.style().polish(part)

    def has_focus(self) -> bool:
        """Tell whether the user is in the editor or one of its parts."""
        return self._holds(QApplication.focusWidget())

    def choose_text(self) -> None:
        """Choose the whole text, so that typing replaces it; editors without one ignore it."""
        for part in self._parts[:1]:
            if isinstance(part, QLineEdit | QPlainTextEdit):
                part.selectAll()

    def take_keys(self, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        """Call these at Strg+Z and Strg+Y, instead of the session."""
        self._undo, self._redo = undo, redo

    def watch(self, part: QWidget, name: str = "") -> None:
        """Make a widget a part of the editor; the first one takes the focus for all."""
        if not self._parts:
            self.lead_with(part)
        if name:
            part.setProperty("part", name)
            part.setAccessibleName(name)
        self._parts.append(part)
        self.watch_keys(part)

    def watch_keys(self, widget: QWidget) -> None:
        """Give a widget the keys, the menu and the leaving of the editor, such as one that lives for a moment."""
        widget.installEventFilter(self)

    def forget(self, part: QWidget) -> None:
        """Let go of a part that is taken away."""
        self._parts.remove(part)
        part.removeEventFilter(self)

    def adopt(self, inner: Editor) -> None:
        """Fill the editor with another one and speak for it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inner)
        self.lead_with(inner)
        self._parts.extend(inner.parts)
        inner.take_keys(self._ask_undo, self._ask_redo)
        inner.edited.connect(self.edited)
        inner.committed.connect(self.committed)
        inner.left.connect(self.left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take undo, redo and the text menu, and notice when the user leaves."""
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        if isinstance(event, QFocusEvent):
            if event.lostFocus():
                self._notice_leaving(event)
        elif isinstance(event, QContextMenuEvent) and isinstance(watched, QLineEdit | QPlainTextEdit):
            show_text_menu(watched, event.globalPos())
            return True
        elif event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the page goes away."""
        super().hideEvent(event)
        self.committed.emit()

    def _ask_undo(self) -> None:
        self._undo()

    def _ask_redo(self) -> None:
        self._redo()

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def _take_key(self, event: QKeyEvent) -> bool:
        undo, redo = means_undo(event), means_redo(event)
        if not (undo or redo):
            return False
        if event.type() == QEvent.Type.KeyPress:
            (self._undo if undo else self._redo)()
        event.accept()
        return True

    def _notice_leaving(self, event: QFocusEvent) -> None:
        if event.reason() in _ELSEWHERE or self._holds(QApplication.focusWidget()):
            return
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.committed.emit()
        else:
            self.left.emit()
