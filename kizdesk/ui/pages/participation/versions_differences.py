"""Show what differs between two versions: a table, and below it the old and the new words side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.project.participation.consent_changes import cut_around
from kizdesk.project.versions.listed import Difference
from kizdesk.ui.forms.options import MANY
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.search import SearchField
from kizdesk.ui.widgets.side_by_side import SideBySide

_SHORT = 200
"""Letters of a text in a column of the table."""
_LEAD = 1
"""Words before what differs in a column of the table."""
_ROLES = {"neu": "done", "entfallen": "problem", "geändert": "attention"}


def _chapter(line: Difference) -> str:
    return line.chapter


def _place(line: Difference) -> str:
    return f"{line.place}: {line.what}" if line.what else line.place


def _kind(line: Difference) -> str:
    return line.kind


def _role(line: Difference) -> str:
    return _ROLES[line.kind]


def _before(line: Difference) -> str:
    return _in_short(line)[0][:_SHORT]


def _after(line: Difference) -> str:
    return _in_short(line)[1][:_SHORT]


def _in_short(line: Difference) -> tuple[str, str]:
    """Return the old and the new words so that a narrow column begins with what differs; below, all of it stands."""
    return cut_around(_one_line(line.before), _one_line(line.after), _LEAD)


def _concerned(line: Difference) -> str:
    return line.concerned or "alle"


def _key(line: Difference) -> str:
    return line.key


def _one_line(text: str) -> str:
    return " ".join(text.split()) or "–"


COLUMNS: tuple[Column[Difference], ...] = (
    Column("Kapitel", _chapter, width=16, spare=True),
    Column("Stelle", _place, stretch=True, strong=True),
    Column("Was", _kind, role=_role, width=9),
    Column("Bisher", _before, width=18),
    Column("Neu", _after, width=18),
    Column("Betrifft", _concerned, width=12),
)
FEW_COLUMNS: tuple[Column[Difference], ...] = (
    Column("Stelle", _place, stretch=True, strong=True, width=30),
    Column("Was", _kind, role=_role, width=9),
    Column("Neu", _after, width=18),
)
"""Those that fit beside a map, where all concern one municipality."""


class DifferencesView(QWidget):
    """Be the list of differences with the chosen one below it."""

    def __init__(
        self,
        session: Session,
        name: str,
        columns: Sequence[Column[Difference]] = COLUMNS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._line: Difference | None = None
        self.search = SearchField(session.theme, self.tr("In den Unterschieden suchen …"))
        self.table: TableView[Difference] = TableView(columns, _key, session.theme, session.memory, name)
        self._jump = button(self.tr("Anzeigen"), kind="link", name=f"{name}-jump")
        self._below = SideBySide(self.tr("Bisheriger und neuer Wortlaut"))
        self._build(name)
        self._connect()

    def show_differences(self, lines: Sequence[Difference], before: str, after: str) -> None:
        """Show differences between two contents that are called so."""
        self._below.show_heads(before, after)
        self.search.setVisible(len(lines) > MANY)
        self.table.show_rows(lines)
        if lines and self.table.current_row is None:
            self.table.reveal(lines[0].key)
        self._show_line(self.table.current_row)

    def show_empty(self, sentence: str) -> None:
        """Say why there is nothing."""
        self.table.show_empty(sentence)

    def _build(self, name: str) -> None:
        sizes = self._session.theme.sizes
        self.table.setObjectName(f"{name}-table")
        self.table.setAccessibleName(self.tr("Unterschiede"))
        set_look(self.table, "within", "card")
        self.search.setObjectName(f"{name}-search")
        foot = QHBoxLayout()
        foot.addWidget(self._below, 1)
        foot.addWidget(self._jump, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.search.searched.connect(self.table.look_for)
        self.search.left_down.connect(self.table.setFocus)
        self.table.row_changed.connect(self._show_line)
        self.table.row_activated.connect(self._go)
        self._jump.clicked.connect(self._go)

    @Slot(object)
    def _show_line(self, line: Difference | None) -> None:
        self._line = line
        self._below.setVisible(line is not None)
        self._jump.setVisible(line is not None and line.target is not None)
        if line is not None:
            without = (self.tr("(stand nicht darin)"), self.tr("(steht nicht mehr darin)"))
            self._below.show_texts(line.before, line.after, without=without)

    @Slot()
    def _go(self, _row: object = None) -> None:
        if self._line is not None and self._line.target is not None:
            self._session.go(self._line.target)
