"""Say which fields of which records are searched; a new one is added here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.domain.base import Record
from kizdesk.domain.cost import CostItem, Post
from kizdesk.domain.fields import FieldOfAction, Goal, Measure, Principle
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, Offering
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.domain.people import Actor, Body, Consultation, Person
from kizdesk.domain.places import Municipality
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ChapterText, SourceDocument
from kizdesk.domain.votes import Statement, Vote

SEARCHED_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Answer: ("text", "rows", "note"),
    Offering: ("title", "provider", "partners", "description", "place", "success"),
    Measure: ("title", "description", "lead", "partners", "target_group", "funding", "indicator", "origin_note"),
    Evidence: ("wording", "note"),
    FieldOfAction: ("title", "description", "situation", "needs", "guiding_goal"),
    Goal: ("title", "description"),
    Principle: ("title", "text"),
    ChapterText: ("title", "text"),
    Person: ("name", "function", "unit", "email", "roles"),
    Body: ("name", "role", "members"),
    Actor: ("name", "contribution", "agreement"),
    Consultation: ("title", "outcome", "paper"),
    Statement: ("text", "author", "consideration"),
    Vote: ("conditions", "wording", "note"),
    ConsentRequest: ("note",),
    EditorialRuling: ("reason",),
    Interview: ("interviewers", "note"),
    Attachment: ("name",),
    Municipality: ("name", "official_name"),
    Focus: ("reason",),
    FocusPeriod: ("self_commitment", "note"),
    OrganisationVariant: ("title", "description", "advantages", "disadvantages"),
    CentreTask: ("title", "text"),
    CourseOfAction: ("title", "text"),
    Post: ("title",),
    CostItem: ("title", "note"),
    SourceDocument: ("title", "author", "reference", "note"),
}


def searched_texts(record: Record) -> dict[str, str]:
    """Return the texts of a record that are searched, by field, as they are spelled; empty ones are left out."""
    fields = SEARCHED_FIELDS.get(type(record), ())
    texts = ((field, spelled(getattr(record, field))) for field in fields)
    return {field: text for field, text in texts if text}


def spelled(value: object) -> str:
    """Return a text, a list of texts or a table as one text."""
    if isinstance(value, str):
        return value
    return "\n".join(_line(item) for item in value) if isinstance(value, Iterable) else ""


def _line(item: object) -> str:
    return item if isinstance(item, str) else "; ".join(cell for cell in _cells(item) if cell)


def _cells(item: object) -> Iterable[str]:
    return (str(cell) for cell in item) if isinstance(item, Iterable) else ()
