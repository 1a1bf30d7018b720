"""Judge the two-year focus: both strands, exactly two years, no overlap, reasons, self-commitment."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from kizdesk.domain.checks.base import Facts, Hit, at
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.focus import Focus, FocusPeriod, is_two_years, missing_strands, overlapping
from kizdesk.domain.steps import Step, Target


def periods(facts: Facts) -> Iterator[Hit]:
    """Find that there is no period, one that is not two years long, or two that overlap."""
    found = facts.snapshot.all(FocusPeriod)
    if not found:
        yield Hit("focus_missing", Target(Step.FOCUS, "focus_period"))
    for period in found:
        if not is_two_years(period):
            yield Hit("focus_not_two_years", at(Step.FOCUS, period, "ends"), {"zeitraum": span(period)})
    for first, second in overlapping(found):
        both = f"{span(first)} und {span(second)}"
        yield Hit("focus_overlap", at(Step.FOCUS, second, "starts"), {"zeitraum": both})


def latest_period(facts: Facts) -> Iterator[Hit]:
    """Find what the latest period lacks: a strand, a reason, the self-commitment."""
    period = max(facts.snapshot.all(FocusPeriod), key=lambda item: item.starts, default=None)
    if period is None:
        return
    chosen = [focus for focus in facts.snapshot.all(Focus) if focus.period_id == period.id]
    fields = facts.snapshot.by_id(FieldOfAction)
    for strand in missing_strands(chosen, fields.values()):
        values: dict[str, str | Enum] = {"zeitraum": span(period), "strang": strand}
        yield Hit("focus_strand_missing", at(Step.FOCUS, period), values)
    for focus in chosen:
        if not focus.reason.strip():
            title = fields[focus.field_id].title if focus.field_id in fields else ""
            yield Hit("focus_without_reason", at(Step.FOCUS, focus, "reason"), {"feld": title})
    if not period.self_commitment.strip():
        yield Hit("self_commitment_missing", at(Step.FOCUS, period, "self_commitment"), {"zeitraum": span(period)})


def span(period: FocusPeriod) -> str:
    """Return a period as people write it."""
    return f"{period.starts:%d.%m.%Y} bis {period.ends:%d.%m.%Y}"
