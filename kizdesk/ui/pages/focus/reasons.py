"""Write the reason of each chosen field, in a place of its own below everything that is clicked."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.focus import Focus
from kizdesk.project.focus.sheet import FocusOption, FocusSheet
from kizdesk.project.records import set_value
from kizdesk.ui.forms import Binding, FieldCell, LongText
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.stops import follow_each_other, stops


class Reason(QWidget):
    """Be the reason of one focus under the title of its field."""

    def __init__(self, session: Session, option: FocusOption, focus: Focus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._focus_id = session, focus.id
        self._editor = LongText(session, least=2)
        self._cell = FieldCell(self._editor, option.title)
        self._binding = Binding(self._editor, session, self._read, self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._cell)
        self._editor.set_placeholder(self.tr("Warum hat dieses Feld in den nächsten zwei Jahren Vorrang?"))
        self._editor.setObjectName(f"focus.reason.{option.field_id}")
        self._editor.describe(self.tr("Begründung: {0}").format(option.title))
        self._binding.refused.connect(self._cell.show_refusal)
        self._binding.show()

    def refresh(self) -> None:
        """Show what is stored."""
        self._binding.refresh()

    def flush(self) -> None:
        """Write what is typed."""
        self._binding.flush()

    def reveal(self) -> None:
        """Put the focus into the reason and show for a moment that this is the place."""
        self._editor.setFocus()
        self._cell.highlight()

    def _read(self) -> Any:
        found = self._session.project.snapshot.find(Focus, self._focus_id)
        return "" if found is None else found.reason

    def _write(self, value: Any, stay: str) -> None:
        if self._session.project.snapshot.find(Focus, self._focus_id) is not None:
            set_value(self._session.project, Focus, self._focus_id, "reason", value, stay=stay)


class ReasonsCard(Card):
    """Be the reasons of all chosen fields, in the order of the fields."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._reasons: dict[tuple[str, str, str], Reason] = {}
        self._none = label(self.tr("Sobald oben ein Schwerpunkt gewählt ist, wird er hier begründet."), "muted")
        self.set_title(self.tr("Begründungen"))
        self.body.addWidget(self._none)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the focus, in the order of reading."""
        return tuple(stop for reason in self._reasons.values() for stop in stops(reason))

    def show_sheet(self, sheet: FocusSheet) -> None:
        """Show a reason for each chosen field of a period."""
        chosen = {(o.focus.id, o.field_id, o.title): (o, o.focus) for o in sheet.options if o.focus is not None}
        for key in [key for key in self._reasons if key not in chosen]:
            gone = self._reasons.pop(key)
            gone.flush()
            gone.hide()
            gone.deleteLater()
        if list(self._reasons) != list(chosen):
            self._place({key: self._reasons.get(key) or Reason(self._session, *chosen[key], self) for key in chosen})
        for reason in self._reasons.values():
            reason.refresh()
        self._none.setVisible(not chosen)

    def reveal(self, field_id: str) -> bool:
        """Put the focus into the reason of a field; returns False if it is not chosen."""
        found = next((reason for key, reason in self._reasons.items() if key[1] == field_id), None)
        if found is not None:
            found.reveal()
        return found is not None

    def _place(self, reasons: dict[tuple[str, str, str], Reason]) -> None:
        self._reasons = reasons
        for reason in reasons.values():
            self.body.removeWidget(reason)
            self.body.addWidget(reason)
            reason.show()
        follow_each_other(self.stops)
