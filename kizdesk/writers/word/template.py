"""Open a Word template: its styles by name, its page, its numbered list."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

import docx
from docx.document import Document
from docx.styles.style import BaseStyle
from lxml import etree

from kizdesk.domain.errors import UserError
from kizdesk.writers.word.base import Base, House, based
from kizdesk.writers.word.geometry import A4, Geometry
from kizdesk.writers.word.lists import lists_like
from kizdesk.writers.word.package import Package
from kizdesk.writers.word.styles import Style

_DAMAGE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, LookupError, ValueError, RuntimeError)
_WRONG_PART = AttributeError
"""What python-docx raises where a part is not what its relation says."""


def open_template(template: bytes | Base) -> Package:
    """Return the template in a .docx file; raises UserError if it is damaged or lacks a style."""
    base = based(template)
    try:
        document = docx.Document(BytesIO(base.data))
        return _fit(document, _page(document), base)
    except (*_DAMAGE, _WRONG_PART) as fault:
        raise UserError(
            "Die Word-Vorlage lässt sich nicht lesen. Bitte wählen Sie eine unbeschädigte .docx-Datei als Vorlage."
        ) from fault


def _fit(document: Document, page: Geometry, base: Base) -> Package:
    styles = _styles(document, base.house)
    missing = [style.value for style in Style if style not in styles]
    if missing:
        listed = ", ".join(f"„{name}“" for name in missing)
        raise UserError(f"Der Word-Vorlage fehlen Formatvorlagen: {listed}. Bitte legen Sie sie in der Vorlage an.")
    lists = lists_like(styles[Style.NUMBER].element, document.part.numbering_part.element)
    if lists is None:
        raise UserError(
            "In der Word-Vorlage ist die Formatvorlage „Listennummer“ mit keiner Liste verbunden. "
            "Bitte verbinden Sie sie mit einer nummerierten Liste."
        )
    ids = {style: str(found.style_id) for style, found in styles.items()}
    return Package(document, ids, page, lists, base.house, base.logo)


def _styles(document: Document, house: House | None) -> dict[Style, BaseStyle]:
    """Return our styles: those that a district's template has for them, or those of our names."""
    if house is None:
        named = {str(style.name).lower(): style for style in document.styles}
        return {style: named[style.value] for style in Style if style.value in named}
    known = {str(style.style_id): style for style in document.styles}
    return {style: known[name] for style, name in house.styles.items() if name in known}


def _page(document: Document) -> Geometry:
    if not len(document.sections):
        return A4
    last = document.sections[-1]
    margins = (last.top_margin, last.right_margin, last.bottom_margin, last.left_margin)
    lengths = (last.page_width, last.page_height, *margins, last.header_distance, last.footer_distance)
    known = [abs(length.twips) for length in lengths if length is not None]
    return Geometry(*known) if len(known) == len(lengths) else A4
