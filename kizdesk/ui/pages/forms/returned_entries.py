"""Show what one returned form says, answer by answer, beside what the project knows, and tick what is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.project.forms.comparing import OWN, Entry, Standing
from kizdesk.ui.pages.forms.returned_batch import FileRow
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TickTable
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.side_by_side import SideBySide

_ENDS = frozenset(".,;:?!")
_NO_PLACE = "ohne Platz"
_NOTE = "als Notiz"
_KEPT = "Diese Angabe hat keinen Platz im Leitfaden. Beim Übernehmen kommt sie in den Vermerk des Gesprächs."
_WORDS = {Standing.NEW: "neu", Standing.EQUAL: "gleich", Standing.DIFFERENT: "abweichend"}
_ROLES = {Standing.NEW: "info", Standing.EQUAL: "muted", Standing.DIFFERENT: "attention"}
_SHORT = 200
"""Letters of an answer in the table; all of them stand below it."""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Be an entry of a form, or something it says that has no place in the guide."""

    entry: Entry | None
    leftover: str = ""
    ticked: float | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells rows apart."""
        return (self.entry.key if self.entry is not None else "", self.leftover)

    @property
    def is_to_see(self) -> bool:
        """Tell whether somebody should look at it first."""
        entry = self.entry
        return entry is None or entry.standing is Standing.DIFFERENT or bool(entry.remarks) or entry.doubtful


def rows_of(row: FileRow, *, read_only: bool) -> list[EntryRow]:
    """Return what a file says, first what somebody has to look at."""
    if row.reading is None:
        return []
    free = frozenset() if read_only else row.open_keys
    rows = [
        EntryRow(entry, ticked=float(entry.key in row.keys) if entry.key in free else None)
        for entry in row.reading.entries
    ]
    rows += [EntryRow(None, line) for line in row.reading.leftovers]
    return sorted(rows, key=lambda found: not found.is_to_see)


class EntriesView(QWidget):
    """Be the list of what a form says, with the old and the new words of the chosen entry below it."""

    ticked = Signal(object)
    """The keys of the entries whose boxes were pressed, as a tuple."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table: TickTable[EntryRow] = TickTable(
            COLUMNS, _key, session.theme, session.memory, "forms.returned.entries"
        )
        self._behind = ""
        self._below = SideBySide(self.tr("Wortlaut im Projekt und im Formular"), lines=3)
        self._build()
        self._connect()

    def show_file(self, row: FileRow) -> None:
        """Show what a file says."""
        rows = rows_of(row, read_only=self._session.read_only)
        behind = row.reading.behind if row.reading is not None else ""
        self._behind = self.tr("In „{0}“, noch nicht übernommen").format(behind) if behind else ""
        idle = not any(found.entry is not None and found.entry.old for found in rows)
        self.table.leave_out(["Im Projekt"] if idle else [])
        self.table.show_rows(rows)
        if rows and self.table.current_row is None:
            self.table.reveal(rows[0].key)
        self._show_row(self.table.current_row)

    def begin_anew(self) -> None:
        """Stand on the first entry of the next file."""
        self.table.show_rows(())

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.table.setObjectName("returned-entries")
        self.table.setAccessibleName(self.tr("Angaben im Formular"))
        self.table.show_empty(self.tr("Zu den Fragen steht in diesem Formular nichts."))
        set_look(self.table, "within", "card")
        self._below.setObjectName("returned-words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        column.addWidget(self.table, 1)
        column.addWidget(self._below)

    def _connect(self) -> None:
        self.table.row_changed.connect(self._show_row)
        self.table.rows_ticked.connect(self._tell_ticked)

    @Slot(object)
    def _show_row(self, row: EntryRow | None) -> None:
        self._below.setVisible(row is not None)
        if row is None:
            return
        entry = row.entry
        old, new = ("\n".join(entry.old), "\n".join(entry.new)) if entry is not None else ("", row.leftover)
        source = f" ({entry.source})" if entry is not None and entry.source else ""
        held = self.tr("Im Projekt{0}").format(source)
        is_other = bool(self._behind and entry is not None and entry.source == OWN)
        self._below.show_heads(self._behind if is_other else held, self.tr("Im Formular"))
        without = (self.tr("(nichts)"), self.tr("(nichts, was sich übernehmen lässt)"))
        self._below.show_texts(old, new, "\n".join(_remarks(row)), without=without)

    @Slot(object)
    def _tell_ticked(self, rows: tuple[EntryRow, ...]) -> None:
        keys = tuple(row.entry.key for row in rows if row.entry is not None and row.ticked is not None)
        if keys:
            self.ticked.emit(keys)


def _remarks(row: EntryRow) -> Iterator[str]:
    if row.entry is None:
        yield _KEPT
    else:
        yield from row.entry.remarks


def _key(row: EntryRow) -> tuple[str, str]:
    return row.key


def _title(row: EntryRow) -> str:
    return row.entry.title if row.entry is not None else row.leftover.partition(": ")[0]


def _ticked(row: EntryRow) -> float | None:
    return row.ticked


def _mark(row: EntryRow) -> str:
    return "warning" if row.entry is not None and (row.entry.remarks or row.entry.doubtful) else ""


def _standing(row: EntryRow) -> str:
    if row.entry is None:
        return _NO_PLACE
    return _NOTE if _is_only_noted(row.entry) else _WORDS[row.entry.standing]


def _role(row: EntryRow) -> str:
    is_plain = row.entry is not None and not _is_only_noted(row.entry)
    return _ROLES[row.entry.standing] if row.entry is not None and is_plain else "attention"


def _is_only_noted(entry: Entry) -> bool:
    """Tell whether nothing of an answer is understood, so that its words go into the note and change no answer."""
    return entry.standing is Standing.NEW and not entry.new


def _old(row: EntryRow) -> str:
    return in_short(row.entry.old) if row.entry is not None else ""


def _new(row: EntryRow) -> str:
    return in_short(row.entry.new) if row.entry is not None else row.leftover.partition(": ")[2]


def in_short(lines: tuple[str, ...]) -> str:
    """Return several answers in one line, with a comma behind each that does not end like a sentence."""
    told = [words for line in lines if (words := " ".join(line.split()))]
    parts = [words if words[-1] in _ENDS else f"{words}," for words in told[:-1]]
    return " ".join((*parts, *told[-1:]))[:_SHORT]


COLUMNS: tuple[Column[EntryRow], ...] = (
    Column("Angabe", _title, check=_ticked, strong=True, width=27),
    Column("Stand", _standing, role=_role, mark=_mark, width=13),
    Column("Im Projekt", _old, width=14, spare=True),
    Column("Im Formular", _new, stretch=True, width=16),
)
