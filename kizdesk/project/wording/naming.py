"""Name the records of a project as people know them: what a thing is called, and where it stands."""

from __future__ import annotations

from kizdesk.concept.facts import Facts
from kizdesk.concept.outline import Outline
from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, Goal, Measure
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Attachment, Evidence, Interview, Offering
from kizdesk.domain.layout import ChapterChoice, HouseTemplate, StyleChoice
from kizdesk.domain.papers import Paper, PaperEntry, PaperQuestion, PaperStop
from kizdesk.domain.people import Body, Consultation, Person
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ChapterText
from kizdesk.domain.votes import Statement, Vote
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.house_template import roles_of
from kizdesk.project.reading import short_day
from kizdesk.project.wording.labels import Labels


class Names:
    """Be the names of all records of one moment of a project."""

    def __init__(self, project: OpenProject, snapshot: Snapshot) -> None:
        self._project = project
        self._facts = Facts(snapshot)
        self._outline = Outline.of(project.library.toml("concept/outline.toml"))

    def of(self, record: Record) -> tuple[str, str]:
        """Return what a record is called and where it stands, such as ``Gespräch Dormagen, Frage B.5``."""
        for words in (
            self._of_interviews,
            self._of_fields,
            self._of_concept,
            self._of_people,
            self._of_papers,
            self._of_layout,
        ):
            named = words(record)
            if named is not None:
                return named
        title = getattr(record, "title", "") or getattr(record, "name", "")
        return str(title), ""

    def chapter(self, record: ChapterText) -> str:
        """Return the title of a chapter."""
        return record.title or self._outline.title(record.chapter) or record.chapter

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
            case GuideEdition():
                return record.guide_version, "Leitfaden"
            case ChapterText():
                return self.chapter(record), "Kapitel des Konzepts"
            case _:
                return None

    def _of_people(self, record: Record) -> tuple[str, str] | None:
        facts = self._facts
        match record:
            case Person():
                place = facts.place(record.municipality_id)
                return record.known_as, f"Person, {place}"
            case Vote():
                body = facts.snapshot.find(Body, record.body_id)
                return (f"Votum: {body.name}" if body else "Votum"), "Beratungen und Voten"
            case Statement():
                return self._statement(record), "Anregungen und Vorbehalte"
            case _:
                return None

    def _of_papers(self, record: Record) -> tuple[str, str] | None:
        snapshot = self._facts.snapshot
        match record:
            case Paper():
                return Labels(self._project.library).of(record.kind), "Vorlagen und Schreiben"
            case PaperEntry():
                paper = snapshot.find(Paper, record.paper_id)
                return (self._of_papers(paper) or ("", ""))[0] if paper else "", "Vorlagen und Schreiben"
            case PaperStop():
                meeting = snapshot.find(Consultation, record.consultation_id)
                return meeting.title if meeting else "", "Beratungsfolge"
            case PaperQuestion():
                return record.question, "Sachstandsbericht"
            case _:
                return None

    def _of_layout(self, record: Record) -> tuple[str, str] | None:
        match record:
            case ChapterChoice():
                return self._outline.title(record.chapter) or record.chapter, "Gliederung"
            case HouseTemplate():
                file = self._facts.snapshot.find(Attachment, record.attachment_id)
                return file.name if file else "", "Hausvorlage"
            case StyleChoice():
                return roles_of(self._project.library).label_of(record.role), "Hausvorlage"
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
