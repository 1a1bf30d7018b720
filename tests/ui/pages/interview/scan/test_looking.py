"""How large a page is shown, and what is remembered of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QSizeF

from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.interview.scan.fitting import LARGEST, SMALLEST, Fit, Look, stepped, turned, zoom_of
from kizdesk.ui.pages.interview.scan.recall import Recall

SHEET, ROOM = QSizeF(800, 1000), QSize(400, 400)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.ini")


def test_a_page_is_as_wide_as_the_room_or_seen_as_a_whole() -> None:
    assert zoom_of(Look(fit=Fit.WIDTH), SHEET, ROOM) == 0.5
    assert zoom_of(Look(fit=Fit.PAGE), SHEET, ROOM) == 0.4
    assert zoom_of(Look(fit=Fit.CHOSEN, zoom=3), SHEET, ROOM) == 3


def test_a_huge_picture_is_never_larger_than_can_be_scrolled() -> None:
    assert zoom_of(Look(fit=Fit.CHOSEN, zoom=LARGEST), QSizeF(30_000, 100), ROOM) == 1.0


def test_a_turned_page_changes_its_sides() -> None:
    assert turned(SHEET, 90) == turned(SHEET, 270) == QSizeF(1000, 800)
    assert turned(SHEET, 180) == SHEET


def test_zooming_stops_at_the_whole_size_and_at_both_ends() -> None:
    assert stepped(0.9, 1) == 1.0
    assert stepped(1.1, -1) == 1.0
    assert stepped(1.0, 1) == 1.25
    assert stepped(LARGEST, 1) == LARGEST
    assert stepped(SMALLEST, -1) == SMALLEST


def test_how_an_attachment_was_looked_at_is_remembered(memory: Memory) -> None:
    look = Look(page=3, turn=90, fit=Fit.CHOSEN, zoom=1.5)
    Recall(memory).keep_look("a", look)

    assert Recall(memory).look("a") == look


def test_a_new_attachment_is_fitted_as_the_last_one_was(memory: Memory) -> None:
    Recall(memory).keep_look("a", Look(page=3, turn=90, fit=Fit.PAGE))

    assert Recall(memory).look("b") == Look(fit=Fit.PAGE)


def test_what_was_chosen_for_an_interview_is_remembered(memory: Memory) -> None:
    Recall(memory).keep_choice("i", "a", shown=True)

    assert Recall(memory).choice("i") == ("a", True)
    assert Recall(memory).choice("j") == ("", False)


def test_only_the_latest_are_remembered(memory: Memory) -> None:
    for number in range(300):
        Recall(memory).keep_choice(f"i{number}", "a", shown=True)

    assert len(memory.value("scan/choices", [""])) == 200
    assert Recall(memory).choice("i299") == ("a", True)


@pytest.mark.parametrize("line", ["", "kein JSON", "[]", "[1]", '["a"]', '["a", -1, 45, "quer", "x"]', '["a", 1, 0]'])
def test_what_somebody_garbled_is_passed_over(memory: Memory, line: str) -> None:
    memory.remember("scan/looks", [line])
    memory.remember("scan/choices", [line])

    assert Recall(memory).look("a") == Look()
    assert Recall(memory).choice("a") == ("", False)
