"""Turn the blocks of the tree into data for the printing: what is said, and how it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kizdesk.concept.numbering import Numbering, row_ends, run_text
from kizdesk.concept.tree import (
    Align,
    AnyBlock,
    Column,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Row,
    Run,
    Runs,
    Table,
    TableHead,
)
from kizdesk.writers.print.words import Words, is_seen, line, lines, plain, printable_svg, title, words
from kizdesk.writers.word.columns import column_widths
from kizdesk.writers.word.geometry import A4, Geometry
from kizdesk.writers.word.measure import row_lines
from kizdesk.writers.word.xml import address, clean

Data = dict[str, Any]
MANY_COLUMNS = 8
"""From so many columns on, a table is set in small type."""
ONE_PIECE = {TableHead.COLUMNS: 12, TableHead.ROWS: 26}
"""A table of at most so many lines stays on one page."""
TALL_ROW = 24
"""A row of more lines than this may break across pages; any other stays whole, and so do the last two together."""
LONG = 1200
"""Quotations, boxes and heads of tables of more letters than this may break across pages."""
_NARROW = 2500
"""In columns narrower than this many twentieths of a point, words are divided at the ends of lines."""
_SHORT = 200
"""A paragraph of at most so many characters between a heading and a table stays with both."""
_LEADING = 600
"""A paragraph of more characters may break across pages, and then stays with nothing."""
_HIGHEST = 0.62
"""Share of the text's height that a figure may take: it shares its page with what is said about it."""
_MM = 1440 / 25.4
_ADDRESS = re.compile(r"https?://[\w.-]+|mailto:[^@\s]+@", re.IGNORECASE)
_LONGEST_TEXT = 10_000
"""A PDF takes longer alternative texts only up to a limit of its own."""
_LONGEST_ADDRESS = 2000
"""What is longer is no address that a browser would open."""
_BOX = re.compile(r'viewBox="[\d.+-]+[ ,]+[\d.+-]+[ ,]+([\d.]+)[ ,]+([\d.]+)"')
_SIDES = {Align.LEFT: "l", Align.RIGHT: "r", Align.CENTRE: "c"}


def marks(blocks: Sequence[AnyBlock]) -> list[str]:
    """Return a name for each block by which it is found in print: made of its id, and never the same twice."""
    named: dict[str, None] = {}
    for block in blocks:
        name, copy = _mark(block.id), 1
        while name in named:
            copy += 1
            name = _mark(f"{block.id}\x00{copy}")
        named[name] = None
    return list(named)


def _mark(block_id: str) -> str:
    return f"k{hashlib.sha256(block_id.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


