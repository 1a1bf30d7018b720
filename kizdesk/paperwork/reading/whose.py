"""Say whose form it is: by its hidden fields, by the document's properties, or by both if they agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Final

from kizdesk.paperwork import names
from kizdesk.paperwork.reading.document import Document, at
from kizdesk.paperwork.reading.drawn import page_text
from kizdesk.paperwork.reading.outcome import Reason, Refusal
from kizdesk.paperwork.reading.texts import text_of
from kizdesk.paperwork.sheet import FORMAT, Identity

_PAGES: Final = 3
_LINE: Final = re.compile(
    r"Projekt\s+(?P<project_id>\S+)\s+·\s+Kommune\s+(?P<municipality_id>\S+)\s+·\s+"
    r"(?:Vordruck|Leitfaden)\s+(?P<guide_id>\S+)\s+(?P<guide_version>\S+)\s+·\s+Formular\s+(?P<form_id>\S+)"
)
"""The line at the foot of each page; the first forms said *Leitfaden*."""


def properties_of(document: Document) -> dict[str, str]:
    """Return the parts of an identity that the document's properties carry."""
    found = {}
    for key in document.properties:
        if key.startswith(names.PROPERTY_PREFIX):
            found[key.removeprefix(names.PROPERTY_PREFIX)] = text_of(at(document.properties, key)) or ""
    return found


def agreed(hidden: Mapping[str, str], properties: Mapping[str, str]) -> dict[str, str]:
    """Return what both say together; refuses what contradicts itself."""
    told = {key: text.strip() for key, text in hidden.items() if text.strip()}
    for key, text in properties.items():
        if text.strip() and told.setdefault(key, text.strip()) != text.strip():
            raise Refusal(Reason.CONTRADICTION, told)
    return told


def identity_from(texts: Mapping[str, str], document: Document) -> Identity:
    """Return the identity; refuses a form that does not carry a whole one."""
    try:
        return Identity.from_texts(texts)
    except ValueError as missing:
        if texts.get("format", FORMAT) != FORMAT:
            raise Refusal(Reason.NEWER, texts) from missing
        clues = {**printed_line(document), **texts}
        raise Refusal(Reason.INCOMPLETE if clues else Reason.FOREIGN, clues) from missing


def printed_line(document: Document) -> dict[str, str]:
    """Return what the line at the foot of one of the first pages says, as far as it can be read."""
    for page in islice(document.pages(), _PAGES):
        if found := _LINE.search(page_text(page)):
            return found.groupdict()
    return {}
