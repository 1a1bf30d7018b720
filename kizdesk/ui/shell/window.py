"""Be the main window: the start page while no project is open, and the shell around an open one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox, QStackedWidget, QWidget

from kizdesk import __version__
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.jobs import Jobs, Progress
from kizdesk.ui.memory import Memory
from kizdesk.ui.session import Session
from kizdesk.ui.shell.commands import KEYS, MENU, make_commands
from kizdesk.ui.shell.faults import Faults
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.theme import Theme

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

_FLUSH_SECONDS = 5


def _verify(project: OpenProject, progress: Progress) -> list[str]:
    from kizdesk.project.verify import verify

    progress("", 0.2)
    return verify(project)


def _backup(project: OpenProject, target: Path, progress: Progress) -> Path:
    progress("", 0.2)
    project.backup(target)
    return target


class MainWindow(QMainWindow):
    """Show the start widget handed in, or the open project."""

    new_wanted = Signal()
    open_wanted = Signal()
    project_leaving = Signal(object)
    """The OpenProject about to be closed: remember its state now."""
    project_closed = Signal()

    def __init__(self, memory: Memory, theme: Theme, start: QWidget, entries: Sequence[PageEntry] = PAGES) -> None:
        super().__init__()
        self._memory, self._theme, self._start, self._entries = memory, theme, start, tuple(entries)
        self._stack = QStackedWidget()
        self.shell: Shell | None = None
        self.faults = Faults(theme, self)
        self.faults.closing_wanted.connect(self.close_project)
        names = ("save", "save_copy", "verify", "undo", "redo", "find", "search", "output", "message", "help", "about")
        slots = {name: getattr(self, f"_{name}") for name in names}
        slots |= {"new": self.new_wanted.emit, "open": self.open_wanted.emit}
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
        from kizdesk.project.labels import Labels

        if self.shell is not None and not self.close_project():
            project.close()
            return
        jobs = Jobs(self)
        jobs.broken.connect(self.faults.tell)
        session = Session(project, Labels(project.library), jobs, self._memory, self._theme, self)
        shell = Shell(session, tuple(self._commands.values()), KEYS, self._entries)
        self.shell = shell
        menu = QMenu(shell)
        for name in MENU:
            menu.addAction(self._commands[name]) if name else menu.addSeparator()
        shell.rail.menu_button.setMenu(menu)
        shell.status.rescue_wanted.connect(self._rescue)
        self._stack.addWidget(shell)
        self._stack.setCurrentWidget(shell)
        self.setWindowTitle(f"{project.settings.title} – kizdesk")
        self._fold()
        self._enable()
        shell.begin()

    def close_project(self) -> bool:
        """Close the open project; False if it stays open because something is not saved or still runs."""
        shell = self.shell
        if shell is None:
            return True
        session = shell.session
        session.leaving.emit()
        if not self._may_leave(session):
            return False
        shell.end()
        self.project_leaving.emit(session.project)
        session.jobs.close()
        if session.attempt(partial(self._close, session)) is None:
            return False
        self.shell = None
        self._stack.setCurrentWidget(self._start)
        self._stack.removeWidget(shell)
        shell.deleteLater()
        session.deleteLater()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail in a narrow window."""
        super().resizeEvent(event)
        self._fold()

    def _close(self, session: Session) -> bool:
        session.project.close()
        session.end()
        return True

    def _may_leave(self, session: Session) -> bool:
        if session.jobs.shown and not self._ask_jobs():
            return False
        project = session.project
        if project.read_only or project.flush(_FLUSH_SECONDS):
            return True
        fault = project.save_state.fault or self.tr("Das Speichern dauert noch an. Bitte warten Sie einen Augenblick.")
        session.say(fault, kind="problem", action=self.tr("Unter anderem Namen speichern …"), act=self._rescue)
        return False

    def _ask_jobs(self) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle("kizdesk")
        box.setText(self.tr("Die Ausgabe läuft noch"))
        box.addButton(self.tr("Abwarten"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Abbrechen und schließen"), QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        return box.clickedButton() is leave

    def _fold(self) -> None:
        if self.shell is not None:
            self.shell.rail.fold(narrow=self.width() < self._theme.sizes.rail_folds_below)

    def _enable(self) -> None:
        for name, action in self._commands.items():
            action.setEnabled(self.shell is not None or name in ("new", "open", "about", "quit"))
        for name in ("new", "open"):
            self._commands[name].setEnabled(self.shell is not None)

    def _save(self) -> None:
        if self.shell is not None:
            session = self.shell.session
            session.leaving.emit()
            if session.project.flush(_FLUSH_SECONDS):
                session.say(self.tr("Alles ist gespeichert"))

    def _undo(self) -> None:
        if self.shell is not None:
            self.shell.session.undo()

    def _redo(self) -> None:
        if self.shell is not None:
            self.shell.session.redo()

    def _find(self) -> None:
        if self.shell is not None:
            self.shell.find_here()

    def _search(self) -> None:
        if self.shell is not None:
            self.shell.palette_panel.ask()

    def _output(self) -> None:
        if self.shell is not None:
            self.shell.session.open("output.export")

    def _message(self) -> None:
        if self.shell is not None:
            self.shell.said.take_focus()

    def _help(self) -> None:
        if self.shell is not None:
            self.shell.show_help()

    def _verify(self) -> None:
        if self.shell is not None:
            session = self.shell.session
            session.jobs.run(partial(_verify, session.project), self._say_verified, label=self.tr("Datei wird geprüft"),
                key="verify", failed=self._say_failed)  # fmt: skip

    def _say_verified(self, found: list[str]) -> None:
        if self.shell is not None:
            text = " ".join(found) or self.tr("Die Datei ist in Ordnung.")
            self.shell.session.say(text, kind="problem" if found else "info")

    def _say_failed(self, refusal: UserError | EnvironmentFault) -> None:
        if self.shell is not None:
            self.shell.session.say(str(refusal), kind="problem")

    def _save_copy(self) -> None:
        target = self._asked_file(self.tr("Kopie speichern unter"))
        if target is not None and self.shell is not None:
            session = self.shell.session
            session.jobs.run(partial(_backup, session.project, target), self._say_copied,
                label=self.tr("Kopie wird geschrieben"), failed=self._say_failed)  # fmt: skip

    def _say_copied(self, target: Path) -> None:
        if self.shell is not None:
            self.shell.session.say(self.tr("Die Kopie „{name}“ ist geschrieben.").format(name=target.name))

    def _rescue(self) -> None:
        target = self._asked_file(self.tr("Unter anderem Namen speichern"))
        if target is not None and self.shell is not None:
            session = self.shell.session
            session.attempt(partial(session.project.rescue, target))

    def _asked_file(self, title: str) -> Path | None:
        if self.shell is None:
            return None
        here = str(self.shell.session.project.path)
        name, _ = QFileDialog.getSaveFileName(self, title, here, self.tr("Projekte (*.kizdesk)"))
        return Path(name) if name else None

    def _about(self) -> None:
        text = self.tr("kizdesk {version}. Lizenz: EUPL-1.2. Mit Qt und PySide6 (LGPL-3.0), Source Sans (OFL-1.1).")
        QMessageBox.about(self, self.tr("Über kizdesk"), text.format(version=__version__))
