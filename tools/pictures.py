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
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kizdesk.domain.changes import Create
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Municipality
from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.example import create_example
from kizdesk.project.guides.questions import drop_question, set_question
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.course import course
from kizdesk.project.stocktaking.planning import plan
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.app import speak_german
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory, Recent
from kizdesk.ui.pages.forms.returned_files import RETURNED, packed
from kizdesk.ui.pages.forms.sent import FormsPage
from kizdesk.ui.pages.interview.scan.desk import ScanDesk
from kizdesk.ui.scheme import SchemeChoice
from kizdesk.ui.session import Session
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.district_field import DistrictField
from kizdesk.ui.start.home import HomePage
from kizdesk.ui.start.opening import districts
from kizdesk.ui.start.page import StartPage
from kizdesk.ui.start.starter import Starter
from kizdesk.ui.tables import TableView
from kizdesk.ui.theme import Theme, apply
from kizdesk.ui.widgets.choices import SegmentedChoice
from tests.project.forms.back import silent
from tools.house_places import house_places
from tools.looks import LOOKS
from tools.paper_places import paper_places
from tools.returned_forms import keep_printed, sent_forms, write_returned
from tools.second_laptop import write_copy

PROJECTS = ("beispiel", "leer")
_RUNNER = "interview.runner"
"""Drawn with an interview."""
_PANELS_OVER = "stocktaking.matrix"
"""The page under what lies over pages: something is missing on it in the example and in an empty project."""
_VIEWS = ("Ansicht", "Liste", "Teil")
"""What choices between the views of a page are called."""
_START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
_RECENT = (
    ("Integrationskonzept für den Kreis Warendorf", "Bestandsaufnahme: 4 von 13 Kommunen"),
    ("Integrationskonzept für den Rhein-Kreis Neuss (Beispiel)", "Fassung 1 vom 19.02.2013, seitdem unverändert"),
    ("Fortschreibung des Integrationskonzepts für den Rheinisch-Bergischen Kreis", "8 von 8 Kommunen zur Fassung 3"),
)
_STEP_MS = 60
_MOST_STEPS = 100
_CHANGED = 2
"""The place of the changed interview in the list of a second laptop, after the new ones."""


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
    calm = 0
    for _ in range(_MOST_STEPS):
        rest()
        calm = 0 if shell.session.jobs.is_busy or shell.care.is_due else calm + 1
        if calm > 1:
            return


