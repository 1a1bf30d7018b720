"""Write the concept as a Word file, and open it or show where it lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.errors import UserError
from kizdesk.project.apart.here import Plain, Work
from kizdesk.project.output.concept_file import Choice, choice
from kizdesk.project.output.concept_files import ConceptFiles
from kizdesk.project.output.writing import InFolder, Written, default_folder, export_exchange
from kizdesk.ui.jobs import Job, Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.output.result_card import ResultCard
from kizdesk.ui.pages.output.wish_card import WishCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.scroll import ScrollPage

Files = Work[Written | tuple[Written, ...]]

_WRITING = "writing"
"""What the bar speaks of: an attempt to write, which is over when somebody goes elsewhere."""


class ExportPage(Page):
    """Be the page that writes the papers of a project."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._choice: Choice | None = None
        self._is_reading = self._is_wanted = False
        self._job: Job | None = None
        self._last: Callable[[], None] = self._write_word
        self._wish = WishCard(session)
        self._fault = MessageBar(session.theme, seconds=0)
        self._result = ResultCard(session)
        self._scroll = ScrollPage()
        self._export = QAction(self.tr("Word-Datei erstellen"), self)
        self._exchange = button(self.tr("Alle Daten als Datei speichern"), name="export-exchange")
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state."""
        return Heading(self.tr("Ausgeben"), self._state_line())

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head."""
        return (self._export,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return self._export

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier entsteht das Integrationskonzept als Word-Datei, als PDF oder als beides. Das PDF sieht überall "
            "gleich aus und ist für Vorleseprogramme und für die Ablage gegliedert. Stimmt der Inhalt mit der neuesten "
            "Fassung überein, "
            "trägt die Datei deren Nummer und Datum, sonst steht Entwurf darauf. Eine Datei, die jemand in Word "
            "bearbeitet hat, wird nicht überschrieben, sondern unter anderem Namen aufgehoben. Die Kurzfassung hat nur "
            "die Kapitel, die unter „Gliederung“ dafür gewählt sind. Eine Prüffassung trägt "
            "Kommentare, worauf jeder Abschnitt beruht und was die Prüfung dort findet; gedacht ist sie für die "
            "Abstimmung im Haus. Das Ausgeben läuft im Hintergrund; Sie können weiterarbeiten oder es abbrechen. Ganz "
            "unten lassen sich alle Daten als Datei "
            "speichern: zum Aufheben, oder um sie in ein anderes Programm zu übernehmen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Strg+Eingabe", self.tr("Konzept ausgeben")),
            KeyHelp("Strg+P", self.tr("Von jeder Seite hierher")),
        )

    def reveal(self, target: Target) -> bool:
        """Put the focus on the folder."""
        self._wish.take_focus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Tell anew what would be printed."""
        project = self.session.project
        self._wish.propose(default_folder(project))
        self._is_reading = True
        self.session.jobs.run(
            partial(self.session.apart.run, Plain(choice), project.pinned()),
            self._take_choice,
            key="output.state",
            failed=self._refuse_choice,
        )

    def _build(self) -> None:
        self._export.setObjectName("export-word")
        self._name_action()
        self._export.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        scroll = self._scroll
        scroll.body.addWidget(self._wish)
        scroll.body.addWidget(self._fault)
        scroll.body.addWidget(self._result)
        scroll.body.addWidget(self._all_data())
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _all_data(self) -> Card:
        card = Card(self.tr("Alle Daten"))
        why = self.tr(
            "Für das Konzept brauchen Sie diese Datei nicht: Sie enthält alle Eingaben des Projekts, zum Aufheben oder "
            "um sie in ein anderes Programm zu übernehmen."
        )
        card.body.addWidget(label(why, "muted"))
        row = QHBoxLayout()
        row.addWidget(self._exchange)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _connect(self) -> None:
        self._export.triggered.connect(self._write_word)
        self._exchange.clicked.connect(self._write_exchange)
        self._wish.entered.connect(self._write_word)
        self._wish.kinds_changed.connect(self._name_action)
        self._fault.acted.connect(self._again)

    def _write_word(self) -> None:
        self._last = self._write_word
        if self._wish.folder() is None:
            self._ask_folder()
            return
        self.session.leaving.emit()
        if self._is_reading or self._choice is None:  # the name shown may not be that of the present content
            self._is_wanted = True
            if not self._is_reading:
                self.refresh(())
            return
        try:
            name = self._wish.file_name
        except UserError as refusal:
            self._fault.say(str(refusal), "attention", about=_WRITING)
            return
        wish = self._wish
        folder = wish.folder()
        if folder is None:
            self._ask_folder()
            return
        files = ConceptFiles(
            folder=folder,
            name=name,
            word=wish.kinds.word,
            pdf=wish.kinds.pdf,
            version_id=wish.version_id,
            in_brief=wish.in_brief,
            counts_pages=wish.counts_pages,
            comments=wish.has_comments,
            line_numbers=wish.kinds.line_numbers,
        )
        self._start(self.tr("Integrationskonzept ausgeben"), files)

    def _write_exchange(self) -> None:
        self._last = self._write_exchange
        folder = self._wish.folder()
        if folder is None:
            self._ask_folder()
            return
        self._start(self.tr("Alle Daten speichern"), InFolder(export_exchange, folder))

    def _again(self) -> None:
        self._last()

    def _start(self, label: str, work: Files) -> None:
        if self._job is not None:
            return
        self.session.leaving.emit()
        self._fault.clear()
        self._wish.remember()
        bound = partial(self.session.apart.run, work, self.session.project.pinned())
        self._job = self.session.jobs.run(bound, self._take, label=label, failed=self._refuse)
        self._job.ended.connect(self._end)
        self._allow(writing=True)

    def _ask_folder(self) -> None:
        text = self.tr("Bitte einen Ordner angeben, in dem die Datei liegen soll.")
        self._fault.say(text, "attention", about=_WRITING)
        self._wish.take_focus()

    def _end(self) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        self._allow(writing=False)
        if cancelled:
            self._fault.say(
                self.tr("Das Ausgeben ist abgebrochen; eine vorhandene Datei ist unverändert."),
                "attention",
                self.tr("Noch einmal"),
                about=_WRITING,
            )

    def _allow(self, *, writing: bool) -> None:
        self._export.setEnabled(not writing)
        self._exchange.setEnabled(not writing)

    def _take(self, written: Written | tuple[Written, ...]) -> None:
        files = written if isinstance(written, tuple) else (written,)
        self._result.show_written(files[0], self.session.project.now(), beside=files[1] if len(files) > 1 else None)
        QTimer.singleShot(0, self, self._show_result)
        self._wish.look_again()
        named = " und ".join(f"„{file.path.name}“" for file in files)
        told = self.tr("{0} sind geschrieben.") if len(files) > 1 else self.tr("{0} ist geschrieben.")
        self.session.say(told.format(named))

    def _show_result(self) -> None:
        """Bring the whole card of what was written into sight, now that it is laid out."""
        self._scroll.reveal(self._result)

    def _name_action(self) -> None:
        kinds = self._wish.kinds
        if kinds.word and kinds.pdf:
            self._export.setText(self.tr("Word-Datei und PDF erstellen"))
        else:
            self._export.setText(self.tr("Word-Datei erstellen") if kinds.word else self.tr("PDF erstellen"))

    def _refuse(self, refusal: Refusal) -> None:
        self._fault.say(str(refusal), "problem", self.tr("Noch einmal"), about=_WRITING)

    def _take_choice(self, found: Choice) -> None:
        if self._choice is not None and found.contents[0].title != self._choice.contents[0].title:
            self._result.outdate()
        self._choice, self._is_reading = found, False
        self._wish.show_contents(found.contents, self._only(found))
        self.heading_changed.emit()
        if self._is_wanted:
            self._is_wanted = False
            self._write_word()

    def _refuse_choice(self, refusal: Refusal) -> None:
        self._choice = None
        self._is_reading = self._is_wanted = False
        self.session.say_refusal(refusal)

    def _state_line(self) -> str:
        return self.tr("Der Stand wird ermittelt …") if self._choice is None else self._choice.state.line

    def _only(self, found: Choice) -> str:
        if not found.state.number:
            return self.tr("Entwurf: Noch ist keine Fassung festgeschrieben.")
        return found.contents[0].title
