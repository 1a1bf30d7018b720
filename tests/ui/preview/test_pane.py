"""Look at the concept in print: pages, zoom, search, changes, and the way to where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.project.apart.here import Here, Progress, Work
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.preview import Spot
from kizdesk.ui.preview.finding import Finder
from kizdesk.ui.preview.live import LivePrint
from kizdesk.ui.preview.pane import PreviewPane
from kizdesk.ui.preview.view import PdfPages
from kizdesk.ui.session import Destination, Session
from tests.ui.pages.showing import Ears
from tests.ui.preview.conftest import CONTENTS_TOP, ContentsPress, QuickPress

T = TypeVar("T")
CHAPTER = "kapitel/begriffe"


def view(pane: PreviewPane) -> PdfPages:
    assert pane.view is not None
    return pane.view


def wait(qtbot: QtBot, pane: PreviewPane) -> PdfPages:
    """Wait for the preview of the present content."""
    qtbot.waitUntil(lambda: pane.live.is_fresh, timeout=20_000)
    return view(pane)


def part(pane: PreviewPane, name: str) -> QToolButton:
    found = pane.findChild(QToolButton, f"preview-{name}")
    assert isinstance(found, QToolButton)
    return found


def number(pane: PreviewPane) -> QLineEdit:
    found = pane.findChild(QLineEdit, "preview-number")
    assert isinstance(found, QLineEdit)
    return found


def words(pane: PreviewPane) -> list[str]:
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]


def spot(pane: PreviewPane, block_id: str) -> Spot:
    assert pane.preview is not None
    found = pane.preview.spot_of(block_id)
    assert found is not None
    return found


def block(pane: PreviewPane) -> str:
    """Return the block at the upper edge."""
    assert pane.preview is not None
    here = view(pane).spot
    return pane.preview.printed.block_at(here.page, here.top)


def click_on(pane: PreviewPane, place: Spot) -> None:
    view(pane).show_spot(Spot(place.page, place.top - 20))
    where = view(pane).place_of(Spot(place.page, place.top + 10))
    QTest.mouseClick(view(pane).viewport(), Qt.MouseButton.LeftButton, pos=where)


def write(session: Session, chapter: str, text: str) -> None:
    write_chapter(session.project, chapter, text)


def white(picture: QImage) -> float:
    """Return the share of a picture that is paper."""
    spots = [(x, y) for x in range(0, picture.width(), 20) for y in range(0, picture.height(), 20)]
    return sum(picture.pixelColor(x, y).lightness() > 250 for x, y in spots) / len(spots)


class Slow(Here):
    """Gather when it may."""

    def __init__(self) -> None:
        self.began, self.free = Event(), Event()

    def run(self, work: Work[T], project: OpenProject, progress: Progress) -> T:
        """Wait, then work."""
        self.began.set()
        self.free.wait(10)
        return super().run(work, project, progress)


def test_pages_are_shown_with_their_number(pane: PreviewPane, qtbot: QtBot) -> None:
    assert "Die Vorschau wird erstellt …" in words(pane)
    count = wait(qtbot, pane).pdf.pageCount()
    assert number(pane).text() == "1"
    assert f"von {count}" in words(pane)
    assert "Die Vorschau wird erstellt …" not in words(pane)


def test_a_page_is_typed_and_turned_to(pane: PreviewPane, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    number(pane).setFocus()
    number(pane).selectAll()
    QTest.keyClicks(number(pane), "7")
    QTest.keyClick(number(pane), Qt.Key.Key_Return)
    assert view(pane).spot.page == 7
    QTest.mouseClick(part(pane, "before"), Qt.MouseButton.LeftButton)
    assert view(pane).spot.page == 6
    QTest.keyClicks(number(pane), "999")
    QTest.keyClick(number(pane), Qt.Key.Key_Return)
    assert (number(pane).text(), view(pane).spot.page) == ("6", 6)


def test_what_is_read_keeps_its_place_when_text_before_it_is_written(
    pane: PreviewPane, session: Session, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    start = spot(pane, CHAPTER)
    view(pane).show_spot(Spot(start.page, start.top + 8))
    assert block(pane) == CHAPTER
    session.note(lambda: write(session, "vorwort", "\n\n".join(f"Absatz {count}" for count in range(70))))
    view(pane).show_spot(Spot(start.page, start.top + 8))
    pane.live.touched.clear()  # somebody else wrote it: nobody is led there
    wait(qtbot, pane)
    assert spot(pane, CHAPTER).page > start.page
    assert block(pane) == CHAPTER
    assert view(pane).spot.top - spot(pane, CHAPTER).top == pytest.approx(8, abs=1.5)


def test_what_is_typed_is_shown(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    assert not view(pane).sees(spot(pane, CHAPTER))
    write(session, "begriffe", "Ganz neue Worte.")
    assert pane.state == "Vorschau wird erneuert …"
    wait(qtbot, pane)
    assert view(pane).sees(spot(pane, f"{CHAPTER}/text-begriffe#1"))


def test_a_print_that_was_overtaken_is_thrown_away(
    pane: PreviewPane, session: Session, press: QuickPress, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    shown, before = [], press.prints
    pane.shown.connect(lambda: shown.append(pane.preview))
    press.free.clear()
    write(session, "begriffe", "Erster Satz.")
    qtbot.waitUntil(lambda: press.prints == before + 1)
    write(session, "begriffe", "Zweiter Satz.")
    write(session, "begriffe", "Dritter Satz.")
    press.free.set()
    wait(qtbot, pane)
    assert (press.prints - before, len(shown)) == (2, 1)


def test_what_is_overtaken_while_it_is_gathered_is_not_printed(
    pane: PreviewPane, session: Session, press: QuickPress, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    before, session.apart = press.prints, Slow()
    write(session, "begriffe", "Erster Satz.")
    qtbot.waitUntil(session.apart.began.is_set)
    write(session, "begriffe", "Zweiter Satz.")
    session.apart.free.set()
    wait(qtbot, pane)
    assert press.prints == before + 1


def test_the_old_page_is_seen_until_the_new_one_is_drawn(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    pages = wait(qtbot, pane)
    curtain = pages.viewport().findChild(QLabel)
    assert isinstance(curtain, QLabel)
    qtbot.waitUntil(lambda: white(pages.viewport().grab().toImage()) > 0.5)
    seen = []
    pane.shown.connect(lambda: seen.append((curtain.isVisible(), white(curtain.pixmap().toImage()) > 0.5)))
    write(session, "begriffe", "Ganz neue Worte.")
    wait(qtbot, pane)
    assert seen == [(True, True)]
    qtbot.waitUntil(lambda: not curtain.isVisible())


def test_a_click_leads_to_the_text_of_the_chapter(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    ears = Ears(session)
    click_on(pane, spot(pane, f"{CHAPTER}/text-begriffe#2"))
    assert ears.ways == [Destination(target=Target(Step.BASICS, "chapter_text", "text-begriffe"))]


def test_a_click_on_a_heading_of_a_chapter_leads_to_the_chapter(
    pane: PreviewPane, session: Session, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    ears = Ears(session)
    click_on(pane, spot(pane, CHAPTER))
    assert ears.ways == [Destination(target=Target(Step.BASICS, "chapter_text", "begriffe"))]


def test_a_click_on_the_cover_leads_to_the_project(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    ears = Ears(session)
    click_on(pane, Spot(1, 100))
    assert ears.ways == [Destination(target=Target(Step.BASICS, "project", "project"))]


def test_what_comes_from_several_records_offers_them_by_name(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    ears = Ears(session)
    click_on(pane, spot(pane, "akteure/akteure"))
    menu = pane.findChild(QMenu)
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(menu.isVisible)
    assert len(menu.actions()) > 2
    assert all(action.text() for action in menu.actions())
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [way.target.kind for way in ears.ways if way.target is not None] == ["actor"]


def test_dragging_is_no_click(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    ears = Ears(session)
    place = QPoint(300, 300)
    QTest.mousePress(view(pane).viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(view(pane).viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(0, 40))
    assert not ears.ways


def test_words_are_found_one_after_the_other(pane: PreviewPane, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    QTest.keyClicks(pane.tools.search, "begriffe")
    qtbot.waitUntil(lambda: any(text.startswith("1 von ") for text in words(pane)), timeout=10_000)
    assert view(pane).sees(spot(pane, CHAPTER))
    QTest.keyClick(pane.tools.search, Qt.Key.Key_Return)
    assert any(text.startswith("2 von ") for text in words(pane))
    QTest.mouseClick(part(pane, "hit-before"), Qt.MouseButton.LeftButton)
    assert any(text.startswith("1 von ") for text in words(pane))


def test_hits_are_told_when_all_pages_are_searched(pane: PreviewPane, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    finder = pane.findChild(Finder)
    assert isinstance(finder, Finder)
    told: list[tuple[int, ...]] = []
    finder.counted.connect(lambda *numbers: told.append(numbers))
    QTest.keyClicks(pane.tools.search, "text-begriffe#2")
    qtbot.waitUntil(lambda: told[-1:] == [(1, 1, 0)], timeout=10_000)
    assert {count for _, count, left in told if not left} == {1}
    assert told[0][2] > 0
    assert "1 von 1" in words(pane)


def test_one_hit_that_is_not_chosen_is_one_place(pane: PreviewPane) -> None:
    pane.tools.search.setText("Wort")
    pane.tools.show_hits(0, 1, 0)
    assert "1 Stelle" in words(pane)
    pane.tools.show_hits(0, 1, 9)
    assert "wird gezählt …" in words(pane)


@pytest.fixture
def listed(session: Session, qtbot: QtBot) -> Iterator[PreviewPane]:
    """Return a preview with contents and a paragraph."""
    made = PreviewPane(session, "test", live=LivePrint(session, ContentsPress))
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    wait(qtbot, made)
    yield made
    made.hide()


def test_a_click_beside_the_first_word_of_a_line_of_the_contents_turns_to_its_page(
    listed: PreviewPane, session: Session
) -> None:
    ears = Ears(session)
    click_on(listed, Spot(2, CONTENTS_TOP - 10))
    assert (view(listed).spot.page, ears.ways) == (4, [])
    click_on(listed, Spot(2, 400))
    assert ears.ways == [Destination("output.outline")]


def test_the_cursor_stands_where_the_words_are_that_were_clicked(listed: PreviewPane, session: Session) -> None:
    area = QPlainTextEdit("Vorher.\n\nHier steht ein Absatz mit sehr vielen Worten.", listed)
    area.show()
    session.going.connect(lambda _way: area.setFocus())
    click_on(listed, Spot(3, CONTENTS_TOP - 13))
    assert area.textCursor().position() > len("Vorher.")


def test_words_that_stand_nowhere_are_said_to(pane: PreviewPane, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    QTest.keyClicks(pane.tools.search, "xyzxyz")
    qtbot.waitUntil(lambda: "nicht gefunden" in words(pane))


def test_enter_leads_from_what_was_found(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    ears = Ears(session)
    QTest.keyClicks(pane.tools.search, "text-begriffe#2")
    qtbot.waitUntil(lambda: any(text.startswith("1 von 1") for text in words(pane)), timeout=10_000)
    view(pane).setFocus()
    QTest.keyClick(view(pane), Qt.Key.Key_Return)
    assert ears.ways == [Destination(target=Target(Step.BASICS, "chapter_text", "text-begriffe"))]


def test_a_closed_pane_holds_nothing_and_comes_back_where_it_was(
    pane: PreviewPane, session: Session, press: QuickPress, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    view(pane).show_spot(Spot(5, 100))
    before, read = press.prints, block(pane)
    pane.hide()
    assert view(pane).pdf.status() is QPdfDocument.Status.Null
    write(session, "begriffe", "Niemand sieht zu.")
    qtbot.wait(120)
    assert press.prints == before
    pane.show()
    wait(qtbot, pane)
    assert block(pane) == read
    assert press.prints == before + 1


def test_the_process_ends_with_the_project(
    pane: PreviewPane, session: Session, press: QuickPress, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    session.closing.emit()
    assert press.closed == 1


def test_a_print_under_way_does_not_hold_up_closing(
    pane: PreviewPane, session: Session, press: QuickPress, qtbot: QtBot
) -> None:
    press.free.clear()
    qtbot.waitUntil(lambda: press.prints == 1, timeout=10_000)
    session.closing.emit()
    session.jobs.cancel_all()
    assert pane.preview is None


def test_a_fault_is_a_sentence_and_the_button_tries_again(
    pane: PreviewPane, session: Session, press: QuickPress, qtbot: QtBot
) -> None:
    wait(qtbot, pane)
    press.faults.append("Der Druck ist abgebrochen.")
    write(session, "begriffe", "Neu.")
    qtbot.waitUntil(lambda: "Der Druck ist abgebrochen." in words(pane))
    assert pane.state == "Gezeigt wird ein älterer Stand."
    assert view(pane).isVisible()
    again = pane.findChild(QPushButton, "message-action")
    assert isinstance(again, QPushButton)
    assert again.text() == "Noch einmal"
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    wait(qtbot, pane)
    assert "Der Druck ist abgebrochen." not in words(pane)


def test_the_kurzfassung_is_shorter(pane: PreviewPane, qtbot: QtBot) -> None:
    pages = wait(qtbot, pane).pdf.pageCount()
    pane.choose(in_brief=True)
    assert 0 < wait(qtbot, pane).pdf.pageCount() < pages


def test_zoom_is_remembered_and_keeps_the_place(pane: PreviewPane, session: Session, qtbot: QtBot) -> None:
    wait(qtbot, pane)
    view(pane).show_spot(Spot(4, 200))
    QTest.mouseClick(part(pane, "nearer"), Qt.MouseButton.LeftButton)
    assert view(pane).spot.page == 4
    other = PreviewPane(session, "test", live=pane.live)
    qtbot.addWidget(other)
    other.show()
    assert view(other).zoom == pytest.approx(view(pane).zoom)
    qtbot.waitUntil(lambda: other.pages > 0)
    QTest.mouseClick(part(other, "width"), Qt.MouseButton.LeftButton)
    assert view(other).zoom == 0
    other.hide()


def test_places_are_computed_as_qt_draws_them(pane: PreviewPane, qtbot: QtBot) -> None:
    geometry = wait(qtbot, pane).geometry_now()
    assert geometry is not None
    bar, gap = view(pane).verticalScrollBar(), view(pane).pageSpacing()
    assert bar.maximum() + view(pane).viewport().height() == geometry.pages[-1].bottom() + 1 + 2 * gap
