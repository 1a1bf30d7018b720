"""Ask several municipalities for their Einvernehmen, or remind them, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kizdesk.domain.places import Municipality
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.forms.consent_form import ConsentFormWish
from kizdesk.project.forms.sending import proposed_folder
from kizdesk.project.participation.consent_entry import proposed_due
from kizdesk.project.participation.votes import askable, remind, request_consents
from kizdesk.ui.forms import Day, Flag, Many, Option
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.pages.forms.folder_line import FolderLine
from kizdesk.ui.session import Session


class AskSheet(Sheet):
    """Be the form with the municipalities, the last day for their answer, and the forms for it."""

    forms_wanted = Signal(object, object)
    """A ConsentFormWish and the folder its files shall lie in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "consent-ask", parent)
        self._version: ConceptVersion | None = None
        self._requests: dict[str, str] = {}
        """The requests to remind of by municipality; empty when municipalities are asked."""
        self._offered: tuple[Option, ...] = ()
        self.places = Many(session, source=self._offer, empty=self.tr("Noch keine Kommune gewählt."))
        self.due = Day(session)
        due = self.tr("Bis wann wird um Antwort gebeten?")
        self.forms = Flag(session, text=self.tr("Für jede Kommune eine PDF-Datei schreiben"))
        self.folder = FolderLine(session, title=self.tr("Ordner für die Antwortformulare"))
        self.add_row(
            self.cell(self.due, "due", self.tr("Frist"), due),
            self.cell(self.forms, "forms", self.tr("Antwortformulare")),
        )
        new = self.tr("Gibt es den Ordner noch nicht, legt kizdesk ihn an.")
        self._folder_cell = self.cell(self.folder, "folder", self.tr("Ordner für die Antwortformulare"), new)
        self.add_row(self._folder_cell)
        self.add_row(self.cell(self.places, "places", self.tr("Kommunen"), required=True))
        self.first = self.due
        self.places.committed.connect(self._show_count)
        self.forms.committed.connect(self._show_folder)

    def begin(self, version: ConceptVersion, chosen: Sequence[str] = ()) -> None:
        """Ask those chosen about a version; without a choice all that can be asked."""
        project = self.session.project
        able = askable(project, version.id)
        self._requests = {}
        hint = self.tr(
            "Verschickt wird nichts: Das Schreiben an die Kommunen mit der Fassung senden Sie selbst, am besten mit "
            "dem Antwortformular. Hier wird festgehalten, wer heute gebeten wurde und bis wann die Antwort erbeten ist."
        )
        self._begin(version, able, chosen or able, (self.tr("Anfragen zur Fassung {0} festhalten"), hint))
        self.due.set_value(proposed_due(project))
        self._propose_forms(wanted=True)

    def begin_reminder(self, version: ConceptVersion, requests: Sequence[tuple[str, str]]) -> None:
        """Remind of requests, given as pairs of municipality and request."""
        self._requests = dict(requests)
        hint = self.tr(
            "Verschickt wird nichts: Die Erinnerung senden Sie selbst. Hier wird festgehalten, wer heute erinnert "
            "wurde. Ohne neue Frist bleibt die alte stehen."
        )
        able = tuple(self._requests)
        self._begin(version, able, able, (self.tr("Erinnern an die Antwort zur Fassung {0}"), hint))
        self.due.set_value(None)
        self._propose_forms(wanted=False)
        today = self.session.project.now().date()
        dues = [self.session.project.snapshot.get(ConsentRequest, ident).due_on for ident in self._requests.values()]
        if any(due is not None and due < today for due in dues):
            self.due.set_value(proposed_due(self.session.project))

    def act(self) -> None:
        """Record who was asked or reminded, and hand on which forms are wished."""
        chosen, due = tuple(self.places.value()), self.due.value()
        folder = self.folder.value() if self.forms.value() else None
        project, version = self.session.project, self._version
        if version is None:
            return
        before = project.snapshot
        if self._requests:
            remind(project, [self._requests[ags] for ags in chosen], due)
            done = self.tr("Eine Kommune ist erinnert.") if len(chosen) == 1 else self.tr("{0} Kommunen sind erinnert.")
        else:
            request_consents(project, version.id, chosen, due)
            one, many = self.tr("Eine Anfrage ist festgehalten"), self.tr("{0} Anfragen sind festgehalten")
            done = (one if len(chosen) == 1 else many) + self.tr(
                ". Verschickt wurde nichts: Das Schreiben senden Sie selbst."
            )
        self.session.say_done(done.format(len(chosen)), before)
        if folder is not None:
            self.session.memory.remember(self._folder_key, str(folder))
            self.forms_wanted.emit(ConsentFormWish(chosen, version.number), folder)

    @property
    def _folder_key(self) -> str:
        return f"consents.folder.{self.session.project.path}"

    def _propose_forms(self, *, wanted: bool) -> None:
        project = self.session.project
        self.forms.set_value(wanted)
        self.folder.set_value(self.session.memory.value(self._folder_key, "") or proposed_folder(project))
        self._show_folder()

    def _begin(
        self, version: ConceptVersion, able: Sequence[str], chosen: Sequence[str], words: tuple[str, str]
    ) -> None:
        self._version = version
        places = [self.session.project.snapshot.get(Municipality, ags) for ags in able]
        options = [Option(place.id, place.name) for place in places]
        self._offered = tuple(sorted(options, key=_by_name))
        self.places.set_value(())
        self.places.reload()
        self.places.set_value(tuple(chosen))
        self.put_words(words[0].format(version.number), words[1], "")
        self._show_count()

    def _offer(self, _session: Session) -> Sequence[Option]:
        return self._offered

    @Slot()
    def _show_folder(self) -> None:
        self._folder_cell.setVisible(bool(self.forms.value()))

    @Slot()
    def _show_count(self) -> None:
        count = len(self.places.value())
        if self._requests:
            text = self.tr("Erinnerung festhalten") if count == 1 else self.tr("{0} Erinnerungen festhalten")
        else:
            text = self.tr("Anfrage festhalten") if count == 1 else self.tr("{0} Anfragen festhalten")
        self.name_submit(text.format(count))
        self.submit.setEnabled(count > 0)


def _by_name(option: Option) -> tuple[str, str]:
    return sort_key(option.text)
