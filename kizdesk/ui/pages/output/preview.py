"""Show the concept as it is printed, and print it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.preview.pane import PreviewPane
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.choices import SegmentedChoice

_WHOLE, _BRIEF = "whole", "brief"


class PreviewPage(Page):
    """Be the page on which the concept is looked at before it goes out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._pane = PreviewPane(session, "page")
        choices = ((_WHOLE, self.tr("Langfassung")), (_BRIEF, self.tr("Kurzfassung")))
        self._choice = SegmentedChoice(choices, self.tr("Länge"))
        self._build()
        self._connect()

    @property
    def pane(self) -> PreviewPane:
        """Return what shows the pages."""
        return self._pane

    def heading(self) -> Heading:
        """Return title and state."""
        preview = self._pane.preview
        pages = preview.printed.pages if preview is not None else None
        state = self.tr("So wird das Konzept gedruckt")
        return Heading(self.tr("Vorschau"), self.tr("{0} · {1} Seiten").format(state, pages) if pages else state)

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier steht das Konzept so, wie es gedruckt und als PDF gespeichert wird. Nach jeder Änderung erneuert "
            "sich die Vorschau von selbst und bleibt an ihrer Stelle. Ein Klick auf einen Absatz oder eine Tabelle "
            "führt zu der Seite, auf der der Inhalt bearbeitet wird; kommt er aus mehreren Angaben, stehen sie zur "
            "Wahl. Auf Seiten mit Texten lässt sich dieselbe Vorschau mit Strg+Umschalt+V daneben öffnen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Strg+F", self.tr("Im Dokument suchen; Eingabe geht zur nächsten Stelle")),
            KeyHelp("Plus, Minus", self.tr("Seiten größer oder kleiner zeigen")),
            KeyHelp("Eingabe", self.tr("Zur Stelle im Programm, aus der der oberste Absatz entsteht")),
        )

    def reveal(self, target: Target) -> bool:
        """Show where a record is printed."""
        self._pane.follow(target.kind, target.id)
        return False

    def refresh(self, changes: Sequence[Change]) -> None:
        """Leave it to the pane."""

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        row = QHBoxLayout()
        row.addWidget(self._choice)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._pane, 1)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._choose)
        self._pane.shown.connect(self.heading_changed)

    def _choose(self, value: str) -> None:
        self._pane.choose(in_brief=value == _BRIEF)
        self.heading_changed.emit()
