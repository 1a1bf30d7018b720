"""Know the keys that mean the program's own undo, and offer what is done with text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
TextWidget = QLineEdit | QPlainTextEdit


def means_undo(event: QKeyEvent) -> bool:
    """Tell whether a key is the undo of the program."""
    pressed = (event.key(), event.modifiers())
    return pressed == (Qt.Key.Key_Z, _CTRL) or event.matches(QKeySequence.StandardKey.Undo)


def means_redo(event: QKeyEvent) -> bool:
    """Tell whether a key is the redo of the program."""
    pressed = (event.key(), event.modifiers())
    known = ((Qt.Key.Key_Y, _CTRL), (Qt.Key.Key_Z, _CTRL | _SHIFT))
    return pressed in known or event.matches(QKeySequence.StandardKey.Redo)


def show_text_menu(widget: TextWidget, place: QPoint) -> QMenu:
    """Show what can be done with the text of an editor, without an undo of its own, and return the menu."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    writable = not widget.isReadOnly()
    chosen = widget.hasSelectedText() if isinstance(widget, QLineEdit) else widget.textCursor().hasSelection()
    can_paste = writable and QGuiApplication.clipboard().mimeData().hasText()
    _offer(menu, "Ausschneiden", QKeySequence.StandardKey.Cut, widget.cut, enabled=writable and chosen)
    _offer(menu, "Kopieren", QKeySequence.StandardKey.Copy, widget.copy, enabled=chosen)
    _offer(menu, "Einfügen", QKeySequence.StandardKey.Paste, widget.paste, enabled=can_paste)
    menu.addSeparator()
    _offer(menu, "Alles auswählen", QKeySequence.StandardKey.SelectAll, widget.selectAll, enabled=True)
    menu.popup(place)
    return menu


def _offer(menu: QMenu, text: str, keys: QKeySequence.StandardKey, act: Callable[[], object], *, enabled: bool) -> None:
    action = menu.addAction(QCoreApplication.translate("TextMenu", text))
    action.setShortcut(QKeySequence(keys))
    action.setShortcutVisibleInContextMenu(True)
    action.setEnabled(enabled)
    action.triggered.connect(act)
