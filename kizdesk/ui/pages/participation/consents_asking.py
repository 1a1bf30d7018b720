"""Ask several municipalities for their Einvernehmen, or remind them, in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kizdesk.domain.places import Municipality
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.consent_entry import proposed_due
from kizdesk.project.participation import askable, remind, request_consents
from kizdesk.ui.forms import Day, Many, Option
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.session import Session


class AskSheet(Sheet):
    """Be the form with the municipalities and the last day for their answer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "consent-ask", parent)
        self._version_id = ""
        self._requests: dict[str, str] = {}
        """The requests to remind of by municipality; empty when municipalities are asked."""
        self._offered: tuple[Option, ...] = ()
        self.places = Many(session, source=self._offer, empty=self.tr("Noch keine Kommune gewählt."))
        self.due = Day(session)
        self.add_row(self.cell(self.places, "places", self.tr("Kommunen"), required=True))
        due = self.tr("Bis wann wird um Antwort gebeten?")
        self.add_row(self.cell(self.due, "due", self.tr("Frist"), due), QWidget())
        self.first = self.due
        self.places.committed.connect(self._show_count)

    def begin(self, version: ConceptVersion, chosen: Sequence[str] = ()) -> None:
        """Ask those chosen about a version; without a choice all that can be asked."""
        project = self.session.project
        able = askable(project, version.id)
        self._requests = {}
        hint = self.tr(
            "Hier wird festgehalten, wer heute um das Einvernehmen gebeten wurde und bis wann die Antwort erbeten ist."
        )
        self._begin(version, able, chosen or able, (self.tr("Anfragen zur Fassung {0}"), hint))
        self.due.set_value(proposed_due(project))

    def begin_reminder(self, version: ConceptVersion, requests: Sequence[tuple[str, str]]) -> None:
        """Remind of requests, given as pairs of municipality and request."""
        self._requests = dict(requests)
        hint = self.tr("Hier wird festgehalten, wer heute erinnert wurde. Ohne neue Frist bleibt die alte stehen.")
        able = tuple(self._requests)
        self._begin(version, able, able, (self.tr("Erinnern an die Antwort zur Fassung {0}"), hint))
        self.due.set_value(None)
        today = self.session.project.now().date()
        dues = [self.session.project.snapshot.get(ConsentRequest, ident).due_on for ident in self._requests.values()]
        if any(due is not None and due < today for due in dues):
            self.due.set_value(proposed_due(self.session.project))

    def act(self) -> None:
        """Record who was asked or reminded."""
        chosen, due = tuple(self.places.value()), self.due.value()
        project = self.session.project
        before = project.snapshot
        if self._requests:
            remind(project, [self._requests[ags] for ags in chosen], due)
            done = self.tr("Eine Kommune ist erinnert.") if len(chosen) == 1 else self.tr("{0} Kommunen sind erinnert.")
        else:
            request_consents(project, self._version_id, chosen, due)
            done = (
                self.tr("Eine Kommune ist angefragt.") if len(chosen) == 1 else self.tr("{0} Kommunen sind angefragt.")
            )
        self.session.say_done(done.format(len(chosen)), before)

    def _begin(
        self, version: ConceptVersion, able: Sequence[str], chosen: Sequence[str], words: tuple[str, str]
    ) -> None:
        self._version_id = version.id
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
    def _show_count(self) -> None:
        count = len(self.places.value())
        if self._requests:
            text = self.tr("Erinnerung festhalten") if count == 1 else self.tr("{0} Erinnerungen festhalten")
        else:
            text = self.tr("Anfrage erstellen") if count == 1 else self.tr("{0} Anfragen erstellen")
        self.name_submit(text.format(count))
        self.submit.setEnabled(count > 0)


def _by_name(option: Option) -> tuple[str, str]:
    return sort_key(option.text)
