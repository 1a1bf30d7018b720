"""Turn what the search finds into places that people can read and the window can jump to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.german import shortened
from kizdesk.domain.base import Record
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.versions import ChapterText
from kizdesk.project.opened import Hit, OpenProject
from kizdesk.project.wording.naming import Names

_TITLE = 70
_STEPS: Mapping[Step, tuple[str, ...]] = {
    Step.BASICS: (
        "project", "district", "municipality", "person", "privacy_consent", "body", "actor",
        "chapter_text", "source_document",
    ),
    Step.STOCK_TAKING: ("interview", "answer", "attachment", "form_issue", "guide_edition"),
    Step.EVALUATION: ("offering", "evidence"),
    Step.FIELDS: ("principle", "field_of_action", "goal", "measure"),
    Step.FOCUS: ("focus_period", "focus"),
    Step.ORGANISATION: (
        "organisation_variant", "centre_task", "course_of_action", "post", "cost_item", "stated_total",
    ),
    Step.OUTPUT: (
        "chapter_choice", "house_template", "style_choice", "paper", "paper_entry", "paper_stop", "paper_question",
    ),
    Step.PARTICIPATION: ("concept_version", "consultation", "vote", "statement", "consent_request", "editorial_ruling"),
}  # fmt: skip
_STEP_OF_KIND = {kind: step for step, kinds in _STEPS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Place:
    """Be one thing that was found: what it is, where it stands, what stands there."""

    title: str
    where: str
    """Such as ``Gespräch Dormagen, Frage B.5``."""
    snippet: str
    kind: str
    kind_text: str
    target: Target


def places(project: OpenProject, query: str, limit: int = 50) -> tuple[Place, ...]:
    """Return where the words of a query stand, best first; each thing once, with its best passage."""
    namer = _Namer(project)
    found: dict[tuple[str, str], Place] = {}
    for hit in project.search(query, limit):
        if (hit.kind, hit.id) not in found:
            found[hit.kind, hit.id] = namer.place(hit)
    return tuple(found.values())


def step_of(kind: str) -> Step:
    """Return the step in which records of a kind are edited; that of the output for an unknown kind."""
    return _STEP_OF_KIND.get(kind, Step.OUTPUT)


class _Namer:
    def __init__(self, project: OpenProject) -> None:
        self._snapshot = project.snapshot
        self._names = Names(project, self._snapshot)

    def place(self, hit: Hit) -> Place:
        record_type = TYPE_OF_KIND[hit.kind]
        record = self._snapshot.get(record_type, hit.id)
        title, where = self._names.of(record)
        kind_text = kind_name(record_type)
        return Place(
            title=shortened(title, _TITLE) or kind_text,
            where=where or kind_text,
            snippet=hit.snippet,
            kind=hit.kind,
            kind_text=kind_text,
            target=self._target(record, hit),
        )

    def _target(self, record: Record, hit: Hit) -> Target:
        match record:
            case Answer(question_id=question_id):
                return Target(Step.STOCK_TAKING, "answer", hit.id, question_id)
            case ChapterText(chapter=chapter):
                return Target(Step.BASICS, hit.kind, chapter, hit.field)
            case _:
                return Target(step_of(hit.kind), hit.kind, hit.id, hit.field)
