"""Make a foreign header or footer harmless: nothing from outside, nothing that asks or hangs on what is gone."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from lxml import etree

from kizdesk.writers.word.house.elements import local, w
from kizdesk.writers.word.xml import R

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_GONE: Final = (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr",
    "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "dataBinding", "placeholder", "showingPlcHdr", "del", "moveFrom", "altChunk", "subDoc", "object", "control",
    "footnoteReference", "endnoteReference", "pPrChange", "rPrChange", "tblPrChange", "trPrChange",
    "tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "lastRenderedPageBreak",
)  # fmt: skip
_UNWRAPPED: Final = ("ins", "moveTo", "smartTag", "customXml")
_HARMLESS: Final = (
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "DATE", "TIME", "CREATEDATE", "SAVEDATE",
    "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "FILENAME", "IF", "=", "SYMBOL", "HYPERLINK",
)  # fmt: skip
"""Fields that Word can fill in by itself, without asking and without another file."""
_NAME: Final = re.compile(r"\s*([A-Za-z]+|=)")
_PICTURES: Final = ("drawing", "pict")


def cleaned(root: etree._Element, kept: Set[str]) -> None:
    """Clean a header or footer, of whose relations some are kept."""
    for element in list(root.iter()):
        if local(element) in _GONE and etree.QName(element).namespace == etree.QName(root).namespace:
            _remove(element)
    for element in list(root.iter(*map(w, _UNWRAPPED))):
        _unwrap(element)
    for element in root.iter():
        for name in [key for key in element.attrib if str(key).startswith(_W14) or local_name(key).startswith("rsid")]:
            del element.attrib[name]
    _let_go(root, kept)
    _quiet_fields(root)


def local_name(attribute: object) -> str:
    """Return the name of an attribute without its namespace."""
    return str(attribute).rsplit("}", 1)[-1]


def used_relations(root: etree._Element) -> set[str]:
    """Return the ids of the relations that an element uses."""
    return {str(value) for one in root.iter() for key, value in one.attrib.items() if str(key).startswith(f"{{{R}}}")}


def has_field(root: etree._Element, *names: str) -> bool:
    """Tell whether one of some fields is there."""
    return any(_field_name(text) in names for text in _instructions(root))


def is_blank(root: etree._Element) -> bool:
    """Tell whether nothing is to be seen: no words, no picture, no field, no line."""
    seen = {"drawing", "pict", "fldSimple", "instrText", "sym", "tbl", "pBdr"}
    words = any((text.text or "").strip() for text in root.iter(w("t")))
    return not words and not any(local(element) in seen for element in root.iter())


def _let_go(root: etree._Element, kept: Set[str]) -> None:
    """Take away what hangs on relations that are not kept."""
    for element in list(root.iter()):
        for key in [name for name in element.attrib if str(name).startswith(f"{{{R}}}")]:
            if element.get(key) in kept:
                continue
            del element.attrib[key]
            if element.get(f"{{{R}}}embed") is None and local(element) != "hyperlink":
                picture = next((one for one in element.iterancestors() if local(one) in _PICTURES), None)
                if picture is not None and picture.getparent() is not None:
                    _remove(picture)


def _quiet_fields(root: etree._Element) -> None:
    """Leave of each field that is not harmless only what it shows."""
    for simple in list(root.iter(w("fldSimple"))):
        if _field_name(simple.get(w("instr"), "")) not in _HARMLESS:
            _unwrap(simple)
    opened: list[list[etree._Element]] = []
    instructions: list[str] = []
    for element in list(root.iter(w("fldChar"), w("instrText"))):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            opened.append([element])
            instructions.append("")
        elif opened:
            opened[-1].append(element)
            instructions[-1] += (element.text or "") if local(element) == "instrText" else ""
            if kind == "end":
                parts, said = opened.pop(), instructions.pop()
                if _field_name(said) not in _HARMLESS:
                    for part in parts:
                        _remove(part)


def _instructions(root: etree._Element) -> list[str]:
    simple = [one.get(w("instr"), "") for one in root.iter(w("fldSimple"))]
    found, said = simple, ""
    for element in root.iter(w("fldChar"), w("instrText")):
        if local(element) == "instrText":
            said += element.text or ""
        else:
            found.append(said)
            said = ""
    return [text for text in found if text.strip()]


def _field_name(instruction: str) -> str:
    found = _NAME.match(instruction)
    return found[1].upper() if found else ""


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    for inner in list(element):
        if local(inner) not in ("smartTagPr", "customXmlPr"):
            element.addprevious(inner)
    parent.remove(element)
