"""Step 8, Gliederung: what the chapters hold at present, and about how many pages they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kizdesk.concept.announced import announced, as_frozen
from kizdesk.concept.build import build, pruned
from kizdesk.concept.essence import shown
from kizdesk.concept.german import shortened
from kizdesk.concept.numbering import numbering
from kizdesk.concept.parts import Part, parts
from kizdesk.concept.short import lettered
from kizdesk.concept.short import shortened as in_brief
from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Table
from kizdesk.domain.changes import Update
from kizdesk.domain.layout import ChapterChoice
from kizdesk.project.concept import materials, unchanged_version
from kizdesk.project.opened import OpenProject
from kizdesk.writers.word.estimate import estimated_pages

_LINES, _LETTERS = 6, 220
_END = "ende"


@dataclass(frozen=True, slots=True)
class Held:
    """Be what one chapter holds without its sections."""

    number: str = ""
    """As it is printed, such as ``4.2`` or ``Anlage A``; empty for one that is not printed or has no number."""
    generated: bool = False
    """It holds something that follows from the data."""
    empty: bool = True
    """Nothing is there, so that not even its heading is printed, unless for its sections."""
    page: int | None = None
    """The page on which it begins, as estimated; None for what is not printed."""
    preview: tuple[str, ...] = ()
    """First lines as plain text."""
    announces: str = ""
    """What is not entered yet, where it holds a proposed text about that alone: a draft says so, no version has it."""


@dataclass(frozen=True, slots=True)
class Length:
    """Be the whole concept as it is printed now: its chapters, and about how many pages it has in Word."""

    chapters: Mapping[str, Held] = field(default_factory=dict)
    pages: int = 0
    short_pages: int = 0
    """Pages of the Kurzfassung; 0 for an empty one."""
    version: int = 0
    """The version whose numbers and pages these are, because nothing changed since; 0 for those of the draft."""

    def held(self, chapter: str) -> Held:
        """Return what a chapter holds; nothing, if it is not there."""
        return self.chapters.get(chapter, Held())


def length(project: OpenProject) -> Length:
    """Return what all chapters hold, also those left out; it builds the whole concept, so it belongs into a job."""
    things, choices = materials(project), project.snapshot.all(ChapterChoice)
    shown_again = (Update(ChapterChoice, choice.id, "left_out", value=False) for choice in choices)
    everything = build(project.snapshot.applied(shown_again), things)
    found, gone = tuple(parts(everything)), things.outline.left_out(choices)
    announces, version = announced(everything), unchanged_version(project)
    draft = replace(everything, blocks=tuple(pruned(_blocks(part for part in found if part.key not in gone))))
    printed = draft if version is None else as_frozen(draft)
    printed = replace(printed, blocks=tuple(lettered(printed.blocks, things.wording)))
    numbers, pages = numbering(printed).headings, _pages(printed)
    letters = {heading.id: heading.text.partition(":")[0] for heading in printed.blocks if isinstance(heading, Heading)}
    annexes = {f"kapitel/{entry.key}" for entry in things.outline.chapters if entry.annex}
    short = in_brief(printed, things.outline.short(choices), things.wording)
    return Length(
        {
            part.key: Held(
                number=letters.get(here, "") if here in annexes else numbers.get(here, ""),
                generated=any(_is_generated(block) for block in part.blocks),
                empty=not part.blocks,
                page=pages.get(here),
                preview=tuple(_preview(part.blocks)),
                announces=announces.get(part.key, ""),
            )
            for part in found
            for here in [part.heading.id]
        },
        pages=pages[_END] - 1,
        short_pages=_pages(short)[_END] - 1 if short.blocks else 0,
        version=version.number if version is not None else 0,
    )


def _blocks(found: Iterable[Part]) -> Iterable[AnyBlock]:
    for part in found:
        yield part.heading
        yield from part.blocks


def _pages(document: Document) -> Mapping[str, int]:
    """Return on which pages the headings stand, and on which one more chapter would begin."""
    end = Heading(id=_END, level=1, text="")
    return estimated_pages(replace(document, blocks=(*document.blocks, end)))


def _is_generated(block: AnyBlock) -> bool:
    return not block.id.startswith("kapitel/")


def _preview(blocks: Iterable[AnyBlock]) -> Iterable[str]:
    left = _LINES
    for block in blocks:
        if not left:
            return
        left -= 1
        match block:
            case Table() | Figure():
                yield f"[{block.caption}]" if block.caption else ""
            case _:
                yield shortened(" ".join(shown(block).split()), _LETTERS)
