"""Take down what somebody says word for word, with who said it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.project.runner.head import Involved
from kizdesk.project.runner.quoting import quotation
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.text_line import TextLine

_SIZES = Sizes()
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class SpeakerChoice(QComboBox):
    """Be the choice of who spoke; Alt with the arrows opens and closes it, whatever they mean on the page."""

    entered = Signal()
    """Enter: the words shall be inserted."""

    def event(self, event: QEvent) -> bool:
        """Keep these keys from the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _opens(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert with Enter, as in the words."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class QuoteBar(QFrame):
    """Be a line for the words and a choice of the speaker; it shows itself when asked for."""

    quoted = Signal(str)
    """The line that shall stand in the answer."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Involved, ...] = ()
        self._marked = ""
        self._name = label(self.tr("Wörtliches Zitat"), "strong")
        self._words = TextLine(self)
        self._speaker = SpeakerChoice(self)
        self._insert = button(self.tr("Einfügen"), name="quote-insert")
        self._sentence = label("", "attention")
        self._build()
        self._connect()
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at."""
        return self._words, self._speaker, self._insert

    def begin(self, wording: str, people: Sequence[Involved]) -> None:
        """Show the bar, with words that were marked in a text."""
        self._people = tuple(people)
        self._speaker.clear()
        self._speaker.addItems([self.tr("ohne Namen"), *(person.words for person in people)])
        if people:
            self._speaker.setCurrentIndex(1)
        self._marked = " ".join(wording.split())
        self._words.setText(self._marked)
        self._tell_consent()
        self.show()
        self._words.setFocus()

    def flush(self) -> None:
        """Insert what was typed when the question is left without Enter."""
        if not self.isHidden() and self._words.text().strip() not in ("", self._marked):
            self._take()

    def end(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def _build(self) -> None:
        self.setProperty("ground", "selection")
        self.setAccessibleName(self._name.text())
        self._words.setObjectName("quote-words")
        self._words.setAccessibleName(self.tr("Wortlaut"))
        self._words.setPlaceholderText(self.tr("Wortlaut, Eingabe fügt ihn ein"))
        self._speaker.setObjectName("quote-speaker")
        self._speaker.setAccessibleName(self.tr("Wer hat das gesagt?"))
        self._speaker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIZES.gap, _SIZES.gap_small, _SIZES.gap, _SIZES.gap)
        column.setSpacing(_SIZES.gap_small)
        row = QHBoxLayout()
        row.addWidget(self._speaker, 1)
        row.addWidget(self._insert)
        column.addWidget(self._name)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addWidget(self._sentence)

    def _connect(self) -> None:
        self._words.returnPressed.connect(self._take)
        self._speaker.entered.connect(self._take)
        self._insert.clicked.connect(self._take)
        self._speaker.currentIndexChanged.connect(self._tell_consent)

    @Slot()
    def _take(self) -> None:
        number = self._speaker.currentIndex() - 1
        speaker = self._people[number].words if 0 <= number < len(self._people) else ""
        try:
            line = quotation(self._words.text(), speaker)
        except UserError as refusal:
            self._sentence.setText(str(refusal))
            self._sentence.show()
            return
        self.hide()
        self.quoted.emit(line)

    @Slot()
    def _tell_consent(self) -> None:
        number = self._speaker.currentIndex() - 1
        missing = 0 <= number < len(self._people) and not self._people[number].may_quote
        self._sentence.setText(
            self.tr(
                "Für ein wörtliches Zitat liegt noch keine Einwilligung vor. "
                "Gedruckt werden die Worte ohne den Namen, nur mit der Funktion."
            )
            if missing
            else ""
        )
        self._sentence.setVisible(missing)


def _opens(event: QKeyEvent) -> bool:
    return event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
