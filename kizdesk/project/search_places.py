"""Turn what the search finds into places that people can read and the window can jump to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.facts import Facts
from kizdesk.concept.german import shortened
from kizdesk.concept.outline import Outline
from kizdesk.domain.base import Record
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import FieldOfAction, Goal, Measure
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, Offering
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.people import Body, Person
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ChapterText
from kizdesk.domain.votes import Statement, Vote
from kizdesk.project.interviews import guide_of
from kizdesk.project.opened import Hit, OpenProject
from kizdesk.project.reading import facts_of, short_day

_TITLE = 70
_STEPS: Mapping[Step, tuple[str, ...]] = {
    Step.BASICS: (
        "project", "district", "municipality", "person", "privacy_consent", "body", "actor",
        "chapter_text", "source_document",
    ),
    Step.STOCK_TAKING: ("interview", "answer", "attachment"),
    Step.EVALUATION: ("offering", "evidence"),
    Step.FIELDS: ("principle", "field_of_action", "goal", "measure"),
    Step.FOCUS: ("focus_period", "focus"),
    Step.ORGANISATION: (
        "organisation_variant", "centre_task", "course_of_action", "post", "cost_item", "stated_total",
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
        self._project = project
        self._facts: Facts = facts_of(project)
        self._outline = Outline.of(project.library.toml("concept/outline.toml"))

    def place(self, hit: Hit) -> Place:
        record_type = TYPE_OF_KIND[hit.kind]
        record = self._facts.snapshot.get(record_type, hit.id)
        title, where = self._words(record)
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

    def _words(self, record: Record) -> tuple[str, str]:
        for words in (self._of_interviews, self._of_fields, self._of_concept, self._of_people):
            named = words(record)
            if named is not None:
                return named
        title = getattr(record, "title", "") or getattr(record, "name", "")
        return str(title), ""

    def _of_interviews(self, record: Record) -> tuple[str, str] | None:
        facts = self._facts
        match record:
            case Answer():
                return self._answer(record)
            case Interview():
                day = f" vom {short_day(record.held_on)}" if record.held_on else ""
                return f"Gespräch {facts.place(record.municipality_id)}{day}", "Bestandsaufnahme"
            case Offering():
                place = facts.place(record.municipality_id) if record.municipality_id else "kreisweit"
                return record.title, f"Angebot, {place}"
            case Attachment():
                return record.name, self._interview_name(record.interview_id, "Anlage")
            case Evidence():
                answer = facts.snapshot.find(Answer, record.answer_id)
                where = self._answer(answer)[1] if answer else ""
                return f"Beleg zu „{facts.field_title(record.field_id)}“", where
            case _:
                return None

    def _of_fields(self, record: Record) -> tuple[str, str] | None:
        facts = self._facts
        match record:
            case FieldOfAction():
                return record.title, "Handlungsfeld"
            case Goal():
                return record.title, f"Ziel in „{facts.field_title(record.field_id)}“"
            case Measure():
                goal = facts.snapshot.find(Goal, record.goal_id)
                return record.title, f"Maßnahme in „{facts.field_title(goal.field_id)}“" if goal else "Maßnahme"
            case _:
                return None

    def _of_concept(self, record: Record) -> tuple[str, str] | None:
        match record:
            case Focus():
                return self._facts.field_title(record.field_id), "Begründung des Schwerpunkts"
            case FocusPeriod():
                return f"Schwerpunkte {record.starts.year}–{record.ends.year}", "Schwerpunktzeitraum"
            case ChapterText():
                title = record.title or self._outline.title(record.chapter) or record.chapter
                return title, "Kapitel des Konzepts"
            case _:
                return None

    def _of_people(self, record: Record) -> tuple[str, str] | None:
        facts = self._facts
        match record:
            case Person():
                place = facts.place(record.municipality_id)
                return record.name or record.function or record.unit, f"Person, {place}"
            case Vote():
                body = facts.snapshot.find(Body, record.body_id)
                return (f"Votum: {body.name}" if body else "Votum"), "Beratungen und Voten"
            case Statement():
                return self._statement(record), "Anregungen und Vorbehalte"
            case _:
                return None

    def _answer(self, answer: Answer) -> tuple[str, str]:
        interview = self._facts.snapshot.find(Interview, answer.interview_id)
        if interview is None:
            return "", ""
        place = self._facts.place(interview.municipality_id)
        try:
            question = guide_of(self._project, interview).question(answer.question_id)
        except KeyError:
            return "", f"Gespräch {place}"
        scope = self._facts.field_title(answer.scope_id) if answer.scope_id else ""
        where = f"Gespräch {place}, Frage {question.number}"
        return question.short or question.text, f"{where}, „{scope}“" if scope else where

    def _interview_name(self, interview_id: str, otherwise: str) -> str:
        interview = self._facts.snapshot.find(Interview, interview_id)
        return f"{otherwise}, Gespräch {self._facts.place(interview.municipality_id)}" if interview else otherwise

    def _statement(self, record: Statement) -> str:
        known = self._facts.snapshot.by_id(Body)
        names = sorted((known[key].name for key in record.body_ids if key in known), key=sort_key)
        return ", ".join(names) or record.author or record.text
