"""Hold the .docx in the making: python-docx carries its parts and relations, the body comes as XML in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.lists import Lists
from kizdesk.writers.word.styles import Styles
from kizdesk.writers.word.xml import NAMESPACES

STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every part: the oldest that a ZIP can name."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Be a picture in the file: its relation and its size in pixels."""

    relation: str
    width: int
    height: int


@dataclass(slots=True)
class Package:
    """Be a template that has everything the writer needs, and take up what the document brings."""

    document: Document
    styles: Styles
    page: Geometry
    lists: Lists
    _links: dict[str, str] = field(default_factory=dict)

    def link(self, address: str) -> str:
        """Return the relation id of a web or mail address."""
        if address not in self._links:
            # Not relate_to: it looks through all relations for each new one, quadratic in the number of links.
            relation = self._links[address] = f"rIdLink{len(self._links) + 1}"
            self.document.part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, address, relation, is_external=True)
        return self._links[address]

    def picture(self, png: bytes) -> Picture:
        """Return a picture's place in the file, where the same one is stored once."""
        relation, image = self.document.part.get_or_add_image(BytesIO(png))
        return Picture(relation, image.px_width, image.px_height)

    def header(self, lines: str) -> str:
        """Return the relation id of a new header of the given paragraphs."""
        package = self.document.part.package
        element = parse_xml(f"<w:hdr {NAMESPACES}>{lines}</w:hdr>")
        name = package.next_partname("/word/header%d.xml")
        part = HeaderPart(name, CONTENT_TYPE.WML_HEADER, element, package)
        return self.document.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)

    def footer(self, lines: str) -> str:
        """Return the relation id of a new footer of the given paragraphs."""
        package = self.document.part.package
        element = parse_xml(f"<w:ftr {NAMESPACES}>{lines}</w:ftr>")
        name = package.next_partname("/word/footer%d.xml")
        part = FooterPart(name, CONTENT_TYPE.WML_FOOTER, element, package)
        return self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)

    def forget_origin(self) -> None:
        """Drop what the template says of itself: title and author, count of pages, picture."""
        relations = self.document.part.package.rels
        for name in [name for name, one in relations.items() if one.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
            del relations[name]

    def saved(self, body: str) -> bytes:
        """Return the .docx with the given body in place of the template's, the same bytes for the same content."""
        given = self.document.part
        # A new part: moving a large body into the tree that was read takes lxml quadratic time.
        element = parse_xml(f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        part = DocumentPart(given.partname, given.content_type, element, given.package)
        part.rels.update(given.rels)
        package = given.package
        package.load_rel(
            RELATIONSHIP_TYPE.OFFICE_DOCUMENT, part, package.relate_to(given, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        )
        written = BytesIO()
        package.save(written)
        # python-docx's parts refer to each other in circles: give the tree back now, not when Python finds them.
        element.clear()
        return undated(written)


def undated(package: BytesIO) -> bytes:
    """Return a ZIP without what time and machine left in it."""
    target = BytesIO()
    with ZipFile(package) as given, ZipFile(target, "w", ZIP_DEFLATED) as kept:
        for name in given.namelist():
            info = ZipInfo(name, STAMP)
            info.create_system, info.compress_type = 0, ZIP_DEFLATED
            kept.writestr(info, given.read(name))
    return target.getvalue()
