"""Be the hands of who drops files on the window and ticks what is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.ui.pages.forms.returned import ReturnedPage
from kizdesk.ui.pages.forms.returned_batch import FileRow
from kizdesk.ui.pages.forms.returned_entries import EntryRow
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.tables import TickTable
from tests.ui.shell.small import button, click

_NO_BUTTONS, _NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction
_BOX = QPoint(18, 0)


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
    def page(self) -> ReturnedPage:
        """Return the page of returned forms, which is shown."""
        page = self.shell.navigator.page
        assert isinstance(page, ReturnedPage)
        return page

    @property
    def files(self) -> TickTable[FileRow]:
        """Return the list of files."""
        return self._table("returned-files")

    @property
    def entries(self) -> TickTable[EntryRow]:
        """Return the list of what the chosen file says."""
        return self._table("returned-entries")

    @property
    def states(self) -> dict[str, str]:
        """Return what each file is, by what it is called in the list."""
        rows = [self.files.rows.row_at(number) for number in range(self.files.rows.rowCount())]
        return {row.name: row.words for row in rows}

    @property
    def ticks(self) -> dict[str, float | None]:
        """Return which entries of the chosen file are ticked, by their titles."""
        rows = [self.entries.rows.row_at(number) for number in range(self.entries.rows.rowCount())]
        return {row.entry.title if row.entry else row.leftover: row.ticked for row in rows}

    @property
    def standings(self) -> dict[str, str]:
        """Return what each entry of the chosen file is, by its title, as the list says it."""
        shown = self.entries.model()
        texts = [[str(shown.index(row, column).data()) for column in (0, 1)] for row in range(shown.rowCount())]
        return dict(texts)

    @property
    def state(self) -> str:
        """Return the line below the title."""
        return self.page.heading().subtitle

    @property
    def take_text(self) -> str:
        """Return the words of the filled button."""
        return next(made.text() for made in self.window.findChildren(QPushButton) if _is_main(made))

    @property
    def words(self) -> str:
        """Return all that is said of the chosen file."""
        labels = [found for found in self.page.findChildren(QLabel) if found.isVisible()]
        return "\n".join(found.text() for found in labels if found.text())

    @property
    def bar(self) -> str:
        """Return what the bar at the bottom says."""
        bar = self.shell.said.bar
        return bar.text if bar.isVisible() else ""

    @property
    def hint(self) -> str:
        """Return what is said while files are held over the window."""
        found = self.shell.findChild(QWidget, "drop-hint")
        assert found is not None
        return "".join(part.text() for part in found.findChildren(QLabel)) if found.isVisible() else ""

    def hold(self, files: Sequence[Path], over: QWidget | None = None) -> bool:
        """Hold files over the window; tell whether they would be taken."""
        handle, place, data = self.window.windowHandle(), self._place(over), _data(files)
        enter = QDragEnterEvent(place.toPoint(), _COPY, data, _NO_BUTTONS, _NO_KEYS)
        QApplication.sendEvent(handle, enter)
        move = QDragMoveEvent(place.toPoint(), _COPY, data, _NO_BUTTONS, _NO_KEYS)
        QApplication.sendEvent(handle, move)
        return move.isAccepted()

    def leave(self) -> None:
        """Take files away again."""
        QApplication.sendEvent(self.window.windowHandle(), QDragLeaveEvent())

    def drop(self, files: Sequence[Path], over: QWidget | None = None) -> None:
        """Drop files on the window."""
        assert self.hold(files, over)
        place, data = self._place(over), _data(files)
        QApplication.sendEvent(self.window.windowHandle(), QDropEvent(place, _COPY, data, _NO_BUTTONS, _NO_KEYS))

    def read(self, files: Sequence[Path]) -> None:
        """Drop files and wait until they are read and compared."""
        self.drop(files)
        self.wait()

    def wait(self) -> None:
        """Wait until nothing works any more."""
        self.qtbot.waitUntil(lambda: not self.shell.session.jobs.is_busy, timeout=60_000)

    def choose(self, name: str) -> None:
        """Click onto a file."""
        QTest.mouseClick(
            self.files.viewport(), Qt.MouseButton.LeftButton, pos=self._middle(self.files, self._row(name))
        )

    def tick_file(self, name: str) -> None:
        """Click into the box before a file."""
        self._press(self.files, self._row(name))
        self.wait()

    def tick(self, title: str) -> None:
        """Click into the box before an entry."""
        self._press(self.entries, list(self.ticks).index(title))
        self.wait()

    def press(self, name: str) -> None:
        """Press a button by its name."""
        click(button(self.page, name))
        self.wait()

    def take(self) -> None:
        """Press the filled button, and wait."""
        self.press_take()
        self.wait()

    def press_take(self) -> None:
        """Press the filled button."""
        click(next(made for made in self.window.findChildren(QPushButton) if _is_main(made)))

    def pick(self, name: str, text: str) -> None:
        """Choose from a box as by the keyboard."""
        box = self.page.findChild(QComboBox, name)
        assert box is not None
        box.setFocus()
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())

    def _table(self, name: str) -> TickTable[Any]:
        found = self.page.findChild(TickTable, name)
        assert isinstance(found, TickTable)
        return found

    def _row(self, name: str) -> int:
        return list(self.states).index(name)

    def _place(self, over: QWidget | None) -> QPointF:
        part = over or self.window
        return QPointF(part.mapTo(self.window, part.rect().center()))

    def _press(self, table: TickTable[FileRow] | TickTable[EntryRow], number: int) -> None:
        rect = table.visualRect(table.model().index(number, 0))
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.x() + _BOX.x(), rect.center().y())
        )

    def _middle(self, table: TickTable[FileRow], number: int) -> QPoint:
        return table.visualRect(table.model().index(number, 1)).center()


def _data(files: Sequence[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def _is_main(made: QPushButton) -> bool:
    return made.isVisible() and made.property("kind") == "primary"
