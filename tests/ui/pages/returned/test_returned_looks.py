"""With files shown, everything has a name, nothing is cut, and Tab goes through the page as it is read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from kizdesk.domain.interviews import Answer, InterviewForm
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.ui.theme import Theme
from tests.project.forms.back import REQUIRED
from tests.ui.pages.returned.conftest import Post
from tests.ui.pages.returned.hands import Hands
from tests.ui.walk.looking import cut, nameless, overlapping, stops

_LOOKS = {"1366": (1366, 768, 1.0), "wide": (1366, 768, 1.15), "150": (1280, 720, 1.0)}
_NAMES = ("Jüchen", "Gedruckt.pdf", "Abgebrochen.pdf", "Kaarst")


@pytest.fixture
def read(hands: Hands, post: Post) -> Hands:
    """Return the page with a file of each kind."""
    held = add_interview(hands.project, "05162012", InterviewForm.ON_SITE)
    put_answer(hands.project, Answer(id="", interview_id=held.id, question_id="b01", text="Amt für Jugend"))
    odd = post.back("Kaarst", {**REQUIRED, "i01": "ungefähr 20"})
    hands.read([post.back("Jüchen"), odd, post.printed(), post.broken()])
    return hands


def test_the_page_says_that_no_form_is_read_yet(hands: Hands) -> None:
    hands.shell.navigator.show("forms.returned")
    assert hands.state == "Noch kein Formular eingelesen"


@pytest.mark.parametrize("look", _LOOKS)
def test_nothing_is_cut_and_everything_has_a_name(read: Hands, look: str, theme: Theme) -> None:
    width, height, scale = _LOOKS[look]
    theme.choose("light", scale)
    read.window.resize(width, height)
    found = {}
    for name in _NAMES:
        read.choose(name)
        read.qtbot.waitUntil(lambda: [*cut(read.page), *overlapping(read.page)] == [], timeout=2_000)
        found[name] = nameless(read.window)
    theme.choose("light", 1.0)
    assert set(map(len, found.values())) == {0}


def test_one_button_is_filled(read: Hands) -> None:
    filled = [made for made in read.window.findChildren(QPushButton) if made.property("kind") == "primary"]
    assert [made.text() for made in filled if made.isVisible()] == ["Ein Formular übernehmen"]


def test_tab_goes_from_the_files_to_what_the_chosen_one_says(read: Hands) -> None:
    found = [stop.objectName() for stop in stops(read.window, read.files)]
    names = ["returned-files", "open-file", "drop-file", "choose-none", "choose-all", "choose-new", "returned-entries"]
    assert [name for name in found if name in names] == names
