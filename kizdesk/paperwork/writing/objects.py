"""Write dictionaries and texts as they stand in a PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Protocol

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

_PLAIN: Final = re.compile(r"[ -~¡-¬®-ÿ]*")
_SPECIAL: Final = re.compile(r"[\\()¡-ÿ]")


class Written(Protocol):
    """Be something that stands in a file."""

    def format(self, document: PDFDocument) -> bytes:
        """Return what stands in the file."""


class Dictionary(PDFObject):
    """Be a dictionary whose keys need no escaping; reportlab's own takes four times as long."""

    def __init__(self, entries: Mapping[str, str | Written]) -> None:
        self.entries = dict(entries)

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary as it stands in the file."""
        parts = []
        for key, value in self.entries.items():
            written = value.encode("ascii") if isinstance(value, str) else value.format(document)
            parts.append(b"/%s %s" % (key.encode("ascii"), written))
        return b"<< %s >>" % b" ".join(parts)


def text_of(text: str) -> str:
    """Return a text as it stands in a file: in UTF-16 if it has letters beyond those in which all readers agree."""
    if _PLAIN.fullmatch(text):
        return f"({_SPECIAL.sub(_escaped, text)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


def _escaped(letter: re.Match[str]) -> str:
    return f"\\{ord(letter[0]):03o}"
