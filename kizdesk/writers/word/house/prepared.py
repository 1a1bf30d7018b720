"""Make of a district's template one that has everything the writer needs."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from importlib import import_module

from lxml import etree

from kizdesk.writers.word import base
from kizdesk.writers.word.base import Base, House
from kizdesk.writers.word.geometry import A4, Geometry
from kizdesk.writers.word.house.cleaning import has_field, is_blank
from kizdesk.writers.word.house.colours import house_colour, recoloured
from kizdesk.writers.word.house.elements import child, twips, w
from kizdesk.writers.word.house.fitting import Fitting
from kizdesk.writers.word.house.foreign import Carried, Foreign, foreign
from kizdesk.writers.word.house.lists import Numbering
from kizdesk.writers.word.house.matching import LISTS, Match, Origin, choosable, matches
from kizdesk.writers.word.house.outcome import Prepared
from kizdesk.writers.word.house.report import Seen, remarks
from kizdesk.writers.word.house.roles import Roles
from kizdesk.writers.word.house.sheet import StyleSheet
from kizdesk.writers.word.house.taking import Taking
from kizdesk.writers.word.house.turning import turned
from kizdesk.writers.word.styles import Style

_PICTURES = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING = 1_000_001
"""Numbers of drawings occur once in a file; those of the text count from one."""
_LEAST_DISTANCE = 567
"""From the edge to a header or footer of ours, in twentieths of a point."""
_LEAST, _MOST = 2000, 32000
"""Shortest and longest side of a page that Word takes, in twentieths of a point."""


def prepared(data: bytes, own: bytes, roles: Roles, choices: Mapping[str, str]) -> Prepared:
    """Prepare a template with what ours has; raises UserError if it cannot be used.

    ``choices`` are names of its styles by ours; an empty one takes ours.
    """
    given, ours = foreign(data), foreign(own)
    page, was_landscape = _page(given.section)
    original = StyleSheet(deepcopy(given.styles))
    sheet, our_sheet = StyleSheet(given.styles), StyleSheet(ours.styles)
    numbering = Numbering(None if given.numbering is None else given.numbering.root, sheet)
    matched = matches(roles, sheet, our_sheet, numbering, choices)
    first = sheet.of_id(matched[Style.HEADING_1].id)
    numbered = first is not None and bool(numbering.counts_chapters(first))
    bare = tuple(style for style in LISTS if matched[style].id and not _counts(matched[style], sheet, numbering))
    fitted = _fitted(given, sheet, numbering, (our_sheet, ours), matched, page)
    parts = _furniture(given, page, sheet)
    page = _with_room(page, parts)
    house = House(
        fitted.ids,
        fitted.levels,
        given.opening != given.pages,
        fitted.opens_pages,
        frozenset(parts),
        frozenset(name for name, part in parts.items() if has_field(part.root, "PAGE", "NUMPAGES")),
    )
    seen = Seen(
        given, original, matched, page, was_landscape, numbered, bare, base.HEADER in parts, base.FOOTER in parts,
        base.FOOTER in house.counted,
    )  # fmt: skip
    # python-docx is loaded late: a start of the program that writes nothing does not wait for it.
    building = import_module("kizdesk.writers.word.house.building")
    made = Base(building.built(given, ours, numbering.root, page, parts), house)
    # What the writer would refuse is refused now, and not when the concept is wanted.
    import_module("kizdesk.writers.word.template").open_template(made)
    return Prepared(
        made,
        page,
        tuple(matched[role.style] for role in roles.all),
        {role.style: choosable(role.style, original, our_sheet) for role in roles.all},
        remarks(seen, roles),
        base.HEADER in parts,
        any(next(part.root.iter(*_PICTURES), None) is not None for part in parts.values()),
    )


@dataclass(frozen=True, slots=True)
class _Fitted:
    """Be what became of the styles."""

    ids: Mapping[Style, str]
    levels: tuple[tuple[str, str], ...]
    opens_pages: bool


def _fitted(
    given: Foreign,
    sheet: StyleSheet,
    numbering: Numbering,
    ours: tuple[StyleSheet, Foreign],
    matched: Mapping[Style, Match],
    page: Geometry,
) -> _Fitted:
    """Complete the styles of a template and fit them to the concept."""
    our_sheet, our = ours
    our_numbering = Numbering(None if our.numbering is None else our.numbering.root, our_sheet)
    colour = house_colour(sheet, None if given.theme is None else given.theme.root)
    taking = Taking(sheet, our_sheet, matched, colour)
    ids = taking.run()
    recoloured(our_numbering.root, colour)
    brought = numbering.bring(our_numbering)
    lists: dict[Style, str] = {}
    for style in (Style.HEADING_1, *LISTS):
        counted = our_numbering.of_style(our_sheet.named(style.value))
        if counted is not None:
            lists[style] = brought[counted[0]]
    fitting = Fitting(sheet, numbering, ids, taking.taken, lists)
    fitting.keep_together()
    fitting.outline()
    levels = fitting.number_headings()
    fitting.leave_contents_unnumbered()
    fitting.number_lists()
    fitting.lead_to_pages(page.text_width)
    fitting.head_of_tables(is_ours=matched[Style.TABLE].origin is Origin.OURS)
    fitting.speak_german()
    for style, number in lists.items():
        used = numbering.of_style(sheet.of_id(ids[style]))
        numbering.rename(number, taking.ids if used is not None and used[0] == number else {})
    return _Fitted(ids, levels, fitting.opens_pages)


def _counts(match: Match, sheet: StyleSheet, numbering: Numbering) -> bool:
    return bool(match.id) and numbering.of_style(sheet.of_id(match.id)) is not None


def _furniture(given: Foreign, page: Geometry, sheet: StyleSheet) -> dict[str, Carried]:
    """Return the headers and footers there are, by their relation; those of wide pages are made."""
    parts: dict[str, Carried] = {}
    for part, upright, wide in (
        (given.pages.header, base.HEADER, base.WIDE_HEADER),
        (given.pages.footer, base.FOOTER, base.WIDE_FOOTER),
    ):
        if part is not None and not is_blank(part.root):
            parts[upright] = part
            parts[wide] = Carried(turned(part.root, page, sheet), part.relations)
    for part, first in ((given.opening.header, base.FIRST_HEADER), (given.opening.footer, base.FIRST_FOOTER)):
        if part is not None and not is_blank(part.root):
            parts[first] = Carried(deepcopy(part.root), part.relations)
    drawings = (one for _, part in sorted(parts.items()) for one in part.root.iter(_DRAWING))
    for number, drawing in enumerate(drawings, start=_FIRST_DRAWING):
        drawing.set("id", str(number))
    return parts


def _with_room(page: Geometry, parts: Mapping[str, Carried]) -> Geometry:
    """Keep a header and footer of ours away from the edge, to which a template without any may come close."""
    header = page.header if base.HEADER in parts else max(page.header, _LEAST_DISTANCE)
    footer = page.footer if base.FOOTER in parts else max(page.footer, _LEAST_DISTANCE)
    return replace(page, header=header, footer=footer)


def _page(section: etree._Element | None) -> tuple[Geometry, bool]:
    """Return the page of a section upright, and whether it lay on its side; A4 where it says no sound one."""
    size = None if section is None else child(section, "pgSz")
    margins = None if section is None else child(section, "pgMar")
    if size is None or margins is None:
        return A4, False
    sides = [twips(size.get(w("w"))), twips(size.get(w("h")))]
    around = {name: abs(twips(margins.get(w(name)))) for name in ("top", "right", "bottom", "left", "header", "footer")}
    page = Geometry(*sides, *around.values())
    page = Geometry(
        min(sides), max(sides), page.top, page.right, page.bottom, page.left + abs(twips(margins.get(w("gutter")))),
        page.header, page.footer,
    )  # fmt: skip
    sound = min(sides) >= _LEAST and max(sides) <= _MOST and min(page.text_width, page.text_height) >= _LEAST
    return (page, sides[0] > sides[1]) if sound else (A4, False)
