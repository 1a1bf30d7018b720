"""Switch chapters on and off, put them in order and go to their texts, by clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.layout import ChapterChoice
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.outline import OutlineRow, outline_rows, take_into_short
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.forms import Line
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.output.outline import OutlinePage
from kizdesk.ui.pages.output.outline_model import CONTENT, PAGE, PRINT, SHORT, TITLE, OutlineModel
from kizdesk.ui.pages.output.outline_tree import OutlineTree
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.messages import MessageBar
from tests.ui.forms.hands import press, strike
from tests.ui.pages.showing import Ears, Show


@pytest.fixture
def page(show: Show, empty_session: Session, qtbot: QtBot) -> OutlinePage:
    made = OutlinePage(empty_session)
    show(made)
    qtbot.waitUntil(lambda: "Seiten" in made.heading().subtitle)
    return made


@pytest.fixture
def read_only_session(
    made_empty: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path
) -> Iterator[Session]:
    with OpenProject.open(made_empty, ui_surroundings, read_only=True) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        yield session
        session.end()
        session.jobs.close()


def tree(page: OutlinePage) -> OutlineTree:
    found = page.findChild(OutlineTree)
    assert isinstance(found, OutlineTree)
    return found


def model(page: OutlinePage) -> OutlineModel:
    found = tree(page).model()
    assert isinstance(found, OutlineModel)
    return found


def row(session: Session, chapter: str) -> OutlineRow:
    return next(found for found in outline_rows(session.project) if found.chapter == chapter)


def click(page: OutlinePage, chapter: str, column: int) -> None:
    """Click on the box of a chapter."""
    index = model(page).index_of(chapter, column)
    tree(page).scrollTo(index)
    rect = tree(page).visualRect(index)
    QTest.mouseClick(tree(page).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 18, rect.center().y()))


def go_to(page: OutlinePage, chapter: str) -> None:
    assert tree(page).reveal(chapter)
    tree(page).setFocus()


def words(page: OutlinePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def keys(session: Session, level: int) -> list[str]:
    return [found.chapter for found in outline_rows(session.project) if found.text.level == level]


def test_all_chapters_stand_there_with_what_they_hold(page: OutlinePage) -> None:
    assert model(page).index_of("kreis", TITLE).data() == "3.1  Raum und Bevölkerung"
    assert model(page).index_of("kreis", CONTENT).data() == "Text · Daten"
    assert model(page).index_of("vorwort", CONTENT).data() == "Text"


def test_the_head_counts_what_the_draft_prints_and_the_lines_say_what_no_version_has(page: OutlinePage) -> None:
    assert page.heading().subtitle.startswith("Entwurf: 29 von 36 Kapiteln · in Word etwa")
    assert (
        "12 Kapitel stehen nur im Entwurf und fehlen in einer Fassung, solange nichts dazu eingetragen ist; "
        in words(page)
    )
    assert "7 sind noch leer und werden nicht gedruckt." in words(page)
    assert model(page).index_of("leitlinien", CONTENT).data() == "nur im Entwurf"
    assert model(page).index_of("voten", CONTENT).data() == "leer, nicht gedruckt"
    go_to(page, "voten")
    assert "Noch leer, wird nicht gedruckt." in words(page)
    go_to(page, "leitlinien")
    assert "aber nur im Entwurf. Die Leitlinien sind noch nicht festgelegt. In einer Fassung erscheint" in words(page)


def test_after_freezing_numbers_and_pages_are_those_of_the_version(
    page: OutlinePage, empty_session: Session, qtbot: QtBot
) -> None:
    before = str(model(page).index_of("handlungsfelder", TITLE).data())
    freeze(empty_session.project, VersionWish("Fassung für die Kommunen"))
    qtbot.waitUntil(lambda: page.heading().subtitle.startswith("Fassung 1: "))
    assert model(page).index_of("leitlinien", TITLE).data() == "Leitlinien"
    assert model(page).index_of("leitlinien", CONTENT).data() == "fehlt in Fassung 1"
    assert model(page).index_of("leitlinien", PAGE).data() == ""
    assert str(model(page).index_of("handlungsfelder", TITLE).data()) != before
    go_to(page, "leitlinien")
    assert "Fehlt in Fassung 1. Die Leitlinien sind noch nicht festgelegt." in words(page)
    assert "So beginnt das Kapitel im Entwurf" in words(page)
    write_chapter(empty_session.project, "vorwort", "Liebe Leserinnen und Leser.")
    qtbot.waitUntil(lambda: page.heading().subtitle.startswith("Entwurf: "))


def test_a_click_leaves_a_chapter_out_and_undo_brings_it_back(page: OutlinePage, empty_session: Session) -> None:
    click(page, "begriffe", PRINT)
    assert row(empty_session, "begriffe").left_out
    assert "eines ist weggelassen." in words(page)
    empty_session.undo()
    assert not row(empty_session, "begriffe").left_out


def test_a_click_takes_a_chapter_into_the_kurzfassung(page: OutlinePage, empty_session: Session) -> None:
    click(page, "vorwort", SHORT)
    assert row(empty_session, "vorwort").in_short
    click(page, "vorwort", SHORT)
    assert empty_session.project.snapshot.all(ChapterChoice) == ()


def test_keys_do_what_the_boxes_do(page: OutlinePage, empty_session: Session) -> None:
    go_to(page, "begriffe")
    strike(Qt.Key.Key_Right)
    strike(Qt.Key.Key_Space)
    assert row(empty_session, "begriffe").left_out
    strike(Qt.Key.Key_Right)
    strike(Qt.Key.Key_Space)
    assert row(empty_session, "begriffe").in_short
    strike(Qt.Key.Key_Left)
    strike(Qt.Key.Key_Space)
    assert not row(empty_session, "begriffe").left_out


def test_words_typed_into_the_list_switch_nothing(page: OutlinePage, empty_session: Session) -> None:
    go_to(page, "begriffe")
    press("Kreis und Kommunen")
    assert empty_session.project.snapshot.all(ChapterChoice) == ()


def test_what_is_said_of_chapters_left_out_moves_no_line(page: OutlinePage) -> None:
    place = tree(page).mapTo(page, QPoint())
    click(page, "vorwort", PRINT)
    assert "eines ist weggelassen" in words(page)
    assert tree(page).mapTo(page, QPoint()) == place


def test_sections_of_a_chapter_that_is_left_out_cannot_be_switched(page: OutlinePage, empty_session: Session) -> None:
    click(page, "zentrum", PRINT)
    click(page, "kosten", PRINT)
    go_to(page, "kosten")
    strike(Qt.Key.Key_Right)
    strike(Qt.Key.Key_Space)
    assert not row(empty_session, "kosten").left_out
    assert "weil sein Kapitel weggelassen ist" in words(page)


def test_keys_move_a_chapter_with_its_sections(page: OutlinePage, empty_session: Session, qtbot: QtBot) -> None:
    go_to(page, "ausgangslage")
    strike(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keys(empty_session, 1)[2:4] == ["ausgangslage", "begriffe"]
    assert tree(page).line is not None
    assert tree(page).hasFocus()
    qtbot.waitUntil(lambda: model(page).index_of("kreis", TITLE).data() == "2.1  Raum und Bevölkerung")
    assert "andere Reihenfolge" in page.heading().subtitle


def test_the_first_section_stays_in_its_chapter(page: OutlinePage, empty_session: Session) -> None:
    go_to(page, "kreis")
    strike(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert empty_session.project.snapshot.all(ChapterChoice) == ()


def dropped(page: OutlinePage, chapter: str, place: int, parent: QModelIndex) -> bool:
    """Drop a chapter as the tree does; tells whether it may stand there."""
    data: QMimeData = model(page).mimeData([model(page).index_of(chapter)])
    action = Qt.DropAction.MoveAction
    if not model(page).canDropMimeData(data, action, place, 0, parent):
        return False
    model(page).dropMimeData(data, action, place, 0, parent)
    return True


def test_a_section_is_dropped_within_its_chapter_only(page: OutlinePage, empty_session: Session) -> None:
    home, other = model(page).index_of("zentrum"), model(page).index_of("beteiligung")
    assert dropped(page, "kosten", 0, home)
    assert not dropped(page, "kosten", 0, other)
    assert not dropped(page, "kosten", 0, QModelIndex())
    assert outline_rows(empty_session.project)[-1].chapter == "anlage_quellen"
    sections = keys(empty_session, 2)
    assert sections.index("kosten") + 1 == sections.index("aufgaben")


def test_a_section_dropped_on_a_sibling_takes_its_place(page: OutlinePage, empty_session: Session) -> None:
    assert dropped(page, "aufgaben", -1, model(page).index_of("kosten"))
    assert row(empty_session, "aufgaben").place == 2


def test_a_chapter_never_stands_behind_the_annexes(page: OutlinePage, empty_session: Session) -> None:
    assert dropped(page, "vorwort", model(page).rowCount(), QModelIndex())
    assert keys(empty_session, 1).index("vorwort") + 1 == keys(empty_session, 1).index("anlage_massnahmen")
    assert dropped(page, "anlage_quellen", 0, QModelIndex())
    assert row(empty_session, "anlage_quellen").place == 0
    assert row(empty_session, "anlage_quellen").annex


def test_the_buttons_beside_the_list_do_the_same(page: OutlinePage, empty_session: Session) -> None:
    go_to(page, "begriffe")
    for name, kind in (("outline.print", QCheckBox), ("outline.short", QCheckBox), ("chapter-up", QPushButton)):
        found = page.findChild(kind, name)
        assert found is not None
        found.click()
    assert row(empty_session, "begriffe").left_out
    assert row(empty_session, "begriffe").in_short
    assert row(empty_session, "begriffe").place == 1


def test_the_order_is_reset(page: OutlinePage, empty_session: Session) -> None:
    reset = page.actions_shown()[0]
    assert not reset.isEnabled()
    go_to(page, "begriffe")
    strike(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert reset.isEnabled()
    reset.trigger()
    assert empty_session.project.snapshot.all(ChapterChoice) == ()


def test_a_chapter_gets_a_title_of_its_own(page: OutlinePage, empty_session: Session) -> None:
    go_to(page, "begriffe")
    strike(Qt.Key.Key_Return)
    press("Was wir meinen")
    strike(Qt.Key.Key_Return)
    assert row(empty_session, "begriffe").text.title == "Was wir meinen"
    assert "Was wir meinen" in str(model(page).index_of("begriffe", TITLE).data())


def test_the_way_leads_to_the_texts(page: OutlinePage, empty_session: Session) -> None:
    ears = Ears(empty_session)
    go_to(page, "kosten")
    assert page.main_action() is not None
    page.actions_shown()[-1].trigger()
    after = page.findChild(QPushButton, "write-after")
    assert after is not None
    after.click()
    assert [way.target for way in ears.ways] == [
        Target(Step.BASICS, "chapter_text", "kosten"),
        Target(Step.BASICS, "chapter_text", "kosten", "after"),
    ]


def test_a_chapter_without_data_has_one_text_only(page: OutlinePage) -> None:
    go_to(page, "vorwort")
    after = page.findChild(QPushButton, "write-after")
    assert after is not None
    assert after.isHidden()


def test_the_card_tells_how_the_chapter_begins(page: OutlinePage, empty_session: Session, qtbot: QtBot) -> None:
    write_chapter(empty_session.project, "vorwort", "Liebe Leserinnen und Leser.")
    go_to(page, "vorwort")
    qtbot.waitUntil(lambda: "Liebe Leserinnen und Leser." in words(page))


def test_a_finding_leads_to_the_chapter(page: OutlinePage) -> None:
    assert page.reveal(Target(Step.OUTPUT, "chapter_choice", "kosten"))
    assert tree(page).line is not None
    assert page.way_here() == "kosten"
    assert not page.reveal(Target(Step.OUTPUT, "chapter_choice", "gibt-es-nicht"))


def test_a_long_kurzfassung_is_remarked(show: Show, example_session: Session, qtbot: QtBot) -> None:
    made = OutlinePage(example_session)
    show(made)
    bar = made.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    qtbot.waitUntil(lambda: "Kurzfassung" in made.heading().subtitle)
    assert bar.isHidden()
    take_into_short(example_session.project, "profile", in_short=True)
    qtbot.waitUntil(bar.isVisible)
    assert "mehr als 20 sollten es nicht sein" in words(made)


def test_a_project_that_is_only_read_changes_nothing(show: Show, read_only_session: Session, qtbot: QtBot) -> None:
    made = OutlinePage(read_only_session)
    show(made)
    qtbot.waitUntil(lambda: "Seiten" in made.heading().subtitle)
    before = outline_rows(read_only_session.project)
    click(made, "begriffe", PRINT)
    go_to(made, "begriffe")
    strike(Qt.Key.Key_Right)
    strike(Qt.Key.Key_Space)
    strike(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert outline_rows(read_only_session.project) == before
    assert made.findChild(Line, "outline.title") is not None
