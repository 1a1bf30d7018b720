"""List the pages of the eight steps; each is loaded only when it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from kizdesk.domain.checks import Step
from kizdesk.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """Be one page: its key, its step, the words on its tab, and the class that is loaded late."""

    key: str
    step: Step
    tab: str
    place: str
    """Module and class below ``kizdesk.ui.pages``, such as ``basics.project:ProjectPage``."""
    kinds: frozenset[str] = frozenset()
    """Kinds of records it can show when somebody jumps to one."""
    hidden: bool = False
    """Opened from another page, without a tab of its own."""
    previews: bool = False
    """What is typed there is printed: the preview may stand beside it."""

    def load(self) -> type[Page]:
        """Import the page and return its class."""
        module, name = self.place.split(":")
        found = getattr(import_module(f"kizdesk.ui.pages.{module}"), name)
        if not (isinstance(found, type) and issubclass(found, Page)):
            raise TypeError(f"{self.place} is no page")
        return found


def _kinds(*names: str) -> frozenset[str]:
    return frozenset(names)


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "basics.project",
        Step.BASICS,
        "Projekt",
        "basics.project:ProjectPage",
        _kinds("project", "district", "municipality"),
    ),
    PageEntry(
        "basics.people", Step.BASICS, "Personen", "basics.people:PeoplePage", _kinds("person", "privacy_consent")
    ),
    PageEntry("basics.bodies", Step.BASICS, "Gremien und Akteure", "basics.bodies:BodiesPage", _kinds("body", "actor")),
    PageEntry("basics.schedule", Step.BASICS, "Termine", "basics.schedule:SchedulePage", _kinds("consultation")),
    PageEntry(
        "basics.chapters", Step.BASICS, "Kapitel", "basics.chapters:ChaptersPage", _kinds("chapter_text"), previews=True
    ),
    PageEntry("basics.sources", Step.BASICS, "Quellen", "basics.sources:SourcesPage", _kinds("source_document")),
    PageEntry("record.log", Step.BASICS, "Änderungsprotokoll", "record.log:LogPage", hidden=True),
    PageEntry("stocktaking.matrix", Step.STOCK_TAKING, "Übersicht", "stocktaking.matrix:MatrixPage"),
    PageEntry(
        "stocktaking.interviews",
        Step.STOCK_TAKING,
        "Gespräche",
        "stocktaking.interviews:InterviewsPage",
        _kinds("interview"),
    ),
    PageEntry("stocktaking.forms", Step.STOCK_TAKING, "Formulare", "forms.sent:FormsPage", _kinds("form_issue")),
    PageEntry("forms.returned", Step.STOCK_TAKING, "Rücklauf", "forms.returned:ReturnedPage", hidden=True),
    PageEntry("stocktaking.guide", Step.STOCK_TAKING, "Leitfaden", "guide.page:GuidePage", _kinds("guide_edition")),
    PageEntry(
        "interview.runner",
        Step.STOCK_TAKING,
        "Gespräch",
        "interview.runner:RunnerPage",
        _kinds("answer", "attachment"),
        hidden=True,
    ),
    PageEntry("stocktaking.merge", Step.STOCK_TAKING, "Gespräche übernehmen", "merge.page:MergePage", hidden=True),
    PageEntry("evaluation.comparison", Step.EVALUATION, "Vergleich", "evaluation.comparison:ComparisonPage"),
    PageEntry(
        "evaluation.offerings", Step.EVALUATION, "Angebote", "evaluation.offerings:OfferingsPage", _kinds("offering")
    ),
    PageEntry("evaluation.evidence", Step.EVALUATION, "Belege", "evaluation.evidence:EvidencePage", _kinds("evidence")),
    PageEntry(
        "fields.fields",
        Step.FIELDS,
        "Handlungsfelder",
        "fields.fields:FieldsPage",
        _kinds("field_of_action", "goal", "measure"),
        previews=True,
    ),
    PageEntry(
        "fields.principles",
        Step.FIELDS,
        "Leitlinien",
        "fields.principles:PrinciplesPage",
        _kinds("principle"),
        previews=True,
    ),
    PageEntry(
        "focus.focus",
        Step.FOCUS,
        "Schwerpunkte",
        "focus.focus:FocusPage",
        _kinds("focus_period", "focus"),
        previews=True,
    ),
    PageEntry(
        "organisation.placement",
        Step.ORGANISATION,
        "Anbindung und Aufgaben",
        "organisation.placement:PlacementPage",
        _kinds("organisation_variant", "centre_task", "course_of_action"),
        previews=True,
    ),
    PageEntry(
        "organisation.cost",
        Step.ORGANISATION,
        "Kosten",
        "organisation.cost:CostPage",
        _kinds("post", "cost_item", "stated_total"),
    ),
    PageEntry(
        "participation.consents",
        Step.PARTICIPATION,
        "Einvernehmen",
        "participation.consents:ConsentsPage",
        _kinds("consent_request", "editorial_ruling"),
    ),
    PageEntry(
        "participation.meetings",
        Step.PARTICIPATION,
        "Beratungen und Voten",
        "participation.meetings:MeetingsPage",
        _kinds("consultation", "vote"),
    ),
    PageEntry(
        "participation.statements",
        Step.PARTICIPATION,
        "Anregungen und Vorbehalte",
        "participation.statements:StatementsPage",
        _kinds("statement"),
        previews=True,
    ),
    PageEntry(
        "participation.versions",
        Step.PARTICIPATION,
        "Fassungen",
        "participation.versions:VersionsPage",
        _kinds("concept_version"),
    ),
    PageEntry("output.check", Step.OUTPUT, "Prüfen", "output.check:CheckPage"),
    PageEntry(
        "output.outline",
        Step.OUTPUT,
        "Gliederung",
        "output.outline:OutlinePage",
        _kinds("chapter_choice"),
    ),
    PageEntry(
        "output.house", Step.OUTPUT, "Hausvorlage", "output.house:HousePage", _kinds("house_template", "style_choice")
    ),
    PageEntry("output.preview", Step.OUTPUT, "Vorschau", "output.preview:PreviewPage"),
    PageEntry("output.export", Step.OUTPUT, "Ausgeben", "output.export:ExportPage"),
    PageEntry(
        "output.papers",
        Step.OUTPUT,
        "Vorlagen und Schreiben",
        "papers.page:PapersPage",
        _kinds("paper", "paper_entry", "paper_stop", "paper_question"),
    ),
)


def pages_of(step: Step) -> tuple[PageEntry, ...]:
    """Return the pages of a step, the hidden ones too."""
    return tuple(entry for entry in PAGES if entry.step is step)


def entry_for(key: str) -> PageEntry:
    """Return a page by its key; raises KeyError for an unknown one."""
    for entry in PAGES:
        if entry.key == key:
            return entry
    raise KeyError(key)


def entry_at(step: Step, kind: str) -> PageEntry:
    """Return the page of a step that shows records of a kind, or else its first page."""
    own = pages_of(step)
    return next((entry for entry in own if kind in entry.kinds), own[0])
