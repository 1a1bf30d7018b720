"""Choose which evidence is listed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kizdesk.domain.interviews import EvidenceKind
from kizdesk.domain.texts import sort_key
from kizdesk.project.evaluation.evidence import EvidenceRow
from kizdesk.ui.pages.evaluation.filters import Pick
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.search import SearchField

STALE = "neu_zu_markieren"
"""Stands among the kinds for passages whose answer was changed."""


class EvidenceFilters(FlowRow):
    """Be the row of filters above the list of passages."""

    changed = Signal()
    searched = Signal(str)

    def __init__(self, session: Session, first: QWidget, parent: QWidget | None = None) -> None:
        """Take the widget that stands first in the row."""
        super().__init__(parent)
        self.words = SearchField(session.theme, self.tr("Wörter suchen …"))
        self.field = Pick(self.tr("Handlungsfeld"), self.tr("Alle Felder"), "filter-field")
        self.kind = Pick(self.tr("Art oder Stand"), self.tr("Alle Arten"), "filter-kind")
        self.place = Pick(self.tr("Kommune"), self.tr("Alle Kommunen"), "filter-place")
        self.reset = button(self.tr("Alle zeigen"), kind="link", name="filter-reset")
        self.words.setObjectName("filter-words")
        kinds = [(kind.value, session.labels.of(kind)) for kind in EvidenceKind]
        self.kind.offer([*kinds, (STALE, self.tr("Neu zu markieren"))])
        for made in (first, self.words, self.field, self.kind, self.place, self.reset):
            self.add(made)
        for pick in self._picks():
            pick.picked.connect(self._tell)
        self.words.searched.connect(self.searched)
        self.reset.clicked.connect(self.show_all)
        self.reset.hide()

    def offer(self, rows: Sequence[EvidenceRow]) -> None:
        """Offer the fields and municipalities of these passages."""
        self.field.offer(list({row.field_id: row.field for row in rows}.items()))
        places = {row.municipality_id: row.municipality for row in rows if row.municipality_id}
        self.place.offer(sorted(places.items(), key=_by_name))

    def show_for(self, *, passages: bool, words: bool) -> None:
        """Show the filters that make sense for the list shown."""
        self.words.setVisible(words)
        for made in (self.field, self.kind, self.place):
            made.setVisible(passages)
        self.reset.setVisible(passages and self._active())

    def passes(self, row: EvidenceRow) -> bool:
        """Tell whether a passage is wanted."""
        return (
            (not self.field.value or row.field_id == self.field.value)
            and (not self.place.value or row.municipality_id == self.place.value)
            and (row.stale if self.kind.value == STALE else self.kind.value in ("", row.kind.value))
        )

    def show_all(self) -> None:
        """Let everything pass."""
        for pick in self._picks():
            pick.pick("")
        self.words.clear()
        self._tell()

    def _picks(self) -> tuple[Pick, ...]:
        return self.field, self.kind, self.place

    def _active(self) -> bool:
        return any(pick.value for pick in self._picks())

    def _tell(self) -> None:
        self.reset.setVisible(self._active())
        self.changed.emit()


def _by_name(pair: tuple[str, str]) -> tuple[str, str]:
    return sort_key(pair[1])
