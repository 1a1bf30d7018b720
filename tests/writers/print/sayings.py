"""Say what a document tree prints, block by block, and what a Word file and a PDF of it hold, without any blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import takewhile
from typing import Any

import docx
from docx.oxml.ns import qn

from kizdesk.concept.numbering import Numbering, numbering, row_ends, run_text
from kizdesk.concept.tree import (
    AnyBlock,
    Document,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Runs,
    Table,
    TableHead,
)
from kizdesk.writers.print.words import unprintable
from kizdesk.writers.word.bookmarks import bookmark_name
from tests.writers.print.told import Element, told

_BLANK = re.compile(r"[\s\u00a0\u00ad\u200b\u2009\u202f]+")


def bare(text: str) -> str:
    """Return a text without blanks, places for breaks, and what no typeface can draw."""
    plain = _BLANK.sub("", unicodedata.normalize("NFC", text))
    missing = unprintable(plain)
    return "".join(sign for sign in plain if sign not in missing)


def said(document: Document) -> list[str]:
    """Return what each block says, with the numbers of tables and figures and without those of headings."""
    numbers = numbering(document)
    return [bare(_block(block, numbers)) for block in document.blocks]


def notes_of(document: Document) -> list[str]:
    """Return the notes, each once in a block."""
    found = []
    for block in document.blocks:
        found += [bare(note) for note in dict.fromkeys(_notes(block))]
    return sorted(found)


def _block(block: AnyBlock, numbers: Numbering) -> str:
    match block:
        case Heading(text=text):
            return text
        case Paragraph(runs=runs):
            return _runs(runs, numbers)
        case Listing(items=items):
            return "".join(_runs(item, numbers) for item in items)
        case Quotation(text=text, speaker=speaker):
            return text + speaker
        case Table():
            return "".join(_table(block, numbers))
        case Figure(id=key, caption=caption, note=note):
            return f"Abbildung {numbers.figures[key]}: {caption}{note}"


def _runs(runs: Runs, numbers: Numbering) -> str:
    return "".join(run_text(numbers, run) for run in runs)


def _table(block: Table, numbers: Numbering) -> Iterator[str]:
    yield f"Tabelle {numbers.tables[block.id]}" + (f": {block.caption}" if block.caption else "")
    if block.head is TableHead.COLUMNS:
        yield from (column.title for column in block.columns)
    for row in block.printed:
        for cell, end in zip(row.cells, row_ends(numbers, row), strict=True):
            yield cell + _runs(end, numbers)


def _notes(block: AnyBlock) -> Iterator[str]:
    match block:
        case Paragraph(runs=runs):
            lists: list[Runs] = [runs]
        case Listing(items=items):
            lists = list(items)
        case Table():
            lists = [end for row in block.printed for end in row.ends]
        case _:
            return
    yield from (run.note for runs in lists for run in runs if run.note)


def in_pdf(pdf: bytes) -> tuple[str, list[str]]:
    """Return what the body of a PDF says and its notes; cover, contents and running heads are no part of it."""
    (document,) = told(pdf).elements
    parts = document.elements
    last = max((at for at, part in enumerate(parts) if part.tag == "TOC"), default=-1)
    texts: list[str] = []
    notes: list[str] = []
    for part in parts[last + 1 :]:
        _gather(part, texts, notes)
    return bare("".join(texts)), sorted(bare(note) for note in notes)


def _gather(part: Element, texts: list[str], notes: list[str]) -> None:
    if part.tag == "Note":
        notes.append("".join(piece if isinstance(piece, str) else piece.text for piece in part.parts if _speaks(piece)))
        return
    if part.tag in ("Lbl", "Figure"):
        return
    for piece in part.parts:
        if isinstance(piece, str):
            texts.append(piece)
        else:
            _gather(piece, texts, notes)


def _speaks(piece: str | Element) -> bool:
    return isinstance(piece, str) or piece.tag != "Lbl"


def in_word(data: bytes, document: Document) -> str:
    """Return what the body of a Word file says, from the first block on."""
    body = docx.Document(BytesIO(data)).element.body
    first = bookmark_name(document.blocks[0].id)
    paragraphs = list(body.iter(qn("w:p")))
    starts = [
        any(mark.get(qn("w:name")) == first for mark in paragraph.iter(qn("w:bookmarkStart")))
        for paragraph in paragraphs
    ]
    before = sum(1 for _ in takewhile(lambda found: not found, starts))
    runs = (run for paragraph in paragraphs[before:] for run in paragraph.iter(qn("w:r")) if not _is_mark_of_note(run))
    return bare("".join(text.text or "" for run in runs for text in run.iter(qn("w:t"))))


def _is_mark_of_note(run: Any) -> bool:
    """Tell whether a run only repeats the number of a note."""
    return any(style.get(qn("w:val")) == "FootnoteReference" for style in run.iter(qn("w:rStyle")))


def found_in_order(parts: list[str], whole: str) -> tuple[list[str], str]:
    """Return the parts that do not occur in a text in their order, and what of it is in none."""
    missing: list[str] = []
    rest: list[str] = []
    at = 0
    for part in parts:
        place = whole.find(part, at)
        if place < 0:
            missing.append(part)
            continue
        rest.append(whole[at:place])
        at = place + len(part)
    return missing, "".join((*rest, whole[at:]))
