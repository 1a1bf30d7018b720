"""Describe the list and the form of votes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.places import Municipality
from kizdesk.domain.versions import ConceptVersion, SourceDocument
from kizdesk.domain.votes import Majority, Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.participation.consent_entry import remark_on_day
from kizdesk.project.participation.votes_edit import change_vote, new_vote, subject_text
from kizdesk.ui.forms import (
    Choice,
    Day,
    DeskSpec,
    FieldSpec,
    Group,
    Line,
    Lines,
    LongText,
    Many,
    One,
    Option,
    RecordDesk,
    Whole,
    records_of,
)
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column

_ROLES = {
    VoteResult.AGREED: "done",
    VoteResult.WITH_CONDITIONS: "attention",
    VoteResult.REFUSED: "problem",
    VoteResult.DEFERRED: "attention",
}


class VoteDesk(RecordDesk[Vote]):
    """Be the list of votes; what a vote does not need is not asked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _spec(session), parent)
        for field in self.form.fields:
            self.form.set_write(field, partial(_write, session, field))
        self.chosen.connect(self._show_needed)
        self._show_needed(self.record)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        super().refresh(changes)
        self._show_needed(self.record)

    def _show_needed(self, vote: Vote | None = None) -> None:
        if vote is None:
            return
        self.form.show_remark(
            "decided_on", remark_on_day(self._session.project.snapshot, vote.subject_id, vote.decided_on)
        )
        self.form.set_shown("subject_id", shown=vote.subject is not VoteSubject.CENTRE)
        self.form.set_shown("speaks_for", shown=vote.kind is VoteKind.COLLECTIVE)
        needed = vote.result is VoteResult.WITH_CONDITIONS or bool(vote.conditions)
        self.form.set_shown("conditions", shown=needed)
        letter = vote.kind is VoteKind.IN_WRITING
        for name in ("majority", "yes", "no", "abstentions"):
            self.form.set_shown(name, shown=not letter or getattr(vote, name) is not None)


def _spec(session: Session) -> DeskSpec[Vote]:
    return DeskSpec(
        record_type=Vote,
        columns=(
            Column("Datum", _decided, text=_day, width=10),
            Column("Gremium", partial(_body, session), stretch=True, strong=True, width=16),
            Column("Gegenstand", partial(_subject, session), width=10),
            Column("Ergebnis", partial(_result, session), role=_role, width=12),
        ),
        groups=_groups(),
        make=_new,
        new_text="Neues Votum",
        new_in_head=True,
        rows=_rows,
        copies=False,
        shares=(6, 5),
        empty=(
            "Hier steht, was Gremien beschlossen oder erklärt haben: zur Einrichtung des Zentrums, zu den "
            "Schwerpunkten und zu einer Fassung des Konzepts. Das Einvernehmen der Kommunen folgt aus diesen Voten."
        ),
    )


def _groups() -> tuple[Group, ...]:
    return (
        Group(
            "Wer und worüber",
            (
                FieldSpec(
                    "body_id", "Gremium", partial(One, source=records_of(Body, _name), optional=False), wide=True
                ),
                FieldSpec("subject", "Gegenstand", partial(Choice, of=VoteSubject), wide=True),
                FieldSpec(
                    "subject_id", "Fassung oder Zeitraum", partial(One, source=_subjects, optional=False), wide=True
                ),
                FieldSpec("kind", "Form", partial(Choice, of=VoteKind)),
                FieldSpec("decided_on", "Datum", Day),
                FieldSpec(
                    "speaks_for",
                    "Spricht für",
                    partial(Many, source=records_of(Municipality, _name), empty="Nicht bekannt, für wen sie spricht."),
                    help="Nur die genannten Kommunen gelten als gebunden.",
                    wide=True,
                ),
            ),
        ),
        Group(
            "Ergebnis",
            (
                FieldSpec("result", "Ergebnis", partial(Choice, of=VoteResult), wide=True),
                FieldSpec("conditions", "Bedingungen", Lines, help="Je Zeile eine Bedingung.", wide=True),
                FieldSpec(
                    "majority",
                    "Mehrheit",
                    partial(Choice, of=Majority, optional=True, empty="nicht bekannt"),
                    wide=True,
                ),
                FieldSpec("yes", "Ja", partial(Whole, optional=True), placeholder="nicht bekannt"),
                FieldSpec("no", "Nein", partial(Whole, optional=True), placeholder="nicht bekannt"),
                FieldSpec("abstentions", "Enthaltungen", partial(Whole, optional=True), placeholder="nicht bekannt"),
            ),
        ),
        Group(
            "Nachweis",
            (
                FieldSpec("proof", "Wo es steht", Line, placeholder="etwa Niederschrift, TOP 4", wide=True),
                FieldSpec("wording", "Wortlaut", LongText, wide=True),
                FieldSpec("note", "Bemerkung", LongText, wide=True),
                FieldSpec(
                    "consultation_id", "Beratung", partial(One, source=records_of(Consultation, _title)), wide=True
                ),
                FieldSpec("source_ids", "Quellen", partial(Many, source=records_of(SourceDocument, _title)), wide=True),
            ),
        ),
    )


def _write(session: Session, field: str, vote_id: str, value: object, stay: str) -> None:
    change_vote(session.project, vote_id, {field: value}, stay=stay)


def _subjects(session: Session) -> Sequence[Option]:
    """Offer versions and periods together: which of them fits is checked when it is written."""
    snapshot = session.project.snapshot
    versions = sorted(snapshot.all(ConceptVersion), key=_number, reverse=True)
    periods = sorted(snapshot.all(FocusPeriod), key=_starts, reverse=True)
    return (
        *(Option(version.id, f"Fassung {version.number}: {version.name}") for version in versions),
        *(Option(period.id, f"Schwerpunkte {period.starts:%d.%m.%Y} bis {period.ends:%d.%m.%Y}") for period in periods),
    )


def _rows(session: Session) -> Sequence[Vote]:
    return sorted(session.project.snapshot.all(Vote), key=_latest_first)


def _latest_first(vote: Vote) -> tuple[bool, int]:
    return vote.decided_on is None, -(vote.decided_on.toordinal() if vote.decided_on else 0)


def _new(session: Session) -> Vote:
    return new_vote(session.project)


def _number(version: ConceptVersion) -> int:
    return version.number


def _starts(period: FocusPeriod) -> date:
    return period.starts


def _name(record: Body | Municipality) -> str:
    return record.name


def _title(record: Consultation | SourceDocument) -> str:
    return record.title


def _decided(vote: Vote) -> object:
    return vote.decided_on


def _day(vote: Vote) -> str:
    return f"{vote.decided_on:%d.%m.%Y}" if vote.decided_on else "ohne Tag"


def _body(session: Session, vote: Vote) -> str:
    body = session.project.snapshot.find(Body, vote.body_id)
    return body.name if body is not None else ""


def _subject(session: Session, vote: Vote) -> str:
    return subject_text(session.project.snapshot, vote)


def _result(session: Session, vote: Vote) -> str:
    return session.labels.of(vote.result)


def _role(vote: Vote) -> str:
    return _ROLES.get(vote.result, "")
