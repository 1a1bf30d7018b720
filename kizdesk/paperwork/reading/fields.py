"""Find the fields of a form, however the program that saved it has arranged them.

Fields are listed in the form, and again on the pages by what shows them. macOS Preview lists only some when it
writes a file anew, and takes a radio button out of its group, repeating the group's name in the button; other
programs nest fields under names of their own. So both lists are read, and what has one name is one field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from pypdf.generic import DictionaryObject, NameObject

from kizdesk.paperwork.reading.document import Document, at, dictionary, entries, identity_of, resolved
from kizdesk.paperwork.reading.limits import Limits
from kizdesk.paperwork.reading.outcome import Reason, Refusal
from kizdesk.paperwork.reading.texts import text_of

_OFF: Final = "Off"


@dataclass(frozen=True, slots=True)
class Above:
    """Be what a field takes from the ones it is nested in."""

    name: str = ""
    kind: str = ""
    flags: int = 0
    value: object = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Be one place on a page that shows a field."""

    own: object
    """The value that stands with the place itself."""
    state: str
    """Which of its looks a button shows, empty where it does not say."""
    widget: DictionaryObject

    @property
    def states(self) -> frozenset[str]:
        """Return the states other than off that a button has a look for."""
        looks = dictionary(at(dictionary(at(self.widget, "/AP")), "/N"))
        return frozenset(str(key).removeprefix("/") for key in looks) - {_OFF}


@dataclass(slots=True)
class Field:
    """Be a field with all places that show it; ``values`` are what is said of it above its places."""

    name: str
    kind: str
    flags: int
    options: tuple[str, ...]
    values: list[object] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)


class Fields:
    """Be all fields of a document by their full names, in the order of the form."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self._limits = limits
        self._seen: set[object] = set()
        self.by_name: dict[str, Field] = {}
        for reference in entries(at(document.form, "/Fields")):
            self._walk(reference, Above())
        for page in document.pages():
            for reference in entries(at(page, "/Annots")):
                self._add_shown(reference)

    def _walk(self, top: object, above: Above) -> None:
        waiting = [(top, above, 0)]
        while waiting:
            reference, over, depth = waiting.pop()
            node = self._new(reference)
            if node is None:
                continue
            here = _nested(node, over)
            kids = entries(at(node, "/Kids"))
            if not kids:
                self._add(node, over, here)
            elif depth >= self._limits.depth:
                raise Refusal(Reason.TOO_MUCH)
            waiting += [(kid, here, depth + 1) for kid in reversed(kids)]

    def _add_shown(self, reference: object) -> None:
        node = self._new(reference)
        if node is None or at(node, "/Subtype") != "/Widget":
            return
        over = Above()
        for parent in reversed(list(self._parents(node))):
            over = _nested(parent, over)
        self._add(node, over, _nested(node, over))

    def _parents(self, node: DictionaryObject) -> Iterator[DictionaryObject]:
        for _ in range(self._limits.depth):
            node = dictionary(at(node, "/Parent"))
            if not node:
                return
            yield node
        raise Refusal(Reason.TOO_MUCH)

    def _new(self, reference: object) -> DictionaryObject | None:
        """Return the object a reference leads to if it was not looked at before."""
        node = dictionary(resolved(reference))
        mark = identity_of(reference, node)
        if not node or mark in self._seen:
            return None
        self._seen.add(mark)
        if len(self._seen) > self._limits.fields * 4:
            raise Refusal(Reason.TOO_MUCH)
        return node

    def _add(self, node: DictionaryObject, over: Above, here: Above) -> None:
        if not here.name:
            return
        if here.name not in self.by_name:
            if len(self.by_name) >= self._limits.fields:
                raise Refusal(Reason.TOO_MUCH)
            self.by_name[here.name] = Field(here.name, here.kind, here.flags, here.options)
        found = self.by_name[here.name]
        found.kind = found.kind or here.kind
        if over.name == here.name and over.value is not None:
            found.values.append(over.value)
        state = at(node, "/AS")
        found.spots.append(Spot(at(node, "/V"), str(state)[1:] if isinstance(state, NameObject) else "", node))


def _nested(node: DictionaryObject, over: Above) -> Above:
    kind, flags, value = at(node, "/FT"), at(node, "/Ff"), at(node, "/V")
    options = tuple(text or "" for text in (text_of(resolved(item)) for item in entries(at(node, "/Opt"))))
    return replace(
        over,
        name=_full_name(node, over.name),
        kind=str(kind) if isinstance(kind, NameObject) else over.kind,
        flags=flags if isinstance(flags, int) else over.flags,
        value=over.value if value is None else value,
        options=options or over.options,
    )


def _full_name(node: DictionaryObject, above: str) -> str:
    """Return the dotted name; a button that repeats its group's name is a button of that group."""
    own = text_of(at(node, "/T"))
    repeats = own in {above, above.rpartition(".")[2]} and "/Kids" not in node
    return above if repeats or not own else f"{above}.{own}" if above else own
