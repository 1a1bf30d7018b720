"""Find the colour of a house, and give our styles that one."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from kizdesk.writers.word.house.elements import w
from kizdesk.writers.word.house.sheet import StyleSheet

OURS: Final = "0F5C6E"
"""The colour of our own template, which gives way; those of its family are made of the new one."""
_DARK, _SELECTION, _GROUND, _LINE, _RULE, _INK = "0A4452", "E3F0F2", "F4F6F7", "D9E0E3", "9FB3B9", "1C2B33"
_SHARES: Final = {_SELECTION: 0.11, _GROUND: 0.05, _LINE: 0.16, _RULE: 0.4}
"""How much of the colour is in its tints."""
_HEX: Final = re.compile(r"[0-9A-Fa-f]{6}")
_READABLE: Final = 4.5
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_GREY: Final = 24
"""Channels that differ by less are a grey."""


def house_colour(sheet: StyleSheet, theme: etree._Element | None) -> str:
    """Return the colour of headings, or the first accent of the theme, dark enough to be read on white."""
    for name in ("heading 1", "heading 2", "title"):
        style = sheet.named(name)
        said = None if style is None else sheet.told(style, "rPr", "color")
        if said is not None and (found := _hex(said, theme)) and not _is_grey(found):
            return readable(found)
    found = _of_theme(theme, "accent1")
    return readable(found) if found and not _is_grey(found) else "262626"


def recoloured(style: etree._Element, colour: str) -> None:
    """Give a style of ours the colours of a house."""
    new = {OURS: colour, _DARK: colour, _INK: "auto"}
    new |= {old: _tint(colour, share) for old, share in _SHARES.items()}
    for element in style.iter():
        for key in (w("color"), w("fill"), w("val")):
            if (given := element.get(key)) in new:
                element.set(key, new[given])


def readable(colour: str) -> str:
    """Return a colour, darkened until it can be read on white."""
    channels = _channels(colour)
    while _contrast(channels) < _READABLE:
        channels = [int(channel * 0.92) for channel in channels]
    return _written(channels)


def _hex(said: etree._Element, theme: etree._Element | None) -> str:
    value = said.get(w("val"), "")
    if _HEX.fullmatch(value):
        return value.upper()
    return _of_theme(theme, said.get(w("themeColor"), ""))


def _of_theme(theme: etree._Element | None, name: str) -> str:
    named = {"text1": "dk1", "text2": "dk2", "dark1": "dk1", "dark2": "dk2", "hyperlink": "hlink"}.get(name, name)
    if theme is None or not named.isalnum():
        return ""
    for found in theme.iter(f"{_A}{named}"):
        for colour in found:
            value = colour.get("val", "") if colour.tag == f"{_A}srgbClr" else colour.get("lastClr", "")
            return value.upper() if _HEX.fullmatch(value) else ""
    return ""


def _is_grey(colour: str) -> bool:
    channels = _channels(colour)
    return max(channels) - min(channels) < _GREY


def _tint(colour: str, share: float) -> str:
    return _written([round(255 - (255 - channel) * share) for channel in _channels(colour)])


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (0, 2, 4)]


def _written(channels: list[int]) -> str:
    return "".join(f"{channel:02X}" for channel in channels)


def _contrast(channels: list[int]) -> float:
    linear = [(c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
