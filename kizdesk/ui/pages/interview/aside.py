"""Show beside the question what is known already, who takes part, and the questions of the section."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.project.runner.head import Involved
from kizdesk.project.runner.known import Known
from kizdesk.ui.pages.interview.known_card import KnownCard
from kizdesk.ui.pages.interview.lists import JumpList
from kizdesk.ui.pages.interview.open_here import OpenHere
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import WrapLabel, label


class Aside(QWidget):
    """Be the three cards at the right."""

    taken = Signal(str)
    """The id of the conversation whose answer shall be taken over."""
    chosen = Signal(str)
    """The key of a place to go to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = KnownCard(self)
        self._people = Card(self.tr("Am Gespräch beteiligt"))
        self._nobody = label(self.tr("Noch ist niemand eingetragen (Frage 0.3)."), "muted")
        self._names: list[tuple[WrapLabel, WrapLabel]] = []
        self._open = Card(self.tr("Fragen im Abschnitt"))
        self._none, self._remark = label("", "muted"), label("", "muted")
        self._list = JumpList(theme, self.tr("Fragen im Abschnitt"), self, whole=True)
        self._build(theme)
        self._known.taken.connect(self.taken)
        self._list.chosen.connect(self.chosen)

    def show_known(self, known: Sequence[Known], *, read_only: bool) -> None:
        """Show what other conversations answered."""
        self._known.show_known(known, read_only=read_only)

    def show_people(self, people: Sequence[Involved]) -> None:
        """Show who takes part."""
        while len(self._names) < len(people):
            pair = (label("", "strong"), label("", "muted"))
            self._names.append(pair)
            together = QVBoxLayout()
            together.setSpacing(0)
            for widget in pair:
                together.addWidget(widget)
            self._people.body.addLayout(together)
        for number, (name, consents) in enumerate(self._names):
            shown = number < len(people)
            name.setVisible(shown)
            consents.setVisible(shown)
            if shown:
                name.setText(people[number].words)
                consents.setText(people[number].consents)
        self._nobody.setVisible(not people)

    def show_open(self, here: OpenHere | None) -> None:
        """Show the questions of the section, what is answered ticked, and what is not asked; None for no such list."""
        self._open.setVisible(here is not None)
        if here is None:
            return
        self._list.show_lines(here.lines, here.current)
        self._list.setVisible(bool(here.lines))
        for widget, text in ((self._none, "" if here.lines else here.instead), (self._remark, here.remark)):
            widget.setText(text)
            widget.setVisible(bool(text))

    def _build(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.gap)
        self._list.setObjectName("open-here")
        self._none.setObjectName("nothing-open")
        self._remark.setObjectName("asleep")
        for card, inner in (
            (self._known, ()),
            (self._people, (self._nobody,)),
            (self._open, (self._none, self._list, self._remark)),
        ):
            for widget in inner:
                card.body.addWidget(widget)
            column.addWidget(card)
        column.addStretch(1)
