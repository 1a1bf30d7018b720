"""Look for records that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kizdesk.domain.base import Record
from kizdesk.domain.checks.base import Facts, Hit, at
from kizdesk.domain.fields import Measure, MeasureStatus
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.interviews import Interview, Offering
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.people import Consultation, Person, PrivacyConsent
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.spans import SPANS, Span, moment_text
from kizdesk.domain.steps import Step, Target

_STEPS: Mapping[type[Record], Step] = MappingProxyType(
    {
        Measure: Step.FIELDS,
        Offering: Step.EVALUATION,
        Interview: Step.STOCK_TAKING,
        Consultation: Step.BASICS,
        ConsentRequest: Step.PARTICIPATION,
        FormIssue: Step.STOCK_TAKING,
        PrivacyConsent: Step.BASICS,
    }
)


def backwards(facts: Facts) -> Iterator[Hit]:
    """Find records that end before they begin; a focus period has the stricter rule of its two years."""
    for span in SPANS:
        if span.owner is FocusPeriod:
            continue
        for record in facts.snapshot.all(span.owner):
            if span.is_backwards(record) and not _is_dropped(record):
                yield Hit("span_backwards", _target(span, record), _values(facts, span, record))


def _is_dropped(record: Record) -> bool:
    return isinstance(record, Measure) and record.status is MeasureStatus.DROPPED


def _target(span: Span, record: Record) -> Target:
    return at(_STEPS[span.owner], record, span.last)


def _values(facts: Facts, span: Span, record: Record) -> dict[str, str]:
    first, last = span.of(record)
    period = f"{moment_text(first)} bis {moment_text(last)}"
    return {"titel": f"{kind_name(span.owner)} {_name(facts, record)}", "zeitraum": period}


def _name(facts: Facts, record: Record) -> str:
    match record:
        case Interview() | ConsentRequest() | FormIssue():
            return facts.name_of(record.municipality_id)
        case PrivacyConsent():
            person = facts.snapshot.find(Person, record.person_id)
            return person.known_as if person else ""
    return f"„{getattr(record, 'title', '')}“"
