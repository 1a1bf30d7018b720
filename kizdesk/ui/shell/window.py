"""Be the main window: the start page while no project is open, and the shell around an open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from kizdesk.project.apart.here import Here, Place
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.scheme import SchemeChoice
from kizdesk.ui.session import Session
from kizdesk.ui.shell.about_panel import AboutPanel
from kizdesk.ui.shell.commands import KEYS, make_commands
from kizdesk.ui.shell.deeds import DEEDS
from kizdesk.ui.shell.faults import Faults
from kizdesk.ui.shell.leaving import Leaving
from kizdesk.ui.shell.pressing import Presser
from kizdesk.ui.shell.project_menu import ProjectMenu
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.theme import Theme

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

_ALWAYS = ("about", "quit")


class MainWindow(QMainWindow):
    """Show the start widget handed in, or the open project."""

    new_wanted = Signal()
    open_wanted = Signal()
    recent_wanted = Signal(object)
    """The path of a project opened before."""
    name_taken = Signal(str)
    project_leaving = Signal(object)
    """The OpenProject about to be closed, or moved elsewhere: remember its state now."""
    project_closed = Signal()
    rested = Signal()
    """Nothing was changed for a while."""

    def __init__(
        self,
        memory: Memory,
        theme: Theme,
        start: QWidget,
        entries: Sequence[PageEntry] = PAGES,
        choice: SchemeChoice | None = None,
        apart: Callable[[], Place] = Here,
    ) -> None:
        super().__init__()
        self._presser = Presser()
        self._memory, self._theme, self._start, self._entries = memory, theme, start, tuple(entries)
        self._apart = apart
        self._choice = choice or SchemeChoice(theme, memory, QGuiApplication.styleHints(), self)
        self._stack = QStackedWidget()
        self.shell: Shell | None = None
        self.faults = Faults(theme, self)
        self.faults.closing_wanted.connect(self.close_project)
        self.about_panel = AboutPanel(theme, self._stack)
        slots: dict[str, Callable[..., object]] = {name: partial(self._do, name) for name in DEEDS}
        slots |= {"new": self.new_wanted.emit, "open": self.open_wanted.emit, "about": self.about_panel.ask}
        slots |= {"close_project": self.close_project, "quit": self.close}
        self._commands = make_commands(self, slots)
        self.setWindowTitle("kizdesk")
        self.setCentralWidget(self._stack)
        self._stack.addWidget(start)
        self._enable()
        if not memory.geometry.isEmpty():
            self.restoreGeometry(memory.geometry)

    def show_project(self, project: OpenProject) -> None:
        """Show an open project; the window owns it from now on."""
        from kizdesk.project.wording.labels import Labels

        if not self.close_project():
            project.close()
            return
        jobs = Jobs(self)
        jobs.broken.connect(self.faults.tell)
        session = Session(project, Labels(project.library), jobs, self._memory, self._theme, self, apart=self._apart())
        self.faults.refused.connect(session.say_refusal, Qt.ConnectionType.QueuedConnection)
        shell = Shell(session, tuple(self._commands.values()), KEYS, self._entries)
        self.shell = shell
        menu = ProjectMenu(self._commands, self._memory, self._choice, project, shell)
        shell.offer(menu.offers)
        menu.recent_wanted.connect(self.recent_wanted)
        shell.rail.menu_button.clicked.connect(partial(self._open_menu, menu))
        shell.name_panel.taken.connect(self.name_taken)
        shell.files.moved.connect(self._note_moved)
        shell.care.rested.connect(self.rested)
        self._stack.addWidget(shell)
        self._stack.setCurrentWidget(shell)
        self._name_file()
        self._fold()
        self._enable()
        shell.begin()

    def close_project(self) -> bool:
        """Close the open project; False if it stays open because something is not saved or still runs."""
        shell = self.shell
        if shell is None:
            return True
        shell.end()
        shell.session.leaving.emit()
        shell.session.closing.emit()
        self.project_leaving.emit(shell.session.project)
        if not Leaving(shell.session, self, shell.files.ask_rescue).close():
            shell.go_on()
            return False
        self.shell = None
        self._stack.setCurrentWidget(self._start)
        self._stack.removeWidget(shell)
        shell.deleteLater()
        shell.session.deleteLater()
        self.setWindowTitle("kizdesk")
        self._enable()
        self.project_closed.emit()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the project first; the window stays if that is not possible."""
        if not self.close_project():
            event.ignore()
            return
        self._memory.remember_geometry(self.saveGeometry())
        self._memory.flush()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Note who has the focus when a key comes."""
        self._presser.note(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus with Enter, which nobody below took."""
        if not self._presser.press(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail in a narrow window."""
        super().resizeEvent(event)
        self._fold()

    def _do(self, name: str, *_: object) -> None:
        if self.shell is not None:
            DEEDS[name](self.shell)

    def _open_menu(self, menu: ProjectMenu, *_: object) -> None:
        if self.shell is not None:
            menu.ask_above(self.shell.rail.menu_button)

    def _note_moved(self) -> None:
        if self.shell is not None:
            self._name_file()
            self.project_leaving.emit(self.shell.session.project)

    def _name_file(self) -> None:
        """Name the open file in the title, where two windows or copies are told apart."""
        if self.shell is not None:
            self.setWindowTitle(f"{self.shell.session.project.path.stem} – kizdesk")

    def _fold(self) -> None:
        if self.shell is not None:
            self.shell.fold(self.width())

    def _enable(self) -> None:
        for name, action in self._commands.items():
            action.setEnabled(self.shell is not None or name in _ALWAYS)
