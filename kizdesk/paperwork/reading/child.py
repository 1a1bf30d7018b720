"""Be the process that reads: take bytes, answer with a form or a reason, and end with the one that started it."""

from __future__ import annotations

import gc
import logging
import sys
from typing import Any

from kizdesk.children import own_pipes
from kizdesk.children.bounds import confine
from kizdesk.children.wire import Wire
from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.limits import Limits
from kizdesk.paperwork.reading.outcome import Refusal

OUT_OF_MEMORY = 3
"""How this process ends when even the answer does not fit any more."""


def main() -> None:
    """Serve the process that started this one."""
    logging.disable(logging.CRITICAL)
    wire = Wire(*own_pipes())
    head, _ = wire.receive()
    limits = Limits(**head)
    confine(limits.memory)
    gc.freeze()
    gc.disable()
    wire.send("ready")
    try:
        _serve(wire, limits)
    except (EOFError, OSError):
        return
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


def _serve(wire: Wire, limits: Limits) -> None:
    while True:
        _, content = wire.receive()
        wire.send(_answer(content, limits))
        del content
        gc.collect()


def _answer(content: bytes, limits: Limits) -> Any:
    try:
        form = read_form(content, limits=limits)
    except Refusal as refusal:
        return {"reason": refusal.reason, "clues": refusal.clues}
    return {"identity": form.identity.texts(), "values": form.values, "doubtful": form.doubtful}
