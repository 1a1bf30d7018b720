"""Open a PDF from outside, and say at once why it is none that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject, PdfObject

from kizdesk.paperwork.reading.damage import DAMAGE
from kizdesk.paperwork.reading.exact import Exact
from kizdesk.paperwork.reading.limits import Limits
from kizdesk.paperwork.reading.outcome import Reason, Refusal

_HEAD: Final = b"%PDF-"
_HEAD_WITHIN: Final = 1024
_END: Final = b"%%EOF"
_BLANK: Final = b" \t\r\n\f\0"
_MORE: Final = re.compile(rb"obj|xref|^\d")
"""What stands after the end only if the last changes did not arrive whole."""


class Document:
    """Be a PDF whose parts are reached without following loops or going deeper than allowed."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._reader = _opened(_checked(content))
        if "/Encrypt" in self._reader.trailer:
            raise Refusal(Reason.ENCRYPTED)
        self.catalog = self._reader.root_object
        self.properties = dictionary(at(self._reader.trailer, "/Info"))
        self.form = dictionary(at(self.catalog, "/AcroForm"))
        if at(self.form, "/XFA") is not None:
            raise Refusal(Reason.XFA)

    def pages(self) -> Iterator[DictionaryObject]:
        """Yield the pages in order."""
        waiting: list[tuple[object, int]] = [(raw(self.catalog, "/Pages"), 0)]
        seen: set[object] = set()
        found = 0
        while waiting:
            reference, depth = waiting.pop()
            node = dictionary(resolved(reference))
            mark = identity_of(reference, node)
            if not node or mark in seen:
                continue
            seen.add(mark)
            kids = at(node, "/Kids")
            if not isinstance(kids, ArrayObject):
                found += 1
                if found > self._limits.pages:
                    raise Refusal(Reason.TOO_MANY_PAGES)
                yield node
            elif depth >= self._limits.depth:
                raise Refusal(Reason.TOO_MUCH)
            else:
                waiting += [(kid, depth + 1) for kid in reversed(list.copy(kids))]


def _checked(content: bytes) -> bytes:
    start = content.find(_HEAD, 0, _HEAD_WITHIN)
    if start < 0:
        raise Refusal(Reason.NOT_PDF)
    end = content.rfind(_END)
    rest = content[end + len(_END) :].strip(_BLANK)
    if end < 0 or _MORE.search(rest):
        raise Refusal(Reason.TRUNCATED)
    return content[start : end + len(_END)] + b"\n"


def _opened(content: bytes) -> PdfReader:
    try:
        return Exact(content)
    except LimitReachedError:
        raise
    except DAMAGE as fault:
        raise Refusal(Reason.ENCRYPTED if b"/Encrypt" in content else Reason.DAMAGED) from fault


def raw(holder: DictionaryObject, key: str) -> object:
    """Return an entry as it stands there, perhaps a reference; None where there is none."""
    return holder.raw_get(key) if key in holder else None


def resolved(value: object) -> object:
    """Return what a reference points to; None for nothing, and for a reference to a reference."""
    if isinstance(value, IndirectObject):
        value = value.get_object()
    return None if isinstance(value, (NullObject, IndirectObject)) else value


def at(holder: DictionaryObject, key: str) -> object:
    """Return what an entry points to, or None."""
    return resolved(raw(holder, key))


def dictionary(value: object) -> DictionaryObject:
    """Return a dictionary, empty where there is none."""
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def entries(value: object) -> list[PdfObject]:
    """Return what stands in an array, references unresolved."""
    return list.copy(value) if isinstance(value, ArrayObject) else []


def identity_of(reference: object, node: object) -> object:
    """Return what tells one object of a file from all others."""
    return (reference.idnum, reference.generation) if isinstance(reference, IndirectObject) else id(node)
