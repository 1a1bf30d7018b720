"""Name the fields of a form so that every program keeps them, and find back what a name stands for.

A name has up to four parts joined by ``--``: question, scope, row, column. It consists of letters, digits,
``_`` and ``-`` only; anything else in a part is written as ``_x`` and its code point in hex and ``_``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, unquote

JOINT: Final = "--"
TICKED: Final = "Ja"
"""The state of a check box that is ticked, as we write it; other programs may choose their own."""
IDENTITY_PREFIX: Final = "--kizdesk--"
"""What the names of the hidden fields begin with; no question's field does."""
PROPERTY_PREFIX: Final = "/Kizdesk_"
"""What the document's own properties begin with that carry the identity."""
PAGE_MARK: Final = "KIZDESK1"
"""What the text of the QR code on each page begins with."""

_FOREIGN = re.compile(r"[^A-Za-z0-9_-]|_(?=x)|(?<=-)-|^-|-$")
_ESCAPE = re.compile(r"_x([0-9a-f]*)_")


@dataclass(frozen=True, slots=True)
class FieldName:
    """Be the place of one value: a question, and where it has them its scope, row and column.

    The scope is a block that is repeated (a field of action, an offering), the row one of a table or of a
    matrix, the column one of a table or the option of a check box.
    """

    question: str
    scope: str = ""
    row: str = ""
    column: str = ""

    def __post_init__(self) -> None:
        """Refuse a name without a question."""
        if not self.question:
            raise ValueError("A field belongs to a question.")

    @property
    def text(self) -> str:
        """Return the name as it stands in the file."""
        parts = [encode(part) for part in (self.question, self.scope, self.row, self.column)]
        while not parts[-1]:
            parts.pop()
        return JOINT.join(parts)

    def at_row(self, row: str) -> FieldName:
        """Return the name of one row of this table or matrix."""
        return replace(self, row=row)

    def at_column(self, column: str) -> FieldName:
        """Return the name of one cell of this row, or of one option's check box."""
        return replace(self, column=column)

    @property
    def without_column(self) -> FieldName:
        """Return the name of the question or row whose option this is."""
        return replace(self, column="")


def parse(text: str) -> FieldName:
    """Return what a name in a file stands for; raises ValueError for one that is not ours."""
    parts = text.split(JOINT)
    if len(parts) > 4:
        raise ValueError(f"too many parts: {text!r}")
    name = FieldName(*(decode(part) for part in parts))
    if name.text != text:
        raise ValueError(f"not written by this program: {text!r}")
    return name


def encode(part: str) -> str:
    """Write one part of a name with the letters a name may have."""
    return _FOREIGN.sub(lambda found: f"_x{ord(found[0]):x}_", part)


def decode(part: str) -> str:
    """Read one part of a name; raises ValueError for a code point that does not exist."""
    return _ESCAPE.sub(lambda found: _letter(found[1]), part)


def _letter(code: str) -> str:
    number = int(code or "0", 16)
    if number > 0x10FFFF:
        raise ValueError(f"no such letter: {code}")
    return chr(number) if code else ""


def state_of(choice_id: str) -> str:
    """Return the state of the button that stands for a choice; it is never empty and never ``Off``."""
    return {"": "_x_", "Off": "_x4f_ff"}.get(choice_id) or encode(choice_id)


def choice_of(state: str) -> str:
    """Return the choice whose button has a state."""
    return decode(state.removeprefix("/"))


def identity_field(key: str) -> str:
    """Return the name of the hidden field that carries one part of the identity."""
    return IDENTITY_PREFIX + key


def identity_property(key: str) -> str:
    """Return the name of the document's property that carries one part of the identity."""
    return PROPERTY_PREFIX + key


def page_mark(identity: Mapping[str, str], page: int, pages: int) -> str:
    """Return the text of a page's QR code: what the identity says, the page, and how many there are."""
    parts = [identity[key] for key in _MARK_KEYS]
    return ":".join([PAGE_MARK, *(quote(part, safe="") for part in parts), str(page), str(pages)])


@dataclass(frozen=True, slots=True)
class PageMark:
    """Be what a QR code on a returned sheet of paper says."""

    identity: Mapping[str, str]
    page: int
    pages: int


def parse_page_mark(text: str) -> PageMark:
    """Read the text of a QR code; raises ValueError when it is not one of ours."""
    head, *parts = text.split(":")
    if head != PAGE_MARK or len(parts) != len(_MARK_KEYS) + 2:
        raise ValueError("not the mark of a form")
    *values, page, pages = parts
    return PageMark(dict(zip(_MARK_KEYS, map(unquote, values), strict=True)), int(page), int(pages))


_MARK_KEYS: Final = ("project_id", "municipality_id", "guide_id", "guide_version", "form_id")
