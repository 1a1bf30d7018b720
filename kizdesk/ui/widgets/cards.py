"""Frame what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import WrapLabel, label
from kizdesk.ui.widgets.look import set_look

_SIZES = Sizes()


class Card(QFrame):
    """Be a white card: a title, room for buttons at its right, and a body."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, ground: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self._title = label(title, "card_title")
        self.head = QHBoxLayout()
        """Room right of the title, for buttons."""
        self.body = QVBoxLayout()
        """Room below the title."""
        self._build()
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another title; none hides its line."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_ground(self, ground: str) -> None:
        """Show another ground: card, selection, attention, problem or done."""
        set_look(self, "ground", ground)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        pad = _SIZES.padding
        outer.setContentsMargins(pad, pad - _SIZES.unit, pad, pad)
        outer.setSpacing(_SIZES.gap_small)
        self.head.setSpacing(_SIZES.gap_small)
        self.head.addWidget(self._title, 1)
        outer.addLayout(self.head)
        self.body.setSpacing(_SIZES.gap_small)
        outer.addLayout(self.body, 1)


class ListCard(QFrame):
    """Be a white card that a list fills; the list has no frame of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add_list(self, view: QWidget) -> None:
        """Let a list, or a stack of lists, fill the card."""
        for found in (view, *view.findChildren(QAbstractItemView)):
            if isinstance(found, QAbstractItemView):
                set_look(found, "within", "card")
        self._column.addWidget(view, 1)

    def add_beside(self, content: QLayout) -> QWidget:
        """Put something above or below the list, away from the edge, and return what holds it."""
        box = QWidget()
        content.setContentsMargins(_SIZES.gap, _SIZES.gap_small, _SIZES.gap, _SIZES.gap_small)
        box.setLayout(content)
        self._column.addWidget(box)
        return box


class EmptyState(QFrame):
    """Teach on an empty page: one sentence why, one button to begin."""

    begun = Signal()
    """The button was pressed."""
    begun_otherwise = Signal()
    """The button beside it was pressed."""

    def __init__(self, sentence: str, button_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = label(sentence, "muted")
        self._button = button(button_text, kind="primary", name="begin")
        self._other = button("", name="begin-otherwise")
        self._build()
        self._button.clicked.connect(self._begin)
        self._other.clicked.connect(self.begun_otherwise)
        self.show_text(sentence, button_text)

    @property
    def button_text(self) -> str:
        """Return the words on the button."""
        return self._button.text()

    @property
    def begin_button(self) -> QPushButton:
        """Return the button."""
        return self._button

    @property
    def sentence(self) -> WrapLabel:
        """Return the label with the sentence."""
        return self._sentence

    def show_text(self, sentence: str, button_text: str = "", other_text: str = "") -> None:
        """Show another sentence and buttons; without words there is no button."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        for made, text in ((self._button, button_text), (self._other, other_text)):
            made.setText(text)
            made.setAccessibleName(text)
            made.setVisible(bool(text))

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIZES.margin, _SIZES.margin, _SIZES.margin, _SIZES.margin)
        outer.setSpacing(_SIZES.padding)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sentence.setMaximumWidth(_SIZES.text_width * 2 // 3)
        outer.addStretch(1)
        for widgets in ((self._sentence,), (self._button, self._other)):
            row = QHBoxLayout()
            row.setSpacing(_SIZES.gap)
            row.addStretch(1)
            for widget in widgets:
                row.addWidget(widget, 8 if widget is self._sentence else 0)
            row.addStretch(1)
            outer.addLayout(row)
        outer.addStretch(2)

    def _begin(self) -> None:
        self.begun.emit()
