"""Change forms as bad luck, bad programs and bad people do; the same chance makes the same file."""

from __future__ import annotations

import io
import random
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, StreamObject

from kizdesk.paperwork import names
from tests.paperwork.reading.build import literal

WORDS = (
    *b"/V /Kids /Parent /Fields /T /FT /AS /AP /N /Annots /Pages /Root /Info /AcroForm /Opt /Ff /Length".split(),
    *b"/Filter /Prev /Size /XRefStm /LZWDecode /JBIG2Decode /RunLengthDecode /CCITTFaxDecode /Encrypt".split(),
    *b"/ObjStm /First /Index /W /Type /Subtype /Widget /Tx /Btn /Ch /DecodeParms /Predictor /XFA /Rect".split(),
    *b"null true << >> [ ] ( ) endobj stream endstream R obj xref trailer startxref %%EOF".split(),
    *b"0 -1 5 99999999999 1e999 1.5 <FEFF <FEFFD800> <80A0>".split(),
)
_SIZES = (1, 8, 64, 1024)
_NUMBER = re.compile(rb"\d+")
_STREAM = re.compile(rb"stream\r?\n")
_TABLE = re.compile(rb"xref\s+\d|startxref|/W ?\[|/Index ?\[|/Prev |/First |/Size |/Length ")
Change = Callable[[random.Random, bytearray, int], None]


def flip(chance: random.Random, content: bytearray, place: int) -> None:
    """Turn one bit."""
    content[place] ^= 1 << chance.randrange(8)


def drop(chance: random.Random, content: bytearray, place: int) -> None:
    """Lose some bytes."""
    del content[place : place + chance.choice(_SIZES)]


def double(chance: random.Random, content: bytearray, place: int) -> None:
    """Repeat some bytes."""
    content[place:place] = content[place : place + chance.choice(_SIZES)]


def insert(chance: random.Random, content: bytearray, place: int) -> None:
    """Put a word of the format somewhere."""
    content[place:place] = chance.choice(WORDS) + b" "


def swap(chance: random.Random, content: bytearray, place: int) -> None:
    """Put another word of the format where one stands."""
    word = chance.choice(WORDS)
    found = content.find(word, place)
    if found >= 0:
        content[found : found + len(word)] = chance.choice(WORDS)


def number(chance: random.Random, content: bytearray, place: int) -> None:
    """Change a number, mostly without moving what follows."""
    found = _NUMBER.search(content, place, place + 400)
    if found:
        length = len(found[0])
        new = b"%d" % chance.choice((0, 1, 2, int(found[0][:9]) + 1, 10**6, 10**12, chance.randrange(100)))
        content[found.start() : found.end()] = new[:length].rjust(length, b"0") if chance.random() < 0.7 else new


def truncate(_chance: random.Random, content: bytearray, place: int) -> None:
    """Lose everything from a place on."""
    del content[place:]


def tables(chance: random.Random, content: bytearray, place: int) -> None:
    """Change a number of a table of places, or of what describes a stream."""
    found = _TABLE.search(content, place) or _TABLE.search(content)
    if found:
        number(chance, content, found.end() + chance.choice((0, 0, 0, 20, 200)))


def repack(chance: random.Random, content: bytearray, place: int) -> None:
    """Change what is packed in a stream, such as objects or the table of places, and pack it again."""
    found = _STREAM.search(content, place) or _STREAM.search(content)
    if not found:
        return
    unpacker = zlib.decompressobj()
    try:
        plain = bytearray(unpacker.decompress(bytes(content[found.end() :]), 1 << 20))
    except zlib.error:
        return
    length = len(content) - found.end() - len(unpacker.unused_data)
    for _ in range(chance.choice((1, 1, 4))):
        if plain:
            chance.choice((flip, drop, insert, swap, number))(chance, plain, chance.randrange(len(plain)))
    packed = zlib.compress(bytes(plain), 9)
    content[found.end() : found.end() + length] = packed.ljust(length, b"\0")


CHANGES: Sequence[Change] = (flip, drop, double, insert, swap, number, truncate, tables, tables, repack, repack)