@dataclass(slots=True)
class Setting:
    """Be what the blocks of one document share while they are made into data."""

    numbers: Numbering
    places: Mapping[str, str]
    """Marks of the blocks by their ids."""
    divides: bool = True
    """Words may be divided at the ends of lines."""
    figures: dict[str, bytes] = field(default_factory=dict)
    """The drawings that are used, by the name of their file."""

    def told(
        self, before: AnyBlock | None, block: AnyBlock, following: AnyBlock | None, name: str, page: Geometry
    ) -> Data:
        """Return the data of a block between its neighbours, on pages of one direction."""
        told = {"mark": name, **self._block(block, page, _Notes(name))}
        if isinstance(block, Paragraph):
            told["leads"] = _leads(before, block, following)
        return told

    def _block(self, block: AnyBlock, page: Geometry, notes: _Notes) -> Data:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                told: Data = {"style": block.style.value, "runs": self._runs(block.runs, notes)}
                return {"kind": "paragraph", **told, "long": sum(len(run.text) for run in block.runs) > LONG}
            case Listing():
                items = [self._runs(item, notes) for item in block.items]
                return {"kind": "listing", "ordered": block.ordered, "items": items}
            case Quotation():
                told = {"words": lines(block.text), "speaker": line(block.speaker) if block.speaker else ""}
                return {"kind": "quotation", **told, "long": len(block.text) > LONG}
            case Table():
                return self._table(block, page, notes)
            case Figure():
                return self._figure(block, page)

    def _heading(self, block: Heading) -> Data:
        number = self.numbers.headings.get(block.id, "")
        return {"kind": "heading", "level": max(1, min(block.level, 4)), "number": number, "words": title(block.text)}

    def _runs(self, runs: Runs, notes: _Notes) -> list[Data]:
        return [self._run(run, notes) for run in runs]

    def _run(self, run: Run, notes: _Notes) -> Data:
        text = run_text(self.numbers, run)
        told: Data = {
            "t": {"lines": [words(part) for part in clean(text).split("\n")]} if "\n" in text else words(text)
        }
        told |= {key: True for key, wanted in (("b", run.bold), ("i", run.italic)) if wanted}
        inner = run.refers or run.link.removeprefix("#")
        if not inner or not is_seen(text):  # the library fails at a link of nothing
            return told | notes.of(run)
        if _ADDRESS.match(run.link) and len(web := address(run.link)) <= _LONGEST_ADDRESS:
            told["url"] = web
            told |= {"p": True} if run.text in run.link else {}
        elif inner in self.places:
            told["to"] = self.places[inner]
        return told | notes.of(run)

    def _table(self, block: Table, page: Geometry, notes: _Notes) -> Data:
        columns, rows = block.columns or (Column(""),), block.printed
        small, profile = len(columns) >= MANY_COLUMNS, block.head is TableHead.ROWS
        widths = column_widths(columns, rows, page.text_width - 1, small=small)
        tall = [row_lines(self._whole(row), widths, small=small) for row in rows]
        return {
            "kind": "table",
            "number": str(self.numbers.tables.get(block.id, "")),
            "caption": line(block.caption),
            "widths": [width / 20 for width in widths],
            "aligns": [_SIDES[column.align] for column in columns],
            "titles": [line(column.title) for column in columns],
            "profile": profile,
            "headed": not profile and max(len(column.title) for column in columns) <= LONG,
            "divided": [place for place, width in enumerate(widths) if self.divides and width < _NARROW],
            "divides": self.divides,
            "small": small,
            "whole": sum(tall) + (not profile) <= ONE_PIECE[block.head],
            "closing": _closing(rows, tall),
            "rows": [
                self._row(row, len(columns), tall=height > TALL_ROW, notes=notes)
                for row, height in zip(rows, tall, strict=True)
            ]
            or [{"total": False, "tall": False, "cells": [""] * len(columns)}],
        }

    def _whole(self, row: Row) -> Sequence[str]:
        """Return the cells of a row as they are printed, with what follows their words."""
        cells = [clean(cell) for cell in row.cells]
        if not row.ends:
            return cells
        ends = ("".join(run_text(self.numbers, run) for run in end) for end in row_ends(self.numbers, row))
        return [f"{cell}{clean(end)}" for cell, end in zip(cells, ends, strict=False)]

    def _row(self, row: Row, count: int, *, tall: bool, notes: _Notes) -> Data:
        cells: list[Any] = [_cell(cell) for cell in row.cells[:count]]
        if row.ends:
            cells = [
                {"words": lines(text), "end": self._runs(end, notes)} if end else cell
                for text, cell, end in zip(row.cells, cells, row_ends(self.numbers, row), strict=False)
            ]
        return {"total": row.total, "tall": tall, "cells": cells + [""] * (count - len(cells))}

    def _figure(self, block: Figure, page: Geometry) -> Data:
        svg = printable_svg(block.svg).encode("utf-8", "replace")
        name = f"bild-{hashlib.sha256(svg).hexdigest()[:20]}.svg"
        self.figures[name] = svg
        width, height = _extent(block, page)
        return {
            "kind": "figure",
            "number": str(self.numbers.figures[block.id]),
            "caption": line(block.caption),
            "file": name,
            "width": width,
            "height": height,
            "alt": plain(block.alt or block.caption)[:_LONGEST_TEXT] or "Abbildung",
            "note": line(block.note) if block.note else "",
        }


@dataclass(slots=True)
class _Notes:
    """Give each note of a block a name; equal ones are one note."""

    mark: str
    known: dict[str, str] = field(default_factory=dict)

    def of(self, run: Run) -> Data:
        """Return the note of a run, or where it stands already."""
        if not run.note:
            return {}
        if run.note in self.known:
            return {"again": self.known[run.note]}
        self.known[run.note] = name = f"{self.mark}-n{len(self.known)}"
        return {"note": lines(run.note), "name": name}


def _cell(text: str) -> Words | list[Words]:
    """Return a cell of one plain line as it is, any other by its lines."""
    told = lines(text)
    return told[0] if len(told) == 1 and isinstance(told[0], str) else told


def _closing(rows: Sequence[Row], heights: Sequence[int]) -> int:
    """Return how many rows at the end of a table stay together, so that none stands alone on the last page."""
    if len(rows) <= 2 or sum(heights[-2:]) > TALL_ROW or any(row.ends for row in rows[-2:]):
        return 0
    return 2


def _extent(block: Figure, page: Geometry) -> tuple[float, float]:
    """Return width and height in millimetres."""
    found = _BOX.search(block.svg[:2000])
    ratio = float(found.group(2)) / max(float(found.group(1)), 0.001) if found else 0.6
    width = min(float(block.width_mm), page.text_width / _MM)
    highest = page.text_height / _MM * _HIGHEST
    height = width * ratio
    return (width, height) if height <= highest else (highest / max(ratio, 0.001), highest)


def _leads(before: AnyBlock | None, block: Paragraph, following: AnyBlock | None) -> bool:
    """Tell whether a paragraph belongs to what follows: it ends in a colon, or is all between a heading and a table."""
    told = "".join(run.text for run in block.runs).rstrip()
    if isinstance(before, Heading) and isinstance(following, Table) and len(told) <= _SHORT:
        return True
    return told.endswith(":") and len(told) <= _LEADING and isinstance(following, Listing | Quotation | Table | Figure)


__all__ = ["A4", "Data", "Setting", "marks"]
