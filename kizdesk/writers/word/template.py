"""Read a Word template: its parts, its styles by name, its page, its numbered list."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from kizdesk.domain.errors import UserError
from kizdesk.writers.word.styles import Style, Styles
from kizdesk.writers.word.xml import W

DOCUMENT = "word/document.xml"
NUMBERING = "word/numbering.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_UNREADABLE = "Die Word-Vorlage lässt sich nicht lesen. Bitte wählen Sie eine unbeschädigte .docx-Datei als Vorlage."


@dataclass(frozen=True, slots=True)
class Geometry:
    """Be a page in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Geometry:
        """Return the same sheet in landscape."""
        return Geometry(self.height, self.width, self.top, self.right, self.bottom, self.left, self.header, self.footer)


A4 = Geometry(11906, 16838, 1701, 1417, 1361, 1417, 709, 624)


@dataclass(frozen=True, slots=True)
class Template:
    """Be a template that has everything the writer needs."""

    parts: Mapping[str, bytes]
    styles: Styles
    page: Geometry
    numbered_list: str
    """The id of the abstract numbering that ordered lists use."""


def read_template(data: bytes) -> Template:
    """Return the template in a .docx file; raises UserError if it is damaged or lacks a style."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
        sheet = etree.fromstring(parts["word/styles.xml"], _PARSER)
        numbering = etree.fromstring(parts[NUMBERING], _PARSER)
        document = etree.fromstring(parts[DOCUMENT], _PARSER)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError, NotImplementedError) as fault:
        raise UserError(_UNREADABLE) from fault
    styles = _styles(sheet)
    return Template(parts, styles, _page(document), _numbered_list(sheet, numbering, styles[Style.NUMBER]))


def _styles(sheet: etree._Element) -> dict[Style, str]:
    named = {_value(style, "name").lower(): _attribute(style, "styleId") for style in sheet.iter(_name("style"))}
    missing = [style.value for style in Style if style.value not in named]
    if missing:
        listed = ", ".join(f"„{name}“" for name in missing)
        raise UserError(f"Der Word-Vorlage fehlen Formatvorlagen: {listed}. Bitte legen Sie sie in der Vorlage an.")
    return {style: named[style.value] for style in Style}


def _page(document: etree._Element) -> Geometry:
    sections = list(document.iter(_name("sectPr")))
    size = sections[-1].find(_name("pgSz")) if sections else None
    margins = sections[-1].find(_name("pgMar")) if sections else None
    if size is None or margins is None:
        return A4
    sides = ("top", "right", "bottom", "left", "header", "footer")
    values = [int(_attribute(size, side) or 0) for side in ("w", "h")]
    return Geometry(*values, *(abs(int(_attribute(margins, side) or 0)) for side in sides))


def _numbered_list(sheet: etree._Element, numbering: etree._Element, style_id: str) -> str:
    for style in sheet.iter(_name("style")):
        if _attribute(style, "styleId") == style_id:
            number = _value(style, "pPr/numPr/numId")
            for found in numbering.iter(_name("num")):
                if _attribute(found, "numId") == number:
                    return _value(found, "abstractNumId")
    raise UserError(
        "In der Word-Vorlage ist die Formatvorlage „Listennummer“ mit keiner Liste verbunden. "
        "Bitte verbinden Sie sie mit einer nummerierten Liste."
    )


def _name(tag: str) -> str:
    return f"{{{W}}}{tag}"


def _attribute(element: etree._Element, name: str) -> str:
    return str(element.get(_name(name)) or "")


def _value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(_name(tag) for tag in path.split("/")))
    return "" if found is None else _attribute(found, "val")
