"""Take the district's own Word template, show what comes of it, and choose what stands for what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Target
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.layout import HouseTemplate, StyleChoice
from kizdesk.domain.places import Project
from kizdesk.project.apart.here import Plain
from kizdesk.project.output.house_template import TemplateRead, choose_style, read_template, remove, take, use
from kizdesk.project.output.house_view import AUTO, Standing, standing, write_sample
from kizdesk.project.output.writing import InFolder, Written
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.output.house_cards import ReportCard, StylesCard, TemplateCard
from kizdesk.ui.pages.output.logo_card import LogoCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.scroll import ScrollPage

HOUSE = "output.house"
_KINDS = (HouseTemplate, StyleChoice, Attachment, Project)
_FILES = "Word-Vorlagen (*.docx *.dotx)"


class HousePage(Page):
    """Be the page of the house template and the logo."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._standing: Standing | None = None
        self._is_known = False
        self._folder = QTemporaryDir()
        self._bar = MessageBar(session.theme, seconds=0)
        self._nothing = Card(self.tr("Noch keine Hausvorlage"))
        self._template = TemplateCard(session)
        self._report = ReportCard(session)
        self._styles = StylesCard(session)
        self._logo = LogoCard(session)
        self._choose = self.make_action(self.tr("Vorlage wählen …"), self._ask, name="house-choose")
        self._sample = self.make_action(
            self.tr("Probeseiten ansehen"), self._write_sample, keys="Ctrl+Return", name="house-sample"
        )
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state."""
        if not self._is_known:
            state = self.tr("Die Vorlage wird gelesen …")
        elif self._standing is None:
            state = self.tr("Konzept, Protokolle und Schreiben erscheinen in der Gestaltung von kizdesk")
        elif self._standing.fault:
            state = self.tr("„{0}“ lässt sich nicht verwenden").format(self._standing.name)
        elif self._standing.in_use:
            state = self.tr("Alle Word-Dateien erscheinen in der Gestaltung von „{0}“").format(self._standing.name)
        else:
            state = self.tr("„{0}“ ist da, wird aber nicht verwendet").format(self._standing.name)
        return Heading(self.tr("Hausvorlage"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head."""
        return (self._choose, self._sample) if self._is_fit else (self._choose,)

    def main_action(self) -> QAction | None:
        """Return taking a template, or looking at what it makes."""
        if self._is_fit:
            return self._sample
        return None if self.session.read_only else self._choose

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier legen Sie die Word-Vorlage Ihres Hauses ab, als Dokument (.docx) oder Vorlage (.dotx), mit Logo, "
            "Kopf- und Fußzeile. Alles, was kizdesk als Word-Datei schreibt, verwendet dann deren Formatvorlagen; was "
            "der Vorlage fehlt, ergänzt kizdesk in ihrer Schrift und Farbe. Der Text der Vorlage wird nicht "
            "übernommen. Die Probeseiten zeigen, wie Überschriften, Listen, Kästen und Tabellen darin aussehen. Ohne "
            "Hausvorlage steht nur das Logo auf dem Titelblatt."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (KeyHelp("Strg+Eingabe", self.tr("Probeseiten ansehen")),)

    def open(self, argument: str) -> None:
        """Take a template from a file that was dropped somewhere."""
        if argument:
            self.take(Path(argument))

    def reveal(self, target: Target) -> bool:
        """Put the focus onto the box of a style, or onto the template."""
        choice = self.session.project.snapshot.find(StyleChoice, target.id)
        if choice is None or not self._styles.reveal(choice.role):
            self._template.take_focus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Read the template anew when something about it changed."""
        if changes and not any(concerns(change) for change in changes):
            return
        self.session.jobs.run(
            partial(self.session.apart.run, Plain(standing), self.session.project.pinned()),
            self._show,
            key=HOUSE,
            failed=self._tell_unread,
        )
        self._logo.refresh()

    def take(self, path: Path) -> None:
        """Read a template from a file and use it."""
        if self.session.read_only:
            self._bar.say(self.tr("Das Projekt ist nur zum Lesen geöffnet."), "attention", about=self._template_named)
            return
        self._bar.clear()
        self.session.jobs.run(
            partial(read_template, self.session.project.pinned(), path),
            self._keep,
            label=self.tr("„{0}“ wird geprüft").format(path.name),
            failed=self._refuse,
        )

    def _build(self) -> None:
        why = self.tr(
            "Mit der Word-Vorlage Ihres Hauses tragen Konzept, Protokolle und Schreiben Schrift, Farben, Logo, Kopf- "
            "und Fußzeile Ihres Kreises. Ziehen Sie die Datei (.docx oder .dotx) in dieses Fenster, oder wählen Sie "
            "sie oben aus. kizdesk sagt dann, was ihr fehlt und was es ergänzt."
        )
        self._nothing.body.addWidget(label(why))
        self._choose.setEnabled(not self.session.read_only)
        scroll = ScrollPage()
        for widget in (self._bar, self._nothing, self._template, self._report, self._logo, self._styles):
            scroll.body.addWidget(widget)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        for card in (self._nothing, self._template, self._report, self._styles):
            card.hide()

    def _connect(self) -> None:
        self._template.switched.connect(self._switch)
        self._template.removed.connect(self._remove)
        self._styles.chosen.connect(self._choose_style)
        self._logo.refused.connect(self._say_problem)
        self._logo.taken.connect(self._bar.clear)
        self._bar.acted.connect(self._ask)

    def _show(self, found: Standing | None) -> None:
        self._standing, self._is_known = found, True
        self._bar.keep(self._template_named)
        self._nothing.setVisible(found is None)
        self._template.setVisible(found is not None)
        self._styles.setVisible(self._is_fit)
        self._report.setVisible(found is not None and bool(found.remarks))
        if found is not None:
            self._template.show_standing(found)
            self._report.show_remarks(found.remarks)
            self._styles.show_rows(found.rows)
        self._choose.setText(self.tr("Vorlage wählen …") if found is None else self.tr("Andere Vorlage wählen …"))
        self.heading_changed.emit()

    @property
    def _template_named(self) -> str | None:
        """Return which template is shown, or that there is none; None while nobody knows."""
        name = self._standing.name if self._standing is not None else ""
        return name if self._is_known else None

    @property
    def _is_fit(self) -> bool:
        """Tell whether there is a template on which something can be written."""
        return self._standing is not None and not self._standing.fault

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Hausvorlage wählen"), "", _FILES)
        if name:
            self.take(Path(name))

    def _keep(self, read: TemplateRead) -> None:
        act = partial(take, self.session.project, read)
        self.session.carry_out(act, self.tr("„{0}“ ist jetzt die Hausvorlage.").format(read.file.name))

    def _switch(self) -> None:
        in_use = self._template.is_used
        done = (
            self.tr("Die Hausvorlage wird verwendet.") if in_use else self.tr("Die Hausvorlage wird nicht verwendet.")
        )
        self.session.carry_out(partial(use, self.session.project, in_use=in_use), done)

    def _remove(self) -> None:
        self.session.carry_out(partial(remove, self.session.project), self.tr("Die Hausvorlage ist entfernt."))

    def _choose_style(self, role: str, value: str) -> None:
        act = partial(choose_style, self.session.project, role, None if value == AUTO else value)
        self.session.attempt(act)

    def _write_sample(self) -> None:
        if not self._is_fit:
            return
        work = InFolder(write_sample, Path(self._folder.path()))
        bound = partial(self.session.apart.run, work, self.session.project.pinned())
        self.session.jobs.run(bound, self._launch, label=self.tr("Probeseiten schreiben"), failed=self._tell)

    def _launch(self, written: Written) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.path))):
            self.session.say(self.tr("Die Probeseiten werden in Word geöffnet."))
        else:
            told = self.tr("Für Word-Dateien ist kein Programm eingerichtet. Die Probeseiten liegen hier: {0}")
            self._bar.say(told.format(written.path), "attention", about=self._template_named)

    def _refuse(self, refusal: Refusal) -> None:
        text = self.tr("Andere Datei wählen …")
        self._bar.say(str(refusal), "problem", text, about=self._template_named)

    def _tell(self, refusal: Refusal) -> None:
        self._say_problem(str(refusal))

    def _tell_unread(self, refusal: Refusal) -> None:
        self._bar.say(str(refusal), "problem", about=HOUSE)

    def _say_problem(self, sentence: str) -> None:
        self._bar.say(sentence, "problem", about=self._template_named)


def concerns(change: Change) -> bool:
    """Tell whether a change may be one of the template or the logo."""
    kind = type(change.record) if isinstance(change, Create) else change.record_type
    return kind in _KINDS
