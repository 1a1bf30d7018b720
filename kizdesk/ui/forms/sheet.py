"""Be a small form on the page that takes the place of what is there until it is done or left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.ui.forms.cell import FieldCell
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.remarks import RemarkLine
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import WrapLabel
from kizdesk.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_COLUMNS = 6
_KEYS = "Ctrl+Return"


class Sheet(Card):
    """Be a form with a title, fields that scroll, below them what is remarked or refused, and two buttons."""

    closed = Signal()
    """The user is done or does not want to any more."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.session = session
        self.is_touched = False
        """Something was typed or chosen that is neither recorded nor thrown away."""
        self._resumed = WrapLabel(self.tr("Hier steht noch, was Sie angefangen haben."), "info")
        self.hint = WrapLabel("", "muted")
        self.submit = button("", kind="primary", shortcut=_KEYS, name=f"{name}-submit")
        self.cancel = button(
            self.tr("Abbrechen"),
            tip=self.tr("Das Formular schließen; Angefangenes wird verworfen"),
            name=f"{name}-cancel",
        )
        self.first: QWidget = self.cancel
        """The field in which one begins."""
        self._scroll = ScrollPage()
        self._grid = QGridLayout()
        self._remarks = RemarkLine()
        self._refusal = WrapLabel("", "problem")
        self._name = name
        self._rows = 0
        self._frame()

    def add_row(self, *cells: QWidget) -> None:
        """Put cells side by side."""
        span = _COLUMNS // len(cells)
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, self._rows, number * span, 1, span)
        self._rows += 1

    def cell(self, editor: Editor, name: str, label: str, help_text: str = "", *, required: bool = False) -> FieldCell:
        """Return an editor with its words."""
        editor.setObjectName(f"{self._name}.{name}")
        made = FieldCell(editor, label, help_text, required=required, remarks=self._remarks)
        made.space(self.session.theme.sizes.unit)
        editor.edited.connect(self._touch)
        return made

    def start_afresh(self) -> None:
        """Follow that the fields were filled by the form itself."""
        self.is_touched = False
        self._resumed.hide()
        self._scroll.verticalScrollBar().setValue(0)

    def resume(self) -> None:
        """Say that what was begun is still there."""
        self.refuse("")
        self._resumed.show()

    def put_words(self, title: str, hint: str, submit: str) -> None:
        """Show other words around the fields, and nothing refused."""
        self.set_title(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.name_submit(submit)
        self.refuse("")

    def name_submit(self, text: str) -> None:
        """Write other words on the button."""
        self.submit.setText(text)
        self.submit.setAccessibleName(text)

    def refuse(self, sentence: str) -> None:
        """Say what is refused; nothing for an empty sentence."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self.submit.setAccessibleDescription(sentence)

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something; what is refused is said above the buttons."""
        try:
            deed()
        except UserError as refusal:
            self.refuse(str(refusal))
            return False
        self.refuse("")
        return True

    def act(self) -> None:
        """Do what the form is for; the concrete form says what."""
        raise NotImplementedError

    def submitted(self) -> None:
        """Follow what was done: the form is closed, unless a job is to be awaited."""
        self._throw_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; what was begun stays for the next time."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _frame(self) -> None:
        sizes = self.session.theme.sizes
        self._grid.setHorizontalSpacing(sizes.padding)
        self._grid.setVerticalSpacing(sizes.gap)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._scroll.body.addWidget(self._resumed)
        self._scroll.body.addWidget(self.hint)
        self._resumed.hide()
        self._scroll.body.addLayout(self._grid)
        self._scroll.body.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.gap)
        buttons.addWidget(self.submit)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self._remarks)
        self.body.addWidget(self._refusal)
        self.body.addLayout(buttons)
        self._refusal.hide()
        self.submit.clicked.connect(self._submit)
        self.cancel.clicked.connect(self._throw_away)

    @Slot()
    def _touch(self) -> None:
        self.is_touched = True

    @Slot()
    def _throw_away(self) -> None:
        self.closed.emit()
        self.is_touched = False  # after the fields have lost the focus, where a day may complete itself

    @Slot()
    def _submit(self) -> None:
        if self.attempt(self.act):
            self.submitted()
