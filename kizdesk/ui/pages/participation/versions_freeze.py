"""Freeze a version by a form on the page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.domain.register import asks_consents
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.apart.here import Plain
from kizdesk.project.checking.findings import Severity, weighed
from kizdesk.project.checking.points import Point
from kizdesk.project.versions.absent import absent_sentence
from kizdesk.project.versions.freezing import Prepared, VersionWish, keep, prepare
from kizdesk.project.versions.listed import Outlook, next_after_freezing, outlook, proposed_day, proposed_name
from kizdesk.ui.forms import Day, Line, LongText
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import WrapLabel

_SHOWN = 2


class FreezeSheet(Sheet):
    """Be the form with name, day and note, what freezing means, and what is still missing."""

    frozen = Signal(str)
    """Id of the version just frozen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "freeze", parent)
        self._busy = False
        self.name = Line(session)
        self.day = Day(session)
        self.note = LongText(session, least=1, most=5)
        self._state = WrapLabel("", "strong")
        self._consents = WrapLabel("", "attention")
        self._absent = WrapLabel("", "body")
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
        if self.is_touched:
            self.resume()
        else:
            self.name.set_value(proposed_name(project))
            day, reason = proposed_day(project)
            self.day.set_value(day)
            self._day_cell.explain(reason)
            self.note.set_value("")
            self.start_afresh()
        self._state.setText(self.tr("Der Inhalt wird geprüft …"))
        self._state.show()
        self._state.set_role("muted")
        self._consents.hide()
        self._absent.hide()
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
        self.add_row(self.cell(self.name, "name", self.tr("Name der Fassung"), required=True))
        note_help = self.tr("Wofür ist sie gedacht, und welcher Vorlage liegt sie bei?")
        self._day_cell = self.cell(self.day, "day", self.tr("Datum der Fassung"))
        self.add_row(
            self._day_cell,
            self.cell(self.note, "note", self.tr("Vermerk"), note_help),
        )
        self.add_row(self._state)
        self.add_row(self._consents)
        self.add_row(self._absent)
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
            text = ""
        self._state.set_role("attention" if found.unchanged else "strong")
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self._show_consents(found)
        self._show_absent(found.absent)
        self._show_findings(found)

    def _show_consents(self, found: Outlook) -> None:
        """Say that nobody has agreed to the new version yet."""
        words = self.tr(
            "Zustimmungen zur Fassung {0} gelten nicht für Fassung {1}: Danach haben 0 von {2} Kommunen zugestimmt. "
            "Sie müssen neu zustimmen, oder die Änderungen werden unter „Einvernehmen“ als redaktionell erklärt."
        )
        self._consents.setText(words.format(found.last, found.number, found.asked))
        self._consents.setVisible(bool(found.agreed) and not found.unchanged)

    def _show_absent(self, titles: tuple[str, ...]) -> None:
        """Name the chapters that the version will lack; the draft has them with a remark."""
        self._absent.setText(absent_sentence(titles, "in der Fassung"))
        self._absent.setVisible(bool(titles))

    def _show_findings(self, found: Outlook) -> None:
        """Say how much is open, as the list of open points counts it, and what freezing changes of it."""
        pressing = [finding for finding in found.findings if finding.severity is not Severity.HINT]
        if pressing:
            head = self.tr(
                "Noch offen: {0}. Ein Hindernis steht Förderung oder Einvernehmen im Weg, eine Lücke fällt beim Lesen "
                "auf. Das Festschreiben geht trotzdem."
            ).format(weighed(pressing))
        else:
            head = self.tr("Die Prüfung findet nichts, was fehlt.")
        if len(found.open_points) > _SHOWN:
            head = self.tr("{0} Offen ist zum Beispiel:").format(head)
        lines = [head, *(f"• {point.headline}" for point in found.open_points[:_SHOWN])]
        lines.extend(f"• {point.message}" for point in found.unreleased)
        lines.extend(self._after_freezing(point) for point in found.mended)
        self._findings.setText("\n".join(lines))
        self._findings.show()
        self._all.setVisible(bool(pressing))

    def _after_freezing(self, point: Point) -> str:
        """Say which point freezing takes away, and which ones come instead."""
        if point.rule == "no_version":
            gone = self.tr("Danach fällt der Punkt „noch keine Fassung“ weg")
        else:
            gone = self.tr("Danach fällt der Punkt „Inhalt geändert“ weg")
        if asks_consents(self.session.project.snapshot):
            then = self.tr("neu offen sind dann das Einvernehmen der Kommunen und der Beschluss zu dieser Fassung.")
        else:
            then = self.tr("neu offen ist dann der Beschluss über diese Fassung.")
        return f"{gone}; {then}"

    def _keep(self, prepared: Prepared) -> None:
        if self.attempt(partial(keep, self.session.project, prepared)):
            version: ConceptVersion = prepared.version
            done = self.tr("Fassung {0} ist festgeschrieben. {1}")
            self.session.say_done(done.format(version.number, next_after_freezing(self.session.project)))
            super().submitted()
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