def rest() -> None:
    """Let the window work for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(_STEP_MS, loop.quit)
    loop.exec()


class Painter:
    """Draw one project in one look."""

    def __init__(self, window: MainWindow, shell: Shell, out: Path, look: str) -> None:
        self._window = window
        self._shell = shell
        self._out = out
        self._look = look

    def draw(self, only: str) -> None:
        """Draw what begins so: pages, their further states, and what lies over them."""
        self.pages(only)
        states = (
            ("interview", self.interviews),
            ("stocktaking.forms", self.forms),
            ("stocktaking.merge", self.merge),
            ("forms.returned", self.returned),
            ("stocktaking.guide", self.guide),
            ("output.papers", partial(self.places, "output.papers", paper_places)),
            ("output.house", partial(self.places, "output.house", house_places)),
            ("fenster", self.panels),
        )
        for key, keep_states in states:
            if key.startswith(only) or only.startswith(key):
                keep_states()

    def pages(self, only: str) -> None:
        """Draw the pages whose keys begin so."""
        for entry in self._shell.navigator.entries:
            if entry.key.startswith(only) and entry.key != _RUNNER:
                self._shell.navigator.show(entry.key)
                self.keep(entry.key)
                self._views(entry.key)

    def interviews(self) -> None:
        """Draw a question of every type; in a project without interviews plan one and draw its beginning."""
        session = self._shell.session
        held = session.project.snapshot.all(Interview)
        if not held:
            places = session.project.snapshot.all(Municipality)
            begun = plan(session.project, [places[0].id])[0].id
            session.open(_RUNNER, begun)
            self.keep("interview.runner.beginn")
            return
        for name, key in interview_stops(session.project, held[1].id).items():
            session.open(_RUNNER, f"{held[1].id}#{key}")
            self.keep(f"interview.runner.{name}")

    def forms(self) -> None:
        """Draw the form that asks what shall be written, and the list of what is on its way, overdue and back."""
        session = self._shell.session
        session.open("stocktaking.forms")
        page = self._shell.navigator.page
        if isinstance(page, FormsPage):
            page.begin()
            self.keep("stocktaking.forms.wunsch")
            page.go_back()
            session.project.commit("Formulare ausgeben", *map(Create, sent_forms(session.project)))
            self.keep("stocktaking.forms.liste")

    def merge(self) -> None:
        """Draw the page that takes interviews over, before a file is chosen and with the copy of a second laptop."""
        session = self._shell.session
        session.open("stocktaking.merge")
        self.keep("stocktaking.merge")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "Laptop Beratung.kizdesk"
            write_copy(session.project, path, surroundings())
            session.open("stocktaking.merge", str(path))
            self.keep("stocktaking.merge.datei")
            for table in self._window.findChildren(TableView, "merge-interviews"):
                if table.rows.rowCount() > _CHANGED:
                    table.setCurrentIndex(table.rows.index(_CHANGED, 0))
                    self.keep("stocktaking.merge.abweichend")

    def returned(self) -> None:
        """Draw forms of every kind that came back, and the printed one beside the questions of an interview."""
        session = self._shell.session
        with tempfile.TemporaryDirectory() as folder:
            post = write_returned(session.project, Path(folder))
            session.open(RETURNED, packed(post.paths))
            self.keep("forms.returned.dateien")
            for table in self._window.findChildren(TableView, "returned-files"):
                for number in range(table.rows.rowCount()):
                    table.setCurrentIndex(table.rows.index(number, 0))
                    self.keep(f"forms.returned.datei-{number + 1}")
            interview_id = keep_printed(session.project, post)
        session.open(_RUNNER, f"{interview_id}#{interview_stops(session.project, interview_id)['langtext']}")
        self.keep("interview.runner.vorlage-angeboten")
        for desk in self._window.findChildren(ScanDesk):
            desk.toggle()
            self.keep("interview.runner.vorlage")
            desk.toggle()

    def guide(self) -> None:
        """Draw a question with a choice, one that is changed, and the versions with their differences."""
        session = self._shell.session
        set_question(session.project, "b05", "text", "Welche dieser Behörden hat Ihre Kommune?")
        drop_question(session.project, "b06")
        for name, place in (("frage", "b05"), ("entfallen", "b06"), ("fassungen", "fassungen")):
            session.open("stocktaking.guide", place)
            self.keep(f"stocktaking.guide.{name}")

    def places(self, key: str, found: Callable[[Session], Iterable[str]]) -> None:
        """Draw what a page shows one after the other."""
        for name in found(self._shell.session):
            self.keep(f"{key}.{name}")

    def panels(self) -> None:
        """Draw what lies over a page on which something is missing."""
        shell = self._shell
        shell.navigator.show(_PANELS_OVER)
        panels: tuple[tuple[str, Callable[[], object], QWidget], ...] = (
            ("hilfe", shell.show_help, shell.help_panel),
            ("suche", shell.palette_panel.ask, shell.palette_panel),
            ("sicherungen", shell.backups_panel.ask, shell.backups_panel),
            ("fehlt", shell.list_missing, shell.missing_panel),
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

    def _views(self, key: str) -> None:
        """Draw the other views of a page, and leave it on the first."""
        for choice in self._window.findChildren(SegmentedChoice):
            if choice.isVisible() and choice.accessibleName() in _VIEWS:
                segments = choice.findChildren(QPushButton)
                for segment in segments[1:]:
                    segment.click()
                    self.keep(f"{key}.{segment.text().lower().replace(' ', '-')}")
                segments[0].click()
                return

    def keep(self, name: str) -> None:
        """Draw the window as it is now."""
        settle(self._shell)
        save(self._window, self._out / f"{name}-{self._look}.png")


def save(window: QWidget, path: Path) -> None:
    """Draw a window into a file."""
    picture: QPixmap = window.grab()
    picture.save(str(path))


def interview_stops(project: OpenProject, interview_id: str) -> dict[str, str]:
    """Return a stop for every type of question and for every head, by a name."""
    way = course(project, interview_id)
    found: dict[str, str] = {}
    for place in way.places:
        name = f"liste-{place.section_id}" if place.is_head else way.question(place).type.value
        found.setdefault(name, place.key)
    return found


def draw_start(window_size: tuple[int, int], theme: Theme, folder: Path, out: Path, look: str) -> None:
    """Draw the start page without and with projects, a refusal, and the page of a new project."""
    memory, jobs = Memory(folder / "start.ini"), Jobs()
    choice = SchemeChoice(theme, memory, QGuiApplication.styleHints())
    starter = Starter(jobs, memory, theme, choice, folder, "Erika Muster", _now)
    page = StartPage(starter)
    window = MainWindow(memory, theme, page)
    window.resize(*window_size)
    window.show()

    def keep(name: str) -> None:
        for _ in range(_MOST_STEPS):
            rest()
            if not jobs.is_busy:
                break
        rest()
        save(window, out / f"start.{name}-{look}.png")

    page.show_home()
    keep("leer")
    for number, (title, state) in enumerate(_RECENT):
        path = folder / f"Projekt {number + 1}.kizdesk"
        if number < len(_RECENT) - 1:
            path.write_bytes(b"")
        memory.remember_recent(Recent(path, title, state, _now() - timedelta(days=len(_RECENT) - number)))
    page.findChildren(HomePage)[0].show_recent()
    page.show_home()
    keep("projekte")
    page.take_files([Path("Bericht.docx")])
    keep("absage")
    page.show_new()
    keep("neu")
    for field in page.findChildren(DistrictField):
        found = next(it for it in districts(silent) if it.ags == "05162")
        field.choose(found)
    keep("neu-gewaehlt")
    window.close()
    jobs.close()


def _now() -> datetime:
    return _START


def draw(look_name: str, out: Path, only: str) -> None:
    """Draw both projects in one look."""
    look = LOOKS[look_name]
    application = QApplication([])
    speak_german(application)
    theme: Theme = apply(application, look.scheme, look.type_scale)
    entries = [entry for entry in PAGES if is_built(entry)]
    with tempfile.TemporaryDirectory() as folder:
        if "start".startswith(only) or only.startswith("start"):
            out.joinpath(PROJECTS[0]).mkdir(parents=True, exist_ok=True)
            draw_start((look.width, look.height), theme, Path(folder), out / PROJECTS[0], look_name)
            if only:
                return
        for name, path in _projects(Path(folder)).items():
            target = out / name
            target.mkdir(parents=True, exist_ok=True)
            window = MainWindow(Memory(Path(folder) / f"{name}.ini"), theme, QWidget(), entries)
            window.resize(look.width, look.height)
            window.show()
            window.show_project(OpenProject.open(path, surroundings(), behind=True))
            if window.shell is not None:
                painter = Painter(window, window.shell, target, look_name)
                painter.draw(only)
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
