"""Give every test of the window a theme and real projects, and let no window be forgotten."""

from __future__ import annotations

import gc
import itertools
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.example import create_example
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.session import Session
from kizdesk.ui.tables.copying import leave_clipboard
from kizdesk.ui.theme import Theme, apply

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    moments = itertools.count()
    return lambda: START + timedelta(seconds=next(moments))


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"neu-{next(numbers)}"


@pytest.fixture(scope="session")
def ui_surroundings() -> Surroundings:
    library = Library(resources_dir(), forms_dir())
    return Surroundings(library=library, clock=ticking(), new_id=counting(), who="Erika Muster")


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return apply(qapp)


@pytest.fixture(scope="session")
def made_example(ui_surroundings: Surroundings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create_example(tmp_path_factory.mktemp("example"), ui_surroundings)


@pytest.fixture(scope="session")
def made_empty(ui_surroundings: Surroundings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "neuss.kizdesk"
    create(path, NewProject("05162"), ui_surroundings)
    return path


@pytest.fixture(scope="session", autouse=True)
def _clipboard_left(qapp: QApplication) -> Iterator[None]:
    """End as the program does: nothing that Python made stays in the clipboard."""
    yield
    leave_clipboard(qapp.clipboard())


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Let no job collect widgets in its own thread, as the program does (see kizdesk.ui.collector)."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def _no_forgotten_windows(qapp: QApplication) -> Iterator[None]:
    before = set(qapp.topLevelWidgets())
    yield
    forgotten = [widget for widget in qapp.topLevelWidgets() if widget not in before and widget.isVisible()]
    for widget in forgotten:
        widget.hide()
    assert not forgotten, f"windows left open: {forgotten}"


def _session(made: Path, folder: Path, surroundings: Surroundings, theme: Theme) -> Iterator[Session]:
    path = Path(shutil.copy(made, folder / made.name))
    with OpenProject.open(path, surroundings) as project:
        opened = Session(project, Labels(project.library), Jobs(), Memory(folder / "memory.ini"), theme)
        yield opened
        opened.end()
        opened.jobs.close()


@pytest.fixture(scope="module")
def example_session(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Session]:
    """Return the session of the example project, opened once per module as a copy."""
    yield from _session(made_example, tmp_path_factory.mktemp("copy"), ui_surroundings, theme)


@pytest.fixture
def empty_session(made_empty: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    """Return the session of a new project of the Rhein-Kreis Neuss."""
    yield from _session(made_empty, tmp_path, ui_surroundings, theme)
