"""Have the concept printed anew after each change, as long as somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from kizdesk.domain.base import kind_of
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.project.apart.here import Place, Plain
from kizdesk.project.memory import give_memory_back
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.preview import Content, Preview, Source, preview_content, short_preview_content
from kizdesk.project.output.printing import Printed, PrintLane, Sheets, Unprintable
from kizdesk.ui.jobs import Cancelled, Job, Progress, Refusal
from kizdesk.ui.session import Session

if TYPE_CHECKING:
    from kizdesk.ui.preview.document import ReadPdf

_REST_MS = 0
"""Changes of one turn are printed together; one that comes while they are gathered begins anew."""
_GIVE_MS = 500
"""So long after nobody looks any more, what pages and pictures took is given back."""
_KEPT_MS = 60_000
"""So long the process that prints is kept when nobody looks any more."""
_BUG = (
    "Die Vorschau ließ sich nicht herstellen. Im Projekt ist nichts verloren; unter „Ausgeben“ lässt sich die "
    "Word-Datei weiterhin erstellen."
)


class Press(Protocol):
    """Print; `PrintLane` does."""

    def request(self, sheets: Sheets, *, beat: Callable[[], None] | None = None, looked_at: bool = False) -> Printed:
        """Return a document in print."""

    def close(self) -> None:
        """Print no more."""


@dataclass(frozen=True, slots=True)
class _Printing:
    """Be one print: the content is gathered apart, and set by the process that prints."""

    apart: Place
    project: OpenProject
    press: Press
    gather: Callable[[OpenProject], Content]
    home: QThread
    gone: Event
    """Nobody wants any print now, as the project closes."""
    stale: Event
    """Something else was changed meanwhile."""

    def __call__(self, progress: Progress) -> tuple[Preview, ReadPdf] | None:
        """Return the preview and its pages; None if it was overtaken before it was worth setting."""
        content = self.apart.run(Plain(self.gather), self.project, progress)
        progress("", 0.0)
        if self.stale.is_set():
            return None
        try:
            printed = self.press.request(content.sheets, beat=self._alive, looked_at=True)
        except Unprintable as bug:
            raise EnvironmentFault(_BUG) from bug
        except RuntimeError:
            self._alive()
            raise
        from kizdesk.ui.preview.document import read_pdf

        return Preview(printed, content.sources, content.marks).indexed(), read_pdf(printed.pdf, self.home)

    def _alive(self) -> None:
        if self.gone.is_set():
            raise Cancelled


@dataclass(frozen=True, slots=True)
class _Packing:
    """Be the work of making small what nobody looks at."""

    preview: Preview

    def __call__(self, progress: Progress) -> None:
        progress("", 0.0)
        self.preview.printed.pack()
        give_memory_back()


def _nothing(_done: None) -> None:
    """Go on."""


class LivePrint(QObject):
    """Be the one who prints for all panes of a session: one print at a time, always of the newest content."""

    came = Signal(object)
    """The Preview of the present content."""
    began = Signal()
    """What is shown is not the present content any more."""
    refused = Signal(str)
    """Why there is no preview."""

    def __init__(self, session: Session, make: Callable[[], Press] = PrintLane) -> None:
        super().__init__(session)
        self._session, self._make = session, make
        self._press: Press | None = None
        self._gone = Event()
        self._watchers: set[QObject] = set()
        self._stale = Event()
        self._in_brief = self._is_fresh = self._is_closing = False
        self._job: Job | None = None
        self.preview: Preview | None = None
        """The newest one there is."""
        self._read: ReadPdf | None = None
        self.touched: set[Source] = set()
        """What was changed since then."""
        self._rest = self._timer(_REST_MS, self._print)
        self._kept = self._timer(_KEPT_MS, self._end_process)
        self._given = self._timer(_GIVE_MS, self._give_back)
        session.changed.connect(self._note)
        session.closing.connect(self.end)

    @classmethod
    def of(cls, session: Session) -> LivePrint:
        """Return the one of a session."""
        return session.findChild(cls) or cls(session)

    @property
    def is_fresh(self) -> bool:
        """Tell whether the preview shows the present content."""
        return self._is_fresh

    @property
    def in_brief(self) -> bool:
        """Tell whether the Kurzfassung is printed."""
        return self._in_brief

    def take_pages(self) -> ReadPdf | None:
        """Return the pages of the newest preview to whoever asks first."""
        read, self._read = self._read, None
        return read

    def watch(self, watcher: QObject, *, in_brief: bool) -> None:
        """Print for somebody who looks from now on, whole or as Kurzfassung."""
        self._kept.stop()
        self._given.stop()
        self._is_closing = False
        if not self._watchers:
            self.touched.clear()  # nobody saw it being typed
        self._watchers.add(watcher)
        self._session.is_watched = True
        if in_brief != self._in_brief:
            self._in_brief = in_brief
            self.preview = None
            self._spoil()
        if not self._is_fresh:
            self.began.emit()
            self._print()

    def leave(self, watcher: QObject) -> None:
        """Note that somebody does not look any more."""
        self._watchers.discard(watcher)
        if not self._watchers:
            self._session.is_watched = False
            self._rest.stop()
            self._kept.start()
            self._given.start()

    def again(self) -> None:
        """Print once more, as the last time did not work."""
        self._spoil()
        self.began.emit()
        self._print()

    @Slot()
    def end(self) -> None:
        """Print no more now; if the project stays open, the next who looks begins anew."""
        self._rest.stop()
        self._is_closing = True
        self._end_process()

    @Slot(object)
    def _note(self, changes: Sequence[Change]) -> None:
        self._is_closing = False
        self.touched |= {_source(change) for change in changes}
        self._spoil()
        if self._watchers:
            self.began.emit()
            self._rest.start()

    def _spoil(self) -> None:
        self._is_fresh = False
        if self._job is not None:
            self._stale.set()

    @Slot()
    def _print(self) -> None:
        if self._job is not None or not self._watchers:
            return
        self._rest.stop()
        self._stale = Event()
        if self._press is None:
            self._press = self._make()
        session = self._session
        gather = short_preview_content if self._in_brief else preview_content
        work = _Printing(
            session.apart, session.project.pinned(), self._press, gather, self.thread(), self._gone, self._stale
        )
        self._job = session.jobs.run(work, self._take, failed=self._refuse)
        self._job.ended.connect(self._end)

    @Slot()
    def _end(self) -> None:
        """Go on with what changed meanwhile; what was printed before that is thrown away."""
        job, self._job = self._job, None
        cancelled = job is not None and job.is_cancelled
        if (self._stale.is_set() or cancelled) and not self._is_closing:
            QTimer.singleShot(0, self, self._print)

    def _take(self, made: tuple[Preview, ReadPdf] | None) -> None:
        if made is None:
            return
        preview, self._read = made
        if not self._stale.is_set():
            self._is_fresh = True
            self.preview, before = preview, self.preview
            self.came.emit(before)
            self.touched.clear()
        left = self.take_pages()
        if left is not None:
            left.forget()
        if not self._watchers:  # it came too late for whoever looked
            self._given.start()

    def _refuse(self, refusal: Refusal) -> None:
        if not self._stale.is_set():
            self.refused.emit(str(refusal))

    @Slot()
    def _end_process(self) -> None:
        self._gone.set()
        self._gone = Event()
        press, self._press = self._press, None
        if press is not None:
            press.close()

    @Slot()
    def _give_back(self) -> None:
        """Hold what is left in little room, until somebody looks again."""
        if self.preview is not None:
            self._session.jobs.run(_Packing(self.preview), _nothing, key="preview.pack")
        else:
            give_memory_back()

    def _timer(self, rest: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(rest)
        made.timeout.connect(act)
        return made


def _source(change: Change) -> Source:
    if isinstance(change, Create):
        return kind_of(type(change.record)), change.record.id
    return kind_of(change.record_type), change.id
