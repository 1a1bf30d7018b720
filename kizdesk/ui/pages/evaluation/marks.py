"""List what is marked in an answer, and change the chosen mark: kind, field, note, place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Evidence
from kizdesk.project.evaluation.evidence import EvidenceRow
from kizdesk.project.records import set_value
from kizdesk.ui.forms import Binding, Line
from kizdesk.ui.pages.evaluation.kinds import COLOURS, KINDS, key_of
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.look import set_look


class MarkList(QWidget):
    """Be the marks of one answer with what can be done to them."""

    chosen = Signal(str)
    """The id of the mark chosen, empty for none."""
    kind_wanted = Signal(object)
    field_wanted = Signal()
    removal_wanted = Signal()
    place_wanted = Signal()
    """The chosen mark shall stand on the words selected."""
    entered = Signal()
    """Enter was pressed: the caret goes to the mark."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table: TableView[EvidenceRow] = TableView(
            _columns(), _id_of, session.theme, session.memory, f"{name}.marks"
        )
        self._note = Line(session)
        self._binding = Binding(self._note, session, self._read_note, self._write_note)
        self.assign_button = button(
            self.tr("Anderem Feld zuordnen"),
            kind="quiet",
            name="mark-assign",
            tip=self.tr("Diesen Beleg dem Feld zuordnen, das oben gewählt ist"),
        )
        self.place_button = button(self.tr("Stelle neu markieren"), name="mark-place")
        self.remove_button = button(
            self.tr("Entfernen"), kind="quiet", name="mark-remove", tip=self.tr("Beleg entfernen (Entf)")
        )
        self._noted = ""
        """The mark whose note is shown; while another is being chosen, still the one before."""
        self._tools = QWidget()
        self._used = button("", kind="quiet", name="mark-measures")
        self._menu = QMenu(self._used)
        self._build()
        self._connect()

    @property
    def mark(self) -> EvidenceRow | None:
        """Return the mark chosen."""
        return self.table.current_row

    def show_marks(self, marks: Sequence[EvidenceRow]) -> None:
        """Show the marks of an answer; the chosen one stays if it is among them."""
        self._binding.flush()
        self.table.show_rows(marks)
        self.setVisible(bool(marks))
        self._follow()

    def choose(self, ident: str) -> bool:
        """Choose a mark, or none by an empty id."""
        if not ident:
            self.table.setCurrentIndex(self.table.rootIndex())
            self.table.clearSelection()
            return True
        mark = self.mark
        return (mark is not None and mark.id == ident) or self.table.reveal(ident)

    def flush(self) -> None:
        """Write the note."""
        self._binding.flush()

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.table.setObjectName("marks")
        self.table.setAccessibleName(self.tr("Belege in dieser Antwort"))
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(sizes.row + sizes.padding)
        self.table.horizontalHeader().setMaximumHeight(0)
        self._note.setObjectName("mark-note")
        self._note.describe(self.tr("Notiz zum Beleg"))
        self._note.set_placeholder(self.tr("Notiz zu diesem Beleg"))
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(sizes.unit)
        tools.addWidget(self._note)
        anew, row = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(sizes.unit)
        self._used.setMenu(self._menu)
        set_look(self._used, "opens", "menu")
        for made in (self.place_button, self.remove_button, self.assign_button, self._used):
            set_look(made, "dense", "true")
            (anew if made is self.place_button else row).addWidget(made)
        for line in (anew, row):
            line.addStretch(1)
            tools.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.unit)
        column.addWidget(self.table, 1)
        column.addWidget(self._tools)

    def _connect(self) -> None:
        self.table.row_changed.connect(self._follow)
        self.table.row_activated.connect(self.entered)
        self.remove_button.clicked.connect(self.removal_wanted)
        self.assign_button.clicked.connect(self.field_wanted)
        self.place_button.clicked.connect(self.place_wanted)
        self._shortcut("Del", self.removal_wanted.emit)
        for kind in KINDS:
            self._shortcut(key_of(kind), partial(self.kind_wanted.emit, kind))

    def _shortcut(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    def _follow(self) -> None:
        mark = self.mark
        self._tools.setVisible(mark is not None)
        self._binding.flush()
        self._noted = mark.id if mark is not None else ""
        self._binding.show()
        if mark is not None:
            self.place_button.setVisible(mark.stale)
            self._show_used(mark)
        for made in (self.assign_button, self.place_button, self.remove_button):
            made.setEnabled(not self._session.read_only)
        self.chosen.emit(mark.id if mark is not None else "")

    def _show_used(self, mark: EvidenceRow) -> None:
        count = len(mark.measures)
        words = {0: self.tr("In keiner Maßnahme"), 1: self.tr("In einer Maßnahme")}
        self._used.setText(words.get(count, self.tr("In {0} Maßnahmen").format(count)))
        self._used.setAccessibleName(self.tr("Darauf gestützt: {0}").format(self._used.text()))
        self._used.setToolTip("\n".join([self.tr("Darauf stützt sich:"), *(used.title for used in mark.measures)]))
        self._used.setEnabled(bool(count))
        self._menu.clear()
        for used in mark.measures:
            self._menu.addAction(used.title, partial(self._go_to, used.measure_id))

    def _go_to(self, measure_id: str) -> None:
        self._session.go(Target(Step.FIELDS, "measure", measure_id))

    def _read_note(self) -> str:
        found = self._session.project.snapshot.find(Evidence, self._noted) if self._noted else None
        return found.note if found is not None else ""

    def _write_note(self, value: str, stay: str) -> None:
        if self._noted and self._session.project.snapshot.find(Evidence, self._noted) is not None:
            set_value(self._session.project, Evidence, self._noted, "note", value, stay=stay)


def _columns() -> tuple[Column[EvidenceRow], ...]:
    return (
        Column("Art", _kind_place, text=_kind_text, role=_kind_role, width=8, strong=True),
        Column("Handlungsfeld", _field, width=22),
        Column("Stelle", _start, text=_wording, tip=_tip, role=_stale_role, stretch=True, width=10),
    )


def _id_of(row: EvidenceRow) -> str:
    return row.id


def _kind_place(row: EvidenceRow) -> int:
    return KINDS.index(row.kind)


def _kind_text(row: EvidenceRow) -> str:
    return f"{key_of(row.kind)}  {row.kind_text}"


def _kind_role(row: EvidenceRow) -> str:
    return COLOURS[row.kind]


def _field(row: EvidenceRow) -> str:
    return row.field


def _start(row: EvidenceRow) -> int:
    return row.start


def _wording(row: EvidenceRow) -> str:
    words = " ".join(row.wording.split())
    return f"Antwort geändert: {words}" if row.stale else words


def _stale_role(row: EvidenceRow) -> str:
    return "attention" if row.stale else ""


def _tip(row: EvidenceRow) -> str:
    return "\n".join(filter(None, [row.wording, row.note]))
