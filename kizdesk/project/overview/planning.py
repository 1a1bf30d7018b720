"""Say how far the steps are in which people write and decide: basics, fields, focus, organisation."""

from __future__ import annotations

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.cost import CostItem, Post
from kizdesk.domain.fields import FieldStatus, Goal, Measure, MeasureStatus, Principle, Strand
from kizdesk.domain.focus import Focus, FocusPeriod, missing_strands
from kizdesk.domain.kinds import counted
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.domain.versions import ChapterText
from kizdesk.project.missing import Missing
from kizdesk.project.overview.given import COMPLETE, Given, StepState
from kizdesk.project.overview.phrases import Part
from kizdesk.project.wording.labels import STRANDS_IN_BRIEF

_REQUIRED_OF_MEASURE = ("measure_without_lead", "measure_without_period")
_OPEN_AMOUNTS = ("cost_open", "knock_on_open")


def basics_state(given: Given) -> StepState:
    """Return how many opening chapters and actors are there."""
    step = Step.BASICS
    gaps = len(given.pressing(step))
    written = sum(bool(text.text.strip()) for text in given.facts.snapshot.all(ChapterText))
    return given.state(step, 1.0 if not gaps else written / (written + gaps), _lacking(gaps))


def fields_state(given: Given) -> StepState:
    """Return how many fields and measures are planned, and how completely."""
    step, snapshot = Step.FIELDS, given.facts.snapshot
    adopted = [field for field in given.facts.fields if field.status is FieldStatus.ADOPTED]
    if not adopted:
        place, words = Target(step, "field_of_action"), "Handlungsfelder des Konzepts"
        bare = Part(words, plural=True, points=(Missing(words, place),))
        share = 0.1 if snapshot.all(Principle) else 0.0
        return given.state(step, share, "noch keine Felder", [*given.phrases.parts(given.of(step)), bare], place)
    measures = [item for item in snapshot.all(Measure) if item.status is not MeasureStatus.DROPPED]
    goals = snapshot.all(Goal)
    wanted = 1 + 2 * len(adopted) + len(goals) + len(_REQUIRED_OF_MEASURE) * len(measures)
    share = 1 - len(given.pressing(step)) / wanted
    fields = "1 Feld" if len(adopted) == 1 else f"{len(adopted)} Felder"
    return given.state(step, share, f"{fields}, {counted(Measure, len(measures))}")


def focus_state(given: Given) -> StepState:
    """Return which strand the latest period lacks, and whether it is complete."""
    step, snapshot = Step.FOCUS, given.facts.snapshot
    period = max(snapshot.all(FocusPeriod), key=lambda item: item.starts, default=None)
    if period is None:
        return given.state(step, 0.0, "noch kein Zeitraum")
    chosen = [focus for focus in snapshot.all(Focus) if focus.period_id == period.id]
    strands = len(Strand)
    missing = missing_strands(chosen, given.facts.fields)
    gaps = len(given.pressing(step))
    if not gaps:
        return given.state(step, 1.0, COMPLETE)
    wanted = 3 + strands + len(chosen)
    line = _lacking(gaps)
    if missing:
        line = f"{STRANDS_IN_BRIEF[missing[0]]} fehlt" if len(missing) < strands else "noch kein Schwerpunkt"
    return given.state(step, 1 - gaps / wanted if chosen else 0.0, line)


def organisation_state(given: Given) -> StepState:
    """Return whether the placement is decided and what is not quantified yet."""
    step, snapshot = Step.ORGANISATION, given.facts.snapshot
    amounts = given.count(*_OPEN_AMOUNTS)
    if amounts:
        line = "ein Betrag offen" if amounts == 1 else f"{amounts} Beträge offen"
    elif given.count("cost_missing"):
        line = "Kosten offen"
    elif given.count("organisation_open"):
        line = "Anbindung offen"
    else:
        line = _lacking(len(given.pressing(step)))
    entered = len(snapshot.all(OrganisationVariant)) + len(snapshot.all(Post)) + len(snapshot.all(CostItem))
    if not entered:
        return given.state(step, 1.0 if not given.pressing(step) else 0.0, line)
    wanted = 1 + len(snapshot.all(Post)) + len(snapshot.all(CostItem))
    return given.state(step, 1 - len(given.of(step)) / max(wanted, len(given.of(step))), line)


def _lacking(gaps: int) -> str:
    if not gaps:
        return COMPLETE
    return "eine Angabe fehlt" if gaps == 1 else f"{gaps} Angaben fehlen"
