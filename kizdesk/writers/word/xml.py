"""Turn any text into sound XML: what XML cannot hold is left out, never an error."""

from __future__ import annotations

import re
from urllib.parse import quote

from kizdesk.writers.bound import bound

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
UNDIVIDED = '<w:noProof/><w:lang w:val="x-none"/>'
"""What is of no language is not divided with a hyphen at the end of a line: an address, ``Tabelle 3``."""
KEEP = "<w:keepNext/>"
"""What a paragraph says that stays on the page on which the next one begins."""


def clean(text: str) -> str:
    """Return the text with one kind of line break and without characters that XML forbids."""
    if text.isprintable():  # so it has neither: breaks and what XML forbids are of the kinds that are not
        return text
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def escaped(text: str) -> str:
    """Return the text as content of an element."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Return the text as value of an attribute, on one line."""
    return escaped(" ".join(text.split())).replace('"', "&quot;")


def address(link: str) -> str:
    """Return a web or mail address in the letters that an address may have."""
    return quote(clean(link).strip(), safe="%/:=&?~#+!$,;'@()*[]")


def run(text: str, properties: str = "") -> str:
    """Return a run of text; line breaks and tabs in it are kept."""
    opened = f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"
    inner = bound(escaped(text))
    if "\n" not in inner and "\t" not in inner:
        return f'{opened}<w:t xml:space="preserve">{inner}</w:t></w:r>'
    pieces = (_piece(piece) for piece in re.split(r"(\n|\t)", inner) if piece)
    return f"{opened}{''.join(pieces)}</w:r>"


def _piece(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    return "<w:tab/>" if piece == "\t" else f'<w:t xml:space="preserve">{piece}</w:t>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph in a style; further properties come in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'
