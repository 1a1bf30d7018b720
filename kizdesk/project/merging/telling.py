"""Tell what taking an interview over changes, place by place, with the words held here and those of the other copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from kizdesk.concept.wording import Wording
from kizdesk.domain.answering import is_filled
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Question
from kizdesk.domain.interviews import Answer, AnswerState, Evidence, Interview, Offering
from kizdesk.domain.people import PrivacyConsent
from kizdesk.domain.references import pointers_from
from kizdesk.project.forms.offerings import offering_words
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.merging.judging import Comparison, Met, Pair
from kizdesk.project.merging.showing import named_fields
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import short_day
from kizdesk.project.runner.purposes import purpose_words
from kizdesk.project.runner.words import reply_words
from kizdesk.project.wording.called import Called
from kizdesk.project.wording.labels import Labels

_STATES = {AnswerState.LATER: "Wird nachgereicht", AnswerState.DECLINED: "Keine Angabe"}


@dataclass(frozen=True, slots=True)
class Line:
    """Be one place in which two copies differ."""

    key: str
    """What tells lines apart."""
    title: str
    before: str
    """What stands here; empty for nothing."""
    after: str
    """What stands in the other copy; empty for nothing."""


def lines(comparison: Comparison, met: Met) -> tuple[Line, ...]:
    """Return what taking an interview over changes, its answers in the order of the guide."""
    here = comparison.project
    there = here.imagined(met.changes())
    teller = _Teller(here, there, met.interview)
    return tuple(line for pair in sorted(met.pairs, key=teller.order) for line in teller.told(pair))


class _Teller:
    """Word the records of an interview before and after."""

    def __init__(self, here: OpenProject, there: OpenProject, interview: Interview) -> None:
        self._here, self._there = here, there
        self._called = Called(here, here.snapshot, there.snapshot)
        self._names = Wording.of(here.library.toml("record_fields.toml"))
        self._labels = Labels(here.library)
        held = there.snapshot.get(Interview, interview.id)
        self._questions = {question.id: question for question in guide_of(there, held).questions()}
        self._order = {question_id: place for place, question_id in enumerate(self._questions)}
        self._bound = [question for question in self._questions.values() if question.binding.startswith("offering.")]

    def order(self, pair: Pair) -> tuple[int, int, str]:
        """Put what differs of the interview itself first, of a new one last; between, answers and what hangs on it."""
        record = pair.record
        if isinstance(record, Answer):
            return 1, self._order.get(record.question_id, len(self._order)), record.scope_id
        if isinstance(record, Interview):
            return (3 if pair.before is None else 0), 0, ""
        return 2, 0, kind_of(type(record))

    def told(self, pair: Pair) -> Iterator[Line]:
        """Yield the lines of one record: an interview has one for each field, all else one."""
        if isinstance(pair.record, Interview):
            yield from self._fields(pair)
            return
        before = self._words(self._here, pair.before)
        after = self._words(self._there, pair.after)
        if before or after:
            yield Line(f"{kind_of(type(pair.record))}/{pair.record.id}", self._title(pair.record), before, after)

    def _title(self, record: Record) -> str:
        if not isinstance(record, Answer):
            return self._called.phrase(record)
        question = self._questions.get(record.question_id)
        name = question.name if question is not None else record.question_id
        field = self._there.snapshot.find(FieldOfAction, record.scope_id)
        return f"{name} · {field.title}" if field is not None else name

    def _words(self, project: OpenProject, record: Record | None) -> str:
        match record:
            case None:
                return ""
            case Answer():
                return "\n".join(self._answer(project, record, self._questions.get(record.question_id)))
            case Offering():
                return "\n".join((record.title, *offering_words(project, self._bound, record)))
            case PrivacyConsent():
                return self._consent(project, record)
            case Evidence():
                return "\n".join(filter(None, (f"{self._labels.of(record.kind)}: „{record.wording}“", record.note)))
            case _:
                told = ((name, self._value(project, record, name)) for name in named_fields(record))
                kind = kind_of(type(record))
                return "\n".join(f"{self._names.text(f'{kind}.{name}')}: {value}" for name, value in told if value)

    def _answer(self, project: OpenProject, answer: Answer, question: Question | None) -> Iterator[str]:
        if answer.state in _STATES:
            yield _STATES[answer.state]
        if is_filled(answer):
            yield from reply_words(project, question, answer) if question is not None else (answer.text,)
        if answer.note:
            yield f"Vermerk: {answer.note}"

    def _consent(self, project: OpenProject, consent: PrivacyConsent) -> str:
        given = f"erteilt am {short_day(consent.granted_on)}" if consent.granted_on else "ohne Datum"
        revoked = f"widerrufen am {short_day(consent.revoked_on)}" if consent.revoked_on else ""
        what = purpose_words(project).get(consent.purpose, "")
        return f"{what}: {', '.join(filter(None, (given, revoked, consent.proof)))}"

    def _fields(self, pair: Pair) -> Iterator[Line]:
        for name in named_fields(pair.record):
            before = self._value(self._here, pair.before, name)
            after = self._value(self._there, pair.after, name)
            if before != after:
                yield Line(f"interview.{name}", self._names.text(f"interview.{name}"), before, after)

    def _value(self, project: OpenProject, record: Record | None, name: str) -> str:
        if record is None:
            return ""
        value = getattr(record, name)
        pointed = [pointer for pointer in pointers_from(record) if pointer.field == name]
        if pointed:
            found = (project.snapshot.find(pointer.target, pointer.target_id) for pointer in pointed)
            return ", ".join(self._called.short(one).strip("„“") for one in found if one is not None)
        return self._spelled(value)

    def _spelled(self, value: object) -> str:
        match value:
            case Enum():
                return self._labels.of(value)
            case bool():
                return "ja" if value else "nein"
            case date():
                return short_day(value)
            case time():
                return f"{value:%H:%M} Uhr"
            case tuple():
                return ", ".join(self._spelled(item) for item in value if isinstance(item, str)) or _count(value)
        return "" if value is None else str(value)


def _count(values: tuple[object, ...]) -> str:
    """Return how many values there are, where they are no words."""
    if not values:
        return ""
    return "1 Eintrag" if len(values) == 1 else f"{len(values)} Einträge"
