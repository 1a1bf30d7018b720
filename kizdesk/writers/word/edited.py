"""Tell whether a Word file still is as kizdesk wrote it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

WRITER = "kizdesk"
"""Stands in the file as the one who saved it last, until Word or LibreOffice puts a person there."""
_CORE = "docProps/core.xml"
_LAST = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def was_edited(path: Path) -> bool:
    """Tell whether somebody else saved the file last; what cannot be read counts as somebody's work."""
    try:
        with zipfile.ZipFile(path) as package:
            core = etree.fromstring(package.read(_CORE), _PARSER)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError):
        return True
    return core.findtext(_LAST) != WRITER
