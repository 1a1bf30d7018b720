"""Test that the guide is edited as a clerk does it: by clicks and keys, live, with the way back."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kizdesk.domain.guide import Condition, Question, QuestionType
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.steps import Step, Target
from kizdesk.project.guides.questions import drop_question, set_question
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.catalogue import entry_at, pages_of
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.guide.page import GuidePage
from kizdesk.ui.session import Message, Session
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.scroll import ScrollPage
from tests.ui.forms.hands import ALT, CTRL, focused, press, strike

KEY = Qt.Key


def asked(page: GuidePage, question_id: str) -> Question:
    return page.session.project.guides.present.question(question_id)


def go(page: GuidePage, wanted: str) -> None:
    assert page.desk.tree.reveal(wanted)
    page.desk.tree.setFocus()


def part(page: GuidePage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def is_seen(page: GuidePage, name: str) -> bool:
    found = page.findChild(QWidget, name)
    return found is not None and found.isVisible()


def click(page: GuidePage, name: str) -> None:
    found = part(page, name)
    assert isinstance(found, QAbstractButton)
    assert found.isVisible(), name
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def pick(page: GuidePage, field: str, words: str) -> None:
    """Choose an entry of a box as with the mouse."""
    box = part(page, f"guide.{field}")
    assert isinstance(box, QComboBox)
    box.setFocus()
    place = box.findText(words)
    assert place >= 0, [box.itemText(row) for row in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


def lines(page: GuidePage) -> list[str]:
    model = page.desk.tree.model_shown
    found = []
    for row in range(model.rowCount()):
        above = model.index(row, 0)
        found.append(str(model.data(above)))
        found += [str(model.data(model.index(below, 0, above))) for below in range(model.rowCount(above))]
    return found


def versions(page: GuidePage) -> list[str]:
    return [edition.guide_version for edition in page.session.project.snapshot.all(GuideEdition)]


def test_the_page_is_the_last_tab_of_the_stock_taking(page: GuidePage) -> None:
    assert [entry.tab for entry in pages_of(Step.STOCK_TAKING) if not entry.hidden][-1] == "Leitfaden"
    assert entry_at(Step.STOCK_TAKING, "guide_edition").key == "stocktaking.guide"
    assert page.heading().subtitle == "Fassung 2026-1, mit dem Programm geliefert; 8 Gespräche nach dieser Fassung"


def test_words_are_written_while_typing_and_begin_a_version(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b01")
    strike(KEY.Key_Return)
    press("Neu: ")
    qtbot.waitUntil(lambda: asked(page, "b01").text.startswith("Neu: Welche"))

    assert versions(page) == ["2026-1.1"]
    assert page.heading().subtitle == "Fassung 2026-1.1, aus 2026-1; 8 Gespräche nach der früheren Fassung"
    assert "B.1  Zuständige Stelle · geändert" in lines(page)


def test_undo_in_the_field_takes_the_words_back(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b01")
    strike(KEY.Key_Return)
    press("Neu: ")
    qtbot.waitUntil(lambda: asked(page, "b01").text.startswith("Neu: "))
    strike(KEY.Key_Z, CTRL)

    assert not versions(page)
    assert asked(page, "b01").text.startswith("Welche")


def test_an_empty_question_is_refused_under_its_field(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b01")
    strike(KEY.Key_Return)
    strike(KEY.Key_A, CTRL)
    strike(KEY.Key_Delete)
    cell = page.desk.pane.question_form.cell("text")
    qtbot.waitUntil(lambda: "Der Wortlaut der Frage fehlt." in cell.editor.accessibleDescription())

    assert not versions(page)


def test_einfg_adds_a_question_whose_words_are_typed_at_once(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b01")
    strike(KEY.Key_Insert)
    press("Seit wann?")
    qtbot.waitUntil(
        lambda: any(question.text == "Seit wann?" for question in page.session.project.guides.present.questions())
    )

    assert "B.2  Seit wann? · neu" in lines(page)


def test_alt_and_arrows_move_a_question_and_renumber(page: GuidePage) -> None:
    go(page, "b02")
    strike(KEY.Key_Up, ALT)

    assert lines(page)[lines(page).index("B  Strukturen und Zuständigkeiten") + 1].startswith("B.1  Stellen")
    node = page.desk.node
    assert node is not None
    assert node.id == "b02"
    strike(KEY.Key_Up, ALT)
    assert asked(page, "b02").number == "A.5"


def test_the_arrows_beside_the_question_move_it_by_mouse(page: GuidePage) -> None:
    go(page, "b02")
    click(page, "guide.up")
    assert asked(page, "b02").number == "B.1"
    click(page, "guide.down")
    click(page, "guide.down")
    assert asked(page, "b02").number == "B.3"


def test_a_new_answer_scrolls_into_sight(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b05")
    found = next(made for made in page.findChildren(QPushButton) if made.isVisible() and "hinzufügen" in made.text())
    page.resize(1024, 330)
    area = next(made for made in page.findChildren(ScrollPage) if made.isAncestorOf(found))
    bottom = found.mapTo(area.viewport(), found.rect().bottomLeft()).y()
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + bottom - area.viewport().height() + 1)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def is_in_sight() -> bool:
        line = focused()
        seen = line.mapTo(area.viewport(), line.rect().bottomLeft()).y()
        return isinstance(line, QLineEdit) and 0 < seen <= area.viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_what_may_not_move_says_why(page: GuidePage, said: list[Message]) -> None:
    go(page, "b04")
    strike(KEY.Key_Up, ALT)

    assert said[-1].text.startswith("Frage B.4 muss nach Frage B.3 stehen")


def test_a_question_is_dragged_into_another_section(page: GuidePage) -> None:
    model = page.desk.tree.model_shown
    data: QMimeData = model.mimeData([model.index_of("h01")])
    home = model.index_of("b")
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, home)
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, home)

    assert asked(page, "h01").number == "B.1"


def test_a_section_is_dragged_among_the_others(page: GuidePage) -> None:
    model = page.desk.tree.model_shown
    data = model.mimeData([model.index_of("c")])
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index_of("b"))
    model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())

    assert [section.id for section in page.session.project.guides.present.sections][:4] == ["x", "a", "c", "b"]


def test_entf_drops_a_question_and_the_bar_brings_it_back(page: GuidePage, said: list[Message]) -> None:
    go(page, "b06")
    strike(KEY.Key_Delete)
    assert "Strategische Entscheidungen · entfallen" in lines(page)
    assert said[-1].text == "Frage „Strategische Entscheidungen“ herausgenommen"
    act = said[-1].act
    assert act is not None
    act()
    assert not asked(page, "b06").retired


def test_a_dropped_question_is_taken_up_again(page: GuidePage) -> None:
    drop_question(page.session.project, "b06")
    go(page, "b06")
    click(page, "guide.back")

    assert not asked(page, "b06").retired


def test_a_question_others_need_cannot_be_dropped_and_says_why(page: GuidePage) -> None:
    go(page, "b03")
    drop = part(page, "guide.drop")

    assert not drop.isEnabled()
    assert drop.toolTip().startswith("Frage B.4 hängt davon ab")


def test_a_type_that_answers_mind_is_asked_about_first(page: GuidePage) -> None:
    go(page, "i01")
    pick(page, "type", "Mehrere zur Auswahl")
    assert asked(page, "i01").type is QuestionType.NUMBER
    card = page.desk.pane.question_form.findChild(QPushButton, "guide.type-yes")
    assert card is not None
    assert card.isVisible()
    click(page, "guide.type-yes")

    assert asked(page, "i01").type is QuestionType.MULTIPLE
    remark = part(page, "guide.type-was")
    assert isinstance(remark, QLabel)
    assert remark.text().startswith("In der Fassung 2026-1 war das „Zahl“. Es gibt 7 Antworten dazu")


def test_not_changing_the_type_shows_the_old_one_again(page: GuidePage) -> None:
    go(page, "i01")
    pick(page, "type", "Mehrere zur Auswahl")
    click(page, "guide.type-no")

    box = part(page, "guide.type")
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Zahl"
    assert not versions(page)


def test_a_type_no_answer_minds_is_changed_at_once(page: GuidePage) -> None:
    go(page, "b01")
    pick(page, "type", "Text")

    assert asked(page, "b01").type is QuestionType.LONG_TEXT


def test_answers_are_added_by_keys_and_taken_out_with_a_way_back(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b05")
    part(page, "guide.options").setFocus()
    strike(KEY.Key_Insert)
    press("Standesamt")
    strike(KEY.Key_Tab)
    qtbot.waitUntil(lambda: "Standesamt" in [option.label for option in asked(page, "b05").options])
    assert asked(page, "b05").options[0].id == "jugendamt"

    part(page, "guide.options").setFocus()
    strike(KEY.Key_Home, CTRL)
    strike(KEY.Key_Delete)
    assert [option.id for option in asked(page, "b05").retired_options] == ["jugendamt"]
    click(page, "guide.back-jugendamt")
    assert asked(page, "b05").options[-1].id == "jugendamt"


def test_a_condition_is_set_by_choosing(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "b06")
    editor = page.desk.pane.question_form.cell("condition").editor
    editor.setFocus()
    press("B.5 Eigene")
    strike(KEY.Key_Tab)
    qtbot.waitUntil(lambda: asked(page, "b06").condition == Condition("b05"))
    boxes = page.desk.pane.question_form.cell("any_of").editor.findChildren(QCheckBox)
    QTest.mouseClick(boxes[0], Qt.MouseButton.LeftButton)

    assert asked(page, "b06").condition == Condition("b05", ("jugendamt",))


def test_a_question_on_offerings_shows_only_its_words(page: GuidePage) -> None:
    go(page, "e06")
    form = page.desk.pane.question_form

    assert form.cell("text").isVisible()
    assert form.cell("type").isHidden()
    assert not form.reveal("type")


def test_a_section_is_added_and_named(page: GuidePage, qtbot: QtBot) -> None:
    go(page, "a01")
    page.section_action.trigger()
    press("Zahlen")
    qtbot.waitUntil(lambda: "B  Zahlen" in lines(page))

    assert "C  Strukturen und Zuständigkeiten" in lines(page)


def test_the_versions_show_differences_and_the_interviews_left_behind(page: GuidePage, qtbot: QtBot) -> None:
    set_question(page.session.project, "b01", "short", "Amt")
    page.versions_action.trigger()
    qtbot.waitUntil(partial(is_seen, page, "guide.row-b01"))
    assert page.findChild(QPushButton, "guide.row-gespraech-dormagen") is not None
    click(page, "guide.row-b01")

    node = page.desk.node
    assert node is not None
    assert node.id == "b01"
    assert page.desk.isVisible()


def test_an_interview_is_moved_and_the_bar_moves_it_back(page: GuidePage, said: list[Message], qtbot: QtBot) -> None:
    set_question(page.session.project, "b01", "short", "Amt")
    page.open("fassungen")
    qtbot.waitUntil(partial(is_seen, page, "guide.row-gespraech-dormagen"))
    click(page, "guide.row-gespraech-dormagen")

    def version() -> str:
        return page.session.project.snapshot.get(Interview, "gespraech-dormagen").guide_version

    assert version() == "2026-1.1"
    assert said[-1].text == "Gespräch mit Dormagen auf die Fassung 2026-1.1 umgestellt"
    page.session.undo()
    assert version() == "2026-1"


def test_all_that_are_not_released_are_moved_together(page: GuidePage, said: list[Message], qtbot: QtBot) -> None:
    project = page.session.project
    for key in ("gespraech-dormagen", "gespraech-neuss"):
        set_value(project, Interview, key, "status", InterviewStatus.RUNNING)
    set_question(project, "b01", "short", "Amt")
    page.open("fassungen")
    qtbot.waitUntil(partial(is_seen, page, "guide.move-all"))
    click(page, "guide.move-all")

    assert said[-1].text == "3 Gespräche auf die Fassung 2026-1.1 umgestellt"


def test_the_version_of_the_program_is_chosen_again(page: GuidePage, qtbot: QtBot) -> None:
    set_question(page.session.project, "b01", "short", "Amt")
    page.open("fassungen")
    pick(page, "version", "2026-1, mit dem Programm geliefert · 8 Gespräche nach dieser Fassung")

    assert page.session.project.settings.guide_version == "2026-1"
    qtbot.waitUntil(lambda: not page.session.jobs.is_busy)


def test_the_guide_is_saved_as_xlsform_under_the_name_proposed(
    page: GuidePage, said: list[Message], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return name, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page.save_action.trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)

    assert Path(proposed[0]).name == "Leitfaden 2026-1.xlsx"
    assert Path(proposed[0]).read_bytes().startswith(b"PK")
    assert said[-1].text.startswith("„Leitfaden 2026-1.xlsx“ ist gespeichert.")


def test_a_name_without_its_ending_gets_it_also_behind_the_number_of_a_version(
    page: GuidePage, said: list[Message], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (given[2].removesuffix("-1.xlsx") + "-1.1", ""))
    page.save_action.trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)

    assert said[-1].text.startswith("„Leitfaden 2026-1.1.xlsx“ ist gespeichert.")


def test_a_target_leads_to_the_question_or_to_the_versions(page: GuidePage, qtbot: QtBot) -> None:
    assert page.reveal(Target(Step.STOCK_TAKING, "guide_edition", "x", "b05"))
    assert page.way_here() == "b05"
    assert page.reveal(Target(Step.STOCK_TAKING, "guide_edition", "x"))
    assert page.way_here() == "fassungen"
    assert page.go_back()
    assert page.way_here() == "b05"
    qtbot.waitUntil(lambda: not page.session.jobs.is_busy)


def test_enter_goes_into_the_form(page: GuidePage) -> None:
    go(page, "b01")
    strike(KEY.Key_Return)

    assert focused().objectName() == "guide.text"


def test_a_project_that_is_only_read_shows_everything_and_takes_nothing(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = Path(shutil.copy(made_example, tmp_path / made_example.name))
    with OpenProject.open(copy, ui_surroundings, read_only=True) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        page = GuidePage(session, delay=20)
        qtbot.addWidget(page)
        page.resize(1024, 540)
        page.show()
        assert page.main_action() is None
        go(page, "b05")
        for key in (KEY.Key_Insert, KEY.Key_Delete):
            QTest.keyClick(page.desk.tree, key)
        QTest.keyClick(page.desk.tree, KEY.Key_Up, ALT)
        assert not part(page, "guide.drop").isEnabled()
        assert not versions(page)
        page.close()
        session.end()
        session.jobs.close()
