"""Draw every page of the window into a folder, with an index to look at: ``python -m tools.pictures OUT [--only KEY]``.

Each look is drawn by a process of its own; 150 % is real. Pages that are not built yet are named and left out.
"""

from __future__ import annotations

import argparse
import html
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.basics import NewProject, create
from kizdesk.project.example import create_example
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.app import speak_german
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme, apply

PROJECTS = ("beispiel", "leer")
_START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_STEP_MS = 60
_MOST_STEPS = 100


@dataclass(frozen=True)
class Look:
    """Be one way the window is shown; width and height are logical pixels."""

    width: int
    height: int
    scheme: str = "light"
    type_scale: float = 1.0
    factor: str = "1"


LOOKS = {
    "1366": Look(1366, 768),
    "1920": Look(1920, 1080),
    "dunkel": Look(1366, 768, scheme="dark"),
    "schrift115": Look(1366, 768, type_scale=1.15),
    "150": Look(1280, 720, factor="1.5"),
}


def surroundings() -> Surroundings:
    """Return surroundings whose time and ids are always the same."""
    minutes, numbers = itertools.count(), itertools.count(1)
    return Surroundings(
        library=Library(resources_dir(), forms_dir()),
        clock=lambda: _START + timedelta(minutes=next(minutes)),
        new_id=lambda: f"neu-{next(numbers)}",
        who="Erika Muster",
    )


def is_built(entry: PageEntry) -> bool:
    """Tell whether the module of a page exists."""
    package, _, _ = entry.place.partition(".")
    if find_spec(f"kizdesk.ui.pages.{package}") is None:
        return False
    return find_spec(f"kizdesk.ui.pages.{entry.place.partition(':')[0]}") is not None


def settle(shell: Shell) -> None:
    """Wait until nothing works any more and layouts are at rest."""
    for step in range(_MOST_STEPS):
        loop = QEventLoop()
        QTimer.singleShot(_STEP_MS, loop.quit)
        loop.exec()
        if step and not shell.session.jobs.is_busy and not shell.care.is_due:
            return


class Painter:
    """Draw one project in one look."""

    def __init__(self, window: MainWindow, shell: Shell, out: Path, look: str) -> None:
        self._window = window
        self._shell = shell
        self._out = out
        self._look = look

    def pages(self, only: str) -> None:
        """Draw the pages whose keys begin so."""
        for entry in self._shell.navigator.entries:
            if entry.key.startswith(only) and (not entry.hidden or entry.key == "record.log"):
                self._shell.navigator.show(entry.key)
                self.keep(entry.key)

    def panels(self) -> None:
        """Draw what lies over a page."""
        shell = self._shell
        panels: tuple[tuple[str, Callable[[], object], QWidget], ...] = (
            ("hilfe", shell.show_help, shell.help_panel),
            ("suche", shell.palette_panel.ask, shell.palette_panel),
            ("sicherungen", shell.backups_panel.ask, shell.backups_panel),
            ("name", shell.name_panel.ask, shell.name_panel),
            ("ueber", self._window.about_panel.ask, self._window.about_panel),
        )
        for name, ask, panel in panels:
            ask()
            self.keep(f"fenster.{name}")
            panel.hide()
        shell.session.say_done("8 Antworten übernommen")
        self.keep("fenster.meldung")
        shell.session.say("Die Datei kann nicht geschrieben werden. Bitte prüfen Sie den Datenträger.", kind="problem")
        self.keep("fenster.problem")

    def keep(self, name: str) -> None:
        """Draw the window as it is now."""
        settle(self._shell)
        picture: QPixmap = self._window.grab()
        picture.save(str(self._out / f"{name}-{self._look}.png"))


def draw(look_name: str, out: Path, only: str) -> None:
    """Draw both projects in one look."""
    look = LOOKS[look_name]
    application = QApplication([])
    speak_german(application)
    theme: Theme = apply(application, look.scheme, look.type_scale)
    entries = [entry for entry in PAGES if is_built(entry)]
    with tempfile.TemporaryDirectory() as folder:
        for name, path in _projects(Path(folder)).items():
            target = out / name
            target.mkdir(parents=True, exist_ok=True)
            window = MainWindow(Memory(Path(folder) / f"{name}.ini"), theme, QWidget(), entries)
            window.resize(look.width, look.height)
            window.show()
            window.show_project(OpenProject.open(path, surroundings(), behind=True))
            if window.shell is not None:
                painter = Painter(window, window.shell, target, look_name)
                painter.pages(only)
                if not only or only == "fenster":
                    painter.panels()
            window.close()


def write_index(out: Path) -> None:
    """Write a page that shows all pictures, page by page."""
    lines = ["<!doctype html><html lang='de'><meta charset='utf-8'><title>Seiten</title>"]
    for project in PROJECTS:
        lines.append(f"<h1>{project}</h1>")
        for picture in sorted((out / project).glob("*.png")):
            name = html.escape(picture.stem)
            lines.append(f"<h2>{name}</h2><img style='max-width:100%' src='{project}/{html.escape(picture.name)}'>")
    (out / "index.html").write_text("\n".join([*lines, "</html>", ""]), encoding="utf-8")


def main() -> int:
    """Draw every look in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="key of a page, or its beginning; fenster for what lies over pages")
    parser.add_argument("--look", choices=sorted(LOOKS), action="append", help="only this look; may be repeated")
    parser.add_argument("--draw", action="store_true", help="draw in this very process")
    wish = parser.parse_args()
    looks = wish.look or list(LOOKS)
    if wish.draw:
        draw(looks[0], wish.out, wish.only)
        return 0
    for entry in PAGES:
        if not is_built(entry):
            print(f"{entry.key}: noch nicht gebaut, ausgelassen")
    failed = [look for look in looks if _run(look, wish.out, wish.only)]
    write_index(wish.out)
    return 1 if failed else 0


def _run(look: str, out: Path, only: str) -> int:
    command = [sys.executable, "-m", "tools.pictures", str(out), "--draw", "--look", look, f"--only={only}"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": LOOKS[look].factor}
    return subprocess.run(command, env=environment, check=False).returncode


def _projects(folder: Path) -> dict[str, Path]:
    empty = folder / "leer.kizdesk"
    create(empty, NewProject("05162"), surroundings())
    return dict(zip(PROJECTS, (create_example(folder, surroundings()), empty), strict=True))


if __name__ == "__main__":
    sys.exit(main())
