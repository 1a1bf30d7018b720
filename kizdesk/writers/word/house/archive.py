"""Open a foreign Word file: what it is, and its parts within limits; nothing else of it is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote

from lxml import etree

from kizdesk.domain.errors import UserError

MOST_PACKED: Final = 20 * 1024 * 1024
"""Bytes of the largest file that is taken as a template."""
MOST_OF_PART: Final = 16 * 1024 * 1024
MOST_READ: Final = 48 * 1024 * 1024
"""Bytes of one part, and of all parts that are read, when unpacked."""
MOST_ENTRIES: Final = 4000
_MB: Final = 1024 * 1024
_ZIP, _OLE, _RTF, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"%PDF-"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS: Final = (f"{_WORD}document.main+xml", f"{_WORD}template.main+xml")
_MACRO: Final = "macroenabled"
_OTHERS: Final = (("spreadsheetml", "eine Excel-Datei"), ("presentationml", "eine PowerPoint-Datei"))
_ROOT: Final = "application/vnd.oasis.opendocument"

TOO_LARGE: Final = (
    "Die Vorlage ist mit {size} MB zu groß, höchstens {most} MB sind möglich. Bitte in Word die Bilder im Text löschen "
    "oder verkleinern – kizdesk braucht nur Formatvorlagen, Kopf- und Fußzeile – und die Datei noch einmal wählen."
)
_BOMB: Final = (
    "Die Vorlage ist ausgepackt ungewöhnlich groß und wird deshalb nicht gelesen. Bitte in Word große Bilder aus Kopf- "
    "und Fußzeile entfernen oder verkleinern und die Datei noch einmal wählen."
)
_BROKEN: Final = (
    "Die Vorlage ist beschädigt und lässt sich nicht lesen. Bitte in Word öffnen, unter neuem Namen speichern und die "
    "neue Datei wählen."
)
_MACROS: Final = (
    "Die Vorlage enthält Makros. Bitte in Word ohne Makros speichern, als Word-Dokument (.docx) oder Word-Vorlage "
    "(.dotx), und die neue Datei wählen."
)
_LOCKED: Final = (
    "Die Datei ist mit einem Kennwort verschlüsselt oder im alten Format von Word (.doc, .dot) gespeichert. Bitte in "
    "Word öffnen, ohne Kennwort als Word-Dokument (.docx) oder Word-Vorlage (.dotx) speichern und diese Datei wählen."
)
_ODT: Final = (
    "Das ist eine Datei von LibreOffice. Bitte dort als Word-Dokument (.docx) speichern und die neue Datei wählen."
)
_WRONG: Final = "Das ist {what}. Als Vorlage taugt ein Word-Dokument (.docx) oder eine Word-Vorlage (.dotx)."
_NO_WORD: Final = "eine Datei, die nicht von Word stammt"


class Archive:
    """Be the parts of a Word file; raises UserError, here or at reading, if it cannot be used as a template."""

    def __init__(self, data: bytes) -> None:
        refuse_large(len(data))
        _refuse_kind(data)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._names = {name.lstrip("/").casefold(): name for name in self._zip.namelist()}
        except _DAMAGE as fault:
            raise UserError(_BROKEN) from fault
        if len(self._names) > MOST_ENTRIES:
            raise UserError(_BOMB)
        self._room = MOST_READ
        self._types = _Types(self.tree("[Content_Types].xml")) if self.has("[Content_Types].xml") else None
        self.main = self._main()

    def has(self, name: str) -> bool:
        """Tell whether there is a part of that name."""
        return name.casefold() in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        if not self.has(name):
            raise UserError(_BROKEN)
        most = min(MOST_OF_PART, self._room)
        try:
            with self._zip.open(self._names[name.casefold()]) as stream:
                data = stream.read(most + 1)
        except _DAMAGE as fault:
            raise UserError(_BROKEN) from fault
        if len(data) > most:
            raise UserError(_BOMB)
        self._room -= len(data)
        return data

    def tree(self, name: str) -> etree._Element:
        """Return a part as XML, without anything from outside of it."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.read(name), parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise UserError(_BROKEN) from fault
        if root.getroottree().docinfo.doctype:
            raise UserError(_BROKEN)
        return root

    def content_type(self, name: str) -> str:
        """Return what kind of part the file says it is."""
        return "" if self._types is None else self._types.of(name)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their id."""
        name = f"{join(dirname(part), '_rels', part.rsplit('/', 1)[-1])}.rels"
        if not self.has(name):
            return {}
        return {found.id: found for found in (Relation(part, element) for element in self.tree(name)) if found.id}

    def _main(self) -> str:
        """Return the name of the document's own part; raises UserError for what is no Word file without macros."""
        if self._types is None:
            odf = self.has("mimetype") and self.read("mimetype").startswith(_ROOT.encode())
            raise UserError(_ODT if odf else _WRONG.format(what=_NO_WORD))
        known = self._types.all()
        if any(_MACRO in kind or "vbaproject" in kind for kind in known) or self.has("word/vbaProject.bin"):
            raise UserError(_MACROS)
        main = next((one.target for one in self.relations("").values() if one.kind == "officeDocument"), "")
        if main and self.content_type(main) in _KINDS:
            return main
        what = next((words for sign, words in _OTHERS if any(sign in kind for kind in known)), _NO_WORD)
        raise UserError(_WRONG.format(what=what))


class Relation:
    """Be where one part points to another, or out of the file."""

    def __init__(self, part: str, element: etree._Element) -> None:
        self.id = element.get("Id", "")
        self.type = element.get("Type", "")
        self.is_external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        self.address = target
        self.target = "" if self.is_external else _resolved(part, target)

    @property
    def kind(self) -> str:
        """Return the last word of its type, such as ``header``; strict files and usual ones name it alike."""
        return self.type.rsplit("/", 1)[-1]


class _Types:
    """Be the list of content types of a file."""

    def __init__(self, root: etree._Element) -> None:
        self._endings: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        for element in root:
            kind = element.get("ContentType", "").lower()
            if (name := element.get("PartName")) is not None:
                self._parts[name.lstrip("/").casefold()] = kind
            elif (ending := element.get("Extension")) is not None:
                self._endings[ending.casefold()] = kind

    def of(self, name: str) -> str:
        return self._parts.get(name.casefold()) or self._endings.get(name.rsplit(".", 1)[-1].casefold(), "")

    def all(self) -> set[str]:
        return {*self._parts.values(), *self._endings.values()}


def refuse_large(size: int) -> None:
    """Raise UserError for a file of so many bytes if that is too large for a template."""
    if size > MOST_PACKED:
        raise UserError(TOO_LARGE.format(size=-(-size // _MB), most=MOST_PACKED // _MB))


def _refuse_kind(data: bytes) -> None:
    if data.startswith(_OLE):
        raise UserError(_LOCKED)
    if data.startswith(_PDF):
        raise UserError(_WRONG.format(what="eine PDF-Datei"))
    if data.startswith(_RTF):
        raise UserError(_WRONG.format(what="eine RTF-Datei"))
    if not data.startswith(_ZIP):
        raise UserError(_WRONG.format(what=_NO_WORD) if data else "Die Datei ist leer. Bitte eine andere wählen.")


def _resolved(part: str, target: str) -> str:
    joined = normpath(join("/", dirname(part), unquote(target.replace("\\", "/"))))
    return joined.lstrip("/")
