"""Look for gaps in interviews, offerings and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from kizdesk.domain.answering import Asked, asked, given_in, is_answered, is_hidden
from kizdesk.domain.checks.base import Facts, Hit, at
from kizdesk.domain.counting import Records, is_required, open_records
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Evidence,
    Interview,
    InterviewStatus,
    Offering,
    answer_id,
    by_day,
    is_stale,
)
from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.domain.stand import stand_of
from kizdesk.domain.steps import Step, Target

Spot = tuple[str, str, str]
"""A question that is asked of a municipality: its id, that of the question and the scope."""


def interviews_missing(facts: Facts) -> Iterator[Hit]:
    """Find municipalities with which nobody has spoken yet, or with which the interview is not finished."""
    held: dict[str, list[Interview]] = {}
    for interview in facts.snapshot.all(Interview):
        held.setdefault(interview.municipality_id, []).append(interview)
    for place in facts.municipalities:
        stand = stand_of(held.get(place.id, ()))
        if stand.is_waiting:
            yield Hit("interview_missing", at(Step.STOCK_TAKING, place), {"kommune": place.name})
        elif not stand.is_done:
            going = next(item for item in held[place.id] if not stand_of([item]).is_done)
            yield Hit("interview_unfinished", at(Step.STOCK_TAKING, going), {"kommune": place.name})


def questions_open(facts: Facts) -> Iterator[Hit]:
    """Find questions of begun interviews that are unanswered, one hit an interview.

    A required question is one hit a municipality, unless another interview with it holds the answer.
    """
    records, known = Records(facts.snapshot), _dealt_with(facts)
    for interview in facts.snapshot.all(Interview):
        if interview.status is InterviewStatus.PLANNED:
            continue
        answers = facts.answers_by_interview.get(interview.id, {})
        missing = list(_unanswered(facts, interview, answers))
        name = facts.name_of(interview.municipality_id)
        for item in missing:
            spot = _spot(interview, item)
            if is_required(item.question) and spot not in known:
                known.add(spot)
                identity = answer_id(interview.id, item.question.id, item.scope_id)
                target = Target(Step.STOCK_TAKING, "answer", identity, item.question.id)
                yield Hit("required_unanswered", target, {"kommune": name, "frage": item.question.name})
        opened = len(missing) + open_records(facts.guide_of(interview), interview, answers, records.of(interview))
        if opened:
            values = {"kommune": name, "anzahl": str(opened)}
            yield Hit("interview_open_questions", at(Step.STOCK_TAKING, interview), values)


def answers_to_come(facts: Facts) -> Iterator[Hit]:
    """Count the answers that were promised for later, per interview; what is no longer asked is not awaited.

    Nor is what the municipality answered after it was promised.
    """
    promised = Counter(_promised(facts).values())
    for interview in facts.snapshot.all(Interview):
        if count := promised[interview.id]:
            values = {"kommune": facts.name_of(interview.municipality_id), "anzahl": str(count)}
            yield Hit("answer_later", at(Step.STOCK_TAKING, interview), values)


def notice_not_given(facts: Facts) -> Iterator[Hit]:
    """Find interviews with answers but without the privacy notice (Art. 13 DSGVO)."""
    for interview in facts.snapshot.all(Interview):
        if interview.privacy_notice_given is not True and facts.answers_by_interview.get(interview.id):
            target = at(Step.STOCK_TAKING, interview, "privacy_notice_given")
            yield Hit("notice_not_given", target, {"kommune": facts.name_of(interview.municipality_id)})


def interviews_not_released(facts: Facts) -> Iterator[Hit]:
    """Find interviews whose answers are in the concept though the municipality has not released them."""
    for interview in facts.snapshot.all(Interview):
        released = interview.status is InterviewStatus.RELEASED or interview.released_on is not None
        if not released and facts.answers_by_interview.get(interview.id):
            target = at(Step.STOCK_TAKING, interview, "released_on")
            yield Hit("interview_not_released", target, {"kommune": facts.name_of(interview.municipality_id)})


def released_changed(facts: Facts) -> Iterator[Hit]:
    """Find released interviews whose minutes tell something else by now."""
    for interview in facts.snapshot.all(Interview):
        count, released = facts.changed.get(interview.id, 0), interview.released_on
        if count and released is not None:
            values = {
                "kommune": facts.name_of(interview.municipality_id),
                "anzahl": str(count),
                "zeitraum": f"{released:%d.%m.%Y}",
            }
            yield Hit("interview_changed", at(Step.STOCK_TAKING, interview, "released_on"), values)


def offerings_without_field(facts: Facts) -> Iterator[Hit]:
    """Find offerings that belong to no field of action."""
    for offering in facts.snapshot.all(Offering):
        if not offering.field_ids:
            yield Hit("offering_without_field", at(Step.EVALUATION, offering, "field_ids"), {"titel": offering.title})


def evidence_stale(facts: Facts) -> Iterator[Hit]:
    """Find evidence whose answer was edited under it."""
    for evidence, answer in _evidence(facts):
        if is_stale(evidence, answer):
            name = facts.name_of_interview(answer.interview_id) if answer else ""
            yield Hit(
                "evidence_stale", at(Step.EVALUATION, evidence), {"kommune": name, "titel": evidence.wording[:60]}
            )


def quotes_without_consent(facts: Facts) -> Iterator[Hit]:
    """Count evidence from interviews in which not everybody consented to be quoted, so that its words are not."""
    quotable = {
        consent.person_id
        for consent in facts.snapshot.all(PrivacyConsent)
        if consent.purpose is PrivacyPurpose.QUOTE and consent.holds()
    }
    answers, interviews = facts.snapshot.by_id(Answer), facts.snapshot.by_id(Interview)
    counted: Counter[str] = Counter()
    for _, answer in _evidence(facts):
        interview = interviews.get(given_in(answer, answers)) if answer else None
        if interview and not (interview.person_ids and quotable.issuperset(interview.person_ids)):
            counted[interview.id] += 1
    for interview_id, count in counted.items():
        values = {"kommune": facts.name_of_interview(interview_id), "anzahl": str(count)}
        yield Hit("quote_without_consent", Target(Step.STOCK_TAKING, "interview", interview_id), values)


def _evidence(facts: Facts) -> Iterator[tuple[Evidence, Answer | None]]:
    """Yield the evidence with its answer; that of an answer that is only kept counts nowhere."""
    answers, interviews = facts.snapshot.by_id(Answer), facts.snapshot.by_id(Interview)
    for evidence in facts.snapshot.all(Evidence):
        answer = answers.get(evidence.answer_id)
        interview = interviews.get(answer.interview_id) if answer else None
        if not (answer and interview and is_hidden(facts.guide_of(interview), interview, answer, answers)):
            yield evidence, answer


def _unanswered(facts: Facts, interview: Interview, answers: Mapping[str, Answer]) -> Iterator[Asked]:
    """Yield the questions without an answer, or with one that says nothing or too little."""
    for item, answer in _asked(facts, interview, answers):
        if answer is None or (answer.state is AnswerState.GIVEN and not is_answered(item.question, answer)):
            yield item


def _asked(facts: Facts, interview: Interview, answers: Mapping[str, Answer]) -> Iterator[tuple[Asked, Answer | None]]:
    """Yield the visible questions that have an answer of their own, each with it."""
    for item in asked(facts.guide_of(interview), interview, answers):
        if item.visible and not item.question.binding:
            yield item, answers.get(answer_id(interview.id, item.question.id, item.scope_id))


def _dealt_with(facts: Facts) -> set[Spot]:
    """Return what some interview with a municipality answers or declines, where there are several with it."""
    counts = Counter(interview.municipality_id for interview in facts.snapshot.all(Interview))
    return {
        _spot(interview, item)
        for interview in facts.snapshot.all(Interview)
        if counts[interview.municipality_id] > 1
        for item, answer in _asked(facts, interview, facts.answers_by_interview.get(interview.id, {}))
        if answer is not None and not _is_later(answer) and _settles(item, answer)
    }


def _promised(facts: Facts) -> dict[Spot, str]:
    """Return what is still promised, with the interview in which it was promised first."""
    interviews = by_day(facts.snapshot.all(Interview))
    counts = Counter(interview.municipality_id for interview in interviews)
    promised: dict[Spot, str] = {}
    for interview in interviews:
        for item, answer in _asked(facts, interview, facts.answers_by_interview.get(interview.id, {})):
            if answer is None:
                continue
            if _is_later(answer):
                promised.setdefault(_spot(interview, item), interview.id)
            elif counts[interview.municipality_id] > 1 and _settles(item, answer):
                promised.pop(_spot(interview, item), None)
    return promised


def _settles(item: Asked, answer: Answer) -> bool:
    return answer.state is AnswerState.DECLINED or is_answered(item.question, answer)


def _spot(interview: Interview, item: Asked) -> Spot:
    return interview.municipality_id, item.question.id, item.scope_id


def _is_later(answer: Answer) -> bool:
    return answer.state is AnswerState.LATER
