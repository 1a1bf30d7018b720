"""Look styles up: by id, by name, and what they come to with all that they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from kizdesk.writers.word.house.elements import child, value, w
from kizdesk.writers.word.house.roles import folded

_DEFAULTS: Final = {"paragraph": "normal", "character": "default paragraph font", "table": "normal table"}


class StyleSheet:
    """Be the styles of one file."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._by_id: dict[str, etree._Element] = {}
        self._by_name: dict[str, etree._Element] = {}
        for style in root.findall(w("style")):
            self._know(style)

    def __iter__(self) -> Iterator[etree._Element]:
        return iter(self._by_id.values())

    def add(self, style: etree._Element) -> None:
        """Take another style in."""
        self.root.append(style)
        self._know(style)

    def of_id(self, style_id: str) -> etree._Element | None:
        """Return the style of an id."""
        return self._by_id.get(style_id)

    def named(self, name: str) -> etree._Element | None:
        """Return the style that has a name, as its own or as another one."""
        return self._by_name.get(folded(name))

    def default(self, kind: str) -> etree._Element | None:
        """Return the style of a kind that holds where nothing is said: the one marked so, or of Word's name."""
        marked = (style for style in self if style.get(w("type")) == kind)
        found = next((style for style in marked if style.get(w("default")) in ("1", "true", "on")), None)
        if found is None:
            found = self.named(_DEFAULTS.get(kind, ""))
        return found if found is not None and kind_of(found) == kind else None

    def chain(self, style: etree._Element) -> list[etree._Element]:
        """Return a style and all that it rests on, the nearest first."""
        found: list[etree._Element] = []
        current: etree._Element | None = style
        while current is not None and current not in found:
            found.append(current)
            current = self.of_id(value(current, "basedOn") or "")
        return found

    def told(self, style: etree._Element | None, part: str, name: str) -> etree._Element | None:
        """Return what is said of a paragraph or its type by a style, by one it rests on, or by the file."""
        said = [child(one, part) for one in (self.chain(style) if style is not None else ())]
        for found in (*said, self._default_part(part)):
            element = None if found is None else child(found, name)
            if element is not None:
                return element
        return None

    def attribute(self, style: etree._Element | None, part: str, name: str, key: str) -> str | None:
        """Return an attribute such as the space after a paragraph, which styles set one by one."""
        said = [child(one, part) for one in (self.chain(style) if style is not None else ())]
        for found in (*said, self._default_part(part)):
            element = None if found is None else child(found, name)
            if element is not None and (text := element.get(w(key))) is not None:
                return text
        return None

    def free_id(self, wanted: str) -> str:
        """Return an id that no style has."""
        found, number = wanted, 1
        while found in self._by_id:
            number += 1
            found = f"{wanted}{number}"
        return found

    def _default_part(self, part: str) -> etree._Element | None:
        return self.root.find(f"{w('docDefaults')}/{w(part + 'Default')}/{w(part)}")

    def _know(self, style: etree._Element) -> None:
        names = [value(style, "name") or "", *(value(style, "aliases") or "").split(",")]
        self._by_id.setdefault(style.get(w("styleId"), ""), style)
        for name in filter(None, map(folded, names)):
            self._by_name.setdefault(name, style)


def name_of(style: etree._Element) -> str:
    """Return the name of a style."""
    return value(style, "name") or id_of(style)


def id_of(style: etree._Element) -> str:
    """Return the id of a style."""
    return str(style.get(w("styleId"), ""))


def kind_of(style: etree._Element) -> str:
    """Return whether a style is one of paragraphs, characters, tables or lists."""
    return str(style.get(w("type"), "paragraph"))
