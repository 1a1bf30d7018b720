"""Put the columns of an interview side by side, and fold them where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.pages.interview.aside import Aside
from kizdesk.ui.pages.interview.card import QuestionCard
from kizdesk.ui.pages.interview.finder import Finder
from kizdesk.ui.pages.interview.sections import Sections
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SHARES = (21, 54, 25)
_BESIDE_SHARES = (49, 51)
_THREE_FROM, _TWO_FROM = 100, 66
"""Letters that there must be room for in three columns, and in two."""
_MORE_BESIDE = 28
"""So many more beside a scan, where looking to and fro is easiest at a question that stands alone."""
_QUESTION, _SCAN = 57, 36
"""Letters that a question and a scan beside it need at least; where there is less, they stand one below the other."""


class Frame(QWidget):
    """Be the three columns; the finder takes the place of the question while it is used."""

    def __init__(
        self,
        session: Session,
        sections: Sections,
        card: QuestionCard,
        finder: Finder,
        aside: Aside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sections, self._card, self._finder, self._aside = sections, card, finder, aside
        self._middle, self._side = QWidget(), ScrollPage()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(card, 1)
        middle.addWidget(finder, 1)
        self._columns = Columns((sections, self._middle, self._side), _SHARES, session.memory, "interview")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(session.theme.sizes.gap)
        self._holder = QWidget()
        self._side.body.addWidget(self._holder)
        self._below = False
        self._beside = QWidget()
        self._beside_row = QVBoxLayout(self._beside)
        self._split = Columns((self._columns, self._beside), _BESIDE_SHARES, session.memory, "interview-scan")
        self._build()

    @property
    def has_beside(self) -> bool:
        """Tell whether something stands beside the questions."""
        return not self._beside.isHidden()

    @property
    def is_finding(self) -> bool:
        """Tell whether the finder is shown."""
        return not self._finder.isHidden()

    def show_finder(self, *, on: bool) -> None:
        """Show the finder in the place of the question, or the question again."""
        self._finder.setVisible(on)
        self._card.setVisible(not on)

    def hold_beside(self, widget: QWidget) -> None:
        """Take what can be shown beside the questions."""
        self._beside_row.addWidget(widget)

    def hold_above(self, widget: QWidget) -> None:
        """Take a card that stands above those at the right."""
        self._cards.insertWidget(0, widget)

    def show_beside(self, *, on: bool) -> None:
        """Show the scan beside the questions, or take it away."""
        self._beside.setVisible(on)
        self.fold(self.width())

    def fold(self, width: int) -> None:
        """Put a scan below the questions where both have no room side by side, and the columns as they fit."""
        stacked = self.has_beside and self._letters(width) < _QUESTION + _SCAN
        self._split.stack(on=stacked)
        letter = 0 if stacked else max(self.fontMetrics().averageCharWidth(), 1)
        self._columns.setMinimumWidth(_QUESTION * letter if self.has_beside else 0)
        self._beside.setMinimumWidth(_SCAN * letter)
        self._fold_columns(self._columns.width() if self.has_beside else width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the columns by the room that is left to them."""
        if watched is self._columns and event.type() is QEvent.Type.Resize:
            self._fold_columns(self._columns.width())
        return super().eventFilter(watched, event)

    def _letters(self, width: int) -> int:
        return width // max(self.fontMetrics().averageCharWidth(), 1)

    def _fold_columns(self, width: int) -> None:
        """Put what stands at the right below the question, and take the sections away, where it is narrow."""
        letters = self._letters(width) - (_MORE_BESIDE if self.has_beside else 0)
        below = letters < _THREE_FROM
        self._sections.setVisible(letters >= _TWO_FROM)
        if below != self._below:
            self._below = below
            (self._card.sheet.body if below else self._side.body).addWidget(self._holder)
            self._side.setVisible(not below)

    def _build(self) -> None:
        self._cards.addWidget(self._aside, 1)
        self._holder.setLayout(self._cards)
        outer = QVBoxLayout(self)
        outer.addWidget(self._split)
        for layout in (self._cards, self._beside_row, outer):
            layout.setContentsMargins(0, 0, 0, 0)
        self._beside.hide()
        self.setMinimumWidth(1)  # what both need side by side must not hold up a window that is made narrower
        self._columns.installEventFilter(self)
