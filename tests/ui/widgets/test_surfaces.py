from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.figure import FigureView
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.ring import Ring
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.stats import Stat, StatRow

T = TypeVar("T")


@dataclass
class Notes:
    """Be a memory for a test."""

    kept: dict[str, object] = field(default_factory=dict)

    def value(self, key: str, default: T) -> T:
        """Return what was remembered."""
        found = self.kept.get(key, default)
        return found if isinstance(found, type(default)) else default

    def remember(self, key: str, value: object) -> None:
        """Keep a value."""
        self.kept[key] = value


@dataclass(frozen=True)
class Place:
    """Be a row or a region."""

    id: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class Drawing:
    """Be a figure."""

    svg: str
    alt: str
    width: float
    height: float
    regions: tuple[Place, ...]


def _square(left: float, top: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    return (((left, top), (left + 80, top), (left + 80, top + 80), (left, top + 80)),)


_MAP = Drawing(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="80" height="80"/></svg>',
    "Karte mit zwei Kommunen",
    200,
    100,
    (Place("neuss", _square(10, 10)), Place("kaarst", _square(110, 10))),
)


@pytest.fixture
def figure(qtbot: QtBot, theme: Theme) -> FigureView:
    view = FigureView(theme)
    qtbot.addWidget(view)
    view.resize(408, 208)
    view.show_figure(_MAP, {"neuss": "Neuss", "kaarst": "Kaarst"})
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_a_click_chooses_the_region_under_it(figure: FigureView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(figure.region_chosen) as told:
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(300, 104))
    assert told.args == ["kaarst"]


def test_beside_all_regions_there_is_nothing_to_choose(figure: FigureView) -> None:
    assert figure.region_at(QPointF(204, 104)) == ""


def test_the_keyboard_goes_through_the_regions_and_chooses(figure: FigureView, qtbot: QtBot) -> None:
    QTest.keyClick(figure, Qt.Key.Key_Right)
    QTest.keyClick(figure, Qt.Key.Key_Right)
    assert figure.accessibleName() == "Kaarst"
    with qtbot.waitSignal(figure.region_chosen) as told:
        QTest.keyClick(figure, Qt.Key.Key_Return)
    assert told.args == ["kaarst"]


def test_a_figure_is_told_in_words(figure: FigureView) -> None:
    assert figure.accessibleDescription() == "Karte mit zwei Kommunen"


def test_a_ring_says_its_share(theme: Theme, qtbot: QtBot) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.show_share(0.624, "Gespräche")
    assert ring.accessibleName() == "Gespräche: 62 Prozent"
    ring.show_share(1)
    assert ring.accessibleName() == "vollständig"


def test_number_cards_fold_into_one_line_in_a_low_window(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    window = QWidget()
    qtbot.addWidget(window)
    row = StatRow()
    column = QVBoxLayout(window)
    column.addWidget(row)
    column.addStretch(1)
    row.show_stats([Stat("5 von 8", "Gespräche", 0.6), Stat("47", "Angebote")])
    window.resize(1100, 768)
    with qtbot.waitExposed(window):
        window.show()
    tall = row.height()
    assert not row.is_folded
    with qtbot.waitSignal(row.folded):
        window.resize(1100, 660)
    qtbot.waitUntil(lambda: row.height() < tall * 2 // 3)


def test_numbers_know_their_height_as_soon_as_they_change(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    row = StatRow()
    qtbot.addWidget(row)
    row.show_stats([Stat("5 von 8", "Gespräche", 0.6)])
    row.resize(1100, 768)
    with qtbot.waitExposed(row):
        row.show()
    high = row.height_of(folded=False)
    row.show_stats([Stat("6 von 8", "Gespräche", 0.75)])
    assert row.height_of(folded=False) == high > row.height_of(folded=True) > 0


def test_the_focus_comes_into_view(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    page = ScrollPage()
    qtbot.addWidget(page)
    lines = [QLineEdit() for _ in range(40)]
    for line in lines:
        page.body.addWidget(line)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    lines[-1].setFocus()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() == page.verticalScrollBar().maximum())


def test_a_line_that_is_clicked_at_the_edge_comes_into_view_when_the_button_is_up(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    page = ScrollPage()
    qtbot.addWidget(page)
    lines = [QLineEdit() for _ in range(20)]
    for line in lines:
        page.body.addWidget(line)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    cut = next(line for line in lines if line.mapTo(page, line.rect().bottomLeft()).y() >= page.viewport().height())
    place = cut.mapTo(page, QPoint(20, 2))
    page.resize(300, place.y() + 4)
    window = page.windowHandle()

    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=place)
    assert page.verticalScrollBar().value() == 0
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=place)

    qtbot.waitUntil(lambda: cut.mapTo(page, cut.rect().bottomLeft()).y() < page.viewport().height())
    assert cut.hasFocus()


def test_a_page_scrolls_only_where_its_words_need_more_room_than_there_is(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    page = ScrollPage()
    qtbot.addWidget(page)
    for _number in range(3):
        card = Card("Alle Daten")
        card.body.addWidget(label("Für das Konzept brauchen Sie diese Datei nicht. " * 4))
        page.body.addWidget(card)
    page.body.addStretch(1)
    page.resize(1400, 900)
    with qtbot.waitExposed(page):
        page.show()
    content = page.widget()
    assert content is not None
    needed = content.heightForWidth(page.viewport().width())
    page.resize(1400, needed)
    qtbot.waitUntil(lambda: page.viewport().height() == needed)
    assert page.verticalScrollBar().maximum() == 0
    page.resize(300, page.height())
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)


def test_buttons_wrap_into_a_second_row(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    row = FlowRow()
    qtbot.addWidget(row)
    for text in ("Zitat", "Nachreichen", "Keine Angabe"):
        row.add(button(text))
    assert row.heightForWidth(150) > row.heightForWidth(800)


def test_a_line_too_long_shows_all_of_it_as_tooltip(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    line = ElidedLabel("Fachbereich Soziales, Familie und Integration")
    qtbot.addWidget(line)
    line.resize(90, 24)
    with qtbot.waitExposed(line):
        line.show()
    qtbot.waitUntil(lambda: line.toolTip() == line.text())


def test_columns_are_as_wide_as_they_were_left(qtbot: QtBot) -> None:
    notes = Notes()
    first = Columns([QWidget(), QWidget()], [1, 1], notes, "seite")
    qtbot.addWidget(first)
    first.resize(812, 300)
    with qtbot.waitExposed(first):
        first.show()
    first.moveSplitter(600, 1)
    second = Columns([QWidget(), QWidget()], [1, 1], notes, "seite")
    qtbot.addWidget(second)
    second.resize(812, 300)
    with qtbot.waitExposed(second):
        second.show()
    assert second.sizes() == pytest.approx(first.sizes(), abs=2)
