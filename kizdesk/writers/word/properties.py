"""Fill in the document's properties: title, author, keywords, language, dates."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kizdesk.concept.tree import Document
from kizdesk.writers.word.edited import WRITER
from kizdesk.writers.word.xml import clean

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

LANGUAGE = "de-DE"
LONGEST = 255
"""Word refuses longer properties."""


def describe(document: Document, package: Package, created: datetime) -> None:
    """Say in the file what it is; a time without zone is taken as it stands."""
    package.forget_origin()
    moment = created.astimezone(UTC) if created.tzinfo else created
    told = package.document.core_properties
    told.title = _line(f"{document.title} – {document.notice}" if document.notice else document.title)
    told.subject = _line(document.subtitle)
    told.author = _line(document.district)
    told.last_modified_by = WRITER
    told.keywords = _line(", ".join(document.keywords))
    told.created = told.modified = moment
    told.language = LANGUAGE
    told.content_status = _line(document.status)
    told.version = _line(document.version)


def _line(text: str) -> str:
    return " ".join(clean(text).split())[:LONGEST]
