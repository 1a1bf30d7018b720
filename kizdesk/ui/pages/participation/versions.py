"""Show the frozen versions, freeze another one, and compare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.apart.here import Plain
from kizdesk.project.output.concept_file import proposed_name
from kizdesk.project.output.writing import VersionInFile, Written
from kizdesk.project.versions.listed import VersionRow, counted_versions, version_rows
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.participation.versions_compare import CompareCard
from kizdesk.ui.pages.participation.versions_freeze import FreezeSheet
from kizdesk.ui.pages.participation.versions_list import COLUMNS, version_key
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.cards import EmptyState

FREEZE = "freeze"
"""What others ask for to open the form at once."""
_EMPTY, _LIST, _FORM = range(3)
_ROWS = 4


class VersionsPage(Page):
    """Be the page of the Fassungen."""

    kinds: ClassVar[frozenset[str]] = frozenset({"concept_version"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows: tuple[VersionRow, ...] = ()
        self._counted: Snapshot | None = None
        """The moment for which it is known how much changed since each version."""
        self._empty = EmptyState("", "")
        self._empty.setProperty("ground", "card")
        self._table: TableView[VersionRow] = TableView(COLUMNS, version_key, session.theme, session.memory, "versions")
        self._compare = CompareCard(session, self)
        self._stack = QStackedWidget(self)
        self._begin = QAction(self.tr("Fassung festschreiben"), self)
        self._word = QAction(self.tr("Als Word-Datei ausgeben …"), self)
        self._build()
        self._connect()

    @cached_property
    def _freeze(self) -> FreezeSheet:
        made = FreezeSheet(self.session, self)
        self._stack.addWidget(made)
        made.closed.connect(self._leave_form)
        made.frozen.connect(self._show_frozen)
        return made

    def heading(self) -> Heading:
        """Return the title with how many versions there are."""
        count = len(self._rows)
        if not count:
            line = self.tr("Welchem Inhalt stimmen die Kommunen zu?")
        else:
            line = self.tr("Eine Fassung ist festgeschrieben.") if count == 1 else ""
            line = line or self.tr("{0} Fassungen sind festgeschrieben.").format(count)
        return Heading(self.tr("Fassungen des Konzepts"), line)

    def actions_shown(self) -> Sequence[QAction]:
        """Return what can be done with versions; the form that freezes has its own button."""
        at_form = self._stack.currentIndex() == _FORM
        return (self._word,) if at_form else (self._word, self._begin)

    def main_action(self) -> QAction | None:
        """Return freezing, once something changed since the latest version and no form is shown."""
        wanted = self._stack.currentIndex() == _LIST and not self.session.read_only
        return self._begin if wanted and self._rows and self._rows[0].changes else None

    def help_text(self) -> str:
        """Return what a version is."""
        return self.tr(
            "Eine Fassung ist der Inhalt des Konzepts an einem Tag; festgeschrieben ändert er sich nicht mehr. Das "
            "Einvernehmen einer Kommune gilt immer genau einer Fassung. Unten steht, was sich zwischen zwei Fassungen "
            "oder bis heute geändert hat und welche Kommunen es betrifft. Ein Doppelklick auf einen Unterschied führt "
            "zur Stelle."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the lists."""
        return (
            KeyHelp(self.tr("Eingabe"), self.tr("auf einer Fassung: mit dem heutigen Stand vergleichen")),
            KeyHelp(self.tr("Eingabe"), self.tr("auf einem Unterschied: zur Stelle im Entwurf gehen")),
            KeyHelp(self.tr("Strg+C"), self.tr("gewählte Zeilen mit Überschriften kopieren")),
        )

    def open(self, argument: str) -> None:
        """Open the form that freezes a version, or show what changed since a version."""
        if argument == FREEZE:
            self._show_form()
        elif self._table.reveal(argument):
            self._leave_form()
            self._compare.compare_from(argument)

    def reveal(self, target: Target) -> bool:
        """Show a version; without one the form that freezes."""
        if target.kind != "concept_version":
            return False
        if not target.id:
            self._show_form()
            return True
        self._leave_form()
        found = self._table.reveal(target.id)
        self._table.setFocus()
        return found

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the versions anew; what changed since is counted in a job."""
        del changes
        is_known = self._counted is self.session.project.snapshot
        counted = {row.id: row.changes for row in self._rows if is_known}
        self._rows = tuple(_with(row, counted.get(row.id)) for row in version_rows(self.session.project))
        self._table.show_rows(self._rows)
        rows = min(max(len(self._rows), 2), _ROWS) + 1
        height = self.session.theme.sizes.row
        self._table.setMinimumHeight(height * rows + self.session.theme.sizes.gap)
        self._table.setMaximumHeight(height * (max(len(self._rows), rows) + 2))
        self._compare.show_versions(self._rows)
        if self._rows and self._table.current_row is None:
            self._table.reveal(self._rows[0].id)
        if self._stack.currentIndex() != _FORM:
            self._stack.setCurrentIndex(_LIST if self._rows else _EMPTY)
        if self._rows:
            pinned = self.session.project.pinned()
            work = partial(self.session.apart.run, Plain(counted_versions), pinned)
            self.session.jobs.run(work, partial(self._take, pinned.snapshot), key="versions", failed=self._ignore)
            self._compare.read()
        self._show_actions()

    def go_back(self) -> bool:
        """Leave the form first."""
        return self._leave_form()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        sentence = self.tr(
            "Noch ist keine Fassung festgeschrieben. Festschreiben heißt: Der Inhalt des Konzepts wird unveränderlich "
            "aufbewahrt, damit die Kommunen genau dieser Fassung zustimmen können."
        )
        self._empty.show_text(sentence, "" if self.session.read_only else self.tr("Fassung festschreiben"))
        self._table.setObjectName("versions-table")
        self._table.setAccessibleName(self.tr("Fassungen"))
        self._begin.setObjectName("versions-freeze")
        self._word.setObjectName("versions-word")
        self._word.setToolTip(self.tr("Die gewählte Fassung so ausgeben, wie sie festgeschrieben ist"))
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap)
        column.addWidget(self._table, 2)
        column.addWidget(self._compare, 5)
        for widget in (self._empty, both):
            self._stack.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self._empty.begun.connect(self._show_form)
        self._begin.triggered.connect(self._show_form)
        self._word.triggered.connect(self._ask_where)
        self._table.row_activated.connect(self._compare_row)

    def _show_actions(self) -> None:
        self._begin.setVisible(bool(self._rows) and not self.session.read_only)
        self._word.setVisible(bool(self._rows))
        self.heading_changed.emit()

    def _take(self, counted: Snapshot, rows: tuple[VersionRow, ...]) -> None:
        self._rows, self._counted = rows, counted
        self._table.show_rows(rows)
        self.heading_changed.emit()

    def _ignore(self, refusal: object) -> None:
        """Leave the old numbers: a version was taken back meanwhile, and the next refresh shows it."""

    @Slot()
    def _show_form(self) -> None:
        if self.session.read_only:
            return
        self._freeze.begin()
        self._stack.setCurrentIndex(_FORM)
        self._freeze.focus_name()
        self.heading_changed.emit()

    @Slot()
    def _leave_form(self) -> bool:
        was = self._stack.currentIndex() == _FORM
        self._stack.setCurrentIndex(_LIST if self._rows else _EMPTY)
        self.heading_changed.emit()
        return was

    @Slot(str)
    def _show_frozen(self, version_id: str) -> None:
        self._table.reveal(version_id)
        self._table.setFocus()
        self._compare.compare_from(version_id)

    @Slot(object)
    def _compare_row(self, row: VersionRow) -> None:
        self._compare.compare_from(row.id)

    @Slot()
    def _ask_where(self) -> None:
        row, project = self._table.current_row, self.session.project
        version = None if row is None else project.snapshot.find(ConceptVersion, row.id)
        if row is None or version is None:
            return
        proposed = project.path.parent / proposed_name(project.snapshot, version, row.dated)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Fassung als Word-Datei speichern"), str(proposed), self.tr("Word-Dateien (*.docx)")
        )
        if chosen:
            self.write_word(row.id, Path(chosen))

    def write_word(self, version_id: str, target: Path) -> None:
        """Write a version in a job and tell where it lies."""
        work = partial(self.session.apart.run, VersionInFile(version_id, target), self.session.project.pinned())
        self.session.jobs.run(
            work, self._say_written, label=self.tr("Fassung wird als Word-Datei ausgegeben"), failed=self._say_refused
        )

    def _say_written(self, written: Written) -> None:
        address = QUrl.fromLocalFile(str(written.path))
        self.session.say(
            self.tr("Die Fassung ist gespeichert: „{0}“.").format(written.path.name),
            action=self.tr("Öffnen"),
            act=partial(QDesktopServices.openUrl, address),
        )

    def _say_refused(self, refusal: Refusal) -> None:
        self.session.say(str(refusal), kind="problem")


def _with(row: VersionRow, changes: int | None) -> VersionRow:
    return row if changes is None else replace(row, changes=changes)
