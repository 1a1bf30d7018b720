"""Make small PDFs with fields as other programs arrange them, and change forms as these do."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

from kizdesk.paperwork import names
from tests.paperwork.forms import IDENTITY

FIRST = 5
"""The number of the first object that a test brings."""
TEXTS = IDENTITY.texts()


def form(
    *objects: bytes,
    fields: Sequence[int] | None = None,
    shown: Sequence[int] = (),
    hidden: Mapping[str, str] = TEXTS,
    properties: Mapping[str, str] = TEXTS,
    more: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """Return a form of one page; `fields` and `shown` are numbers of objects, all of them if not given."""
    listed = list(range(FIRST, FIRST + len(objects)) if fields is None else fields)
    own = [text(names.identity_field(key), literal(value)) for key, value in hidden.items()]
    listed += range(FIRST + len(objects), FIRST + len(objects) + len(own))
    told = b"".join(b"%b %b" % (names.identity_property(k).encode(), literal(v)) for k, v in properties.items())
    catalog = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[%b]%b>>>>" % (references(listed), more)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[%b]>>" % references(shown)
    pages = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
    return tiny_pdf([catalog, pages, page, b"<<%b>>" % told, *objects, *own], b"/Info 4 0 R" + trailer)


def tiny_pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of some objects, of which the first is the catalog."""
    content = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    content += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(content)


def references(numbers: Sequence[int]) -> bytes:
    """Return references to objects."""
    return b" ".join(b"%d 0 R" % number for number in numbers)


def literal(text: str, encoding: str = "utf-16") -> bytes:
    """Return a string of a PDF in parentheses."""
    raw = b"\xfe\xff" + text.encode("utf-16-be") if encoding == "utf-16" else text.encode(encoding)
    for letter in (b"\\", b"(", b")"):
        raw = raw.replace(letter, b"\\" + letter)
    return b"(" + raw.replace(b"\r", b"\\r").replace(b"\n", b"\\n") + b")"


def text(name: str, value: bytes = b"", more: bytes = b"") -> bytes:
    """Return a text field, its value written as it stands in a file."""
    said = b"/V " + value if value else b""
    return b"<</FT/Tx/Type/Annot/Subtype/Widget/T%b%b%b>>" % (literal(name), said, more)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """Return a compressed stream."""
    packed = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d%b>>stream\n%b\nendstream" % (len(packed), more, packed)


class Raw(PdfObject):
    """Be a piece of a PDF as it stands in the file."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def write_to_stream(self, stream: object, encryption_key: object = None) -> None:
        """Write the piece."""
        del encryption_key
        assert isinstance(stream, io.BytesIO)
        stream.write(self.content)


class Revision:
    """Be changes to a form that are written behind it, as most programs do."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._reader = PdfReader(io.BytesIO(content))
        self._changed: dict[int, DictionaryObject] = {}
        top = self._reader.root_object["/AcroForm"]
        assert isinstance(top, DictionaryObject)
        listed = top["/Fields"]
        assert isinstance(listed, ArrayObject)
        self.fields = {str(node["/T"]): node for item in listed if (node := _dictionary(item))}

    def put(self, node: DictionaryObject, **values: bytes) -> None:
        """Change entries of an object."""
        for key, value in values.items():
            node[NameObject(f"/{key}")] = Raw(value)
        assert node.indirect_reference is not None
        self._changed[node.indirect_reference.idnum] = node

    def take(self, node: DictionaryObject, *keys: str) -> None:
        """Take entries out of an object."""
        for key in keys:
            node.pop(f"/{key}", None)
        self.put(node)

    def kids(self, name: str) -> dict[str, DictionaryObject]:
        """Return the buttons of a group by the state they stand for."""
        kids = self.fields[name]["/Kids"]
        assert isinstance(kids, ArrayObject)
        found = {}
        for kid in map(_dictionary, kids):
            looks = _dictionary(_dictionary(kid["/AP"])["/N"])
            found[next(key for key in looks if key != "/Off")[1:]] = kid
        return found

    def write(self, name: str, value: bytes) -> None:
        """Write a text into a field."""
        self.put(self.fields[name], V=value)

    def choose(self, name: str, state: str) -> None:
        """Choose a button of a group."""
        self.put(self.fields[name], V=b"/" + state.encode())
        for other, kid in self.kids(name).items():
            self.put(kid, AS=b"/" + state.encode() if other == state else b"/Off")

    def tick(self, name: str, state: str = names.TICKED) -> None:
        """Tick a box."""
        self.put(self.fields[name], V=b"/" + state.encode(), AS=b"/" + state.encode())

    def saved(self) -> bytes:
        """Return the form with the changes behind it."""
        added = io.BytesIO()
        places = {}
        for number, node in self._changed.items():
            places[number] = len(self._content) + added.tell()
            added.write(b"%d 0 obj\n" % number)
            node.write_to_stream(added)
            added.write(b"\nendobj\n")
        start = len(self._content) + added.tell()
        table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in sorted(places.items()))
        added.write(b"xref\n" + table + b"trailer\n")
        trailer = DictionaryObject(self._reader.trailer)
        before = self._content.rindex(b"startxref") + len(b"startxref")
        trailer[NameObject("/Prev")] = Raw(self._content[before:].split()[0])
        trailer.write_to_stream(added)
        added.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
        return self._content + added.getvalue()


def _dictionary(value: object) -> DictionaryObject:
    found = value.get_object() if isinstance(value, IndirectObject) else value
    assert isinstance(found, DictionaryObject)
    assert not isinstance(found, StreamObject)
    return found
