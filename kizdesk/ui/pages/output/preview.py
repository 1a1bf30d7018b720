"""Show the concept as it is printed, and print it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.ui.jobs import Job
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
        self._job: Job | None = None
        choices = ((_WHOLE, self.tr("Langfassung")), (_BRIEF, self.tr("Kurzfassung")))
        self._choice = SegmentedChoice(choices, self.tr("Länge"))
        self._print = self.make_action(
            self.tr("Drucken …"), self._ask_printer, keys="Ctrl+Shift+P", name="print-preview"
        )
        self._build()
        self._connect()

    @property
    def pane(self) -> PreviewPane:
        """Return what shows the pages."""
        return self._pane

    def heading(self) -> Heading:
        """Return title and state."""
        pages = self._pane.pages
        state = self.tr("So wird das Konzept gedruckt")
        return Heading(self.tr("Vorschau"), self.tr("{0} · {1} Seiten").format(state, pages) if pages else state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head."""
        return (self._print,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return self._print

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier steht das Konzept so, wie es gedruckt und als PDF gespeichert wird. Nach jeder Änderung erneuert "
            "sich die Vorschau von selbst und bleibt an ihrer Stelle. Ein Klick auf einen Absatz oder eine Tabelle "
            "führt zu der Seite, auf der der Inhalt bearbeitet wird; kommt er aus mehreren Angaben, stehen sie zur "
            "Wahl. Auf Seiten mit Texten lässt sich dieselbe Vorschau mit F8 daneben öffnen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Strg+Umschalt+P", self.tr("Drucken: Drucker, Seiten und beidseitigen Druck wählen")),
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
        self._print.setEnabled(False)
        self._pane.tools.put_first(self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pane, 1)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._choose)
        self._pane.shown.connect(self.heading_changed)
        for signal in (self._pane.shown, self._pane.live.began, self._pane.live.came, self._pane.live.refused):
            signal.connect(self._allow)

    def _allow(self, *_: object) -> None:
        """Print only what is shown and is the present content."""
        ready = self._pane.pages > 0 and self._pane.live.is_fresh
        self._print.setEnabled(ready and self._job is None)

    def _ask_printer(self) -> None:
        """Let somebody choose printer and pages, and print what is shown."""
        from kizdesk.ui.preview import paper

        preview, view = self._pane.preview, self._pane.view
        if preview is None or view is None or self._job is not None:
            return
        if not paper.has_printer():
            self.session.say(
                paper.NO_PRINTER,
                kind="attention",
                action=self.tr("Ausgeben"),
                act=partial(self.session.open, "output.export"),
            )
            return
        printer = paper.ask_printer(self, view.pdf.pageCount(), view.spot.page)
        if printer is not None:
            work = paper.PaperWork(preview.printed.pdf, printer)
            self._job = self.session.jobs.run(work, self._tell_printed, label=self.tr("Integrationskonzept drucken"))
            self._job.ended.connect(self._end_printing)
            self._allow()

    def _tell_printed(self, pages: int) -> None:
        text = (
            self.tr("Eine Seite ist an den Drucker gegangen.")
            if pages == 1
            else self.tr("{0} Seiten sind an den Drucker gegangen.")
        )
        self.session.say(text.format(pages))

    def _end_printing(self) -> None:
        self._job = None
        self._allow()

    def _choose(self, value: str) -> None:
        self._pane.choose(in_brief=value == _BRIEF)
        self.heading_changed.emit()
