"""Show the register of consents: one row per municipality, for one version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.register import RegisterState
from kizdesk.project.participation.votes import RegisterRow
from kizdesk.ui.forms.options import MANY
from kizdesk.ui.pages.participation.consents_words import ROLES, is_open
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.search import SearchField

_ORDER = {state: number for number, state in enumerate(RegisterState)}
_NONE = "–"
_OF_VERSION, _SINCE = "Fassung", "Seitdem geändert"


def _name(row: RegisterRow) -> str:
    return row.name


def _state(row: RegisterRow) -> int:
    return _ORDER[row.state]


def _stands(row: RegisterRow) -> str:
    return row.stands


def _role(row: RegisterRow) -> str:
    return ROLES[row.state]


def _version(row: RegisterRow) -> int | None:
    return row.version


def _version_text(row: RegisterRow) -> str:
    return str(row.version) if row.version else _NONE


def _proof(row: RegisterRow) -> str:
    return row.proof


def _proof_text(row: RegisterRow) -> str:
    return row.proof or _NONE


def _proof_role(row: RegisterRow) -> str:
    return "problem" if row.state is RegisterState.OVERDUE else ""


def _changes(row: RegisterRow) -> int | None:
    return row.changes or None


def _changed(row: RegisterRow) -> str:
    return row.changed or (_NONE if row.changes is None else "nichts")


def _changed_role(row: RegisterRow) -> str:
    return "attention" if row.changes else ""


def _key(row: RegisterRow) -> str:
    return row.municipality_id


COLUMNS: tuple[Column[RegisterRow], ...] = (
    Column("Kommune", _name, strong=True),
    Column("Stand", _state, text=_stands, role=_role),
    Column(_OF_VERSION, _version, text=_version_text, align="left", width=7, spare=True),
    Column("Nachweis", _proof, text=_proof_text, role=_proof_role, stretch=True, width=17),
    Column(_SINCE, _changes, text=_changed, role=_changed_role, align="left"),
)


class RegisterTable(QWidget):
    """Be the table, above it the choice to see only open ones, and a search where the municipalities are many."""

    municipality_chosen = Signal(str)
    """AGS of the municipality the table stands on."""
    municipality_opened = Signal(str)
    """AGS of the municipality that Enter or a double click chose."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[RegisterRow, ...] = ()
        self.only_open = QCheckBox(self.tr("Nur offene"))
        self.search = SearchField(session.theme, self.tr("Kommune suchen …"))
        self.table: TableView[RegisterRow] = TableView(
            COLUMNS, _key, session.theme, session.memory, "consents", dense=True
        )
        self._build()
        self._connect()

    def show_rows(self, rows: Sequence[RegisterRow], version_id: str) -> None:
        """Show the register of a version; what concerns earlier ones only where somebody agreed to one."""
        if len(rows) != len(self._rows):
            self._count_open(len(rows))  # the room of the longest words: nothing moves when they change
            self.only_open.setMinimumWidth(self.only_open.sizeHint().width())
        self._rows = tuple(rows)
        self.search.setVisible(len(rows) > MANY)
        self._count_open(sum(is_open(row) for row in rows))
        earlier = {row.state for row in rows if row.version_id not in ("", version_id)}
        told = earlier <= {RegisterState.EARLIER_VERSION}  # then the state names the version
        self.table.leave_out(() if not told else (_OF_VERSION,) if earlier else (_OF_VERSION, _SINCE))
        self._show()

    def reveal(self, municipality_id: str) -> bool:
        """Go to the row of a municipality."""
        return self.table.reveal(municipality_id)

    def make_room_for(self, municipality_id: str, *, only_open: bool) -> None:
        """Show only the open ones, or all if the municipality would be hidden."""
        hidden = any(row.municipality_id == municipality_id and not is_open(row) for row in self._rows)
        self.only_open.setChecked((only_open or self.only_open.isChecked()) and not hidden)

    def _count_open(self, count: int) -> None:
        self.only_open.setText(self.tr("Nur offene ({0})").format(count))

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.search.setObjectName("consents-search")
        self.table.setObjectName("consents-table")
        self.table.setAccessibleName(self.tr("Register des Einvernehmens"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        self.only_open.setObjectName("consents-open")
        self.only_open.setToolTip(self.tr("Nur die Kommunen zeigen, deren Zustimmung zu dieser Fassung noch fehlt"))
        self.table.show_empty(self.tr("Keine Kommune ist mehr offen: Alle haben dieser Fassung zugestimmt."))
        head = QHBoxLayout()
        head.setSpacing(sizes.gap)
        head.addWidget(self.only_open)
        head.addWidget(self.search, 1)
        head.addStretch(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.table.setMinimumHeight(sizes.row * 3)

    def _connect(self) -> None:
        self.only_open.toggled.connect(self._show)
        self.search.searched.connect(self.table.look_for)
        self.search.left_down.connect(self.table.setFocus)
        self.table.row_changed.connect(self._tell_row)
        self.table.row_activated.connect(self._tell_opened)

    @Slot()
    def _show(self) -> None:
        wanted = [row for row in self._rows if is_open(row)] if self.only_open.isChecked() else self._rows
        self.table.show_rows(wanted)

    @Slot(object)
    def _tell_row(self, row: RegisterRow | None) -> None:
        if row is not None:
            self.municipality_chosen.emit(row.municipality_id)

    @Slot(object)
    def _tell_opened(self, row: RegisterRow) -> None:
        self.municipality_opened.emit(row.municipality_id)
