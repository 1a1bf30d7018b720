"""Say on the page what adding or removing a municipality means, before it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label


class ChangePanel(QFrame):
    """Be the place where the consequences stand; hidden until it is asked for."""

    added = Signal(str, str)
    """Add a municipality of this key and name."""
    removed = Signal()
    """Remove the municipality shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes = session.theme.sizes
        self._adding = False
        self._text = label("")
        self._ags = QLineEdit()
        self._name = QLineEdit()
        self._fields = QWidget()
        self._do = button("", name="places.do")
        self._leave = button(self.tr("Abbrechen"), kind="quiet", name="places.leave")
        self._build()
        self._connect()
        self.hide()

    def ask_to_add(self, consequences: str) -> None:
        """Ask for key and name of a municipality."""
        self._ask(consequences, self.tr("Ergänzen"), adding=True)
        self._ags.clear()
        self._name.clear()
        self._ags.setFocus()

    def ask_to_remove(self, consequences: str) -> None:
        """Ask whether the municipality shown shall go."""
        self._ask(consequences, self.tr("Entfernen"), adding=False)
        self._do.setFocus()

    def _ask(self, consequences: str, text: str, *, adding: bool) -> None:
        self._adding = adding
        self._text.setText(consequences)
        self._fields.setVisible(adding)
        self._do.setText(text)
        self._do.setAccessibleName(text)
        self.show()

    def _build(self) -> None:
        self.setProperty("ground", "attention")
        column = QVBoxLayout(self)
        pad = self._sizes.gap
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(self._text)
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        texts = (self.tr("Gemeindeschlüssel"), self.tr("Name"))
        for text, line, name in zip(texts, (self._ags, self._name), ("places.ags", "places.name"), strict=True):
            words = QLabel(text)
            words.setBuddy(line)
            line.setAccessibleName(text)
            line.setObjectName(name)
            row.addWidget(words)
            row.addWidget(line, 1)
        column.addWidget(self._fields)
        bar = QHBoxLayout()
        bar.addWidget(self._do)
        bar.addWidget(self._leave)
        bar.addStretch(1)
        column.addLayout(bar)

    def _connect(self) -> None:
        self._do.clicked.connect(self._tell)
        self._leave.clicked.connect(self.hide)
        self._ags.returnPressed.connect(self._name.setFocus)
        self._name.returnPressed.connect(self._tell)

    def _tell(self) -> None:
        if self._adding:
            self.added.emit(self._ags.text(), self._name.text())
        else:
            self.removed.emit()
