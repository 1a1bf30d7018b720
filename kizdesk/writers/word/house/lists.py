"""Know the numbered lists of a template, and bring ours among them."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from kizdesk.writers.word.house.elements import child, twips, value, w
from kizdesk.writers.word.house.sheet import StyleSheet
from kizdesk.writers.word.xml import W

LEVELS: Final = 4
"""Levels of headings that the concept has."""
_MOST: Final = 1_000_000
"""The highest number of a list that is taken as it is; Word counts to some two thousand."""
_OURS: Final = 0x4B5A0000
"""How the marks of our lists begin; Word takes lists of one mark for the same."""


class Numbering:
    """Be the lists of one file."""

    def __init__(self, root: etree._Element | None, sheet: StyleSheet) -> None:
        self.root = etree.Element(w("numbering"), nsmap={"w": W}) if root is None else root
        self._sheet = sheet
        for tag, key in (("num", "numId"), ("abstractNum", "abstractNumId")):
            for one in self.root.findall(w(tag)):
                if not _is_number(one.get(w(key))):
                    self.root.remove(one)

    def of_style(self, style: etree._Element | None) -> tuple[str, int] | None:
        """Return the list and its level that a style belongs to; None for one without a number."""
        found = self._sheet.told(style, "pPr", "numPr")
        number = value(found, "numId")
        if found is None or number in (None, "0") or self.abstract(str(number)) is None:
            return None
        level = value(found, "ilvl")
        return str(number), int(level) if level and level.isdecimal() else 0

    def counts_chapters(self, style: etree._Element | None) -> str:
        """Return the list that numbers headings from such a first one; empty where it shows no number."""
        found = self.of_style(style)
        if found is None or found[1] != 0:
            return ""
        kind, pattern = self.texts(found[0])[0]
        return found[0] if kind not in ("none", "bullet") and "%1" in pattern else ""

    def abstract(self, number: str, *, linked: bool = True) -> etree._Element | None:
        """Return how a list looks."""
        num = self._of(self.root, "num", "numId", number)
        found = (
            None if num is None else self._of(self.root, "abstractNum", "abstractNumId", value(num, "abstractNumId"))
        )
        link = value(found, "numStyleLink")
        if found is None or link is None or not linked:
            return found
        style = self._sheet.of_id(link)
        properties = None if style is None else child(style, "pPr")
        further = None if properties is None else value(child(properties, "numPr"), "numId")
        return None if further is None else self.abstract(further, linked=False)

    def texts(self, number: str) -> tuple[tuple[str, str], ...]:
        """Return kind and pattern of the numbers of the levels of headings, such as ``decimal`` and ``%1.%2``."""
        found = self.abstract(number)
        levels = {} if found is None else {one.get(w("ilvl")): one for one in found.findall(w("lvl"))}
        listed = (levels.get(str(level)) for level in range(LEVELS))
        return tuple((value(one, "numFmt") or "decimal", value(one, "lvlText") or "") for one in listed)

    def bring(self, other: Numbering) -> dict[str, str]:
        """Take the lists of another file along; return their new numbers by their old ones."""
        looks = 1 + max((twips(one.get(w("abstractNumId"))) for one in self.root.findall(w("abstractNum"))), default=0)
        numbers = 1 + max((twips(one.get(w("numId"))) for one in self.root.findall(w("num"))), default=0)
        brought: dict[str, str] = {}
        moved: dict[str, str] = {}
        for place, given in enumerate(other.root.findall(w("abstractNum"))):
            made = deepcopy(given)
            moved[given.get(w("abstractNumId"), "")] = str(looks + place)
            made.set(w("abstractNumId"), str(looks + place))
            for name in ("nsid", "tmpl"):
                if (mark := child(made, name)) is not None:
                    mark.set(w("val"), f"{_OURS + place:08X}")
            self._insert(made)
        for place, given in enumerate(other.root.findall(w("num"))):
            made = deepcopy(given)
            made.set(w("numId"), str(numbers + place))
            brought[given.get(w("numId"), "")] = str(numbers + place)
            look = child(made, "abstractNumId")
            if look is not None:
                look.set(w("val"), moved[look.get(w("val"), "")])
            self._append(made)
        return brought

    def rename(self, number: str, ids: dict[str, str]) -> None:
        """Give the levels of a list the ids that styles have here; a level of no style is let go."""
        found = self.abstract(number)
        for level in found.findall(w("lvl")) if found is not None else ():
            linked = child(level, "pStyle")
            if linked is not None and (known := ids.get(linked.get(w("val"), ""))) is not None:
                linked.set(w("val"), known)
            elif linked is not None:
                level.remove(linked)

    def resolve(self, number: str) -> str:
        """Return a list that looks the same and names its look itself, not by way of a style."""
        direct, real = self.abstract(number, linked=False), self.abstract(number)
        if real is direct or real is None:
            return number
        wanted = real.get(w("abstractNumId"))
        found = (one for one in self.root.findall(w("num")) if value(one, "abstractNumId") == wanted)
        return next((one.get(w("numId"), number) for one in found), number)

    def _insert(self, abstract: etree._Element) -> None:
        first = self.root.find(w("num"))
        if first is None:
            self._append(abstract)
        else:
            first.addprevious(abstract)

    def _append(self, made: etree._Element) -> None:
        last = child(self.root, "numIdMacAtCleanup")
        if last is None:
            self.root.append(made)
        else:
            last.addprevious(made)

    @staticmethod
    def _of(root: etree._Element, tag: str, key: str, number: str | None) -> etree._Element | None:
        return next((one for one in root.findall(w(tag)) if number is not None and one.get(w(key)) == number), None)


def _is_number(text: str | None) -> bool:
    """Tell whether a list has a number that Word can go on from."""
    return bool(text) and str(text).isdecimal() and int(str(text)) <= _MOST
