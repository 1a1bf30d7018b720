"""Freeze a version by a form on the page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.apart.here import Plain
from kizdesk.project.check import Finding, Severity, weighed
from kizdesk.project.version_list import Outlook, outlook, proposed_name
from kizdesk.project.versions import Prepared, VersionWish, keep, prepare
from kizdesk.ui.forms import Day, Line, LongText
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.pages.participation.consents_sheet import Sheet
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import WrapLabel

_SHOWN = 3


class FreezeSheet(Sheet):
    """Be the form with name, day and note, what freezing means, and what is still missing."""

    frozen = Signal(str)
    """Id of the version just frozen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "freeze", parent)
        self._busy = False
        self.name = Line(session)
        self.day = Day(session)
        self.note = LongText(session, least=2, most=5)
        self._state = WrapLabel("", "strong")
        self._findings = WrapLabel("", "body")
        self._all = button(self.tr("Alle offenen Punkte zeigen"), kind="link", name="freeze-findings")
        self._fill()
        self._all.clicked.connect(self._show_check)

    def begin(self) -> None:
        """Show the form with a name proposed, and look in a job at what would be frozen."""
        project = self.session.project
        hint = self.tr(
            "Festschreiben heißt: Der heutige Inhalt des Konzepts wird als Fassung unveränderlich aufbewahrt. "
            "Dieser Fassung können die Kommunen dann zustimmen. Am Entwurf wird danach weitergearbeitet; "
            "was sich ändert, zeigt der Vergleich."
        )
        self.put_words(self.tr("Fassung festschreiben"), hint, self.tr("Fassung festschreiben"))
        self.submit.setEnabled(not self._busy)
        self.name.set_value(proposed_name(project))
        self.day.set_value(project.now().date())
        self.note.set_value("")
        self._state.setText(self.tr("Der Inhalt wird geprüft …"))
        self._state.set_role("muted")
        self._findings.hide()
        self._all.hide()
        work = partial(self.session.apart.run, Plain(outlook), project.pinned())
        self.session.jobs.run(work, self._show_outlook, key="versions.outlook", failed=self._show_refusal)

    def act(self) -> None:
        """Build the version in a job; what is typed meanwhile belongs to the draft."""
        if self._busy:
            return
        self.session.leaving.emit()
        name = str(self.name.value()).strip()
        if not name:
            raise UserError(
                self.tr("Eine Fassung braucht einen Namen, zum Beispiel „Entwurf für die Bürgermeisterkonferenz“.")
            )
        wish = VersionWish(name, note=self.note.value(), dated=self.day.value())
        self._busy = True
        self.submit.setEnabled(False)
        work = partial(self.session.apart.run, Plain(prepare, (wish,)), self.session.project.pinned())
        job = self.session.jobs.run(
            work, self._keep, label=self.tr("Fassung wird festgeschrieben"), failed=self._show_refusal
        )
        job.ended.connect(self._free)

    def focus_name(self) -> None:
        """Put the focus into the name proposed, so that typing replaces it."""
        self.name.setFocus()
        line = self.name.findChild(QLineEdit)
        if isinstance(line, QLineEdit):
            line.selectAll()

    def submitted(self) -> None:
        """Stay until the job is done."""

    def _fill(self) -> None:
        self.add_row(self._state)
        self.add_row(self.cell(self.name, "name", self.tr("Name der Fassung"), required=True))
        day_help = self.tr("Dieses Datum steht auf dem Titel.")
        note_help = self.tr("Wofür ist sie gedacht, und welcher Vorlage liegt sie bei?")
        self.add_row(
            self.cell(self.day, "day", self.tr("Datum"), day_help),
            self.cell(self.note, "note", self.tr("Vermerk"), note_help),
        )
        self.add_row(self._findings)
        self.add_row(self._all)

    def _show_outlook(self, found: Outlook) -> None:
        self.put_words(self.tr("Fassung {0} festschreiben").format(found.number), self.hint.text(), self.submit.text())
        if found.unchanged:
            text = self.tr("Seit Fassung {0} hat sich nichts geändert; eine neue ist nicht nötig.").format(found.last)
        elif found.last:
            count = self.tr("eine Stelle") if found.changes == 1 else self.tr("{0} Stellen").format(found.changes)
            text = self.tr("Seit Fassung {0} geändert: {1}.").format(found.last, count)
        else:
            text = self.tr("Es ist die erste Fassung.")
        self._state.set_role("attention" if found.unchanged else "strong")
        self._state.setText(text)
        self._show_findings([finding for finding in found.findings if finding.severity is not Severity.HINT])

    def _show_findings(self, findings: Sequence[Finding]) -> None:
        lines = [f"• {finding.message}" for finding in findings[:_SHOWN]]
        if not findings:
            text = self.tr("Die Prüfung findet im Inhalt nichts, was fehlt.")
        else:
            count = len(findings)
            head = self.tr(
                "Im Inhalt findet die Prüfung noch {0}; festschreiben können Sie die Fassung auch so:"
            ).format(weighed(findings))
            more = [self.tr("… und {0} weitere.").format(count - _SHOWN)] if count > _SHOWN else []
            text = "\n".join([head, *lines, *more])
        self._findings.setText(text)
        self._findings.show()
        self._all.setVisible(bool(findings))

    def _keep(self, prepared: Prepared) -> None:
        if self.attempt(partial(keep, self.session.project, prepared)):
            version: ConceptVersion = prepared.version
            self.session.say_done(self.tr("Fassung {0} ist festgeschrieben.").format(version.number))
            self.closed.emit()
            self.frozen.emit(version.id)

    def _show_refusal(self, refusal: Refusal) -> None:
        self.refuse(str(refusal))

    @Slot()
    def _free(self) -> None:
        self._busy = False
        self.submit.setEnabled(True)

    @Slot()
    def _show_check(self) -> None:
        self.session.open("output.check")
