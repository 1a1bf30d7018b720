"""Know which records have a begin and an end, and which of them end before they begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from kizdesk.domain.base import Record
from kizdesk.domain.fields import Measure
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.interviews import Interview, Offering
from kizdesk.domain.people import Consultation, PrivacyConsent
from kizdesk.domain.requests import ConsentRequest

Moment = date | time


@dataclass(frozen=True, slots=True)
class Span:
    """Be a pair of fields of a record of which the second never lies before the first."""

    owner: type[Record]
    first: str
    last: str
    refusal: str = "Das Ende ({last}) liegt vor dem Beginn ({first}). Bitte eines von beiden berichtigen."
    """What is said when it does; the moments are filled in."""

    def of(self, record: Record) -> tuple[Moment | None, Moment | None]:
        """Return both moments of a record."""
        return getattr(record, self.first), getattr(record, self.last)

    def is_backwards(self, record: Record) -> bool:
        """Tell whether a record ends before it begins."""
        first, last = self.of(record)
        if isinstance(first, time) or isinstance(last, time):
            return isinstance(first, time) and isinstance(last, time) and last < first
        return first is not None and last is not None and last < first

    def refused(self, record: Record) -> str:
        """Say why a record cannot be kept like this."""
        first, last = self.of(record)
        return self.refusal.format(first=moment_text(first), last=moment_text(last))


SPANS: tuple[Span, ...] = (
    Span(Measure, "starts", "ends"),
    Span(Offering, "starts", "ends"),
    Span(FocusPeriod, "starts", "ends"),
    Span(Interview, "started", "ended"),
    Span(
        Consultation,
        "held_on",
        "until",
        "Der letzte Tag ({last}) liegt vor dem ersten ({first}). Bitte einen von beiden berichtigen.",
    ),
    Span(
        ConsentRequest,
        "requested_on",
        "due_on",
        "Die Frist ({last}) endet vor dem Tag der Anfrage ({first}). Bitte eines von beiden berichtigen.",
    ),
    Span(
        FormIssue,
        "sent_on",
        "return_by",
        "Das Formular soll am {last} zurück sein, also vor dem Tag, an dem es ausgegeben wird ({first}). "
        "Bitte einen späteren Tag wählen.",
    ),
    Span(
        PrivacyConsent,
        "granted_on",
        "revoked_on",
        "Der Widerruf ({last}) liegt vor der Einwilligung ({first}). Bitte eines von beiden berichtigen.",
    ),
)


def spans_of(record_type: type[Record]) -> Iterator[Span]:
    """Yield the pairs of a kind of record."""
    return (span for span in SPANS if span.owner is record_type)


def moment_text(moment: Moment | None) -> str:
    """Return a day or a time as people write it."""
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if isinstance(moment, time) else f"{moment:%d.%m.%Y}"
