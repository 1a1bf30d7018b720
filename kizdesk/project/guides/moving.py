"""Move interviews to the present version of the guide: answers go along by ids; what has no place is kept, listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kizdesk.domain.answering import is_filled
from kizdesk.domain.carrying import carried, in_words
from kizdesk.domain.changes import Change, Update
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.domain.texts import sort_key
from kizdesk.project.guides.types import titles_of
from kizdesk.project.interviews.told_apart import told_apart
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of, short_day
from kizdesk.project.records import updates
from kizdesk.project.wording.labels import Labels


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Be an interview under an earlier version, or one that holds answers without a place in its guide."""

    interview_id: str
    municipality: str
    day: str
    version: str
    status: InterviewStatus
    answers: int
    """How many answers it holds."""
    noted: tuple[str, ...]
    """What would go into the notes, each with its question."""
    unplaced: tuple[str, ...]
    """Answers to questions that the present guide does not ask; they are kept, and never printed."""
    is_earlier: bool
    """It is held under another version than the project's."""
    has_form: bool = False
    """A form of that version was issued for its municipality."""
    apart: str = ""
    """What tells it from another of the same municipality and day."""

    @property
    def sentence(self) -> str:
        """Say in words what moving means, or what has no place."""
        if not self.is_earlier:
            return f"{_count(len(self.unplaced))} ohne Platz im Leitfaden, aufbewahrt und nicht gedruckt"
        if not self.answers:
            return "noch keine Antworten" + ("; ein Formular dieser Fassung ist ausgegeben" if self.has_form else "")
        parts = [f"{_count(self.answers)}, alle behalten ihren Platz"]
        if self.noted or self.unplaced:
            parts = [_count(self.answers)]
        if self.noted:
            parts.append(f"bei {'einer' if len(self.noted) == 1 else len(self.noted)} geht etwas in die Notiz")
        if self.unplaced:
            count = "eine" if len(self.unplaced) == 1 else str(len(self.unplaced))
            parts.append(f"{count} ohne Platz, aufbewahrt und nicht gedruckt")
        return "; ".join(parts)


def elsewhere(project: OpenProject) -> tuple[Elsewhere, ...]:
    """Return the interviews that are not, or not wholly, held under the present guide, by municipality."""
    reader = _Reader(project)
    rows = [row for interview in project.snapshot.all(Interview) if (row := reader.row(interview)) is not None]
    return tuple(sorted(rows, key=lambda row: (sort_key(row.municipality), row.day, row.interview_id)))


def earlier_versions(project: OpenProject) -> tuple[str, ...]:
    """Return the versions of the interviews that are held under another one than the project's."""
    present = project.guides.present
    held = project.snapshot.all(Interview)
    return tuple(interview.guide_version for interview in held if _is_earlier(interview, present))


def move(project: OpenProject, interview_ids: Sequence[str]) -> None:
    """Move interviews to the present version in one step that can be undone."""
    present = project.guides.present
    mover = _Reader(project)
    chosen = [project.snapshot.get(Interview, interview_id) for interview_id in interview_ids]
    moving = [interview for interview in chosen if _is_earlier(interview, present)]
    changes = [change for interview in moving for change in mover.changes(interview)]
    label = "Leitfaden des Gesprächs ändern" if len(moving) == 1 else "Leitfaden der Gespräche ändern"
    project.commit(label, *changes)


class _Reader:
    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._facts = facts_of(project)
        self._present = project.guides.present
        self._guides = project.guides.held()
        self._apart = told_apart(Labels(project.library), project.snapshot.all(Interview))
        self._titles = titles_of(project)
        self._sent = {(it.municipality_id, it.guide_version) for it in project.snapshot.all(FormIssue)}
        self._answers: dict[str, list[Answer]] = {}
        for answer in project.snapshot.by_id(Answer).values():
            self._answers.setdefault(answer.interview_id, []).append(answer)

    def row(self, interview: Interview) -> Elsewhere | None:
        """Return how an interview stands to the present guide; None for one that is wholly held under it."""
        guide = self._guides.get((interview.guide_id, interview.guide_version))
        if guide is None or guide.id != self._present.id:
            return None
        noted, unplaced = self._sorted(interview, guide)
        is_earlier = _is_earlier(interview, self._present)
        if not is_earlier and not unplaced:
            return None
        return Elsewhere(
            interview_id=interview.id,
            municipality=self._facts.place(interview.municipality_id),
            day=short_day(interview.held_on) if interview.held_on else "",
            version=interview.guide_version,
            status=interview.status,
            answers=sum(is_filled(answer) for answer in self._answers.get(interview.id, ())),
            noted=noted,
            unplaced=unplaced,
            is_earlier=is_earlier,
            has_form=(interview.municipality_id, interview.guide_version) in self._sent,
            apart=self._apart.get(interview.id, ""),
        )

    def changes(self, interview: Interview) -> Iterator[Change]:
        """Yield what moving an interview changes."""
        guide = self._guides[interview.guide_id, interview.guide_version]
        yield Update(Interview, interview.id, "guide_version", self._present.version)
        for answer in self._answers.get(interview.id, ()):
            old, new = guide.find(answer.question_id), self._present.find(answer.question_id)
            if old is None or new is None or new.retired:
                continue
            there = carried(answer, old, new, self._titles)
            after = there.answer
            if after is answer:
                continue
            if there.left:
                line = f"Aus Fassung {guide.version}: {'; '.join(there.left)}"
                after = replace(after, note="\n".join(filter(None, (after.note, line))))
            names = ("text", "choices", "rows", "attachment_ids", "note")
            yield from updates(answer, {name: getattr(after, name) for name in names})

    def _sorted(self, interview: Interview, guide: Guide) -> tuple[tuple[str, ...], tuple[str, ...]]:
        noted: list[str] = []
        unplaced: list[str] = []
        for answer in self._answers.get(interview.id, ()):
            if not is_filled(answer):
                continue
            old, new = guide.find(answer.question_id), self._present.find(answer.question_id)
            if new is None or new.retired:
                known = old or new
                name = known.short or known.text if known is not None else answer.question_id
                words = in_words(answer, known, self._titles) if known is not None else answer.text
                unplaced.append(f"{name}: {words}")
            elif old is not None and (left := carried(answer, old, new, self._titles).left):
                noted.append(f"{new.name}: {'; '.join(left)}")
        return tuple(noted), tuple(unplaced)


def _is_earlier(interview: Interview, present: Guide) -> bool:
    return interview.guide_id == present.id and interview.guide_version != present.version


def _count(count: int) -> str:
    return "eine Antwort" if count == 1 else f"{count} Antworten"
