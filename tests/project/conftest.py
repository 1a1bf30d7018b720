"""Give the tests a project of their own, with time and ids that are handed in."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.example import create_example
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings

START = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


def ticking() -> Callable[[], datetime]:
    moments = itertools.count()
    return lambda: START + timedelta(minutes=next(moments))


def counting() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"neu-{next(numbers)}"


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(resources_dir(), forms_dir())


@pytest.fixture(scope="session")
def library_surroundings(library: Library) -> Surroundings:
    """Return surroundings for files that many tests only read."""
    return Surroundings(library=library, clock=ticking(), new_id=counting(), who="Erika Muster")


@pytest.fixture
def surroundings(library: Library) -> Surroundings:
    return Surroundings(library=library, clock=ticking(), new_id=counting(), who="Erika Muster")


@pytest.fixture(scope="session")
def _new(library_surroundings: Surroundings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "neuss.kizdesk"
    create(path, NewProject("05162"), library_surroundings)
    return path


@pytest.fixture(scope="session")
def _example(library_surroundings: Surroundings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return create_example(tmp_path_factory.mktemp("made"), library_surroundings)


@pytest.fixture
def project(_new: Path, tmp_path: Path, surroundings: Surroundings) -> Iterator[OpenProject]:
    """Return a new project of the Rhein-Kreis Neuss."""
    shutil.copy(_new, tmp_path / "neuss.kizdesk")
    with OpenProject.open(tmp_path / "neuss.kizdesk", surroundings) as opened:
        yield opened


@pytest.fixture
def example(_example: Path, tmp_path: Path, surroundings: Surroundings) -> Iterator[OpenProject]:
    """Return the example project with its frozen version."""
    shutil.copy(_example, tmp_path / "beispiel.kizdesk")
    with OpenProject.open(tmp_path / "beispiel.kizdesk", surroundings) as opened:
        yield opened
