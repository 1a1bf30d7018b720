"""Read of a foreign Word file what a template gives: styles, lists, theme, type, page, header and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kizdesk.domain.errors import UserError
from kizdesk.writers.word.edited import WRITER
from kizdesk.writers.word.house.archive import Archive, Relation
from kizdesk.writers.word.house.cleaning import cleaned, used_relations
from kizdesk.writers.word.house.elements import in_order, local, w
from kizdesk.writers.word.xml import R, W

_LINKS: Final = ("http://", "https://", "mailto:")
_STRICT: Final = (
    "Die Vorlage ist im strengen Format von Open XML gespeichert. Bitte in Word als „Word-Dokument (.docx)“ speichern "
    "und die neue Datei wählen."
)
_OURS: Final = (
    "Diese Datei ist eine Ausgabe von kizdesk und keine Vorlage. Bitte die Word-Vorlage Ihres Hauses wählen, wie sie "
    "auch sonst für Berichte und Konzepte verwendet wird."
)
_MARK: Final = "_kiz_"
_CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"


@dataclass(frozen=True, slots=True)
class Carried:
    """Be a part that goes along as a whole, with the pictures, types and addresses that it needs."""

    root: etree._Element
    relations: tuple[Relation, ...]
    dropped: tuple[Relation, ...] = ()
    """What it pointed to and is left behind."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Be the header and footer of pages, as far as a template has them."""

    header: Carried | None = None
    footer: Carried | None = None


@dataclass(slots=True)
class Foreign:
    """Be what a template gives."""

    archive: Archive
    styles: etree._Element
    numbering: Carried | None
    theme: Carried | None
    fonts: Carried | None
    settings: etree._Element | None
    section: etree._Element | None
    """Properties of the last section."""
    pages: Furniture
    """Header and footer of its pages."""
    opening: Furniture
    """Those of its first page; the same objects where it has no others."""
    even: bool
    """Whether even pages have others."""
    has_revisions: bool
    embedded: frozenset[str] = field(default_factory=frozenset)
    """Names of the typefaces that the file brings along."""


def foreign(data: bytes) -> Foreign:
    """Read a template; raises UserError if it cannot be one."""
    archive = Archive(data)
    document = archive.tree(archive.main)
    if etree.QName(document).namespace != W:
        raise UserError(_STRICT)
    _refuse_ours(archive, document)
    found = {one.kind: one for one in archive.relations(archive.main).values() if one.target}
    settings = _tree(archive, found, "settings")
    sections = list(document.iter(w("sectPr")))
    fonts = _carried(archive, found, "fontTable")
    for charset in fonts.root.iter(w("charset")) if fonts is not None else ():
        charset.attrib.pop(w("characterSet"), None)  # LibreOffice writes names there that Word does not know
    numbering = _carried(archive, found, "numbering")
    styles = _styles(archive, found)
    for root in (styles, *([] if numbering is None else [numbering.root])):
        in_order(root)
    reader = _Furnishing(archive)
    return Foreign(
        archive,
        styles,
        numbering,
        _carried(archive, found, "theme"),
        fonts,
        settings,
        sections[-1] if sections else None,
        reader.of(sections),
        reader.of(sections[:1], opening=True),
        settings is not None and settings.find(w("evenAndOddHeaders")) is not None,
        next(document.iter(w("ins"), w("del"), w("moveTo")), None) is not None,
        _embedded(fonts),
    )


def carried(archive: Archive, part: str) -> Carried:
    """Read a part with what it needs."""
    root = archive.tree(part)
    used = used_relations(root)
    given = [one for one in archive.relations(part).values() if one.id in used]
    kept = tuple(one for one in given if _may_stay(archive, one))
    return Carried(root, kept, tuple(one for one in given if one not in kept))


class _Furnishing:
    """Read each header and footer once, however many sections name it."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._relations = archive.relations(archive.main)
        self._read: dict[str, Carried] = {}

    def of(self, sections: Sequence[etree._Element], *, opening: bool = False) -> Furniture:
        """Return what holds on the pages of the last section, or on its first page."""
        named: dict[tuple[str, str], str] = {}
        for section in sections:
            for reference in section.findall(w("headerReference")) + section.findall(w("footerReference")):
                kind = reference.get(w("type"), "default")
                named[local(reference), kind] = reference.get(f"{{{R}}}id", "")
        first = opening and bool(sections) and sections[-1].find(w("titlePg")) is not None
        kind = "first" if first else "default"
        return Furniture(
            self._part(named.get(("headerReference", kind))), self._part(named.get(("footerReference", kind)))
        )

    def _part(self, relation: str | None) -> Carried | None:
        found = self._relations.get(relation or "")
        if found is None or not found.target:
            return None
        if found.target not in self._read:
            read = carried(self._archive, found.target)
            cleaned(read.root, {one.id for one in read.relations})
            in_order(read.root)
            self._read[found.target] = read
        return self._read[found.target]


def _may_stay(archive: Archive, relation: Relation) -> bool:
    if relation.is_external:
        return relation.kind == "hyperlink" and relation.address.lower().startswith(_LINKS)
    if not archive.has(relation.target):
        return False
    kind = archive.content_type(relation.target)
    return (relation.kind == "image" and kind.startswith("image/")) or (relation.kind == "font" and "font" in kind)


def _styles(archive: Archive, found: dict[str, Relation]) -> etree._Element:
    root = _tree(archive, found, "styles")
    return etree.Element(w("styles"), nsmap={"w": W}) if root is None else root


def _tree(archive: Archive, found: dict[str, Relation], kind: str) -> etree._Element | None:
    relation = found.get(kind)
    return archive.tree(relation.target) if relation is not None and archive.has(relation.target) else None


def _carried(archive: Archive, found: dict[str, Relation], kind: str) -> Carried | None:
    relation = found.get(kind)
    if relation is None or not archive.has(relation.target):
        return None
    read = carried(archive, relation.target)
    kept = {one.id for one in read.relations}
    for element in list(read.root.iter()):
        for key in [name for name in element.attrib if str(name).startswith(f"{{{R}}}")]:
            if element.get(key) not in kept:
                parent = element.getparent()
                if parent is not None:
                    parent.remove(element)
                break
    return read


def _embedded(fonts: Carried | None) -> frozenset[str]:
    if fonts is None:
        return frozenset()
    listed = fonts.root.findall(w("font"))
    return frozenset(font.get(w("name"), "") for font in listed if font.find(w("embedRegular")) is not None)


def _refuse_ours(archive: Archive, document: etree._Element) -> None:
    core = next((one for one in archive.relations("").values() if one.kind == "core-properties"), None)
    writer = None
    if core is not None and archive.has(core.target):
        writer = archive.tree(core.target).findtext(_CORE)
    marked = any(mark.get(w("name"), "").startswith(_MARK) for mark in document.iter(w("bookmarkStart")))
    if writer == WRITER or marked:
        raise UserError(_OURS)
