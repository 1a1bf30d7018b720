"""Say in German why a file or a page of it cannot be shown, and what to do."""

from __future__ import annotations

from enum import Enum

from kizdesk.ui.pages.interview.scan.faults import Fault, SheetError

_AGAIN = "Bitte die Vorlage noch einmal scannen oder schicken lassen und die neue Datei wählen."


class Place(Enum):
    """Say what cannot be shown."""

    FILE = "Diese Vorlage"
    PAGE = "Diese Seite"


_SENTENCES = {
    Fault.FOREIGN: "{it} ist weder PDF noch PNG noch JPEG. Bitte den Scan als PDF oder das Foto als JPEG speichern.",
    Fault.PROTECTED: "{it} ist mit einem Kennwort geschützt. Bitte sie ohne Kennwort schicken lassen, oder ausdrucken "
    "und einscannen.",
    Fault.DAMAGED: "{it} ist beschädigt oder unvollständig und lässt sich nicht zeigen. " + _AGAIN,
    Fault.TOO_LARGE: "Das Bild ist mit {width} × {height} Bildpunkten zu groß. Bitte es kleiner oder als JPEG "
    "speichern; 300 Punkte je Zoll reichen zum Lesen.",
    Fault.TOO_MUCH: "{it} braucht zum Zeichnen zu viel Speicher oder ist beschädigt. Bitte sie mit 300 Punkten je Zoll "
    "neu einscannen.",
    Fault.TOO_SLOW: "{it} braucht zum Zeichnen zu lange. Bitte sie ausdrucken und mit 300 Punkten je Zoll einscannen.",
}


def sentence(refused: SheetError, place: Place) -> str:
    """Return why a file or a page is refused."""
    width, height = (f"{edge:,}".replace(",", ".") for edge in refused.size)
    return _SENTENCES[refused.fault].format(it=place.value, width=width, height=height)


def no_process() -> str:
    """Return what to say when the system starts no further process."""
    return (
        "Die Vorlage lässt sich nicht zeigen, weil der Rechner kein weiteres Programm starten kann. Bitte andere "
        "Programme schließen und es noch einmal versuchen."
    )
