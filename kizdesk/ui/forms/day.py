"""Edit a day, typed or chosen from a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.widgets.date_field import DateField
from kizdesk.ui.widgets.days import is_whole_day

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class Day(Editor):
    """Edit a day; ``optional`` allows none."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, optional: bool = True) -> None:
        super().__init__(session, parent)
        self._optional = optional
        self._field = DateField(session.theme, "", self, quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        self.watch(self._field.line)
        self._field.line.textEdited.connect(self.edited)
        self._field.line.returnPressed.connect(self.committed)
        self._field.day_changed.connect(self._choose)

    @property
    def is_settled(self) -> bool:
        """Tell whether the year stands there in full."""
        return not self._field.line.text().strip() or is_whole_day(self._field.line.text())

    def value(self) -> date | None:
        """Return the day, or None if none is typed; raises UserError if there is no such day."""
        if not self._field.valid:
            raise UserError("Diesen Tag gibt es nicht. Bitte so eingeben: 06.03.2013.")
        if self._field.day is None and not self._optional:
            raise UserError("Hier wird ein Datum gebraucht. Bitte so eingeben: 06.03.2013.")
        return self._field.day

    def set_value(self, value: date | None) -> None:
        """Show a day."""
        self._field.line.setModified(False)
        self._field.show_day(value)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._field.set_read_only(read_only=on)

    def set_placeholder(self, text: str) -> None:
        """Show a hint while no day is typed."""
        self._field.line.setPlaceholderText(text)

    def _choose(self, _day: date | None) -> None:
        self.edited.emit()
        self.committed.emit()
