"""Be the text beside choices, rows and files; where a question asks for none, it shows itself only with words in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.project.runner.quoting import with_line
from kizdesk.ui.forms.long_text import TextArea
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

_SIZES = Sizes()
_LEAST, _MOST = 2, 8


class Remark(QWidget):
    """Be a labelled text that grows with its words."""

    edited = Signal()
    """The user typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_offered = False
        """Whether it shows itself also without words."""
        self.area = TextArea(self, _LEAST, _MOST)
        """The text itself, for the order of Tab and for screen readers."""
        self.name = self.tr("Bemerkung zur Antwort")
        """What it is called."""
        words = label(self.name, "muted")
        words.setBuddy(self.area)
        self.area.setObjectName("remark")
        self.area.setPlaceholderText(self.tr("Gehört zur Antwort und steht im Protokoll"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.unit)
        column.addWidget(words)
        column.addWidget(self.area)
        self.area.typed.connect(self.edited)

    def text(self) -> str:
        """Return the words."""
        return self.area.whole_text()

    def show_text(self, text: str) -> None:
        """Show words."""
        self.area.show_whole_text(text)
        self.setVisible(self.is_offered or bool(text) or self.area.hasFocus())

    def add_line(self, line: str) -> None:
        """Put a line behind the words, as if it were typed."""
        self.show()
        self.area.write_on(with_line(self.area.whole_text(), line))

    def set_read_only(self, *, on: bool) -> None:
        """Accept nothing, or accept again."""
        self.area.setReadOnly(on)
