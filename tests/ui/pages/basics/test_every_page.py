"""Show every page of the step for projects that are only read, and for a city without municipalities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.basics.committees import usual_bodies
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.page import Page
from kizdesk.ui.pages.basics.bodies import BodiesPage
from kizdesk.ui.pages.basics.chapters import ChaptersPage
from kizdesk.ui.pages.basics.people import PeoplePage
from kizdesk.ui.pages.basics.places import PlacesCard
from kizdesk.ui.pages.basics.project import ProjectPage
from kizdesk.ui.pages.basics.schedule import SchedulePage
from kizdesk.ui.pages.basics.sources import SourcesPage
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme
from tests.ui.pages.basics.conftest import Show

PAGES = (ProjectPage, PeoplePage, BodiesPage, SchedulePage, ChaptersPage, SourcesPage)


def opened(path: Path, surroundings: Surroundings, theme: Theme, *, read_only: bool) -> Iterator[Session]:
    with OpenProject.open(path, surroundings, read_only=read_only) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(path.parent / "memory.ini"), theme)
        yield session
        session.end()
        session.jobs.close()


@pytest.fixture
def read_session(made_example: Path, ui_surroundings: Surroundings, theme: Theme) -> Iterator[Session]:
    yield from opened(made_example, ui_surroundings, theme, read_only=True)


@pytest.fixture
def city_session(ui_surroundings: Surroundings, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "duesseldorf.kizdesk"
    create(path, NewProject("05111"), ui_surroundings)
    yield from opened(path, ui_surroundings, theme, read_only=False)


@pytest.mark.parametrize("page_type", PAGES)
def test_a_project_that_is_only_read_is_shown_whole(show: Show, read_session: Session, page_type: type[Page]) -> None:
    page = show(page_type, read_session)
    main = page.main_action()
    assert page.heading().title
    assert page.help_text()
    assert main is None or page_type is ChaptersPage or not main.isEnabled()
    named = [line for line in page.findChildren(QLineEdit) if line.isVisible() and not line.objectName()]
    assert all(line.isReadOnly() or line.accessibleName() for line in named)


@pytest.mark.parametrize("page_type", PAGES)
def test_every_page_follows_an_undo(show: Show, empty_session: Session, page_type: type[Page]) -> None:
    page = show(page_type, empty_session)
    page.refresh(())
    assert page.heading().title


def test_a_city_is_asked_for_no_municipalities(show: Show, city_session: Session) -> None:
    page = show(ProjectPage, city_session)
    places = page.findChild(PlacesCard)
    assert isinstance(places, PlacesCard)
    assert places.isHidden()


def test_a_city_has_a_council_and_no_conference_of_mayors(city_session: Session) -> None:
    names = [body.name for body in usual_bodies(city_session.project)]
    assert names == ["Rat der Stadt Düsseldorf", "Sozialausschuss", "Steuerungsgruppe"]
