"""Have documents printed by another process, which keeps what it set and ends when it holds too much."""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final, Self
from zlib import compress, decompress

from kizdesk.children import command_of
from kizdesk.children.asked import Asked, GoneError, NoProcessError, TooSlowError
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.writers.press.files import packed
from kizdesk.writers.print.sheets import Sheets

MOST_HELD: Final = 600 << 20
"""Bytes that the process may keep from print to print; above, another one does the next."""
_GROWTH: Final = 1.25
"""A document that needs more by itself may grow so far: to begin anew with each print would help nobody."""
_MOST: Final = 1500 << 20
_MOST_PER_BYTE: Final = 600
"""Bytes at which the system ends it: so many, or so many for each byte of a large document."""
_SLACK: Final = 1.25
"""A process for a large document may hold so much more, so that it grows without another process."""
_SECONDS: Final = 300.0
_BEAT: Final = 0.05
_COMMAND = command_of("kizdesk.writers.press.child")
_ABORTED = (
    "Der Druck ist abgebrochen, vielleicht fehlt dem Rechner Arbeitsspeicher. "
    "Bitte andere Programme schließen und es noch einmal versuchen."
)
_ENDED = "the process that prints ended with an error, twice"
Beat = Callable[[], None]


class Unprintable(RuntimeError):
    """Report a bug: the document does not fulfil what its PDF promises."""


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """Be where a block begins: its id, its page from 1, and how far below the page's upper edge, in points."""

    block_id: str
    page: int
    top: float


class Printed:
    """Be a document in print; ``places`` are in the order of the document, and none if they were not asked for."""

    def __init__(self, pdf: bytes, places: tuple[BlockPlace, ...]) -> None:
        self._held = pdf, False
        self.places = places

    @property
    def pdf(self) -> bytes:
        """Return the file."""
        data, is_packed = self._held
        return decompress(data) if is_packed else data

    def pack(self) -> None:
        """Take a quarter of the room while nobody looks; this takes long, and any thread may do it."""
        data, is_packed = self._held
        if not is_packed:
            self._held = compress(data, 1), True

    @property
    def pages(self) -> int | None:
        """Return how many pages there are."""
        found = _PAGES.search(self.pdf)
        return int(found.group(1)) if found else None

    def block_at(self, page: int, top: float) -> str:
        """Return the block that is printed at a height of a page, in points; empty on cover and contents."""
        spots = [(place.page, place.top) for place in self.places]
        at = bisect_right(spots, (page, top + _ABOVE))
        return self.places[at - 1].block_id if at else ""

    def place_of(self, block_id: str) -> BlockPlace | None:
        """Return where a block begins, or None if it is not printed."""
        return next((place for place in self.places if place.block_id == block_id), None)


_PAGES: Final = re.compile(rb"/Type/Pages/Count (\d+)")
_ABOVE: Final = 3.0
"""A click may be a little above the first line and still mean it."""


class PrintLane:
    """Print one document at a time in another process, which starts at once; it may be asked from any thread."""

    def __init__(self, most_held: int = MOST_HELD) -> None:
        self._most_held = most_held
        self._lock = threading.Lock()
        self._limit = _MOST
        self._asked = Asked(_COMMAND, {"memory": _MOST}, "print")
        self._known: frozenset[str] = frozenset()
        self._held = self._needed = 0
        self._asked.begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def held(self) -> int:
        """Return the bytes that the process held before its last print; 0 if nobody knows."""
        return self._held

    def request(
        self,
        sheets: Sheets,
        *,
        printed: datetime | None = None,
        beat: Beat | None = None,
        places: bool = True,
        looked_at: bool = False,
    ) -> Printed:
        """Return the document in print; ``beat`` is called meanwhile and may raise when nobody wants it any more.

        What is only ``looked_at`` is made sooner: it lacks heads of rows for screen readers, and looks the same.

        Raises EnvironmentFault where no process can be had or it is ended by the system, Unprintable for a bug.
        """
        wish = {"printed": (printed or datetime.now(UTC)).isoformat(), "places": places, "looked_at": looked_at}
        alive = beat or _nothing
        alive()
        while not self._lock.acquire(timeout=_BEAT):
            alive()
        try:
            answer, pdf = self._answer(sheets, wish, alive)
        finally:
            self._lock.release()
        if "fault" in answer:
            raise Unprintable(answer["fault"])
        ids = dict(sheets.blocks)
        return Printed(pdf, tuple(BlockPlace(ids[mark], page, top) for mark, page, top in answer["places"]))

    def close(self) -> None:
        """End the process, and print no more."""
        self._asked.close()

    def _answer(self, sheets: Sheets, wish: dict[str, Any], beat: Beat) -> tuple[dict[str, Any], bytes]:
        needed = _most_for(sheets)
        if needed > self._limit:
            self._limit = int(_SLACK * needed)
            self._begin_anew()
        elif self._held > max(self._most_held, _GROWTH * self._needed):
            self._begin_anew()
        try:
            answer, pdf = self._exchanged(sheets, wish, beat)
        except GoneError:  # what it held may have been too much: a new one has room
            self._begin_anew()
            answer, pdf = self._once_more(sheets, wish, beat)
        self._held, before = answer.get("memory", 0), self._held
        if before and not self._needed:
            self._needed = self._held
        return answer, pdf

    def _once_more(self, sheets: Sheets, wish: dict[str, Any], beat: Beat) -> tuple[dict[str, Any], bytes]:
        try:
            return self._exchanged(sheets, wish, beat)
        except GoneError as fault:
            self._begin_anew()
            if fault.is_bug:
                raise Unprintable(_ENDED) from fault
            raise EnvironmentFault(_ABORTED) from fault

    def _exchanged(self, sheets: Sheets, wish: dict[str, Any], beat: Beat) -> tuple[dict[str, Any], bytes]:
        """Send what the process lacks; it says so if it is another one than we believe."""
        try:
            while True:
                listed, body = packed(sheets.files, self._known)
                answer, pdf = self._asked.ask({**wish, "files": listed}, body, seconds=_SECONDS, beat=beat)
                if "lacking" not in answer:
                    self._known = frozenset(digest for _, digest, _ in listed)
                    return answer, pdf
                self._known = frozenset()
        except (NoProcessError, TooSlowError) as fault:
            self._begin_anew()
            raise EnvironmentFault(_ABORTED) from fault

    def _begin_anew(self) -> None:
        self._asked.end()
        self._asked.begin({"memory": self._limit})
        self._known, self._held, self._needed = frozenset(), 0, 0


def _most_for(sheets: Sheets) -> int:
    """Return how many bytes a process may hold that prints this."""
    return max(_MOST, _MOST_PER_BYTE * sum(map(len, sheets.files.values())))


def _nothing() -> None:
    """Go on."""
