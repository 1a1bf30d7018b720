"""Put everything together: the application, its look and language, the memory, the starter and the window."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from kizdesk import __version__
from kizdesk.project.apart.here import Place
from kizdesk.ui.collector import Collector
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.scheme import SchemeChoice, shown
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start import opening
from kizdesk.ui.start.page import StartPage
from kizdesk.ui.start.starter import Starter
from kizdesk.ui.tables.copying import leave_clipboard
from kizdesk.ui.theme import Theme, apply

SWITCH_INTERVAL = 0.0005
"""Seconds after which a job must let the window's thread go on."""
_WARM_UP_AFTER = 50
_GET_READY_AFTER = 400
"""Milliseconds after which what the first change needs is loaded: the first page is drawn by then."""
_SHARE_OF_SCREEN = 0.9
"""How much of the screen the window takes in each direction when it is opened for the first time."""


@dataclass(frozen=True, slots=True)
class Start:
    """Say what the program begins with."""

    settings: Path
    documents: Path
    account: str
    platform: str = ""
    project: Path | None = None
    example: Path | None = None
    """Folder of the example project, if that shall be opened."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold what lives as long as the window."""

    application: QApplication
    memory: Memory
    theme: Theme
    jobs: Jobs
    starter: Starter


class Ways(QObject):
    """Lead from the start page into a project and back."""

    def __init__(self, window: MainWindow, page: StartPage, starter: Starter) -> None:
        super().__init__(window)
        self._window = window
        self._page = page
        self._starter = starter
        starter.opened.connect(window.show_project)
        window.project_leaving.connect(starter.note)
        window.project_closed.connect(page.show_home)
        window.new_wanted.connect(self._begin_new)
        window.open_wanted.connect(self._open_file)
        window.recent_wanted.connect(self._open)
        window.name_taken.connect(starter.take_name)

    def _begin_new(self) -> None:
        if self._window.close_project():
            self._page.show_new()

    def _open_file(self) -> None:
        path = self._page.choose_file()
        if path is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        """Close the project first, so that the start page can ask for a passphrase, or say why it cannot be opened."""
        if self._window.close_project():
            self._starter.open(path)


def run(start: Start) -> int:
    """Show the window until it is closed, and return the exit code."""
    parts = assemble(application_on(start.platform), start)
    collector = Collector(parts.application)
    page = StartPage(parts.starter)
    window = MainWindow(parts.memory, parts.theme, page, choice=parts.starter.scheme, apart=elsewhere)
    end_of_catching = window.faults.install()
    parts.jobs.broken.connect(window.faults.tell)
    watch_garbage(collector, window, parts.starter)
    ways = Ways(window, page, parts.starter)
    parts.starter.opened.connect(partial(_get_ready_soon, parts.jobs))
    if parts.memory.geometry.isEmpty():
        window.resize(window.screen().availableSize() * _SHARE_OF_SCREEN)
    window.show()
    page.show_home()
    begin(parts, start)
    code = parts.application.exec()
    ways.deleteLater()
    parts.starter.close()
    parts.jobs.close()
    parts.memory.flush()
    end_of_catching()
    collector.end()
    leave_clipboard(parts.application.clipboard())
    return code


def elsewhere() -> Place:
    """Return the second process for what takes long; the start page stands before its module is loaded."""
    from kizdesk.project.apart.elsewhere import Elsewhere

    return Elsewhere()


def watch_garbage(collector: Collector, window: MainWindow, starter: Starter) -> None:
    """Tell the collector when a project comes and goes, and when nobody does anything."""
    starter.opened.connect(collector.spare)
    window.rested.connect(collector.collect_all)
    window.project_closed.connect(collector.spare_nothing)


def application_on(platform: str) -> QApplication:
    """Return the application on one of Qt's platforms."""
    QApplication.setDesktopFileName("kizdesk")
    return QApplication(["kizdesk", *(("-platform", platform) if platform else ())])


def assemble(application: QApplication, start: Start) -> Parts:
    """Give the application name, language and look, and build what the window needs."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    application.setApplicationName("kizdesk")
    application.setApplicationDisplayName("kizdesk")
    application.setApplicationVersion(__version__)
    speak_german(application)
    memory = Memory(start.settings)
    theme = apply(application, shown(memory.scheme, application.styleHints()), memory.scale)
    application.setWindowIcon(theme.icon("map", "primary"))
    scheme = SchemeChoice(theme, memory, application.styleHints(), application)
    jobs = Jobs(application)
    starter = Starter(jobs, memory, theme, scheme, start.documents, start.account, _now, application)
    return Parts(application, memory, theme, jobs, starter)


def speak_german(application: QApplication) -> None:
    """Write dates, numbers and Qt's own buttons in German, whatever the machine speaks."""
    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    QLocale.setDefault(german)
    translator = QTranslator(application)
    if translator.load("qtbase_de", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def begin(parts: Parts, start: Start) -> None:
    """Open what was named, or load what opening needs as soon as the start page stands."""
    if start.project is not None:
        parts.starter.open(start.project)
    elif start.example is not None:
        parts.starter.open_example(start.example)
    else:
        QTimer.singleShot(_WARM_UP_AFTER, parts.jobs, partial(_warm_up, parts.jobs))


def _warm_up(jobs: Jobs) -> None:
    jobs.run(opening.warm_up, _done)


def _get_ready_soon(jobs: Jobs, _: object) -> None:
    QTimer.singleShot(_GET_READY_AFTER, jobs, partial(_get_ready, jobs))


def _get_ready(jobs: Jobs) -> None:
    jobs.run(opening.get_ready, _done)


def _done(_: None) -> None:
    """Need nothing of what was loaded."""


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
