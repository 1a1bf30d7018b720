"""Write a form as a fillable PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from kizdesk.paperwork import names
from kizdesk.paperwork.sheet import Part, Sheet, names_of
from kizdesk.paperwork.writing.cover import Place, closing_strips, cover_strips
from kizdesk.paperwork.writing.flow import Page, Strip, paginate
from kizdesk.paperwork.writing.margins import Margins
from kizdesk.paperwork.writing.paper import About, Paper
from kizdesk.paperwork.writing.questions import heading_of, part_strips


def write_sheet(sheet: Sheet) -> bytes:
    """Return a form as PDF with empty fields; the same form gives the same bytes.

    Raises ValueError when two fields have one name.
    """
    _refuse_doubles(sheet)
    places: dict[str, int] = {}
    strips = _strips(sheet, places)
    pages = paginate(strips)
    for number, page in enumerate(pages, start=1):
        places.update({strip.anchor: number for strip, _ in page.strips if strip.anchor})
    return _written(sheet, pages)


def _refuse_doubles(sheet: Sheet) -> None:
    found = Counter(name for entry in sheet.entries() for name in names_of(entry))
    doubles = [name.text for name, count in found.items() if count > 1]
    if doubles:
        raise ValueError(f"fields of one name: {doubles}")


def _strips(sheet: Sheet, places: dict[str, int]) -> list[Strip]:
    anchors = [f"part{index}" for index in range(len(sheet.parts))]
    strips = cover_strips(sheet, tuple(_listed(sheet.parts, anchors)), places.__getitem__)
    for part, anchor in zip(sheet.parts, anchors, strict=True):
        strips += part_strips(part, anchor)
    return strips + closing_strips(sheet)


def _listed(parts: Sequence[Part], anchors: Sequence[str]) -> Iterator[Place]:
    """Yield the sections with the places where they begin; numbered blocks that follow one another share a line."""

    def block(placed: tuple[Part, str]) -> str:
        part, anchor = placed
        return part.title.rpartition(" ")[0] if part.keep_together else anchor

    for _, group in groupby(zip(parts, anchors, strict=True), block):
        (first, anchor), *others = group
        end = f" bis {others[-1][0].title.rpartition(' ')[2]}" if others else ""
        yield Place(first.letter, f"{first.title}{end}", anchor)


def _written(sheet: Sheet, pages: list[Page]) -> bytes:
    identity = sheet.identity
    about = About(
        title=f"{sheet.title} – {identity.municipality_name}",
        subject=f"{sheet.guide_title or sheet.title}, Fassung {identity.guide_version}",
        author=", ".join(sheet.sender[:1]),
        written_on=identity.sent_on,
        properties=identity.texts(),
    )
    paper = Paper(about)
    margins = Margins(sheet, len(pages))
    headings = {f"part{index}": heading_of(part) for index, part in enumerate(sheet.parts)}
    section = ""
    for number, page in enumerate(pages, start=1):
        starts = [strip.anchor for strip, _ in page.strips if strip.anchor]
        begins_here = bool(page.strips) and bool(page.strips[0][0].anchor)
        margins.draw(paper, number, "" if begins_here else section)
        if number == 1:
            _put_identity(paper, sheet)
        for strip, top in page.strips:
            strip.draw(paper, top)
        section = headings[starts[-1]] if starts else section
        paper.showPage()
    return paper.finish()


def _put_identity(paper: Paper, sheet: Sheet) -> None:
    for key, text in sheet.identity.texts().items():
        paper.hidden_field(names.identity_field(key), text)
