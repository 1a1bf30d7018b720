"""Read forms that came back, show what each says beside what is known, and take over what is ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.apart.here import Plain
from kizdesk.project.forms.taking import Chosen, Prepared, carry_out, prepare
from kizdesk.ui.jobs import Job, Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.forms import returned_words as words
from kizdesk.ui.pages.forms.returned_asking import ask_files
from kizdesk.ui.pages.forms.returned_batch import Batch, FileRow, Rank
from kizdesk.ui.pages.forms.returned_files import RETURNED, packed, unpacked
from kizdesk.ui.pages.forms.returned_list import COLUMNS, READ_ONLY, key_of
from kizdesk.ui.pages.forms.returned_reading import Reader
from kizdesk.ui.pages.forms.returned_side import FileSide
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TickTable
from kizdesk.ui.widgets.buttons import keep_room
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.messages import MessageBar

_SHARES = (4, 7)
_KEY = "forms.returned.take"
Choices = Sequence[tuple[Path, Chosen]]


class ReturnedPage(Page):
    """Be the page of the forms that came back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._batch = Batch()
        self._reader = Reader(session, self._batch, self)
        columns = READ_ONLY if session.read_only else COLUMNS
        self._table: TickTable[FileRow] = TickTable(columns, key_of, session.theme, session.memory, "forms.returned")
        self._side = FileSide(session)
        self._bar = MessageBar(session.theme, seconds=0)
        self._bodies, self._empty = QStackedWidget(), EmptyState("")
        self._enclosed = QCheckBox(self.tr("Datenschutzinformation lag bei"))
        self._job: Job | None = None
        self._awaited = False
        self._more = QAction(self.tr("Weitere einlesen …"), self)
        self._take = QAction(words.take_text(0), self)
        self._build()
        self._connect()
        self._show()

    def heading(self) -> Heading:
        """Return title and state."""
        rows = self._batch.rows()
        state = words.state_text(rows, is_reading=self._reader.is_reading, read_only=self.session.read_only)
        return Heading(self.tr("Rücklauf"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return reading more and taking over, unless the page teaches."""
        return (self._more, self._take) if self._batch.rows() else ()

    def main_action(self) -> QAction | None:
        """Return taking over."""
        return self._take if self._batch.rows() else None

    def help_text(self) -> str:
        """Say what the page is for."""
        return self.tr(
            "Hier werden Formulare eingelesen, die ausgefüllt zurückkamen. Links stehen die Dateien, zuoberst die, die "
            "einen Blick brauchen; rechts steht zu jeder, was darin steht und was das Projekt schon weiß. Übernommen "
            "wird, was angekreuzt ist, alles in einem Schritt, den Strg+Z zurücknimmt. Formulare, die nichts "
            "widersprechen, sind schon angekreuzt. „Datenschutzinformation lag bei“ vermerkt in den "
            "Gesprächen, dass sie gegeben wurde. PDF-Dateien lassen sich auf jeder Seite ins Fenster ziehen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Strg+Eingabe", self.tr("Alles Angekreuzte übernehmen")),
            KeyHelp("Leertaste", self.tr("Datei oder Angabe ankreuzen oder nicht")),
            KeyHelp("Entf", self.tr("Datei aus der Liste nehmen")),
        )

    def open(self, argument: str) -> None:
        """Read files; the argument names them (see `returned_files`)."""
        paths = unpacked(argument)
        if not paths:
            return
        self._bar.clear()
        self._batch.add(paths)
        self._reader.read()
        self._table.setFocus()

    def has_tab(self) -> bool:
        """Tell whether files are left to come back to."""
        rows = self._batch.rows()
        return bool(rows) and (self.isVisible() or any(row.rank is not Rank.SETTLED for row in rows))

    def place_to_go_on(self) -> QWidget | None:
        """Return the list of files."""
        return self._table if self._batch.rows() else None

    def refresh(self, changes: Sequence[Change]) -> None:
        """Compare the files anew: any change may be one of an answer, a person or an offering."""
        self._reader.compare()

    def _build(self) -> None:
        self._take.setObjectName("take-forms")
        self._take.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._more.setObjectName("read-more")
        self.addActions([self._more, self._take])  # the window adds those only that are shown at first
        self._table.setObjectName("returned-files")
        self._table.setAccessibleName(self.tr("Dateien, die zurückkamen"))
        self._empty.setProperty("ground", "card")
        self._empty.show_text(
            self.tr(
                "Ausgefüllte Formulare, die per E-Mail zurückkommen, werden hier gelesen und mit dem Projekt "
                "verglichen, bevor etwas übernommen wird. Die PDF-Dateien lassen sich auch einfach ins Fenster ziehen."
            ),
            self.tr("Formulare einlesen …"),
        )
        self._bodies.addWidget(self._empty)
        self._bodies.addWidget(Columns((self._left(), self._side), _SHARES, self.session.memory, RETURNED))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        column.addWidget(self._bar)
        column.addWidget(self._bodies, 1)

    def _left(self) -> QWidget:
        """Put below the files whether the information on privacy lay with them: so no interview lacks it later."""
        self._enclosed.setObjectName("notice-enclosed")
        self._enclosed.setChecked(True)
        self._enclosed.setEnabled(not self.session.read_only)
        self._enclosed.setToolTip(
            self.tr(
                "Formular und Anschreiben nennen die Information nach Art. 13 DSGVO als Anlage. Angekreuzt wird sie "
                "beim Übernehmen in den Gesprächen als gegeben vermerkt."
            )
        )
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap_small)
        column.addWidget(self._table, 1)
        column.addWidget(self._enclosed)
        return left

    def _connect(self) -> None:
        self._reader.turned.connect(self._begin)
        self._reader.compared.connect(self._show_compared)
        self._reader.stopped.connect(self._say_stopped)
        self._table.row_changed.connect(self._side.show_file)
        self._table.rows_ticked.connect(self._turn_files)
        self._side.ticked.connect(self._turn_entries)
        self._side.wanted.connect(self._choose)
        self._side.dropped.connect(self._drop)
        self._side.placed.connect(self._place)
        self._enclosed.toggled.connect(self._note_enclosed)
        self._note_enclosed()
        self._bar.acted.connect(self._again)
        self._empty.begun.connect(self._ask_files)
        self._more.triggered.connect(self._ask_files)
        self._take.triggered.connect(self._take_over)
        off = QShortcut(QKeySequence.StandardKey.Delete, self._table)
        off.setContext(Qt.ShortcutContext.WidgetShortcut)
        off.activated.connect(self._drop)

    def _show(self) -> None:
        rows = self._batch.rows(is_reading=self._reader.is_busy)
        self._bodies.setCurrentIndex(1 if rows else 0)
        self._table.show_rows(rows)
        if rows and (self._table.current_row is None or self._awaited):
            self._table.reveal(rows[0].path)
        self._side.show_file(self._table.current_row)
        count = len(self._batch.choices())
        keep_room(self._take, *map(words.take_text, (0, 1, len(rows))))
        self._take.setText(words.take_text(count))
        self._take.setEnabled(bool(count) and self._job is None and not self.session.read_only)
        self.heading_changed.emit()

    @Slot()
    def _begin(self) -> None:
        self._awaited = True
        self._show()

    @Slot(object)
    def _show_compared(self, changed: Sequence[str]) -> None:
        self._show()  # what has just been read shows its first file, the one that needs a look most
        if changed:
            self._bar.say(words.anew_text(changed), "attention")
        awaited, self._awaited = self._awaited, False
        if awaited and not self.isVisible():
            told = words.read_text(self._batch.rows())
            self.session.say(told, action=self.tr("Anzeigen"), act=partial(self.session.open, RETURNED))

    @Slot(str)
    def _say_stopped(self, sentence: str) -> None:
        self._show()
        self._bar.say(sentence, "attention", self.tr("Noch einmal einlesen"))

    @Slot()
    def _again(self) -> None:
        self._bar.clear()
        self._reader.read()

    @Slot()
    def _ask_files(self) -> None:
        if files := ask_files(self, self.session.memory):
            self.open(packed(files))

    @Slot(object)
    def _turn_files(self, rows: Sequence[FileRow]) -> None:
        """Choose all of files, or nothing if all of the first was chosen."""
        free = [row for row in rows if row.open_keys]
        if not free or self.session.read_only:
            return
        is_off = free[0].share == 1
        for row in free:
            self._batch.choose(row.path, row.keys - row.open_keys if is_off else row.keys | row.open_keys)
        self._follow_choice()

    @Slot(object)
    def _turn_entries(self, keys: Sequence[str]) -> None:
        row = self._table.current_row
        if row is not None and keys:
            turned = frozenset(keys)
            self._choose(row.keys - turned if keys[0] in row.keys else row.keys | turned)

    @Slot(object)
    def _choose(self, keys: Iterable[str]) -> None:
        row = self._table.current_row
        if row is not None and not self.session.read_only:
            self._batch.choose(row.path, frozenset(keys) | (row.keys - row.open_keys))
            self._follow_choice()

    @Slot(str)
    def _place(self, interview_id: str) -> None:
        row = self._table.current_row
        if row is not None:
            self._batch.place(row.path, interview_id)
            self._reader.compare()

    def _follow_choice(self) -> None:
        self._show()
        if self._batch.are_related:
            self._reader.compare()

    @Slot()
    def _note_enclosed(self) -> None:
        self._side.note_enclosed(on=self._enclosed.isChecked())

    @Slot()
    def _drop(self) -> None:
        for row in self._table.selected_rows:
            self._batch.drop(row.path)
        self._show()
        self._reader.compare()

    @Slot()
    def _take_over(self) -> None:
        self.session.leaving.emit()
        enclosed = self._enclosed.isChecked()
        choices = [(path, replace(one, is_notice_enclosed=enclosed)) for path, one in self._batch.choices()]
        self._prepare(choices, self._batch.contents)

    def _prepare(self, choices: Choices, contents: Mapping[str, bytes]) -> None:
        """Work out in a job what is written, for that takes a moment with many forms."""
        pinned, label = self.session.project.pinned(), self.tr("Formulare werden übernommen")
        work = partial(self.session.apart.run, Plain(prepare, (tuple(chosen for _, chosen in choices),)), pinned)
        done = partial(self._write, choices, contents, pinned.snapshot)
        self._job = self.session.jobs.run(work, done, label=label, key=_KEY, failed=self._refuse)
        self._job.ended.connect(self._end)
        self._take.setEnabled(False)

    def _write(self, choices: Choices, contents: Mapping[str, bytes], moment: Snapshot, prepared: Prepared) -> None:
        project = self.session.project
        if project.snapshot is not moment:
            self._prepare(choices, contents)
            return
        taken = self.session.attempt(partial(carry_out, project, prepared, contents, moment))
        if taken is not None:
            self._batch.note_taken(path for path, _ in choices)
            self._reader.compare()  # with nothing more chosen of what is in the project
            self._show()
            self.session.say_done(words.done_text(len(taken.readings), self._batch.rows(), taken.told), moment)

    def _refuse(self, refusal: Refusal) -> None:
        self._bar.say(str(refusal), "attention")
        self._reader.compare()

    @Slot()
    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show()
