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
from kizdesk.project.participation.consent_entry import (
    ConsentWish,
    bodies_of,
    change_consent,
    conferences,
    letter_of,
    record_collective,
    record_consent,
    remark_on_day,
    writer_of,
)
from kizdesk.ui.forms import Day, Line, Lines, Many, Option, Whole, records_of
from kizdesk.ui.forms.choice import Segments
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.pages.participation.consents_proposed import Proposed
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
_SUBMIT = {
    VoteResult.AGREED: "Zustimmung eintragen",
    VoteResult.WITH_CONDITIONS: "Zustimmung eintragen",
    VoteResult.REFUSED: "Ablehnung eintragen",
    VoteResult.DEFERRED: "Vertagung eintragen",
}


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
        self.first = self.body_name
        self._proposed_proof = ""
        self.result.committed.connect(self._fit)
        self.kind.committed.connect(self._choose_kind)
        self.day.edited.connect(self._propose_proof)
        self.day.edited.connect(self._remark_on_day)
        self.day.left.connect(self._remark_on_day)

    def begin(self, version: ConceptVersion, place: Municipality) -> None:
        """Ask for the answer of one municipality."""
        self._set(version.id, place.id, "", collective=False)
        self.body_name.offer(bodies_of(self.session.project, place.id))
        self.put_words(self.tr("Antwort von {0} zur Fassung {1}").format(place.name, version.number), "", "")
        self._clear((VoteResult.AGREED, VoteKind.RESOLUTION))

    def begin_collective(self, version: ConceptVersion, open_ones: Sequence[str]) -> None:
        """Ask for a statement for several municipalities."""
        self._set(version.id, "", "", collective=True)
        self.body_name.offer(conferences(self.session.project))
        self.put_words(
            self.tr("Sammelerklärung zur Fassung {0}").format(version.number),
            self.tr(
                "Eine Konferenz erklärt sich für mehrere Kommunen. Die eigene Antwort einer Kommune geht stets vor."
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
        words = self.tr("Sammelerklärung") if collective else self.tr("Antwort von {0}").format(place.name)
        self.put_words(self.tr("{0} zur Fassung {1} ändern").format(words, number), "", self.tr("Änderung übernehmen"))
        self.places.reload()
        self.places.set_value(vote.speaks_for)
        self._show(vote)

    def act(self) -> None:
        """Record the vote, or what was mended."""
        project, wish = self.session.project, self._wish()
        places, before = tuple(self.places.value()), project.snapshot
        if self._vote_id:
            change_consent(project, self._vote_id, wish, places)
            done = self.tr("Die Antwort ist geändert.")
        elif self._collective:
            record_collective(project, places, wish)
            done = self.tr("Die Sammelerklärung für {0} Kommunen ist eingetragen.").format(len(places))
        else:
            record_consent(project, self._municipality_id, wish)
            name = project.snapshot.get(Municipality, self._municipality_id).name
            done = self.tr("Die Antwort von {0} ist eingetragen.").format(name)
        self.session.say_done(done, before)

    @property
    def _in_writing(self) -> bool:
        return not self._collective and self.kind.value() is VoteKind.IN_WRITING

    def _fill(self) -> None:
        self._body_cell = self.cell(self.body_name, "body", self.tr("Wer hat entschieden?"), required=True)
        self.add_row(self._body_cell)
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
        self._day_cell = self.cell(self.day, "day", self.tr("Datum"))
        self.add_row(self._day_cell, self.cell(self.proof, "proof", self.tr("Nachweis")))
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

    def _clear(self, start: tuple[VoteResult, VoteKind]) -> None:
        self._proposed_proof = ""
        self.result.set_value(start[0])
        self.kind.set_value(start[1])
        self.conditions.set_value(())
        self.day.set_value(None)
        self.proof.set_value("")
        for editor in self.counts:
            editor.set_value(None)
        self._fit()
        self._remark_on_day()

    def _show(self, vote: Vote) -> None:
        self.result.set_value(vote.result)
        self.kind.set_value(vote.kind)
        self.conditions.set_value(vote.conditions)
        self.day.set_value(vote.decided_on)
        self.proof.set_value(vote.proof)
        for editor, count in zip(self.counts, (vote.yes, vote.no, vote.abstentions), strict=True):
            editor.set_value(count)
        self._fit()
        self._remark_on_day()

    def _wish(self) -> ConsentWish:
        result = self.result.value()
        if result is None:
            raise UserError(self.tr("Bitte wählen, wie entschieden wurde."))
        voted = not self._collective and not self._in_writing
        yes, no, abstentions = (editor.value() if voted else None for editor in self.counts)
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
    def _fit(self) -> None:
        """Show what belongs to the result and the form chosen: a letter has no count of votes."""
        result, letter = self.result.value(), self._in_writing
        self._conditions_cell.setVisible(result is VoteResult.WITH_CONDITIONS)
        for cell in self._count_cells:
            cell.setVisible(not self._collective and not letter)
        self._body_cell.rename(self.tr("Wer hat geschrieben?") if letter else self.tr("Wer hat entschieden?"))
        self._day_cell.rename(self.tr("Datum des Schreibens") if letter else self.tr("Datum"))
        example = self.tr("ergibt sich aus dem Datum") if letter else self.tr("etwa Niederschrift, TOP 4")
        self.proof.set_placeholder(example)
        if not self._collective and not self._vote_id:
            self.name_submit(_SUBMIT.get(result, _SUBMIT[VoteResult.AGREED]))

    @Slot()
    def _choose_kind(self) -> None:
        """Propose who writes letters and what proves it, unless something else was typed."""
        self._fit()
        names = bodies_of(self.session.project, self._municipality_id) if self._municipality_id else ()
        if self.body_name.value() in names and not self._vote_id:
            writer = writer_of(self.session.project, self._municipality_id)
            self.body_name.set_value(writer if self._in_writing else names[0])
        self._propose_proof()

    @Slot()
    def _remark_on_day(self) -> None:
        """Say at once that the answer would be older than its version; it may be, so nothing is refused."""
        try:
            day = self.day.value() if self.day.is_settled or not self.day.has_focus() else None
        except UserError:
            day = None
        self._day_cell.show_remark(remark_on_day(self.session.project.snapshot, self._version_id, day))

    @Slot()
    def _propose_proof(self) -> None:
        if self.proof.value() not in ("", self._proposed_proof):
            return
        try:
            day = self.day.value() if self._in_writing else None
        except UserError:
            day = None
        self._proposed_proof = letter_of(day) if day else ""
        self.proof.set_value(self._proposed_proof)
