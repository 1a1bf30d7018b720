"""Edit a text of many lines that grows with what is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.theme.tokens import Sizes

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_ENDLESS = re.compile(r"\S{2000}")
LEAST_LINES, MOST_LINES = 3, 14


class TextArea(QPlainTextEdit):
    """Be a plain text that is as high as its lines, between two limits, and that Tab leaves."""

    resized = Signal()

    def __init__(self, parent: QWidget, least: int = LEAST_LINES, most: int = MOST_LINES) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._lines = 0
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(Sizes().text_margin)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines always wrap
        self.document().documentLayout().documentSizeChanged.connect(self.grow)

    def whole_text(self) -> str:
        """Return the text exactly as it was typed; line breaks are LF."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_whole_text(self, text: str) -> None:
        """Show a text; the cursor stays near its place."""
        place = min(self.textCursor().position(), len(text))
        self._choose_wrapping(text)
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(place if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def write_on(self, text: str) -> None:
        """Show a text as if it were typed, with the cursor behind it."""
        self._choose_wrapping(text)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.ensureCursorVisible()

    def sizeHint(self) -> QSize:
        """Return the height of the lines."""
        lines = min(max(self._lines, self._least), self._most)
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        inner = round(2 * self.document().documentMargin())
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + around + inner)

    def minimumSizeHint(self) -> QSize:
        """Return the same height with a small width."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, whole and without their looks."""
        if source.hasText():
            self._choose_wrapping(source.text())
            self.insertPlainText(source.text())
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew for the new width; where all of them have room, the first one is in sight."""
        super().resizeEvent(event)
        self.grow()
        if self._lines <= self._most:
            self.verticalScrollBar().setValue(0)

    @Slot()
    def grow(self) -> None:
        """Take the height that the lines need."""
        lines = min(round(self.document().size().height()), self._most + 1)
        if lines != self._lines:
            self._lines = lines
            scrolls = lines > self._most
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(policy)
            self.updateGeometry()
            self.resized.emit()

    def _choose_wrapping(self, text: str) -> None:
        """Break words of thousands of letters anywhere: to look for a good place in them takes too long."""
        modes = QTextOption.WrapMode
        self.setWordWrapMode(modes.WrapAnywhere if _ENDLESS.search(text) else modes.WrapAtWordBoundaryOrAnywhere)


class LongText(Editor):
    """Edit a text of many lines; nothing of it is changed."""

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        least: int = LEAST_LINES,
        most: int = MOST_LINES,
    ) -> None:
        super().__init__(session, parent)
        self._area = TextArea(self, least, most)
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.watch(self._area)
        self._area.textChanged.connect(self._note)

    def value(self) -> Any:
        """Return the text."""
        return self._area.whole_text()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        text = str(value or "")
        if text != self._area.whole_text():
            self._showing = True
            self._area.show_whole_text(text)
            self._showing = False

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._area.setReadOnly(on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is typed."""
        self._area.setPlaceholderText(text)

    @Slot()
    def _note(self) -> None:
        if not self._showing:
            self.edited.emit()
