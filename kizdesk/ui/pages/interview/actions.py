"""Make what can be done in an interview, with keys that no German keyboard needs for letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kizdesk.ui.page import KeyHelp
from kizdesk.ui.widgets.buttons import key_text

_SPECS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("next", "Nächste Frage   Strg+Eingabe", ("Ctrl+Return", "Ctrl+Enter"), "Zur nächsten Frage"),
    ("previous", "Vorige Frage", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"), "Zur vorigen Frage"),
    ("next-open", "Nächste offene Frage", ("Alt+O",), "Zur nächsten Frage ohne Antwort"),
    ("open-list", "Offene Fragen", ("Alt+L",), "Alle offenen Fragen des Gesprächs zeigen"),
    ("sections", "Zum Abschnitt …", ("Alt+G",), "Zu einem Abschnitt, dann seinen Namen tippen"),
    ("section-up", "Abschnitt davor", ("Alt+Up",), "Zum Abschnitt davor"),
    ("section-down", "Abschnitt danach", ("Alt+Down",), "Zum Abschnitt danach"),
    ("quote", "Zitat   Alt+Z", ("Alt+Z",), "Ein wörtliches Zitat mit Namen in die Antwort schreiben"),
    ("later", "Nachreichen   Alt+R", ("Alt+R",), "Die Antwort wird nachgereicht"),
    ("declined", "Keine Angabe   Alt+K", ("Alt+K",), "Dazu wird keine Angabe gemacht"),
    ("note", "Notiz", ("Alt+N",), "In die Notiz zu dieser Frage"),
    ("take", "Übernehmen", ("Alt+Ü",), "Übernehmen, was schon bekannt ist"),
    ("offering", "Angebot hinzufügen", ("Alt+A",), "Ein Angebot hinzufügen"),
    ("scan", "Vorlage daneben zeigen", ("Alt+V",), "Scan oder Foto eines Formulars neben den Fragen zeigen"),
    ("end", "Gespräch beenden", (), "Das Gespräch beenden und sehen, was offen ist"),
    ("resume", "Wieder aufnehmen", (), "Das beendete Gespräch fortsetzen"),
    ("minutes", "Protokoll schreiben", (), "Das Gesprächsprotokoll zur Freigabe als Word-Datei schreiben"),
    ("overview", "Zur Übersicht", (), "Zur Übersicht aller Kommunen"),
)
_MORE = (
    KeyHelp("1 bis 9, a bis z", "Antwort ankreuzen, solange kein Text bearbeitet wird"),
    KeyHelp("Pfeil auf, Pfeil ab", "Zur Antwort darüber oder darunter"),
    KeyHelp("Esc", "Aus dem Text zu den Antworten"),
    KeyHelp("Strg+F", "Im Leitfaden suchen"),
    KeyHelp("Strg+Entf", "Eintrag einer Tabelle entfernen"),
)


def make_actions(page: QWidget, does: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Return the actions by name; their keys work while the page is shown."""
    made: dict[str, QAction] = {}
    for name, text, keys, tip in _SPECS:
        action = QAction(text, page)
        action.setObjectName(name)
        action.setToolTip(tip)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(does[name])
        page.addAction(action)
        made[name] = action
    for name in ("later", "declined"):
        made[name].setCheckable(True)
    for name in ("open-list", "scan"):
        made[name].setPriority(QAction.Priority.LowPriority)
    return made


def key_help() -> tuple[KeyHelp, ...]:
    """Return the keys and what they do."""
    shown = tuple(KeyHelp(key_text(keys[0]), tip) for _, _, keys, tip in _SPECS if keys)
    return (*shown, *_MORE)
