"""Have in sight what a clerk needs, whole, and where the hand expects it."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Measure
from kizdesk.domain.interviews import Evidence
from kizdesk.project.fields.edit import add_goal, add_measure, adopt_field
from kizdesk.project.records import delete
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.pages.fields import specs
from kizdesk.ui.pages.fields.fields import FieldsPage
from kizdesk.ui.pages.fields.outline_view import OutlineView
from kizdesk.ui.pages.fields.two_lines import TwoLines
from kizdesk.ui.widgets.wrapping import broken
from tests.ui.forms.hands import focused, strike

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
GOAL = "Bis 2028 gibt es in jeder Kommune des Kreises mindestens eine Sprachkita mit zwei Fachkräften."


def form(page: FieldsPage) -> RecordForm:
    shown = page.desk.pane.form
    assert shown is not None
    return shown


def adopted(page: FieldsPage) -> list[str]:
    fields = page.session.project.snapshot.all(FieldOfAction)
    return [field.id for field in fields if field.status is FieldStatus.ADOPTED]


def in_sight(page: FieldsPage, field: str) -> bool:
    """Tell whether the editor of a field is seen whole."""
    area: QWidget | None = form(page).parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert isinstance(area, QScrollArea)
    editor = form(page).editor(field)
    place = QRect(editor.mapTo(area.viewport(), QPoint(0, 0)), editor.size())
    return area.viewport().rect().contains(place)


def first_measure(page: FieldsPage) -> Measure:
    project = page.session.project
    field = project.snapshot.all(FieldOfAction)[0]
    adopt_field(project, field.id)
    return add_measure(project, add_goal(project, field.id, GOAL).id, "Sprachmittlerpool für Kitas aufbauen")


@pytest.mark.parametrize("field", ["title", "lead", "level", "starts", "ends", "description"])
def test_what_a_measure_must_have_is_in_sight_without_scrolling(page: FieldsPage, field: str) -> None:
    page.desk.outline.reveal("measure:massnahme-01")

    assert in_sight(page, field)


def test_the_line_of_what_is_missing_leads_into_the_very_field(page: FieldsPage) -> None:
    page.desk.outline.reveal("field_of_action:bildung")
    assert page.reveal(Target(Step.FIELDS, "measure", "massnahme-20", "indicator"))

    assert form(page).editor("indicator").has_focus()
    assert in_sight(page, "indicator")


def test_without_any_evidence_its_column_leaves_its_room_to_the_others(empty_page: FieldsPage) -> None:
    first_measure(empty_page)

    assert not empty_page.desk.evidence.isVisible()
    assert empty_page.desk.pane.width() > empty_page.width() // 2


def test_the_column_of_evidence_is_there_with_the_first_passage(page: FieldsPage) -> None:
    assert page.desk.evidence.isVisible()
    project = page.session.project
    for passage in project.snapshot.all(Evidence):
        delete(project, Evidence, passage.id)
    assert not page.desk.evidence.isVisible()
    page.session.undo()

    assert page.desk.evidence.isVisible()
    assert page.desk.evidence.width() > page.width() // 8


def test_where_evidence_comes_from_is_told_once_something_was_said(page: FieldsPage, qtbot: QtBot) -> None:
    project = page.session.project
    for passage in project.snapshot.all(Evidence):
        delete(project, Evidence, passage.id)
    link = next(made for made in page.desk.pane.findChildren(QPushButton, "fields.mark") if made.isVisible())

    with qtbot.waitSignal(page.session.going) as going:
        QTest.mouseClick(link, LEFT)
    assert going.args[0].page == "evaluation.comparison"
    page.session.undo()
    assert not link.isVisible()


def test_before_anything_was_said_nothing_is_told_of_evidence(empty_page: FieldsPage) -> None:
    first_measure(empty_page)

    assert not any(made.isVisible() for made in empty_page.findChildren(QPushButton, "fields.mark"))


def test_what_a_measure_stands_below_is_told_in_two_lines_and_whole_as_tooltip(empty_page: FieldsPage) -> None:
    measure = first_measure(empty_page)
    empty_page.desk.outline.reveal(f"measure:{measure.id}")
    told = empty_page.desk.pane.findChildren(TwoLines) + empty_page.desk.quick.findChildren(TwoLines)

    assert len(told) == 2
    assert [len(words.lines) for words in told] == [2, 2]
    assert all(GOAL in words.toolTip() for words in told)


def test_after_a_field_is_adopted_its_leitziel_is_typed(empty_page: FieldsPage) -> None:
    empty_page.adopt_action.trigger()

    assert form(empty_page).editor("guiding_goal").has_focus()


def test_only_one_button_of_the_page_adopts_and_it_says_which_field(empty_page: FieldsPage) -> None:
    strike(KEY.Key_Down)
    chosen = empty_page.desk.branch
    assert chosen is not None

    assert chosen.title in empty_page.adopt_action.toolTip()
    buttons = [made.text() for made in empty_page.findChildren(QPushButton) if made.isVisible()]
    assert not [text for text in buttons if "ufnehmen" in text]


def test_a_double_click_on_aufnehmen_adopts_one_field_and_stays_there(empty_page: FieldsPage) -> None:
    outline = empty_page.desk.outline
    strand = outline.model_shown.index(0, 0, QModelIndex())
    index = outline.model_shown.index(1, 0, strand)
    branch = outline.model_shown.branch_at(index)
    assert branch is not None
    corner = outline.visualRect(index).bottomRight() - QPoint(20, 10)
    QTest.mouseClick(outline.viewport(), LEFT, pos=corner)
    _second_press(outline, corner)

    assert adopted(empty_page) == [branch.id]
    assert outline.branch is not None
    assert outline.branch.id == branch.id
    assert focused() is outline


def _second_press(outline: OutlineView, place: QPoint) -> None:
    seen = outline.viewport()
    where = (QPointF(place), QPointF(seen.mapToGlobal(place)), LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(seen, QMouseEvent(QEvent.Type.MouseButtonDblClick, *where))
    QTest.mouseRelease(seen, LEFT, pos=place)


def test_a_click_drawn_away_from_aufnehmen_adopts_nothing(empty_page: FieldsPage) -> None:
    outline = empty_page.desk.outline
    strand = outline.model_shown.index(0, 0, QModelIndex())
    places = [outline.visualRect(outline.model_shown.index(row, 0, strand)).bottomRight() for row in (1, 2)]
    QTest.mousePress(outline.viewport(), LEFT, pos=places[0] - QPoint(20, 10))
    QTest.mouseRelease(outline.viewport(), LEFT, pos=places[1] - QPoint(20, 10))

    assert not adopted(empty_page)


@pytest.mark.parametrize("width", [1024, 1281, 1400, 1411, 1423])
def test_a_title_is_given_the_lines_that_it_is_drawn_in(page: FieldsPage, qtbot: QtBot, width: int) -> None:
    outline, theme = page.desk.outline, page.session.theme
    page.resize(width, 540)
    qtbot.waitUntil(lambda: outline.header().length() == outline.columnWidth(0))
    indexes = [outline.model_shown.index_of(f"measure:massnahme-{number:02}") for number in range(1, 9)]
    seen = [outline.visualRect(index) for index in indexes if index.isValid()]
    lines = [
        len(broken(index.data(), theme.font(), outline.visualRect(index).width() - 4 * theme.sizes.unit))
        for index in indexes
        if index.isValid()
    ]
    height = QFontMetrics(theme.font()).height()

    assert 2 in lines
    assert [rect.height() for rect in seen] == [3 * theme.sizes.unit + count * height for count in lines]


def test_the_help_of_a_goal_says_what_is_to_be_recognised() -> None:
    helps = {spec.name: spec.help for group in specs.GOAL for spec in group.specs}
    assert helps["description"] == "Woran ist zu erkennen, dass das Ziel erreicht ist?"


def test_the_form_says_of_a_measure_without_places_that_the_concept_names_none() -> None:
    places = next(spec for group in specs.MEASURE for spec in group.specs if spec.name == "municipality_ids")
    assert isinstance(places.editor, partial)
    assert places.editor.keywords["empty"] == "keine ausgewählt"
    assert "nennt das Konzept keine Kommune" in places.help
