"""Put a prepared template into one file, part by part: nothing of the foreign file is in it that was not asked for."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.house.archive import Archive, Relation
from kizdesk.writers.word.house.elements import child, value, w
from kizdesk.writers.word.house.foreign import Carried, Foreign
from kizdesk.writers.word.sections import properties
from kizdesk.writers.word.xml import NAMESPACES

_KINDS: Final = {"image": RT.IMAGE, "font": RT.FONT, "hyperlink": RT.HYPERLINK}


def built(given: Foreign, ours: Foreign, lists: etree._Element, page: Geometry, parts: Mapping[str, Carried]) -> bytes:
    """Return a prepared template as a .docx."""
    builder = _Builder(given.archive)
    body = f"<w:document {NAMESPACES}><w:body><w:p/>{properties(page)}</w:body></w:document>".encode()
    document = builder.part("word/document.xml", CT.WML_DOCUMENT_MAIN, body)
    builder.package.relate_to(document, RT.OFFICE_DOCUMENT)
    plain = (
        ("styles", CT.WML_STYLES, RT.STYLES, given.styles),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, _settings(ours.settings, given.settings)),
    )
    for name, kind, relation, root in plain:
        document.relate_to(builder.part(f"word/{name}.xml", kind, _text(root)), relation)
    carried = (
        (
            "numbering",
            CT.WML_NUMBERING,
            RT.NUMBERING,
            Carried(lists, given.numbering.relations if given.numbering else ()),
        ),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, given.fonts or ours.fonts),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, given.theme or ours.theme),
    )
    for name, kind, relation, part in carried:
        if part is not None:
            document.relate_to(builder.carry(f"word/{name}.xml", kind, part), relation)
    for number, (key, part) in enumerate(sorted(parts.items()), start=1):
        is_header = "Header" in key
        name, kind = ("header", CT.WML_HEADER) if is_header else ("footer", CT.WML_FOOTER)
        made = builder.carry(f"word/{name}{number}.xml", kind, part)
        document.load_rel(RT.HEADER if is_header else RT.FOOTER, made, key)
    written = BytesIO()
    builder.package.save(written)
    return written.getvalue()


class _Builder:
    """Be the file in the making."""

    def __init__(self, archive: Archive) -> None:
        self.package = Package()
        self._archive = archive
        self._pictures: dict[str, Part] = {}

    def part(self, name: str, kind: str, data: bytes) -> Part:
        """Make a part."""
        return Part(PackURI(f"/{name}"), kind, data, self.package)

    def carry(self, name: str, kind: str, carried: Carried) -> Part:
        """Make a part with what it needs, under the relations that it names."""
        made = self.part(name, kind, _text(carried.root))
        for relation in carried.relations:
            if relation.is_external:
                made.load_rel(_KINDS[relation.kind], relation.address, relation.id, is_external=True)
            else:
                made.load_rel(_KINDS[relation.kind], self._attached(relation), relation.id)
        return made

    def _attached(self, relation: Relation) -> Part:
        """Return a picture or typeface, stored once."""
        if relation.target not in self._pictures:
            ending = relation.target.rsplit(".", 1)[-1].lower()
            folder = "fonts" if relation.kind == "font" else "media"
            name = f"word/{folder}/haus{len(self._pictures) + 1}.{ending if ending.isalnum() else 'bin'}"
            kind = self._archive.content_type(relation.target)
            self._pictures[relation.target] = self.part(name, kind, self._archive.read(relation.target))
        return self._pictures[relation.target]


def _settings(ours: etree._Element | None, given: etree._Element | None) -> etree._Element:
    """Return our settings, with the tab stops and typefaces of the template."""
    made = etree.Element(w("settings")) if ours is None else ours
    stop, kept = child(made, "defaultTabStop"), value(given, "defaultTabStop")
    if stop is not None and kept is not None and kept.isdecimal():
        stop.set(w("val"), kept)
    zoom = child(made, "zoom")
    if zoom is not None and given is not None and child(given, "embedTrueTypeFonts") is not None:
        zoom.addnext(etree.Element(w("embedTrueTypeFonts")))
    return made


def _text(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
