"""Say what F1 shows while no project is open."""

from __future__ import annotations

from kizdesk.ui.page import KeyHelp
from kizdesk.ui.shell.help_panel import Help

WINDOW_KEYS = (
    KeyHelp("Strg+N", "Neues Projekt"),
    KeyHelp("Strg+O", "Projekt öffnen"),
    KeyHelp("Eingabe, Leertaste", "Schaltfläche oder Verweis auslösen"),
    KeyHelp("F1", "Diese Hilfe"),
    KeyHelp("Strg+Q", "Beenden"),
)
HOME = Help(
    "Projekte",
    "Ein Projekt ist eine Datei mit allem, was zu einem Integrationskonzept gehört. Hier stehen die Projekte, die auf "
    "diesem Rechner zuletzt geöffnet waren; eine Datei lässt sich auch hierher ziehen. „Beispielprojekt“ öffnet den "
    "Rhein-Kreis Neuss mit erfundenen Antworten, zum Ansehen und Ausprobieren.",
    (
        KeyHelp("Eingabe", "Projekt der Liste öffnen"),
        KeyHelp("Alt+1 bis Alt+9", "Erstes bis neuntes Projekt der Liste öffnen"),
        KeyHelp("Entf", "Projekt aus der Liste nehmen; die Datei bleibt"),
    ),
)
NEW = Help(
    "Neues Projekt",
    "Hier beginnt ein Konzept. Tippen Sie den Anfang des Kreises, bis er in der Liste steht; Titel, Name und Datei "
    "sind vorgeschlagen und bleiben änderbar. Ein Kennwort verschlüsselt die Datei. Wer es vergisst, kann sie nicht "
    "mehr öffnen.",
    (
        KeyHelp("Eingabe", "Kreis der Liste wählen"),
        KeyHelp("Strg+Eingabe", "Projekt anlegen"),
        KeyHelp("Esc", "Zurück zu den Projekten"),
    ),
)
