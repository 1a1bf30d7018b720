"""Be what the window shows while no project is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.jobs import Job
from kizdesk.ui.shell.help_panel import HelpPanel
from kizdesk.ui.start.helping import HOME, NEW, WINDOW_KEYS
from kizdesk.ui.start.home import PURPOSE, HomePage
from kizdesk.ui.start.new_project import NewProjectPage
from kizdesk.ui.start.opening import Request
from kizdesk.ui.start.starter import Starter
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.progress import ProgressLine

_ENDING = ".kizdesk"
_PATIENCE = 300
"""Milliseconds that an opening may take before it shows its progress."""
_PARTS = 100


class StartPage(QWidget):
    """Show the projects of this machine or the page for a new one, and take a file that is dropped anywhere."""

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._pages = QStackedWidget()
        self._home = HomePage(starter)
        self._new: NewProjectPage | None = None
        self._progress = ProgressLine()
        self._told = MessageBar(starter.theme)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._help = button(self.tr("Hilfe   F1"), kind="rail", name="show-help")
        self._build()
        self.help_panel = HelpPanel(starter.theme, WINDOW_KEYS, self)
        self._connect()

    def show_home(self) -> None:
        """Show the projects of this machine."""
        self._pages.setCurrentWidget(self._home)
        self._home.take_focus()

    def show_new(self) -> None:
        """Show the page for a new project; it is built when it is first asked for."""
        if self._new is None:
            self._new = NewProjectPage(self._starter)
            self._new.left.connect(self.show_home)
            self._pages.addWidget(self._new)
        self._pages.setCurrentWidget(self._new)
        self._new.begin()

    def choose_file(self) -> Path | None:
        """Ask which project to open; None if somebody thought better of it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Projekt öffnen"), str(self._starter.documents), self.tr("Projekte (*.kizdesk)")
        )
        return Path(name) if name else None

    def ask_file(self) -> None:
        """Ask which project to open, and open it."""
        path = self.choose_file()
        if path is not None:
            self._starter.open(path)

    def show_help(self) -> None:
        """Show what can be done here, and by which keys."""
        self.help_panel.ask_for(HOME if self._pages.currentWidget() is self._home else NEW)

    def ask_name(self) -> None:
        """Ask for the name of who works here."""
        self.show_home()
        self._home.ask_name()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a project that is dropped; say a sentence about any other file."""
        event.acceptProposedAction()
        self.take_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def take_files(self, files: list[Path]) -> None:
        """Open the first project among files, or say what is missing."""
        project = next((path for path in files if path.suffix.lower() == _ENDING), None)
        if project is not None:
            self._starter.open(project)
            return
        self.show_home()
        name = files[0].name if files else ""
        told = self.tr("„{name}“ ist kein Projekt. Bitte eine Datei mit der Endung .kizdesk hierher ziehen.")
        self._home.show_refusal(None, told.format(name=name))

    def _build(self) -> None:
        self.setAcceptDrops(True)
        sizes = self._starter.theme.sizes
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._brand())
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._pages.addWidget(self._home)
        column.addWidget(self._pages, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(sizes.margin, 0, sizes.margin, sizes.padding)
        foot.addWidget(self._told)
        foot.addWidget(self._progress)
        column.addLayout(foot)
        outer.addLayout(column, 1)
        self._progress.hide()
        self._progress.allow_cancel(allowed=False)

    def _brand(self) -> QFrame:
        sizes = self._starter.theme.sizes
        brand = QFrame()
        brand.setProperty("ground", "rail")
        brand.setFixedWidth(sizes.rail)
        column = QVBoxLayout(brand)
        column.setContentsMargins(sizes.padding, sizes.margin, sizes.padding, sizes.margin)
        column.setSpacing(sizes.gap_small)
        column.addWidget(label("kizdesk", "rail_title"))
        column.addWidget(label(self.tr(PURPOSE), "rail_text"))
        column.addStretch(1)
        self._help.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self._help)
        return brand

    def _connect(self) -> None:
        starter = self._starter
        starter.busy.connect(self._show_busy)
        starter.settled.connect(self._show_settled)
        starter.locked.connect(self._ask_passphrase)
        starter.refused.connect(self._refuse)
        starter.restored.connect(self._tell)
        starter.jobs.refused.connect(self._tell_refusal)
        self._wait.timeout.connect(self._progress.show)
        self._home.new_wanted.connect(self.show_new)
        self._home.file_wanted.connect(self.ask_file)
        self._help.clicked.connect(self.show_help)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.help_panel).activated.connect(self.help_panel.leave)

    def _show_busy(self, job: Job) -> None:
        self._home.clear_messages()
        self.setCursor(Qt.CursorShape.BusyCursor)
        self._progress.show_progress(job.label)
        job.progressed.connect(self._show_progress)
        if self._new is not None:
            self._new.set_busy(busy=True)
        self._wait.start()

    def _show_progress(self, text: str, share: float) -> None:
        self._progress.show_progress(text, round(share * _PARTS), _PARTS)

    def _show_settled(self) -> None:
        self._wait.stop()
        self._progress.hide()
        self.unsetCursor()
        if self._new is not None:
            self._new.set_busy(busy=False)

    def _ask_passphrase(self, request: Request, wrong: str) -> None:
        self._pages.setCurrentWidget(self._home)
        self._home.ask_passphrase(request, wrong)

    def _refuse(self, request: Request, error: UserError | EnvironmentFault) -> None:
        if request.wish is not None and self._new is not None:
            self._new.show_refusal(str(error))
        else:
            self._pages.setCurrentWidget(self._home)
            self._home.show_refusal(request, error)

    def _tell_refusal(self, error: UserError | EnvironmentFault) -> None:
        self._told.say(str(error), "problem")

    def _tell(self, sentence: str) -> None:
        self._told.say(sentence, "done")
