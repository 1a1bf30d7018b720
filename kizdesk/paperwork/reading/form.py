"""Read one form from its bytes, in this process; refuses by raising Refusal."""

from __future__ import annotations

from typing import Final

from pypdf.errors import LimitReachedError

from kizdesk.paperwork import names
from kizdesk.paperwork.reading.damage import DAMAGE
from kizdesk.paperwork.reading.document import Document
from kizdesk.paperwork.reading.fields import Fields
from kizdesk.paperwork.reading.limits import LIMITS, Limits
from kizdesk.paperwork.reading.outcome import Filled, Reason, Refusal, Value
from kizdesk.paperwork.reading.values import Read, read_field
from kizdesk.paperwork.reading.whose import agreed, identity_from, printed_line, properties_of

_TOO_MUCH: Final = (LimitReachedError, MemoryError, RecursionError)


def read_form(content: bytes, sha256: str = "", limits: Limits = LIMITS) -> Filled:
    """Return the form that bytes are; raises Refusal where they are none."""
    try:
        return _form(content, sha256, limits)
    except _TOO_MUCH as fault:
        raise Refusal(Reason.TOO_MUCH) from fault
    except DAMAGE as fault:
        raise Refusal(Reason.DAMAGED) from fault


def _form(content: bytes, sha256: str, limits: Limits) -> Filled:
    document = Document(content, limits)
    values = _Values()
    for name, field in Fields(document, limits).by_name.items():
        read = read_field(field)
        if read is not None:
            values.add(name, read)
    if sum(map(len, values.texts())) > limits.letters:
        raise Refusal(Reason.TOO_MUCH)
    told = agreed(values.hidden, properties_of(document))
    if not values.by_name:
        raise Refusal(Reason.PRINTED, told or printed_line(document))
    return Filled(identity_from(told, document), values.by_name, sha256, tuple(values.doubtful))


class _Values:
    """Put together what the fields of a form carry, question by question."""

    def __init__(self) -> None:
        self.by_name: dict[str, Value] = {}
        self.hidden: dict[str, str] = {}
        self.doubtful: dict[str, None] = {}

    def texts(self) -> list[str]:
        """Return all texts, to know how long they are."""
        return [value for value in self.by_name.values() if isinstance(value, str)]

    def add(self, full_name: str, read: Read) -> None:
        """Take in a field; one that was given another name above its own is known by its own."""
        name = full_name.rpartition(".")[2] or full_name
        if name.startswith(names.IDENTITY_PREFIX):
            if read.doubtful:
                raise Refusal(Reason.CONTRADICTION, self.hidden)
            text = read.value if isinstance(read.value, str) else ""
            self.hidden = agreed(self.hidden, {name.removeprefix(names.IDENTITY_PREFIX): text})
            return
        if read.is_tick:
            name = _question_of(name)
        ticked = self.by_name.get(name)
        if read.is_tick and isinstance(ticked, tuple) and isinstance(read.value, tuple):
            self.by_name[name] = tuple(dict.fromkeys((*ticked, *read.value)))
        else:
            name = full_name if ticked is not None else name
            self.by_name[name] = read.value
        if read.doubtful:
            self.doubtful[name] = None


def _question_of(name: str) -> str:
    try:
        return names.parse(name).without_column.text
    except ValueError:
        return name
