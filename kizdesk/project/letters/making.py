"""Make the letters of one kind, one municipality after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TypedDict

from kizdesk.concept.german import shortened
from kizdesk.concept.letters.content import Texts
from kizdesk.concept.letters.invitation import Invitation, invitation
from kizdesk.concept.letters.reminder import Reminder, reminder
from kizdesk.concept.letters.request import Changed, Request, request
from kizdesk.concept.tree import Document
from kizdesk.domain.errors import UserError
from kizdesk.domain.papers import PaperKind
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.register import request_of
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.roles import CONTACT, MAYOR
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Consent, ConsentState
from kizdesk.project.forms.consent_form import consent_file
from kizdesk.project.forms.cover import contact_of, return_address
from kizdesk.project.forms.file_names import consent_names
from kizdesk.project.forms.letters import addressee_of
from kizdesk.project.forms.wish import can_be_asked
from kizdesk.project.letters.fields import is_due_own, length_of, letter_words, sender_lines, texts_of
from kizdesk.project.letters.places import Lack, asked_version, lacking, planned_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_changes import ReadableChange
from kizdesk.project.participation.consent_register import changes_for
from kizdesk.project.participation.requests import consents
from kizdesk.project.reading import guide_in_force

_EARLIER = (ConsentState.EARLIER_VERSION, ConsentState.EDITORIAL)
_CELL = 360
"""Letters of what changed that are told in the annex; the whole stands in the concept."""


class _Parts(TypedDict):
    """Be what a frame is made of."""

    project: Project
    district: District
    sender: tuple[str, ...]
    contact: Person | None
    return_address: str
    municipality: Municipality
    addressee: Person | None
    dated: date


class LetterMaker:
    """Make the letters of one kind; raises UserError where the project can have none."""

    def __init__(self, project: OpenProject, kind: PaperKind) -> None:
        if (lack := lacking(project, kind)) is not None:
            raise UserError(lack.value)
        self._project, self._kind = project, kind
        self._words = letter_words(project)
        self._texts = texts_of(project, kind)
        self._sender = sender_lines(project, kind)
        self._is_due_own = is_due_own(project, kind)
        self._people = project.snapshot.by_id(Person)

    def document(self, municipality_id: str) -> Document:
        """Return the letter to one municipality."""
        match self._kind:
            case PaperKind.INVITATION:
                return self._invitation(municipality_id)
            case PaperKind.REQUEST:
                return self._request(municipality_id)
            case _:
                return self._reminder(municipality_id)

    def reply_form(self, municipality_id: str) -> tuple[str, bytes]:
        """Return name and bytes of the form with which a municipality answers until the day of its letter."""
        place = self._project.snapshot.get(Municipality, municipality_id)
        last = self._texts_until(self._asked(municipality_id)).last
        return self._reply_forms[municipality_id], consent_file(self._project, self._version, place, last, self._sender)

    @cached_property
    def _version(self) -> ConceptVersion:
        version = asked_version(self._project)
        if version is None:
            raise UserError(Lack.VERSION.value)
        return version

    @cached_property
    def _consents(self) -> dict[str, Consent]:
        return {consent.municipality_id: consent for consent in consents(self._project, self._version.id)}

    @cached_property
    def _reply_forms(self) -> dict[str, str]:
        return consent_names(self._project.snapshot.all(Municipality), self._version.number)

    @cached_property
    def _sections(self) -> tuple[str, ...]:
        return tuple(section.title for section in guide_in_force(self._project).sections if can_be_asked(section))

    def _parts(self, municipality_id: str) -> _Parts:
        project = self._project
        roles = (CONTACT, MAYOR) if self._kind is PaperKind.INVITATION else (MAYOR, CONTACT)
        return {
            "project": project.settings,
            "district": next(iter(project.snapshot.all(District))),
            "sender": self._sender,
            "contact": contact_of(project),
            "return_address": return_address(project, self._sender),
            "municipality": project.snapshot.get(Municipality, municipality_id),
            "addressee": addressee_of(project, municipality_id, roles),
            "dated": project.now().date(),
        }

    def _invitation(self, municipality_id: str) -> Document:
        interview = planned_interview(self._project, municipality_id)
        ids = interview.person_ids if interview is not None else ()
        told = Invitation(
            **self._parts(municipality_id),
            texts=self._texts,
            interview=interview,
            invited=tuple(self._people[key] for key in ids if key in self._people),
            sections=self._sections,
            length=length_of(self._project),
        )
        return invitation(told, self._words)

    def _request(self, municipality_id: str) -> Document:
        agreed_to, changes = self._since(municipality_id)
        told = Request(
            **self._parts(municipality_id),
            texts=self._texts_until(self._asked(municipality_id)),
            version=self._version,
            agreed_to=agreed_to,
            changes=changes,
            reply_form=self._reply_forms[municipality_id],
        )
        return request(told, self._words)

    def _reminder(self, municipality_id: str) -> Document:
        asked = self._asked(municipality_id)
        told = Reminder(
            **self._parts(municipality_id),
            texts=self._texts_until(asked),
            version=self._version,
            asked=asked,
            reply_form=self._reply_forms[municipality_id],
        )
        return reminder(told, self._words)

    def _asked(self, municipality_id: str) -> ConsentRequest | None:
        return request_of(self._project.snapshot.all(ConsentRequest), municipality_id, self._version.id)

    def _texts_until(self, asked: ConsentRequest | None) -> Texts:
        """Return the texts; while nobody wrote a last day, with the one noted for a municipality if it is to come."""
        due = asked.due_on if asked is not None and not self._is_due_own else None
        return replace(self._texts, last=due) if due is not None and due >= self._project.now().date() else self._texts

    def _since(self, municipality_id: str) -> tuple[ConceptVersion | None, tuple[Changed, ...]]:
        """Return the earlier version to which a municipality agreed, and what changed since for it."""
        consent = self._consents.get(municipality_id)
        if consent is None or consent.state not in _EARLIER:
            return None, ()
        agreed_to = self._project.snapshot.find(ConceptVersion, consent.version_id)
        if agreed_to is None:
            return None, ()
        return agreed_to, tuple(map(_changed, changes_for(self._project, municipality_id, self._version.id)))


def _changed(change: ReadableChange) -> Changed:
    return Changed(change.place, change.what, _cell(change.before), _cell(change.after))


def _cell(text: str) -> str:
    return shortened(text.replace(" | ", ": "), _CELL)
