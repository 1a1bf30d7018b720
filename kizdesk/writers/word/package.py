"""Put the finished parts and those of the template into one .docx, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from kizdesk.writers.word.template import DOCUMENT
from kizdesk.writers.word.xml import DECLARATION, R, W

TYPES, PACKAGE_RELATIONS = "[Content_Types].xml", "_rels/.rels"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"
STAMP = (1980, 1, 1, 0, 0, 0)
STORED = (".png", ".jpeg", ".jpg")
"""Endings of parts that are compressed already."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_PROPERTY_PARTS = (
    (
        "core",
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    ("app", "application/vnd.openxmlformats-officedocument.extended-properties+xml", f"{R}/extended-properties"),
)


@dataclass(slots=True)
class Parts:
    """Be what is put into the template: new parts, their types and relations."""

    files: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    """Content types by part name."""
    relations: list[tuple[str, str, str, bool]] = field(default_factory=list)
    """Relations of the document: id, kind, target, and whether it lies outside."""

    def add(self, name: str, text: str, kind: str, relation: str) -> None:
        """Add a part of text that the document refers to."""
        self.files[f"word/{name}"] = text.encode()
        self.types[f"/word/{name}"] = f"{_WORD_TYPE}.{kind}+xml"
        self.relations.append((relation, kind, name, False))

    def add_picture(self, relation: str, name: str, png: bytes) -> None:
        """Add a picture."""
        self.files[f"word/media/{name}.png"] = png
        self.relations.append((relation, "image", f"media/{name}.png", False))

    def add_link(self, relation: str, address: str) -> None:
        """Add the address of a link."""
        self.relations.append((relation, "hyperlink", address, True))


def assemble(template: Mapping[str, bytes], document: str, parts: Parts, properties: tuple[str, str]) -> bytes:
    """Return the .docx of document, further parts and properties (core, app) in the template."""
    files = dict(template) | parts.files
    files[DOCUMENT] = document.encode()
    files["docProps/core.xml"], files["docProps/app.xml"] = (text.encode() for text in properties)
    files[TYPES] = _content_types(files[TYPES], parts)
    files[DOCUMENT_RELATIONS] = _document_relations(files[DOCUMENT_RELATIONS], parts)
    files[PACKAGE_RELATIONS] = _package_relations(files[PACKAGE_RELATIONS])
    return _zipped(files)


def with_lists(numbering: bytes, abstract: str, lists: list[str]) -> bytes:
    """Return the numbering part with a list for each id that counts from one."""
    if not lists:
        return numbering
    root = etree.fromstring(numbering, _PARSER)
    added = "".join(
        f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in lists
    )
    last = root.findall(f"{{{W}}}num")[-1]
    for element in reversed(etree.fromstring(f"<all>{added}</all>", _PARSER)):
        last.addnext(element)
    return _bytes(root)


def _content_types(data: bytes, parts: Parts) -> bytes:
    root = etree.fromstring(data, _PARSER)
    namespace = f"{_PACKAGE}/content-types"
    if not any(element.get("Extension", "").lower() == "png" for element in root):
        root.insert(0, root.makeelement(f"{{{namespace}}}Default", {"Extension": "png", "ContentType": "image/png"}))
    types = parts.types | {f"/docProps/{name}.xml": kind for name, kind, _ in _PROPERTY_PARTS}
    present = {element.get("PartName") for element in root}
    for name, kind in types.items():
        if name not in present:
            etree.SubElement(root, f"{{{namespace}}}Override", {"PartName": name, "ContentType": kind})
    return _bytes(root)


def _document_relations(data: bytes, parts: Parts) -> bytes:
    root = etree.fromstring(data, _PARSER)
    for relation, kind, target, outside in parts.relations:
        found = _relation(root, relation, f"{R}/{kind}", target)
        if outside:
            found.set("TargetMode", "External")
    return _bytes(root)


def _package_relations(data: bytes) -> bytes:
    root = etree.fromstring(data, _PARSER)
    kinds = {kind for _, _, kind in _PROPERTY_PARTS}
    for found in list(root):
        if found.get("Type") in kinds:
            root.remove(found)
    for name, _, kind in _PROPERTY_PARTS:
        _relation(root, f"rIdProperties{name}", kind, f"docProps/{name}.xml")
    return _bytes(root)


def _relation(root: etree._Element, relation: str, kind: str, target: str) -> etree._Element:
    given = {"Id": relation, "Type": kind, "Target": target}
    return etree.SubElement(root, f"{{{_PACKAGE}/relationships}}Relationship", given)


def _bytes(root: etree._Element) -> bytes:
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compresslevel=6) as package:
        for name in [TYPES, *sorted(set(files) - {TYPES})]:
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
            package.writestr(info, files[name])
    return target.getvalue()
