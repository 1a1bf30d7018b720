from datetime import date, time
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import MeasureStatus
from kizdesk.domain.interviews import FundingRow
from kizdesk.domain.places import DistrictKind
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.forms import (
    Amount,
    Binding,
    Choice,
    Clock,
    Day,
    Editor,
    Line,
    Lines,
    LongText,
    Many,
    One,
    Option,
    Prose,
    RowColumn,
    Rows,
    ThreeWay,
    Whole,
    fixed,
)
from kizdesk.ui.forms.keys import show_text_menu
from kizdesk.ui.forms.option_list import OptionView
from kizdesk.ui.forms.spec import EditorMaker
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.theme import Theme
from tests.ui.forms.conftest import session_of
from tests.ui.forms.hands import ALT, CTRL, press, strike

FUNDING = partial(
    Rows,
    columns=(
        RowColumn("Quelle", "source"),
        RowColumn("Programm", "programme"),
        RowColumn("Betrag", "amount_eur", "amount"),
        RowColumn("Bis", "until"),
    ),
    make=FundingRow,
)
TOWNS = fixed(*((str(number), f"Ort {number:02}") for number in range(1, 31)))


def shown(session: Session, qtbot: QtBot, maker: EditorMaker, value: Any = None) -> Editor:
    editor = maker(session)
    qtbot.addWidget(editor)
    editor.set_value(value)
    editor.resize(600, 200)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.has_focus)
    return editor


@pytest.mark.parametrize(
    ("maker", "typed", "value"),
    [
        (Amount, "12.345,50", Decimal("12345.50")),
        (Amount, "12345,5 €", Decimal("12345.5")),
        (Amount, "12 345,-", Decimal(12345)),
        (Amount, "0.125", Decimal("0.125")),
        (Amount, "0.500", Decimal("0.5")),
        (partial(Amount, optional=True), "", None),
        (partial(Amount, unit="%", factor=100), "20 %", Decimal("0.2")),
        (Whole, "70.000", 70000),
        (Clock, "930", time(9, 30)),
        (Clock, "14:05", time(14, 5)),
        (Day, "6.3.2013", date(2013, 3, 6)),
    ],
)
def test_german_input_is_understood(
    session: Session, qtbot: QtBot, maker: EditorMaker, typed: str, value: object
) -> None:
    editor = shown(session, qtbot, maker)
    press(typed)
    assert editor.value() == value


@pytest.mark.parametrize(
    ("maker", "typed"),
    [(Amount, "viel"), (Amount, "1.23.4"), (Amount, ""), (Amount, "-5"), (Whole, "3,5"), (Clock, "25:00"), (Day, "x")],
)
def test_what_is_no_such_value_is_refused_in_a_sentence(
    session: Session, qtbot: QtBot, maker: EditorMaker, typed: str
) -> None:
    editor = shown(session, qtbot, maker)
    press(typed)
    with pytest.raises(UserError, match=r"Bitte"):
        editor.value()


@pytest.mark.parametrize("maker", [LongText, Prose])
def test_a_hundred_thousand_characters_are_kept_whole(session: Session, qtbot: QtBot, maker: EditorMaker) -> None:
    text = ("Wort\u00a0und Satz, **fett** – „so“.\n" * 4000)[:100_000]
    editor = shown(session, qtbot, maker)
    QGuiApplication.clipboard().setText(text)
    strike(Qt.Key.Key_V, CTRL)
    assert editor.value() == text


def test_a_text_of_one_line_is_as_high_as_a_line(session: Session, qtbot: QtBot) -> None:
    text, line = LongText(session, least=1), Line(session)
    for editor in (text, line):
        qtbot.addWidget(editor)
        editor.show()
    assert text.sizeHint().height() == line.sizeHint().height()


def test_tab_leaves_a_long_text(session: Session, qtbot: QtBot) -> None:
    editor = LongText(session)
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addWidget(editor)
    column.addWidget(Line(session))
    editor.set_value("Text")
    around.show()
    around.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.has_focus)
    with qtbot.waitSignal(editor.left):
        strike(Qt.Key.Key_Tab)
    assert editor.value() == "Text"


def test_bold_is_put_and_taken_by_a_key(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, Prose, "wichtig")
    strike(Qt.Key.Key_A, CTRL)
    strike(Qt.Key.Key_B, CTRL)
    assert editor.value() == "**wichtig**"
    strike(Qt.Key.Key_A, CTRL)
    strike(Qt.Key.Key_B, CTRL)
    assert editor.value() == "wichtig"


def test_letters_are_never_undone_by_the_editor_itself(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, Line)
    press("abc")
    strike(Qt.Key.Key_Z, CTRL)
    assert editor.value() == "abc"


def test_few_values_stand_side_by_side_and_many_in_a_box(session: Session) -> None:
    few, many = Choice(session, of=DistrictKind), Choice(session, of=MeasureStatus, optional=True)
    assert len(few.parts) == len(DistrictKind)
    assert len(many.parts) == 1


