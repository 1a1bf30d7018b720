"""Describe the list and the form of statements."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from kizdesk.domain.fields import FieldOfAction, FieldStatus, Measure
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import SourceDocument
from kizdesk.domain.votes import ConsiderationStatus, Statement, StatementKind
from kizdesk.project.basics.chapters import chapter_rows
from kizdesk.project.records import next_position
from kizdesk.ui.forms import Choice, Day, DeskSpec, FieldSpec, Group, Line, LongText, Many, One, Option, records_of
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column

_ROLES = {ConsiderationStatus.OPEN: "attention", ConsiderationStatus.ADOPTED: "done"}


def statement_spec(session: Session) -> DeskSpec[Statement]:
    """Return how statements are shown."""
    return DeskSpec(
        record_type=Statement,
        columns=(
            Column("Stellungnahme", _text, stretch=True, strong=True, width=20),
            Column("Art", partial(_kind, session), width=8),
            Column("Abwägung", partial(_status, session), role=_role, width=21),
        ),
        groups=_groups(),
        make=_new,
        new_text="Neue Stellungnahme",
        new_in_head=True,
        shares=(6, 5),
        empty=(
            "Vorbehalte lassen ein Einvernehmen scheitern, wenn sie niemand beantwortet. "
            "Halten Sie fest, was Kommunen, Gremien und Fraktionen sagen, und wie damit umgegangen wird."
        ),
    )


def _groups() -> tuple[Group, ...]:
    return (
        Group(
            "Was gesagt wurde",
            (
                FieldSpec("text", "Stellungnahme", LongText, required=True, wide=True),
                FieldSpec("kind", "Art", partial(Choice, of=StatementKind), wide=True),
                FieldSpec("body_ids", "Gremien", partial(Many, source=records_of(Body, _name)), wide=True),
                FieldSpec("author", "Von", Line, help="Wenn es kein Gremium war, zum Beispiel eine Fraktion."),
                FieldSpec("stated_on", "Datum", Day),
                FieldSpec(
                    "consultation_id", "Beratung", partial(One, source=records_of(Consultation, _title)), wide=True
                ),
            ),
        ),
        Group(
            "Wie damit umgegangen wird",
            (
                FieldSpec("status", "Abwägung", partial(Choice, of=ConsiderationStatus), wide=True),
                FieldSpec("consideration", "Begründung", LongText, help="Steht so im Konzept.", wide=True),
                FieldSpec(
                    "place",
                    "Stelle im Konzept",
                    partial(One, source=_places, empty="keine bestimmte Stelle"),
                    help="Wo das Konzept darauf eingeht.",
                    wide=True,
                ),
                FieldSpec("source_ids", "Quellen", partial(Many, source=records_of(SourceDocument, _title)), wide=True),
            ),
        ),
    )


def _places(session: Session) -> Sequence[Option]:
    """Offer chapters, fields of action and measures: the places the concept can name."""
    snapshot = session.project.snapshot
    fields = [field for field in snapshot.all(FieldOfAction) if field.status is not FieldStatus.PROPOSED]
    return (
        *(Option(row.chapter, f"Kapitel „{row.title}“") for row in chapter_rows(session.project)),
        *(Option(field.id, f"Handlungsfeld „{field.title}“") for field in sorted(fields, key=_by_title)),
        *(Option(item.id, f"Maßnahme „{item.title}“") for item in sorted(snapshot.all(Measure), key=_by_title)),
    )


def _by_title(record: FieldOfAction | Measure) -> tuple[str, str]:
    return sort_key(record.title)


def _new(session: Session) -> Statement:
    project = session.project
    position = next_position(project.snapshot, Statement)
    return Statement(id=project.new_id(), kind=StatementKind.SUGGESTION, text="", position=position)


def _name(body: Body) -> str:
    return body.name


def _title(record: Consultation | SourceDocument) -> str:
    return record.title


def _text(statement: Statement) -> str:
    return statement.text


def _kind(session: Session, statement: Statement) -> str:
    return session.labels.of(statement.kind)


def _status(session: Session, statement: Statement) -> str:
    return session.labels.of(statement.status)


def _role(statement: Statement) -> str:
    return _ROLES.get(statement.status, "muted")
