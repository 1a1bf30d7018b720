"""Take interviews over from another copy of the project: choose the file, see what differs, tick, take over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.project.merging.judging import Comparison, Standing
from kizdesk.project.merging.taking import fetched, revoked, take
from kizdesk.ui.jobs import Job, Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.merge.choosing import MERGE, ask_file
from kizdesk.ui.pages.merge.reading import CopyReader
from kizdesk.ui.pages.merge.rows import (
    COLUMNS,
    READ_ONLY,
    MetRow,
    done_text,
    ended_text,
    key_of,
    revoked_text,
    state_text,
    take_text,
)
from kizdesk.ui.pages.merge.side import MetSide
from kizdesk.ui.session import Session
from kizdesk.ui.start.opening import Request
from kizdesk.ui.start.passphrase import PassphrasePanel
from kizdesk.ui.tables import TickTable
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.messages import MessageBar

_SHARES = (3, 4)
_KEY = "stocktaking.merge.take"
_TEACHING, _LOCKED, _LIST = range(3)


class MergePage(Page):
    """Be the page of the interviews of another copy."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._reader = CopyReader(session, self)
        columns = READ_ONLY if session.read_only else COLUMNS
        self._table: TickTable[MetRow] = TickTable(columns, key_of, session.theme, session.memory, MERGE)
        self._side = MetSide(session)
        self._revoked = label("", "attention")
        self._bar = MessageBar(session.theme, seconds=0)
        self._passphrase = PassphrasePanel(session.theme)
        self._bodies, self._empty = QStackedWidget(), EmptyState("")
        self._chosen: dict[str, Standing] = {}
        """The interviews ticked, each with how it stood when it was ticked."""
        self._taken: dict[str, Standing] = {}
        """The interviews taken over here, each with how it stood before: what is undone is ticked again."""
        self._ended: tuple[str, ...] = ()
        """Whose Einwilligungen ended with what was taken over here."""
        self._job: Job | None = None
        self._is_first = True
        self._other = QAction(self.tr("Andere Datei wählen …"), self)
        self._take = QAction(take_text(0, with_revocations=False), self)
        self._build()
        self._connect()
        self._show()

    def heading(self) -> Heading:
        """Return title and state."""
        other, comparison = self._reader.other, self._reader.comparison
        if other is None or comparison is None:
            is_chosen = self._reader.is_reading or self._bodies.currentIndex() == _LOCKED
            return Heading(self.tr("Gespräche übernehmen"), "" if is_chosen else self.tr("Noch keine Datei gewählt"))
        state = state_text(other.name, comparison, read_only=self.session.read_only)
        return Heading(self.tr("Gespräche übernehmen"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return choosing another file and taking over, unless the page teaches."""
        return (self._other, self._take) if self._reader.comparison is not None else ()

    def main_action(self) -> QAction | None:
        """Return taking over."""
        return self._take if self._reader.comparison is not None else None

    def help_text(self) -> str:
        """Say what the page is for."""
        return self.tr(
            "Arbeiten mehrere Rechner an Kopien desselben Projekts, kommen hier die Gespräche der anderen Kopie ins "
            "Projekt: mit Antworten, Beteiligten, Einwilligungen, Anlagen, Angeboten und Belegen. Neue sind "
            "angekreuzt, ebenso solche, die hier nur geplant und noch leer sind. Ein abweichendes tritt an die Stelle "
            "des hiesigen, wenn Sie es ankreuzen. Die andere Datei bleibt unverändert, und Strg+Z nimmt alles "
            "in einem Schritt zurück."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Strg+Eingabe", self.tr("Alles Angekreuzte übernehmen")),
            KeyHelp("Leertaste", self.tr("Gespräch ankreuzen oder nicht")),
        )

    def open(self, argument: str) -> None:
        """Read the file of a path."""
        if argument:
            self._read(Path(argument))

    def place_to_go_on(self) -> QWidget | None:
        """Return the list of interviews."""
        return self._table if self._reader.comparison is not None else None

    def refresh(self, changes: Sequence[Change]) -> None:
        """Compare anew: any change may be one of an answer, a person or an offering."""
        self._reader.compare()

    def _build(self) -> None:
        self._take.setObjectName("take-interviews")
        self._take.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._other.setObjectName("choose-copy")
        self.addActions([self._other, self._take])  # their keys work though the head shows them only with a file
        self._table.setObjectName("merge-interviews")
        self._table.setAccessibleName(self.tr("Gespräche der anderen Datei"))
        self._table.show_empty(self.tr("In der anderen Datei ist noch kein Gespräch angelegt."))
        self._empty.setProperty("ground", "card")
        sizes = self.session.theme.sizes
        locked, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._passphrase)
        column.addStretch(1)
        locked.setLayout(column)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(sizes.gap)
        inner.addWidget(self._revoked)
        inner.addWidget(Columns((self._table, self._side), _SHARES, self.session.memory, MERGE), 1)
        for widget in (self._empty, locked, content):
            self._bodies.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.gap)
        outer.addWidget(self._bar)
        outer.addWidget(self._bodies, 1)

    def _connect(self) -> None:
        self._reader.turned.connect(self._show)
        self._reader.compared.connect(self._show_compared)
        self._reader.stopped.connect(self._say_stopped)
        self._reader.locked.connect(self._ask_passphrase)
        self._passphrase.given.connect(self._unlock)
        self._passphrase.left.connect(self._show)
        self._table.row_changed.connect(self._show_row)
        self._table.rows_ticked.connect(self._turn)
        self._empty.begun.connect(self._ask_file)
        self._other.triggered.connect(self._ask_file)
        self._take.triggered.connect(self._take_over)

    def _rows(self) -> list[MetRow]:
        comparison = self._reader.comparison
        return [
            MetRow(met, met.id in self._chosen, met.id in self._taken and met.standing is Standing.EQUAL)
            for met in (comparison.met if comparison is not None else ())
        ]

    @Slot()
    def _show(self) -> None:
        comparison = self._reader.comparison
        self._bodies.setCurrentIndex(_TEACHING if comparison is None else _LIST)
        self._teach()
        rows = self._rows()
        self._table.show_rows(rows)
        if rows and self._table.current_row is None:
            self._table.reveal(rows[0].met.id)
        self._show_row(self._table.current_row)
        ends = revoked(self.session.project, comparison) if comparison is not None else ()
        self._revoked.setText(revoked_text(ends) or ended_text(self._ended))
        self._revoked.set_role("attention" if ends else "muted")
        self._revoked.setVisible(bool(ends or self._ended))
        self._take.setText(take_text(len(self._chosen), with_revocations=bool(ends)))
        may = bool(self._chosen or ends) and self._job is None and not self.session.read_only
        self._take.setEnabled(may)
        self.heading_changed.emit()

    def _teach(self) -> None:
        if self._reader.is_reading:
            self._empty.show_text(self.tr("Die andere Datei wird gelesen und mit dem Projekt verglichen …"))
            return
        self._empty.show_text(
            self.tr(
                "Arbeiten das Amt und die Beratung an Kopien desselben Projekts, holt diese Seite die Gespräche der "
                "anderen Kopie hierher. Vorher ist zu sehen, was neu ist und was abweicht; die andere Datei bleibt "
                "unverändert."
            ),
            self.tr("Datei wählen …"),
        )

    @Slot()
    def _show_compared(self) -> None:
        comparison = self._reader.comparison
        if comparison is None:
            return
        if self._is_first:
            self._chosen = {met.id: met.standing for met in comparison.met if met.is_proposed}
            self._is_first = False
        standing = {met.id: met.standing for met in comparison.met}
        wanted = self._chosen | self._taken
        self._chosen = {name: stood for name, stood in wanted.items() if standing.get(name) is stood}
        self._taken = {name: stood for name, stood in self._taken.items() if name not in self._chosen}
        self._show()

    @Slot(object)
    def _show_row(self, row: MetRow | None) -> None:
        self._side.show_row(row, self._reader.comparison)

    @Slot(str)
    def _say_stopped(self, sentence: str) -> None:
        self._show()
        self._bar.say(sentence, "attention")

    @Slot(object, str)
    def _ask_passphrase(self, path: Path, wrong: str) -> None:
        self._show()
        self._bodies.setCurrentIndex(_LOCKED)
        self.heading_changed.emit()
        self._passphrase.ask(Request(path, self.session.project.who), wrong)

    @Slot(object, str)
    def _unlock(self, request: Request, passphrase: str) -> None:
        self._read(request.path, passphrase)

    @Slot()
    def _ask_file(self) -> None:
        name = ask_file(self)
        if name:
            self._read(Path(name))

    def _read(self, path: Path, passphrase: str | None = None) -> None:
        if self._job is not None:
            self._job.cancel()
        self._bar.clear()
        self._is_first, self._chosen, self._taken, self._ended = True, {}, {}, ()
        self._reader.read(path, passphrase)

    @Slot(object)
    def _turn(self, rows: Sequence[MetRow]) -> None:
        """Tick interviews, or none of them if the first was ticked."""
        free = [row.met for row in rows if row.met.takeable]
        if not free or self.session.read_only:
            return
        is_off = free[0].id in self._chosen
        for met in free:
            if is_off:
                self._chosen.pop(met.id, None)
            else:
                self._chosen[met.id] = met.standing
        self._show()

    @Slot()
    def _take_over(self) -> None:
        other, comparison = self._reader.other, self._reader.comparison
        if other is None or comparison is None:
            return
        self.session.leaving.emit()
        chosen = frozenset(self._chosen)
        work, done = partial(fetched, other, comparison, chosen), partial(self._write, comparison, chosen)
        label = self.tr("Gespräche werden übernommen")
        self._job = self.session.jobs.run(work, done, label=label, key=_KEY, failed=self._refuse)
        self._job.ended.connect(self._end)
        self._take.setEnabled(False)

    def _write(self, comparison: Comparison, chosen: frozenset[str], files: Mapping[str, bytes]) -> None:
        other, before = self._reader.other, self.session.project.snapshot
        if other is None:
            return
        taken = self.session.attempt(partial(take, self.session.project, other, comparison, chosen, files))
        if taken is None:
            self._reader.compare()
            return
        self._taken |= {met.id: met.standing for met in taken.taken}
        self._chosen, self._ended = {}, self._ended + taken.revocations
        left = sum(met.takeable for met in taken.left)
        self.session.say_done(done_text(len(taken.taken), taken.revocations, left), before)

    def _refuse(self, refusal: Refusal) -> None:
        self._bar.say(str(refusal), "attention")

    @Slot()
    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show()
