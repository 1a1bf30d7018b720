"""Read a PDF as it is written: where pypdf would mend by searching or guessing, refuse.

A field has a state in each revision of a file. Whoever searches for an object whose place is not known finds the
first one, which is the oldest; whoever takes an earlier table of places shows the answers as they were before.
"""

from __future__ import annotations

import re
from functools import cached_property
from io import BytesIO
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import IndirectObject, NullObject, PdfObject

from kizdesk.paperwork.reading.outcome import Reason, Refusal

_BLANK: Final = rb"[\0\t\n\f\r ]"
_HEADER: Final = re.compile(rb"(\d{1,10})%b{1,9}(\d{1,5})%b{1,9}obj" % (_BLANK, _BLANK))
_BLANKS: Final = re.compile(rb"%b{0,99}" % _BLANK)
"""How long blanks may be is bounded, else a long run of them is looked through again from each of its places."""


class Exact(PdfReader):
    """Give each object from the place that the last revision names, or refuse."""

    _content = b""
    """Set when the tables are read; until then pypdf looks for them its own way."""

    def __init__(self, content: bytes) -> None:
        super().__init__(BytesIO(content))
        self._content = content

    def get_object(self, indirect_reference: int | IndirectObject) -> PdfObject | None:
        """Return an object; one that is nowhere is null, as the format has it."""
        if self._content and isinstance(indirect_reference, IndirectObject):
            key = (indirect_reference.generation, indirect_reference.idnum)
            if key not in self.resolved_objects and not self._is_placed(*key):
                return NullObject()
        return super().get_object(indirect_reference)

    def _is_placed(self, generation: int, number: int) -> bool:
        """Return whether an object has a place; refuses a place where something else stands."""
        if not generation and number in self.xref_objStm:
            return True
        start = self.xref.get(generation, {}).get(number)
        if start is None:
            if (number, generation) in self._headers:
                raise Refusal(Reason.DAMAGED)
            return False
        if self.xref_free_entry.get(generation, {}).get(number, False):
            return True
        blanks = _BLANKS.match(self._content, start)
        header = _HEADER.match(self._content, blanks.end() if blanks else start)
        if header is None or (int(header[1]), int(header[2])) != (number, generation):
            raise Refusal(Reason.DAMAGED)
        return True

    @cached_property
    def _headers(self) -> frozenset[tuple[int, int]]:
        """Return what looks like the beginning of an object anywhere in the file."""
        return frozenset((int(found[1]), int(found[2])) for found in _HEADER.finditer(self._content))

    def _get_object_from_stream(self, indirect_reference: IndirectObject) -> PdfObject:
        found = super()._get_object_from_stream(indirect_reference)
        if isinstance(found, NullObject):
            raise Refusal(Reason.DAMAGED)
        return found

    def _rebuild_xref_table(self, *_: Any, **__: Any) -> None:
        raise Refusal(Reason.DAMAGED)

    @classmethod
    def _find_previous_startxref_pos(cls, *_: Any, **__: Any) -> int:
        raise Refusal(Reason.DAMAGED)
