"""Open a .docx as its parts."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from kizdesk.writers.word.xml import R, W

MAIN = "word/document.xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def w(name: str) -> str:
    """Return a name in Word's namespace."""
    return f"{{{W}}}{name}"


@dataclass(frozen=True, slots=True)
class Relation:
    """Be a relation of a part: its kind, by the last word of its type, and where it leads."""

    kind: str
    target: str
    """Name of a part, or an address outside."""
    is_external: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """Be the parts of a .docx by their names."""

    names: frozenset[str]
    trees: Mapping[str, etree._Element]

    @classmethod
    def of(cls, data: bytes) -> Parts:
        """Read a .docx; raises BadZipFile or XMLSyntaxError for what is none."""
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            trees = {
                name: etree.fromstring(package.read(name), _PARSER)
                for name in names
                if name.endswith((".xml", ".rels"))
            }
        return cls(frozenset(names), trees)

    @property
    def main(self) -> etree._Element:
        """Return the part with the text."""
        return self.trees[MAIN]

    def texts(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the parts that hold paragraphs."""
        for name, tree in self.trees.items():
            if tree.tag in _TEXTS:
                yield name, tree

    def find(self, name: str) -> etree._Element:
        """Return a part beside the text, or an empty one."""
        return self.trees.get(f"word/{name}.xml", etree.Element("none"))

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by id; those of the package for an empty name."""
        folder, name = posixpath.split(part)
        found = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if found is None:
            return {}
        return {str(one.get("Id")): _relation(folder, one) for one in found.iter(f"{{{RELATIONS}}}Relationship")}


def _relation(folder: str, one: etree._Element) -> Relation:
    target, is_external = str(one.get("Target")), one.get("TargetMode") == "External"
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(str(one.get("Type")).rsplit("/", 1)[-1], target, is_external)


def values(tree: etree._Element, name: str, attribute: str = "val") -> list[str]:
    """Return an attribute of all elements of a name, in their order."""
    return [str(found.get(w(attribute))) for found in tree.iter(w(name))]


def relation_ids(tree: etree._Element) -> Iterator[str]:
    """Yield the relations that a part uses."""
    for element in tree.iter():
        for name, value in element.attrib.items():
            if str(name).startswith(f"{{{R}}}"):
                yield str(value)


def repeated(found: list[str]) -> list[str]:
    """Return what occurs more than once."""
    return sorted({one for one in found if found.count(one) > 1}) if len(set(found)) < len(found) else []


_TEXTS = frozenset(map(w, ("document", "hdr", "ftr", "footnotes", "endnotes", "comments")))
