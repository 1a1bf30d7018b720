"""Ask on paper who answers: people the office knows are ticked, others are written into a table."""

from __future__ import annotations

from kizdesk.domain.guide import Guide, Question
from kizdesk.domain.people import Person
from kizdesk.domain.roles import MAYOR, having
from kizdesk.domain.texts import sort_key
from kizdesk.paperwork import Ask, Choice, Column, FieldName, Grid, Part, Ticks
from kizdesk.project.forms import marks
from kizdesk.project.forms.cover import firm
from kizdesk.project.forms.entries import is_one
from kizdesk.project.opened import OpenProject

BINDING = "interview.person_ids"
_TITLE = "Angaben zu Ihnen"
_PRIVACY = (
    "Mit diesem Formular erhalten Sie die Information zum Datenschutz nach Art. 13 DSGVO. "
    "Bitte geben Sie nur dienstliche Kontaktdaten an."
)
_WHO = "Wer hat dieses Formular ausgefüllt oder daran mitgewirkt?"
_KNOWN = "Bitte ankreuzen, wer mitgewirkt hat; andere Personen tragen Sie bitte in die Tabelle ein."
_ROWS = 4
_PERSON = "Person {number}"
_WIDE = {"e_mail": 5, "telefon": 3}
"""The shares of columns that differ from the usual; addresses are long and must not be cut."""
_USUAL = 4
_REACHED = frozenset(("telefon", "e_mail"))
"""Stands in a table of its own below, so that nobody's words are cut."""


def people_part(project: OpenProject, guide: Guide, municipality_id: str, *, with_known: bool) -> Part | None:
    """Return the part in which those who answer are named; nothing if the guide does not ask for them."""
    question = next((item for item in guide.questions() if item.binding == BINDING and not item.retired), None)
    if question is None:
        return None
    known = people_of(project, municipality_id) if with_known else ()
    entries = _entries(question, known)
    ask = Ask(question.number, _WHO, entries, keep_together=is_one(entries))
    return Part(_TITLE, (ask,), guide.section_of(question.id).letter, _PRIVACY)


def people_of(project: OpenProject, municipality_id: str) -> tuple[Person, ...]:
    """Return the people of a municipality of whom something is known, its mayor first."""
    people = [
        item for item in project.snapshot.all(Person) if item.municipality_id == municipality_id and item.known_as
    ]
    mayors = {person.id for person in having(people, MAYOR)}
    return tuple(sorted(people, key=lambda person: (person.id not in mayors, sort_key(person.known_as))))


def _entries(question: Question, known: tuple[Person, ...]) -> tuple[Ticks | Grid, ...]:
    columns = [Column(item.id, item.label, _WIDE.get(item.id, _USUAL)) for item in question.columns]
    parts = ([item for item in columns if (item.id in _REACHED) is is_reached] for is_reached in (False, True))
    rows = tuple(Choice(str(number), _PERSON.format(number=number)) for number in range(1, _ROWS + 1))
    tables = tuple(Grid(FieldName(question.id), tuple(part), rows) for part in parts if part)
    if not known:
        return tables
    people = tuple(Choice(person.id, _words(person)) for person in known)
    return (Ticks(FieldName(question.id, marks.KNOWN_PEOPLE), people, _KNOWN), *tables)


def _words(person: Person) -> str:
    who = ", ".join(filter(None, (person.name, person.function, person.unit)))
    reached = ", ".join(filter(None, (firm(f"Telefon {person.phone}") if person.phone else "", person.email)))
    return f"{who} ({reached})" if reached else who
