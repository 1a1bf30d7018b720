"""Measure and break text in the program's own typeface, whose files are loaded once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from kizdesk.places import resources_dir


@cache
def _loaded(face: str) -> TTFont:
    font = TTFont(f"Kizdesk-{face}", str(Path(resources_dir(), "fonts", f"SourceSans3-{face}.ttf")))
    registerFont(font)
    return font


@cache
def _widths(face: str) -> dict[int, float]:
    """Return the widths of a face's letters in thousandths of its size."""
    return dict(_loaded(face).face.charWidths)


@dataclass(frozen=True, slots=True)
class Type:
    """Be a size of one face."""

    face: str
    size: float
    leading: float

    @property
    def font(self) -> TTFont:
        """Return the face, whose file is read once."""
        return _loaded(self.face)

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        widths = _widths(self.face)
        return sum(widths.get(ord(letter), 600.0) for letter in text) * self.size / 1000

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """Break a text into lines that are not wider than given; its own line ends are kept."""
        return _lines(self, text, round(width, 2))

    def one_line(self, text: str, width: float) -> str:
        """Return as much of a text as one line takes, with an ellipsis if something is left out."""
        lines = self.lines(text, width)
        return lines[0] if len(lines) == 1 else f"{self.lines(text, width - self.width(' …'))[0]} …" if lines else ""

    def longest_word(self, text: str) -> float:
        """Return the width below which a word of the text would have to be broken."""
        return max((self.width(word) for word in _clean(text).replace("\n", " ").split(" ")), default=0.0)


@lru_cache(maxsize=4096)
def _lines(type_: Type, text: str, width: float) -> tuple[str, ...]:
    found: list[str] = []
    for paragraph in _clean(text).splitlines():
        found += _paragraph(type_, paragraph, width)
    return tuple(found)


def _paragraph(type_: Type, text: str, width: float) -> list[str]:
    lines = [""]
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}".lstrip()
        if type_.width(longer) <= width:
            lines[-1] = longer
            continue
        *full, rest = _pieces(type_, word, width)
        lines += [*full, rest]
    return lines[1:] if len(lines) > 1 and not lines[0] else lines


def _pieces(type_: Type, word: str, width: float) -> list[str]:
    """Cut a word that is wider than a line, where it has a hyphen if possible; an address gets no other sign."""
    if type_.width(word) <= width:
        return [word]
    signs, hyphen = (_IN_ADDRESSES, "") if _ADDRESS.search(word) else ("-", "-")
    pieces = [""]
    for letter in word:
        end = "" if letter in signs else hyphen
        if pieces[-1] and type_.width(pieces[-1] + letter + end) > width:
            cut = max(map(pieces[-1].rfind, signs)) + 1 or len(pieces[-1])
            head, tail = pieces[-1][:cut], pieces[-1][cut:]
            pieces[-1:] = [f"{head}{hyphen}" if head[-1].isalpha() else head, tail]
        pieces[-1] += letter
    return pieces


def _clean(text: str) -> str:
    """Compose letters from their accents, make all line ends one, and leave out what no font draws."""
    composed = unicodedata.normalize("NFC", "\n".join(text.splitlines())).expandtabs(4)
    return "".join(letter for letter in composed if letter == "\n" or unicodedata.category(letter) not in _UNDRAWN)


_ADDRESS: Final = re.compile(r"@|://|\w\.\w")
_IN_ADDRESSES: Final = "-./@_"
_UNDRAWN: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")

TITLE: Final = Type("Bold", 21, 25)
SUBTITLE: Final = Type("Regular", 12, 16)
PART: Final = Type("Bold", 15, 19)
QUESTION: Final = Type("Semibold", 10.8, 14)
STRONG: Final = Type("Semibold", 13, 17)
TEXT: Final = Type("Regular", 10.5, 14.5)
LABEL: Final = Type("Regular", 9.5, 12)
HINT: Final = Type("Regular", 9.2, 12)
HEAD: Final = Type("Semibold", 9, 11)
SMALL: Final = Type("Regular", 8, 10.5)
SMALL_STRONG: Final = Type("Semibold", 8.5, 11)
