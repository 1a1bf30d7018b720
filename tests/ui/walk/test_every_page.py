"""Walk over every page of the window, with the example and with an empty project."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Municipality
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.course import course
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.memory import Memory
from kizdesk.ui.page import Page
from kizdesk.ui.session import Session
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.scroll import ScrollPage
from tests.ui.walk.looking import cut, nameless, overlapping, stops

RUNNER = "interview.runner"
KEYS = [*(entry.key for entry in PAGES if entry.key != RUNNER), RUNNER]
"""The runner comes last: it needs an interview, which an empty project then has."""
_REST_MS, _MOST_RESTS = 10, 30
LOOKS = {"1366": (1366, 768, 1.0), "wide": (1366, 768, 1.15), "150": (1280, 720, 1.0), "1920": (1920, 1080, 1.0)}


@pytest.fixture(scope="module", params=["example", "empty"])
def window(
    request: pytest.FixtureRequest,
    made_example: Path,
    made_empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
    theme: Theme,
    ui_surroundings: Surroundings,
) -> Iterator[MainWindow]:
    source = made_example if request.param == "example" else made_empty
    path = Path(shutil.copy(source, tmp_path_factory.mktemp("walk") / source.name))
    made = MainWindow(Memory(path.with_suffix(".ini")), theme, QLabel("Start"))
    made.resize(1366, 768)
    made.show()
    made.show_project(OpenProject.open(path, ui_surroundings))
    yield made
    theme.choose("light", 1.0)
    made.close()


def _shown(window: MainWindow, key: str, qtbot: QtBot) -> Page:
    assert window.shell is not None
    session = window.shell.session
    if key == RUNNER:
        session.open(key, _interview(session).id)
    else:
        session.open(key)
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=20_000)
    page = window.shell.navigator.page
    assert page is not None
    return page


def _interview(session: Session) -> Interview:
    snapshot = session.project.snapshot
    held = snapshot.all(Interview)
    return held[0] if held else add_interview(session.project, snapshot.all(Municipality)[0].id)


@pytest.mark.parametrize("key", KEYS)
def test_every_control_has_a_name(window: MainWindow, key: str, qtbot: QtBot) -> None:
    _shown(window, key, qtbot)
    assert nameless(window) == []


@pytest.mark.parametrize("key", KEYS)
def test_the_tab_key_follows_the_order_of_reading(window: MainWindow, key: str, qtbot: QtBot) -> None:
    page = _shown(window, key, qtbot)
    found = stops(window, _first_step(window))
    places = ["rail", "head", "page", "foot"]
    order = [_region(window, page, stop) for stop in found]
    order = [place for place in order if place]
    assert order == sorted(order, key=places.index)
    assert "page" in order


def _first_step(window: MainWindow) -> QAbstractButton:
    made = window.findChild(QAbstractButton, f"step-{Step.BASICS.value}")
    assert made is not None
    return made


def _region(window: MainWindow, page: Page, stop: QWidget) -> str:
    assert window.shell is not None
    shell = window.shell
    if shell.rail.isAncestorOf(stop):
        return "rail"
    if page.isAncestorOf(stop):
        return "page"
    if shell.header.isAncestorOf(stop):
        return "head"
    return "foot" if isinstance(stop, QPushButton) else ""


@pytest.mark.parametrize("look", LOOKS)
def test_no_words_are_cut_and_nothing_overlaps(window: MainWindow, look: str, theme: Theme, qtbot: QtBot) -> None:
    width, height, scale = LOOKS[look]
    theme.choose("light", scale)
    window.resize(width, height)
    found = {}
    for key in KEYS:
        page = _shown(window, key, qtbot)
        if wrong := _wrong(page, qtbot):
            found[key] = wrong
        if window.width() != width:
            found[key] = [f"the window became {window.width()} wide"]
    assert window.shell is not None
    frame = [
        part for part in (window.shell.rail, window.shell.header, window.shell.foot) if [*cut(part), *overlapping(part)]
    ]
    theme.choose("light", 1.0)
    window.resize(1366, 768)
    assert found == {}
    assert frame == []


def test_the_window_becomes_narrow_with_all_pages_built(window: MainWindow, qtbot: QtBot) -> None:
    _shown(window, KEYS[0], qtbot)
    assert window.shell is not None
    qtbot.waitUntil(lambda: window.shell is not None and len(window.shell.navigator.built) >= len(KEYS), timeout=60_000)
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: window.width() == 1100)
    window.resize(1366, 768)


@pytest.mark.parametrize("look", ["wide", "150"])
def test_no_question_is_wider_than_its_column(window: MainWindow, look: str, theme: Theme, qtbot: QtBot) -> None:
    width, height, scale = LOOKS[look]
    theme.choose("light", scale)
    window.resize(width, height)
    page = _shown(window, RUNNER, qtbot)
    assert window.shell is not None
    session = window.shell.session
    wide = {}
    for key in _kinds_of_places(session, _interview(session).id):
        session.open(RUNNER, f"{_interview(session).id}#{key}")
        if wrong := _wider(page, qtbot):
            wide[key] = wrong
    theme.choose("light", 1.0)
    window.resize(1366, 768)
    assert wide == {}


def _kinds_of_places(session: Session, interview_id: str) -> list[str]:
    """Return a question of every type, and the head of every section that has one."""
    way = course(session.project, interview_id)
    found: dict[str, str] = {}
    for place in way.places:
        found.setdefault(place.section_id if place.is_head else way.question(place).type.value, place.key)
    return list(found.values())


def _wider(page: QWidget, qtbot: QtBot) -> list[str]:
    """Return the columns whose content reaches beyond their edge once layouts are done."""
    wrong: list[str] = []
    for _ in range(_MOST_RESTS):
        qtbot.wait(_REST_MS)
        areas = [area for area in page.findChildren(ScrollPage) if area.isVisible()]
        insides = [(area.widget(), area.viewport().width()) for area in areas]
        wrong = [f"{inside.width()} > {room}" for inside, room in insides if inside and inside.width() > room]
        if not wrong:
            return []
    return wrong


def _wrong(page: QWidget, qtbot: QtBot) -> list[str]:
    """Return what is cut or overlaps once layouts have followed what a job has just brought."""
    wrong: list[str] = []
    for _ in range(_MOST_RESTS):
        wrong = [*cut(page), *overlapping(page)]
        if not wrong:
            return []
        qtbot.wait(_REST_MS)
    return wrong


@pytest.mark.parametrize("key", KEYS)
def test_a_page_says_what_it_is_for_and_which_keys_work(window: MainWindow, key: str, qtbot: QtBot) -> None:
    page = _shown(window, key, qtbot)
    assert page.heading().title
    assert len(page.help_text()) > 80
    assert all(line.keys and line.does for line in (*page.keys(),))


@pytest.mark.parametrize("key", KEYS)
def test_one_button_at_most_is_filled(window: MainWindow, key: str, qtbot: QtBot) -> None:
    _shown(window, key, qtbot)
    filled = [made for made in window.findChildren(QPushButton) if made.property("kind") == "primary"]
    assert len([made.text() for made in filled if made.isVisible()]) <= 1
