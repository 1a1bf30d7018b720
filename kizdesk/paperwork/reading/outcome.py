"""Say what reading a file gives: a filled form, or why it is none and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kizdesk.paperwork.sheet import Identity

Value = str | tuple[str, ...]
"""A text, or the ids of what is ticked or chosen."""


class Reason(StrEnum):
    """Say why a file is refused."""

    UNREADABLE = "unreadable"
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_PDF = "not-pdf"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    XFA = "xfa"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MUCH = "too-much"
    TOO_SLOW = "too-slow"
    PRINTED = "printed"
    FOREIGN = "foreign"
    INCOMPLETE = "incomplete"
    CONTRADICTION = "contradiction"
    NEWER = "newer"


_AGAIN = "Bitte die Kommune bitten, die Datei noch einmal zu senden."
_TYPE_OFF = "als Scan zum Gespräch legen und abtippen"
_ORIGINAL = "die Kommune um die gespeicherte Formulardatei bitten"
_SENTENCES = {
    Reason.UNREADABLE: "Die Datei lässt sich nicht öffnen. Bitte prüfen, ob sie noch an ihrem Ort liegt, und sie in "
    "anderen Programmen schließen.",
    Reason.EMPTY: f"Die Datei ist leer. {_AGAIN}",
    Reason.TOO_LARGE: "Die Datei ist größer als 50 MB und damit kein Formular aus diesem Programm. Ist es ein Scan, "
    f"bitte kleiner speichern, {_TYPE_OFF}.",
    Reason.NOT_PDF: "Die Datei ist kein PDF. Bitte das zurückgesandte Formular wählen; ein Foto oder einen Scan bitte "
    f"{_TYPE_OFF}.",
    Reason.TRUNCATED: f"Die Datei ist unvollständig, wahrscheinlich brach die Übertragung ab. {_AGAIN}",
    Reason.DAMAGED: f"Die Datei ist beschädigt und nicht sicher zu lesen. {_AGAIN}",
    Reason.ENCRYPTED: "Die Datei ist verschlüsselt. Bitte die Kommune bitten, das Formular ohne Kennwort und ohne "
    "Schutz zu speichern und noch einmal zu senden.",
    Reason.XFA: "Die Datei ist ein XFA-Formular eines anderen Programms. Bitte unser Formular noch einmal senden und "
    "um dieses bitten.",
    Reason.TOO_MANY_PAGES: "Die Datei hat mehr als 2.000 Seiten und ist damit kein Formular aus diesem Programm. Bitte "
    "nur das zurückgesandte Formular wählen.",
    Reason.TOO_MUCH: "Die Datei braucht zum Lesen ungewöhnlich viel Speicher und wurde deshalb nicht gelesen. Bitte "
    "prüfen, ob es das zurückgesandte Formular ist, und es sonst noch einmal senden lassen.",
    Reason.TOO_SLOW: "Die Datei braucht zum Lesen ungewöhnlich lange und wurde deshalb nicht gelesen. Bitte prüfen, ob "
    "es das zurückgesandte Formular ist, und es sonst noch einmal senden lassen.",
    Reason.PRINTED: "Die Datei hat keine Felder mehr, wahrscheinlich wurde das Formular gedruckt, eingescannt, „als "
    "PDF gedruckt“ oder mit einem Programm gespeichert, das Felder nicht behält, wie LibreOffice Draw; vielleicht ist "
    f"sie auch gar kein Formular von hier. Bitte ein Formular {_TYPE_OFF}, oder {_ORIGINAL}.",
    Reason.FOREIGN: "Die Datei hat Felder, ist aber kein Formular aus diesem Programm. Bitte das zurückgesandte "
    "Formular wählen.",
    Reason.INCOMPLETE: "Dem Formular fehlt die Angabe, zu welcher Kommune und welchem Leitfaden es gehört. Bitte es "
    f"{_TYPE_OFF}, oder {_ORIGINAL}.",
    Reason.CONTRADICTION: "Das Formular nennt zwei verschiedene Kommunen oder Leitfäden, vielleicht wurden zwei "
    "Formulare zusammengefügt. Bitte die Kommune bitten, jedes für sich zu senden.",
    Reason.NEWER: "Das Formular stammt aus einer anderen Fassung dieses Programms. Bitte das Programm aktualisieren "
    "und die Datei dann noch einmal einlesen.",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """Be a form that came back.

    ``values`` has every field under its name (see :mod:`kizdesk.paperwork.names`): a text, empty where nothing
    was written, or the ids of what is ticked or chosen; the check boxes of one question come together under its
    name. What a name that is no place of a guide's question carries is there too. ``doubtful`` are the names
    whose value stood only in what is drawn, or of which the file says two things: someone should look.
    """

    identity: Identity
    values: Mapping[str, Value]
    sha256: str
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Be a file that is not read; ``clues`` are parts of an identity found on it nevertheless."""

    reason: Reason
    sha256: str = ""
    clues: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """Return in German why, and what to do."""
        return _SENTENCES[self.reason]


Outcome = Filled | Refused


class Refusal(Exception):
    """Stop reading a file."""

    def __init__(self, reason: Reason, clues: Mapping[str, str] | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.clues = dict(clues or {})
