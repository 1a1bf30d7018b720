"""Describe the lists and forms of Gremien and actors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.people import Actor, ActorKind, Body, BodyLevel
from kizdesk.domain.places import Municipality
from kizdesk.project.basics.committees import senders
from kizdesk.project.records import next_position, set_values
from kizdesk.ui.forms import Choice, DeskSpec, FieldSpec, Flag, Group, Line, LongText, Many, One, RecordDesk, records_of
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column

USUAL = "Übliche Gremien anlegen"
_NO_BODY = (
    "Ein Konzept braucht Gremien, die es beraten, ihr Einvernehmen erklären und es verabschieden. Das Programm kann "
    "die Liste schreiben, wie sie ein Kreis meistens braucht; alles darin lässt sich ändern."
)


class BodyDesk(RecordDesk[Body]):
    """Be the list of Gremien; the municipality is asked for only where it matters."""

    usual_wanted = Signal()
    """The list is empty, and the usual Gremien are wanted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, _body_spec(session), parent)
        self.form.set_write("level", partial(_write_level, session))
        self.chosen.connect(self._follow_level)
        self.table.show_empty(_NO_BODY, "" if session.read_only else USUAL)
        self.table.empty_state.begun.disconnect(self.add_new)
        self.table.empty_state.begun.connect(self.usual_wanted)
        self._follow_level(self.record)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        super().refresh(changes)
        self._follow_level(self.record)

    def _follow_level(self, body: Body | None) -> None:
        self.form.set_shown("municipality_id", shown=body is not None and body.level is BodyLevel.MUNICIPALITY)


def actor_spec(session: Session) -> DeskSpec[Actor]:
    """Return how actors are shown."""
    return DeskSpec(
        record_type=Actor,
        columns=(
            Column("Name", _name, stretch=True, strong=True),
            Column("Art", partial(_actor_kind, session), width=17),
            Column("Absprache", _is_agreed, text=_agreed_text),
        ),
        groups=(Group("", _actor_fields()),),
        make=_new_actor,
        new_text="Neuer Akteur",
        new_in_head=True,
        drops_unused=True,
        shares=(6, 5),
        empty=(
            "Das Konzept muss sagen, wie mit freien Trägern zusammengearbeitet und das Ehrenamt koordiniert wird. "
            "Erfassen Sie die Träger, Verbände und Gruppen mit dem, was mit ihnen abgesprochen ist."
        ),
    )


def _body_spec(session: Session) -> DeskSpec[Body]:
    return DeskSpec(
        record_type=Body,
        columns=(
            Column("Name", _name, stretch=True, strong=True),
            Column("Ebene", partial(_level, session), width=15),
        ),
        groups=(Group("", _body_fields()),),
        make=_new_body,
        new_text="Neues Gremium",
        new_in_head=True,
        drops_unused=True,
        shares=(6, 5),
        empty=_NO_BODY,
    )


def _body_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", "Name", Line, required=True, wide=True),
        FieldSpec("level", "Ebene", partial(Choice, of=BodyLevel), wide=True),
        FieldSpec(
            "municipality_id",
            "Kommune",
            partial(One, source=records_of(Municipality, _name), empty="noch nicht gewählt"),
            help="Nur wenn die Kommune feststeht, zählt ein Votum dieses Gremiums als ihr Einvernehmen.",
            wide=True,
        ),
        FieldSpec("adopts", "Beschluss", partial(Flag, text="verabschiedet das Integrationskonzept"), wide=True),
        FieldSpec("role", "Aufgabe im Verfahren", LongText, help="Steht so im Konzept.", wide=True),
        FieldSpec("members", "Mitglieder", LongText, wide=True),
    )


def _actor_fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("name", "Name", Line, required=True, wide=True),
        FieldSpec("kind", "Art", partial(Choice, of=ActorKind), wide=True),
        FieldSpec("contribution", "Was der Akteur leistet", LongText, wide=True),
        FieldSpec(
            "agreement",
            "Wie die Zusammenarbeit abgesprochen ist",
            LongText,
            help="Bei freien Trägern verlangt das Gesetz diese Angabe.",
            wide=True,
        ),
        FieldSpec(
            "municipality_ids",
            "Tätig in",
            partial(Many, source=records_of(Municipality, _name), empty="Kreisweit: keine Kommune gewählt."),
            wide=True,
        ),
    )


def _write_level(session: Session, body_id: str, level: object, stay: str) -> None:
    values: dict[str, object] = {"level": level}
    if level is not BodyLevel.MUNICIPALITY:
        values["municipality_id"] = ""
    set_values(session.project, Body, body_id, values, stay=stay)


def _name(record: Body | Actor | Municipality) -> str:
    return record.name


def _level(session: Session, body: Body) -> str:
    place = session.project.snapshot.find(Municipality, body.municipality_id)
    where = place.name if place is not None else session.labels.of(body.level)
    if body.id in senders(session.project.snapshot):
        return f"Absender, {where}"
    return f"{where}, beschließt" if body.adopts else where


def _actor_kind(session: Session, actor: Actor) -> str:
    return session.labels.of(actor.kind)


def _is_agreed(actor: Actor) -> bool:
    return bool(actor.agreement.strip())


def _agreed_text(actor: Actor) -> str:
    return "ja" if _is_agreed(actor) else "fehlt"


def _new_body(session: Session) -> Body:
    project = session.project
    return Body(id=project.new_id(), name="", position=next_position(project.snapshot, Body))


def _new_actor(session: Session) -> Actor:
    project = session.project
    return Actor(id=project.new_id(), name="", kind=ActorKind.PROVIDER, position=next_position(project.snapshot, Actor))
