"""Say how a focus period stands with each rule: kept or broken, in words, with the source and the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kizdesk.concept.german import listed, shortened
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.checks.base import at
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.focus import FocusPeriod, end_of_two_years, is_two_years, missing_strands, overlapping
from kizdesk.project.focus.edit import STRANDS, focuses_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import short_day

_NAME = 55
"""Letters of a title in the line below a page."""


@dataclass(frozen=True, slots=True)
class FocusRule:
    """Be one rule of the focus: whether it is kept, what to do if not, its source and the place to mend it."""

    title: str
    kept: bool
    text: str
    source: str
    """Where the rule stands in law or guideline; empty if it stands in none."""
    target: Target
    lack: str = ""
    """What is missing, in few words for a list of several."""


@dataclass(frozen=True, slots=True)
class _Judged:
    title: str
    rule: str
    text: str
    problem: str
    target: Target
    lack: str


def focus_rules(project: OpenProject, period: FocusPeriod) -> Iterator[FocusRule]:
    """Yield the rules of a period in the order in which one works."""
    basis = project.library.legal_basis(project.settings.legal_basis_id)
    sources = {condition.rule: condition.source for condition in basis.preconditions}
    texts = project.library.rules(basis.id)
    for judged in (*_of_time(project, period), *_of_fields(project, period), *_of_words(project, period)):
        source = sources.get(judged.rule) or texts[judged.rule].source
        text = judged.problem or judged.text
        yield FocusRule(judged.title, not judged.problem, text, source, judged.target, judged.lack)


def lacking(rules: Sequence[FocusRule]) -> str:
    """Return in one line all that a period lacks, each thing in few words; empty if nothing is."""
    broken = [rule for rule in rules if not rule.kept]
    verb = "fehlt" if len(broken) == 1 else "fehlen"
    return f"Es {verb} noch: {listed(rule.lack for rule in broken)}." if broken else ""


def _of_time(project: OpenProject, period: FocusPeriod) -> Iterator[_Judged]:
    place = at(Step.FOCUS, period, "starts")
    right = short_day(end_of_two_years(period.starts))
    wrong = "" if is_two_years(period) else (
        f"Der Zeitraum dauert nicht genau zwei Jahre. Ab {short_day(period.starts)} endet er am {right}; "
        "bitte den ersten Tag neu eintragen."
    )  # fmt: skip
    yield _Judged(
        "Zwei Jahre",
        "focus_not_two_years",
        "Der Zeitraum dauert genau zwei Jahre.",
        wrong,
        place,
        "ein Zeitraum von genau zwei Jahren",
    )
    pairs = overlapping(project.snapshot.all(FocusPeriod))
    other = next((a if b.id == period.id else b for a, b in pairs if period.id in (a.id, b.id)), None)
    clash = "" if other is None else (
        f"Der Zeitraum überschneidet sich mit dem vom {short_day(other.starts)} bis {short_day(other.ends)}. "
        "Bitte einen der beiden verschieben."
    )  # fmt: skip
    yield _Judged(
        "Keine Überschneidung",
        "focus_overlap",
        "Der Zeitraum überschneidet sich mit keinem anderen.",
        clash,
        place,
        "ein Zeitraum ohne Überschneidung",
    )


def _of_fields(project: OpenProject, period: FocusPeriod) -> Iterator[_Judged]:
    snapshot = project.snapshot
    chosen = focuses_of(snapshot, period.id)
    fields = snapshot.by_id(FieldOfAction)
    missing = missing_strands(chosen, fields.values())
    named = " und eines aus ".join(f"„{STRANDS[strand]}“" for strand in missing)
    yield _Judged(
        "Beide Stränge",
        "focus_strand_missing",
        "Aus jedem Strang ist mindestens ein Handlungsfeld Schwerpunkt.",
        f"Bitte mindestens ein Handlungsfeld aus {named} wählen." if missing else "",
        at(Step.FOCUS, period),
        "Schwerpunkte aus beiden Strängen" if len(missing) > 1 else f"ein Schwerpunkt aus {named}",
    )
    left = [(focus, fields[focus.field_id]) for focus in chosen if focus.field_id in fields]
    former = next(((focus, field) for focus, field in left if field.status is not FieldStatus.ADOPTED), None)
    if former is not None and period.ends >= project.now().date():
        focus, gone = former
        yield _Judged(
            "Nur Handlungsfelder des Konzepts",
            "focus_strand_missing",
            "",
            f"Das Handlungsfeld „{gone.title}“ gehört nicht mehr zum Konzept. "
            "Bitte unter „Handlungsfelder“ wieder aufnehmen oder hier abwählen.",
            at(Step.FOCUS, focus),
            "ein Ersatz für ein Handlungsfeld, das nicht mehr zum Konzept gehört",
        )


def _of_words(project: OpenProject, period: FocusPeriod) -> Iterator[_Judged]:
    fields = project.snapshot.by_id(FieldOfAction)
    chosen = focuses_of(project.snapshot, period.id)
    bare = [focus for focus in chosen if not focus.reason.strip() and focus.field_id in fields]
    titles = ", ".join(f"„{fields[focus.field_id].title}“" for focus in bare)
    if chosen:
        yield _Judged(
            "Begründungen",
            "focus_without_reason",
            "Jeder Schwerpunkt ist begründet.",
            f"Bitte noch begründen: {titles}." if bare else "",
            at(Step.FOCUS, bare[0], "reason") if bare else at(Step.FOCUS, period),
            f"die Begründung zu {shortened(titles, _NAME)}" if len(bare) == 1 else f"{len(bare)} Begründungen",
        )
    promised = bool(period.self_commitment.strip())
    yield _Judged(
        "Selbstverpflichtung",
        "self_commitment_missing",
        "Die Selbstverpflichtung liegt vor.",
        ""
        if promised
        else "Bitte die Selbstverpflichtung eintragen, die Schwerpunkte alle zwei Jahre neu festzulegen.",
        at(Step.FOCUS, period, "self_commitment"),
        "die Selbstverpflichtung",
    )
