"""Make names that XML takes and that stay the same as long as the ids do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CHOICE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_OTHER = re.compile(r"[^A-Za-z0-9_]+")
_KEPT = 40
"""Letters of an odd id that stay readable in its name."""


class Names:
    """Give each thing of a form a name that nothing else has, whether in large or small letters."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = {name.casefold() for name in reserved}

    def give(self, wanted: str) -> str:
        """Return the wanted name; with a number made from it if it is odd or taken."""
        fits = _NAME.fullmatch(wanted) is not None
        name = wanted if fits and wanted.casefold() not in self._taken else _numbered(wanted, 8)
        length = 9
        while name.casefold() in self._taken:
            name = _numbered(wanted, length)
            length += 1
        self._taken.add(name.casefold())
        return name


def is_name(text: str) -> bool:
    """Tell whether a text can be a name as it is."""
    return _NAME.fullmatch(text) is not None


def choice_name(option_id: str) -> str:
    """Return the value that stands for a choice: its id, if that has no blanks and quotes."""
    return option_id if _CHOICE.fullmatch(option_id) else _numbered(option_id, 12)


def _numbered(text: str, length: int) -> str:
    readable = _OTHER.sub("_", text).strip("_")[:_KEPT]
    number = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{readable if _NAME.match(readable) else f'n{readable}'}_{number[:length]}"
