from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewStatus
from kizdesk.domain.people import Person
from kizdesk.project.files import FileRead, sha256_of
from kizdesk.project.interviews.edit import add_interview, attach_file, put_answer
from kizdesk.project.records import add, set_values
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.pages.stocktaking.files_card import FilesCard
from kizdesk.ui.pages.stocktaking.interviews import InterviewsPage
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.labels import WrapLabel
from kizdesk.ui.widgets.scroll import ScrollPage
from tests.ui.forms.hands import press, strike
from tests.ui.pages.showing import Ears, Show

DORMAGEN, KAARST = "05162004", "05162016"
FILE = FileRead("Brief.txt", "text/plain", b"Guten Tag", sha256_of(b"Guten Tag"))


@pytest.fixture
def interview(empty_session: Session) -> Interview:
    return add_interview(empty_session.project, DORMAGEN)


def all_of(session: Session) -> tuple[Interview, ...]:
    return session.project.snapshot.all(Interview)


def act(page: InterviewsPage, name: str) -> None:
    action = next(action for action in page.actions_shown() if action.objectName() == name)
    assert action.isEnabled()
    assert action.isVisible()
    action.trigger()


def button(page: QWidget, name: str) -> QAbstractButton:
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def push(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def line(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def says(page: QWidget, words: str) -> bool:
    return any(words in found.text() for found in page.findChildren(QLabel) if found.isVisibleTo(page))


def test_an_empty_list_teaches_and_plans_all_in_one_step(list_page: InterviewsPage, empty_session: Session) -> None:
    assert [action.objectName() for action in list_page.actions_shown()] == ["merge-interviews"]
    state = list_page.findChildren(EmptyState)[-1]
    push(state, "begin")
    assert len(all_of(empty_session)) == 8
    empty_session.undo()
    assert all_of(empty_session) == ()


def test_an_empty_list_plans_a_single_interview_and_asks_with_whom(
    list_page: InterviewsPage, empty_session: Session
) -> None:
    push(list_page.findChildren(EmptyState)[-1], "begin-otherwise")
    assert len(all_of(empty_session)) == 1
    assert list_page.pane.form.editor("municipality_id").has_focus()


def test_a_new_person_is_typed_right_below_those_who_take_part(interview: Interview, list_page: InterviewsPage) -> None:
    editor = list_page.pane.form.editor("person_ids")
    assert interview.id == list_page.pane.interview_id
    assert editor.isAncestorOf(line(list_page, "new-person-name"))
    assert not list_page.pane.people.isVisibleTo(list_page)


@pytest.mark.usefixtures("interview")
def test_planning_one_takes_a_municipality_without_an_interview(
    list_page: InterviewsPage, empty_session: Session
) -> None:
    act(list_page, "plan-interview")
    assert len({found.municipality_id for found in all_of(empty_session)}) == 2
    assert list_page.pane.interview_id == all_of(empty_session)[-1].id


@pytest.mark.usefixtures("interview")
def test_all_others_are_planned_with_one_button(list_page: InterviewsPage, empty_session: Session) -> None:
    act(list_page, "plan-rest")
    assert len(all_of(empty_session)) == 8
    assert "plan-rest" not in [action.objectName() for action in list_page.actions_shown() if action.isVisible()]


def test_day_and_time_are_typed_and_kept(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    assert list_page.reveal(Target(Step.STOCK_TAKING, "interview", interview.id, "held_on"))
    press("06.03.2026")
    strike(Qt.Key.Key_Tab)
    list_page.pane.reveal("started")
    press("9:30")
    strike(Qt.Key.Key_Tab)
    found = empty_session.project.snapshot.get(Interview, interview.id)
    assert found.held_on == date(2026, 3, 6)
    assert found.started is not None
    assert list_page.table.rows.row_at(0).day == date(2026, 3, 6)


def test_a_question_named_by_the_checker_is_shown_in_the_interview(
    interview: Interview, list_page: InterviewsPage, ears: Ears
) -> None:
    assert list_page.reveal(Target(Step.STOCK_TAKING, "interview", interview.id, "q-a-1"))
    assert (ears.ways[0].page, ears.ways[0].argument) == ("interview.runner", interview.id)


@pytest.mark.usefixtures("interview")
def test_enter_offers_to_begin_a_planned_interview_and_begins_nothing(list_page: InterviewsPage, ears: Ears) -> None:
    list_page.table.setFocus()
    strike(Qt.Key.Key_Return)
    assert ears.ways == []
    assert ears.said == ["Das Gespräch mit Dormagen hat noch nicht begonnen."]


def test_enter_opens_an_interview_that_is_begun(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, ears: Ears
) -> None:
    set_values(empty_session.project, Interview, interview.id, {"status": InterviewStatus.RUNNING})
    list_page.table.setFocus()
    strike(Qt.Key.Key_Return)
    assert (ears.ways[0].page, ears.ways[0].argument) == ("interview.runner", interview.id)


def test_the_button_says_what_opening_means(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    action = list_page.main_action()
    assert action is not None
    assert action.text() == "Gespräch beginnen"
    set_values(empty_session.project, Interview, interview.id, {"status": InterviewStatus.RUNNING})
    assert action.text() == "Gespräch fortsetzen"


def test_a_new_person_is_added_right_there(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, qtbot: QtBot
) -> None:
    line(list_page, "new-person-name").setFocus()
    press("Zoë Łukasik")
    strike(Qt.Key.Key_Return)
    people = empty_session.project.snapshot.all(Person)
    assert [person.name for person in people] == ["Zoë Łukasik"]
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == (people[0].id,)
    qtbot.waitUntil(lambda: says(list_page.pane.people, "Einwilligungen: noch keine erfasst"))


def test_a_name_half_typed_waits_while_another_interview_is_looked_at(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    other = add_interview(empty_session.project, KAARST)
    list_page.reveal(Target(Step.STOCK_TAKING, "interview", interview.id))
    line(list_page, "new-person-name").setFocus()
    press("Zoë Łuk")
    list_page.reveal(Target(Step.STOCK_TAKING, "interview", other.id))
    assert line(list_page, "new-person-name").text() == ""

    list_page.reveal(Target(Step.STOCK_TAKING, "interview", interview.id))
    assert line(list_page, "new-person-name").text() == "Zoë Łuk"


@pytest.mark.usefixtures("interview")
def test_the_line_for_the_next_person_stays_whole_in_sight(list_page: InterviewsPage, qtbot: QtBot) -> None:
    name, area = line(list_page, "new-person-name"), list_page.pane.findChild(ScrollPage)
    assert area is not None
    name.setFocus()
    for number in range(3):
        lowest = name.mapTo(area.viewport(), name.rect().bottomLeft()).y()
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + lowest - area.viewport().height() + 1)
        press(f"Person {number} mit einem recht langen Namen")
        strike(Qt.Key.Key_Return)
        qtbot.wait(100)
        qtbot.waitUntil(lambda: name.visibleRegion().boundingRect() == name.rect())


@pytest.mark.usefixtures("interview")
def test_a_person_without_name_is_refused_where_it_is_typed(list_page: InterviewsPage) -> None:
    push(list_page, "add-person")
    assert says(list_page.pane.form, "Bitte einen Namen oder eine Funktion eingeben.")


def test_a_person_of_the_municipality_is_ticked(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, ears: Ears
) -> None:
    add(empty_session.project, Person(id="anna", name="Anna Beispiel", municipality_id=DORMAGEN))
    add(empty_session.project, Person(id="bert", name="Bert Fremd", municipality_id=KAARST))
    boxes = [part for part in list_page.pane.form.editor("person_ids").parts if isinstance(part, QCheckBox)]
    assert [box.text() for box in boxes] == ["Anna Beispiel"]
    boxes[0].click()
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("anna",)
    push(list_page, "person-anna")
    assert ears.ways[-1].target == Target(Step.BASICS, "person", "anna")


def test_somebody_of_the_district_is_proposed_while_typing_and_not_before(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, qtbot: QtBot
) -> None:
    add(empty_session.project, Person(id="olaf", name="Dr. Olaf Gericke", function="Landrat"))
    assert not [part for part in list_page.pane.form.editor("person_ids").parts if isinstance(part, QCheckBox)]
    name = line(list_page, "new-person-name")
    name.setFocus()
    press("Geri")
    popup = name.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("olaf",))
    qtbot.waitUntil(lambda: name.text() == "")
    assert [person.id for person in empty_session.project.snapshot.all(Person)] == ["olaf"]


def test_who_is_named_in_full_is_not_added_a_second_time(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    add(empty_session.project, Person(id="bert", name="Bert Fremd", municipality_id=KAARST))
    line(list_page, "new-person-name").setFocus()
    press("bert fremd")
    push(list_page, "add-person")
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("bert",)
    assert len(empty_session.project.snapshot.all(Person)) == 1


def test_of_two_with_one_name_the_one_chosen_takes_part(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    add(empty_session.project, Person(id="one", name="Anna Schmidt", function="Jobcenter"))
    add(empty_session.project, Person(id="two", name="Anna Schmidt", municipality_id=KAARST, function="Leitung"))
    name = line(list_page, "new-person-name")
    name.setFocus()
    press("Anna Schmidt")
    push(list_page, "add-person")
    assert says(list_page.pane.form, "Im Projekt gibt es mehrere, die so heißen.")
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ()
    name.setFocus()
    press(", Leitung")
    push(list_page, "add-person")
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("two",)


def test_who_stands_in_the_project_with_the_name_alone_is_not_mistaken_for_a_namesake(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    add(empty_session.project, Person(id="one", name="Anna Schmidt", function="Jobcenter"))
    add(empty_session.project, Person(id="two", name="Anna Schmidt", municipality_id=KAARST))
    line(list_page, "new-person-name").setFocus()
    press("Anna Schmidt")
    push(list_page, "add-person")
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("two",)


def test_somebody_of_the_municipality_who_is_typed_is_not_added_a_second_time(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    add(empty_session.project, Person(id="anna", name="Anna Beispiel", municipality_id=DORMAGEN))
    line(list_page, "new-person-name").setFocus()
    press("Anna Beispiel")
    push(list_page, "add-person")
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("anna",)
    assert len(empty_session.project.snapshot.all(Person)) == 1


def test_who_takes_part_already_is_not_added_again_and_nothing_is_offered_to_be_taken_back(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, ears: Ears
) -> None:
    add(empty_session.project, Person(id="anna", name="Anna Beispiel", municipality_id=DORMAGEN))
    set_values(empty_session.project, Interview, interview.id, {"person_ids": ("anna",)})
    line(list_page, "new-person-name").setFocus()
    press("Anna Beispiel")
    push(list_page, "add-person")
    assert says(list_page.pane.form, "Anna Beispiel nimmt schon teil.")
    assert not ears.said
    assert len(empty_session.project.snapshot.all(Person)) == 1


def test_an_office_without_a_name_is_told_by_its_unit(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, ears: Ears
) -> None:
    add(empty_session.project, Person(id="office", unit="Sozialamt"))
    line(list_page, "new-person-name").setFocus()
    press("Sozialamt")
    push(list_page, "add-person")
    assert empty_session.project.snapshot.get(Interview, interview.id).person_ids == ("office",)
    assert ears.said == ["Sozialamt nimmt teil."]


def test_a_held_interview_is_noted_as_released(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    set_values(empty_session.project, Interview, interview.id, {"status": InterviewStatus.DONE})
    act(list_page, "release-interview")
    found = empty_session.project.snapshot.get(Interview, interview.id)
    assert found.status is InterviewStatus.RELEASED
    assert found.released_on is not None


def test_the_buttons_in_the_head_stay_whatever_interview_is_chosen(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    planned = [action for action in list_page.actions_shown() if action.isVisible()]
    set_values(empty_session.project, Interview, interview.id, {"status": InterviewStatus.DONE})
    held = [action for action in list_page.actions_shown() if action.isVisible()]
    assert [action.objectName() for action in held] == [action.objectName() for action in planned]


def test_only_a_held_interview_can_be_noted_as_released(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    noting = next(action for action in list_page.actions_shown() if action.objectName() == "release-interview")
    assert not noting.isEnabled()
    set_values(empty_session.project, Interview, interview.id, {"status": InterviewStatus.DONE})
    assert noting.isEnabled()


def test_deleting_says_what_goes_and_undo_brings_it_back(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, ears: Ears
) -> None:
    attach_file(empty_session.project, FILE, interview.id)
    list_page.table.setFocus()
    strike(Qt.Key.Key_Delete)
    assert ears.said[-1] == "Das Gespräch ist gelöscht, damit auch 1 Anlage."
    assert all_of(empty_session) == ()
    empty_session.undo()
    assert len(empty_session.project.snapshot.all(Attachment)) == 1


def dropped(card: FilesCard, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(card, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(card, QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_a_file_dropped_is_attached_and_deleted_again(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "Zusage.txt").write_text("Ja", encoding="utf-8")
    dropped(list_page.pane.files, tmp_path / "Zusage.txt")
    qtbot.waitUntil(lambda: bool(empty_session.project.snapshot.all(Attachment)))
    file = empty_session.project.snapshot.all(Attachment)[0]
    assert (file.name, file.interview_id) == ("Zusage.txt", interview.id)
    qtbot.waitUntil(lambda: button(list_page, f"remove-{file.id}").isVisible())
    push(list_page, f"remove-{file.id}")
    assert not empty_session.project.snapshot.all(Attachment)
    empty_session.undo()
    qtbot.waitUntil(lambda: says(list_page.pane.files, "Zusage.txt"))


@pytest.mark.usefixtures("interview")
def test_an_empty_file_is_refused_with_a_sentence(
    list_page: InterviewsPage, ears: Ears, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "leer.txt").touch()
    dropped(list_page.pane.files, tmp_path / "leer.txt")
    qtbot.waitUntil(lambda: bool(ears.said))
    assert "leer" in ears.said[0]


def test_a_file_is_saved_elsewhere(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    file = attach_file(empty_session.project, FILE, interview.id)
    list_page.pane.files.save(file.id, tmp_path / "Kopie.txt")
    qtbot.waitUntil((tmp_path / "Kopie.txt").is_file)
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy)
    assert (tmp_path / "Kopie.txt").read_bytes() == b"Guten Tag"


def test_a_city_without_municipalities_says_why_there_are_no_interviews(
    city_session: Session, show: Show, qtbot: QtBot
) -> None:
    page = InterviewsPage(city_session)
    show(page)
    qtbot.waitUntil(lambda: says(page, "keine kreisangehörigen Kommunen"))
    assert page.main_action() is None


@pytest.mark.usefixtures("interview")
def test_a_project_only_read_offers_opening_alone(read_only: Session, show: Show, qtbot: QtBot) -> None:
    page = InterviewsPage(read_only)
    show(page)
    qtbot.waitUntil(lambda: page.pane.interview_id != "")
    usable = [action.objectName() for action in page.actions_shown() if action.isEnabled() and action.isVisible()]
    assert usable == ["open-interview"]
    assert not button(page, "attach-file").isEnabled()
    assert not line(page, "new-person-name").isEnabled()


def test_a_jump_to_a_file_of_an_interview_shows_it_in_the_list(
    interview: Interview, empty_session: Session, show: Show, ears: Ears
) -> None:
    file = attach_file(empty_session.project, FILE, interview.id)
    runner = RunnerPage(empty_session)
    show(runner)
    assert runner.reveal(Target(Step.STOCK_TAKING, "attachment", file.id))
    assert (ears.ways[0].page, ears.ways[0].argument) == ("stocktaking.interviews", interview.id)


def test_the_list_is_read_again_when_its_first_reading_was_cancelled(
    empty_session: Session, interview: Interview, qtbot: QtBot
) -> None:
    page = InterviewsPage(empty_session)
    qtbot.addWidget(page)
    page.refresh(())
    empty_session.jobs.cancel_all()
    page.refresh(())
    qtbot.waitUntil(lambda: page.table.rows.holds(interview.id))


def test_minutes_changed_since_their_release_are_marked_in_list_and_side(
    interview: Interview, list_page: InterviewsPage, empty_session: Session, qtbot: QtBot
) -> None:
    project = empty_session.project
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b01", text="Amt 50"))
    released = {"status": InterviewStatus.RELEASED, "released_on": project.now().date()}
    set_values(project, Interview, interview.id, released)
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b01", text="Amt 51"))
    shown = list_page.findChild(WrapLabel, "interview-changed")
    assert shown is not None
    qtbot.waitUntil(shown.isVisible)
    assert shown.text().startswith("Seit der Freigabe am 05.01.2026 an einer Stelle geändert.")
    row = list_page.table.current_row
    assert row is not None
    assert row.changed == 1
    project.undo()
    qtbot.waitUntil(shown.isHidden)


def test_a_day_typed_as_released_releases_and_one_deleted_takes_that_back(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    project = empty_session.project
    set_values(project, Interview, interview.id, {"status": InterviewStatus.DONE})
    assert list_page.pane.reveal("released_on")
    press("04.01.2026")
    strike(Qt.Key.Key_Return)
    assert project.snapshot.get(Interview, interview.id).status is InterviewStatus.RELEASED
    assert list_page.pane.form.editor("status").value() is InterviewStatus.RELEASED
    assert list_page.heading().subtitle == "Ein Gespräch, abgeschlossen und freigegeben"
    focused_line = list_page.focusWidget()
    assert isinstance(focused_line, QLineEdit)
    focused_line.selectAll()
    strike(Qt.Key.Key_Delete)
    strike(Qt.Key.Key_Return)
    assert project.snapshot.get(Interview, interview.id).status is InterviewStatus.DONE


def test_a_release_on_a_day_still_to_come_is_refused_in_its_field(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    set_values(empty_session.project, Interview, interview.id, {"status": InterviewStatus.DONE})
    assert list_page.pane.reveal("released_on")
    press("01.01.2099")
    strike(Qt.Key.Key_Return)
    assert says(list_page.pane, "Der 01.01.2099 liegt noch vor uns.")
    assert empty_session.project.snapshot.get(Interview, interview.id).released_on is None


def test_a_day_that_cannot_release_says_why_and_stays_in_its_field(
    interview: Interview, list_page: InterviewsPage, empty_session: Session
) -> None:
    assert list_page.pane.reveal("released_on")
    press("04.01.2026")
    strike(Qt.Key.Key_Return)
    assert says(list_page.pane, "Dieses Gespräch ist noch nicht geführt.")
    assert empty_session.project.snapshot.get(Interview, interview.id).released_on is None
    assert list_page.pane.form.is_dirty
