"""Say on the page why a project was not opened, and offer what can be done instead."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kizdesk.ui.start.opening import Request
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.project.entry import Copy

_SHOWN_COPIES = 5


class RefusalPanel(QFrame):
    """Be the sentence about a project that was not opened, with buttons for what is offered."""

    reading_wanted = Signal(object)
    """The Request, to be opened only for reading."""
    copy_wanted = Signal(object, object)
    """The Request, and the Path of the backup to put in its place."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._request: Request | None = None
        self._sentence = label("")
        self._read = button(self.tr("Nur zum Lesen öffnen"), name="open-read-only")
        self._show_copies = button(self.tr("Sicherung zurückholen …"), name="show-backups")
        self._close = button(self.tr("Schließen"), kind="quiet", name="refusal-close")
        self._copies = QVBoxLayout()
        self._copy_box = QWidget()
        self._build()
        self._connect()
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        """Say something that offers nothing."""
        self.show_refusal(None, sentence, readable=False, copies=())

    def show_refusal(self, request: Request | None, sentence: str, *, readable: bool, copies: tuple[Copy, ...]) -> None:
        """Say why, and offer reading or backups."""
        self._request = request
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._read.setVisible(readable)
        self._show_copies.setVisible(bool(copies))
        self._copy_box.hide()
        self._fill(copies[:_SHOWN_COPIES])
        self.show()
        first = self._read if readable else self._show_copies if copies else self._close
        first.setFocus()

    def _build(self) -> None:
        self.setProperty("ground", "problem")
        sizes = self._theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.gap, sizes.padding, sizes.gap)
        outer.setSpacing(sizes.gap_small)
        outer.addWidget(self._sentence)
        row = QHBoxLayout()
        row.setSpacing(sizes.gap_small)
        for widget in (self._read, self._show_copies, self._close):
            row.addWidget(widget)
        row.addStretch(1)
        outer.addLayout(row)
        self._copies.setContentsMargins(0, 0, 0, 0)
        self._copies.setSpacing(sizes.unit)
        self._copy_box.setLayout(self._copies)
        outer.addWidget(self._copy_box)

    def _connect(self) -> None:
        self._read.clicked.connect(self._want_reading)
        self._show_copies.clicked.connect(self._copy_box.show)
        self._close.clicked.connect(self.hide)

    def _fill(self, copies: tuple[Copy, ...]) -> None:
        while (item := self._copies.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for number, copy in enumerate(copies, start=1):
            self._copies.addWidget(self._copy_button(copy, number))

    def _copy_button(self, copy: Copy, number: int) -> QPushButton:
        told = f"{copy.made:%d.%m.%Y, %H:%M}"
        made = button(self.tr("Stand vom {told} Uhr zurückholen").format(told=told), name=f"backup-{number}")
        made.clicked.connect(partial(self._want_copy, copy.path))
        return made

    def _want_reading(self) -> None:
        self.hide()
        self.reading_wanted.emit(self._request)

    def _want_copy(self, path: Path) -> None:
        self.hide()
        self.copy_wanted.emit(self._request, path)
