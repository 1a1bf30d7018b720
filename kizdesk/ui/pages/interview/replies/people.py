"""Say who takes part: rows of people, and those of the municipality who are known already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.people import Person
from kizdesk.project.runner.ask import Ask, Reply
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.cells import Cells
from kizdesk.ui.pages.interview.replies.options import OptionBlock
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()


class PeopleReply(ReplyEditor):
    """Name people in rows; whoever is typed anew becomes a person of the project."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._cells = Cells(self.watch, self, upright=True, more=self.tr("Weitere Person"))
        self._keys = label(
            self.tr("Eingabe: nächste Person · Tab: nächste Angabe · Strg+Entf: nimmt nicht teil"), "small"
        )
        self._known_name = label(self.tr("Weitere bekannte Personen der Kommune"), "muted")
        self._known = OptionBlock(self.watch, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        for widget in (self._cells, self._keys, self._known_name, self._known):
            column.addWidget(widget)
        column.addStretch(1)
        self._cells.edited.connect(self.edited)
        self._known.chosen.connect(self._add_known)

    def show_ask(self, ask: Ask) -> None:
        """Show the columns, and who is known and does not take part yet."""
        self._cells.show_columns([column.label for column in ask.columns])
        self._known.show_options(ask.options, 0, keys=False)
        self._known.show_chosen(())
        self._known_name.setVisible(bool(ask.options))

    def value(self) -> Any:
        """Return the people, each with an id; a new one gets its id here."""
        rows = []
        for number, cells in enumerate(self._cells.rows()):
            if any(cells):
                key = self._cells.key_of(number) or self.session.project.new_id()
                self._cells.name_row(number, key)
                rows.append((key, *cells))
        return Reply(rows=tuple(rows))

    def set_value(self, value: Any) -> None:
        """Show people."""
        rows = reply_or_empty(value).rows
        self._cells.show_rows([row[1:] for row in rows], [row[0] for row in rows])

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._cells.set_read_only(on=on)
        self._known.set_read_only(on=on)

    def stops(self) -> tuple[QWidget, ...]:
        """Return the cells row by row, then the people known."""
        return (*self._cells.stops(), *self._known.all_buttons)

    def home(self) -> QWidget | None:
        """Return the first cell of the empty row at the end."""
        return self._cells.cell(self._cells.row_count - 1, 0)

    @Slot()
    def _add_known(self) -> None:
        rows = list(self.value().rows)
        for person_id in self._known.ids():
            person = self.session.project.snapshot.find(Person, person_id)
            if person is not None and person_id not in {row[0] for row in rows}:
                rows.append((person.id, person.name, person.function, person.unit, person.phone, person.email))
        self.set_value(Reply(rows=tuple(rows)))
        self.edited.emit()
        self.committed.emit()
