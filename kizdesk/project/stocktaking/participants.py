"""Say who of the project may take part in an interview, and let them."""

from __future__ import annotations

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person
from kizdesk.domain.texts import sort_key
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import updates


def people_near(project: OpenProject, interview: Interview) -> tuple[Person, ...]:
    """Return the people of the municipality, then those from elsewhere who take part already."""
    own = interview.municipality_id
    found = [
        person
        for person in project.snapshot.all(Person)
        if person.known_as and (person.municipality_id == own or person.id in interview.person_ids)
    ]
    return tuple(sorted(found, key=lambda person: (person.municipality_id != own, _order(person))))


def people_elsewhere(project: OpenProject, interview: Interview) -> tuple[Person, ...]:
    """Return who else stands in the project and does not take part: those of the district first, then the others."""
    found = [
        person
        for person in project.snapshot.all(Person)
        if person.known_as
        and person.municipality_id != interview.municipality_id
        and person.id not in interview.person_ids
    ]
    return tuple(sorted(found, key=lambda person: (bool(person.municipality_id), _order(person))))


def take_part(project: OpenProject, interview_id: str, person_id: str) -> Person:
    """Let somebody who stands in the project take part in an interview, in one step; raises UserError if they do."""
    interview = project.snapshot.get(Interview, interview_id)
    person = project.snapshot.get(Person, person_id)
    if person_id in interview.person_ids:
        raise UserError(f"{person.known_as} nimmt schon teil.")
    ids = (*interview.person_ids, person_id)
    project.commit("Person hinzufügen", *updates(interview, {"person_ids": ids}))
    return person


def _order(person: Person) -> tuple[str, str]:
    return sort_key(person.known_as)
