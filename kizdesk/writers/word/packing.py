"""Pack the parts of a .docx: the same bytes for the same parts, with nothing in it of time and machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.opc.part import Part
from docx.opc.spec import default_content_types

from kizdesk.writers.word.xml import attribute

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The oldest moment that a ZIP can name."""
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_READABLE = 0o600 << 16
_PACKED = (CONTENT_TYPE.PNG, CONTENT_TYPE.JPEG, CONTENT_TYPE.GIF)
"""What holds hardly anything that could be packed once more."""


def packed(package: OpcPackage) -> bytes:
    """Return the .docx of a package; python-docx would pack pictures again, which takes long and saves little."""
    written = BytesIO()
    with ZipFile(written, "w") as target:
        for name, data, method in _entries(package, package.parts):
            entry = ZipInfo(name, OLDEST)
            entry.create_system, entry.external_attr, entry.compress_type = 0, _READABLE, method
            target.writestr(entry, data)
    return written.getvalue()


def _entries(package: OpcPackage, parts: Sequence[Part]) -> Iterator[tuple[str, bytes | str, int]]:
    """Yield name, content and method of packing of all that the file holds; what it consists of comes first."""
    yield CONTENT_TYPES_URI.membername, _types(parts), ZIP_DEFLATED
    yield PACKAGE_URI.rels_uri.membername, package.rels.xml, ZIP_DEFLATED
    for part in parts:
        yield part.partname.membername, part.blob, ZIP_STORED if part.content_type in _PACKED else ZIP_DEFLATED
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml, ZIP_DEFLATED


def _types(parts: Sequence[Part]) -> str:
    """Return the list of all parts with their types."""
    by_ending = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    by_name = {}
    for part in parts:
        if (part.partname.ext.lower(), part.content_type) in default_content_types:
            by_ending[part.partname.ext.lower()] = part.content_type
        else:
            by_name[part.partname] = part.content_type
    told = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in sorted(by_ending.items())]
    told += [f'<Override PartName="{attribute(name)}" ContentType="{kind}"/>' for name, kind in sorted(by_name.items())]
    return f'{_HEAD}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">{"".join(told)}</Types>'
