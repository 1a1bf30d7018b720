"""Show one interview as the runner needs it: its sections with their progress, and its questions in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kizdesk.concept.german import listed
from kizdesk.domain.counting import Filled, Records, is_register, is_required
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Guide, Question, Repeat, Section
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.stocktaking.progress import (
    Progress,
    ReplyState,
    judged,
    progress_of,
    register_progress,
    summed,
)

_FEW = 2
"""So many required questions are named in a sentence; more are counted."""


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
    counts: bool
    """Whether it is part of the numbers."""


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
        """Return how far the interview is, the sum of its sections."""
        return summed(section.progress for section in self.sections)

    @property
    def open_sentence(self) -> str:
        """Say how many questions are open; empty if none is."""
        counted = self.progress
        return open_words(counted.open, counted.later, self.required_open)

    @property
    def required_open(self) -> tuple[str, ...]:
        """Return number and short title of the required questions that are open."""
        opened = (item for item in self.questions if item.counts and item.state is ReplyState.OPEN)
        return tuple(item.question.name for item in opened if is_required(item.question))

    def of(self, section_id: str, scope_id: str = "") -> tuple[OutlineQuestion, ...]:
        """Return the asked questions of a section and field."""
        return tuple(item for item in self.asked if (item.section_id, item.scope_id) == (section_id, scope_id))


def open_words(opened: int, later: int, required: Sequence[str] = ()) -> str:
    """Say how many questions are open, which are required, and how many answers will come later; empty if none."""
    if opened:
        words = "ist noch eine Frage offen" if opened == 1 else f"sind noch {opened} Fragen offen"
        further = {0: "", 1: ", eine ist nachzureichen"}.get(later, f", {later} sind nachzureichen")
        return f"In diesem Gespräch {words}{_required_words(required)}{further}."
    if later:
        words = "ist eine Antwort" if later == 1 else f"sind {later} Antworten"
        return f"In diesem Gespräch {words} nachzureichen."
    return ""


def _required_words(names: Sequence[str]) -> str:
    if not names:
        return ""
    if len(names) > _FEW:
        return f", darunter {len(names)} Pflichtangaben"
    return f", darunter {'die Pflichtangabe' if len(names) == 1 else 'die Pflichtangaben'} {listed(names)}"


def outline(project: OpenProject, interview_id: str) -> Outline:
    """Return the outline of an interview; raises UserError if it is gone."""
    snapshot = project.snapshot
    interview = snapshot.get(Interview, interview_id)
    guide, filled = guide_of(project, interview), Records(snapshot).of(interview)
    questions = tuple(_questions(guide, interview, snapshot, filled))
    groups: dict[tuple[str, str], list[OutlineQuestion]] = {}
    for item in questions:
        groups.setdefault((item.section_id, item.scope_id), []).append(item)
    sections = [
        _section(snapshot, section, scope_id, groups.get((section.id, scope_id), ()), filled)
        for section in guide.sections
        for scope_id in _scopes(section, interview)
    ]
    return Outline(interview.id, tuple(sections), questions)


def _scopes(section: Section, interview: Interview) -> tuple[str, ...]:
    return interview.field_ids or ("",) if section.repeat is Repeat.PER_FIELD else ("",)


def _questions(guide: Guide, interview: Interview, snapshot: Snapshot, filled: Filled) -> Iterator[OutlineQuestion]:
    for item in judged(guide, interview, snapshot.by_id(Answer), filled):
        yield OutlineQuestion(
            key=item.key,
            question=item.question,
            section_id=item.section.id,
            scope_id=item.scope_id,
            visible=item.state is not ReplyState.HIDDEN,
            bound=bool(item.question.binding),
            state=item.state,
            counts=item.counts,
        )


def _section(
    snapshot: Snapshot, section: Section, scope_id: str, items: Sequence[OutlineQuestion], filled: Filled
) -> OutlineSection:
    progress = progress_of(item.state for item in items if item.counts)
    text = progress.text
    if is_register(section):
        progress = register_progress(settled=filled.register_settled)
        text = f"{filled.offerings} erfasst" if filled.offerings or not filled.without_offerings else "keine"
    field = snapshot.find(FieldOfAction, scope_id) if scope_id else None
    return OutlineSection(
        section_id=section.id,
        letter=section.letter,
        short=section.brief,
        title=section.title,
        scope_id=scope_id,
        scope_title=field.title if field else "",
        progress=progress,
        text=text,
    )
