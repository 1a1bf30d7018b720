"""Make the commands of the window with the keys that German users know."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kizdesk.ui.page import KeyHelp
from kizdesk.ui.widgets.buttons import key_text

_COMMANDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("new", "Neues Projekt …", ("Ctrl+N",)),
    ("open", "Projekt öffnen …", ("Ctrl+O",)),
    ("save", "Speichern", ("Ctrl+S",)),
    ("save_copy", "Kopie speichern unter …", ()),
    ("verify", "Datei prüfen", ()),
    ("backups", "Sicherungen …", ()),
    ("log", "Änderungsprotokoll", ()),
    ("name", "Ihr Name …", ()),
    ("undo", "Rückgängig", ("Ctrl+Z",)),
    ("redo", "Wiederholen", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ("find", "Auf dieser Seite suchen", ("Ctrl+F",)),
    ("search", "Alles durchsuchen", ("Ctrl+K",)),
    ("output", "Zur Ausgabe", ("Ctrl+P",)),
    ("preview", "Vorschau zeigen oder schließen", ("F8",)),
    ("message", "Zur Meldung", ("F6",)),
    ("help", "Hilfe zu dieser Seite", ("F1",)),
    ("close_project", "Projekt schließen", ()),
    ("about", "Über kizdesk", ()),
    ("quit", "Beenden", ("Ctrl+Q",)),
)
KEYS = (
    *(
        KeyHelp(" oder ".join(key_text(key) for key in keys), text.removesuffix(" …"))
        for _, text, keys in _COMMANDS
        if keys
    ),
    KeyHelp("Alt+1 bis Alt+8", "Zum Schritt"),
    KeyHelp("Strg+Tab", "Zur nächsten Ansicht des Schritts"),
    KeyHelp("Alt+Pfeil links", "Zurück, woher Sie kamen"),
    KeyHelp("Alt+Pfeil rechts", "Weiter zur nächsten Seite"),
    KeyHelp("Eingabe, Leertaste", "Schaltfläche oder Verweis auslösen"),
)


def make_commands(window: QWidget, slots: Mapping[str, Callable[..., object]]) -> dict[str, QAction]:
    """Return the commands by name, ready to use in the window."""
    made: dict[str, QAction] = {}
    for name, text, keys in _COMMANDS:
        action = QAction(text, window)
        action.setObjectName(f"command-{name}")
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(slots[name])
        window.addAction(action)
        made[name] = action
    return made
