"""See that no field writes what nobody typed: what it holds is old while its page is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.fields import MeasureStatus
from kizdesk.domain.interviews import FundingRow
from kizdesk.project.runner.ask import Reply
from kizdesk.ui.forms import (
    Amount,
    Binding,
    Choice,
    Clock,
    Day,
    Line,
    Lines,
    LongText,
    Many,
    One,
    Prose,
    RowColumn,
    Rows,
    Whole,
    fixed,
)
from kizdesk.ui.forms.spec import EditorMaker
from kizdesk.ui.pages.interview.replies.words import WordsReply
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme

TOWNS = fixed(("a", "Ahaus"), ("b", "Bocholt"))
SOURCES = partial(Rows, columns=(RowColumn("Quelle", "source"),), make=FundingRow)
KINDS: list[tuple[EditorMaker, Any, Any]] = [
    (Line, "alt", "neu"),
    (Whole, 1, 2),
    (Amount, Decimal(1), Decimal(2)),
    (Clock, time(8, 0), time(9, 0)),
    (Day, date(2013, 3, 6), date(2013, 3, 7)),
    (LongText, "alt", "neu"),
    (Lines, ("alt",), ("neu",)),
    (Prose, "**alt** und\n\n- Punkt", "neu"),
    (partial(Choice, of=MeasureStatus), MeasureStatus.PLANNED, MeasureStatus.RUNNING),
    (partial(One, source=TOWNS), "a", "b"),
    (partial(Many, source=TOWNS), ("a",), ("b",)),
    (SOURCES, (FundingRow(source="Land"),), ()),
    (WordsReply, Reply(text="alt"), Reply(text="neu")),
]


class Kept:
    """Be where the value of a field is kept, and remember what was written."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.written: list[Any] = []

    def read(self) -> Any:
        """Return the value."""
        return self.value

    def write(self, value: Any, _stay: str) -> None:
        """Remember what was written."""
        self.written.append(value)


@pytest.fixture
def _light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.choose("light", 1.0)


@pytest.mark.usefixtures("_light_again")
@pytest.mark.parametrize("shown", [True, False], ids=["shown", "hidden"])
def test_fields_that_hold_what_was_undone_write_nothing_when_colours_and_type_change(
    session: Session, qtbot: QtBot, theme: Theme, *, shown: bool
) -> None:
    window, fields = QWidget(), []
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for maker, old, new in KINDS:
        editor, kept = maker(session), Kept(old)
        column.addWidget(editor)
        fields.append((editor, kept, new, Binding(editor, session, kept.read, kept.write, delay=0)))
    with qtbot.waitExposed(window):
        window.show()
    for editor, kept, new, binding in fields:
        binding.show()
        editor.setVisible(shown)
        kept.value = new
    theme.choose("dark", 1.15)
    qtbot.wait(20)
    session.leaving.emit()
    assert [(kept.value, kept.written, binding.is_dirty) for _, kept, _, binding in fields] == [
        (new, [], False) for _, _, new in KINDS
    ]


def test_a_field_that_is_told_of_nothing_new_shows_what_is_stored(session: Session, qtbot: QtBot) -> None:
    editor, kept = Line(session), Kept("alt")
    qtbot.addWidget(editor)
    binding = Binding(editor, session, kept.read, kept.write)
    binding.show()
    editor.edited.emit()
    kept.value = "neu"
    binding.refresh()
    assert editor.value() == "neu"
