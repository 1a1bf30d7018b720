"""Choose the fields of action that an interview asks about, and list the offerings of its municipality."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.guide import Option, Question, QuestionType, Section
from kizdesk.domain.interviews import Interview, Offering
from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import sort_key
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.runner.ask import Ask, Shape, strands_of


@dataclass(frozen=True, slots=True)
class OfferingLine:
    """Be one offering of the list: its name, who runs it, and what is still missing."""

    id: str
    title: str
    detail: str


def field_options(project: OpenProject, interview: Interview) -> tuple[Option, ...]:
    """Return the fields of action that can be asked about; a former one only if it is chosen."""
    fields = sorted(project.snapshot.all(FieldOfAction), key=lambda field: field.position)
    return tuple(
        Option(field.id, field.title)
        for field in fields
        if field.status is not FieldStatus.FORMER or field.id in interview.field_ids
    )


def choose_fields(project: OpenProject, interview_id: str, field_ids: tuple[str, ...], *, stay: str = "") -> None:
    """Say which fields of action are asked about; answers on one that is left out are kept."""
    order = [option.id for option in field_options(project, project.snapshot.get(Interview, interview_id))]
    chosen = tuple(field_id for field_id in order if field_id in field_ids)
    values: dict[str, object] = {"field_ids": chosen}
    set_values(project, Interview, interview_id, values, label="Handlungsfelder wählen", stay=stay)


def offering_lines(project: OpenProject, interview: Interview) -> tuple[OfferingLine, ...]:
    """Return the offerings of the municipality, in the order of their names."""
    own = [item for item in project.snapshot.all(Offering) if item.municipality_id == interview.municipality_id]
    ordered = sorted(own, key=lambda item: sort_key(item.title))
    return tuple(OfferingLine(item.id, item.title or "ohne Namen", _detail(item)) for item in ordered)


def say_no_offerings(project: OpenProject, municipality_id: str, *, none: bool) -> None:
    """Hold that a municipality has no offerings, or take that back; the first offering takes it back by itself.

    Raises UserError if offerings are recorded.
    """
    place = project.snapshot.get(Municipality, municipality_id)
    if none and any(offering.municipality_id == place.id for offering in project.snapshot.all(Offering)):
        raise UserError(f"Für {place.name} sind Angebote erfasst. Bitte zuerst diese löschen.")
    label = "Keine Angebote festhalten" if none else "Angabe „Keine Angebote“ zurückziehen"
    set_values(project, Municipality, place.id, {"no_offerings": none}, label=label)


def _detail(offering: Offering) -> str:
    missing = [
        text
        for text, held in (
            ("Träger fehlt", offering.provider),
            ("Handlungsfeld fehlt", offering.field_ids),
            ("Fortführung fehlt", offering.continuation),
        )
        if not held
    ]
    return " · ".join(filter(None, [offering.provider, *missing]))


def ask_fields(project: OpenProject, interview: Interview, section: Section) -> Ask:
    """Return the choice of fields of action as a question, asked at the head of their section."""
    question = Question(
        id="",
        number=section.letter,
        text="Zu welchen Handlungsfeldern möchte die Kommune etwas sagen?",
        type=QuestionType.MULTIPLE,
        hint=section.hint,
        short="Auswahl der Handlungsfelder",
    )
    options = field_options(project, interview)
    return Ask(question, Shape.CHOICE, options, details=strands_of(project, options), bound=True)
