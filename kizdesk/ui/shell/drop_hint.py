"""Say what letting go of files over the window will do."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.labels import label


class Only(Enum):
    """Tell what a file is that comes alone."""

    FORM = "form"
    PROJECT = "project"
    TEMPLATE = "template"


class DropHint(QFrame):
    """Be dusk over the window with a card that says it; the mouse does not meet it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = QLabel()
        self._text = label("", "card_title", wrap=False)
        self.setProperty("ground", "shade")
        self.setObjectName("drop-hint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._build()
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said."""
        return self._text.text()

    def show_files(self, count: int, forms: int, *, kind: Only = Only.FORM) -> None:
        """Say what becomes of so many files, of which some may be forms, or the only one of another kind."""
        takes = kind is not Only.FORM
        if kind is Only.PROJECT:
            text = self.tr("Loslassen, um Gespräche aus diesem Projekt zu übernehmen")
        elif kind is Only.TEMPLATE:
            text = self.tr("Loslassen, um diese Datei als Hausvorlage zu verwenden")
        elif forms == 0:
            text = self.tr("Hier lassen sich nur zurückgesandte Formulare einlesen (PDF)")
        elif forms < count:
            text = self.tr("Loslassen, um {0} von {1} Dateien als Formulare einzulesen").format(forms, count)
        elif forms == 1:
            text = self.tr("Loslassen, um das Formular einzulesen")
        else:
            text = self.tr("Loslassen, um {0} Formulare einzulesen").format(forms)
        sign, colour = ("import", "info") if forms or takes else ("problem", "problem")
        if text != self._text.text():
            self._text.setText(text)
            self._sign.setPixmap(self._theme.pixmap(sign, colour, ratio=self.devicePixelRatioF()))
        self._cover()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        sizes = self._theme.sizes
        card = QFrame()
        card.setProperty("ground", "panel")
        row = QHBoxLayout(card)
        row.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, sizes.margin)
        row.setSpacing(sizes.gap)
        row.addWidget(self._sign)
        row.addWidget(self._text)
        grid = QGridLayout(self)
        grid.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