def test_the_arrow_key_goes_to_the_next_of_three_answers(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, ThreeWay, value=True)
    strike(Qt.Key.Key_Right)
    assert editor.value() is False


def test_one_of_many_is_found_by_typing(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(One, source=TOWNS), "3")
    strike(Qt.Key.Key_A, CTRL)
    press("ort 17")
    assert editor.value() == "17"


@pytest.mark.parametrize("reason", [Qt.FocusReason.OtherFocusReason, Qt.FocusReason.TabFocusReason])
def test_what_is_typed_into_one_of_many_replaces_the_choice(
    session: Session, qtbot: QtBot, reason: Qt.FocusReason
) -> None:
    editor = shown(session, qtbot, partial(One, source=TOWNS), "3")
    line, box = editor.findChild(QLineEdit), editor.findChild(QComboBox)
    assert line is not None
    assert box is not None
    line.deselect()
    box.clearFocus()
    editor.setFocus(reason)
    editor.set_value("4")
    press("ort 17")
    assert line.text() == "ort 17"
    completer = box.completer()
    assert completer is not None
    assert completer.completionCount() == 1


def test_enter_takes_the_only_entry_that_fits(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(One, source=TOWNS), "3")
    strike(Qt.Key.Key_A, CTRL)
    press("17")
    with qtbot.waitSignal(editor.committed):
        strike(Qt.Key.Key_Return)
    line = editor.findChild(QLineEdit)
    assert line is not None
    assert (line.text(), editor.value()) == ("Ort 17", "17")


def test_enter_says_that_nothing_fits_what_was_typed(session: Session, qtbot: QtBot) -> None:
    written: list[str] = []
    editor = shown(session, qtbot, partial(One, source=TOWNS), "3")
    binding = Binding(editor, session, lambda: "3", lambda value, _: written.append(value))
    strike(Qt.Key.Key_A, CTRL)
    press("Atlantis")
    strike(Qt.Key.Key_Return)
    assert binding.sentence == "Dazu gibt es keinen eindeutigen Eintrag. Bitte einen aus der Liste wählen."
    assert not written


def test_a_click_into_one_of_many_opens_all_of_them(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(One, source=TOWNS), "3")
    line = editor.findChild(QLineEdit)
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    box = editor.findChild(QComboBox)
    assert box is not None
    completer = box.completer()
    assert completer is not None
    listed = completer.popup()
    assert listed is not None
    qtbot.waitUntil(listed.isVisible)
    assert completer.completionCount() == 31
    QTest.keyClicks(line, "ort 17")
    assert completer.completionCount() == 1
    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert editor.value() == "17"


def test_a_choice_of_nothing_leads_to_where_something_is_made(session: Session, qtbot: QtBot) -> None:
    heard: list[object] = []
    session.going.connect(heard.append)
    editor = shown(session, qtbot, partial(One, source=fixed(), begin=("Gremien anlegen", "basics.bodies")), "")
    begin = editor.findChild(QPushButton, "begin-choices")
    assert begin is not None
    assert begin.isVisible()
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert [it.page for it in heard if isinstance(it, Destination)] == ["basics.bodies"]


def test_a_choice_of_something_needs_no_way_to_make_it(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(One, source=TOWNS, begin=("Orte anlegen", "basics.bodies")), "3")
    begin = editor.findChild(QPushButton, "begin-choices")
    assert begin is not None
    assert not begin.isVisible()


def test_what_is_none_of_the_options_is_refused(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(One, source=TOWNS), "3")
    strike(Qt.Key.Key_A, CTRL)
    press("Atlantis")
    with pytest.raises(UserError):
        editor.value()


def test_several_are_chosen_by_keys(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(Many, source=fixed(("a", "Ja"), ("b", "Beide"))))
    strike(Qt.Key.Key_Space)
    assert editor.value() == ("a",)


def test_several_of_a_long_list_are_chosen_by_keys(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(Many, source=TOWNS), ("5",))
    strike(Qt.Key.Key_Down)
    strike(Qt.Key.Key_Space)
    assert len(editor.value()) == 2


def test_each_line_is_a_text(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, Lines, ("eins",))
    strike(Qt.Key.Key_End, CTRL)
    strike(Qt.Key.Key_Return)
    press("zwei")
    assert editor.value() == ("eins", "zwei")


def test_a_row_is_added_and_filled_by_keys(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, FUNDING)
    strike(Qt.Key.Key_Insert)
    press("Land")
    strike(Qt.Key.Key_Tab)
    press("KIM")
    strike(Qt.Key.Key_Tab)
    press("1.000,50")
    assert editor.value() == (FundingRow(source="Land", programme="KIM", amount_eur=Decimal("1000.50")),)


