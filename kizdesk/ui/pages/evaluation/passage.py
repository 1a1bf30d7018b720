"""Show an answer as text with a caret, in which words are marked with mouse or keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from kizdesk.project.evaluation.evidence import EvidenceRow
from kizdesk.ui.pages.evaluation.kinds import kind_of_key, text_format
from kizdesk.ui.pages.evaluation.offsets import to_chars, to_units
from kizdesk.ui.theme import Theme

_MOVE, _KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor


class PassageView(QTextEdit):
    """Be the text of an answer; nothing in it can be changed, only marked."""

    kind_wanted = Signal(object)
    """The EvidenceKind whose key was pressed."""
    field_wanted = Signal()
    """The user wants to choose another field of action."""
    removal_wanted = Signal()
    mark_met = Signal(str)
    """The id of the mark in which the caret stands now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._marks: tuple[EvidenceRow, ...] = ()
        self._chosen = ""
        self._build()
        self.cursorPositionChanged.connect(self._meet)
        theme.changed.connect(self._draw)

    @property
    def chosen_place(self) -> tuple[int, int] | None:
        """Return the characters selected, from and to; None if there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return to_chars(self._text, cursor.selectionStart()), to_chars(self._text, cursor.selectionEnd())

    def show_passage(self, text: str, marks: Sequence[EvidenceRow]) -> None:
        """Show a text and its marks; the caret stays if the text is the same."""
        self._marks = tuple(marks)
        if text != self._text:
            self._text = text
            self._chosen = ""
            self.setPlainText(text)
        self._draw()

    def choose_mark(self, ident: str, *, scroll: bool = True) -> None:
        """Draw a mark as the chosen one and bring it into view."""
        self._chosen = ident
        self._draw()
        mark = next((mark for mark in self._marks if mark.id == ident and not mark.stale), None)
        if mark is not None and scroll:
            cursor = self._cursor(mark.start, mark.start)
            with QSignalBlocker(self):
                self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def select(self, start: int, end: int) -> None:
        """Select characters as a user does."""
        self.setTextCursor(self._cursor(start, end))

    def drop_selection(self) -> None:
        """Keep the caret and forget what was selected."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set the kind with 1 to 4, choose the field with F, remove with Entf."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        kind = kind_of_key(event.key()) if plain else None
        if kind is not None:
            self.kind_wanted.emit(kind)
        elif plain and event.key() == Qt.Key.Key_F:
            self.field_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setObjectName("passage")
        self.setAccessibleName(self.tr("Antwort im Wortlaut"))
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_units(self._text, start), _MOVE)
        cursor.setPosition(to_units(self._text, end), _KEEP)
        return cursor

    def _draw(self) -> None:
        drawn = []
        for mark in self._marks:
            if not mark.stale:
                piece = QTextEdit.ExtraSelection()
                piece.cursor = self._cursor(mark.start, mark.end)
                piece.format = text_format(self._theme, mark.kind, chosen=mark.id == self._chosen)
                drawn.append(piece)
        self.setExtraSelections(drawn)
        told = [self.tr("{0}: {1}").format(mark.kind_text, mark.wording) for mark in self._marks]
        self.setAccessibleDescription("; ".join(told))

    def _meet(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return
        place = to_chars(self._text, cursor.position())
        for mark in self._marks:
            if not mark.stale and mark.start <= place < mark.end:
                self.mark_met.emit(mark.id)
                return
