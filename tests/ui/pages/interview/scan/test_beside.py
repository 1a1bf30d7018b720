"""A scan stands beside the questions, and the answer keeps the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Attachment
from kizdesk.project.interviews.edit import add_interview, attach
from kizdesk.project.opened import OpenProject
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.pages.interview.scan.pane import ScanPane
from kizdesk.ui.pages.interview.scan.view import PageView
from kizdesk.ui.session import Message
from kizdesk.ui.widgets.labels import WrapLabel
from tests.ui.pages.interview.hands import ALT, CTRL, NONE, SHIFT, Hands
from tests.ui.pages.interview.scan.papers import pdf, photo, picture
from tests.ui.walk.looking import cut, nameless, overlapping, stops

T = TypeVar("T", bound=QWidget)
KEY = Qt.Key


class Eyes:
    """Read the pane."""

    def __init__(self, hands: Hands, qtbot: QtBot) -> None:
        self.hands, self._qtbot = hands, qtbot

    @property
    def pane(self) -> ScanPane:
        """Return the pane."""
        found = self.hands.page.findChild(ScanPane)
        assert found is not None
        return found

    @property
    def view(self) -> PageView:
        """Return the view of the page."""
        return self.pane.view

    @property
    def number(self) -> str:
        """Return the number of the page."""
        return self._find(QLineEdit, "scan-number").text()

    @property
    def words(self) -> str:
        """Return what is said in the pane."""
        return " ".join(it.text() for it in self.pane.findChildren(WrapLabel) if it.isVisible())

    @property
    def height(self) -> int:
        """Return how high the page is."""
        return self.view.verticalScrollBar().maximum() + self.view.viewport().height()

    def button(self, name: str) -> QToolButton:
        """Return one of the tools."""
        return self._find(QToolButton, f"scan-{name}")

    def line_and_column(self, widget: QWidget) -> tuple[int, int]:
        """Return in which line a control stands, and how far to the right."""
        place = widget.mapTo(self.pane, widget.rect().center())
        return place.y() // 12, place.x()

    def await_drawn(self) -> None:
        """Wait until the page is drawn."""
        self._qtbot.waitUntil(lambda: self.view._image is not None and not self._jobs_run(), timeout=15_000)

    def await_words(self, words: str) -> None:
        """Wait until something is said in the place of the page."""
        self._qtbot.waitUntil(lambda: words in self.words, timeout=15_000)

    def await_rest(self) -> None:
        """Wait until nothing works any more."""
        self._qtbot.waitUntil(lambda: not self._jobs_run(), timeout=15_000)

    def _jobs_run(self) -> bool:
        return self.hands.session.jobs.is_busy

    def _find(self, kind: type[T], name: str) -> T:
        found = self.pane.findChild(kind, name)
        assert found is not None, name
        return found


@pytest.fixture
def eyes(hands: Hands, qtbot: QtBot) -> Eyes:
    hands.page.resize(1100, 640)
    return Eyes(hands, qtbot)


@pytest.fixture
def keep(hands: Hands) -> Callable[[str, bytes], Attachment]:
    def kept(name: str, data: bytes) -> Attachment:
        return attach(hands.session.project, name, "", data, hands.interview_id)

    return kept


Keep = Callable[[str, bytes], Attachment]


def heard(eyes: Eyes) -> list[Message]:
    said: list[Message] = []
    eyes.hands.session.said.connect(said.append)
    return said


def test_a_key_shows_the_scan_beside_the_question_that_keeps_the_keyboard(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    answering = eyes.hands.focused

    eyes.hands.alt("V")
    eyes.await_drawn()

    assert eyes.pane.isVisible()
    assert eyes.hands.focused is answering
    assert (eyes.number, eyes.pane.chooser.currentText()) == ("1", "Bogen.pdf")
    eyes.hands.alt("V")
    assert not eyes.pane.isVisible()
    assert eyes.hands.focused is answering


def test_a_scan_that_came_with_the_interview_is_one_click_away(eyes: Eyes, keep: Keep) -> None:
    show = eyes.hands.page.findChild(QPushButton, "scan-show")
    assert show is not None
    assert not show.isVisible()
    keep("Rücklauf.pdf", pdf())

    eyes.hands.page.resize(1400, 640)
    QTest.mouseClick(show, Qt.MouseButton.LeftButton)
    eyes.await_drawn()

    assert eyes.pane.isVisible()
    assert not show.isVisible()


def test_keys_read_on_through_all_pages_and_back_while_the_answer_is_typed(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.walk_to("a01")
    eyes.hands.alt("V")
    eyes.await_drawn()
    bar = eyes.view.verticalScrollBar()

    eyes.hands.press(KEY.Key_PageDown, ALT)
    assert bar.value() > 0
    while eyes.number == "1":
        eyes.hands.press(KEY.Key_PageDown, ALT)
    eyes.await_drawn()
    assert (eyes.number, bar.value()) == ("2", 0)

    eyes.hands.press(KEY.Key_PageUp, ALT)
    eyes.await_drawn()
    assert (eyes.number, bar.value()) == ("1", bar.maximum())
    eyes.hands.press(KEY.Key_End, ALT)
    eyes.await_drawn()
    assert eyes.number == "3"
    eyes.hands.press(KEY.Key_Home, ALT)
    eyes.await_drawn()
    assert eyes.number == "1"


def test_keys_zoom_fit_turn_and_move(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()
    wide = eyes.height

    eyes.hands.press(KEY.Key_Plus, CTRL, times=3)
    eyes.await_drawn()
    assert eyes.height > wide
    across = eyes.view.horizontalScrollBar()
    before = across.value()
    eyes.hands.press(KEY.Key_Right, ALT | SHIFT)
    assert across.value() > before
    eyes.hands.press(KEY.Key_Minus, CTRL)
    eyes.hands.press(KEY.Key_0, CTRL)
    eyes.await_drawn()
    assert (eyes.height, across.maximum()) == (wide, 0)
    eyes.hands.press(KEY.Key_0, CTRL)
    eyes.await_drawn()
    assert eyes.view.verticalScrollBar().maximum() == 0
    eyes.hands.press(KEY.Key_0, CTRL)
    eyes.hands.alt("D")
    eyes.await_drawn()
    assert eyes.height < wide


def test_letters_and_keys_for_the_answer_stay_with_the_answer(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.walk_to("a03")
    eyes.hands.alt("V")
    eyes.await_drawn()

    eyes.hands.type("Größe 0+1 – „ja“ @ €")
    eyes.hands.go_on()

    assert eyes.hands.answer("a03").text == "Größe 0+1 – „ja“ @ €"
    assert eyes.number == "1"


def test_the_keys_of_the_scan_do_nothing_while_none_is_shown(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.press(KEY.Key_PageDown, ALT)
    eyes.hands.press(KEY.Key_Plus, CTRL)

    eyes.hands.alt("V")
    eyes.await_drawn()
    assert eyes.number == "1"


def test_buttons_turn_pages_and_leave_the_keyboard_where_it_is(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()
    answering = eyes.hands.focused

    QTest.mouseClick(eyes.button("after"), Qt.MouseButton.LeftButton)
    eyes.await_drawn()
    QTest.mouseClick(eyes.button("nearer"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(eyes.view.viewport(), Qt.MouseButton.LeftButton)

    assert eyes.number == "2"
    assert eyes.hands.focused is answering


def test_a_page_is_reached_by_its_number(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf(2000))
    eyes.hands.alt("V")
    eyes.await_drawn()
    field, answering = eyes.pane.findChild(QLineEdit, "scan-number"), eyes.hands.focused
    assert field is not None

    field.setFocus()
    field.selectAll()
    eyes.hands.type("1234")
    eyes.hands.press(KEY.Key_Return)
    eyes.await_drawn()
    assert eyes.view.accessibleDescription() == "Bogen.pdf, Seite 1234 von 2000"
    assert eyes.hands.focused is answering
    field.setFocus()
    field.selectAll()
    eyes.hands.type("9999")
    eyes.hands.press(KEY.Key_Return)
    assert eyes.number == "1234"


def test_the_mouse_moves_the_page_and_the_wheel_zooms_at_its_pointer(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()
    port, bar, wide = eyes.view.viewport(), eyes.view.verticalScrollBar(), eyes.height

    QTest.mousePress(port, Qt.MouseButton.LeftButton, NONE, QPoint(100, 200))
    QTest.mouseMove(port, QPoint(100, 120))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, NONE, QPoint(100, 120))
    assert bar.value() == 80
    wheel(port, 120, CTRL)
    eyes.await_drawn()
    assert eyes.height > wide


def wheel(port: QWidget, turns: int, keys: Qt.KeyboardModifier = NONE) -> None:
    at, inverted = QPointF(port.rect().center()), False
    event = QWheelEvent(
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, turns),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        inverted,
    )
    QApplication.sendEvent(port, event)


def test_the_wheel_goes_on_to_the_next_page_where_one_ends(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()
    bar = eyes.view.verticalScrollBar()
    while bar.value() < bar.maximum():
        wheel(eyes.view.viewport(), -120)

    wheel(eyes.view.viewport(), -120)
    assert eyes.number == "1"
    wheel(eyes.view.viewport(), -120)
    eyes.await_drawn()
    assert (eyes.number, bar.value()) == ("2", 0)


def test_behind_a_photo_comes_the_next_photo(eyes: Eyes, keep: Keep) -> None:
    for name in ("Foto 10.jpg", "Foto 9.jpg"):
        keep(name, photo(1, 300, 100))
    eyes.hands.alt("V")
    eyes.await_drawn()
    assert eyes.pane.chooser.currentText() == "Foto 9.jpg"

    eyes.hands.press(KEY.Key_PageDown, ALT)
    eyes.await_drawn()

    assert eyes.pane.chooser.currentText() == "Foto 10.jpg"
    eyes.hands.press(KEY.Key_PageUp, ALT)
    assert eyes.pane.chooser.currentText() == "Foto 9.jpg"


def test_another_attachment_is_chosen_by_keys_and_the_answer_gets_the_keyboard_back(eyes: Eyes, keep: Keep) -> None:
    keep("1.png", picture())
    keep("2.png", picture(200, 300))
    eyes.hands.alt("V")
    eyes.await_drawn()
    answering = eyes.hands.focused

    eyes.hands.alt("W")
    box = eyes.pane.chooser
    assert box.view().isVisible()
    QTest.keyClick(box.view(), KEY.Key_Down)
    QTest.keyClick(box.view(), KEY.Key_Return)
    eyes.await_drawn()

    assert box.currentText() == "2.png"
    assert eyes.hands.page.focusWidget() is answering


def test_page_zoom_and_turn_are_remembered_and_the_pane_comes_back(eyes: Eyes, keep: Keep, qtbot: QtBot) -> None:
    keep("1.png", picture())
    keep("2.pdf", pdf())
    other = add_interview(eyes.hands.session.project, "05162024")
    eyes.hands.alt("V")
    eyes.await_drawn()
    eyes.pane.chosen.emit(eyes.pane.chooser.itemData(1))
    eyes.await_drawn()
    eyes.hands.press(KEY.Key_End, ALT)
    eyes.hands.alt("D")
    eyes.await_drawn()

    eyes.hands.page.open(other.id)
    assert not eyes.pane.isVisible()
    eyes.await_rest()
    again = RunnerPage(eyes.hands.session)
    qtbot.addWidget(again)
    again.resize(1100, 640)
    again.show()
    again.open(eyes.hands.interview_id)
    eyes.hands.page = again
    eyes.await_drawn()

    assert eyes.pane.chooser.currentText() == "2.pdf"
    assert eyes.number == "3"
    assert eyes.height < 640


def test_a_chosen_file_is_attached_at_once_in_one_step(
    eyes: Eyes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Bogen.pdf").write_bytes(pdf())
    chosen = ([str(tmp_path / "Bogen.pdf")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    said = heard(eyes)
    eyes.hands.alt("V")
    assert "Hier steht die Vorlage" in eyes.words

    eyes.hands.alt("W")
    eyes.await_drawn()

    (made,) = eyes.hands.session.project.snapshot.all(Attachment)
    assert (made.name, made.interview_id) == ("Bogen.pdf", eyes.hands.interview_id)
    assert said[-1].text == "„Bogen.pdf“ ist angehängt."
    eyes.hands.session.undo()
    assert not eyes.hands.session.project.snapshot.all(Attachment)
    assert "Hier steht die Vorlage" in eyes.words


def test_dropped_files_are_attached_together_and_bad_ones_refused(eyes: Eyes, tmp_path: Path) -> None:
    files = {"1.png": picture(), "2.jpg": photo(6), "kaputt.pdf": b"%PDF-1.7", "geheim.pdf": pdf(password="x")}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    said = heard(eyes)
    eyes.hands.alt("V")

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(eyes.pane, QDragEnterEvent(QPoint(20, 20), copy, mime, left, NONE))
    QApplication.sendEvent(eyes.pane, QDropEvent(QPointF(20, 20), copy, mime, left, NONE))
    eyes.await_drawn()

    kept = eyes.hands.session.project.snapshot.all(Attachment)
    assert sorted(file.name for file in kept) == ["1.png", "2.jpg"]
    assert said[-1].kind == "problem"
    assert "„kaputt.pdf“ wurde nicht angehängt." in said[-1].text
    assert "„geheim.pdf“ wurde nicht angehängt. Diese Vorlage ist mit einem Kennwort geschützt" in said[-1].text
    eyes.hands.session.undo()
    assert not eyes.hands.session.project.snapshot.all(Attachment)


def test_a_picture_of_80_mb_is_refused_in_a_sentence(eyes: Eyes, tmp_path: Path) -> None:
    with (tmp_path / "riesig.png").open("wb") as stream:
        stream.truncate(80 * 1024 * 1024)
    said = heard(eyes)
    eyes.hands.alt("V")

    eyes.pane.dropped.emit([str(tmp_path / "riesig.png")])
    eyes.await_rest()

    assert "„riesig.png“ ist mit 80 MB zu groß" in said[-1].text


def test_a_bad_attachment_says_so_and_another_can_be_chosen(eyes: Eyes, keep: Keep) -> None:
    keep("1 kaputt.pdf", b"%PDF-1.7")
    keep("2 gut.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_words("beschädigt oder unvollständig")
    assert not eyes.pane.tools.isVisible()

    eyes.pane.chosen.emit(eyes.pane.chooser.itemData(1))
    eyes.await_drawn()

    assert eyes.view.isVisible()
    assert eyes.pane.tools.isVisible()


def test_an_attachment_whose_bytes_are_missing_says_so(eyes: Eyes, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("Bogen.pdf", pdf())
    monkeypatch.setattr(OpenProject, "blob", lambda _project, _sha256: b"etwas anderes")

    eyes.hands.alt("V")

    eyes.await_words("„Bogen.pdf“ ist in der Projektdatei beschädigt")


def test_where_there_is_little_room_the_scan_stands_below_the_question(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()
    card = eyes.hands.page._card
    assert eyes.pane.mapTo(eyes.hands.page, QPoint()).x() > card.width()

    eyes.hands.page.resize(600, 640)
    eyes.await_drawn()

    assert eyes.pane.mapTo(eyes.hands.page, QPoint()).y() >= card.height()
    assert card.width() > 500


def test_the_question_never_becomes_narrower_than_it_can_bear(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    split = eyes.hands.page._frame._split

    split.setSizes([1, 5000])

    assert eyes.hands.page._card.width() >= 50 * eyes.hands.page.fontMetrics().averageCharWidth()


def test_the_pane_can_be_read_aloud_and_nothing_is_cut(eyes: Eyes, keep: Keep) -> None:
    keep("Ein Formular mit einem sehr langen Namen aus dem Rathaus der Gemeinde Jüchen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()

    for width in (1400, 1000, 840):
        eyes.hands.page.resize(width, 640)
        eyes.await_drawn()
        assert nameless(eyes.pane) == []
        assert [line for line in cut(eyes.pane) if "combo" not in line.casefold()] == []
        assert overlapping(eyes.pane) == []


@pytest.mark.parametrize("width", [1100, 1600])
def test_the_tab_key_goes_through_the_pane_as_one_reads(eyes: Eyes, keep: Keep, width: int) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.page.resize(width, 640)
    eyes.hands.alt("V")
    eyes.await_drawn()

    inside = [it for it in stops(eyes.hands.page, eyes.pane.chooser) if eyes.pane.isAncestorOf(it)]

    assert len(inside) == 10
    assert inside == sorted(inside, key=eyes.line_and_column)


def test_closing_from_within_gives_the_keyboard_back_to_the_answer(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.alt("V")
    eyes.await_drawn()
    answering = eyes.hands.focused
    eyes.button("close").setFocus()

    eyes.hands.press(KEY.Key_Space)

    assert not eyes.pane.isVisible()
    assert eyes.hands.focused is answering


def test_esc_gives_the_keyboard_back_and_digits_in_the_pane_answer_nothing(eyes: Eyes, keep: Keep) -> None:
    keep("Bogen.pdf", pdf())
    eyes.hands.walk_to("b05")
    eyes.hands.alt("V")
    eyes.await_drawn()
    answering, before = eyes.hands.focused, eyes.hands.session.project.snapshot

    for part in (eyes.view, eyes.button("turn-right"), eyes.pane.chooser):
        part.setFocus()
        eyes.hands.press(KEY.Key_1)
        eyes.hands.press(KEY.Key_Escape)
        assert eyes.hands.focused is answering

    assert eyes.hands.session.project.snapshot is before


def test_the_keys_stand_in_the_help(eyes: Eyes) -> None:
    lines = eyes.hands.page.keys()
    told = {line.keys for line in lines}

    assert {"Alt+V", "Alt+W", "Alt+D", "Alt+Bild ab, Alt+Bild auf", "Strg++, Strg+-", "Strg+0"} <= told


def test_a_chooser_of_files_is_a_box_with_all_names(eyes: Eyes, keep: Keep) -> None:
    keep("1.png", picture())
    eyes.hands.alt("V")
    eyes.await_drawn()

    box: QComboBox = eyes.pane.chooser
    assert [box.itemText(row) for row in range(box.count())] == ["1.png", "Andere Datei wählen …"]
