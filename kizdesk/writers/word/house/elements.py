"""Put elements into paragraphs, styles and type where the schema wants them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from kizdesk.writers.word.xml import W

_PARAGRAPH: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
    "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind",
    "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
)  # fmt: skip
_TYPE: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern",
    "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs",
    "em", "lang", "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
_STYLE: Final = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
    "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid", "pPr", "rPr",
    "tblPr", "trPr", "tcPr", "tblStylePr",
)  # fmt: skip
_LEVEL: Final = (
    "start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText", "lvlPicBulletId", "legacy", "lvlJc", "pPr",
    "rPr",
)  # fmt: skip
_ORDERS: Final = {"pPr": _PARAGRAPH, "rPr": _TYPE, "style": _STYLE, "lvl": _LEVEL}
_SIDES: Final = {"start": "left", "end": "right"}


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word."""
    return f"{{{W}}}{name}"


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; empty for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def child(parent: etree._Element, name: str) -> etree._Element | None:
    """Return the child of a name, if there is one."""
    return parent.find(w(name))


def value(parent: etree._Element | None, name: str) -> str | None:
    """Return the value of a child of a name, if there is one."""
    found = None if parent is None else child(parent, name)
    return None if found is None else found.get(w("val"))


def put(parent: etree._Element, name: str, **values: str) -> etree._Element:
    """Set a child in its place and return it; one that was there is replaced."""
    made = etree.Element(w(name), {w(key): text for key, text in values.items()})
    return placed(parent, made)


def placed(parent: etree._Element, made: etree._Element) -> etree._Element:
    """Put an element into its place among its siblings; one of that name is replaced."""
    drop(parent, local(made))
    order = _ORDERS[local(parent)]
    after = set(order[order.index(local(made)) + 1 :])
    for place, sibling in enumerate(parent):
        if local(sibling) in after:
            parent.insert(place, made)
            return made
    parent.append(made)
    return made


def in_order(root: etree._Element) -> None:
    """Bring what another office wrote into the order and the words that Word asks for."""
    for parent in root.iter(*(w(name) for name in _ORDERS)):
        order = _ORDERS[local(parent)]
        places = {name: place for place, name in enumerate(order)}
        wanted = sorted(parent, key=lambda one: places.get(local(one), len(order)))
        if wanted != list(parent):
            parent[:] = wanted
    for side in root.iter(w("lvlJc")):
        if (said := side.get(w("val"))) in _SIDES:
            side.set(w("val"), _SIDES[said])


def drop(parent: etree._Element, *names: str) -> None:
    """Take the children of some names away."""
    for element in [one for one in parent if local(one) in names]:
        parent.remove(element)


def part_of(style: etree._Element, name: str) -> etree._Element:
    """Return a style's ``pPr`` or ``rPr``, made if it is missing."""
    found = child(style, name)
    return put(style, name) if found is None else found


def twips(text: str | None) -> int:
    """Return a measure of a foreign file in twentieths of a point; 0 for what is none."""
    try:
        return round(float(text or 0))
    except (ValueError, OverflowError):
        return 0
