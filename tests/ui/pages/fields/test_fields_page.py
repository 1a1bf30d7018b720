from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Strand
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.fields.outline import field_outline
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.catalogue import pages_of
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.fields.fields import FieldsPage
from kizdesk.ui.pages.fields.outline_view import OutlineView
from kizdesk.ui.session import Destination, Message, Session
from kizdesk.ui.theme import Theme
from tests.ui.forms.hands import ALT, CTRL, focused, press, strike
from tests.ui.pages.fields.conftest import shown

KEY = Qt.Key


def snapshot(page: FieldsPage) -> Snapshot:
    return page.session.project.snapshot


def titles(page: FieldsPage, goal_id: str) -> list[str]:
    branches = (
        goal for strand in field_outline(page.session.project) for field in strand.fields for goal in field.goals
    )
    return next([measure.title for measure in goal.measures] for goal in branches if goal.goal.id == goal_id)


def adopted(page: FieldsPage, strand: int) -> list[str]:
    fields = field_outline(page.session.project)[strand].fields
    return [branch.field.id for branch in fields if branch.adopted]


def go(page: FieldsPage, key: str) -> None:
    assert page.desk.outline.reveal(key)
    page.desk.outline.setFocus()


def form(page: FieldsPage) -> RecordForm:
    shown = page.desk.pane.form
    assert shown is not None
    return shown


def main_text(page: FieldsPage) -> str:
    action = page.main_action()
    assert action is not None
    return action.text()


def key(outline: OutlineView) -> str:
    return outline.branch.key if outline.branch is not None else ""


def test_the_step_begins_with_the_fields_and_not_with_the_principles() -> None:
    assert [entry.key for entry in pages_of(Step.FIELDS)] == ["fields.fields", "fields.principles"]


def test_an_empty_concept_is_begun_by_its_main_action(empty_page: FieldsPage) -> None:
    assert "Noch ist kein Handlungsfeld" in empty_page.heading().subtitle
    assert main_text(empty_page) == "Dieses Handlungsfeld aufnehmen"
    first = empty_page.desk.branch
    assert first is not None
    empty_page.adopt_action.trigger()

    assert adopted(empty_page, 0) == [first.id]
    assert main_text(empty_page) == "Ziel hinzufügen"


def test_the_plus_key_adopts_the_proposal_chosen(empty_page: FieldsPage) -> None:
    strike(KEY.Key_Down)
    chosen = empty_page.desk.branch
    assert chosen is not None
    strike(KEY.Key_Plus)

    assert adopted(empty_page, 0) == [chosen.id]
    assert empty_page.desk.outline.hasFocus()


def test_a_click_on_the_word_beside_a_proposal_adopts_it(empty_page: FieldsPage) -> None:
    outline = empty_page.desk.outline
    strand = outline.model_shown.index(0, 0, QModelIndex())
    index = outline.model_shown.index(1, 0, strand)
    branch = outline.model_shown.branch_at(index)
    assert branch is not None
    corner = outline.visualRect(index).bottomRight() - QPoint(20, 8)
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=corner)

    assert adopted(empty_page, 0) == [branch.id]


def test_a_field_of_ones_own_is_typed_below(empty_page: FieldsPage) -> None:
    empty_page.field_action.trigger()
    press("Sport im Quartier")
    strike(KEY.Key_Return)

    field = snapshot(empty_page).get(FieldOfAction, adopted(empty_page, 0)[0])
    assert field.title == "Sport im Quartier"
    assert empty_page.desk.branch is not None
    assert empty_page.desk.branch.id == field.id


def test_five_measures_are_typed_in_a_row_without_the_mouse(page: FieldsPage) -> None:
    go(page, "goal:ziel-bildung-eltern")
    before = len(titles(page, "ziel-bildung-eltern"))
    strike(KEY.Key_Insert)
    for number in range(5):
        press(f"Neu {number}")
        strike(KEY.Key_Return)

    assert titles(page, "ziel-bildung-eltern")[before:] == [f"Neu {number}" for number in range(5)]
    assert focused() is page.desk.quick.line


def test_enter_in_the_title_of_a_measure_leads_to_the_next_one(page: FieldsPage) -> None:
    go(page, "measure:massnahme-01")
    strike(KEY.Key_Return)
    assert form(page).editor("title").has_focus()
    strike(KEY.Key_End)
    press(" neu")
    strike(KEY.Key_Return)
    press("Danach")
    strike(KEY.Key_Return)

    assert titles(page, "ziel-bildung-fruehe")[0] == "Rucksackgruppen in allen Kommunen neu"
    assert titles(page, "ziel-bildung-fruehe")[-1] == "Danach"


