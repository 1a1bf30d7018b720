"""Be the running program in the hands of a test."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Interview
from kizdesk.project.opened import OpenProject
from kizdesk.ui.app import Parts
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.page import Page
from kizdesk.ui.session import Session
from kizdesk.ui.shell.faults import FaultWindow
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.page import StartPage
from tests.ui.shell.small import Answer

KEYS = [entry.key for entry in PAGES]
PATIENCE = 20_000


class Program(QObject):
    """Hold the window with all that lives as long, and note what would be shown as a bug."""

    def __init__(self, window: MainWindow, start: StartPage, parts: Parts, qtbot: QtBot) -> None:
        super().__init__()
        self.window, self.start, self.parts = window, start, parts
        self.bugs: list[BaseException | str] = []
        self._qtbot = qtbot
        window.faults.caught.connect(self.note_bug)

    @property
    def shell(self) -> Shell:
        """Return what stands around the pages."""
        assert self.window.shell is not None
        return self.window.shell

    @property
    def session(self) -> Session:
        """Return the session of the open project."""
        return self.shell.session

    @property
    def project(self) -> OpenProject:
        """Return the open project."""
        return self.session.project

    @property
    def said(self) -> str:
        """Return the sentence in the bar at the bottom."""
        bar = self.shell.said.bar
        return bar.text if bar.isVisible() else ""

    def note_bug(self, bug: BaseException | str) -> None:
        """Keep a bug for the end of the test."""
        self.bugs.append(bug)

    def show(self, key: str) -> Page:
        """Show a page, with its slow parts read."""
        argument = ""
        if key == "interview.runner":
            interviews = self.project.snapshot.all(Interview)
            argument = interviews[0].id if interviews else ""
        self.session.open(key, argument)
        self.settle()
        page = self.shell.navigator.page
        assert page is not None
        return page

    def settle(self) -> None:
        """Wait until no job works any more."""
        self._qtbot.waitUntil(self._rests, timeout=PATIENCE)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(until, timeout=PATIENCE)

    def button(self, name: str) -> QAbstractButton:
        """Return a button of the window by its name."""
        return next(made for made in self.window.findChildren(QAbstractButton) if made.objectName() == name)

    def seen(self, root: QWidget | None = None) -> str:
        """Return all words of labels that can be seen."""
        labels = (root or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def end(self) -> None:
        """Close everything, whatever cannot be saved."""
        for shown in self.window.findChildren(FaultWindow):
            shown.close()
        if self.window.shell is not None:
            self.settle()
            self.session.leaving.emit()
            if self.session.held:
                Answer(self.window, "Ohne diese Eingabe schließen")
            else:
                self.project.close(discard=True)
        self.window.close()
        self.parts.jobs.close()
        self.window.deleteLater()

    def _rests(self) -> bool:
        if self.parts.jobs.is_busy:
            return False
        return self.window.shell is None or not self.session.jobs.is_busy


def click(root: QWidget, name: str) -> None:
    """Click a button by its name."""
    made = next(made for made in root.findChildren(QAbstractButton) if made.objectName() == name)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
