"""Build pages when they are needed, show them, and find the way between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.ui.catalogue import PageEntry
from kizdesk.ui.page import Page
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.shell.remembering import remembered_as

_IDLE_MS = 120
_REST_MS = 1500
"""So long nobody pressed a key or a button before the next page is built."""
_LONGEST_WAY = 50
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class PageStack(QStackedWidget):
    """Show one page in the room there is.

    A page scrolls, so nobody need ask how high it would like to be: with each button that appears or goes beside the
    stack, all its text would be wrapped anew for that.
    """

    def hasHeightForWidth(self) -> bool:
        """Return that the width says nothing about the height."""
        return False


class Navigator(QObject):
    """Hold the pages of an open project and show one of them."""

    shown = Signal(object)
    """The PageEntry shown now."""
    turned = Signal()
    """Another page is shown than before."""
    used = Signal()
    """Somebody pressed a key or a button, or turned the wheel."""

    def __init__(self, session: Session, entries: Sequence[PageEntry], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._entries = tuple(entries)
        self._pages: dict[str, Page] = {}
        self._way: list[tuple[PageEntry, bool]] = []
        self._jumps = self._returns = False
        self.entry: PageEntry | None = None
        self.stack = PageStack(parent)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._prebuild)
        session.going.connect(self.go)

    @property
    def entries(self) -> tuple[PageEntry, ...]:
        """Return all pages in order."""
        return self._entries

    @property
    def page(self) -> Page | None:
        """Return the page shown."""
        return self._pages.get(self.entry.key) if self.entry else None

    @property
    def built(self) -> tuple[Page, ...]:
        """Return the pages that are loaded."""
        return tuple(self._pages.values())

    @property
    def origin(self) -> PageEntry | None:
        """Return the page from which somebody jumped here, or None if one came here step by step."""
        return self._way[-1][0] if self._way and self._way[-1][1] else None

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a page to go back to."""
        return bool(self._way) or self.neighbour(-1) is not None

    def tabs(self, step: Step) -> list[tuple[str, str]]:
        """Return keys and words of the tabs of a step."""
        own = [entry for entry in self._entries if entry.step is step]
        return [(entry.key, entry.tab) for entry in own if not entry.hidden or self._waits(entry)]

    def begin(self) -> None:
        """Show the page that was shown last, and build the others in idle moments."""
        memory, known = self._session.memory, {entry.key: entry for entry in self._entries}
        last, place = (memory.value(self._name(what), "") for what in ("page", "place"))
        if last not in known or (known[last].hidden and not place):
            last, place = self._entries[0].key, ""
        page = self.show(last)
        if place:
            page.open(place)
        self._way.clear()
        self._watch_input()
        self._idle.start()

    def end(self) -> None:
        """Build nothing any more, and remember what is shown."""
        self._idle.stop()
        if self.entry is not None and self.page is not None:
            self._session.memory.remember(self._name("page"), self.entry.key)
            self._session.memory.remember(self._name("place"), self.page.way_here())

    def go_on(self) -> None:
        """Build pages again after an end that was not one."""
        self._idle.start()

    def show(self, key: str) -> Page:
        """Show a page by its key; editors of the page before write what they hold."""
        entry = self._entry(key)
        page = self._built(entry)
        if entry is not self.entry:
            self._session.leaving.emit()
            self._note_way(entry)
            self.entry = entry
            self._session.memory.remember(self._name(entry.step.value), "" if entry.hidden else key)
            self._claim_for(page)
            self.stack.setCurrentWidget(page)
            self.turned.emit()
        self.shown.emit(entry)
        return page

    def show_step(self, step: Step) -> None:
        """Show the page of a step that was shown last, or its first one."""
        keys = [key for key, _ in self.tabs(step)]
        last = self._session.memory.value(self._name(step.value), "")
        if keys:
            self.show(last if last in keys else keys[0])

    def go(self, destination: Destination) -> None:
        """Show a destination, and the very place if it has one."""
        before, self._jumps = self._jumps, True
        self._go(destination)
        self._jumps = before

    def neighbour(self, by: int) -> PageEntry | None:
        """Return the page before or after in the order of all pages."""
        if self.entry is None:
            return None
        ways = [entry for entry in self._entries if not entry.hidden or entry is self.entry]
        index = ways.index(self.entry) + by
        return ways[index] if 0 <= index < len(ways) else None

    def move(self, by: int) -> None:
        """Go one page on in order, or back to where one came from; the page itself answers Zurück first."""
        if by < 0:
            self._returns = True
            self._go_back()
            self._returns = False
            return
        entry = self.neighbour(by)
        if entry is not None:
            self.show(entry.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Build no page while somebody types or clicks."""
        if event.type() in _INPUT:
            self.used.emit()
            if self._idle.isActive():
                self._idle.start(_REST_MS)
        return super().eventFilter(watched, event)

    def _go(self, destination: Destination) -> None:
        target = destination.target
        if target is None:
            page = self.show(destination.page)
            if destination.argument:
                page.open(destination.argument)
        elif destination.page:
            self.show(destination.page).reveal(target)
        else:
            self._reveal(target)

    def _go_back(self) -> None:
        page, entry = self.page, self.entry
        from_elsewhere = entry is not None and entry.hidden and self.origin is not None
        if not from_elsewhere and page is not None and page.go_back():
            return
        before = self._way[-1][0] if self._way else self.neighbour(-1)
        if before is not None:
            self.show(before.key)

    def _note_way(self, entry: PageEntry) -> None:
        """Note the page that is left; on the way back the steps up to the page that comes are forgotten."""
        if self._returns:
            places = [number for number, (known, _) in enumerate(self._way) if known is entry]
            if places:
                del self._way[places[-1] :]
        elif self.entry is not None:
            self._way.append((self.entry, self._jumps and self.entry.step is not entry.step))
            del self._way[:-_LONGEST_WAY]

    def _watch_input(self) -> None:
        handle = self.stack.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _reveal(self, target: Target) -> None:
        own = [entry for entry in self._entries if entry.step is target.step]
        first = next((entry for entry in own if target.kind in entry.kinds), own[0])
        page = self.show(first.key)
        if not page.reveal(target):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waits(self, entry: PageEntry) -> bool:
        page = self._pages.get(entry.key)
        return page is not None and page.has_tab()

    def _entry(self, key: str) -> PageEntry:
        return next(entry for entry in self._entries if entry.key == key)

    def _built(self, entry: PageEntry) -> Page:
        if entry.key not in self._pages:
            page = entry.load()(self._session, self.stack)
            page.setObjectName(f"page-{entry.key}")
            page.addActions(list(page.actions_shown()))
            main = page.main_action()
            if main is not None:
                page.addAction(main)
            self._pages[entry.key] = page
            page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self.stack.addWidget(page)
        return self._pages[entry.key]

    def _claim_for(self, shown: Page) -> None:
        """Let only the page shown claim room: one built ahead has not folded yet and would keep the window wide."""
        for page in self._pages.values():
            policy = QSizePolicy.Policy.Preferred if page is shown else QSizePolicy.Policy.Ignored
            page.setSizePolicy(policy, policy)

    def _prebuild(self) -> None:
        for entry in self._entries:
            if entry.key not in self._pages:
                self._built(entry)
                self._idle.start(_IDLE_MS)
                return

    def _name(self, what: str) -> str:
        return remembered_as(self._session.project.path, what)