def test_behind_a_goal_its_measures_are_typed(page: FieldsPage) -> None:
    go(page, "field_of_action:sprache")
    page.goal_action.trigger()
    for title in ("Eins", "Kurse am Abend"):
        press(title)
        strike(KEY.Key_Return)

    goal = next(goal for goal in snapshot(page).all(Goal) if goal.title == "Eins")
    assert titles(page, goal.id) == ["Kurse am Abend"]
    assert focused() is page.desk.quick.line
    assert main_text(page) == "Maßnahme hinzufügen"


def test_the_buttons_add_what_is_typed_as_enter_does(page: FieldsPage) -> None:
    go(page, "field_of_action:sprache")
    page.goal_action.trigger()
    press("Eins")
    page.goal_action.trigger()
    page.measure_action.trigger()
    press("Kurse am Abend")
    page.measure_action.trigger()
    press("Danach")

    goal = next(goal for goal in snapshot(page).all(Goal) if goal.title == "Eins")
    assert titles(page, goal.id) == ["Kurse am Abend"]
    assert page.desk.quick.line.text() == "Danach"
    page.field_action.trigger()
    assert "Danach" in {field.title for field in snapshot(page).all(FieldOfAction)}


def test_a_button_that_cannot_add_what_is_typed_keeps_it(empty_page: FieldsPage) -> None:
    empty_page.adopt_action.trigger()
    empty_page.desk.type_next("measure")
    press("Lotsen")
    empty_page.measure_action.trigger()
    press(" im Amt")
    assert empty_page.desk.quick.line.text() == "Lotsen im Amt"


def test_several_goals_are_typed_in_a_row_by_their_key(page: FieldsPage) -> None:
    go(page, "field_of_action:sprache")
    for title in ("Eins", "Zwei"):
        page.goal_action.trigger()
        press(title)
        strike(KEY.Key_Return)

    goals = [goal.title for goal in snapshot(page).all(Goal) if goal.field_id == "sprache"]
    assert goals[-2:] == ["Eins", "Zwei"]


def test_a_measure_without_a_goal_is_refused_with_a_sentence(
    empty_page: FieldsPage, empty_session: Session, qtbot: QtBot
) -> None:
    empty_page.adopt_action.trigger()
    empty_page.desk.type_next("measure")
    press("Lotsen")
    with qtbot.waitSignal(empty_session.said) as heard:
        strike(KEY.Key_Return)

    assert heard.args[0].text == "Bitte zuerst ein Ziel anlegen."
    assert empty_page.desk.quick.line.text() == "Lotsen"


def test_undo_in_the_empty_line_takes_the_last_entry_back(page: FieldsPage) -> None:
    go(page, "goal:ziel-bildung-eltern")
    before = titles(page, "ziel-bildung-eltern")
    strike(KEY.Key_Insert)
    press("Irrtum")
    strike(KEY.Key_Return)
    strike(KEY.Key_Z, CTRL)

    assert titles(page, "ziel-bildung-eltern") == before
    assert focused() is page.desk.quick.line


def test_alt_and_arrows_order_fields_within_their_strand(page: FieldsPage) -> None:
    go(page, "field_of_action:sprache")
    strike(KEY.Key_Up, ALT)
    assert adopted(page, 0) == ["sprache", "bildung"]
    assert key(page.desk.outline) == "field_of_action:sprache"
    strike(KEY.Key_Up, ALT)

    assert adopted(page, 0) == ["sprache", "bildung"]


def test_alt_and_arrows_take_a_measure_on_to_the_next_goal(page: FieldsPage, said: list[Message]) -> None:
    go(page, "measure:massnahme-02")
    strike(KEY.Key_Down, ALT)

    assert snapshot(page).get(Measure, "massnahme-02").goal_id == "ziel-bildung-schule"
    assert titles(page, "ziel-bildung-schule")[0].startswith("Übergabegespräche")
    assert "Schulen interkulturell" in said[-1].text
    assert page.desk.outline.hasFocus()


