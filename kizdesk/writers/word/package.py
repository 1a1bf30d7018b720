"""Hold the .docx in the making: python-docx carries its parts and relations, the body comes as XML in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers.expat import ParserCreate

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart

from kizdesk.writers.word.base import House
from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.lists import Lists
from kizdesk.writers.word.packing import packed
from kizdesk.writers.word.styles import Styles
from kizdesk.writers.word.xml import NAMESPACES

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_AFTER_FOOTNOTES = (
    "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang",
    "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade", "w:captions",
    "w:readModeInkLockDown", "w:smartTagType", "w:shapeDefaults", "w:doNotEmbedSmartTags", "w:decimalSymbol",
    "w:listSeparator",
)  # fmt: skip
"""What may follow the footnotes in the settings, in the order of the schema."""


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
    house: House | None = None
    logo: bytes = b""
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

    def letter_head(self, lines: str, shown: Callable[[Picture], str]) -> str:
        """Return the relation id of a new header of the given paragraphs, above them the logo as it is shown."""
        relation = self.header(lines)
        part = self.document.part.related_parts[relation]
        if self.logo and isinstance(part, HeaderPart):
            named, image = part.get_or_add_image(BytesIO(self.logo))
            above = shown(Picture(named, image.px_width, image.px_height))
            part.element.insert(0, parse_xml(f"<w:hdr {NAMESPACES}>{above}</w:hdr>")[0])
        return relation

    def footer(self, lines: str) -> str:
        """Return the relation id of a new footer of the given paragraphs."""
        package = self.document.part.package
        element = parse_xml(f"<w:ftr {NAMESPACES}>{lines}</w:ftr>")
        name = package.next_partname("/word/footer%d.xml")
        part = FooterPart(name, CONTENT_TYPE.WML_FOOTER, element, package)
        return self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)

    def add_to_footer(self, relation: str, lines: str) -> None:
        """Put paragraphs below what a footer of the template says."""
        part = self.document.part.related_parts[relation]
        if isinstance(part, FooterPart):
            part.element.extend(list(parse_xml(f"<w:ftr {NAMESPACES}>{lines}</w:ftr>")))

    def let_go(self, relations: Iterable[str]) -> None:
        """Drop parts of the template that this document does not use."""
        for relation in relations:
            del self.document.part.rels[relation]

    def footnotes(self, text: str, separators: tuple[int, ...]) -> None:
        """Put in the part of the footnotes instead of the template's; without text there is none."""
        self._put_part("footnotes", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, text)
        settings = self.document.settings.element
        for named in settings.findall(qn("w:footnotePr")):
            settings.remove(named)
        if text:
            notes = "".join(f'<w:footnote w:id="{number}"/>' for number in separators)
            named = parse_xml(f"<w:footnotePr {NAMESPACES}>{notes}</w:footnotePr>")
            settings.insert_element_before(named, *_AFTER_FOOTNOTES)

    def comments(self, text: str) -> None:
        """Put in the part of the comments instead of the template's; without text there is none."""
        self._put_part("comments", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, text)

    def _put_part(self, name: str, content_type: str, relation: str, text: str) -> None:
        given = self.document.part
        for key in [key for key, one in given.rels.items() if one.reltype == relation]:
            del given.rels[key]
        if text:
            part = Part(PackURI(f"/word/{name}.xml"), content_type, f"{DECLARATION}{text}".encode(), given.package)
            ParserCreate().ParseFile(BytesIO(part.blob))
            given.relate_to(part, relation)

    def forget_origin(self) -> None:
        """Drop what the template says of itself: title and author, count of pages, picture."""
        relations = self.document.part.package.rels
        for name in [name for name, one in relations.items() if one.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT]:
            del relations[name]

    def saved(self, body: str) -> bytes:
        """Return the .docx with the given body in place of the template's, the same bytes for the same content."""
        given = self.document.part
        text = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
        # A fault of ours shall stop here and not in Word; reading alone takes a tenth of the whole.
        ParserCreate().ParseFile(BytesIO(text))
        part = Part(given.partname, given.content_type, text, given.package)
        part.rels.update(given.rels)
        package = given.package
        package.load_rel(
            RELATIONSHIP_TYPE.OFFICE_DOCUMENT, part, package.relate_to(given, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        )
        return packed(package)
