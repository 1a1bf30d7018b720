"""Step 5, Schwerpunkte: set the two-year focus by its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from kizdesk.concept.german import capital, district_named
from kizdesk.domain.changes import Change, Create, Delete
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.focus import Focus, FocusPeriod, end_of_two_years, is_two_years, missing_strands, overlapping
from kizdesk.domain.places import District
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import reorder, set_values

STRANDS = {
    Strand.EDUCATION: "Integration durch Bildung",
    Strand.CROSS_CUTTING: "Integration als Querschnittsaufgabe",
}


def set_focus(
    project: OpenProject,
    starts: date,
    reasons: Mapping[str, str],
    *,
    ends: date | None = None,
    self_commitment: str = "",
) -> FocusPeriod:
    """Set the focus of two years: the fields of action with their reasons, in the given order.

    Raises UserError naming the rule that is broken.
    """
    period = FocusPeriod(
        id=project.new_id(),
        starts=starts,
        ends=ends or end_of_two_years(starts),
        self_commitment=self_commitment,
    )
    focuses = [
        Focus(id=project.new_id(), period_id=period.id, field_id=field_id, reason=reason, position=position)
        for position, (field_id, reason) in enumerate(reasons.items(), start=1)
    ]
    _refuse_fields(project.snapshot, focuses)
    _refuse_period(project.snapshot, period)
    changes: list[Change] = [Create(period), *(Create(focus) for focus in focuses)]
    project.commit("Schwerpunkte festlegen", *changes)
    return period


def next_start(project: OpenProject) -> date:
    """Return the day on which the next period begins: after the last one, else the date of the concept, else today."""
    last = max((period.ends for period in project.snapshot.all(FocusPeriod)), default=None)
    if last is not None:
        return last + timedelta(days=1) if last < date.max else last
    return project.settings.concept_date or project.now().date()


def proposed_commitment(project: OpenProject) -> str:
    """Return the self-commitment as the guideline wants it, in the name of the district."""
    district = next(iter(project.snapshot.all(District)), None)
    who = capital(district_named(district).nominative) if district else "Der Kreis"
    return (
        f"{who} verpflichtet sich, die inhaltlichen Schwerpunkte der Integrationsarbeit alle zwei Jahre neu "
        "festzulegen und sie zuvor mit den örtlichen Akteuren der Integrationsarbeit abzustimmen."
    )


def begin_period(project: OpenProject) -> FocusPeriod:
    """Add the next period without a focus yet; its fields are chosen one by one, and the checker tells what it lacks.

    It takes the self-commitment of the period before. Raises UserError if no day is left.
    """
    starts = next_start(project)
    last = max(project.snapshot.all(FocusPeriod), key=lambda period: period.ends, default=None)
    period = FocusPeriod(
        id=project.new_id(),
        starts=starts,
        ends=end_of_two_years(starts),
        self_commitment=last.self_commitment if last else "",
    )
    _refuse_period(project.snapshot, period)
    project.commit("Schwerpunktzeitraum anlegen", Create(period))
    return period


def choose_focus(project: OpenProject, period_id: str, *field_ids: str) -> None:
    """Make fields of action a focus of a period, behind those chosen before; a field chosen already stays.

    Raises UserError for a field that is not part of the concept.
    """
    snapshot = project.snapshot
    snapshot.get(FocusPeriod, period_id)
    held = focuses_of(snapshot, period_id)
    last = max((focus.position for focus in held), default=0)
    wanted = [key for key in dict.fromkeys(field_ids) if key not in {focus.field_id for focus in held}]
    made = [
        Focus(id=project.new_id(), period_id=period_id, field_id=field_id, position=position)
        for position, field_id in enumerate(wanted, start=last + 1)
    ]
    _refuse_proposed(snapshot, made)
    project.commit("Schwerpunkt wählen" if len(made) < 2 else "Schwerpunkte wählen", *(Create(focus) for focus in made))


def drop_focus(project: OpenProject, period_id: str, field_id: str) -> None:
    """Take a field of action out of the focus of a period, with its reason."""
    for focus in focuses_of(project.snapshot, period_id):
        if focus.field_id == field_id:
            project.commit("Schwerpunkt abwählen", Delete(Focus, focus.id))


def move_focus(project: OpenProject, focus_id: str, step: int) -> bool:
    """Change places with the next (1) or previous (-1) focus of the same strand; False if there is none."""
    snapshot = project.snapshot
    own = snapshot.get(Focus, focus_id)
    strand = snapshot.get(FieldOfAction, own.field_id).strand
    held = focuses_of(snapshot, own.period_id)
    row = [focus for focus in held if snapshot.get(FieldOfAction, focus.field_id).strand is strand]
    place = row.index(own) + step
    if not 0 <= place < len(row):
        return False
    order = [focus.id for focus in held]
    here, there = order.index(own.id), order.index(row[place].id)
    order[here], order[there] = order[there], order[here]
    reorder(project, Focus, order)
    return True


def focuses_of(snapshot: Snapshot, period_id: str) -> list[Focus]:
    """Return what is chosen for a period, in its order."""
    found = [focus for focus in snapshot.all(Focus) if focus.period_id == period_id]
    return sorted(found, key=lambda focus: (focus.position, focus.id))


def move_period(project: OpenProject, period_id: str, starts: date, *, stay: str = "") -> None:
    """Let a focus period begin on another day; its end follows. Raises UserError if it then overlaps another."""
    snapshot = project.snapshot
    period = replace(snapshot.get(FocusPeriod, period_id), starts=starts, ends=end_of_two_years(starts))
    _refuse_period(snapshot, period)
    values: dict[str, object] = {"starts": period.starts, "ends": period.ends}
    set_values(project, FocusPeriod, period_id, values, label="Schwerpunktzeitraum verschieben", stay=stay)


def _refuse_fields(snapshot: Snapshot, focuses: list[Focus]) -> None:
    fields = _refuse_proposed(snapshot, focuses)
    missing = missing_strands(focuses, fields)
    if missing:
        raise UserError(
            "Aus Bildung und aus Querschnittsaufgabe muss je mindestens ein Handlungsfeld Schwerpunkt sein. "
            f"Bitte ein Handlungsfeld aus „{STRANDS[missing[0]]}“ hinzunehmen."
        )


def _refuse_proposed(snapshot: Snapshot, focuses: list[Focus]) -> list[FieldOfAction]:
    fields = [snapshot.get(FieldOfAction, focus.field_id) for focus in focuses]
    for field in fields:
        if field.status is FieldStatus.PROPOSED:
            raise UserError(
                f"Das Handlungsfeld „{field.title}“ ist noch nicht Teil des Konzepts. "
                "Bitte zuerst unter „Handlungsfelder“ aufnehmen."
            )
    return fields


def _refuse_period(snapshot: Snapshot, period: FocusPeriod) -> None:
    if not is_two_years(period):
        right = end_of_two_years(period.starts)
        raise UserError(
            "Ein Schwerpunktzeitraum dauert genau zwei Jahre. "
            f"Ab {_day(period.starts)} endet er am {_day(right)}; bitte dieses Ende eintragen."
        )
    others = [other for other in snapshot.all(FocusPeriod) if other.id != period.id]
    for first, second in overlapping([*others, period]):
        if period.id in (first.id, second.id):
            other = second if first.id == period.id else first
            raise UserError(
                "Der Zeitraum überschneidet sich mit dem vom "
                f"{_day(other.starts)} bis {_day(other.ends)}. Bitte einen späteren Beginn wählen."
            )


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
