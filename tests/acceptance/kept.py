"""Bring what was printed into a form whose lines can be compared, and hold it against what is kept."""

from __future__ import annotations

import difflib
import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from pypdf import PdfReader

from kizdesk.writers.word.xml import W
from tests.writers.print.told import Element, Piece, id_of, shown, structure

COMMAND = "python -m pytest tests/acceptance/test_documents.py --update-acceptance"
_MOST_SHOWN = 200
_ROOT = re.compile(r"<w:document[^>]*>")
_PAGE = re.compile(r"(PAGEREF .*?separate.*?<w:t[^>]*>)\d+(</w:t>)")
_COUNTED = re.compile(r'(<w:bookmark(?:Start|End)|<wp:docPr|<pic:cNvPr) (w:)?id="\d+"')
_HEADING = re.compile(r"H(\d)")
_LINES = ("P", "Caption", "LI", "TOCI")
_UNENDED = re.compile(r"[^\s\-–/\u00ad\u200b]$")
_BESIDE_A_BLANK = re.compile(r" \| \s \| ")
"""A blank at which no line may end is drawn on its own."""


def hold(found: str, kept: Path, *, update: bool) -> None:
    """Fail with what differs from the kept lines; with ``update`` keep these instead."""
    if update:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(found, encoding="utf-8", newline="\n")
        return
    before = kept.read_text(encoding="utf-8") if kept.is_file() else ""
    if found == before:
        return
    lines = difflib.unified_diff(
        before.splitlines(), found.splitlines(), f"{kept.name} (kept)", f"{kept.name} (printed now)", lineterm="", n=1
    )
    told_lines = list(lines)
    rest = len(told_lines) - _MOST_SHOWN
    cut = [f"… and {rest} more lines"] if rest > 0 else []
    hint = f"If this is meant, run: {COMMAND}"
    pytest.fail("\n".join([*told_lines[:_MOST_SHOWN], *cut, "", hint]), pytrace=False)


def word_lines(docx: bytes) -> str:
    """Return ``document.xml`` as sound XML with a line for each paragraph and each row of a table.

    Left out are numbers that only count bookmarks and pictures, and estimated pages: they change with what is before.
    """
    with zipfile.ZipFile(BytesIO(docx)) as package:
        data = package.read("word/document.xml")
    root = _ROOT.search(data.decode())
    assert root is not None
    (body,) = etree.fromstring(data)
    known = re.compile("|".join(re.escape(f' xmlns:{prefix}="{uri}"') for prefix, uri in body.nsmap.items()))
    plain = (known.sub("", line) for child in body for line in _xml_lines(child))
    lines = [_PAGE.sub(r"\1…\2", _COUNTED.sub(r"\1", line)) for line in plain]
    return "\n".join([root.group(), "<w:body>", *lines, "</w:body>", "</w:document>", ""])


def _xml_lines(child: etree._Element) -> Iterator[str]:
    if child.tag != f"{{{W}}}tbl":
        yield _xml(child)
        return
    rows = child.findall(f"{{{W}}}tr")
    yield "<w:tbl>" + "".join(_xml(part) for part in child if part not in rows)
    yield from map(_xml, rows)
    yield "</w:tbl>"


def _xml(part: etree._Element) -> str:
    return etree.tostring(part, encoding="unicode", with_tail=False)


def pdf_lines(pdf: bytes) -> str:
    """Return what a PDF says page by page: a line for each paragraph and row; head and foot where they change.

    The lines are those of the structure, so they tell nothing of where a line of print ends.
    """
    reader = PdfReader(BytesIO(pdf), strict=True)
    said: dict[int, list[str]] = {}
    pieces = {id_of(page): list(shown(page, reader)) for page in reader.pages}
    for number, line in _spoken(structure(reader, pieces), 0):
        said.setdefault(number, []).append(line)
    lines: list[str] = []
    before: list[str] = []
    for count, page in enumerate(reader.pages, start=1):
        its = f"Seite {count} von {len(reader.pages)}"
        around = [line.replace(its, "Seite … von …") for line in _furniture(pieces[id_of(page)])]
        lines += [f"===== Seite {count} =====", *(around if around != before else []), *said.get(id_of(page), []), ""]
        before = around
    return "\n".join(line.rstrip() for line in lines)


def _furniture(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield the running head and the foot of a page."""
    for name, kind in (("Kopf", "/Header"), ("Fuß", "/Footer")):
        words = [text for properties, text in pieces if properties.get("/Subtype") == kind]
        yield f"[{name}: {_BESIDE_A_BLANK.sub(' ', ' | '.join(words))}]"


def _spoken(element: Element, before: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of an element with their pages; what has no text stands where the text before it stood."""
    page, *further = element.pages or [before]
    line = _line(element)
    if line is None:
        for part in element.elements:
            yield from _spoken(part, page)
            page = part.pages[-1] if part.pages else page
        return
    yield page, line
    for note in element.all("Note"):
        yield (note.pages or [page])[0], f"[Fußnote {_words(note)}]"
    for following in further:
        yield following, "[weiter von der vorigen Seite]"


def _line(element: Element) -> str | None:
    """Return the line that an element is, or None if its parts are lines."""
    heading = _HEADING.fullmatch(element.tag)
    if heading:
        return f"{'#' * int(heading.group(1))} {_words(element)}"
    if element.tag == "TR":
        return " | ".join(_words(cell) for cell in element.elements)
    if element.tag == "Figure":
        return f"[Bild: {element.alt}]"
    return _words(element) if element.tag in _LINES else None


def _words(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


def _pieces(element: Element) -> Iterator[str]:
    """Yield the words of an element; where a line ends that was ended on purpose, there is a stroke."""
    between = " " if element.tag == "Link" else " / "
    spoken = [part for part in element.parts if isinstance(part, str) or part.tag != "Note"]
    for part, following in pairwise([*spoken, ""]):
        yield part if isinstance(part, str) else _inner(part, element)
        if isinstance(part, str) and isinstance(following, str) and _UNENDED.search(part) and following.strip():
            yield between if following[:1].strip() else ""


def _inner(part: Element, element: Element) -> str:
    """Return the words of an element within a line; the number of a note stands in brackets."""
    words = "".join(_pieces(part))
    if part.tag != "Lbl":
        return words
    return f"{words} " if element.tag in ("LI", "Note") else f"[{words}]"
