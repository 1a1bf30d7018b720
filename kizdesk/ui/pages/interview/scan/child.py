"""Be the process that opens foreign files: take bytes, answer with drawn pages, and end with the one that asks."""

from __future__ import annotations

import logging
import sys
from typing import Any, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QTransform

from kizdesk.children import own_pipes
from kizdesk.children.bounds import confine
from kizdesk.children.wire import Wire
from kizdesk.ui.pages.interview.scan.faults import SheetError
from kizdesk.ui.pages.interview.scan.sheets import MOST_DOTS, Opener, Sheets, within

OUT_OF_MEMORY: Final = 3
"""How this process ends when even the answer does not fit any more."""
_LINE: Final = 4
"""Bytes of a dot."""


def main() -> None:
    """Serve the process that started this one."""
    logging.disable(logging.CRITICAL)
    wire = Wire(*own_pipes())
    head, _ = wire.receive()
    confine(head["memory"], written=True)
    wire.send("ready")
    try:
        _serve(wire)
    except (EOFError, OSError):
        return
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def _serve(wire: Wire) -> None:
    opener = Opener()
    sheets: Sheets | None = None
    while True:
        wish, data = wire.receive()
        try:
            if wish["do"] == "open":
                sheets = None
                sheets = opener.open(data)
                wire.send({"pages": sheets.count})
            elif sheets is not None:
                wire.send(*_answer(sheets, wish))
        except SheetError as refused:
            wire.send({"fault": refused.fault, "size": refused.size})
        del data


def _answer(sheets: Sheets, wish: dict[str, Any]) -> tuple[object, bytes]:
    page = wish["page"]
    if wish["do"] == "size":
        size = sheets.size(page)
        return {"size": [size.width(), size.height()]}, b""
    image = sheets.drawn(page, within(QSize(*wish["size"]), MOST_DOTS))
    if wish["turn"]:
        image = image.transformed(QTransform().rotate(wish["turn"]))
    dots = bytes(image.constBits())
    return {"width": image.width(), "height": image.height(), "line": image.bytesPerLine() // _LINE}, dots
