"""Be the process that prints: it hears files, says the PDF, and has nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from kizdesk.children import own_pipes
from kizdesk.children.bounds import confine
from kizdesk.children.usage import memory_giver, memory_reader
from kizdesk.children.wire import Wire
from kizdesk.writers.press.files import Held
from kizdesk.writers.press.press import Press


class Child:
    """Answer one wish after the other."""

    def __init__(self, wire: Wire, press: Press) -> None:
        self._wire, self._press = wire, press
        self._held = Held()
        self._memory: Callable[[], int] = memory_reader()
        self._give: Callable[[], None] = memory_giver()

    def serve(self) -> None:
        """Print until nobody asks any more."""
        while True:
            try:
                wish, body = self._wire.receive()
            except EOFError:
                return
            self._wire.send(*self._answer(wish, body))
            self._give()
            if self._press.forget(self._memory()):
                self._give()

    def _answer(self, wish: Any, body: bytes) -> tuple[object, bytes]:
        memory = self._memory()
        files = self._held.taken(wish["files"], body)
        if files is None:
            return {"lacking": True}, b""
        try:
            pdf = self._press.pdf(files, datetime.fromisoformat(wish["printed"]), looked_at=wish["looked_at"])
            places = self._press.places(files) if wish["places"] else []
        except RuntimeError as fault:
            return {"fault": str(getattr(fault, "diagnostic", fault))}, b""
        found = [(place.mark, place.page, place.top) for place in places]
        return {"places": found, "memory": memory}, pdf


def main() -> None:
    """Serve the process that started this one."""
    wire = Wire(*own_pipes())
    try:
        limits, _ = wire.receive()
        child = Child(wire, Press())
        confine(limits["memory"], written=True)
        wire.send("ready")
        child.serve()
    except (EOFError, OSError):
        return
