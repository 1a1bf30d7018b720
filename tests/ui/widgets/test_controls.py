from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button, icon_button, key_text
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.choices import SegmentedChoice, StepTabs
from kizdesk.ui.widgets.date_field import DateField
from kizdesk.ui.widgets.days import day_text, read_day
from kizdesk.ui.widgets.flow import Chip
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.progress import ProgressLine
from kizdesk.ui.widgets.search import SearchField
from kizdesk.ui.widgets.text_line import TextLine

_LEFT = Qt.MouseButton.LeftButton


def _child(widget: QWidget, name: str) -> QWidget:
    found = widget.findChild(QWidget, name)
    assert found is not None
    return found


def test_keys_are_named_as_on_a_german_keyboard() -> None:
    assert key_text("Ctrl+Shift+PgUp") == "Strg+Umschalt+Bild auf"
    assert key_text("Ctrl+Return") == "Strg+Eingabe"
    assert key_text("Ctrl++") == "Strg++"
    assert key_text("") == ""


def test_the_shortcut_of_a_button_stands_in_its_tooltip(qtbot: QtBot) -> None:
    made = button("Nächste Frage", kind="primary", shortcut="Ctrl+Return", tip="Zur nächsten Frage gehen")
    qtbot.addWidget(made)
    assert made.toolTip() == "Zur nächsten Frage gehen (Strg+Eingabe)"


def test_a_button_with_a_sign_only_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    made = icon_button(theme.icon("plus"), "Maßnahme anlegen")
    qtbot.addWidget(made)
    assert made.accessibleName() == "Maßnahme anlegen"


def test_an_empty_page_tells_when_its_button_is_pressed(qtbot: QtBot) -> None:
    state = EmptyState("Noch gibt es kein Gespräch.", "Gespräch beginnen")
    qtbot.addWidget(state)
    with qtbot.waitSignal(state.begun):
        QTest.mouseClick(_child(state, "begin"), _LEFT)


def test_an_empty_page_makes_its_sentence_when_it_is_seen(qtbot: QtBot) -> None:
    state = EmptyState("Noch gibt es kein Gespräch.")
    qtbot.addWidget(state)
    assert not state.findChildren(QLabel)

    state.show()

    assert [found.text() for found in state.findChildren(QLabel)] == ["Noch gibt es kein Gespräch."]
    assert state.sentence.isVisible()


def test_a_segment_has_room_for_its_words_in_strong_type(qtbot: QtBot, theme: Theme) -> None:
    theme.choose("light")
    choice = SegmentedChoice([("a", "Stellen"), ("b", "Anteile der Kommunen")], "Ansicht")
    qtbot.addWidget(choice)
    choice.show()
    segment = _child(choice, "choice-b")
    strong = QFont(segment.font())
    strong.setWeight(QFont.Weight.DemiBold)
    padding_and_border = 26
    assert segment.width() >= QFontMetrics(strong).horizontalAdvance("Anteile der Kommunen") + padding_and_border


def test_the_arrow_keys_choose_among_segments(qtbot: QtBot) -> None:
    choice = SegmentedChoice([("a", "Kommune"), ("b", "Kreis")], "Ebene")
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice, Qt.Key.Key_Right)
    assert told.args == ["b"]
    assert choice.value == "b"


