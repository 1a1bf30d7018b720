"""Put the answers of all municipalities to one question side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.facts import grouped
from kizdesk.concept.replies import choices, short_text
from kizdesk.domain.answering import is_visible
from kizdesk.domain.carrying import carried
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, Question, Repeat
from kizdesk.domain.interviews import Answer, Evidence, Interview, answer_id, passage_text
from kizdesk.domain.places import Municipality
from kizdesk.project.comparison.summary import OptionCount, ScaleSummary, option_counts, scale_summaries
from kizdesk.project.guides.types import titles_of
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import reading_context, short_day
from kizdesk.project.stocktaking.progress import ReplyState, reply_state
from kizdesk.project.wording.labels import Labels


@dataclass(frozen=True, slots=True)
class Reply:
    """Be what one interview says to the question."""

    interview_id: str
    interview_text: str
    """Day and form of the interview."""
    answer_id: str
    """The id under which the answer is or would be kept."""
    state: ReplyState
    state_text: str
    words: str
    """The answer in words; the state where there is none."""
    passage: str
    """The text in which evidence is marked; empty where nothing can be marked."""
    choices: tuple[str, ...]
    note: str
    evidence: int
    """How many passages of it are evidence."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """Be one municipality with its interviews; without any there is nothing to compare yet."""

    municipality_id: str
    municipality: str
    replies: tuple[Reply, ...]

    @property
    def is_answered(self) -> bool:
        """Tell whether at least one interview answers the question."""
        return any(reply.state is ReplyState.GIVEN for reply in self.replies)

    @property
    def words(self) -> str:
        """Return what the municipality says, each different answer once."""
        if not self.replies:
            return "noch kein Gespräch"
        given = [reply.words for reply in self.replies if reply.state is ReplyState.GIVEN]
        return "\n".join(dict.fromkeys(given or [reply.words for reply in self.replies]))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Be one question across all municipalities."""

    question: Question
    section_title: str
    scope_id: str
    scope_title: str
    rows: tuple[ComparisonRow, ...]
    options: tuple[OptionCount, ...]
    scales: tuple[ScaleSummary, ...]

    @property
    def answered(self) -> int:
        """Return how many municipalities answered."""
        return sum(row.is_answered for row in self.rows)

    @property
    def sentence(self) -> str:
        """Say how many have answered."""
        total = len(self.rows)
        if not total:
            return "Es sind keine Kommunen eingetragen."
        if not self.answered:
            return "Auf diese Frage hat noch keine Kommune geantwortet."
        if self.answered == total:
            return f"Alle {total} Kommunen haben geantwortet." if total > 1 else "Die Kommune hat geantwortet."
        return f"{self.answered} von {total} Kommunen {'hat' if self.answered == 1 else 'haben'} geantwortet."


def compare(project: OpenProject, question_id: str, scope_id: str = "") -> Comparison:
    """Return the answers to a question; one asked per field of action needs the field as scope.

    Raises UserError for a question that the project's guide does not have.
    """
    context = reading_context(project)
    guide = context.materials.guide
    try:
        question, section = guide.question(question_id), guide.section_of(question_id)
    except KeyError:
        raise UserError("Diese Frage steht nicht im Leitfaden des Projekts. Bitte eine andere wählen.") from None
    scope = scope_id if section.repeat is Repeat.PER_FIELD else ""
    reader = _Reader(project, context, question, scope)
    rows = tuple(reader.row(place) for place in context.facts.municipalities)
    given = list(reader.given(rows))
    return Comparison(
        question=question,
        section_title=section.title,
        scope_id=scope,
        scope_title=context.facts.field_title(scope),
        rows=rows,
        options=option_counts(context, question, given),
        scales=scale_summaries(question, given),
    )


class _Reader:
    def __init__(self, project: OpenProject, context: Context, question: Question, scope_id: str) -> None:
        self._project = project
        self._context = context
        self._question = question
        self._scope_id = scope_id
        self._labels = Labels(project.library)
        self._titles = titles_of(project)
        snapshot = project.snapshot
        self._answers: Mapping[str, Answer] = snapshot.by_id(Answer)
        ordered = sorted(snapshot.all(Interview), key=lambda record: (str(record.held_on or ""), record.id))
        self._interviews = grouped(ordered, lambda record: record.municipality_id)
        self._evidence = grouped(snapshot.all(Evidence), lambda record: record.answer_id)

    def row(self, place: Municipality) -> ComparisonRow:
        interviews = self._interviews.get(place.id, ())
        return ComparisonRow(place.id, place.name, tuple(self._replies(interviews)))

    def given(self, rows: Sequence[ComparisonRow]) -> Iterator[tuple[str, Answer]]:
        for row in rows:
            for reply in row.replies:
                if reply.state is ReplyState.GIVEN:
                    yield row.municipality, self._as_asked_now(self._answers[reply.answer_id])

    def _as_asked_now(self, answer: Answer) -> Answer:
        """Return an answer in the shape in which the project's guide asks for it."""
        interview = self._project.snapshot.get(Interview, answer.interview_id)
        own = _same(guide_of(self._project, interview), self._question)
        return answer if own is None else carried(answer, own.whole, self._question.whole, self._titles).answer

    def _replies(self, interviews: Sequence[Interview]) -> Iterator[Reply]:
        for interview in interviews:
            guide = guide_of(self._project, interview)
            question = _same(guide, self._question)
            yield self._reply(interview, question, self._state(guide, interview, question))

    def _state(self, guide: Guide, interview: Interview, question: Question | None) -> ReplyState:
        asked = not self._scope_id or self._scope_id in interview.field_ids
        if question is None or not asked:
            return ReplyState.HIDDEN
        if not is_visible(guide, question, interview.id, self._scope_id, self._answers):
            return ReplyState.HIDDEN
        return reply_state(self._answers.get(answer_id(interview.id, question.id, self._scope_id)))

    def _reply(self, interview: Interview, question: Question | None, state: ReplyState) -> Reply:
        identity = answer_id(interview.id, self._question.id, self._scope_id)
        answer = self._answers.get(identity)
        shown = answer if state is ReplyState.GIVEN else None
        state_text = self._labels.of(state)
        words = short_text(self._context, question, shown) if question is not None and shown is not None else ""
        day = short_day(interview.held_on) if interview.held_on else ""
        return Reply(
            interview_id=interview.id,
            interview_text=", ".join(filter(None, [day, self._labels.of(interview.form)])) or "ohne Datum",
            answer_id=identity,
            state=state,
            state_text=state_text,
            words=words or state_text,
            passage=passage_text(shown) if shown is not None else "",
            choices=tuple(choices(self._context, question, shown)) if question is not None and shown else (),
            note=answer.note if answer is not None else "",
            evidence=len(self._evidence.get(identity, ())),
        )


def _same(guide: Guide, question: Question) -> Question | None:
    """Return the question as another version of the guide has it."""
    try:
        return guide.question(question.id)
    except KeyError:
        return None
