"""Give the tests a project of their own, with time and ids that are handed in."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.basics import NewProject, begin, first_records
from kizdesk.project.example import fill
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


@pytest.fixture
def project(tmp_path: Path, surroundings: Surroundings) -> Iterator[OpenProject]:
    """Return a new project of the Rhein-Kreis Neuss."""
    with OpenProject.create(tmp_path / "neuss.kizdesk", surroundings) as opened:
        begin(opened, list(first_records(NewProject("05162"), surroundings.library)))
        yield opened


@pytest.fixture
def example(tmp_path: Path, surroundings: Surroundings) -> Iterator[OpenProject]:
    """Return the example project with its frozen version."""
    with OpenProject.create(tmp_path / "beispiel.kizdesk", surroundings) as opened:
        fill(opened)
        yield opened