def test_rows_are_moved_and_removed_by_keys(session: Session, qtbot: QtBot) -> None:
    maker = partial(Rows, columns=(RowColumn("Was"),))
    editor = shown(session, qtbot, maker, (("a",), ("b",), ("c",)))
    strike(Qt.Key.Key_Down)
    strike(Qt.Key.Key_Down, ALT)
    strike(Qt.Key.Key_Delete)
    assert len(editor.value()) == 2


def test_a_read_only_project_shows_everything_and_accepts_nothing(
    path: Path, surroundings: Surroundings, theme: Theme, qtbot: QtBot
) -> None:
    with OpenProject.open(path, surroundings, read_only=True) as project:
        session = session_of(project, theme, path.parent)
        written: list[object] = []
        editor = shown(session, qtbot, LongText, "alt")
        binding = Binding(editor, session, lambda: "alt", lambda value, _stay: written.append(value))
        binding.show()
        press("neu")
        session.leaving.emit()
        assert (editor.value(), written) == ("alt", [])
        session.end()
        session.jobs.close()


def test_the_menu_of_an_editor_has_no_undo_of_its_own(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, LongText, "Text")
    area = editor.parts[0]
    assert isinstance(area, QPlainTextEdit)
    menu = show_text_menu(area, area.mapToGlobal(area.rect().center()))
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert words == ["Ausschneiden", "Kopieren", "Einfügen", "Alles auswählen"]


def test_the_focus_goes_to_what_is_seen_while_the_preview_is_shown(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, Prose, "wichtig")
    view = next(made for made in editor.findChildren(QPushButton) if made.text() == "Vorschau")
    QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    view.clearFocus()
    editor.setFocus()
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Space)
    editor.setFocus()
    assert editor.parts[0].hasFocus()


def test_a_text_that_does_not_fit_its_line_is_the_tooltip(session: Session, qtbot: QtBot) -> None:
    text = "Kommunales Integrationszentrum mit der unteren Schulaufsicht und dem Jugendamt"
    editor = shown(session, qtbot, Line, text)
    part = editor.parts[0]
    assert part.toolTip() == ""
    editor.resize(200, 200)

    qtbot.waitUntil(lambda: part.toolTip() == text)


def test_a_day_can_say_what_no_day_means(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, Day)
    editor.set_placeholder("leer: auf Dauer")
    line = editor.parts[0]

    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == "leer: auf Dauer"


def test_a_long_line_shows_its_beginning_when_it_is_left(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, Line)
    line = editor.parts[0]
    assert isinstance(line, QLineEdit)
    press("Kommunales Integrationszentrum")
    line.clearFocus()

    assert line.cursorPosition() == 0


def test_the_wheel_turns_the_page_unless_the_user_is_in_the_list(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(Many, source=TOWNS), ())
    view = editor.findChildren(OptionView)[0]
    view.clearFocus()
    assert not turn(view)
    view.setFocus()
    assert turn(view)


def turn(view: OptionView) -> bool:
    """Turn the wheel towards the user over a list, and tell whether the list took it."""
    place, down = QPointF(20, 20), QPoint(0, -120)
    none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    inverted = False
    turned = QWheelEvent(place, place, QPoint(), down, none, Qt.KeyboardModifier.NoModifier, still, inverted)
    turned.ignore()
    QApplication.sendEvent(view.viewport(), turned)
    return view.verticalScrollBar().value() > 0


def test_all_of_many_are_chosen_at_once_and_given_up_again(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, partial(Many, source=TOWNS), ())
    every = editor.findChild(QPushButton, "choose-all")
    assert isinstance(every, QPushButton)
    with qtbot.waitSignal(editor.committed):
        QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert editor.value() == tuple(option.value for option in TOWNS(session))
    assert every.text() == "Alle abwählen"
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert editor.value() == ()


def test_boxes_that_came_later_stand_at_their_place_for_the_tab_key(session: Session, qtbot: QtBot) -> None:
    offered = [Option("1", "Rat")]
    form = QWidget()
    column = QVBoxLayout(form)
    many = Many(session, source=lambda _session: tuple(offered))
    last = QLineEdit()
    column.addWidget(many)
    column.addWidget(last)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    offered.append(Option("2", "Ausschuss"))
    many.reload()
    many.setFocus()
    qtbot.waitUntil(many.has_focus)
    strike(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is many.parts[-1]
    strike(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is last


def test_a_text_that_grows_while_it_is_typed_shows_its_first_line(session: Session, qtbot: QtBot) -> None:
    editor = shown(session, qtbot, LongText)
    area = editor.parts[0]
    assert isinstance(area, QPlainTextEdit)
    for number in range(6):
        press(f"Zeile {number}")
        strike(Qt.Key.Key_Return)
        QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: area.height() >= area.sizeHint().height())
    assert area.firstVisibleBlock().blockNumber() == 0
