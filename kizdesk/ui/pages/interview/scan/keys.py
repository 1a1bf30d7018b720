"""Make the keys of the scan; they work while the answer keeps the keyboard, and only while a scan is shown.

Alt with the keys for moving, and Ctrl with those for zooming, are needed by no German letter: whatever AltGr types
comes with Ctrl and Alt together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kizdesk.ui.page import KeyHelp
from kizdesk.ui.widgets.buttons import key_text

KEYS: Mapping[str, tuple[str, ...]] = {
    "on": ("Alt+PgDown",),
    "back": ("Alt+PgUp",),
    "first": ("Alt+Home",),
    "last": ("Alt+End",),
    "left": ("Alt+Shift+Left",),
    "right": ("Alt+Shift+Right",),
    "up": ("Alt+Shift+Up",),
    "down": ("Alt+Shift+Down",),
    "nearer": ("Ctrl++", "Ctrl+="),
    "farther": ("Ctrl+-",),
    "fit": ("Ctrl+0",),
    "turn": ("Alt+D",),
    "choose": ("Alt+W",),
}
"""What each key does to the scan, by name."""
_TOLD: tuple[tuple[tuple[str, ...], str], ...] = (
    (("choose",), "Eine andere Vorlage wählen"),
    (("on", "back"), "Vorlage weiter oder zurück, am Ende der Seite zur nächsten"),
    (("first", "last"), "Zur ersten oder letzten Seite der Vorlage"),
    (("left", "right"), "Vorlage nach links oder rechts schieben"),
    (("up", "down"), "Vorlage zeilenweise schieben"),
    (("nearer", "farther"), "Vorlage größer oder kleiner"),
    (("fit",), "Vorlage so breit wie der Platz, noch einmal: ganze Seite"),
    (("turn",), "Vorlage im Uhrzeigersinn drehen"),
)


def make_keys(page: QWidget, does: Mapping[str, Callable[[], object]]) -> tuple[QAction, ...]:
    """Return actions for all keys; they are not enabled yet."""
    made = []
    for name, keys in KEYS.items():
        action = QAction(page)
        action.setObjectName(f"scan-{name}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(does[name])
        action.setEnabled(False)
        page.addAction(action)
        made.append(action)
    return tuple(made)


def scan_keys() -> tuple[KeyHelp, ...]:
    """Return the keys and what they do."""
    told = (KeyHelp(", ".join(key_text(KEYS[name][0]) for name in names), does) for names, does in _TOLD)
    return (*told, KeyHelp("Esc", "Aus der Vorlage zurück zur Antwort"))
