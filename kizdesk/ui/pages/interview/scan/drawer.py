"""Have pages of foreign files drawn by a second process, and say why when that is not possible."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

from kizdesk.children import command_of
from kizdesk.children.asked import Asked, GoneError, NoProcessError, TooSlowError
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.jobs import Progress
from kizdesk.ui.pages.interview.scan.faults import Fault, SheetError
from kizdesk.ui.pages.interview.scan.fitting import Look, turned, zoom_of, zoomed
from kizdesk.ui.pages.interview.scan.refusing import Place, no_process, sentence

COMMAND: Final = command_of("kizdesk.ui.pages.interview.scan.child")
_SECONDS: Final = 10.0
_MEMORY: Final = 700 << 20
_DOT: Final = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """Be what shall be drawn: a file by its SHA-256, how it is looked at, the room for it, and dots per pixel."""

    sha256: str
    look: Look
    room: QSize
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """Be what became of a wish: the picture, or the sentence why there is none; the size is that of the turned page."""

    wish: Wish
    pages: int
    page: int
    size: QSizeF | None = None
    image: QImage | None = None
    refusal: str = ""


class Drawer:
    """Ask the process for one page after the other; it is called in the threads of jobs."""

    def __init__(self, command: tuple[str, ...] = COMMAND, seconds: float = _SECONDS, memory: int = _MEMORY) -> None:
        self._command, self._seconds, self._limits = command, seconds, {"memory": memory}
        self._lock = threading.Lock()
        self._asked: Asked | None = None
        self._opened, self._pages = "", 0
        self._tired = False

    def draw(self, wish: Wish, load: Callable[[], bytes], progress: Progress) -> Drawn:
        """Return the page that is wished for, or the last one if there are fewer; raises UserError for a bad file."""
        self._tired = False
        try:
            with self._lock:
                return self._drawn(wish, load, partial(progress, "", 0.0))
        finally:
            if self._tired:
                self.rest()

    def fault_of(self, data: bytes, sha256: str, progress: Progress) -> str:
        """Return why a file cannot be shown; its first page is drawn for that."""
        try:
            return self.draw(Wish(sha256, Look(), QSize(100, 100)), lambda: data, progress).refusal
        except UserError as refusal:
            return str(refusal)

    def rest(self) -> None:
        """End the process until something is wished for again; one that works ends with its work."""
        self._tired = True
        if self._lock.acquire(blocking=False):
            self._end()
            self._lock.release()

    def _drawn(self, wish: Wish, load: Callable[[], bytes], beat: Callable[[], None]) -> Drawn:
        try:
            return self._page(wish, load, beat)
        except UserError:
            raise
        except NoProcessError as fault:
            self._end()
            raise EnvironmentFault(no_process()) from fault
        except BaseException:
            self._end()
            raise

    def _page(self, wish: Wish, load: Callable[[], bytes], beat: Callable[[], None]) -> Drawn:
        beat()
        if self._asked is None:
            self._asked, self._opened = Asked(self._command, self._limits, "vorlage"), ""
        if not self._opened or self._opened != wish.sha256:
            self._open(wish, load(), beat)
        pages = self._pages
        page = max(0, min(wish.look.page, pages - 1))
        try:
            size = turned(self._size_of(page, beat), wish.look.turn)
            dots = zoomed(size, zoom_of(wish.look, size, wish.room) * wish.ratio)
            return Drawn(wish, pages, page, size, self._image_of(page, wish.look.turn, dots, beat))
        except SheetError as refused:
            place = Place.PAGE if pages > 1 else Place.FILE
            return Drawn(wish, pages, page, refusal=sentence(refused, place))

    def _open(self, wish: Wish, data: bytes, beat: Callable[[], None]) -> None:
        self._opened = ""
        try:
            told, _ = self._ask({"do": "open"}, beat, data)
            self._pages = _whole(told, "pages")
        except SheetError as refused:
            raise UserError(sentence(refused, Place.FILE)) from refused
        self._opened = wish.sha256

    def _size_of(self, page: int, beat: Callable[[], None]) -> QSizeF:
        told, _ = self._ask({"do": "size", "page": page}, beat)
        match told:
            case {"size": [int() | float() as width, int() | float() as height]}:
                return QSizeF(width, height)
        raise SheetError(Fault.DAMAGED)

    def _image_of(self, page: int, turn: int, size: QSize, beat: Callable[[], None]) -> QImage:
        asked = size.transposed() if turn % 180 else size
        wish = {"do": "draw", "page": page, "turn": turn, "size": [asked.width(), asked.height()]}
        told, dots = self._ask(wish, beat)
        width, height, line = (_whole(told, name) for name in ("width", "height", "line"))
        if line < width or len(dots) != line * height * _DOT:
            raise SheetError(Fault.DAMAGED)
        return QImage(dots, width, height, line * _DOT, QImage.Format.Format_RGB32).copy()

    def _ask(self, head: object, beat: Callable[[], None], data: bytes = b"") -> tuple[Any, bytes]:
        if self._asked is None:
            raise SheetError(Fault.DAMAGED)
        try:
            told, dots = self._asked.ask(head, data, seconds=self._seconds, beat=beat)
        except TooSlowError as fault:
            self._opened = ""
            raise SheetError(Fault.TOO_SLOW) from fault
        except GoneError as fault:
            self._opened = ""
            raise SheetError(Fault.TOO_MUCH) from fault
        match told:
            case {"fault": str() as named, "size": [int() as width, int() as height]} if named in set(Fault):
                raise SheetError(Fault(named), (width, height))
        return told, dots

    def _end(self) -> None:
        asked, self._asked, self._opened = self._asked, None, ""
        if asked is not None:
            asked.close()


def _whole(told: Any, name: str) -> int:
    """Return a number above zero that the process told; what talks nonsense is not believed."""
    found = told.get(name) if isinstance(told, dict) else None
    if type(found) is not int or found < 1:
        raise SheetError(Fault.DAMAGED)
    return found
