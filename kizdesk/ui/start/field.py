"""Put a label, an editor, a word of help and what is wrong with it one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_SIZES = Sizes()


class Field(QWidget):
    """Be an editor with its label; an error stands below it as a sentence."""

    def __init__(self, text: str, editor: QWidget, help_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._label = label(text, "strong", wrap=False)
        self._help = label(help_text, "small")
        self._error = label("", "problem")
        self._build(text, help_text)

    @property
    def error(self) -> str:
        """Return the sentence shown, or nothing."""
        return self._error.text()

    def show_error(self, sentence: str) -> None:
        """Show what is wrong, or nothing."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        set_look(self._editor, "state", "error" if sentence else "")
        self._editor.setAccessibleDescription(sentence or self._help.text())

    def show_help(self, text: str) -> None:
        """Show another word of help."""
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._editor.setAccessibleDescription(text)

    def _build(self, text: str, help_text: str) -> None:
        self._label.setBuddy(self._editor)
        self._editor.setAccessibleName(text.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.unit)
        for widget in (self._label, self._editor, self._error, self._help):
            column.addWidget(widget)
        self.show_error("")
        self.show_help(help_text)
