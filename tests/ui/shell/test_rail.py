"""The column at the left says which project is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step
from kizdesk.ui.shell.rail import Rail
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.labels import FewLinesLabel

_SHORT = "Integrationskonzept"
_LONG = "Integrationskonzept für den Rhein-Kreis Neuss (Beispiel)"


@pytest.fixture(params=[1.0, 1.15], ids=["usual type", "larger type"])
def rail(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Iterator[Rail]:
    theme.choose(scale=request.param)
    made = Rail(theme, [(step, step.value) for step in Step])
    qtbot.addWidget(made)
    made.resize(made.width(), 768)
    made.show()
    yield made
    theme.choose(scale=1.0)


def _title(rail: Rail, qtbot: QtBot, text: str) -> FewLinesLabel:
    """Show a title and return its label, drawn."""
    rail.show_project("Rhein-Kreis Neuss", text, Path("Neuss.kizdesk"))
    (found,) = rail.findChildren(FewLinesLabel)
    qtbot.waitUntil(lambda: found.height() == found.sizeHint().height() or rail.height() < rail.sizeHint().height())
    found.grab()
    return found


def test_a_long_title_is_shown_whole_in_two_lines(rail: Rail, qtbot: QtBot) -> None:
    one = _title(rail, qtbot, _SHORT).height()
    shown = _title(rail, qtbot, _LONG)
    assert one < shown.height() <= 2 * one
    assert not shown.toolTip()


def test_the_steps_need_their_room_before_the_title_does(rail: Rail, qtbot: QtBot) -> None:
    _title(rail, qtbot, _SHORT)
    least = rail.minimumSizeHint().height()
    _title(rail, qtbot, _LONG)
    assert rail.minimumSizeHint().height() == least
    rail.resize(rail.width(), least)
    assert _title(rail, qtbot, _LONG).toolTip() == _LONG


def test_two_lines_lie_over_nothing(rail: Rail, qtbot: QtBot) -> None:
    shown = _title(rail, qtbot, _LONG)
    under = rail.findChild(QWidget, "project-file")
    assert under is not None
    assert shown.geometry().bottom() < under.geometry().top()
