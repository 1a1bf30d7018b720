"""Be the hands of who takes interviews over from a second laptop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.merging.telling import Line
from kizdesk.project.opened import OpenProject
from kizdesk.ui.pages.merge.page import MergePage
from kizdesk.ui.pages.merge.rows import MetRow
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.passphrase import PassphraseField
from kizdesk.ui.tables import TableView, TickTable


@dataclass(frozen=True)
class Hands:
    """Sit before the window."""

    window: MainWindow
    qtbot: QtBot

    @property
    def shell(self) -> Shell:
        """Return what is around the pages."""
        assert self.window.shell is not None
        return self.window.shell

    @property
    def project(self) -> OpenProject:
        """Return the open project."""
        return self.shell.session.project

    @property
    def snapshot(self) -> Snapshot:
        """Return the project as it is now."""
        return self.project.snapshot

    @property
    def page(self) -> MergePage:
        """Return the page, which is shown."""
        page = self.shell.navigator.page
        assert isinstance(page, MergePage)
        return page

    @property
    def interviews(self) -> TickTable[MetRow]:
        """Return the list of interviews."""
        (table,) = self.page.findChildren(TickTable)
        return table

    @property
    def lines(self) -> dict[str, tuple[str, str]]:
        """Return what differs in the chosen interview, by its place."""
        table: TableView[Line] = next(
            found for found in self.page.findChildren(TableView) if found.objectName() == "merge-lines"
        )
        rows = [table.rows.row_at(number) for number in range(table.rows.rowCount())]
        return {row.title: (row.before, row.after) for row in rows}

    @property
    def states(self) -> dict[str, str]:
        """Return how each interview stands, by its id."""
        return {row.met.id: row.words for row in self._rows}

    @property
    def ticks(self) -> dict[str, float | None]:
        """Return which interviews are ticked."""
        return {row.met.id: row.ticked for row in self._rows}

    @property
    def words(self) -> str:
        """Return all that is said on the page."""
        labels = [found for found in self.page.findChildren(QLabel) if found.isVisible()]
        return "\n".join(found.text() for found in labels if found.text())

    @property
    def bar(self) -> str:
        """Return what the bar at the bottom says."""
        bar = self.shell.said.bar
        return bar.text if bar.isVisible() else ""

    @property
    def take(self) -> QAction:
        """Return the action of the filled button."""
        return next(found for found in self.page.findChildren(QAction) if found.objectName() == "take-interviews")

    def read(self, path: Path) -> None:
        """Open the page with a file and wait until it is compared."""
        self.shell.session.open("stocktaking.merge", str(path))
        self.wait()

    def wait(self) -> None:
        """Wait until nothing works any more."""
        self.qtbot.waitUntil(lambda: not self.shell.session.jobs.is_busy, timeout=20_000)

    def choose(self, interview_id: str) -> None:
        """Stand on an interview."""
        self.interviews.reveal(interview_id)
        self.wait()

    def press_space(self) -> None:
        """Press the box of the interview chosen."""
        self.interviews.setFocus()
        QTest.keyClick(self.interviews, Qt.Key.Key_Space)

    def click(self, text: str) -> None:
        """Press a button by its words."""
        made = next(
            found for found in self.window.findChildren(QPushButton) if found.isVisible() and found.text() == text
        )
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        self.wait()

    def type_passphrase(self, passphrase: str) -> None:
        """Type a passphrase and press Enter."""
        field = next(found for found in self.page.findChildren(PassphraseField) if found.isVisible())
        QTest.keyClicks(field, passphrase)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.wait()

    def drop(self, path: Path) -> None:
        """Drop a file in the middle of the window."""
        handle, data = self.window.windowHandle(), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        place, none, left = QPointF(700, 400), Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        copy = Qt.DropAction.CopyAction
        QApplication.sendEvent(handle, QDragMoveEvent(place.toPoint(), copy, data, left, none))
        QApplication.sendEvent(handle, QDropEvent(place, copy, data, left, none))

    @property
    def _rows(self) -> list[MetRow]:
        return [self.interviews.rows.row_at(number) for number in range(self.interviews.rows.rowCount())]