def changed(chance: random.Random, original: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Return a file changed in one or several places; now and then a piece of another one stands in it."""
    content = bytearray(original)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not content:
            break
        place = chance.randrange(len(content))
        if others and chance.random() < 0.1:
            other = chance.choice(others)
            start = chance.randrange(len(other))
            content[place : place + chance.choice((0, *_SIZES))] = other[start : start + chance.choice(_SIZES)]
        else:
            chance.choice(CHANGES)(chance, content, place)
    return bytes(content)


Objects = dict[int, dict[str, bytes]]


@dataclass(slots=True)
class Parts:
    """Be a file taken apart, so that a sound revision with unsound objects can be written behind it."""

    content: bytes
    trailer: bytes
    objects: Objects = field(default_factory=dict)
    holders: list[int] = field(default_factory=list)
    """The objects that a reader of forms looks at, without those that tell the identity."""
    whose: list[tuple[int, str, str]] = field(default_factory=list)
    """Where the identity stands: object, entry, and which part of it."""


def parts_of(content: bytes) -> Parts:
    """Take a file apart."""
    reader = PdfReader(io.BytesIO(content))
    trailer = {key: reader.trailer.raw_get(key) for key in ("/Root", "/Info", "/Size") if key in reader.trailer}
    before = content[content.rindex(b"startxref") + len(b"startxref") :].split()[0]
    parts = Parts(content, b"".join(b"%s %s" % (key.encode(), _plain(it)) for key, it in trailer.items()))
    parts.trailer += b"/Prev " + before
    for number_ in sorted({*reader.xref.get(0, {}), *reader.xref_objStm}):
        found = reader.get_object(IndirectObject(number_, 0, reader))
        if not isinstance(found, DictionaryObject) or isinstance(found, StreamObject):
            continue
        parts.objects[number_] = {str(key): _plain(found.raw_get(key)) for key in found}
        told = _identity_of(found)
        parts.whose += [(number_, entry, key) for entry, key in told.items()]
        is_seen = {"/T", "/Fields", "/Annots", "/AcroForm", "/Kids"} & found.keys() or "/Widget" in found.values()
        parts.holders += [number_] if is_seen and not told else []
    return parts


def _identity_of(found: DictionaryObject) -> dict[str, str]:
    name = str(found.get("/T", ""))
    if name.startswith(names.IDENTITY_PREFIX):
        return {"/V": name.removeprefix(names.IDENTITY_PREFIX)}
    prefix = names.PROPERTY_PREFIX
    return {entry: entry.removeprefix(prefix) for entry in map(str, found) if entry.startswith(prefix)}


def _plain(value: object) -> bytes:
    target = io.BytesIO()
    assert hasattr(value, "write_to_stream")
    value.write_to_stream(target)
    return target.getvalue()


LONG = 20_000
VALUES = (
    *b"null true 5 -1 99999999999999999999 1.5 () (a) /Off /Ja /a#00b [] <<>> <</N<</x/y>>>> <FEFFD800>".split(),
    *b"<FEFF0000000A> <EFBBBFFF> /neu1 /n /9 (9) (ja) (Off) (1e400) (31.02.2026) (-0,0) /jugendamt /Tx /Btn".split(),
    b"(\x80\xff\r\n\r)", b"[0 0]", b"[(a) (b)]", b"[[(0) (Nein)] [(ja) (Ja)]]",
    b"[" * 60 + b"]" * 60, b"[" * LONG + b"]" * LONG,
    b"(" + b"x" * LONG + b")", b"<FEFF" + b"202E" * LONG + b">", b"49152", b"65536", b"4194304", b"(b01.b02)",
    b"(e01--neu1)", b"(x03--neu--1--name)", b"(b01--a--b--c--d)", b"(--kizdesk--form_id)", b"(g01--sprache)",
)  # fmt: skip
KEYS = ("/V", "/V", "/V", "/Opt", "/Kids", "/Parent", "/T", "/FT", "/Ff", "/AS", "/AP", "/Annots", "/Fields",
        "/Subtype", "/XFA", "/I", "/TU", "/Type", "/Resources", "/Contents", "/Pages", "/AcroForm")  # fmt: skip
WHOSE = (
    "", " ", "x", "../../x", "a/b", "x" * 101, "x" * LONG, "\0", "\u202e", "\ud800", "2", "0", "2026-13-45",
    "0001-01-01", "9999-12-31", "05162", "05162008", "99999999", "expertengespraech", "2025-1", "-1", "'; drop",
)  # fmt: skip


def unsound(chance: random.Random, parts: Parts) -> bytes:
    """Return a file with a sound revision behind it, in which some objects are of a wrong kind."""
    touched: Objects = {}

    def entries(number_: int) -> dict[str, bytes]:
        return touched.setdefault(number_, dict(parts.objects[number_]))

    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        kind = chance.random()
        if kind < 0.15 and parts.whose:
            _rename(chance, parts, entries)
            continue
        number_ = chance.choice(parts.holders if kind < 0.97 else tuple(parts.objects))
        mine = entries(number_)
        key = chance.choice(KEYS if kind < 0.6 else tuple(mine) or KEYS)
        if chance.random() < 0.15:
            mine.pop(key, None)
        else:
            mine[key] = _value(chance, parts, number_)
    return revised(parts, touched)


def _rename(chance: random.Random, parts: Parts, entries: Callable[[int], dict[str, bytes]]) -> None:
    """Change a part of the identity, mostly in all places that tell it."""
    key = chance.choice([key for _, _, key in parts.whose])
    said = chance.choice(WHOSE)
    new = b"(" + said.encode("latin-1", "replace") + b")" if chance.random() < 0.3 else _utf16(said)
    for number_, entry, other in parts.whose:
        if other == key and chance.random() < 0.98:
            entries(number_)[entry] = new


def _value(chance: random.Random, parts: Parts, number_: int) -> bytes:
    kind = chance.random()
    if kind < 0.1:
        return b"%d 0 R" % number_
    if kind < 0.25:
        return b"%d 0 R" % chance.choice((*parts.holders, *parts.objects, 10**9))
    if kind < 0.35:
        return b"[%b]" % b" ".join(b"%d 0 R" % chance.choice(parts.holders) for _ in range(chance.choice((1, 3, 300))))
    if kind < 0.5:
        return parts.objects[chance.choice(parts.holders)].get(chance.choice(KEYS), b"null")
    if kind < 0.6:
        return literal("".join(chr(chance.randrange(1, 0xD800)) for _ in range(chance.choice((1, 40, 4000)))))
    return chance.choice(VALUES)


def _utf16(text: str) -> bytes:
    return b"<FEFF%b>" % text.encode("utf-16-be", "surrogatepass").hex().encode()


def revised(parts: Parts, touched: Objects) -> bytes:
    """Return the file with a revision behind it."""
    content = bytearray(parts.content)
    places = {}
    for number_, entries in touched.items():
        places[number_] = len(content)
        body = b"".join(b"%b %b " % (_plain(NameObject(key)), value) for key, value in entries.items())
        content += b"%d 0 obj\n<<%b>>\nendobj\n" % (number_, body)
    start = len(content)
    content += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
    content += b"trailer\n<<%b>>\nstartxref\n%d\n%%%%EOF\n" % (parts.trailer, start)
    return bytes(content)
