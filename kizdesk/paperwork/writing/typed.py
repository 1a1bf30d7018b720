"""Make the font in which viewers write what is typed: the program's typeface with the letters of European names.

Helvetica, which every viewer has, lacks ş, đ and ł. It is a simple font of one byte a letter because programs exist
that write nonsense with any other. So it has room for some 220 letters: signs that nobody types into a form give way
to letters of names. What it lacks is drawn in a font the viewer has; the value is exact in any case.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from struct import pack, unpack_from
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject, PDFObjectReference, PDFStream
from reportlab.pdfbase.ttfonts import TTFontFace, TTFontMaker, TTFontParser

from kizdesk.paperwork.writing.kinds import TEXT
from kizdesk.paperwork.writing.objects import Dictionary, Written

NAME: Final = "Wingdings"
"""What fields call the font.

WORKAROUND PDFium (Chrome, Edge) draws ş, „ and – in fonts of its own choice, or not at all, unless a font is called so:
it then asks the font for every letter. No other program looks at the name. Remove when it asks every embedded font.
"""

_NAMED: Final = """
    ğ gbreve Ğ Gbreve ı dotlessi İ Idotaccent ş scedilla Ş Scedilla
    ć cacute Ć Cacute č ccaron Č Ccaron đ dcroat Đ Dcroat
    ą aogonek Ą Aogonek ę eogonek Ę Eogonek ł lslash Ł Lslash ń nacute Ń Nacute ś sacute Ś Sacute
    ź zacute Ź Zacute ż zdotaccent Ż Zdotaccent
    ř rcaron Ř Rcaron ě ecaron Ě Ecaron ů uring Ů Uring ť tcaron Ť Tcaron ď dcaron Ď Dcaron ň ncaron Ň Ncaron
    ľ lcaron Ľ Lcaron ő ohungarumlaut Ő Ohungarumlaut ű uhungarumlaut Ű Uhungarumlaut
    ă abreve Ă Abreve ș scommaaccent Ș Scommaaccent ț uni021B Ț uni021A
    ā amacron Ā Amacron ē emacron Ē Emacron ī imacron ū umacron ė edotaccent į iogonek ų uogonek
    ģ gcommaaccent Ģ Gcommaaccent ķ kcommaaccent ļ lcommaaccent ņ ncommaaccent
    ə uni0259 Ə uni018F ẞ uni1E9E
"""
_FIRM: Final = "\xa0"
ADDED: Final[Mapping[str, str]] = {
    _FIRM: "uni00A0",
    **dict(zip(_NAMED.split()[::2], _NAMED.split()[1::2], strict=True)),
}
"""Letters beyond the Western ones, with the names by which all viewers know them.

A blank at which no line breaks is one of them, because by itself it would be taken for a plain one.
"""
_GIVE_WAY: Final = f"{_FIRM}¤¦¨¬¯¸ªº¶¡¿¢¥®¹´ˆ˜ƒ†‡‹›¾ÐðÞþ©÷™¼‰\xad"
_CONTROLS: Final = frozenset((0, 9, 10, 12, 13))
"""Codes that programs take for breaks between lines."""
_TABLES: Final = ("OS/2", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post", "prep")
_NON_SYMBOLIC: Final = 32


def letters() -> dict[int, str]:
    """Return the letters of the font by their codes."""
    kept = {code: letter for code in range(32, 256) if (letter := _western(code)) and letter not in _GIVE_WAY}
    free = (code for code in range(256) if code not in kept and code not in _CONTROLS)
    return kept | dict(zip(free, ADDED, strict=False))


def put_font(refer: Callable[[PDFObject], PDFObjectReference]) -> PDFObjectReference:
    """Put the font into a file; what is referred to is handed in."""
    face = _face()
    program = PDFStream(content=_packed(), filters=[])
    program.dictionary["Filter"] = PDFName("FlateDecode")
    program.dictionary["Length1"] = len(_program())
    corners = " ".join(str(round(corner)) for corner in face.bbox)
    measures = {"Ascent": face.ascent, "Descent": face.descent, "CapHeight": face.capHeight, "StemV": face.stemV}
    descriptor: dict[str, str | Written] = {
        "Type": "/FontDescriptor",
        "FontName": f"/{_name()}",
        "Flags": str(_NON_SYMBOLIC),
        "FontBBox": f"[{corners}]",
        "ItalicAngle": "0",
        **{key: str(round(measure)) for key, measure in measures.items()},
        "FontFile2": refer(program),
    }
    coded = letters()
    widths = " ".join(str(round(face.charWidths[ord(coded[code])])) if code in coded else "0" for code in range(256))
    font: dict[str, str | Written] = {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": f"/{_name()}",
        "FirstChar": "0",
        "LastChar": "255",
        "Widths": f"[{widths}]",
        "Encoding": f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{' '.join(_differences())}] >>",
        "FontDescriptor": refer(Dictionary(descriptor)),
    }
    return refer(Dictionary(font))


def _western(code: int) -> str:
    return bytes((code,)).decode("cp1252", "ignore").replace("\x7f", "")


def _differences() -> Iterator[str]:
    for code, letter in sorted(letters().items()):
        if letter in ADDED:
            yield f"{code} /{ADDED[letter]}"


def _face() -> TTFontFace:
    face: TTFontFace = TEXT.font.face
    return face


def _name() -> str:
    name: bytes = _face().name
    return name.decode("ascii")


@cache
def _packed() -> bytes:
    return zlib.compress(_program(), 9)


@cache
def _program() -> bytes:
    """Return the font's file with these letters only, to be found by their Unicode as encodings need it."""
    points = sorted({ord(letter) for letter in letters().values()})
    subset: Any = TTFontParser(io.BytesIO(_face().makeSubset(points)))
    found = subset.get_table("cmap")
    glyphs = unpack_from(f">{len(points)}H", found, len(found) - 2 * len(points))
    made = TTFontMaker()
    made.add("cmap", _cmap(dict(zip(points, glyphs, strict=True))))
    for tag in _TABLES:
        if tag in subset.table:
            made.add(tag, subset.get_table(tag))
    program: bytes = made.makeStream()
    return program


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    """Return a table from Unicode to glyphs: format 4 of OpenType, one segment for each letter."""
    points = [*sorted(glyphs), 0xFFFF]
    deltas = [(glyphs.get(point, 0) - point) & 0xFFFF for point in points[:-1]] + [1]
    count = len(points)
    power = 1 << (count.bit_length() - 1)
    search = (2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    words = (*search, *points, 0, *points, *deltas, *([0] * count))
    head = (0, 1, 3, 1, 0, 12)
    return pack(f">{len(head) + 3 + len(words)}H", *head, 4, 6 + 2 * len(words), 0, *words)
