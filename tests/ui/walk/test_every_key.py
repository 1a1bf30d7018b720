"""Hold every shortcut of the window against what German keyboards, Windows, screen readers and Qt need themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.widgets.buttons import key_text
from tests.ui.walk.test_every_page import KEYS, RUNNER, _shown, window

__all__ = ["window"]
_WELL_KNOWN = {
    "Ctrl+F": "command-find", "Ctrl+N": "command-new", "Ctrl+O": "command-open", "Ctrl+P": "command-output",
    "Ctrl+Q": "command-quit", "Ctrl+S": "command-save", "Ctrl+Y": "command-redo", "Ctrl+Z": "command-undo",
    "F1": "command-help",
}  # fmt: skip
"""What every user of Windows expects these keys to do."""
_OF_TEXTS = ("A", "C", "V", "X", "Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Del", "Ins")
"""With Ctrl these edit a text, or move in it."""
_OF_WINDOWS = (
    *("Alt+F4", "Alt+Space", "Alt+Tab", "Alt+Esc", "Ctrl+Esc", "Ctrl+Shift+Esc", "F10", "Shift+F10", "Alt+Shift"),
    *("Alt+Print", "Print", "Menu", "NumLock", "ScrollLock", "CapsLock"),
)
_ONLY_WITH_ALTGR = frozenset("@€{}[]\\|~µ²³")
_ON_THE_KEYS = re.compile(
    r"[A-Z0-9ÄÖÜß+\-=]|F\d{1,2}|Return|Enter|Esc|Tab|Ins|Del|Home|End|PgUp|PgDown|Up|Down|Left|Right"
)


@dataclass(frozen=True)
class Keys:
    """Be one shortcut: its keys, what it belongs to, and where it works."""

    text: str
    name: str
    everywhere: bool
    """It works wherever the focus is in the window."""
    works: bool
    """It would do something now."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Return its modifiers and, last, its key."""
        *modifiers, key = self.text.replace("++", "+plus").split("+")
        return (*modifiers, "+" if key == "plus" else key)


def _keys(window: MainWindow) -> Iterator[Keys]:
    for action in window.findChildren(QAction):
        shown = any(isinstance(it, QWidget) and it.isVisible() for it in action.associatedObjects())
        everywhere = action.shortcutContext() is Qt.ShortcutContext.WindowShortcut
        for keys in action.shortcuts():
            yield Keys(_portable(keys), action.objectName(), everywhere, shown and action.isEnabled())
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        works = isinstance(owner, QWidget) and owner.isVisible() and shortcut.isEnabled()
        everywhere = shortcut.context() is Qt.ShortcutContext.WindowShortcut
        own = shortcut.keys()
        for keys in own:
            name = shortcut.objectName() or (owner.objectName() if owner is not None else "")
            yield Keys(_portable(keys), name, everywhere, works)


def _portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def _all(window: MainWindow, qtbot: QtBot) -> list[Keys]:
    for key in KEYS:
        _shown(window, key, qtbot)
    return list(_keys(window))


def _clash(keys: Keys) -> str:
    """Say what a shortcut takes away; an empty text if nothing."""
    *modifiers, key = keys.parts
    bare = not (modifiers or key.startswith("F") or key == "Esc")
    other = keys.everywhere and _WELL_KNOWN.get(keys.text, keys.name) != keys.name
    reasons = (
        ({"Ctrl", "Alt"} <= set(modifiers), "AltGr is Ctrl and Alt on German keyboards, and screen readers use both"),
        ("Meta" in modifiers or keys.text in _OF_WINDOWS, "belongs to Windows"),
        (key in ("Ins", "CapsLock") and bool(modifiers), "belongs to screen readers"),
        (not _ON_THE_KEYS.fullmatch(key) or key in _ONLY_WITH_ALTGR, "stands on no key of a German keyboard"),
        (modifiers in (["Ctrl"], ["Ctrl", "Shift"]) and key in _OF_TEXTS, "is needed in texts"),
        (keys.everywhere and bare, "would swallow what is typed"),
        (modifiers == ["Shift"], "is needed to type or to select"),
        (other, "means something else to everybody"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def test_no_shortcut_takes_a_key_that_somebody_needs(window: MainWindow, qtbot: QtBot) -> None:
    found = _all(window, qtbot)
    assert len(found) > 60
    assert {keys.text: clash for keys in found if (clash := _clash(keys))} == {}


def test_the_well_known_keys_do_what_everybody_knows(window: MainWindow, qtbot: QtBot) -> None:
    held = {keys.text: keys.name for keys in _all(window, qtbot) if keys.name.startswith("command-")}
    assert {text: held.get(text) for text in _WELL_KNOWN} == _WELL_KNOWN


@pytest.mark.parametrize("key", KEYS)
def test_no_key_means_two_things_on_one_page(window: MainWindow, key: str, qtbot: QtBot) -> None:
    _shown(window, key, qtbot)
    working = Counter(keys.text for keys in _keys(window) if keys.everywhere and keys.works)
    assert [text for text, count in working.items() if count > 1] == []


@pytest.mark.parametrize("key", KEYS)
def test_no_word_hides_a_key_of_its_own(window: MainWindow, key: str, qtbot: QtBot) -> None:
    _shown(window, key, qtbot)
    texts = [button.text() for button in window.findChildren(QAbstractButton)]
    assert [text for text in texts if re.search(r"&(?!&)", text.replace("&&", ""))] == []


def test_the_help_of_an_interview_names_every_key_of_it(window: MainWindow, qtbot: QtBot) -> None:
    page = _shown(window, RUNNER, qtbot)
    lines = page.keys()
    told = " ".join(line.keys for line in lines)
    actions = [action for action in page.actions() if action.shortcuts()]
    assert len(actions) > 10
    assert [it.objectName() for it in actions if not any(key_text(keys) in told for keys in it.shortcuts())] == []
