"""Divide a document into the chapters of the outline; its blocks tell them by the headings they stand under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizdesk.concept.tree import AnyBlock, Document, Heading

_PREFIX = "kapitel/"


@dataclass(frozen=True, slots=True)
class Part:
    """Be a chapter or a section of the outline as it is printed, without its sections."""

    key: str
    heading: Heading
    blocks: tuple[AnyBlock, ...]
    """What stands under the heading."""


def parts(document: Document) -> Iterator[Part]:
    """Yield the chapters of a document in their order."""
    heading: Heading | None = None
    blocks: list[AnyBlock] = []
    for block in document.blocks:
        if isinstance(block, Heading) and chapter_of(block):
            if heading is not None:
                yield Part(chapter_of(heading), heading, tuple(blocks))
            heading, blocks = block, []
        else:
            blocks.append(block)
    if heading is not None:
        yield Part(chapter_of(heading), heading, tuple(blocks))


def chapter_of(heading: Heading) -> str:
    """Return the key of the chapter that a heading opens; empty for a heading within a chapter."""
    key = heading.id.removeprefix(_PREFIX)
    return key if heading.id.startswith(_PREFIX) and "/" not in key else ""
