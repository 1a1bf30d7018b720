"""Make a document tree into the files that are printed: our templates, and its words as data, one file per chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import AnyBlock, Document, Heading, Layout
from kizdesk.places import resources_dir
from kizdesk.writers.logo import as_svg
from kizdesk.writers.print.kept import BlocksKept, packed_json
from kizdesk.writers.print.parts import Data, Setting, marks
from kizdesk.writers.print.words import UNPRINTED, line, plain
from kizdesk.writers.word.cover import facts
from kizdesk.writers.word.furniture import DISTRICT_ROOM, FOOTER_ROOM, NOTICE_ROOM, TITLE_ROOM, shortened
from kizdesk.writers.word.geometry import A4
from kizdesk.writers.word.properties import LONGEST
from kizdesk.writers.word.sections import spans

MAIN = "main.typ"
"""The name by which the library knows where to begin."""
TEMPLATES = (MAIN, "gestalt.typ", "bausteine.typ", "titel.typ")
_MARK = "zeichen.svg"
_SIGN = "logo.svg"
_LISTED = 3
"""Levels of headings in the contents."""


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """Say what may differ from one print to another of the same content."""

    line_numbers: bool = False
    """Number the lines of each page, so that a committee can name them."""
    hyphenate: bool = True
    logo: bytes = b""
    """The district's logo for the cover, a PNG or JPEG."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Be all that one print is made of; it can be sent to another process."""

    files: dict[str, bytes]
    blocks: tuple[tuple[str, str], ...]
    """The marks of the blocks and their ids."""
    marks: int = 0
    """At how many places a mark stands for what cannot be printed."""


def sheets(document: Document, options: PrintOptions | None = None, kept: BlocksKept | None = None) -> Sheets:
    """Return the files that are printed for a document; what is kept from the last time is not made again."""
    blocks = _without_gaps(document.blocks)
    names = marks(blocks)
    places: dict[str, str] = {}
    for block, name in zip(blocks, names, strict=True):
        places.setdefault(block.id, name)
    wish = options or PrintOptions()
    setting = Setting(numbering(document), places, divides=wish.hyphenate)
    kept = kept or BlocksKept()
    kept.begin()
    parts = {
        f"teil-{count:03}.json": _bytes(f'{{"landscape":{packed_json(turned)},"blocks":{data}}}')
        for count, (turned, data) in enumerate(_parts(document, blocks, names, setting, kept), start=1)
    }
    book = _book(document, wish, setting, list(parts), names)
    drawn = {_SIGN: as_svg(wish.logo)} if book["sign"] else {}
    files = {**templates(), "buch.json": _bytes(packed_json(book)), **parts, **setting.figures, **drawn}
    ids = tuple(zip(names, (block.id for block in blocks), strict=True))
    return Sheets(files, ids, sum(data.count(UNPRINTED) for data in parts.values()))


def templates() -> dict[str, bytes]:
    """Return the files that are the same for each document."""
    folder = resources_dir() / "print"
    return {name: (folder / name).read_bytes() for name in (*TEMPLATES, _MARK)}


def _book(document: Document, options: PrintOptions, setting: Setting, parts: list[str], names: list[str]) -> Data:
    book = document.layout is Layout.BOOK
    listed = any(isinstance(block, Heading) and block.level <= _LISTED for block in document.blocks)
    titled = f"{document.title} – {document.notice}" if document.notice else document.title
    foot = shortened(document.footer, FOOTER_ROOM) or " · ".join(value for _, value in facts(document))
    shown_facts = [(label, value.removeprefix(label).strip()) for label, value in facts(document)]
    if document.paper:
        shown_facts.append(("Vorlage", document.paper))
    return {
        "title": plain(titled)[:LONGEST] or "Integrationskonzept",
        "cover-title": line(document.title),
        "subject": plain(document.subtitle)[:LONGEST],
        "subtitle": line(document.subtitle),
        "author": plain(document.district)[:LONGEST],
        "district": line(document.district),
        "keywords": [plain(word)[:LONGEST] for word in document.keywords],
        "notice": line(document.notice),
        "facts": [(label, line(value)) for label, value in shown_facts],
        "imprint": [line(text) for text in document.imprint if text],
        "head": line(shortened(document.title, TITLE_ROOM)),
        "head-district": line(shortened(document.district, DISTRICT_ROOM)),
        "head-notice": line(shortened(document.notice, NOTICE_ROOM)),
        "foot": line(foot),
        "cover": book,
        "sign": _SIGN if book and options.logo else "",
        "contents": book and listed,
        "counts": {"tables": len(setting.numbers.tables), "figures": len(setting.numbers.figures)},
        "line-numbers": options.line_numbers,
        "hyphenate": options.hyphenate,
        "parts": parts,
        "marks": names,
    }


def _parts(
    document: Document, blocks: Sequence[AnyBlock], names: Sequence[str], setting: Setting, kept: BlocksKept
) -> Iterator[tuple[bool, str]]:
    """Yield what begins a new page: each chapter, and each change of direction."""
    at = 0
    for turned, span in spans(blocks):
        page = A4.turned() if turned else A4
        for part in _chapters(span) if document.layout is Layout.BOOK else [span]:
            yield turned, kept.data(setting, part, names[at : at + len(part)], page)
            at += len(part)


def _chapters(blocks: Sequence[AnyBlock]) -> Iterator[list[AnyBlock]]:
    part: list[AnyBlock] = []
    for block in blocks:
        if part and isinstance(block, Heading) and block.level == 1:
            yield part
            part = []
        part.append(block)
    yield part


def _without_gaps(blocks: Sequence[AnyBlock]) -> list[AnyBlock]:
    """Return the blocks with headings that say something and never skip a level: by ear one would look for it."""
    sound: list[AnyBlock] = []
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            if not plain(block.text):
                continue
            level = min(block.level, level + 1)
            sound.append(block if level == block.level else replace(block, level=level))
        else:
            sound.append(block)
    return sound


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


__all__ = ["PrintOptions", "Sheets", "sheets"]
