"""Mark the labels of a table without a head row as heads of their rows, so that they are read out with each value."""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(\d+) 0 obj\n(<</Type/StructElem/S/(Table|TBody|TR|TD)\b[^\n]*>>)\nendobj")
_KIDS = re.compile(rb"/K\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_TRAILER = re.compile(rb"trailer\n<<(.*)>>\nstartxref\n(\d+)\n%%EOF\s*$", re.DOTALL)
_FOOT, _ROWS = b"<</Type/StructElem/S/TFoot/", b"<</Type/StructElem/S/TBody/"
"""Rows that were set as a foot only to stay together are rows as all others; both names have the same length."""
_HEAD_OF_ROW = b"<</O/Table/Scope/Row>>"


def with_heads_of_rows(pdf: bytes) -> bytes:
    """Return the file with what is said anew about such tables added at its end, as the format provides for.

    WORKAROUND typst marks heads of rows only behind a switch that its library for Python lacks: remove when
    ``pdf.header-cell`` can be used.
    """
    pdf = pdf.replace(_FOOT, _ROWS)
    found = {int(number): (kind, text) for number, text, kind in _OBJECT.findall(pdf)}
    heads = [head for number, (kind, _) in found.items() if kind == b"Table" for head in _labels(number, found)]
    trailer = _TRAILER.search(pdf)
    if not heads or trailer is None:
        return pdf
    return pdf + _addition(len(pdf), {head: _as_head(found[head][1]) for head in sorted(heads)}, trailer)


def _labels(table: int, found: dict[int, tuple[bytes, bytes]]) -> list[int]:
    """Return the first cells of the rows of a table in which nothing is a head; none for any other table."""
    rows: list[int] = []
    for kid in _kids(table, found):
        rows += [kid] if _kind(kid, found) == b"TR" else _kids(kid, found) if _kind(kid, found) == b"TBody" else []
    cells = [_kids(row, found) for row in rows]
    if not all(_kind(cell, found) == b"TD" for row in cells for cell in row):
        return []
    return [row[0] for row in cells if len(row) > 1]


def _kind(number: int, found: dict[int, tuple[bytes, bytes]]) -> bytes:
    return found[number][0] if number in found else b""


def _kids(number: int, found: dict[int, tuple[bytes, bytes]]) -> list[int]:
    listed = _KIDS.search(found[number][1])
    return [int(kid) for kid in _REFERENCE.findall(listed.group(1))] if listed else []


def _as_head(cell: bytes) -> bytes:
    head = cell.replace(b"/S/TD", b"/S/TH", 1)
    if b"/A[" in head:
        return head.replace(b"/A[", b"/A[" + _HEAD_OF_ROW, 1)
    return head.removesuffix(b">>") + b"/A[" + _HEAD_OF_ROW + b"]>>"


def _addition(start: int, changed: dict[int, bytes], trailer: re.Match[bytes]) -> bytes:
    parts, places = [b"\n"], dict[int, int]()
    at = start + len(parts[0])
    for number, text in changed.items():
        written = b"%d 0 obj\n%s\nendobj\n" % (number, text)
        places[number] = at
        parts.append(written)
        at += len(written)
    table = b"0 1\n0000000000 65535 f\r\n" + b"".join(b"%d 1\n%010d 00000 n\r\n" % place for place in places.items())
    told = trailer.group(1) + b"/Prev " + trailer.group(2)
    return b"".join(parts) + b"xref\n%strailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (table, told, at)
