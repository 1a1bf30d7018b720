"""Name the files of forms so that every office computer takes them, and no two alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kizdesk.domain.guide import Section
from kizdesk.domain.places import Municipality
from kizdesk.project.machine import plain_name

ENDING = ".pdf"
_WORD = "Formular"
_LETTER, _LETTER_ENDING = "Anschreiben", ".docx"
_CONSENT = "Einvernehmen"
_FEW = 6
"""So many sections are named."""
_BYTES = 120
"""Bytes of a municipality in the name: systems take 255 for the whole."""


def file_names(places: Iterable[Municipality], sections: Sequence[Section] = ()) -> dict[str, str]:
    """Return a file name for each municipality by its id, such as ``Formular Beckum.pdf``.

    One with some sections only says which. Municipalities of one name, which Windows knows by their letters whatever
    the case, are told apart by their key.
    """
    return _names(places, _WORD, _part(sections))


def letter_name(form_name: str) -> str:
    """Return the name of the letter to a form, such as ``Anschreiben Beckum.docx``."""
    return f"{_LETTER}{form_name.removeprefix(_WORD).removesuffix(ENDING)}{_LETTER_ENDING}"


def place_names(places: Iterable[Municipality], word: str, ending: str) -> dict[str, str]:
    """Return the names of files of a word for each municipality by its id, such as ``Einladung Beckum.docx``."""
    return _names(places, word, "", ending)


def consent_names(places: Iterable[Municipality], number: int) -> dict[str, str]:
    """Return the names of the forms for answers to a version, such as ``Einvernehmen Beckum – Fassung 3.pdf``."""
    return _names(places, _CONSENT, f" – Fassung {number}")


def _names(places: Iterable[Municipality], word: str, part: str, ending: str = ENDING) -> dict[str, str]:
    given = {place.id: _plain(place) for place in places}
    seen: dict[str, list[str]] = {}
    for key, name in given.items():
        seen.setdefault(name.casefold(), []).append(key)
    return {
        key: f"{word} {name}{f' {key}' if len(seen[name.casefold()]) > 1 else ''}{part}{ending}"
        for key, name in given.items()
    }


def _part(sections: Sequence[Section]) -> str:
    letters = [plain_name(section.letter) for section in sections]
    if len(letters) > _FEW:
        return " – Auswahl"
    return f" – Abschnitt {' '.join(letters)}" if letters else ""


def _plain(place: Municipality) -> str:
    name = plain_name(place.name).encode("utf-8", "ignore")[:_BYTES].decode("utf-8", "ignore").strip(" .")
    return name or place.id
