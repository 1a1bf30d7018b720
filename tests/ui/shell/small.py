"""Be a window with small pages, and the hands that click in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMessageBox, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Update
from kizdesk.domain.checks import Target
from kizdesk.domain.places import Project
from kizdesk.project.opened import PROJECT_ID
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.page import Heading, Page
from kizdesk.ui.session import Session
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow

TITLE = "Ein anderer Titel"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class SmallPage(Page):
    """Be a page with two actions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.revealed: Target | None = None
        self.opened = ""
        self.state = "Gespräche und Formulare in allen acht Kommunen"
        self._begin = QAction("Gespräch beginnen", self)
        self._begin.setObjectName("consents-ask")
        self._send = QAction("Formulare versenden", self)
        self._text = QLabel()
        QVBoxLayout(self).addWidget(self._text)

    def heading(self) -> Heading:
        """Answer as a page does."""
        return Heading("Bestandsaufnahme", self.state)

    def actions_shown(self) -> Sequence[QAction]:
        """Answer as a page does."""
        return (self._send, self._begin)

    def main_action(self) -> QAction | None:
        """Answer as a page does."""
        return self._begin

    def help_text(self) -> str:
        """Answer as a page does."""
        return "Hier steht, wie weit die Gespräche sind."

    def open(self, argument: str) -> None:
        """Answer as a page does."""
        self.opened = argument

    def reveal(self, target: Target) -> bool:
        """Answer as a page does."""
        self.revealed = target
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Answer as a page does."""
        _ = changes
        self._text.setText(self.session.project.settings.title)


@dataclass(frozen=True)
class SmallEntry(PageEntry):
    """Be an entry whose page is the small one."""

    def load(self) -> type[Page]:
        """Answer as a page does."""
        return SmallPage


ENTRIES = tuple(SmallEntry(e.key, e.step, e.tab, e.place, e.kinds, e.hidden) for e in PAGES)


def shell(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def button(window: QWidget, name: str) -> QAbstractButton:
    made = window.findChildren(QAbstractButton, name)
    return next((found for found in made if found.isVisible()), made[0])


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def key_shown(window: MainWindow) -> str:
    entry = shell(window).navigator.entry
    assert entry is not None
    return entry.key


def rename(window: MainWindow, title: str = TITLE) -> None:
    shell(window).session.project.commit("Titel ändern", Update(Project, PROJECT_ID, "title", title))


def saved(window: MainWindow) -> bool:
    return shell(window).session.project.flush(5)


def said(window: MainWindow) -> str:
    bar = shell(window).said.bar
    return bar.text if bar.isVisible() else ""


class Answer(QObject):
    """Click a button of the next question, and keep what was asked."""

    def __init__(self, window: MainWindow, text: str) -> None:
        super().__init__(window)
        self.asked = ""
        self._text = text
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self._timer.stop()
            self.asked = f"{box.text()} {box.informativeText()}"
            offered = {made.text().replace("&", ""): made for made in box.buttons()}
            click(offered.get(self._text) or next(iter(offered.values())))
