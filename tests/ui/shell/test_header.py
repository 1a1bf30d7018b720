from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kizdesk.ui.page import Heading
from kizdesk.ui.shell.header import ActionButton, Header
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import keep_room

LEFT = Qt.MouseButton.LeftButton
HEADING = Heading("Handlungsfelder", "6 Felder")


class Page:
    """Be a page whose action is another one after it was used, if it changes."""

    def __init__(self, header: Header, *, changes: bool) -> None:
        self.header = header
        self.changes = changes
        self.used = 0
        self.adopt, self.add = QAction("Feld aufnehmen", header), QAction("Ziel hinzufügen", header)
        for action in (self.adopt, self.add):
            action.triggered.connect(self.note)
        header.show_heading(HEADING, (self.adopt,), self.adopt)

    def note(self) -> None:
        """Count a press."""
        self.used += 1
        if self.changes:
            self.header.show_heading(HEADING, (self.add,), self.add)


def places(header: Header) -> list[QRect]:
    return [made.geometry() for made in header.findChildren(ActionButton) if not made.isHidden()]


def double_click(header: Header) -> None:
    """Click twice where the last button stands, whatever stands there the second time."""
    QTest.mouseClick(button(header), LEFT)
    second = button(header)
    place = QPointF(second.rect().center())
    where = (place, second.mapToGlobal(place), LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(second, QMouseEvent(QEvent.Type.MouseButtonDblClick, *where))
    QTest.mouseRelease(second, LEFT)


def button(header: Header) -> ActionButton:
    return next(made for made in header.findChildren(ActionButton) if not made.isHidden())


def shown(theme: Theme, qtbot: QtBot) -> Header:
    header = Header(theme)
    qtbot.addWidget(header)
    header.resize(800, 80)
    header.show()
    return header


def test_a_double_click_does_not_press_the_button_that_takes_the_place_of_the_first(theme: Theme, qtbot: QtBot) -> None:
    header = shown(theme, qtbot)
    page = Page(header, changes=True)
    double_click(header)

    assert page.used == 1


def test_a_button_that_stays_can_be_pressed_twice_quickly(theme: Theme, qtbot: QtBot) -> None:
    header = shown(theme, qtbot)
    page = Page(header, changes=False)
    double_click(header)

    assert page.used == 2


def test_the_new_button_works_with_a_click_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    header = shown(theme, qtbot)
    page = Page(header, changes=True)
    double_click(header)
    QTest.mouseClick(button(header), LEFT)

    assert page.used == 2


def test_many_buttons_do_not_make_the_window_wider(theme: Theme, qtbot: QtBot) -> None:
    header = shown(theme, qtbot)
    actions = [QAction(f"Gespräch mit Kommune {number} planen", header) for number in range(6)]
    header.show_heading(HEADING, actions, actions[0])
    assert header.minimumSizeHint().width() < 500


def test_nothing_moves_while_words_change_for_which_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    header = shown(theme, qtbot)
    actions = [QAction(words, header) for words in ("Planen", "Gespräch öffnen")]
    keep_room(actions[1], "Gespräch öffnen", "Gespräch fortsetzen")
    header.show_heading(HEADING, actions, actions[1])
    before = places(header)
    actions[1].setText("Gespräch fortsetzen")
    qtbot.wait(1)

    assert places(header) == before


def test_a_button_whose_words_grow_moves_others_into_the_menu(theme: Theme, qtbot: QtBot) -> None:
    header = shown(theme, qtbot)
    actions = [QAction(words, header) for words in ("Öffnen", "Planen", "Löschen")]
    header.show_heading(HEADING, actions, actions[0])
    assert len([made for made in header.findChildren(ActionButton) if made.isVisible()]) == 3
    actions[1].setText("Alle zwölf weiteren Gespräche mit den Kommunen des Kreises auf einmal planen")
    assert [made.text() for made in header.findChildren(ActionButton) if made.isVisible()] == ["Öffnen"]
