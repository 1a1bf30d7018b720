"""Frame what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
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
    """Teach on an empty page: one sentence why, one button to begin.

    Its sentence is made when it is seen, and a button when it has words: nearly every list has such a page, and few of
    them are ever empty.
    """

    begun = Signal()
    """The button was pressed."""
    begun_otherwise = Signal()
    """The button beside it was pressed."""

    def __init__(self, sentence: str, button_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._label: WrapLabel | None = None
        self._row = QHBoxLayout()
        self._button: QPushButton | None = None
        self._other: QPushButton | None = None
        self._build()
        self.show_text(sentence, button_text)

    @property
    def button_text(self) -> str:
        """Return the words on the button."""
        return self._button.text() if self._button is not None else ""

    @property
    def begin_button(self) -> QPushButton:
        """Return the button."""
        if self._button is None:
            self._button = button("", kind="primary", name="begin")
            self._button.clicked.connect(self._begin)
            self._button.hide()
            self._row.insertWidget(1, self._button)
        return self._button

    @property
    def sentence(self) -> WrapLabel:
        """Return the label with the sentence."""
        if self._label is None:
            self._label = self._made_label()
        return self._label

    def show_text(self, sentence: str, button_text: str = "", other_text: str = "") -> None:
        """Show another sentence and buttons; without words there is no button."""
        self._text = sentence
        self.setAccessibleName(sentence)
        if self._label is not None:
            self._label.setText(sentence)
        if button_text or self._button is not None:
            _word(self.begin_button, button_text)
        if other_text or self._other is not None:
            _word(self._other_button(), other_text)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the sentence, which is seen from now on."""
        super().showEvent(event)
        self.sentence.show()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIZES.margin, _SIZES.margin, _SIZES.margin, _SIZES.margin)
        outer.setSpacing(_SIZES.padding)
        self._row.setSpacing(_SIZES.gap)
        self._row.addStretch(1)
        self._row.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(self._row)
        outer.addStretch(2)

    def _made_label(self) -> WrapLabel:
        made = label(self._text, "muted")
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        made.setMaximumWidth(_SIZES.text_width * 2 // 3)
        row = QHBoxLayout()
        row.setSpacing(_SIZES.gap)
        row.addStretch(1)
        row.addWidget(made, 8)
        row.addStretch(1)
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.insertLayout(1, row)
        return made

    def _other_button(self) -> QPushButton:
        if self._other is None:
            self._other = button("", name="begin-otherwise")
            self._other.clicked.connect(self.begun_otherwise)
            self._row.insertWidget(self._row.count() - 1, self._other)
        return self._other

    def _begin(self) -> None:
        self.begun.emit()


def _word(pressed: QPushButton, text: str) -> None:
    pressed.setText(text)
    pressed.setAccessibleName(text)
    pressed.setVisible(bool(text))
