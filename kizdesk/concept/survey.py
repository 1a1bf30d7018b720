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
        """Return what is asked for and told: each answer as the guide asks for it, in the order of the interviews."""
        answers = snapshot.by_id(Answer)
        given_in = grouped(answers.values(), lambda answer: answer.interview_id)
        found: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
        for interview in self.interviews:
            guide, place = self._of(interview), interview.municipality_id
            asked = self._own.get((interview.guide_id, interview.guide_version), self.questions)
            for answer in given_in.get(interview.id, ()):
                own, question = asked.get(answer.question_id), self.questions.get(answer.question_id)
                if own is None or question is None or own.retired or question.retired or not is_filled(answer):
                    continue
                if is_hidden(guide, interview, answer, answers):
                    continue
                told = answer if own is question else carried(answer, own.whole, question.whole, titles()).answer
                if told is answer or is_filled(told):
                    found[place, answer.question_id, answer.scope_id].append(told)
        return {key: tuple(said) for key, said in found.items()}

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
