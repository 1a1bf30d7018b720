"""List every record type of a project; a new one is added here and nowhere else."""

from __future__ import annotations

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.cost import CostItem, Post, StatedTotal
from kizdesk.domain.fields import FieldOfAction, Goal, Measure, Principle
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, Offering
from kizdesk.domain.layout import ChapterChoice, HouseTemplate, StyleChoice
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.domain.papers import Paper, PaperEntry, PaperQuestion, PaperStop
from kizdesk.domain.people import Actor, Body, Consultation, Person, PrivacyConsent
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ChapterText, ConceptVersion, SourceDocument
from kizdesk.domain.votes import Statement, Vote

RECORD_TYPES: tuple[type[Record], ...] = (
    Project,
    District,
    Municipality,
    Person,
    PrivacyConsent,
    Body,
    Actor,
    Consultation,
    Interview,
    Answer,
    Offering,
    Attachment,
    Evidence,
    Principle,
    FieldOfAction,
    Goal,
    Measure,
    FocusPeriod,
    Focus,
    OrganisationVariant,
    CentreTask,
    CourseOfAction,
    Post,
    CostItem,
    StatedTotal,
    ConceptVersion,
    Vote,
    Statement,
    ChapterText,
    SourceDocument,
    ConsentRequest,
    EditorialRuling,
    FormIssue,
    GuideEdition,
    ChapterChoice,
    HouseTemplate,
    StyleChoice,
    Paper,
    PaperEntry,
    PaperStop,
    PaperQuestion,
)

TYPE_OF_KIND: dict[str, type[Record]] = {kind_of(record_type): record_type for record_type in RECORD_TYPES}
