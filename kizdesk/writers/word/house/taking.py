"""Take our styles along into a template that lacks them, in its own type and colour."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from kizdesk.writers.word.house.colours import recoloured
from kizdesk.writers.word.house.elements import child, drop, part_of, put, twips, value, w
from kizdesk.writers.word.house.matching import Match, Origin
from kizdesk.writers.word.house.sheet import StyleSheet, id_of, kind_of, name_of
from kizdesk.writers.word.styles import HEADINGS, PLAIN_HEADINGS, Style

BASE: Final = "kizdesk Grundlage"
_PROSE: Final = (Style.BODY, Style.LEAD, Style.BOX, Style.BULLET, Style.NUMBER, Style.QUOTE, Style.NOTE)
"""What is read as text: it keeps how the house aligns and indents its text."""
_HEADING_SIZE, _TEXT_SIZE = 40, 21
"""Sizes of our first heading and our text, in half points."""


class Taking:
    """Be the taking along of styles into one template."""

    def __init__(self, sheet: StyleSheet, ours: StyleSheet, matched: Mapping[Style, Match], colour: str) -> None:
        self._sheet, self._ours, self._colour = sheet, ours, colour
        self._matched = matched
        self.ids: dict[str, str] = {}
        """The id here of each style of ours by the id it has in our template."""
        self.taken: set[str] = set()
        """Ids of the styles that were taken along."""
        self._styles = {id_of(own): style for style in Style if (own := ours.named(style.value)) is not None}
        self._default = self._defaults()
        for style, match in matched.items():
            own = ours.named(style.value)
            if match.origin is not Origin.OURS and own is not None:
                self.ids[id_of(own)] = match.id

    def run(self) -> dict[Style, str]:
        """Take along what the template lacks; return the ids of all styles."""
        return {style: self._id_of(own) for style in Style if (own := self._ours.named(style.value)) is not None}

    def _id_of(self, own: etree._Element) -> str:
        known = self.ids.get(id_of(own))
        return self._take(own) if known is None else known

    def _defaults(self) -> dict[str, str]:
        """Make sure of the styles that hold where nothing is said; return their ids by kind."""
        if (
            self._sheet.root.find(w("docDefaults")) is None
            and (given := child(self._ours.root, "docDefaults")) is not None
        ):
            self._sheet.root.insert(0, deepcopy(given))
        found: dict[str, str] = {}
        for kind in ("paragraph", "character", "table", "numbering"):
            style, own = self._sheet.default(kind), self._ours.default(kind)
            if style is None and own is not None:
                style = deepcopy(own)
                style.set(w("styleId"), self._sheet.free_id(id_of(own)))
                self._name(style, name_of(own))
                self._sheet.add(style)
            if style is not None:
                style.set(w("default"), "1")
                found[kind] = id_of(style)
            if own is not None:
                self.ids[id_of(own)] = found.get(kind, "")
        return found

    def _take(self, own: etree._Element) -> str:
        made = deepcopy(own)
        style = self._styles.get(id_of(own))
        made.set(w("styleId"), self._sheet.free_id(id_of(own)))
        self.ids[id_of(own)] = id_of(made)
        self._name(made, name_of(own))
        self._rest(made, own, style)
        drop(made, "next", "link")
        following = self._ours.of_id(value(own, "next") or "")
        if following is not None and self._styles.get(id_of(following)):
            put(made, "next", val=self._id_of(following))
        recoloured(made, self._colour)
        if style in PLAIN_HEADINGS:
            put(part_of(made, "pPr"), "ind", left="0", right="0", firstLine="0")
        if style in HEADINGS or style is Style.CONTENTS:
            self._like_headings(made, style)
        self._sheet.add(made)
        self.taken.add(id_of(made))
        return id_of(made)

    def _name(self, made: etree._Element, name: str) -> None:
        """Give a style its name, or another one where the template has a different style of that name."""
        if self._sheet.named(name) is not None:
            put(made, "name", val=f"{name} kizdesk")
            made.set(w("customStyle"), "1")

    def _rest(self, made: etree._Element, own: etree._Element, style: Style | None) -> None:
        """Let a style rest on what it rests on here: a style of ours, the text of the house, or our plain ground."""
        base = self._ours.of_id(value(own, "basedOn") or "")
        if base is None:
            return
        if base is not self._ours.default("paragraph"):
            put(made, "basedOn", val=self._id_of(base))
        elif style in _PROSE:
            put(made, "basedOn", val=self._default["paragraph"])
        else:
            put(made, "basedOn", val=self._ground())

    def _ground(self) -> str:
        """Return our plain style: the type of the house, without the spaces and indents of its text."""
        found = self._sheet.named(BASE)
        if found is None:
            found = etree.Element(w("style"), {w("type"): "paragraph", w("customStyle"): "1"})
            found.set(w("styleId"), self._sheet.free_id("kizdeskGrundlage"))
            put(found, "name", val=BASE)
            put(found, "basedOn", val=self._default["paragraph"])
            put(found, "uiPriority", val="99")
            plain = part_of(found, "pPr")
            put(plain, "keepNext", val="0")
            put(plain, "pageBreakBefore", val="0")
            put(plain, "spacing", before="0", after="0", line="276", lineRule="auto")
            put(plain, "ind", left="0", right="0", firstLine="0")
            put(plain, "jc", val="left")
            self._sheet.add(found)
        return id_of(found)

    def _like_headings(self, made: etree._Element, style: Style | None) -> None:
        """Give a heading of ours the typeface and the measure of the template's first one."""
        match = self._matched[Style.HEADING_1]
        first = self._sheet.of_id(match.id) if match.id else None
        if first is None or kind_of(first) != "paragraph":
            return
        letters = part_of(made, "rPr")
        fonts = self._sheet.told(first, "rPr", "rFonts")
        if fonts is not None:
            drop(letters, "rFonts")
            letters.insert(0, deepcopy(fonts))
        height = twips(self._sheet.attribute(first, "rPr", "sz", "val")) or _TEXT_SIZE
        for name in ("sz", "szCs"):
            own = twips(value(letters, name))
            if own:
                scaled = height if style is Style.CONTENTS else max(round(own * height / _HEADING_SIZE), _TEXT_SIZE)
                put(letters, name, val=str(min(scaled, height)))
