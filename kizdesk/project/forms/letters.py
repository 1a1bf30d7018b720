"""Write the letter with which a municipality gets its form."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.concept.letters import Letter, letter_document
from kizdesk.concept.tree import Document
from kizdesk.concept.wording import Wording
from kizdesk.domain.counting import is_register
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality
from kizdesk.domain.roles import CONTACT, MAYOR, having
from kizdesk.paperwork import Sheet
from kizdesk.project.forms.cover import contact_of, return_address, sender_of
from kizdesk.project.forms.wish import FormWish, wished_sections
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.house_template import template_of
from kizdesk.writers.word import word_bytes


class LetterMaker:
    """Make the letters of one wish."""

    def __init__(self, project: OpenProject, wish: FormWish) -> None:
        self._project = project
        self._sections = wished_sections(project, wish) if wish.section_ids else ()
        self._sender = sender_of(project, wish)
        self._wording = Wording.of(project.library.toml("concept/letters.toml"))
        self._template = template_of(project)

    def document(self, issue: FormIssue, sheet: Sheet, file: str) -> Document:
        """Return the letter to a municipality, about its form of a name."""
        project, sections = self._project, self._sections
        letter = Letter(
            project=project.settings,
            district=next(iter(project.snapshot.all(District))),
            sender=self._sender,
            contact=contact_of(project),
            return_address=return_address(project, self._sender),
            municipality=project.snapshot.get(Municipality, issue.municipality_id),
            addressee=addressee_of(project, issue.municipality_id),
            dated=sheet.identity.sent_on,
            return_by=issue.return_by,
            file=file,
            sections=tuple(f"{section.letter} {section.title}" for section in sections),
            asks_offerings_only=bool(sections) and all(map(is_register, sections)),
            tells_known=any(ask.known for part in sheet.parts for ask in part.asks),
        )
        return letter_document(letter, self._wording)

    def data(self, issue: FormIssue, sheet: Sheet, file: str) -> bytes:
        """Return the letter as a Word file."""
        return word_bytes(
            self.document(issue, sheet, file),
            template=self._template,
            created=self._project.now(),
            progress=_silent,
        )


def addressee_of(project: OpenProject, municipality_id: str, roles: Iterable[str] = (CONTACT, MAYOR)) -> Person | None:
    """Return to whom a municipality's letter goes: who has the first of the roles, one who can be reached first."""
    people = [person for person in project.snapshot.all(Person) if person.municipality_id == municipality_id]
    for role in roles:
        found = [person for person in having(people, role) if person.known_as]
        if found:
            return max(found, key=lambda person: bool(person.email))
    return None


def _silent(_what: str, _share: float) -> None:
    """Leave out the steps within one letter, which takes a moment only."""
