"""Index what the interviews say: visible, filled answers by municipality, question and scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kizdesk.concept.facts import grouped
from kizdesk.domain.answering import is_filled, is_visible
from kizdesk.domain.guide import Guide, Question
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.snapshot import Snapshot


class Survey:
    """Be the answers as the chapters read them."""

    def __init__(self, snapshot: Snapshot, guide: Guide) -> None:
        self.guide = guide
        # By their ids: neither a date recorded later nor the order of a merged project may change the content.
        self.interviews = tuple(sorted(snapshot.all(Interview), key=lambda record: record.id))
        self.interviews_of: Mapping[str, tuple[Interview, ...]] = grouped(self.interviews, lambda r: r.municipality_id)
        self.questions: Mapping[str, Question] = {question.id: question for question in guide.questions()}
        self._replies = self._indexed(snapshot)

    def _indexed(self, snapshot: Snapshot) -> Mapping[tuple[str, str, str], tuple[Answer, ...]]:
        place = {interview.id: (index, interview.municipality_id) for index, interview in enumerate(self.interviews)}
        answers = snapshot.by_id(Answer)
        found: dict[tuple[str, str, str], list[tuple[int, Answer]]] = defaultdict(list)
        for answer in answers.values():
            question = self.questions.get(answer.question_id)
            if question is None or answer.interview_id not in place or not is_filled(answer):
                continue
            if question.retired or (
                question.condition is not None
                and not is_visible(self.guide, question, answer.interview_id, answer.scope_id, answers)
            ):
                continue
            index, ags = place[answer.interview_id]
            found[ags, answer.question_id, answer.scope_id].append((index, answer))
        return {
            key: tuple(answer for _, answer in sorted(pairs, key=lambda pair: pair[0])) for key, pairs in found.items()
        }

    def replies(self, ags: str, question_id: str, scope_id: str = "") -> tuple[Answer, ...]:
        """Return the answers of a municipality to a question, in the order of the interviews."""
        return self._replies.get((ags, question_id, scope_id), ())

    def question(self, question_id: str) -> Question | None:
        """Return a question of the guide, or None if this version does not have it."""
        return self.questions.get(question_id)
