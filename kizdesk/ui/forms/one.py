"""Choose one record among many; with many of them, search as you type."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.domain.texts import fold
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.options import MANY, Option, Source
from kizdesk.ui.widgets.buttons import button

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class One(Editor):
    """Choose one of the options of a source; ``none`` is the value for no choice, called ``empty``.

    While the source has nothing, a button ``begin`` leads to the page on which that is made: its words and its key.
    """

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        *,
        source: Source,
        optional: bool = True,
        empty: str = "keine Auswahl",
        none: Any = "",
        begin: tuple[str, str] = ("", ""),
    ) -> None:
        super().__init__(session, parent)
        self._source, self._optional, self._empty, self._none = source, optional, empty, none
        self._options: tuple[Option, ...] = ()
        self._box = Picker(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self._page = begin[1]
        self._begin = button(begin[0], kind="link", name="begin-choices") if self._page else None
        self.watch(self._box)
        if self._begin is not None:
            column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
            self._begin.clicked.connect(self._go)
        self._box.activated.connect(self._choose)
        self.reload()

    def value(self) -> Any:
        """Return the chosen value; raises UserError if what is typed is none of the options."""
        if not self._box.isEditable():
            number = self._box.currentIndex()
            return self._options[number].value if number >= 0 else self._none
        typed = fold(self._box.currentText().strip())
        if not typed and self._optional:
            return self._none
        exact = [option.value for option in self._options if fold(option.text) == typed]
        near = exact or [option.value for option in self._options if typed in fold(option.text)]
        if len(near) == 1 or exact:
            return self._chosen_among(near)
        raise UserError("Dazu gibt es keinen eindeutigen Eintrag. Bitte einen aus der Liste wählen.")

    def set_value(self, value: Any) -> None:
        """Choose an option."""
        values = [option.value for option in self._options]
        number = values.index(value) if value in values else -1
        self._box.setCurrentIndex(number)
        if self._box.isEditable():
            self._box.setEditText(self._options[number].text if number >= 0 else "")
            line = self._box.lineEdit()
            if line is not None and self.has_focus():
                line.selectAll()

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._box.setEnabled(not on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while nothing is chosen."""
        self._box.setPlaceholderText(text)

    def reload(self) -> None:
        """Fetch the options anew; the choice stays."""
        first = (Option(self._none, self._empty),) if self._optional else ()
        found = tuple(self._source(self.session))
        options = (*first, *found)
        if self._begin is not None:
            self._begin.setVisible(not found)
        if options != self._options:
            number = self._box.currentIndex()
            typed, editing = self._box.currentText(), self._box.isEditable() and self.has_focus()
            chosen = self._options[number].value if number >= 0 else self._none
            self._fill(options)
            self.set_value(chosen)
            if editing:
                self._box.setEditText(typed)

    def _fill(self, options: Sequence[Option]) -> None:
        self._options = tuple(options)
        self._box.clear()
        self._box.addItems([option.text for option in options])
        if len(options) > MANY and not self._box.isEditable():
            self._make_searchable()

    def _make_searchable(self) -> None:
        line = self._box.make_searchable()
        self.watch(line)
        line.textEdited.connect(self.edited)
        line.returnPressed.connect(self._enter)
        self._box.clicked_beside.connect(self._enter)

    def _chosen_among(self, values: Sequence[Any]) -> Any:
        number = self._box.currentIndex()
        current = self._options[number].value if number >= 0 else self._none
        return current if current in values else values[0]

    @Slot()
    def _enter(self) -> None:
        """Take the only entry that fits what is typed; whoever listens says so if there is none."""
        with suppress(UserError):
            self.set_value(self.value())
        self.committed.emit()

    @Slot()
    def _go(self) -> None:
        self.session.open(self._page)

    @Slot()
    def _choose(self) -> None:
        self.edited.emit()
        self.committed.emit()
