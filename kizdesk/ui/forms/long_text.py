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
    typed = Signal()
    """The words are others than those shown; Qt's ``textChanged`` comes with new colours as well."""

    def __init__(self, parent: QWidget, least: int = LEAST_LINES, most: int = MOST_LINES) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._words: str | None = ""
        self._lines = 0
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(Sizes().text_margin)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines always wrap
        self.document().documentLayout().documentSizeChanged.connect(self.grow)
        self.textChanged.connect(self._compare)

    def whole_text(self) -> str:
        """Return the text exactly as it was typed; line breaks are LF."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_whole_text(self, text: str) -> None:
        """Show a text; the cursor stays near its place."""
        if text == self.whole_text():
            return
        place = min(self.textCursor().position(), len(text))
        self._choose_wrapping(text)
        self._words = None
        self.setPlainText(text)
        self._words = self.whole_text()
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

    @Slot()
    def _compare(self) -> None:
        """Tell that something was typed, unless the words are shown by the program or are the same."""
        if self._words is None:
            return
        words = self.whole_text()
        if words != self._words:
            self._words = words
            self.typed.emit()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.watch(self._area)
        self._area.typed.connect(self.edited)

    def value(self) -> Any:
        """Return the text."""
        return self._area.whole_text()

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self._area.show_whole_text(str(value or ""))

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._area.setReadOnly(on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is typed."""
        self._area.setPlaceholderText(text)
