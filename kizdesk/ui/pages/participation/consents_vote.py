"""Record or mend the answer of a municipality, or of a conference for several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Body
from kizdesk.domain.places import Municipality
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult
from kizdesk.project.consent_entry import (
    ConsentWish,
    bodies_of,
    change_consent,
    conferences,
    record_collective,
    record_consent,
)
from kizdesk.ui.forms import Day, Line, Lines, Many, Option, Whole, records_of
from kizdesk.ui.forms.choice import Segments
from kizdesk.ui.pages.participation.consents_sheet import Proposed, Sheet
from kizdesk.ui.session import Session

_RESULTS = (
    Option(VoteResult.AGREED, "erteilt"),
    Option(VoteResult.WITH_CONDITIONS, "mit Bedingungen"),
    Option(VoteResult.REFUSED, "abgelehnt"),
    Option(VoteResult.DEFERRED, "vertagt"),
)
_KINDS = (
    Option(VoteKind.RESOLUTION, "Beschluss"),
    Option(VoteKind.IN_WRITING, "Schreiben"),
    Option(VoteKind.IN_CONFERENCE, "in einer Konferenz"),
)


def _name(place: Municipality) -> str:
    return place.name


class VoteSheet(Sheet):
    """Be the form for one vote."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "consent-vote", parent)
        self._version_id = ""
        self._municipality_id = ""
        self._vote_id = ""
        self._collective = False
        self.body_name = Proposed(session)
        self.places = Many(session, source=records_of(Municipality, _name))
        self.result = Segments(session, _RESULTS)
        self.conditions = Lines(session, least=2, most=6)
        self.kind = Segments(session, _KINDS)
        self.day = Day(session)
        self.proof = Line(session)
        self.counts = tuple(Whole(session, optional=True) for _ in range(3))
        self._fill()
        self.result.committed.connect(self._show_conditions)

    def begin(self, version: ConceptVersion, place: Municipality) -> None:
        """Ask for the answer of one municipality."""
        self._set(version.id, place.id, "", collective=False)
        self.body_name.offer(bodies_of(self.session.project, place.id))
        self.put_words(
            self.tr("Votum von {0} zur Fassung {1}").format(place.name, version.number), "", self.tr("Votum eintragen")
        )
        self._clear((VoteResult.AGREED, VoteKind.RESOLUTION))

    def begin_collective(self, version: ConceptVersion, open_ones: Sequence[str]) -> None:
        """Ask for a statement for several municipalities."""
        self._set(version.id, "", "", collective=True)
        self.body_name.offer(conferences(self.session.project))
        self.put_words(
            self.tr("Sammelerklärung zur Fassung {0}").format(version.number),
            self.tr(
                "Eine Konferenz erklärt sich für mehrere Kommunen. Ein eigenes Votum einer Kommune geht stets vor."
            ),
            self.tr("Sammelerklärung eintragen"),
        )
        self.places.reload()
        self.places.set_value(tuple(open_ones))
        self._clear((VoteResult.AGREED, VoteKind.COLLECTIVE))

    def begin_change(self, vote: Vote, place: Municipality) -> None:
        """Show a recorded vote to mend it."""
        project = self.session.project
        collective = vote.kind is VoteKind.COLLECTIVE
        self._set(vote.subject_id, place.id, vote.id, collective=collective)
        self.body_name.offer(conferences(project) if collective else bodies_of(project, place.id))
        self.body_name.set_value(project.snapshot.get(Body, vote.body_id).name)
        number = project.snapshot.get(ConceptVersion, vote.subject_id).number
        words = self.tr("Sammelerklärung") if collective else self.tr("Votum von {0}").format(place.name)
        self.put_words(self.tr("{0} zur Fassung {1} ändern").format(words, number), "", self.tr("Änderung übernehmen"))
        self.places.reload()
        self.places.set_value(vote.speaks_for)
        self._show(vote)

    def act(self) -> None:
        """Record the vote, or what was mended."""
        project, wish = self.session.project, self._wish()
        places = tuple(self.places.value())
        if self._vote_id:
            change_consent(project, self._vote_id, wish, places)
            done = self.tr("Das Votum ist geändert.")
        elif self._collective:
            record_collective(project, places, wish)
            done = self.tr("Die Sammelerklärung für {0} Kommunen ist eingetragen.").format(len(places))
        else:
            record_consent(project, self._municipality_id, wish)
            name = project.snapshot.get(Municipality, self._municipality_id).name
            done = self.tr("Das Votum von {0} ist eingetragen.").format(name)
        self.session.say_done(done)

    def _fill(self) -> None:
        self.add_row(self.cell(self.body_name, "body", self.tr("Wer hat entschieden?"), required=True))
        self._places_cell = self.cell(self.places, "places", self.tr("Spricht für"), required=True)
        self.add_row(self._places_cell)
        self.add_row(self.cell(self.result, "result", self.tr("Einvernehmen")))
        one_each = self.tr("Jede Bedingung in einer eigenen Zeile.")
        self._conditions_cell = self.cell(
            self.conditions, "conditions", self.tr("Bedingungen"), one_each, required=True
        )
        self.add_row(self._conditions_cell)
        self._kind_cell = self.cell(self.kind, "kind", self.tr("Form"))
        self.add_row(self._kind_cell)
        self.add_row(self.cell(self.day, "day", self.tr("Datum")), self.cell(self.proof, "proof", self.tr("Nachweis")))
        self.proof.set_placeholder(self.tr("z. B. Niederschrift, TOP 4"))
        words = (
            ("yes", self.tr("Ja-Stimmen")),
            ("no", self.tr("Nein-Stimmen")),
            ("abstentions", self.tr("Enthaltungen")),
        )
        self._count_cells = [self.cell(editor, *word) for editor, word in zip(self.counts, words, strict=True)]
        self.add_row(*self._count_cells)

    def _set(self, version_id: str, municipality_id: str, vote_id: str, *, collective: bool) -> None:
        self._version_id, self._municipality_id = version_id, municipality_id
        self._vote_id, self._collective = vote_id, collective
        self._places_cell.setVisible(collective)
        self._kind_cell.setVisible(not collective)
        for cell in self._count_cells:
            cell.setVisible(not collective)

    def _clear(self, start: tuple[VoteResult, VoteKind]) -> None:
        self.result.set_value(start[0])
        self.kind.set_value(start[1])
        self.conditions.set_value(())
        self.day.set_value(None)
        self.proof.set_value("")
        for editor in self.counts:
            editor.set_value(None)
        self._show_conditions()

    def _show(self, vote: Vote) -> None:
        self.result.set_value(vote.result)
        self.kind.set_value(vote.kind)
        self.conditions.set_value(vote.conditions)
        self.day.set_value(vote.decided_on)
        self.proof.set_value(vote.proof)
        for editor, count in zip(self.counts, (vote.yes, vote.no, vote.abstentions), strict=True):
            editor.set_value(count)
        self._show_conditions()

    def _wish(self) -> ConsentWish:
        result = self.result.value()
        if result is None:
            raise UserError(self.tr("Bitte wählen, wie entschieden wurde."))
        yes, no, abstentions = (editor.value() for editor in self.counts)
        return ConsentWish(
            version_id=self._version_id,
            body_name=self.body_name.value(),
            result=result,
            kind=VoteKind.COLLECTIVE if self._collective else self.kind.value() or VoteKind.RESOLUTION,
            decided_on=self.day.value(),
            proof=self.proof.value(),
            conditions=tuple(self.conditions.value()),
            yes=yes,
            no=no,
            abstentions=abstentions,
        )

    @Slot()
    def _show_conditions(self) -> None:
        self._conditions_cell.setVisible(self.result.value() is VoteResult.WITH_CONDITIONS)
