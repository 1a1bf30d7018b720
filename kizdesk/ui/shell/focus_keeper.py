"""Keep the focus on the page when what had it vanishes or cannot be pressed any more."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from kizdesk.ui.shell.header import ActionButton, Header
from kizdesk.ui.shell.navigator import Navigator
from kizdesk.ui.shell.said import JobLine
from kizdesk.ui.widgets.search import SearchField
from kizdesk.ui.widgets.stops import in_reading_order, line_and_column, stops


class FocusKeeper(QObject):
    """Find the place where somebody goes on: what the page says, the same button, or what stands nearest.

    Qt would go to the next widget in the order of Tab, which may be the tabs, or a button that does something else.
    """

    def __init__(self, navigator: Navigator, header: Header, job_line: JobLine, shell: QWidget) -> None:
        super().__init__(shell)
        self._shell, self._navigator, self._header, self._job_line = shell, navigator, header, job_line
        self._place = (0, 0)
        self._was_button = False
        self._above: tuple[QWidget, ...] = ()
        self._action: QAction | None = None
        self._soon, self._later = QTimer(self), QTimer(self)
        for timer, act in ((self._soon, self._settle), (self._later, self._look)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(act)
        job_line.turned.connect(self._settle)

    def begin(self) -> None:
        """Watch for what is destroyed while it has the focus."""
        handle = self._shell.window().windowHandle()
        if handle is not None:
            handle.focusObjectChanged.connect(self._look_later)

    def catch(self) -> bool:
        """Hold the focus until all is at rest if what had it is gone; False if somebody moves it."""
        lost = QApplication.focusWidget()
        if lost is None or not self._shell.isVisible() or not self._shell.isAncestorOf(lost):
            return False
        if lost.isVisibleTo(self._shell) and lost.isEnabled():
            return False
        self._note(lost)
        if not self._job_line.isAncestorOf(lost):
            self._action = lost.action if isinstance(lost, ActionButton) else None
        self._hold()
        return True

    def enter(self) -> None:
        """Go from what leads to a page onto the page: to where somebody was last, or nearest to it."""
        self._above, self._action = (), None
        page = self._navigator.page
        last = page.focusWidget() if page is not None else None
        if last is not None and last is not page and not _can_have_it(last):
            self._note(last)
        self._hold()

    def _note(self, lost: QWidget) -> None:
        """Note where something stands, to find what is nearest to it."""
        self._was_button = isinstance(lost, QAbstractButton)
        self._place = line_and_column(lost, self._shell)
        self._above = tuple(_upwards(lost, self._shell))

    def _hold(self) -> None:
        self._navigator.stack.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def _look_later(self) -> None:
        if QApplication.focusWidget() is None:
            self._later.start()

    def _look(self) -> None:
        if QApplication.focusWidget() is None and self._shell.isVisible() and self._shell.isActiveWindow():
            self.enter()

    def _settle(self) -> None:
        page = self._navigator.page
        if page is None or QApplication.focusWidget() is not self._navigator.stack:
            return
        if self._job_line.is_busy:
            self._job_line.take_focus()
            return
        found = page.place_to_go_on() or self._same_button() or self._nearest(page) or _place_on(page) or page
        found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _same_button(self) -> QWidget | None:
        made = None if self._action is None or not isValid(self._action) else self._header.button_of(self._action)
        return made if _can_have_it(made) else None

    def _nearest(self, page: QWidget) -> QWidget | None:
        """Return what stands nearest to what is gone; from a button to no other one of its row."""
        holders = [holder for holder in self._above if isValid(holder) and page.isAncestorOf(holder)]
        shown = _shown_on(page)
        after = [stop for stop in shown if line_and_column(stop, self._shell) >= self._place]
        shown = [*after, *reversed([stop for stop in shown if stop not in after])]
        for level, holder in enumerate(holders):
            found = [stop for stop in shown if holder.isAncestorOf(stop)]
            other = [stop for stop in found if not isinstance(stop, QAbstractButton)]
            if self._was_button and (other or level == 0):
                found = other
            if found:
                return found[0]
        return None


def _place_on(page: QWidget) -> QWidget | None:
    """Return where somebody was last on a page, or where there is something to fill in or to choose."""
    last = page.focusWidget()
    if last is not page and _can_have_it(last):
        return last
    found = _shown_on(page)
    fitting = [stop for stop in found if not isinstance(stop, QAbstractButton | SearchField)]
    return next(iter(fitting or found), None)


def _upwards(widget: QWidget, top: QWidget) -> Iterator[QWidget]:
    """Yield what holds a widget, up to the top."""
    holder = widget.parentWidget()
    while holder is not None and holder is not top:
        yield holder
        holder = holder.parentWidget()


def _shown_on(page: QWidget) -> list[QWidget]:
    """Return where the focus can go on a page, as it is read."""
    return in_reading_order([stop for stop in stops(page) if stop is not page and _can_have_it(stop)], page)


def _can_have_it(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible() and widget.isEnabled()
