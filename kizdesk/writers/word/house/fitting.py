"""Give a template's styles what the concept needs of them and what cannot be seen: numbers, ties, tab stops."""

from __future__ import annotations

from collections.abc import Mapping, Set
from copy import deepcopy
from typing import Final

from lxml import etree

from kizdesk.writers.word.geometry import A4
from kizdesk.writers.word.house.elements import child, drop, part_of, placed, put, twips, w
from kizdesk.writers.word.house.lists import Numbering
from kizdesk.writers.word.house.matching import LISTS
from kizdesk.writers.word.house.sheet import StyleSheet, id_of
from kizdesk.writers.word.styles import CONTENTS, HEADINGS, Style

LANGUAGE: Final = "de-DE"
_NUMBER_ROOM: Final = {Style.CONTENTS_1: 567, Style.CONTENTS_2: 737, Style.CONTENTS_3: 907}
"""Room for the numbers in the contents, in twentieths of a point."""


class Fitting:
    """Be the fitting of one template's styles, which are known by ours."""

    def __init__(
        self,
        sheet: StyleSheet,
        numbering: Numbering,
        ids: Mapping[Style, str],
        ours: Set[str],
        lists: Mapping[Style, str],
    ) -> None:
        """Take the ids of all styles, which of them are ours, and our lists by the styles that belong to them."""
        self._sheet, self._numbering, self._ids, self._ours, self._lists = sheet, numbering, ids, ours, lists

    def keep_together(self) -> None:
        """Keep headings and captions of tables with what follows."""
        for style in (*HEADINGS, Style.CAPTION):
            found = self._style(style)
            for name in ("keepNext", "keepLines"):
                said = self._sheet.told(found, "pPr", name)
                if said is None or said.get(w("val"), "1") in ("0", "false", "off"):
                    put(part_of(found, "pPr"), name)

    def outline(self) -> None:
        """Let each heading be one of its level, whatever its style is called."""
        for level, style in enumerate(HEADINGS):
            found = self._style(style)
            said = self._sheet.attribute(found, "pPr", "outlineLvl", "val")
            if said != str(level):
                put(part_of(found, "pPr"), "outlineLvl", val=str(level))
        contents = self._style(Style.CONTENTS)
        if self._sheet.told(contents, "pPr", "outlineLvl") is not None:
            put(part_of(contents, "pPr"), "outlineLvl", val="9")

    def number_headings(self) -> tuple[tuple[str, str], ...]:
        """Keep the template's own numbers of headings, or give them ours; return their kinds and patterns."""
        number = self._numbering.counts_chapters(self._style(Style.HEADING_1))
        if number:
            for level, style in enumerate(HEADINGS[1:], start=1):
                found = self._style(style)
                if self._is_ours(found):
                    goes_on = f"%{level + 1}" in self._numbering.texts(number)[level][1]
                    self._count(found, number if goes_on else "0", level)
        else:
            number = self._lists[Style.HEADING_1]
            for level, style in enumerate(HEADINGS):
                self._count(self._style(style), number, level)
        texts = self._numbering.texts(number)
        counted = [self._numbering.of_style(self._style(style)) for style in HEADINGS]
        return tuple(
            text if found is not None and found[0] == number else ("none", "")
            for text, found in zip(texts, counted, strict=True)
        )

    def leave_contents_unnumbered(self) -> None:
        """Take the number from the heading of the contents, which may rest on that of chapters."""
        contents = self._style(Style.CONTENTS)
        if self._numbering.of_style(contents) is not None:
            self._count(contents, "0", None)
            put(part_of(contents, "pPr"), "ind", left="0", right="0", firstLine="0")

    def number_lists(self) -> None:
        """Let both kinds of lists name their signs themselves, the template's or ours."""
        for style in LISTS:
            found = self._style(style)
            own = self._numbering.of_style(found)
            taken = self._is_ours(found) or own is None
            number = self._lists[style] if taken or own is None else self._numbering.resolve(own[0])
            self._count(found, number, None)

    def lead_to_pages(self, width: int) -> None:
        """Set the tab stops of our own styles to a width, and give the contents the ones they need."""
        for style in self._sheet:
            if self._is_ours(style):
                for tab in style.iter(w("tab")):
                    if tab.get(w("pos")) == str(A4.text_width):
                        tab.set(w("pos"), str(width))
        for kind in (*CONTENTS, Style.LISTED):
            found = self._style(kind)
            given = self._sheet.told(found, "pPr", "tabs")
            stops = {} if given is None else {tab.get(w("val")): tab for tab in given}
            room = 0 if {"left", "start", "num"} & set(stops) else _NUMBER_ROOM.get(kind, 0)
            right = stops.get("right", stops.get("end"))
            if room or right is None:
                self._lead(found, room, width, right)

    def speak_german(self) -> None:
        """Say that the text is German."""
        for language in self._sheet.root.iter(w("lang")):
            if not language.get(w("val"), "").startswith(("de", "x-")):
                language.set(w("val"), LANGUAGE)
        letters = self._sheet.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        if letters is None:
            defaults = child(self._sheet.root, "docDefaults")
            if defaults is None:
                return
            drop(defaults, "rPrDefault")
            outer = etree.Element(w("rPrDefault"))
            defaults.insert(0, outer)
            letters = etree.SubElement(outer, w("rPr"))
        if child(letters, "lang") is None:
            put(letters, "lang", val=LANGUAGE)

    def head_of_tables(self, *, is_ours: bool) -> None:
        """Let heads in a table of the template be dark or light as its ground asks for."""
        for style in (Style.HEAD_CELL, Style.SMALL_HEAD_CELL):
            found = self._style(style)
            letters = child(found, "rPr")
            if not is_ours and letters is not None and self._is_ours(found):
                put(letters, "color", val="auto")

    @property
    def opens_pages(self) -> bool:
        """Tell whether each chapter begins a page."""
        said = self._sheet.told(self._style(Style.HEADING_1), "pPr", "pageBreakBefore")
        return said is not None and said.get(w("val"), "1") not in ("0", "false", "off")

    def _style(self, style: Style) -> etree._Element:
        found = self._sheet.of_id(self._ids[style])
        if found is None:
            raise KeyError(style)
        return found

    def _is_ours(self, style: etree._Element) -> bool:
        return id_of(style) in self._ours

    def _count(self, style: etree._Element, number: str, level: int | None) -> None:
        made = put(part_of(style, "pPr"), "numPr")
        if level is not None:
            etree.SubElement(made, w("ilvl"), {w("val"): str(level)})
        etree.SubElement(made, w("numId"), {w("val"): number})

    def _lead(self, style: etree._Element, room: int, width: int, right: etree._Element | None) -> None:
        """Give an entry room for its number, and a stop for the page unless there is one."""
        paragraph = part_of(style, "pPr")
        tabs = etree.Element(w("tabs"))
        left = twips(self._sheet.attribute(style, "pPr", "ind", "left"))
        if room:
            etree.SubElement(tabs, w("tab"), {w("val"): "left", w("pos"): str(left + room)})
            put(paragraph, "ind", left=str(left + room), right="0", hanging=str(room))
        if right is None:
            right = etree.Element(w("tab"), {w("val"): "right", w("leader"): "dot", w("pos"): str(width)})
        tabs.append(deepcopy(right))
        placed(paragraph, tabs)
