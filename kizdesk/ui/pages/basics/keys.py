"""Say the keys that all lists of this step know."""

from __future__ import annotations

from kizdesk.ui.page import KeyHelp

DESK_KEYS = (
    KeyHelp("Einfg", "Neuer Eintrag, wenn die Liste gewählt ist"),
    KeyHelp("Entf", "Eintrag löschen"),
    KeyHelp("Strg+D", "Eintrag duplizieren"),
    KeyHelp("Eingabe", "Von der Liste in die Angaben"),
)
ORDER_KEYS = (*DESK_KEYS, KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", "Eintrag in der Reihenfolge verschieben"))
