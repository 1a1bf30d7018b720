"""Tell in a frozen tree who agreed to it by today: votes come after the freezing, and no agreement is about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kizdesk.concept.chapters.agreement import agreement, register
from kizdesk.concept.context import Context
from kizdesk.concept.tree import AnyBlock, BlockKind, Document

_TOLD = {"einvernehmen": agreement, "anlage_einvernehmen": register}


def as_agreed(document: Document, context: Context) -> Document:
    """Return a frozen document with the votes on its version that are known today, where it told of votes."""
    return replace(document, blocks=tuple(_told(document, context)))


def _told(document: Document, context: Context) -> Iterator[AnyBlock]:
    done: set[str] = set()
    for block in document.blocks:
        chapter = block.id.partition("/")[0]
        if chapter not in _TOLD:
            yield block
        elif chapter not in done:
            done.add(chapter)
            for fresh in _TOLD[chapter](context):
                yield replace(fresh, kind=BlockKind.RECORD, landscape=block.landscape)
