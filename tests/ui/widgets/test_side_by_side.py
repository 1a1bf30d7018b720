"""Old and new words stand side by side."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.widgets.side_by_side import SideBySide, marked

_LONG = "Wir beraten seit vielen Jahren in allen Stadtteilen und sprechen dabei elf Sprachen"
_ALONE = ["Neu", "Wir beraten"]
_OTHER = "Zuständig bleibt künftig das Jugendamt mit zwei neuen Stellen ab Januar kommenden Jahres"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Alt.", "Neu.", ("<s>Alt.</s>", "<b>Neu.</b>")),
        ("Amt für Jugend", "Amt für Soziales", ("Amt für <s>Jugend</s>", "Amt für <b>Soziales</b>")),
        ("", "a < b\nc", ("", "a &lt; b<br>c")),
        (_LONG, _OTHER, (_LONG, _OTHER)),
        (_LONG, f"{_LONG} gut", (_LONG, f"{_LONG} <b>gut</b>")),
    ],
)
def test_what_differs_is_marked_unless_it_is_all(before: str, after: str, shown: tuple[str, str]) -> None:
    assert marked(before, after) == shown


def _heights(qtbot: QtBot, share: int) -> tuple[int, int]:
    """Return the least height of two texts, and what a high layout gives them below something that stretches."""
    below, box = SideBySide("Wortlaut"), QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    column.addWidget(QWidget(), 2)
    column.addWidget(below, share)
    box.resize(600, 900)
    box.show()
    return below.minimumHeight(), below.height()


def test_words_take_the_room_that_a_page_leaves_them(qtbot: QtBot) -> None:
    least, height = _heights(qtbot, 1)
    assert height > 2 * least


def test_words_are_as_high_as_their_lines_without_a_share(qtbot: QtBot) -> None:
    least, height = _heights(qtbot, 0)
    assert height == least


def test_a_text_without_a_head_leaves_its_room_to_the_other(qtbot: QtBot) -> None:
    below = SideBySide("Wortlaut")
    qtbot.addWidget(below)
    below.resize(600, 300)
    below.show()
    below.show_heads("", "Neu")
    below.show_texts("", "Wir beraten")
    qtbot.waitUntil(lambda: [found.text() for found in below.findChildren(QLabel) if found.isVisible()] == _ALONE)
    qtbot.waitUntil(lambda: {found.x() for found in below.findChildren(QLabel) if found.isVisible()} == {0})
    below.show_heads("Alt", "Neu")
    assert sum(found.isVisible() for found in below.findChildren(QLabel)) == 2 * len(_ALONE)
