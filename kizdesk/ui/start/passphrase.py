"""Ask for a passphrase on the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kizdesk.ui.start.opening import Request
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.text_line import TextLine


class PassphraseField(TextLine):
    """Be a line whose letters are hidden; it notices when capitals come without the shift key, and cuts nothing."""

    caps_noticed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(self.tr("Kennwort"))
        self.setObjectName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Compare the letter with the shift key."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_noticed.emit(letter.isupper() != shift)
        super().keyPressEvent(event)


class PassphrasePanel(QFrame):
    """Ask for the passphrase of the project somebody wants to open."""

    given = Signal(object, str)
    """The Request and the passphrase."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._request: Request | None = None
        self._asks = label("", "strong")
        self._field = PassphraseField("passphrase")
        self._wrong = label("", "problem")
        self._caps = label(self.tr("Die Feststelltaste scheint eingeschaltet zu sein."), "attention")
        self._open = button(self.tr("Öffnen"), kind="primary", name="passphrase-open")
        self._leave = button(self.tr("Abbrechen"), name="passphrase-cancel", tip="Esc")
        self._build()
        self._connect()
        self.hide()

    def ask(self, request: Request, wrong: str = "") -> None:
        """Ask for the passphrase; ``wrong`` says what was wrong with the one before."""
        self._request = request
        self._asks.setText(self.tr("„{name}“ ist mit einem Kennwort geschützt.").format(name=request.path.stem))
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._caps.hide()
        self._field.clear()
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setProperty("ground", "card")
        self.setAccessibleName(self.tr("Kennwort eingeben"))
        sizes = self._theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.gap, sizes.padding, sizes.padding)
        outer.setSpacing(sizes.gap_small)
        outer.addWidget(self._asks)
        row = QHBoxLayout()
        row.setSpacing(sizes.gap)
        self._field.setMaximumWidth(sizes.text_width // 2)
        for widget in (self._field, self._open, self._leave):
            row.addWidget(widget)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addWidget(self._wrong)
        outer.addWidget(self._caps)

    def _connect(self) -> None:
        self._field.returnPressed.connect(self._give)
        self._field.caps_noticed.connect(self._caps.setVisible)
        self._open.clicked.connect(self._give)
        self._leave.clicked.connect(self._end)

    def _give(self) -> None:
        if self._request is not None and self._field.text():
            self.hide()
            self.given.emit(self._request, self._field.text())
            self._field.clear()

    def _end(self) -> None:
        self._field.clear()
        self.hide()
        self.left.emit()
