"""Put the columns of an interview side by side, and fold them where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_THREE_FROM, _TWO_FROM = 100, 66
"""Letters that the page must be wide for three columns, and for two."""


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
        self._side.body.addWidget(aside)
        self._below = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)

    @property
    def is_finding(self) -> bool:
        """Tell whether the finder is shown."""
        return not self._finder.isHidden()

    def show_finder(self, *, on: bool) -> None:
        """Show the finder in the place of the question, or the question again."""
        self._finder.setVisible(on)
        self._card.setVisible(not on)

    def fold(self, width: int) -> None:
        """Put what stands at the right below the question, and take the sections away, where it is narrow."""
        letters = width // max(self.fontMetrics().averageCharWidth(), 1)
        below = letters < _THREE_FROM
        self._sections.setVisible(letters >= _TWO_FROM)
        if below != self._below:
            self._below = below
            (self._card.sheet.body if below else self._side.body).addWidget(self._aside)
            self._side.setVisible(not below)
