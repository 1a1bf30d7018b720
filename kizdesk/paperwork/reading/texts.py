"""Turn the bytes of a text in a PDF into the text that was typed."""

from __future__ import annotations

import codecs
import re
from typing import Final

from pypdf.generic import ByteStringObject, NameObject, StreamObject, TextStringObject

_LOW: Final = "˘ˇˆ˙˝˛˚˜"
_HIGH: Final = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"
_PDF_LETTERS: Final = {
    **{0x18 + place: letter for place, letter in enumerate(_LOW)},
    **{0x80 + place: letter for place, letter in enumerate(_HIGH)},
    0xA0: "€",
}
"""Where PDFDocEncoding (ISO 32000-1, D.3) differs from Latin-1."""
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"))
_LANGUAGE: Final = re.compile("\x1b[A-Za-z]{2}(?:-?[A-Za-z]{2})?\x1b")
_LINE_END: Final = re.compile("\r\n?")


def decoded(raw: bytes) -> str:
    """Return the text that bytes stand for; each line ends with one line feed."""
    return _LINE_END.sub("\n", _letters(raw)).replace("\0", "")


def _letters(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _LANGUAGE.sub("", raw[len(mark) :].decode(encoding, "replace"))
    if raw.startswith(b"\0") and not len(raw) % 2:
        return raw.decode("utf-16-be", "replace")
    return raw.decode("latin-1").translate(_PDF_LETTERS)


def text_of(value: object) -> str | None:
    """Return the text of a string, a name or a stream of a PDF; None for anything else."""
    match value:
        case TextStringObject() | ByteStringObject():
            return decoded(value.original_bytes)
        case NameObject():
            return str(value).removeprefix("/")
        case StreamObject():
            return decoded(value.get_data())
        case _:
            return None