def test_a_measure_is_dragged_to_another_goal(page: FieldsPage) -> None:
    model = page.desk.outline.model_shown
    data = model.mimeData([model.index_of("measure:massnahme-01")])
    home = model.index_of("goal:ziel-bildung-schule")
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, 1, 0, home)
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, home)

    assert titles(page, "ziel-bildung-schule")[1] == "Rucksackgruppen in allen Kommunen"


def test_a_measure_cannot_be_dropped_on_a_strand(page: FieldsPage) -> None:
    model = page.desk.outline.model_shown
    data = model.mimeData([model.index_of("measure:massnahme-01")])

    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index_of("strand:bildung"))


def test_a_field_dragged_into_the_other_strand_is_told(page: FieldsPage, said: list[Message]) -> None:
    model = page.desk.outline.model_shown
    data = model.mimeData([model.index_of("field_of_action:sprache")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index_of("strand:querschnitt"))

    assert adopted(page, 1)[0] == "sprache"
    assert said[-1].text == "Verschoben nach „Integration als Querschnittsaufgabe“."


def test_a_measure_moves_by_its_form_too(page: FieldsPage) -> None:
    go(page, "measure:massnahme-01")
    form(page).editor("goal_id").set_value("ziel-sprache-erwachsene")
    form(page).editor("goal_id").committed.emit()
    form(page).editor("goal_id").edited.emit()
    form(page).flush()

    assert snapshot(page).get(Measure, "massnahme-01").goal_id == "ziel-sprache-erwachsene"


def test_a_measure_is_copied_and_its_title_can_be_typed(page: FieldsPage) -> None:
    go(page, "measure:massnahme-01")
    strike(KEY.Key_D, CTRL)

    assert titles(page, "ziel-bildung-fruehe")[1] == "Rucksackgruppen in allen Kommunen (Kopie)"
    assert form(page).editor("title").has_focus()


def test_deleting_a_goal_says_what_went_with_it_and_undo_brings_it_back(
    page: FieldsPage, said: list[Message], session: Session
) -> None:
    go(page, "goal:ziel-bildung-eltern")
    strike(KEY.Key_Delete)

    assert "damit auch 2 Maßnahmen" in said[-1].text
    assert page.desk.outline.hasFocus()
    assert key(page.desk.outline) == "goal:ziel-bildung-uebergang"
    session.undo()
    assert page.desk.outline.reveal("goal:ziel-bildung-eltern")


def test_a_field_is_taken_out_and_keeps_its_goals(page: FieldsPage, said: list[Message]) -> None:
    go(page, "field_of_action:teilhabe")
    button = page.findChild(QPushButton, "fields.take-out")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert snapshot(page).get(FieldOfAction, "teilhabe").status is not FieldStatus.ADOPTED
    assert "bleiben erhalten" in said[-1].text
    assert [goal for goal in snapshot(page).all(Goal) if goal.field_id == "teilhabe"]


def test_a_proposal_of_the_catalogue_is_not_deleted(page: FieldsPage, said: list[Message]) -> None:
    go(page, "field_of_action:wohnen")
    strike(KEY.Key_Delete)

    assert snapshot(page).find(FieldOfAction, "wohnen") is not None
    assert "brauchen nicht gelöscht" in said[-1].text


def test_the_evidence_of_the_field_stands_beside_it(page: FieldsPage, qtbot: QtBot) -> None:
    go(page, "field_of_action:sprache")
    qtbot.waitUntil(lambda: {row.field_id for row in page.desk.evidence.rows} == {"sprache"})


def test_the_space_bar_links_a_passage_to_the_open_measure(page: FieldsPage, qtbot: QtBot) -> None:
    go(page, "measure:massnahme-05")
    evidence = page.desk.evidence
    qtbot.waitUntil(lambda: bool(evidence.rows) and evidence.rows[0].field_id == "bildung")
    evidence.view.setFocus()
    evidence.view.setCurrentIndex(evidence.view.model().index(1, 0))
    first = evidence.rows[1].id
    strike(KEY.Key_Space)

    assert first in snapshot(page).get(Measure, "massnahme-05").evidence_ids
    strike(KEY.Key_Space)
    assert first not in snapshot(page).get(Measure, "massnahme-05").evidence_ids
    assert evidence.view.hasFocus()


def test_what_a_measure_rests_on_stands_first(page: FieldsPage, qtbot: QtBot) -> None:
    go(page, "measure:massnahme-02")
    qtbot.waitUntil(lambda: bool(page.desk.evidence.rows))

    assert {row.id for row in page.desk.evidence.rows[:2]} == {"beleg-008", "beleg-027"}


def test_enter_on_a_passage_goes_to_its_answer(page: FieldsPage, session: Session, qtbot: QtBot) -> None:
    evidence = page.desk.evidence
    qtbot.waitUntil(lambda: bool(evidence.rows))
    evidence.view.setFocus()
    evidence.view.setCurrentIndex(evidence.view.model().index(0, 0))
    with qtbot.waitSignal(session.going) as went:
        strike(KEY.Key_Return)

    assert went.args[0] == Destination(target=evidence.rows[0].target)


@pytest.mark.parametrize("field", ["lead", "starts", "indicator", "effort_eur"])
def test_a_jump_puts_the_focus_into_the_field_of_a_measure(page: FieldsPage, field: str) -> None:
    assert page.reveal(Target(Step.FIELDS, "measure", "massnahme-20", field))

    assert form(page).record_id == "massnahme-20"
    assert form(page).editor(field).has_focus()


def test_a_jump_to_a_field_without_a_goal_asks_for_one(empty_page: FieldsPage) -> None:
    empty_page.adopt_action.trigger()
    field_id = adopted(empty_page, 0)[0]
    assert empty_page.reveal(Target(Step.FIELDS, "field_of_action", field_id))

    assert focused() is empty_page.desk.quick.line
    assert empty_page.desk.quick.mode == "goal"


def test_a_jump_to_what_is_gone_is_refused(page: FieldsPage) -> None:
    assert not page.reveal(Target(Step.FIELDS, "measure", "weg", "lead"))


def test_the_table_shows_all_measures_and_leads_back_into_one(page: FieldsPage) -> None:
    strike(KEY.Key_T, ALT)
    assert page.table.view.rows.rowCount() == len(snapshot(page).all(Measure))
    press("Rucksack")
    assert page.table.view.rows.rowCount() == 1
    strike(KEY.Key_Down)
    page.table.view.reveal("massnahme-01")
    strike(KEY.Key_Return)

    assert form(page).record_id == "massnahme-01"
    assert form(page).editor("title").has_focus()
    assert not page.go_back()


def test_an_amount_left_empty_is_not_yet_quantified_and_not_zero(page: FieldsPage) -> None:
    page.reveal(Target(Step.FIELDS, "measure", "massnahme-01", "effort_eur"))
    strike(KEY.Key_A, CTRL)
    strike(KEY.Key_Delete)
    form(page).flush()

    assert snapshot(page).get(Measure, "massnahme-01").effort_eur is None


def test_a_title_typed_shows_in_the_outline(page: FieldsPage, qtbot: QtBot) -> None:
    page.reveal(Target(Step.FIELDS, "measure", "massnahme-01", "title"))
    strike(KEY.Key_A, CTRL)
    press("Andere Gruppen")

    qtbot.waitUntil(lambda: page.desk.branch is not None and page.desk.branch.title == "Andere Gruppen")
    assert form(page).editor("title").has_focus()


def test_a_project_that_is_only_read_offers_nothing_to_change(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    with OpenProject.open(made_example, ui_surroundings, read_only=True) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        page = FieldsPage(session, delay=20)
        shown(qtbot, page)
        go(page, "measure:massnahme-01")
        for struck in (KEY.Key_Delete, KEY.Key_Insert):
            strike(struck)
        strike(KEY.Key_D, CTRL)
        strike(KEY.Key_Down, ALT)

        assert page.main_action() is None
        assert not page.desk.quick.isVisible()
        assert titles(page, "ziel-bildung-fruehe")[0] == "Rucksackgruppen in allen Kommunen"
        session.end()
        session.jobs.close()


def test_a_long_title_takes_two_lines_in_the_outline(page: FieldsPage) -> None:
    outline = page.desk.outline
    go(page, "goal:ziel-bildung-fruehe")
    model = outline.model_shown
    long, short = model.index_of("goal:ziel-bildung-fruehe"), model.index_of("goal:ziel-bildung-eltern")

    assert outline.visualRect(long).height() > outline.visualRect(short).height()


def test_a_title_that_becomes_bold_when_it_is_adopted_gets_its_second_line(empty_page: FieldsPage) -> None:
    outline = empty_page.desk.outline
    model = outline.model_shown
    strand = model.index(0, 0, QModelIndex())
    branch = model.branch_at(model.index(0, 0, strand))
    assert branch is not None
    title = _just_one_line(outline, empty_page.session.theme)
    set_values(empty_page.session.project, FieldOfAction, branch.id, {"title": title})
    before = outline.visualRect(model.index_of(branch.key)).height()
    empty_page.adopt_action.trigger()

    assert outline.visualRect(model.index_of(branch.key)).height() > before


def _just_one_line(outline: OutlineView, theme: Theme) -> str:
    room = outline.viewport().width() - outline.indentation() - 4 * theme.sizes.unit
    title, plain = "Öffnung der Verwaltung", QFontMetrics(theme.font())
    while plain.horizontalAdvance(title + " .") < room:
        title += " ."
    return title


def test_adopting_a_field_moves_nothing_in_its_form(empty_page: FieldsPage) -> None:
    pane = empty_page.desk.pane
    before = form(empty_page).editor("title").mapTo(pane, QPoint(0, 0))
    empty_page.adopt_action.trigger()

    assert form(empty_page).editor("title").mapTo(pane, QPoint(0, 0)) == before


def test_the_form_is_never_wider_than_its_room(page: FieldsPage) -> None:
    for key_shown in ("measure:massnahme-01", "field_of_action:bildung"):
        go(page, key_shown)
        area = form(page).parentWidget()
        assert area is not None
        assert form(page).minimumSizeHint().width() <= form(page).width() <= area.width()


def test_the_filter_shows_only_what_the_measure_rests_on(page: FieldsPage, qtbot: QtBot) -> None:
    go(page, "measure:massnahme-03")
    evidence = page.desk.evidence
    qtbot.waitUntil(lambda: bool(evidence.rows))
    choice = page.findChild(QComboBox, "fields.evidence.filter")
    assert choice is not None
    choice.setFocus()
    strike(KEY.Key_End)

    linked = snapshot(page).get(Measure, "massnahme-03").evidence_ids
    assert {row.id for row in evidence.rows} == set(linked) & {row.id for row in evidence.rows}
    assert evidence.rows


def test_everything_that_takes_the_focus_has_a_name(page: FieldsPage, qtbot: QtBot) -> None:
    go(page, "measure:massnahme-01")
    qtbot.waitUntil(lambda: bool(page.desk.evidence.rows))
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]

    assert not nameless


@pytest.mark.parametrize("chosen", ["field_of_action:bildung", "goal:ziel-bildung-eltern", "measure:massnahme-01"])
def test_tab_goes_from_the_outline_through_the_form_to_the_evidence(
    page: FieldsPage, qtbot: QtBot, chosen: str
) -> None:
    go(page, chosen)
    qtbot.waitUntil(lambda: bool(page.desk.evidence.rows))
    order: list[QWidget] = []
    for _ in range(60):
        strike(KEY.Key_Tab)
        order.append(focused())
        if order[-1] is page.desk.evidence.view:
            break

    places = [order.index(part) for part in (page.desk.quick.line, *form(page).editor("title").parts)]
    assert places == sorted(places)
    assert all(any(part in order for part in form(page).editor(field).parts) for field in form(page).fields)


@pytest.mark.parametrize("strand", list(Strand))
def test_who_comes_for_a_strand_stands_on_its_first_proposal(empty_page: FieldsPage, strand: Strand) -> None:
    empty_page.open(strand.value)

    branch, outline = empty_page.desk.branch, empty_page.desk.outline
    assert branch is not None
    assert branch.proposed
    assert empty_page.session.project.snapshot.get(FieldOfAction, branch.id).strand is strand
    assert outline.hasFocus()
    home = outline.visualRect(outline.model_shown.index_of(f"strand:{strand.value}"))
    assert outline.viewport().rect().contains(home)


def test_a_strand_is_seen_from_its_name_on_also_when_the_page_is_shown_for_it(
    empty_session: Session, qtbot: QtBot
) -> None:
    page = FieldsPage(empty_session, delay=20)
    qtbot.addWidget(page)
    page.resize(1024, 540)
    page.show()
    page.open(Strand.CROSS_CUTTING.value)
    outline = page.desk.outline
    home = outline.model_shown.index_of(f"strand:{Strand.CROSS_CUTTING.value}")

    qtbot.waitUntil(lambda: 0 <= outline.visualRect(home).top() < outline.visualRect(home).height())
