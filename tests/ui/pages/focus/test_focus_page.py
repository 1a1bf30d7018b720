"""Try the page of the focus by clicks and keys."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.project.fields.edit import adopt_field
from kizdesk.project.focus.edit import begin_period, focuses_of
from kizdesk.project.focus.rules import focus_rules
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.focus.focus import FocusPage
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.shell.header import ActionButton, Header
from kizdesk.ui.theme import Theme


@pytest.fixture
def session(empty_session: Session) -> Session:
    """Return a project with two fields in one strand and one in the other."""
    for field_id in ("schule", "sprache", "arbeit"):
        adopt_field(empty_session.project, field_id)
    return empty_session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[FocusPage]:
    yield from shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> Iterator[FocusPage]:
    made = FocusPage(session)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def press(page: FocusPage, name: str) -> None:
    QTest.mouseClick(button_named(page, name), Qt.MouseButton.LeftButton)


def button_named(page: FocusPage, name: str) -> QAbstractButton:
    return next(made for made in page.findChildren(QAbstractButton, name) if made.isVisibleTo(page))


def box(page: FocusPage, field_id: str) -> QCheckBox:
    return next(iter(page.findChildren(QCheckBox, f"focus.choose.{field_id}")))


def arrow(page: FocusPage, way: str, field_id: str) -> QAbstractButton:
    return next(iter(page.findChildren(QAbstractButton, f"focus.{way}.{field_id}")))


def tick(page: FocusPage, field_id: str) -> None:
    box(page, field_id).setFocus()
    QTest.keyClick(box(page, field_id), Qt.Key.Key_Space)


def begin_another(page: FocusPage) -> None:
    next(action for action in page.actions_shown() if action.objectName() == "focus.new").trigger()


def area(page: FocusPage, name: str) -> QPlainTextEdit:
    return next(area for area in page.findChildren(QPlainTextEdit) if area.accessibleName().startswith(name))


def words(page: FocusPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def periods(session: Session) -> tuple[FocusPeriod, ...]:
    return session.project.snapshot.all(FocusPeriod)


def chosen(session: Session) -> list[str]:
    return [focus.field_id for focus in focuses_of(session.project.snapshot, periods(session)[0].id)]


def test_without_fields_the_page_leads_to_the_fields(empty_session: Session, qtbot: QtBot) -> None:
    page = next(shown(empty_session, qtbot))
    asked: list[Destination] = []
    empty_session.going.connect(asked.append)

    press(page, "begin")

    assert [going.page for going in asked] == ["fields.fields"]
    assert page.main_action() is None
    page.hide()


def test_a_period_begins_with_one_click_and_says_what_it_lacks(page: FocusPage, session: Session) -> None:
    press(page, "begin")

    assert len(periods(session)) == 1
    assert "Bitte mindestens ein Handlungsfeld aus" in words(page)
    assert "Quelle: " in words(page)
    missing = page.missing()
    assert missing is not None
    assert missing[0] == "Es fehlen noch: Schwerpunkte aus beiden Strängen und die Selbstverpflichtung."


def test_fields_are_ticked_by_keyboard_and_the_rule_is_kept(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    tick(page, "schule")
    assert "Bitte mindestens ein Handlungsfeld aus „Integration als Querschnittsaufgabe“" in words(page)
    tick(page, "arbeit")

    assert chosen(session) == ["schule", "arbeit"]
    assert "Bitte mindestens ein Handlungsfeld aus" not in words(page)
    tick(page, "schule")
    assert chosen(session) == ["arbeit"]
    session.undo()
    assert box(page, "schule").isChecked()


def test_a_reason_is_written_while_typing_and_undone_as_one_field(
    page: FocusPage, session: Session, qtbot: QtBot
) -> None:
    press(page, "begin")
    tick(page, "schule")
    area = next(area for area in page.findChildren(QPlainTextEdit) if area.accessibleName().startswith("Begründung"))
    area.setFocus()
    QTest.keyClicks(area, "Weil Schule gilt")
    qtbot.waitUntil(lambda: session.project.snapshot.all(Focus)[0].reason == "Weil Schule gilt")

    QTest.keyClick(area, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.project.snapshot.all(Focus)[0].reason == ""
    assert chosen(session) == ["schule"]


def test_a_tick_moves_nothing_that_one_is_about_to_click(page: FocusPage, session: Session, qtbot: QtBot) -> None:
    press(page, "begin")
    places = [*page.findChildren(QCheckBox), *page.findChildren(QAbstractButton, "focus.propose")]
    sheet = page.findChildren(QScrollArea)[0].widget()
    assert sheet is not None
    qtbot.wait(50)  # until the layout has settled
    before = [made.mapTo(sheet, QPoint()) for made in places]

    for field_id in ("sprache", "arbeit", "schule"):
        tick(page, field_id)
        qtbot.wait(50)
        assert [made.mapTo(sheet, QPoint()) for made in places] == before

    assert len(chosen(session)) == 3


def test_what_is_written_stays_in_its_place_while_less_and_less_is_missing(page: FocusPage, qtbot: QtBot) -> None:
    press(page, "begin")
    for field_id in ("schule", "arbeit"):
        tick(page, field_id)
    reason = area(page, "Begründung: Arbeit")
    scroll = page.findChildren(QScrollArea)[0]
    qtbot.wait(50)  # until the layout has settled
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    before = reason.mapTo(page, QPoint())

    for focus in page.session.project.snapshot.all(Focus):
        set_value(page.session.project, Focus, focus.id, "reason", "Darum.")
        qtbot.wait(50)
        assert reason.mapTo(page, QPoint()) == before


def test_the_proposed_self_commitment_leaves_everything_in_its_place(page: FocusPage, qtbot: QtBot) -> None:
    press(page, "begin")
    tick(page, "schule")
    scroll = page.findChildren(QScrollArea)[0]
    made = next(iter(page.findChildren(QAbstractButton, "focus.propose")))
    qtbot.wait(50)  # until the layout has settled
    scroll.ensureWidgetVisible(area(page, "Begründung: "))
    places = [area(page, name) for name in ("Selbstverpflichtung", "Begründung: ")]
    before = [place.mapTo(page, QPoint()) for place in places]

    press(page, "focus.propose")
    qtbot.wait(50)

    assert not made.isVisible()
    assert [place.mapTo(page, QPoint()) for place in places] == before


def test_all_that_is_missing_is_named_in_one_line(page: FocusPage) -> None:
    press(page, "begin")
    for field_id in ("schule", "arbeit"):
        tick(page, field_id)

    missing = page.missing()
    assert missing is not None
    assert missing[0] == "Es fehlen noch: 2 Begründungen und die Selbstverpflichtung."


def test_no_button_calls_for_another_period_when_this_one_lacks_nothing(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    assert page.main_action() is None

    for field_id in ("schule", "arbeit"):
        tick(page, field_id)
    for focus in session.project.snapshot.all(Focus):
        set_value(session.project, Focus, focus.id, "reason", "Darum.")
    press(page, "focus.propose")

    assert page.missing() is None
    assert page.main_action() is None


def test_arrows_are_offered_only_where_a_focus_can_be_moved(page: FocusPage) -> None:
    press(page, "begin")
    tick(page, "schule")
    assert not arrow(page, "up", "schule").isVisible()

    tick(page, "sprache")
    assert not arrow(page, "up", "schule").isEnabled()
    assert arrow(page, "down", "schule").isEnabled()
    assert arrow(page, "up", "sprache").isEnabled()
    assert not arrow(page, "down", "sprache").isEnabled()


def test_space_once_too_often_at_an_arrow_unticks_nothing(page: FocusPage, session: Session, qtbot: QtBot) -> None:
    press(page, "begin")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tick(page, "schule")
    tick(page, "sprache")
    before = chosen(session)
    arrow(page, "up", before[1]).setFocus()
    for _ in range(2):
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
    assert chosen(session) == [before[1], before[0]]


def test_the_pen_beside_a_chosen_field_leads_to_its_reason(page: FocusPage) -> None:
    press(page, "begin")
    tick(page, "schule")
    press(page, "focus.why.schule")

    focused = page.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.accessibleName().startswith("Begründung: ")


def test_alt_and_an_arrow_changes_the_order_within_the_strand(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    tick(page, "schule")
    tick(page, "sprache")
    QTest.keyClick(box(page, "sprache"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert chosen(session) == ["sprache", "schule"]


def test_the_end_follows_the_first_day_before_anything_is_written(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    line = page.findChildren(QLineEdit, "day")[0]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "01.03.2027")

    assert page.findChildren(QLabel, "focus.ends")[0].text() == "28.02.2029"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert periods(session)[0].starts == date(2027, 3, 1)


def test_a_day_within_another_period_is_refused_below_the_field(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    begin_another(page)
    later = max(periods(session), key=lambda period: period.starts)
    line = page.findChildren(QLineEdit, "day")[0]
    line.selectAll()
    QTest.keyClicks(line, f"{periods(session)[0].starts:%d.%m.%Y}")
    QTest.keyClick(line, Qt.Key.Key_Return)

    assert "Keine Überschneidung" in words(page)
    assert session.project.snapshot.get(FocusPeriod, later.id) == later


def test_the_proposed_self_commitment_is_put_in_and_can_be_undone(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    press(page, "focus.propose")

    assert periods(session)[0].self_commitment.startswith("Der Rhein-Kreis Neuss verpflichtet sich")
    session.undo()
    assert periods(session)[0].self_commitment == ""


def test_a_finding_leads_to_the_reason(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    tick(page, "arbeit")
    focus = session.project.snapshot.all(Focus)[0]

    assert page.reveal(Target(Step.FOCUS, "focus", focus.id, "reason"))
    focused = page.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.accessibleName() == "Begründung: Arbeit und Wirtschaft"


def test_a_missing_strand_leads_to_its_first_field(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    tick(page, "schule")

    assert page.reveal(Target(Step.FOCUS, "focus_period", periods(session)[0].id))
    assert page.focusWidget() is box(page, "arbeit")


def test_a_period_is_deleted_at_once_and_comes_back(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    tick(page, "schule")
    next(action for action in page.actions_shown() if action.objectName() == "focus.delete").trigger()
    assert periods(session) == ()

    session.undo()
    assert chosen(session) == ["schule"]


def test_where_buttons_have_no_room_the_deletion_goes_into_the_menu(page: FocusPage, qtbot: QtBot) -> None:
    press(page, "begin")
    header = Header(page.session.theme)
    qtbot.addWidget(header)
    header.resize(640, 60)
    header.show()
    header.show_heading(page.heading(), page.actions_shown(), page.main_action())
    seen = [made.text() for made in header.findChildren(ActionButton) if made.isVisible()]
    assert seen == ["Neuen Schwerpunktzeitraum festlegen"]


def test_what_changes_elsewhere_is_shown(page: FocusPage, session: Session) -> None:
    begin_period(session.project)

    assert page.period_id == periods(session)[0].id
    assert page.heading().subtitle.endswith("noch kein Schwerpunkt gewählt")


def test_the_example_shows_ranking_and_who_said_so(example_session: Session, qtbot: QtBot) -> None:
    page = next(shown(example_session, qtbot))
    voices = page.findChildren(QLabel, "focus.voices")[0]
    qtbot.waitUntil(lambda: bool(voices.text()), timeout=10_000)

    assert voices.text().startswith("„Sprachförderung“")
    assert "Dormagen" in voices.text()
    assert "Dringlichkeit 4,1" in words(page)
    page.hide()


def test_the_most_urgent_fields_are_proposed_for_the_next_period(example_session: Session, qtbot: QtBot) -> None:
    page = next(shown(example_session, qtbot))
    voices = page.findChildren(QLabel, "focus.voices")[0]
    qtbot.waitUntil(lambda: bool(voices.text()), timeout=10_000)
    begin_another(page)
    press(page, "focus.take-proposal")

    found = focuses_of(example_session.project.snapshot, page.period_id)
    assert found[0].field_id == "sprache"
    assert len(found) == 2
    page.hide()


def test_a_project_that_is_only_read_shows_everything_and_accepts_nothing(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    with OpenProject.open(path, ui_surroundings), OpenProject.open(path, ui_surroundings, read_only=True) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        page = next(shown(session, qtbot))

        assert not box(page, "sprache").isEnabled()
        assert box(page, "sprache").isChecked()
        assert not any(action.isEnabled() for action in page.actions_shown())
        page.hide()
        session.end()
        session.jobs.close()


def test_the_last_day_stands_in_line_with_the_first(page: FocusPage, qtbot: QtBot) -> None:
    press(page, "begin")
    ends = page.findChild(QLabel, "focus.ends")
    first = page.findChildren(QLineEdit, "day")[0]
    assert ends is not None

    def middle(widget: QWidget) -> int:
        return widget.mapTo(page, widget.rect().center()).y()

    qtbot.waitUntil(lambda: abs(middle(ends) - middle(first)) <= 2)


def test_a_strand_without_a_field_leads_to_its_own_proposals(empty_session: Session, qtbot: QtBot) -> None:
    project = empty_session.project
    first = next(field for field in project.snapshot.all(FieldOfAction) if field.strand is Strand.EDUCATION)
    adopt_field(project, first.id)
    page = next(shown(empty_session, qtbot))
    press(page, "begin")
    asked: list[Destination] = []
    empty_session.going.connect(asked.append)

    press(page, "focus.to-fields")

    assert [(going.page, going.argument) for going in asked] == [("fields.fields", Strand.CROSS_CUTTING.value)]
    page.hide()


def test_a_strand_without_a_field_is_mended_where_fields_are_adopted(empty_session: Session, qtbot: QtBot) -> None:
    project = empty_session.project
    adopt_field(project, "schule")
    page = next(shown(empty_session, qtbot))
    press(page, "begin")
    tick(page, "schule")
    missing = page.missing()
    assert missing is not None
    assert missing[1] is not None

    assert page.reveal(missing[1])

    assert page.focusWidget() is button_named(page, "focus.to-fields")
    page.hide()


def test_a_field_that_left_the_concept_is_shown_where_it_is_unticked(page: FocusPage, session: Session) -> None:
    press(page, "begin")
    tick(page, "schule")
    tick(page, "arbeit")
    set_value(session.project, FieldOfAction, "arbeit", "status", FieldStatus.FORMER)
    rule = next(rule for rule in focus_rules(session.project, periods(session)[0]) if "nicht mehr" in rule.text)

    assert page.reveal(rule.target)

    assert page.focusWidget() is box(page, "arbeit")


def test_a_proposal_that_was_taken_leaves_the_cursor_at_the_first_field_it_chose(
    example_session: Session, qtbot: QtBot
) -> None:
    page = next(shown(example_session, qtbot))
    begin_another(page)
    taking = next(iter(page.findChildren(QAbstractButton, "focus.take-proposal")))
    qtbot.waitUntil(taking.isVisible, timeout=10_000)
    taking.setFocus()
    QTest.keyClick(taking, Qt.Key.Key_Space)

    assert isinstance(page.focusWidget(), QCheckBox)
    page.hide()


def test_a_reason_that_is_shown_stands_whole_in_the_window(page: FocusPage, session: Session, qtbot: QtBot) -> None:
    press(page, "begin")
    for field_id in ("schule", "arbeit"):
        tick(page, field_id)
    last = focuses_of(session.project.snapshot, periods(session)[0].id)[-1]
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)

    assert page.reveal(Target(Step.FOCUS, "focus", last.id, "reason"))

    written = page.focusWidget()
    assert isinstance(written, QPlainTextEdit)
    qtbot.waitUntil(lambda: scroll.viewport().rect().contains(_on(scroll.viewport(), written)))


def _on(place: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(place, QPoint(0, 0)), widget.size())
