"""Show who changed what and when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.change_log import LoggedStep, logged_steps
from kizdesk.ui.jobs import Progress
from kizdesk.ui.page import Heading, Page
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

_NOTE = "Hinweis"


def _read(project: OpenProject, progress: Progress) -> tuple[LoggedStep, ...]:
    progress("", 0.1)
    return logged_steps(project)


def _number(step: LoggedStep) -> int:
    return step.number


def _at(step: LoggedStep) -> object:
    return step.at.astimezone()


def _who(step: LoggedStep) -> str:
    return step.who


def _what(step: LoggedStep) -> str:
    return step.what


def _where(step: LoggedStep) -> str:
    return step.where


def _note(step: LoggedStep) -> str:
    return step.note


class LogPage(Page):
    """Be the record of changes: a table that is searched, sorted and copied."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._count = 0
        columns: list[Column[LoggedStep]] = [
            Column(self.tr("Schritt"), _number, width=6),
            Column(self.tr("Wann"), _at, width=17),
            Column(self.tr("Wer"), _who, width=14),
            Column(self.tr("Was"), _what, width=20),
            Column(self.tr("Woran"), _where, stretch=True, width=16),
            Column(self.tr("Hinweis"), _note, width=18, key=_NOTE),
        ]
        self._search = SearchField(session.theme, self.tr("Name, Tag oder Änderung suchen …"))
        self._table = TableView(columns, _number, session.theme, session.memory, "log")
        self._build()
        self._search.searched.connect(self._table.look_for)
        self._search.left_down.connect(self._table.setFocus)

    def heading(self) -> Heading:
        """Return title and number of steps."""
        title = self.tr("Änderungsprotokoll")
        if self._count == 1:
            return Heading(title, self.tr("Ein Schritt"))
        return Heading(title, self.tr("{0} Schritte, der neueste zuerst").format(self._count) if self._count else "")

    def missing(self) -> tuple[str, Target | None] | None:
        """Say that nothing is missing: a record of what was done is never unfinished."""
        return "", None

    def help_text(self) -> str:
        """Return what the record is for."""
        return self.tr(
            "Hier steht jede Änderung am Projekt mit Zeitpunkt und Namen, auch jedes Zurücknehmen. Mit Strg+C werden "
            "markierte Zeilen mit Überschriften für eine Tabelle kopiert, zum Beispiel für den Datenschutz."
        )

    def refresh(self, changes: Sequence[Change]) -> None:
        """Read the record anew, in a job."""
        work = partial(_read, self.session.project)
        self.session.jobs.run(work, self._show, key="log", failed=self._fail)

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        self._table.setAccessibleName(self.tr("Änderungen, neueste zuerst"))
        self._table.show_empty(self.tr("Hier steht später jede Änderung mit Zeitpunkt und Namen."))
        self._search.setObjectName("log-search")
        self._search.setMaximumWidth(sizes.text_width // 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.gap)
        line = QHBoxLayout()
        line.addWidget(self._search, 1)
        line.addStretch(1)
        outer.addLayout(line)
        outer.addWidget(self._table, 1)

    def _show(self, steps: tuple[LoggedStep, ...]) -> None:
        self._count = len(steps)
        self._table.show_rows(steps)
        self._table.leave_out(() if any(step.note for step in steps) else (_NOTE,))
        self.heading_changed.emit()

    def _fail(self, refusal: UserError | EnvironmentFault) -> None:
        self.session.say(str(refusal), kind="problem")
