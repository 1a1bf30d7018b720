"""Give the tests of forms their page in a window, a calendar that can be turned, and ears."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.forms.sent import FormsPage
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme
from tests.ui.pages.showing import Ears, Show


class Calendar:
    """Be a clock that stands on a day until it is set to another one."""

    def __init__(self) -> None:
        self._seconds = itertools.count()
        self.day = date(2026, 1, 5)

    def __call__(self) -> datetime:
        """Return the moment."""
        start = datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)
        return start + timedelta(seconds=next(self._seconds))


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def dated(
    made_empty: Path, ui_surroundings: Surroundings, calendar: Calendar, theme: Theme, tmp_path: Path
) -> Iterator[Session]:
    """Return the session of a new project of the Rhein-Kreis Neuss, on the day of the calendar."""
    numbers = itertools.count(1)
    made = Surroundings(ui_surroundings.library, calendar, lambda: f"neu-{next(numbers)}", "Erika Muster")
    path = Path(shutil.copy(made_empty, tmp_path / made_empty.name))
    with OpenProject.open(path, made) as project:
        opened = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        yield opened
        opened.end()
        opened.jobs.close()


@pytest.fixture
def ears(dated: Session) -> Ears:
    return Ears(dated)


@pytest.fixture
def page(dated: Session, show: Show, qtbot: QtBot) -> Iterator[FormsPage]:
    made = FormsPage(dated)
    show(made)
    yield made
    qtbot.waitUntil(lambda: not dated.jobs.is_busy, timeout=20_000)


@pytest.fixture
def folder(dated: Session) -> Path:
    return dated.project.path.parent / "Formulare"