def test_tabs_go_around_with_control_and_page_down(qtbot: QtBot) -> None:
    tabs = StepTabs()
    qtbot.addWidget(tabs)
    tabs.show_tabs([("a", "Übersicht"), ("b", "Gespräche")], "b")
    with qtbot.waitExposed(tabs):
        tabs.show()
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen) as told:
        QTest.keyClick(tabs, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["a"]


def test_a_single_tab_is_not_shown(qtbot: QtBot) -> None:
    tabs = StepTabs()
    qtbot.addWidget(tabs)
    tabs.show_tabs([("a", "Übersicht")])
    assert tabs.isHidden()


@pytest.mark.parametrize("scale", [1.0, 1.15])
def test_no_tab_moves_when_another_is_shown(qtbot: QtBot, theme: Theme, scale: float) -> None:
    theme.choose(scale=scale)
    tabs = StepTabs()
    qtbot.addWidget(tabs)
    tabs.show_tabs([(text, text) for text in ("Projekt", "Personen", "Gremien und Akteure", "Termine")])
    tabs.resize(900, tabs.sizeHint().height())
    tabs.show()
    places = []
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        places.append([tabs.tabRect(number) for number in range(tabs.count())])
    theme.choose(scale=1.0)
    assert all(place == places[0] for place in places)


def test_showing_tabs_chooses_nothing(qtbot: QtBot) -> None:
    tabs = StepTabs()
    qtbot.addWidget(tabs)
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs([("a", "Übersicht"), ("b", "Gespräche")], "b")
    assert tabs.key == "b"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1.2.26", date(2026, 2, 1)),
        ("01.02.2026", date(2026, 2, 1)),
        ("010226", date(2026, 2, 1)),
        (" 1. 2. 2026 ", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("1/2/26", date(2026, 2, 1)),
        ("29.2.2023", None),
        ("morgen", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_a_day_is_written_with_all_digits() -> None:
    assert day_text(date(2026, 2, 1)) == "01.02.2026"


def test_a_typed_day_is_told_and_spelled_out(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "Beginn")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "1.2.26")
    with qtbot.waitSignal(field.day_changed) as told:
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told.args == [date(2026, 2, 1)]
    assert field.line.text() == "01.02.2026"


def test_a_day_that_does_not_exist_stays_with_a_sentence(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "Beginn")
    qtbot.addWidget(field)
    QTest.keyClicks(field.line, "31.2.26")
    with qtbot.assertNotEmitted(field.day_changed):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    field.show_day(None)
    assert field.line.text() == "31.2.26"
    assert field.sentence.startswith("Diesen Tag gibt es nicht.")


def test_the_line_of_a_day_is_as_high_as_every_line_with_larger_type(qtbot: QtBot, theme: Theme) -> None:
    theme.choose(scale=1.15)
    both = QWidget()
    qtbot.addWidget(both)
    line, field = QLineEdit(), DateField(theme, "Beginn")
    column = QVBoxLayout(both)
    column.addWidget(line)
    column.addWidget(field)
    both.show()
    heights = line.height(), field.line.height()
    theme.choose(scale=1.0)
    assert heights[0] == heights[1]


def test_a_long_line_shows_its_beginning_when_it_is_left(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    line, other = TextLine(page), TextLine(page)
    line.resize(90, line.sizeHint().height())
    page.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "Kommunales Integrationszentrum des Kreises")
    assert line.cursorPosition() > 0
    other.setFocus()
    assert other.hasFocus()
    assert line.cursorPosition() == 0


def test_emptying_the_line_tells_no_day(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "Beginn")
    qtbot.addWidget(field)
    field.show_day(date(2026, 2, 1))
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.day_changed) as told:
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told.args == [None]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_day_can_be_chosen_from_the_calendar(qtbot: QtBot, theme: Theme) -> None:
    field = DateField(theme, "Beginn")
    qtbot.addWidget(field)
    field.show_day(date(2026, 2, 1))
    with qtbot.waitExposed(field):
        field.show()
    QTest.mouseClick(_child(field, "open-calendar"), _LEFT)
    calendar = _child(field, "calendar")
    qtbot.waitUntil(calendar.isVisible)
    inner = _child(calendar, "qt_calendar_calendarview")
    QTest.keyClick(inner, Qt.Key.Key_Right)
    with qtbot.waitSignal(field.day_changed) as told:
        QTest.keyClick(inner, Qt.Key.Key_Return)
    assert told.args == [date(2026, 2, 2)]


def test_escape_clears_the_words_looked_for(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "Jugend")
    with qtbot.waitSignal(field.searched) as told:
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_a_message_goes_by_itself_only_if_it_is_a_mere_note(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar(theme, seconds=0.02)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.closed):
        bar.say("8 Antworten übernommen.")
    with qtbot.assertNotEmitted(bar.closed, wait=60):
        bar.say("Die Datei ließ sich nicht speichern.", "problem")


def test_a_message_goes_with_what_it_is_about(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.say("Die Probeseiten liegen im Ordner.", "attention", about="Vorlage.docx")
    bar.keep("Vorlage.docx")
    assert not bar.isHidden()
    bar.keep("")
    assert bar.isHidden()


def test_a_message_about_what_was_tried_goes_when_its_page_is_left(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tried, lasting = MessageBar(theme, page), MessageBar(theme, page)
    tried.say("Bitte einen Ordner angeben.", "attention", about="Ausgeben")
    lasting.say("Die Kurzfassung ist zu lang.", "attention")
    page.show()
    assert tried.isVisible()
    page.hide()
    page.show()
    assert (tried.isVisible(), lasting.isVisible()) == (False, True)


def test_a_message_offers_one_thing_to_do(qtbot: QtBot, theme: Theme) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.say("8 Antworten übernommen.", action="Rückgängig")
    with qtbot.waitSignal(bar.acted):
        QTest.mouseClick(_child(bar, "message-action"), _LEFT)


def test_a_chip_can_be_taken_away(qtbot: QtBot) -> None:
    chip = Chip("Kaarst", "m4", removable=True)
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removed) as told:
        QTest.mouseClick(_child(chip, "remove-m4"), _LEFT)
    assert told.args == ["m4"]


def test_long_work_can_be_cancelled(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.show_progress("Kapitel 4 von 9", 4, 9)
    with qtbot.waitSignal(line.cancelled):
        QTest.mouseClick(_child(line, "cancel"), _LEFT)


def test_words_wrap_to_the_height_they_need(qtbot: QtBot, theme: Theme) -> None:
    _ = theme
    page = QWidget()
    qtbot.addWidget(page)
    text = label("Ist Ihre Kommune Trägerin eines eigenen Jugendamts oder einer Ausländerbehörde?", "question")
    column = QVBoxLayout(page)
    column.addWidget(text)
    column.addStretch(1)
    page.resize(300, 600)
    with qtbot.waitExposed(page):
        page.show()
    assert text.height() >= text.heightForWidth(text.width())
    assert page.childAt(QPoint(20, 20)) is text
