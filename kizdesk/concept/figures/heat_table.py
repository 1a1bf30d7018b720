"""Draw how many offerings each field of action has in each municipality: numbers on shaded cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture, Region, box_region
from kizdesk.concept.figures.words import fitting, told_in_full, wrapped
from kizdesk.concept.german import capital, figure, listed, quoted

_WIDTH, _LEFT, _ROW, _TYPE = 1000.0, 290.0, 38.0, 16.0
_WIDEST = 84.0
_NO_FIELD = ""
_NARROWEST, _TALLEST = 20.0, 990.0
"""Cells and height that still give legible type on a page."""


@dataclass(frozen=True, slots=True)
class _Grid:
    rows: tuple[tuple[str, str], ...]
    """Id and title of each field; an empty id stands for offerings without one."""
    columns: tuple[tuple[str, str], ...]
    """AGS and name of each municipality; an empty AGS stands for the district itself."""
    counts: Counter[tuple[str, str]]


def heat_table(context: Context) -> Picture | None:
    """Return the table; None while no offering is entered. The region of a cell is ``field|municipality``."""
    grid = _grid(context)
    if not grid.counts:
        return None
    cell = _cell_width(len(grid.columns))
    top = max(svg.width_of(fitting(name, 190, _TYPE), _TYPE) for _, name in grid.columns) + 28
    right = _LEFT + cell * len(grid.columns)
    height = top + _ROW * len(grid.rows) + 48
    parts = list(_heads(context, grid, cell, top))
    regions: list[Region] = []
    most = max(grid.counts.values())
    for index, (field_id, title) in enumerate(grid.rows):
        y = top + index * _ROW
        parts.extend(_title(title, y))
        for place, (ags, _) in enumerate(grid.columns):
            x = _LEFT + place * cell
            parts.extend(_cell(grid.counts[field_id, ags], most, (x, y, cell)))
            regions.append(box_region(f"{field_id}|{ags}", x, y, cell, _ROW))
        total = sum(grid.counts[field_id, ags] for ags, _ in grid.columns)
        parts.append(svg.text(right + 34, y + 25, str(total), _TYPE, text_anchor="middle", font_weight="600"))
    parts.extend(_key(context, most, height - 34))
    title = context.words.text("heat.title")
    return Picture(svg.document(_WIDTH, height, title, parts), _alt(context, grid), _WIDTH, height, tuple(regions))


def printed_heat_table(context: Context) -> Picture | None:
    """Return the table for a page; None where it would say no more than sums, or would not be legible."""
    columns = len(_grid(context).columns)
    drawn = heat_table(context) if columns > 1 and _cell_width(columns) >= _NARROWEST else None
    return drawn if drawn is not None and drawn.height <= _TALLEST else None


def _cell_width(columns: int) -> float:
    return min((_WIDTH - _LEFT - 70) / columns, _WIDEST)


def _grid(context: Context) -> _Grid:
    facts, words = context.facts, context.words
    counts: Counter[tuple[str, str]] = Counter()
    known = {field.id for field in facts.fields}
    for ags, offerings in facts.offerings.items():
        for offering in offerings:
            named = [field_id for field_id in dict.fromkeys(offering.field_ids) if field_id in known]
            counts.update((field_id, ags) for field_id in named or [_NO_FIELD])
    rows = [(field.id, field.title) for field in facts.fields]
    if any(field_id == _NO_FIELD for field_id, _ in counts):
        rows.append((_NO_FIELD, words.text("heat.no_field")))
    columns = [(record.id, record.name) for record in facts.municipalities]
    if not columns or any(ags == "" for _, ags in counts):
        columns.append(("", facts.district.name))
    return _Grid(tuple(rows), tuple(columns), counts)


def _heads(context: Context, grid: _Grid, cell: float, top: float) -> Iterator[str]:
    names = [*(name for _, name in grid.columns), context.words.text("heat.total")]
    size = min(_TYPE, cell * 0.95)
    for index, name in enumerate(names):
        x = _LEFT + cell * index + (cell / 2 if index < len(grid.columns) else 34) + size * 0.32
        y = top - 8
        yield svg.text(0.0, 0.0, fitting(name, 190, _TYPE), size, transform=f"translate({x:.1f} {y:.1f}) rotate(-90)")


def _title(title: str, y: float) -> Iterator[str]:
    lines = wrapped(title, _LEFT - 20, _TYPE, 2)
    for index, line in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * 18
        yield svg.text(_LEFT - 10, y + _ROW / 2 + 5 + shift, line, _TYPE, text_anchor="end")


def _cell(count: int, most: int, box: tuple[float, float, float]) -> Iterator[str]:
    x, y, width = box
    fill = svg.PALETTE[_shade(count, most)] if count else svg.PAPER
    yield svg.tag(
        "rect", x=x + 1, y=y + 1, width=width - 2, height=_ROW - 2, fill=fill, stroke="#b3b3b3", stroke_width=1.0
    )
    words = str(count) if count else "–"
    ink = {} if count else {"fill": svg.MUTED}
    yield svg.text(x + width / 2, y + 25, words, _TYPE if count < 100 else 13, text_anchor="middle", **ink)


def _shade(count: int, most: int) -> int:
    return min(1 + (count - 1) * 3 // max(most, 1), 3)


def _key(context: Context, most: int, y: float) -> Iterator[str]:
    x = _LEFT
    groups: dict[int, list[int]] = {}
    for count in range(1, most + 1):
        groups.setdefault(_shade(count, most), []).append(count)
    yield svg.text(x - 10, y + 18, context.words.text("heat.key"), _TYPE, text_anchor="end")
    for shade, counts in groups.items():
        words = str(counts[0]) if len(counts) == 1 else f"{counts[0]}–{counts[-1]}"
        yield svg.tag(
            "rect", x=x, y=y, width=34.0, height=24.0, fill=svg.PALETTE[shade], stroke=svg.LINE, stroke_width=1.0
        )
        yield svg.text(x + 42, y + 18, words, _TYPE)
        x += 70 + svg.width_of(words, _TYPE)


def _alt(context: Context, grid: _Grid) -> str:
    """Return the numbers of all cells, of long tables the sum of each row."""
    parts = _rows_told(context, grid, _places)
    if told_in_full(parts) < len(parts):
        parts = _rows_told(context, grid, _summed)
    words = context.words
    return " ".join([f"{words.text('heat.title')}:", *map(capital, parts)])


def _rows_told(context: Context, grid: _Grid, told: Callable[[Context, _Grid, str], str]) -> list[str]:
    words = context.words
    return [
        words.text("heat.alt_row", title=quoted(title), places=told(context, grid, field_id))
        if field_id != _NO_FIELD
        else words.text("heat.alt_loose", places=told(context, grid, field_id))
        for field_id, title in grid.rows
    ]


def _summed(context: Context, grid: _Grid, field_id: str) -> str:
    counts = [count for ags, _ in grid.columns if (count := grid.counts[field_id, ags])]
    if not counts:
        return context.words.text("heat.none")
    return context.words.text("heat.summed", count=figure(sum(counts)), places=figure(len(counts)))


def _places(context: Context, grid: _Grid, field_id: str) -> str:
    found: Sequence[str] = [
        f"{name} {grid.counts[field_id, ags]}" for ags, name in grid.columns if grid.counts[field_id, ags]
    ]
    return listed(found) or context.words.text("heat.none")
