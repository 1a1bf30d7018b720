"""Write the document's properties: title, author, keywords, language, dates."""

from __future__ import annotations

from datetime import UTC, datetime

from kizdesk.concept.tree import Document
from kizdesk.writers.word.xml import DECLARATION, attribute

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
LONGEST = 255
"""Word refuses longer properties."""


def core(document: Document, created: datetime) -> str:
    """Return the core properties; a time without zone is taken as it stands."""
    title = f"{document.title} – {document.notice}" if document.notice else document.title
    moment = (created.astimezone(UTC) if created.tzinfo else created).strftime("%Y-%m-%dT%H:%M:%SZ")
    named = (
        ("dc:title", title),
        ("dc:subject", document.subtitle),
        ("dc:creator", document.district),
        ("cp:keywords", ", ".join(document.keywords)),
        ("cp:lastModifiedBy", document.district),
    )
    texts = "".join(f"<{tag}>{attribute(text)[:LONGEST]}</{tag}>" for tag, text in named)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    rest = (
        f"<dc:language>de-DE</dc:language><cp:contentStatus>{attribute(document.status)}</cp:contentStatus>"
        f"<cp:version>{attribute(document.version)}</cp:version>"
    )
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{texts}{dates}{rest}</cp:coreProperties>"


def app(document: Document) -> str:
    """Return the extended properties: what wrote the file, and for whom."""
    return (
        f'{DECLARATION}<Properties xmlns="{_APP}"><Application>kizdesk</Application>'
        f"<Company>{attribute(document.district)[:LONGEST]}</Company></Properties>"
    )
