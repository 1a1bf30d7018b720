"""Index what the interviews say: visible, filled answers by municipality, question and scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from kizdesk.concept.facts import grouped
from kizdesk.domain.answering import is_filled, is_hidden
from kizdesk.domain.base import Record
from kizdesk.domain.carrying import Titles, carried, titles_in
from kizdesk.domain.guide import Guide, Option, Question
from kizdesk.domain.interviews import Answer, Evidence, Interview
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot


class Survey:
    """Be the answers as chapters read them: asked by the guide of their interview, in the shape of the project's."""

    def __init__(
        self,
        snapshot: Snapshot,
        guide: Guide,
        guides: Mapping[tuple[str, str], Guide] | None = None,
        indicators: Sequence[Option] = (),
    ) -> None:
        self.guide = guide
        self._guides = guides or {}
        # By their ids: neither a date recorded later nor the order of a merged project may change the content.
        self.interviews = tuple(sorted(snapshot.all(Interview), key=lambda record: record.id))
        self.interviews_of: Mapping[str, tuple[Interview, ...]] = grouped(self.interviews, lambda r: r.municipality_id)
        self.questions: Mapping[str, Question] = _by_id(guide)
        self._own = {key: _by_id(other) for key, other in self._guides.items()}
        # Asked for only where an answer has to be carried over, so that the survey does not hang on every title.
        self._replies = self._indexed(snapshot, cache(lambda: titles_in(snapshot, indicators)))

    def _indexed(
        self, snapshot: Snapshot, titles: Callable[[], Titles]
    ) -> Mapping[tuple[str, str, str], tuple[Answer, ...]]:
        place = {interview.id: (index, interview) for index, interview in enumerate(self.interviews)}
        answers = snapshot.by_id(Answer)
        found: dict[tuple[str, str, str], list[tuple[int, Answer]]] = defaultdict(list)
        for answer in answers.values():
            question = self.questions.get(answer.question_id)
            if question is None or question.retired or answer.interview_id not in place or not is_filled(answer):
                continue
            index, interview = place[answer.interview_id]
            told = self._told(interview, question, answer, answers, titles)
            if told is not None:
                found[interview.municipality_id, answer.question_id, answer.scope_id].append((index, told))
        return {
            key: tuple(answer for _, answer in sorted(pairs, key=lambda pair: pair[0])) for key, pairs in found.items()
        }

    def _told(
        self,
        interview: Interview,
        question: Question,
        answer: Answer,
        answers: Mapping[str, Answer],
        titles: Callable[[], Titles],
    ) -> Answer | None:
        """Return an answer as the guide asks for it, None for one that the guide of its interview does not ask for."""
        key = interview.guide_id, interview.guide_version
        guide, own = self._guides.get(key, self.guide), self._own.get(key, self.questions).get(question.id)
        if own is None or own.retired:
            return None
        if is_hidden(guide, interview, answer, answers):
            return None
        if own is question:
            return answer
        told = carried(answer, own.whole, question.whole, titles()).answer
        return told if is_filled(told) else None

    def without_hidden(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot without the passages of answers that are only kept."""
        tables: dict[type[Record], Mapping[str, Record]] = {kind: snapshot.by_id(kind) for kind in RECORD_TYPES}
        return Snapshot({**tables, Evidence: self.shown_passages(snapshot)})

    def shown_passages(self, snapshot: Snapshot) -> Mapping[str, Evidence]:
        """Return the passages by their ids, without those of answers that are only kept."""
        answers, interviews = snapshot.by_id(Answer), snapshot.by_id(Interview)
        kept: dict[str, Evidence] = {}
        for evidence in snapshot.all(Evidence):
            answer = answers.get(evidence.answer_id)
            interview = interviews.get(answer.interview_id) if answer is not None else None
            if answer is None or interview is None or not is_hidden(self._of(interview), interview, answer, answers):
                kept[evidence.id] = evidence
        return kept

    def _of(self, interview: Interview) -> Guide:
        return self._guides.get((interview.guide_id, interview.guide_version), self.guide)

    def replies(self, ags: str, question_id: str, scope_id: str = "") -> tuple[Answer, ...]:
        """Return the answers of a municipality to a question, in the order of the interviews."""
        return self._replies.get((ags, question_id, scope_id), ())

    def question(self, question_id: str) -> Question | None:
        """Return a question of the guide, or None if this version does not have it."""
        return self.questions.get(question_id)


def _by_id(guide: Guide) -> Mapping[str, Question]:
    return {question.id: question for question in guide.questions()}
