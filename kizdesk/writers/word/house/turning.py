"""Turn a header or footer to another width of page, so that what stands at the right stands there again."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.house.elements import child, local, placed, twips, value, w
from kizdesk.writers.word.house.sheet import StyleSheet

_WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU_PER_TWIP: Final = 635
_WIDE: Final = 0.75
"""Share of the text's width from which a table goes over all of it."""


def turned(root: etree._Element, page: Geometry, sheet: StyleSheet) -> etree._Element:
    """Return a header or footer of a page for the same page in landscape."""
    made = deepcopy(root)
    wide = page.turned()
    for paragraph in made.iter(w("p")):
        if not any(local(one) in ("tc", "txbxContent") for one in paragraph.iterancestors()):
            _move_tabs(paragraph, page.text_width, wide.text_width, sheet)
    for table in made.findall(w("tbl")):
        _widen(table, page.text_width, wide.text_width)
    for anchor in made.iter(f"{_WP}anchor"):
        _move(anchor, "positionH", page.width, wide.width)
        _move(anchor, "positionV", page.height, wide.height)
    return made


def _move_tabs(paragraph: etree._Element, width: int, wide: int, sheet: StyleSheet) -> None:
    if next(paragraph.iter(w("tab"), w("ptab")), None) is None:
        return
    own = child(paragraph, "pPr")
    style = sheet.of_id(value(own, "pStyle") or "")
    style = sheet.default("paragraph") if style is None else style
    stops: dict[str, etree._Element] = {}
    said = [] if style is None else [child(one, "pPr") for one in reversed(sheet.chain(style))]
    for properties in (*said, own):
        tabs = None if properties is None else child(properties, "tabs")
        for tab in tabs if tabs is not None else ():
            stops[tab.get(w("pos"), "")] = tab
    moved = etree.Element(w("tabs"))
    for place, tab in sorted(stops.items(), key=lambda stop: twips(stop[0])):
        new = _new_stop(tab.get(w("val"), ""), twips(place), width, wide)
        if new == twips(place):
            continue
        etree.SubElement(moved, w("tab"), {w("val"): "clear", w("pos"): place})
        made = deepcopy(tab)
        made.set(w("pos"), str(new))
        moved.append(made)
    if not len(moved):
        return
    if own is None:
        own = etree.Element(w("pPr"))
        paragraph.insert(0, own)
    given = child(own, "tabs")
    for tab in given if given is not None else ():
        if tab.get(w("pos")) not in {one.get(w("pos")) for one in moved}:
            moved.append(deepcopy(tab))
    moved[:] = sorted(moved, key=lambda tab: twips(tab.get(w("pos"))))
    placed(own, moved)


def _new_stop(kind: str, place: int, width: int, wide: int) -> int:
    """Return where a tab stop goes: what is centred stays in the middle, what is at the right at the right."""
    if kind == "clear":
        return place
    if kind == "center" and abs(place - width // 2) < width // 6:
        return wide // 2 + place - width // 2
    if kind in ("right", "end") and place > width * _WIDE:
        return wide + place - width
    return place


def _widen(table: etree._Element, width: int, wide: int) -> None:
    grid = child(table, "tblGrid")
    columns = [] if grid is None else grid.findall(w("gridCol"))
    whole = sum(twips(column.get(w("w"))) for column in columns)
    if whole < width * _WIDE:
        return
    share = (whole + wide - width) / whole
    measures = [*columns, *(one for one in table.iter(w("tcW"), w("tblW")) if one.get(w("type")) == "dxa")]
    for measure in measures:
        measure.set(w("w"), str(round(twips(measure.get(w("w"))) * share)))


def _move(anchor: etree._Element, axis: str, old: int, new: int) -> None:
    """Move a picture that lies in the right or lower half as far as the page's edge moves."""
    position, extent = anchor.find(f"{_WP}{axis}"), anchor.find(f"{_WP}extent")
    offset = None if position is None else position.find(f"{_WP}posOffset")
    if position is None or offset is None or extent is None:
        return
    if axis == "positionV" and position.get("relativeFrom") != "page":
        return
    size = twips(extent.get("cx" if axis == "positionH" else "cy"))
    if (twips(offset.text) + size / 2) / _EMU_PER_TWIP > old / 2:
        offset.text = str(twips(offset.text) + (new - old) * _EMU_PER_TWIP)
