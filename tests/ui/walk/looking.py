"""Look at a window as a screen reader and as a reader would: names, order, and words that are cut."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from kizdesk.ui.widgets.labels import ElidedLabel

_CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}
_INSIDE = ("qt_scrollarea", "qt_spinbox", "qt_tabwidget", "ScrollLeftButton", "ScrollRightButton")
_SLACK = 1


def controls(root: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield every control that can be seen, as a screen reader meets them."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        seen = waiting.pop()
        if not seen.isValid() or seen.state().invisible:
            continue
        held = seen.object()
        if isinstance(held, QWidget) and not held.isVisible():
            continue
        if seen.role() in _CONTROLS:
            yield seen
        waiting.extend(seen.child(number) for number in range(min(seen.childCount(), 400)))


def nameless(root: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    found = []
    for control in controls(root):
        if control.text(QAccessible.Text.Name).strip():
            continue
        held: QObject | None = control.object()
        held = control.parent().object() if held is None else held
        name = held.objectName()
        if name.startswith(_INSIDE):
            continue
        found.append(f"{control.role().name} {type(held).__name__} {name!r} in {_path(held)}")
    return found


def cut(root: QWidget) -> list[str]:
    """Return the labels, buttons and combo boxes whose words do not fit, or that stand outside their parent."""
    return [*_cut_labels(root), *_cut_buttons(root), *_outside(root)]


def stops(window: QWidget, start: QWidget) -> list[QWidget]:
    """Go through a window as the Tab key does, and return what it reaches from ``start`` on, once around."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [start]
    while True:
        window.focusNextChild()
        at = window.focusWidget()
        if at in found:
            return found
        found.append(at)


def overlapping(root: QWidget) -> list[str]:
    """Return pairs of labels and controls that stand on one another under the same parent."""
    found = []
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox)
    leaves = [leaf for kind in kinds for leaf in root.findChildren(kind) if leaf.isVisible() and leaf.width()]
    by_parent: dict[int, list[QWidget]] = {}
    for leaf in leaves:
        by_parent.setdefault(id(leaf.parentWidget()), []).append(leaf)
    for held in by_parent.values():
        for number, one in enumerate(held):
            for other in held[number + 1 :]:
                shared = one.geometry().intersected(other.geometry())
                if shared.width() > 2 and shared.height() > 2 and not _inside_line(one):
                    found.append(f"{_words(one)!r} on {_words(other)!r} in {_path(one)}")
    return found


def _inside_line(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QLineEdit)


def _cut_labels(root: QWidget) -> Iterator[str]:
    for label in root.findChildren(QLabel):
        if not label.isVisible() or isinstance(label, ElidedLabel) or not label.text() or label.pixmap().width():
            continue
        room = label.contentsRect()
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + _SLACK:
                yield f"label {label.text()[:60]!r} needs {label.heightForWidth(label.width())} of {label.height()}"
            continue
        words = label.text().replace("&", "", 1) if label.buddy() is not None else label.text()
        if label.fontMetrics().horizontalAdvance(words) > room.width() + _SLACK:
            yield f"label {label.text()[:60]!r} needs more than {room.width()} in {_path(label)}"


def _cut_buttons(root: QWidget) -> Iterator[str]:
    for kind in (QPushButton, QToolButton):
        for made in root.findChildren(kind):
            if not made.isVisible() or not made.text():
                continue
            words = max(made.text().replace("&&", "&").split("\n"), key=len)
            if made.fontMetrics().horizontalAdvance(words) > made.width() - _SLACK:
                yield f"button {made.text()[:60]!r} is {made.width()} wide in {_path(made)}"


def _outside(root: QWidget) -> Iterator[str]:
    """Yield buttons and lines that lie partly outside what shows them, without a way to scroll there."""
    for kind in (QPushButton, QLineEdit, QComboBox):
        for made in root.findChildren(kind):
            if not made.isVisible() or made.width() == 0:
                continue
            left = made.mapTo(root, QPoint(0, 0)).x()
            if left < -_SLACK or left + made.width() > root.width() + _SLACK:
                yield f"{_words(made)!r} leaves the window in {_path(made)}"
            parent = made.parentWidget()
            if parent is not None and not parent.rect().adjusted(-1, -1, 1, 1).contains(_flat(made.geometry())):
                yield f"{_words(made)!r} {made.geometry()} leaves {type(parent).__name__} {parent.rect()}"


def _flat(rect: QRect) -> QRect:
    return QRect(rect.x(), max(rect.y(), 0), rect.width(), 1)


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return (text()[:40] if callable(text) else "") or widget.objectName() or type(widget).__name__


def _path(held: object) -> str:
    names: list[str] = []
    while isinstance(held, QWidget) and len(names) < 6:
        names.append(type(held).__name__)
        held = held.parentWidget()
    return " < ".join(names)
