"""Name every control, and make widgets once."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit, QWidget

from kizdesk.domain.interviews import Interview
from kizdesk.project.records import set_value
from tests.ui.pages.interview.hands import Hands


def _controls(hands: Hands) -> Iterator[QWidget]:
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QListView):
        for found in hands.page.findChildren(kind):
            if found.isVisible() and found.focusPolicy() != Qt.FocusPolicy.NoFocus:
                yield found


def _walk_all(hands: Hands) -> Iterator[str]:
    hands.page._walk.go(hands.page._walk.course.places[0] if hands.page._walk.course else None)
    for _ in range(120):
        yield hands.place.key
        before = hands.place
        hands.go_on()
        if hands.place == before:
            return


def test_every_control_of_every_question_has_a_name_for_screen_readers_and_for_tests(
    hands: Hands, fields: tuple[str, ...]
) -> None:
    set_value(hands.session.project, Interview, hands.interview_id, "field_ids", fields[:1])
    for key in _walk_all(hands):
        nameless = [type(it).__name__ for it in _controls(hands) if not (it.accessibleName() and it.objectName())]
        assert not nameless, key


def test_an_option_is_spoken_by_its_own_words_and_its_key(hands: Hands) -> None:
    hands.walk_to("b05")
    spoken = [it.accessibleName() for it in _controls(hands) if it.objectName().startswith("option-")]
    assert len(spoken) == len(set(spoken)) > 2
    assert hands.focused.accessibleName() == spoken[0]
    assert hands.focused.accessibleDescription() == "Taste 1"


def test_a_second_walk_through_the_interview_makes_no_widget(hands: Hands, fields: tuple[str, ...]) -> None:
    set_value(hands.session.project, Interview, hands.interview_id, "field_ids", fields[:2])
    hands.page._warmer.end()
    assert len(list(_walk_all(hands))) > 80
    count = len(hands.page.findChildren(QWidget))
    assert len(list(_walk_all(hands))) > 80
    assert len(hands.page.findChildren(QWidget)) == count
