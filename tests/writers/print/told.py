"""Read a tagged PDF as a screen reader does: element by element, in the order of the structure, never the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

Piece = tuple[Any, str]
"""Some text, behind the properties of the content or of the artifact that it belongs to."""
_ITS_OWN = {"/MCID", "/Type"}
"""What the properties of content or of an artifact tell; a span within has other ones."""
_CHAR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


@dataclass(slots=True)
class Element:
    """Be an element of the structure: its tag, its own text and elements in their order, what else is said of it."""

    tag: str
    parts: list[str | Element] = field(default_factory=list)
    alt: str = ""
    attributes: list[Any] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """The objects that are the pages on which its text stands, in their order; none for an element without text."""

    @property
    def text(self) -> str:
        """Return all text within."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def elements(self) -> list[Element]:
        """Return the elements directly within."""
        return [part for part in self.parts if isinstance(part, Element)]

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements with one of the tags, however deep."""
        for element in self.elements:
            if element.tag in tags:
                yield element
            yield from element.all(*tags)


def told(pdf: bytes) -> Element:
    """Return the root of the structure."""
    reader = PdfReader(BytesIO(pdf), strict=True)
    return structure(reader, {id_of(page): list(shown(page, reader)) for page in reader.pages})


def structure(reader: PdfReader, pieces: Mapping[int, Sequence[Piece]]) -> Element:
    """Return the root of the structure of a PDF, from the pieces of text of its pages."""
    catalogue: Any = reader.trailer["/Root"]
    made = Element("Root")
    _fill(made, catalogue["/StructTreeRoot"]["/K"], None, {page: _marked(found) for page, found in pieces.items()})
    return made


def id_of(page: Any) -> int:
    """Return the number of the object that a page is."""
    reference: IndirectObject = page.indirect_reference
    return reference.idnum


def shown(page: Any, reader: PdfReader) -> Iterator[Piece]:
    """Yield each piece of text of a page with the properties of the content, or of the artifact, that it belongs to."""
    fonts = page["/Resources"].get("/Font", {})
    letters: dict[int, str] = {}
    stack: list[Any] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        match operator:
            case b"BDC" | b"BMC":
                stack.append(operands[1] if len(operands) > 1 else {})
            case b"EMC":
                stack.pop()
            case b"Tf":
                letters = _letters(fonts[operands[0]].get_object())
            case b"Tj" | b"TJ":
                owner: Any = next((known for known in reversed(stack) if _ITS_OWN & known.keys()), {})
                yield owner, _decoded(operands[0], letters)


def _marked(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the text of a page by the numbers of its marked content; what is no content has none."""
    found = dict[int, str]()
    for properties, text in pieces:
        if "/MCID" in properties:
            number = int(properties["/MCID"])
            found[number] = found.get(number, "") + text
    return found


def _decoded(shown: Any, letters: dict[int, str]) -> str:
    pieces = shown if isinstance(shown, ArrayObject) else [shown]
    codes = b"".join(_bytes(piece) for piece in pieces if isinstance(piece, str | bytes))
    return "".join(letters.get(int.from_bytes(codes[at : at + 2]), "\ufffd") for at in range(0, len(codes), 2))


def _bytes(piece: Any) -> bytes:
    raw: bytes = piece if isinstance(piece, bytes) else piece.original_bytes
    return raw


@cache
def _table(data: bytes) -> dict[int, str]:
    text, found = data.decode("latin-1"), dict[int, str]()
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, letters in _CHAR.findall(block):
            found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, letters in _RANGE.findall(block):
            start = int.from_bytes(bytes.fromhex(letters))
            found |= {code: chr(start + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)}
    return found


def _letters(font: Any) -> dict[int, str]:
    return _table(font["/ToUnicode"].get_object().get_data())


def _fill(into: Element, kids: Any, page: int | None, texts: dict[int, dict[int, str]]) -> None:
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        thing = kid.get_object()
        if isinstance(thing, int):
            _say(into, page or 0, thing, texts)
        elif "/MCID" in thing:
            at = thing.raw_get("/Pg").idnum if "/Pg" in thing else page
            _say(into, at or 0, int(thing["/MCID"]), texts)
        elif "/S" in thing:
            into.parts.append(_element(thing, page, texts))
            _stand(into, into.elements[-1].pages)


def _say(into: Element, page: int, number: int, texts: dict[int, dict[int, str]]) -> None:
    into.parts.append(texts.get(page, {}).get(number, ""))
    _stand(into, [page])


def _stand(into: Element, pages: list[int]) -> None:
    into.pages += [page for page in pages if page not in into.pages]


def _element(thing: DictionaryObject, page: int | None, texts: dict[int, dict[int, str]]) -> Element:
    attributes = thing.get("/A", ArrayObject())
    made = Element(
        str(thing["/S"])[1:],
        alt=str(thing.get("/Alt", "")),
        attributes=[
            part.get_object() for part in (attributes if isinstance(attributes, ArrayObject) else [attributes])
        ],
    )
    here = thing.raw_get("/Pg").idnum if "/Pg" in thing else page
    if "/K" in thing:
        _fill(made, thing["/K"], here, texts)
    return made
