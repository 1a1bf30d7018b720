"""Show one interview as the runner needs it: its sections with their progress, and its questions in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kizdesk.domain.answering import asked
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Guide, Question, Repeat, Section
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus, Offering, answer_id
from kizdesk.domain.people import PrivacyConsent
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.interviews import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.stocktaking.progress import Progress, ReplyState, reply_state


@dataclass(frozen=True, slots=True)
class OutlineQuestion:
    """Be one question of an interview; ``key`` is the id of its answer, given or not."""

    key: str
    question: Question
    section_id: str
    scope_id: str
    visible: bool
    bound: bool
    """Shown from a record, such as the people; has no answer of its own."""
    state: ReplyState


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """Be one section, those per field of action once for each field."""

    section_id: str
    letter: str
    short: str
    title: str
    scope_id: str
    scope_title: str
    """The field of action; empty outside of such sections."""
    progress: Progress
    text: str
    """As the list shows it: ``4/7``, or ``6 erfasst`` for the register of offerings."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Be one interview with everything that may be asked in it."""

    interview_id: str
    sections: tuple[OutlineSection, ...]
    questions: tuple[OutlineQuestion, ...]

    @property
    def asked(self) -> tuple[OutlineQuestion, ...]:
        """Return the questions that are asked now, in order."""
        return tuple(item for item in self.questions if item.visible)

    @property
    def progress(self) -> Progress:
        """Return how far the interview is; questions bound to records are not counted."""
        return _progress([item for item in self.questions if not item.bound])

    @property
    def open_sentence(self) -> str:
        """Say what is still open of the answers; empty if nothing is."""
        counted = self.progress
        return open_words(counted.asked - counted.done - counted.later, counted.later)

    def of(self, section_id: str, scope_id: str = "") -> tuple[OutlineQuestion, ...]:
        """Return the asked questions of a section and field."""
        return tuple(item for item in self.asked if (item.section_id, item.scope_id) == (section_id, scope_id))


def open_words(opened: int, later: int) -> str:
    """Say how many questions are open and how many answers will come later; empty if none."""
    if opened:
        words = "ist noch eine Frage offen" if opened == 1 else f"sind noch {opened} Fragen offen"
        further = {0: "", 1: ", eine ist nachzureichen"}.get(later, f", {later} sind nachzureichen")
        return f"In diesem Gespräch {words}{further}."
    if later:
        words = "ist eine Antwort" if later == 1 else f"sind {later} Antworten"
        return f"In diesem Gespräch {words} nachzureichen."
    return ""


def outline(project: OpenProject, interview_id: str) -> Outline:
    """Return the outline of an interview; raises UserError if it is gone."""
    snapshot = project.snapshot
    interview = snapshot.get(Interview, interview_id)
    guide = guide_of(project, interview)
    questions = _questions(guide, interview, snapshot)
    groups: dict[tuple[str, str], list[OutlineQuestion]] = {}
    for item in questions:
        groups.setdefault((item.section_id, item.scope_id), []).append(item)
    sections = [
        _section(snapshot, interview, section, scope_id, groups.get((section.id, scope_id), ()))
        for section in guide.sections
        for scope_id in _scopes(section, interview)
    ]
    return Outline(interview.id, tuple(sections), questions)


def _scopes(section: Section, interview: Interview) -> tuple[str, ...]:
    return interview.field_ids or ("",) if section.repeat is Repeat.PER_FIELD else ("",)


def _questions(guide: Guide, interview: Interview, snapshot: Snapshot) -> tuple[OutlineQuestion, ...]:
    answers, bound = snapshot.by_id(Answer), _bound(snapshot, interview)
    found = []
    for item in asked(guide, interview, answers):
        question = item.question
        key = answer_id(interview.id, question.id, item.scope_id)
        found.append(
            OutlineQuestion(
                key=key,
                question=question,
                section_id=guide.section_of(question.id).id,
                scope_id=item.scope_id,
                visible=item.visible,
                bound=bool(question.binding),
                state=_state(question, visible=item.visible, answer=answers.get(key), bound=bound),
            )
        )
    return tuple(found)


def _state(question: Question, *, visible: bool, answer: Answer | None, bound: Mapping[str, bool]) -> ReplyState:
    if not visible:
        return ReplyState.HIDDEN
    if question.binding:
        return ReplyState.GIVEN if bound.get(question.binding) else ReplyState.OPEN
    return reply_state(answer)


def _bound(snapshot: Snapshot, interview: Interview) -> Mapping[str, bool]:
    """Return which fields of records that questions show are filled."""
    answered = {consent.person_id for consent in snapshot.all(PrivacyConsent)}
    return {
        "interview.municipality_id": True,
        "interview.held_on": interview.held_on is not None and interview.form is not None,
        "interview.person_ids": bool(interview.person_ids),
        "interview.interviewers": bool(interview.interviewers.strip()),
        "interview.privacy_notice_given": interview.privacy_notice_given is not None,
        "interview.released_on": interview.released_on is not None or interview.status is InterviewStatus.RELEASED,
        "privacy_consent.purpose": bool(interview.person_ids) and set(interview.person_ids) <= answered,
    }


def _section(
    snapshot: Snapshot, interview: Interview, section: Section, scope_id: str, items: Sequence[OutlineQuestion]
) -> OutlineSection:
    progress = _progress(items)
    text = progress.text
    if section.repeat is Repeat.PER_OFFERING:
        listed = [item for item in snapshot.all(Offering) if item.municipality_id == interview.municipality_id]
        progress, text = Progress(1, int(bool(listed))), f"{len(listed)} erfasst"
    field = snapshot.find(FieldOfAction, scope_id) if scope_id else None
    return OutlineSection(
        section_id=section.id,
        letter=section.letter,
        short=section.short or section.title,
        title=section.title,
        scope_id=scope_id,
        scope_title=field.title if field else "",
        progress=progress,
        text=text,
    )


def _progress(items: Sequence[OutlineQuestion]) -> Progress:
    shown = [item.state for item in items if item.visible]
    done = sum(state in (ReplyState.GIVEN, ReplyState.DECLINED) for state in shown)
    return Progress(len(shown), done, sum(state is ReplyState.LATER for state in shown))
