"""Be a person at the program: find what is on the screen by its words, click it, type, and wait until it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_LEFT = Qt.MouseButton.LeftButton
_PATIENCE = 20_000
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractItemView)


class Hands:
    """Use one window by mouse and keyboard."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    @property
    def focused(self) -> QWidget:
        """Return what takes the keys: an open popup, or else what has the focus."""
        self._stay_active()
        popup = QApplication.activePopupWidget()
        found: QWidget | None = popup.focusWidget() if popup is not None else QApplication.focusWidget()
        taker = popup if found is None else found
        assert taker is not None, "nothing has the focus"
        return taker

    def find(self, words: str) -> QWidget:
        """Return the control of an object name, an accessible name or a text; wait until it can be seen and used."""
        self.wait(lambda: self._first(words) is not None, f"{words!r} is not to be found")
        found = self._first(words)
        assert found is not None
        return found

    def has(self, words: str) -> bool:
        """Tell whether such a control can be seen."""
        return self._first(words) is not None

    def is_ticked(self, words: str) -> bool:
        """Tell whether a button or a box is ticked."""
        found = self.find(words)
        return isinstance(found, QAbstractButton) and found.isChecked()

    def click(self, words: str) -> None:
        """Click a control, scrolling to it first."""
        self.click_on(self.find(words))

    def click_on(self, widget: QWidget) -> None:
        """Click the middle of a widget; it must be there for the mouse, not under something else."""
        self.wait(lambda: self._under(widget) is not None, f"{_words(widget)!r} cannot be clicked: {_where(widget)}")
        self._stay_active()
        under = self._under(widget)
        assert under is not None
        QTest.mouseClick(under, _LEFT, pos=under.mapFrom(widget, _middle(widget)))

    def write(self, text: str) -> None:
        """Type letters into what has the focus."""
        for letter in text:
            if letter.isascii() and letter != "\n":
                QTest.keyClicks(self.focused, letter)
            elif letter == "\n":
                self.press(KEY.Key_Return)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.focused, QKeyEvent(kind, KEY.Key_unknown, NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key on what has the focus."""
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifiers)

    def tab_to(self, words: str, *, back: bool = False) -> None:
        """Press Tab, or Umschalt+Tab, until a control has the focus."""
        passed = []
        for _ in range(150):
            focused = self.focused
            if any(match(focused, words) for match in (_is_called, _is_named, _reads)):
                return
            passed.append(_words(focused))
            self.press(KEY.Key_Tab, SHIFT if back else NONE)
        raise AssertionError(f"Tab does not lead to {words!r}, but to {list(dict.fromkeys(passed))}")

    def fill(self, field: str, text: str) -> None:
        """Click into a field, put a text there, and leave it with Tab."""
        self.into(field)
        self.press(KEY.Key_A, CTRL)
        self.write(text)
        self.press(KEY.Key_Tab)

    def into(self, field: str) -> None:
        """Click into a field for text, which a form shows by its label."""
        self.wait(lambda: self._first(field, _FIELDS) is not None, f"no field {field!r} is to be found")
        found = self._first(field, _FIELDS)
        assert found is not None
        self.click_on(found)
        self.wait(lambda: self._holds_focus(found), f"{field!r} does not take the focus")

    def choose(self, field: str, option: str) -> None:
        """Choose an option of a box: by arrow keys where it opens, by typing where it searches."""
        self.wait(lambda: self._first(field, (QComboBox,)) is not None, f"no box {field!r} is to be found")
        inner = self._first(field, (QComboBox,))
        assert isinstance(inner, QComboBox)
        if inner.isEditable():
            self.fill(field, option)
            return
        self._scroll_to(inner)
        QTest.mouseClick(inner, _LEFT)
        self.wait(lambda: inner.view().isVisible(), f"{field!r} does not open")
        options = [inner.itemText(place) for place in range(inner.count())]
        assert option in options, options
        self.press(KEY.Key_Home)
        self.press(KEY.Key_Down, times=options.index(option))
        self.press(KEY.Key_Return)
        assert inner.currentText() == option

    def pick(self, view: str, words: str) -> None:
        """Click the row of a list or table in which words stand."""
        found = self.find(view)
        assert isinstance(found, QAbstractItemView)
        self.pick_in(found, words)

    def pick_in(self, view: QAbstractItemView, words: str) -> None:
        """Click the cell in which words stand."""
        self.wait(lambda: _cell(view, words) is not None, f"{words!r} is not among {_cells(view)}")
        index = _cell(view, words)
        assert index is not None
        view.scrollTo(index)
        self._scroll_to(view)
        QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(index).center())

    def cells(self, view: str) -> str:
        """Return what a list or table shows, line by line."""
        found = self.find(view)
        assert isinstance(found, QAbstractItemView)
        return "\n".join(_cells(found))

    def go_to_step(self, name: str) -> None:
        """Click a step of the rail."""
        self.click_on(self._starting_with(name))

    def go_to_tab(self, name: str) -> None:
        """Click a tab of the step."""
        bar = next(bar for bar in _visible(self.window.findChildren(QTabBar)))
        numbers = [number for number in range(bar.count()) if bar.tabText(number) == name]
        assert numbers, [bar.tabText(number) for number in range(bar.count())]
        QTest.mouseClick(bar, _LEFT, pos=bar.tabRect(numbers[0]).center())
        assert bar.tabText(bar.currentIndex()) == name

    def reads(self, words: str) -> bool:
        """Tell whether words can be read on the screen."""
        return any(words in text for text in self.texts())

    def wait_to_read(self, words: str) -> None:
        """Wait until words can be read."""
        self.wait(lambda: self.reads(words), f"{words!r} cannot be read")

    def texts(self) -> Iterator[str]:
        """Yield what can be read in labels, fields and buttons."""
        for top in self._tops():
            for label in _visible(top.findChildren(QLabel)):
                yield label.text()
            for made in _visible(top.findChildren(QAbstractButton)):
                yield made.accessibleName() or made.text()
            for line in _visible(top.findChildren(QLineEdit)):
                yield line.text()

    def wait(self, condition: Callable[[], bool], otherwise: str) -> None:
        """Wait until something holds."""
        if not condition():
            try:
                self._qtbot.waitUntil(condition, timeout=_PATIENCE)
            except Exception as lasted:
                raise AssertionError(f"{otherwise}\n{self.seen()}") from lasted

    def seen(self) -> str:
        """Return all controls that can be seen, for messages."""
        return "\n".join(
            f"{type(control).__name__:18} {control.objectName():30} {_words(control)!r}{_state(control)}"
            for control in self._controls()
        )

    def _controls(self) -> Iterator[QWidget]:
        for top in self._tops():
            for control in top.findChildren(QWidget):
                usable = isinstance(control, _CONTROLS) or control.objectName()
                if control.isVisible() and usable and not control.objectName().startswith("qt_"):
                    yield control

    def _first(self, words: str, kinds: tuple[type[QWidget], ...] = (QWidget,)) -> QWidget | None:
        controls = [control for control in self._controls() if control.isEnabled() and isinstance(control, kinds)]
        for match in (_is_called, _is_named, _reads):
            found = [control for control in controls if match(control, words)]
            if found:
                return found[0]
        return None

    def _starting_with(self, words: str) -> QWidget:
        for control in self._controls():
            if isinstance(control, QAbstractButton) and control.accessibleName().startswith(words):
                return control
        raise AssertionError(f"{words!r} is not to be found")

    def _tops(self) -> Iterator[QWidget]:
        yield self.window
        popup = QApplication.activePopupWidget()
        if popup is not None:
            yield popup

    def _holds_focus(self, widget: QWidget) -> bool:
        self._stay_active()
        return widget.hasFocus()

    def _stay_active(self) -> None:
        """Do what a desktop does when a popup has closed, and the platform of the tests does not."""
        active = QApplication.activeWindow()
        if (active is None or active.isHidden()) and QApplication.activePopupWidget() is None:
            self.window.activateWindow()
            self._qtbot.waitUntil(self.window.isActiveWindow)

    def _under(self, widget: QWidget) -> QWidget | None:
        """Scroll to a widget and return the part of it that a click in its middle would meet."""
        self._scroll_to(widget)
        under = widget.window().childAt(widget.mapTo(widget.window(), _middle(widget)))
        return under if under is widget or (under is not None and widget.isAncestorOf(under)) else None

    def _scroll_to(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()


def _visible(widgets: list[W]) -> list[W]:
    return [widget for widget in widgets if widget.isVisible()]


def _middle(widget: QWidget) -> QPoint:
    place = widget.rect().center()
    boxed = isinstance(widget, (QCheckBox, QRadioButton))
    return QPoint(widget.height() // 2, place.y()) if boxed else place


def _where(widget: QWidget) -> str:
    place = widget.mapTo(widget.window(), _middle(widget))
    return f"at {place.x()}, {place.y()} of {widget.window().width()} × {widget.window().height()}"


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "") or widget.objectName()


def _state(widget: QWidget) -> str:
    ticked = " ticked" if isinstance(widget, QAbstractButton) and widget.isChecked() else ""
    cells = f" {_cells(widget)[:40]}" if isinstance(widget, QAbstractItemView) else ""
    return ticked + cells + ("" if widget.isEnabled() else " disabled") + (" FOCUS" if widget.hasFocus() else "")


def _is_called(control: QWidget, words: str) -> bool:
    return control.objectName() == words


def _is_named(control: QWidget, words: str) -> bool:
    return control.accessibleName() == words


def _reads(control: QWidget, words: str) -> bool:
    return isinstance(control, QAbstractButton) and control.text().replace("&", "") == words


def _indexes(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            yield model.index(row, column, parent)
        yield from _indexes(view, model.index(row, 0, parent))


def _text(index: QModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _cells(view: QAbstractItemView) -> list[str]:
    return [_text(index) for index in _indexes(view, view.rootIndex())]


def _cell(view: QAbstractItemView, words: str) -> QModelIndex | None:
    found = list(_indexes(view, view.rootIndex()))
    exact = [index for index in found if _text(index) == words]
    near = exact or [index for index in found if words in _text(index)]
    return near[0] if near else None
