"""Keep the view showing what is wished for: pages are drawn one at a time, and only the last wish counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QSize, QSizeF, QTimer, Signal, Slot

from kizdesk.domain.interviews import Attachment
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.scans import scan_bytes
from kizdesk.ui.jobs import Job, Progress, Refusal
from kizdesk.ui.pages.interview.scan.drawer import Drawer, Drawn, Wish
from kizdesk.ui.pages.interview.scan.fitting import Fit, Look, stepped, zoom_of, zoomed
from kizdesk.ui.pages.interview.scan.view import PageView

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_LONG = 300
"""Milliseconds after which it is said that a page is being drawn."""


class Showing(QObject):
    """Hold which page of which attachment is looked at and how."""

    changed = Signal()
    """Pages, page, zoom or look are others now."""
    refused = Signal(str)
    """Why nothing can be shown; an empty sentence when something is shown."""
    waiting = Signal(str)
    """What takes long; nothing when it came."""

    def __init__(self, session: Session, view: PageView, drawer: Drawer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._view, self._drawer = session, view, drawer
        self.file: Attachment | None = None
        self.look = Look()
        self.pages = 0
        self._size: QSizeF | None = None
        self._from_end: bool | None = False
        self._job: Job | None = None
        self._asked: Wish | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_LONG)
        self._slow.timeout.connect(self._tell_waiting)
        view.resized.connect(self._fit)
        view.appeared.connect(self._wish)
        view.left.connect(self.rest)
        session.closing.connect(self.rest)

    @property
    def zoom(self) -> float:
        """Return how much the page is zoomed."""
        return self.look.zoom if self._size is None else zoom_of(self.look, self._size, self._view.room)

    def show_file(self, file: Attachment | None, look: Look, *, from_end: bool = False) -> None:
        """Show an attachment as it shall be looked at, or nothing."""
        self.file, self.look, self.pages, self._size, self._asked = file, look, 0, None, None
        self._from_end = from_end
        self._view.clear()
        if self._job is not None:
            self._job.cancel()
        self.refused.emit("")
        self._tell()

    def turn_to(self, page: int, *, from_end: bool = False) -> None:
        """Show another page, from its beginning or its end."""
        if self.file is not None and 0 <= page < self.pages and page != self.look.page:
            self.look, self._from_end = replace(self.look, page=page), from_end
            self.refused.emit("")
            self._tell()

    def zoom_by(self, steps: float, anchor: QPointF | None = None) -> None:
        """Show the page nearer or farther; what is at the anchor stays there."""
        if self._size is not None:
            self.look = replace(self.look, fit=Fit.CHOSEN, zoom=stepped(self.zoom, steps))
            self._resize(anchor or self._view.middle)

    def fit(self, fit: Fit) -> None:
        """Fit the page into its room."""
        self.look = replace(self.look, fit=fit, zoom=self.zoom)
        self._resize(self._view.middle)

    def turn(self, degrees: int) -> None:
        """Turn all pages."""
        self.look, self._from_end = replace(self.look, turn=(self.look.turn + degrees) % 360), False
        self.refused.emit("")
        self._tell()

    @Slot()
    def rest(self) -> None:
        """Let the second process go until something is to be drawn again."""
        if self._job is not None:
            self._job.cancel()
            self._asked = None
        self._drawer.rest()

    def _resize(self, anchor: QPointF) -> None:
        if self._size is not None:
            self._view.set_size(zoomed(self._size, self.zoom), anchor)
        self._tell()

    @Slot()
    def _fit(self) -> None:
        if self._size is not None and self.look.fit is not Fit.CHOSEN:
            self._view.set_size(zoomed(self._size, self.zoom))
            self.changed.emit()
        self._wish()

    def _tell(self) -> None:
        self.changed.emit()
        self._wish()

    @Slot()
    def _wish(self) -> None:
        """Have the page drawn unless it is; while one is drawn, the next has to wait."""
        if self.file is None or not self._view.isVisible() or self._job is not None:
            return
        wish = Wish(self.file.sha256, self.look, self._room(), self._view.devicePixelRatioF())
        if wish == self._asked:
            return
        self._asked = wish
        work = partial(_draw, self._drawer, wish, self._session.project.pinned(), self.file.id)
        self._slow.start()
        self._job = self._session.jobs.run(work, self._come, failed=partial(self._refuse, wish))
        self._job.ended.connect(self._over)

    @Slot()
    def _tell_waiting(self) -> None:
        self.waiting.emit(self.tr("Die Seite wird gezeichnet …"))

    def _room(self) -> QSize:
        """Return the room as far as the page depends on it."""
        room = self._view.room
        return {Fit.WIDTH: QSize(room.width(), 1), Fit.PAGE: room, Fit.CHOSEN: QSize(1, 1)}[self.look.fit]

    @Slot()
    def _over(self) -> None:
        """Make room for the next wish, which is looked at when what was drawn has been shown."""
        self._job = None
        self._slow.stop()
        self.waiting.emit("")
        QTimer.singleShot(0, self._wish)

    def _come(self, drawn: Drawn) -> None:
        now, then = self.look, drawn.wish.look
        if self.file is None or self.file.sha256 != drawn.wish.sha256 or (now.page, now.turn) != (then.page, then.turn):
            return
        self.pages = drawn.pages
        if drawn.page != now.page:  # there are fewer pages than somebody wished for
            self.look = replace(now, page=drawn.page)
            self._asked = replace(drawn.wish, look=replace(then, page=drawn.page))
        self._size = drawn.size
        if drawn.image is None or drawn.size is None:
            self._view.clear()
        else:
            size = zoomed(drawn.size, zoom_of(self.look, drawn.size, self._view.room))
            self._view.show_page(drawn.image, size, from_end=self._from_end)
            self._from_end = None
        self.changed.emit()
        self.refused.emit(drawn.refusal)

    def _refuse(self, wish: Wish, refusal: Refusal) -> None:
        if self.file is not None and self.file.sha256 == wish.sha256:
            self._asked = replace(wish, look=self.look, room=self._room())
            self.refused.emit(str(refusal))


def _draw(drawer: Drawer, wish: Wish, project: OpenProject, attachment_id: str, progress: Progress) -> Drawn:
    load: Callable[[], bytes] = partial(scan_bytes, project, attachment_id)
    return drawer.draw(wish, load, progress)
