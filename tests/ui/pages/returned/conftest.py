"""Send forms to eight municipalities once, and open the project in a real window for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.paperwork.forms import guide_sheet
from tests.project.forms.back import REQUIRED, Filling, fill, flattened, sent
from tests.ui.pages.returned.hands import Hands


@dataclass
class Post:
    """Be the forms that were sent, and fill them in."""

    project: Path
    blanks: Mapping[str, bytes]
    folder: Path
    made: list[Path] = field(default_factory=list)

    def back(self, place: str, filling: Filling = REQUIRED, name: str = "", extra: bytes = b"") -> Path:
        """Return the form of a municipality as it came back."""
        return self.file(name or f"Formular {place}.pdf", fill(self.blanks[place], filling) + extra)

    def file(self, name: str, data: bytes) -> Path:
        """Return a file that came by mail."""
        path = self.folder / name
        path.write_bytes(data)
        return path

    def eight(self) -> list[Path]:
        """Return the forms of all eight municipalities, filled in."""
        return [self.back(place) for place in self.blanks]

    def printed(self, place: str = "Neuss", name: str = "Gedruckt.pdf") -> Path:
        """Return a form that was printed to PDF."""
        return self.file(name, flattened(self.blanks[place]))

    def foreign(self) -> Path:
        """Return a form of another project."""
        return self.file("Fremd.pdf", fill(write_sheet(guide_sheet()), REQUIRED))

    def broken(self) -> Path:
        """Return a form of which half arrived."""
        return self.file("Abgebrochen.pdf", fill(self.blanks["Kaarst"], REQUIRED)[:20_000])


@pytest.fixture(scope="session")
def outbox(
    made_empty: Path, ui_surroundings: Surroundings, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Mapping[str, bytes]]:
    """Return a project of which forms were sent, and these."""
    folder = tmp_path_factory.mktemp("outbox")
    path = Path(shutil.copy(made_empty, folder / made_empty.name))
    with OpenProject.open(path, ui_surroundings) as project:
        return path, sent(project, folder / "out", FormWish(offering_blocks=1))


@pytest.fixture
def post(outbox: tuple[Path, Mapping[str, bytes]], tmp_path: Path) -> Post:
    path, blanks = outbox
    (tmp_path / "Eingang").mkdir()
    return Post(Path(shutil.copy(path, tmp_path / path.name)), blanks, tmp_path / "Eingang")


@pytest.fixture
def at(
    post: Post, theme: Theme, ui_surroundings: Surroundings, tmp_path: Path, qtbot: QtBot
) -> Iterator[Callable[..., Hands]]:
    """Return what opens the project in the window, for writing or for reading only."""
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()

    def open_project(*, read_only: bool = False) -> Hands:
        project = OpenProject.open(post.project, ui_surroundings, behind=not read_only, read_only=read_only)
        window.show_project(project)
        return Hands(window, qtbot)

    yield open_project
    if window.shell is not None:
        window.shell.session.jobs.cancel_all()
    window.close()


@pytest.fixture
def hands(at: Callable[..., Hands]) -> Hands:
    return at()
