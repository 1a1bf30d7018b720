from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.interviews.releasing import put_status
from kizdesk.project.records import add, set_values
from kizdesk.ui.pages.stocktaking.matrix import MatrixPage
from kizdesk.ui.pages.stocktaking.matrix_table import MatrixTable
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.search import SearchField
from kizdesk.ui.widgets.stats import StatRow
from tests.ui.pages.showing import Ears, Show

DORMAGEN, KAARST = "05162004", "05162016"
NAME, FIRST_SECTION = 0, 1


@pytest.fixture
def interview(empty_session: Session) -> Interview:
    return add_interview(empty_session.project, DORMAGEN)


def running(session: Session, interview: Interview) -> None:
    set_values(session.project, Interview, interview.id, {"status": InterviewStatus.RUNNING})


def table_of(page: MatrixPage) -> MatrixTable:
    assert page.table is not None
    return page.table


def click(page: MatrixPage, row: int, column: int) -> None:
    table = table_of(page)
    spot: QPoint = table.visualRect(table.rows.index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def begin(page: MatrixPage) -> None:
    action = page.main_action()
    assert action is not None
    action.trigger()


def step_column(page: MatrixPage) -> int:
    return table_of(page).rows.columnCount() - 1


def press(page: MatrixPage, name: str) -> None:
    made = page.findChild(QAbstractButton, name)
    assert isinstance(made, QAbstractButton)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def press_empty(page: MatrixPage, name: str = "begin") -> None:
    state = next(found for found in page.findChildren(EmptyState) if found.isVisible())
    button = state.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_project_plans_a_single_interview_beside_that(
    matrix_page: MatrixPage, empty_session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(empty_session.going) as gone:
        press_empty(matrix_page, "begin-otherwise")
    assert len(empty_session.project.snapshot.all(Interview)) == 1
    assert gone.args is not None
    assert gone.args[0].target.field == "municipality_id"


def test_an_empty_project_teaches_and_plans_all_with_one_button(
    matrix_page: MatrixPage, empty_session: Session
) -> None:
    assert matrix_page.main_action() is None
    press_empty(matrix_page)
    assert len(empty_session.project.snapshot.all(Interview)) == 8
    assert matrix_page.main_action() is not None
    assert table_of(matrix_page).isVisible()


def test_undo_of_the_plan_teaches_again(matrix_page: MatrixPage, empty_session: Session) -> None:
    press_empty(matrix_page)
    empty_session.undo()
    assert matrix_page.main_action() is None


@pytest.mark.usefixtures("interview")
def test_the_row_selected_is_begun(matrix_page: MatrixPage, empty_session: Session, ears: Ears) -> None:
    click(matrix_page, 3, NAME)
    assert matrix_page.heading().subtitle.endswith("ausgewählt: Kaarst")
    begin(matrix_page)
    begun = [found for found in empty_session.project.snapshot.all(Interview) if found.municipality_id == KAARST]
    assert [(way.page, way.argument) for way in ears.ways] == [("interview.runner", begun[0].id)]


def test_without_a_row_the_next_one_open_is_begun(matrix_page: MatrixPage, empty_session: Session, ears: Ears) -> None:
    interview = add_interview(empty_session.project, KAARST)
    assert matrix_page.heading().subtitle.endswith("als Nächstes: Kaarst")
    begin(matrix_page)
    assert ears.ways[0].argument == interview.id


def test_a_click_on_a_sign_opens_the_interview_at_its_section(
    interview: Interview, matrix_page: MatrixPage, empty_session: Session, ears: Ears
) -> None:
    running(empty_session, interview)
    click(matrix_page, 0, FIRST_SECTION)
    section = table_of(matrix_page).rows.columns[FIRST_SECTION].name
    assert ears.ways[0].argument.startswith(f"{interview.id}#{section}/")


def test_enter_on_a_sign_does_the_same(
    interview: Interview, matrix_page: MatrixPage, empty_session: Session, ears: Ears
) -> None:
    running(empty_session, interview)
    table = table_of(matrix_page)
    table.setFocus()
    table.setCurrentIndex(table.rows.index(0, FIRST_SECTION + 1))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert f"#{table.rows.columns[FIRST_SECTION + 1].name}/" in ears.ways[0].argument


@pytest.mark.usefixtures("interview")
def test_a_sign_of_an_interview_not_begun_offers_to_begin_it(matrix_page: MatrixPage, ears: Ears) -> None:
    click(matrix_page, 0, FIRST_SECTION)
    assert ears.ways == []
    assert ears.said == ["In Dormagen hat noch kein Gespräch begonnen."]


@pytest.mark.usefixtures("interview")
def test_the_step_to_plan_plans_and_asks_for_the_day(
    matrix_page: MatrixPage, empty_session: Session, ears: Ears
) -> None:
    click(matrix_page, 3, step_column(matrix_page))
    made = [found for found in empty_session.project.snapshot.all(Interview) if found.municipality_id == KAARST]
    assert ears.ways[0].target == Target(Step.STOCK_TAKING, "interview", made[0].id, "held_on")


def test_an_appointment_to_come_leads_to_its_day(
    interview: Interview, matrix_page: MatrixPage, empty_session: Session, ears: Ears
) -> None:
    set_values(empty_session.project, Interview, interview.id, {"held_on": date(2031, 1, 1)})
    click(matrix_page, 0, step_column(matrix_page))
    assert ears.ways[0].target == Target(Step.STOCK_TAKING, "interview", interview.id, "held_on")


@pytest.mark.usefixtures("interview")
def test_an_interview_whose_day_has_come_is_opened(
    matrix_page: MatrixPage, empty_session: Session, interview: Interview, ears: Ears
) -> None:
    set_values(empty_session.project, Interview, interview.id, {"held_on": date(2026, 1, 5)})
    click(matrix_page, 0, step_column(matrix_page))
    assert (ears.ways[0].page, ears.ways[0].argument) == ("interview.runner", interview.id)


def test_an_answer_is_counted_at_once(interview: Interview, matrix_page: MatrixPage, empty_session: Session) -> None:
    table = table_of(matrix_page)
    before = table.rows.row_at(0).total.done
    question = empty_session.project.library.guide(interview.guide_id, interview.guide_version).sections[1].questions[0]
    add(
        empty_session.project,
        Answer(id=f"{interview.id}/{question.id}", interview_id=interview.id, question_id=question.id, text="ja"),
    )
    assert table.rows.row_at(0).total.done == before + 1


@pytest.mark.usefixtures("interview")
def test_signs_are_said_in_words(matrix_page: MatrixPage) -> None:
    table = table_of(matrix_page)
    spoken = str(table.rows.index(0, FIRST_SECTION).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "von" in spoken
    assert "Fragen erledigt" in spoken


@pytest.mark.usefixtures("interview")
def test_the_page_shows_the_map_and_the_matrix_again(matrix_page: MatrixPage, qtbot: QtBot) -> None:
    switch = matrix_page.actions_shown()[0]
    switch.trigger()
    assert not table_of(matrix_page).isVisible()
    qtbot.waitUntil(lambda: not matrix_page.session.jobs.is_busy)
    assert switch.text() == "Tabelle zeigen"
    switch.trigger()
    assert table_of(matrix_page).isVisible()


@pytest.mark.usefixtures("interview")
def test_a_jump_to_a_municipality_selects_its_row(matrix_page: MatrixPage) -> None:
    assert matrix_page.reveal(Target(Step.STOCK_TAKING, "municipality", KAARST))
    assert [row.municipality_id for row in table_of(matrix_page).selected_rows] == [KAARST]


@pytest.mark.usefixtures("interview")
def test_names_stay_while_the_rest_scrolls_sideways(matrix_page: MatrixPage, qtbot: QtBot) -> None:
    matrix_page.resize(500, 600)
    table = table_of(matrix_page)
    names = table.findChild(QTableView, "matrix-names")
    assert names is not None
    assert not names.isVisible()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    qtbot.waitUntil(names.isVisible)


@pytest.mark.usefixtures("interview")
@pytest.mark.parametrize(("lacking", "look"), [(0, "cards"), (1, "line"), (200, "cards")])
def test_the_numbers_fold_where_that_shows_all_municipalities(
    matrix_page: MatrixPage, qtbot: QtBot, lacking: int, look: str
) -> None:
    high = QWidget()
    qtbot.addWidget(high)
    high.resize(1366, 1000)
    matrix_page.setParent(high)
    high.show()
    matrix_page.show()
    numbers, table = matrix_page.findChild(StatRow), table_of(matrix_page)
    assert numbers is not None
    exactly = table.height_for(8) + matrix_page.session.theme.sizes.gap + numbers.height_of(folded=False)
    matrix_page.resize(1366, exactly - lacking)
    qtbot.waitUntil(lambda: numbers.is_folded == (look == "line"))
    qtbot.waitUntil(lambda: (table.verticalScrollBar().maximum() > 0) == (lacking > 100))


def test_a_city_without_municipalities_is_led_to_its_offerings(city_session: Session, show: Show, qtbot: QtBot) -> None:
    ears, page = Ears(city_session), MatrixPage(city_session)
    show(page)
    qtbot.waitUntil(lambda: any(state.isVisible() for state in page.findChildren(EmptyState)))
    press_empty(page)
    assert ears.ways[0].page == "evaluation.offerings"


def test_many_municipalities_are_searched_by_words_and_by_stand(
    large_session: Session, show: Show, qtbot: QtBot
) -> None:
    emsdetten = next(place for place in large_session.project.snapshot.all(Municipality) if place.name == "Emsdetten")
    running(large_session, add_interview(large_session.project, emsdetten.id))
    page = MatrixPage(large_session)
    show(page)
    qtbot.waitUntil(lambda: page.table is not None and table_of(page).rows.rowCount() == 24)
    search = page.findChild(SearchField)
    assert search is not None
    search.setFocus()
    QTest.keyClicks(search, "ems")
    assert {row.name for row in table_of(page).selected_rows} == set()
    assert table_of(page).rows.rowCount() < 24
    QTest.keyClick(search, Qt.Key.Key_Escape)
    press(page, "choice-running")
    assert [table_of(page).rows.row_at(place).name for place in range(table_of(page).rows.rowCount())] == ["Emsdetten"]
    QTest.keyClicks(search, "xyz")
    press_empty(page)
    assert table_of(page).rows.rowCount() == 24


def test_an_empty_project_only_read_has_nothing_to_press(read_only: Session, show: Show, qtbot: QtBot) -> None:
    page = MatrixPage(read_only)
    show(page)
    qtbot.waitUntil(lambda: any(state.isVisible() for state in page.findChildren(EmptyState)))
    empty = next(state for state in page.findChildren(EmptyState) if state.isVisible())
    assert not [made for made in empty.findChildren(QAbstractButton) if made.isVisible()]


def test_minutes_changed_since_their_release_are_told_in_the_overview(
    empty_session: Session, show: Show, qtbot: QtBot
) -> None:
    project = empty_session.project
    held = add_interview(project, DORMAGEN)
    put_answer(project, Answer(id="", interview_id=held.id, question_id="b01", text="Amt 50"))
    put_status(project, held.id, InterviewStatus.RELEASED)
    put_answer(project, Answer(id="", interview_id=held.id, question_id="b01", text="Amt 51"))
    page = MatrixPage(empty_session)
    show(page)

    def stands() -> str:
        model = table_of(page).model()
        column = model.columnCount() - 2
        return str(model.index(0, column).data())

    qtbot.waitUntil(lambda: page.table is not None and stands() == "geändert")
