"""Give the tests of forms a small real project and the session of a window."""

from __future__ import annotations

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
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme, apply

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    moments = itertools.count()
    return lambda: START + timedelta(minutes=next(moments))


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"neu-{next(numbers)}"


@pytest.fixture(scope="session")
def surroundings() -> Surroundings:
    library = Library(resources_dir(), forms_dir())
    return Surroundings(library=library, clock=ticking(), new_id=counting(), who="Erika Muster")


@pytest.fixture(scope="session")
def _made(surroundings: Surroundings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "neuss.kizdesk"
    create(path, NewProject("05162"), surroundings)
    return path


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return apply(qapp)


@pytest.fixture
def path(_made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_made, tmp_path / "neuss.kizdesk"))


def session_of(project: OpenProject, theme: Theme, folder: Path) -> Session:
    return Session(project, Labels(project.library), Jobs(), Memory(folder / "memory.ini"), theme)


@pytest.fixture
def session(path: Path, surroundings: Surroundings, theme: Theme) -> Iterator[Session]:
    """Return the session of a new project of the Rhein-Kreis Neuss."""
    with OpenProject.open(path, surroundings) as project:
        opened = session_of(project, theme, path.parent)
        yield opened
        opened.end()
        opened.jobs.close()
