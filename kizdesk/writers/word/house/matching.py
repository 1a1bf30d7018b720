"""Find our styles in a template: by what was chosen, or by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from lxml import etree

from kizdesk.writers.word.house.elements import twips, w
from kizdesk.writers.word.house.lists import Numbering
from kizdesk.writers.word.house.roles import Role, Roles, folded
from kizdesk.writers.word.house.sheet import StyleSheet, id_of, kind_of, name_of
from kizdesk.writers.word.styles import HEADINGS, Style

LEAST_SPACE: Final = 60
"""Space after a paragraph, in twentieths of a point, from which text needs no empty lines between paragraphs."""
LISTS: Final = (Style.BULLET, Style.NUMBER)
_BUILT_IN: Final = {"list bullet", "list number"}
"""Lists that are such in every Word: where they have no signs, they get ours."""
_PLAIN: Final = ("normal", "standard")


class Origin(Enum):
    """Tell where a style comes from."""

    FOUND = "gefunden"
    CHOSEN = "gewählt"
    OURS = "kizdesk"


@dataclass(frozen=True, slots=True)
class Match:
    """Be what stands for one of our styles."""

    style: Style
    origin: Origin
    id: str = ""
    name: str = ""
    """Name of the template's style; empty for ours."""
    lost: str = ""
    """What was chosen and is not in the template."""
    is_refused: bool = False
    """Ours was chosen, whatever the template has."""


def matches(
    roles: Roles, sheet: StyleSheet, ours: StyleSheet, numbering: Numbering, choices: Mapping[str, str]
) -> dict[Style, Match]:
    """Return what stands for each of our styles."""
    known = {role.style: role for role in roles.all}
    found: dict[Style, Match] = {}
    for style in Style:
        role, own = known.get(style), ours.named(style.value)
        if role is None or own is None:
            found[style] = _of_our_name(style, own, sheet)
            continue
        chosen = choices.get(style.value)
        picked = None if not chosen else sheet.named(chosen)
        if picked is not None and kind_of(picked) == kind_of(own):
            found[style] = Match(style, Origin.CHOSEN, id_of(picked), name_of(picked))
        elif chosen == "":
            found[style] = Match(style, Origin.OURS, is_refused=True)
        else:
            found[style] = _by_name(role, kind_of(own), sheet, numbering, chosen or "")
    return found


def _of_our_name(style: Style, own: etree._Element | None, sheet: StyleSheet) -> Match:
    """Return a style that a template of our making has under our name; those of Word's names are the house's own."""
    found = None if own is None or own.get(w("customStyle")) is None else sheet.named(style.value)
    if own is None or found is None or kind_of(found) != kind_of(own):
        return Match(style, Origin.OURS)
    return Match(style, Origin.FOUND, id_of(found), name_of(found))


def choosable(style: Style, sheet: StyleSheet, ours: StyleSheet) -> tuple[str, ...]:
    """Return the names of the template's styles that may stand for one of ours."""
    own = ours.named(style.value)
    kind = "paragraph" if own is None else kind_of(own)
    hidden = {"footnote reference", "annotation reference", "header", "footer"}
    names = {name_of(one) for one in sheet if kind_of(one) == kind and not (kind == "table" and one.get("default"))}
    return tuple(sorted((name for name in names if name and folded(name) not in hidden), key=folded))


def _by_name(role: Role, kind: str, sheet: StyleSheet, numbering: Numbering, lost: str) -> Match:
    for name in role.names:
        found = sheet.named(name)
        if found is not None and kind_of(found) == kind and _serves(role.style, found, name, sheet, numbering):
            return Match(role.style, Origin.FOUND, id_of(found), name_of(found), lost)
    return Match(role.style, Origin.OURS, lost=lost)


def _serves(style: Style, found: etree._Element, name: str, sheet: StyleSheet, numbering: Numbering) -> bool:
    """Tell whether a style does what ours does: a list has signs, text keeps its paragraphs apart."""
    if style in LISTS:
        counted = numbering.of_style(found)
        return name in _BUILT_IN if counted is None else counted[1] == 0
    if style is Style.BODY and name in _PLAIN:
        return twips(sheet.attribute(found, "pPr", "spacing", "after")) >= LEAST_SPACE
    return style not in HEADINGS or found is not sheet.default("paragraph")
