"""Find words in the pages of the preview, one place after the other."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QModelIndex, QObject, QTimer, Signal, Slot
from PySide6.QtPdf import QPdfSearchModel

from kizdesk.project.output.preview import Spot
from kizdesk.ui.preview.view import PdfPages

_REST_MS = 250
"""So long nobody typed before the search begins."""
_TURN_MS = 8
"""So long pages are searched in one turn; Qt by itself would take a tenth of a second for each page."""


class Finder(QObject):
    """Search in the document that a view shows."""

    counted = Signal(int, int, int)
    """Which hit is chosen, from 1, or 0, how many there are, and how many pages are still to be searched."""

    def __init__(self, view: PdfPages) -> None:
        super().__init__(view)
        self._view = view
        self._words = ""
        self._current = -1
        self._goes = False
        """The first hit from here on is wanted as soon as it is known."""
        self._model = QPdfSearchModel(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._page = 0
        """The page, from 0, that is searched next."""
        self._on = QTimer(self)
        self._on.setSingleShot(True)
        self._on.timeout.connect(self._search_on)
        self._model.countChanged.connect(self._count)
        view.setSearchModel(self._model)

    @property
    def current(self) -> Spot | None:
        """Return where the chosen hit is."""
        if not 0 <= self._current < self._model.rowCount(QModelIndex()):
            return None
        link = self._model.resultAtIndex(self._current)
        return Spot(link.page() + 1, link.location().y())

    @Slot(str)
    def look_for(self, words: str) -> None:
        """Search for other words, a moment after the last key."""
        self._words = words.strip()
        self._rest.start()

    def follow(self) -> None:
        """Search in the document shown now; nobody is moved by that."""
        self._current, self._page = -1, 0
        self._model.setDocument(self._view.pdf)
        self._search_all()

    def step(self, by: int) -> None:
        """Go to the next hit or the one before, around the ends."""
        if self._rest.isActive():
            self._rest.stop()
            self._begin()
            return
        count = self._found()
        if not count:
            return
        if self._current < 0:
            self._current = self._from_here() if by > 0 else self._from_here() - 1
        else:
            self._current += by
        self._show(self._current % count)

    @Slot()
    def _begin(self) -> None:
        self._current, self._page, self._goes = -1, 0, bool(self._words)
        if self._model.document() is not self._view.pdf:
            self._model.setDocument(self._view.pdf)
        self._model.setSearchString(self._words)
        self._view.setCurrentSearchResultIndex(-1)
        self._search_all()

    def _search_all(self) -> None:
        """Search page by page, from the first one."""
        self._on.start()
        self._count()

    @property
    def _left(self) -> int:
        return max(self._view.pdf.pageCount() - self._page, 0)

    @Slot()
    def _search_on(self) -> None:
        """Search as many pages as nobody notices, and go on in the next turn."""
        clock = QElapsedTimer()
        clock.start()
        while self._words and self._left and clock.elapsed() < _TURN_MS:
            self._model.resultsOnPage(self._page)
            self._page += 1
        if self._words and self._left:
            self._on.start()
        else:
            self._page = self._view.pdf.pageCount()
            self._go_to_first()
            self._count()

    @Slot()
    def _count(self) -> None:
        count = self._found()
        if self._goes and count:
            first = self._from_here()
            if first < count:
                self._goes = False
                self._show(first)
        self.counted.emit(self._current + 1, count, self._left)

    def _go_to_first(self) -> None:
        """Go to the beginning, as there is nothing from here on."""
        if self._goes and self._found():
            self._goes = False
            self._show(0)

    def _show(self, index: int) -> None:
        self._current = index
        self._view.setCurrentSearchResultIndex(index)
        spot = self.current
        if spot is not None and not self._view.sees(spot):
            self._view.show_spot(spot, within=True)
        self.counted.emit(index + 1, self._found(), self._left)

    def _from_here(self) -> int:
        """Return the first hit that is not before what is seen."""
        here = self._view.spot
        for index in range(self._found()):
            link = self._model.resultAtIndex(index)
            if (link.page() + 1, link.location().y()) >= (here.page, here.top):
                return index
        return self._found()

    def _found(self) -> int:
        return self._model.rowCount(QModelIndex()) if self._words else 0
