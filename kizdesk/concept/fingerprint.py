"""Compute the fingerprint of a document: SHA-256 over its content."""

from __future__ import annotations

import hashlib
import json

from kizdesk.concept.essence import essence, form
from kizdesk.concept.tree import BlockKind, Document


def fingerprint(document: Document) -> str:
    """Return the SHA-256 over form, id and essence of all content blocks.

    Blocks are taken in the order of their ids, so that an outline which moves a chapter or a new
    introductory sentence of the program changes nothing; their order within a text is part of the ids.
    """
    parts = sorted(
        (block.id, form(block), core)
        for block in document.blocks
        if block.kind is BlockKind.CONTENT and (core := essence(block))
    )
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
