"""Step 5, Schwerpunkte: set the two-year focus by its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.focus import Focus, FocusPeriod, end_of_two_years, is_two_years, missing_strands, overlapping
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values

_STRANDS = {
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


def move_period(project: OpenProject, period_id: str, starts: date) -> None:
    """Let a focus period begin on another day; its end follows. Raises UserError if it then overlaps another."""
    snapshot = project.snapshot
    period = replace(snapshot.get(FocusPeriod, period_id), starts=starts, ends=end_of_two_years(starts))
    _refuse_period(snapshot, period)
    values: dict[str, object] = {"starts": period.starts, "ends": period.ends}
    set_values(project, FocusPeriod, period_id, values, label="Schwerpunktzeitraum verschieben")


def _refuse_fields(snapshot: Snapshot, focuses: list[Focus]) -> None:
    fields = [snapshot.get(FieldOfAction, focus.field_id) for focus in focuses]
    for field in fields:
        if field.status is FieldStatus.PROPOSED:
            raise UserError(
                f"Das Handlungsfeld „{field.title}“ ist noch nicht Teil des Konzepts. "
                "Bitte zuerst in Schritt 4 aufnehmen."
            )
    missing = missing_strands(focuses, fields)
    if missing:
        raise UserError(
            "Regel „Beide Stränge“: Aus jedem Strang muss mindestens ein Handlungsfeld Schwerpunkt sein. "
            f"Bitte ein Handlungsfeld aus dem Strang „{_STRANDS[missing[0]]}“ hinzunehmen."
        )


def _refuse_period(snapshot: Snapshot, period: FocusPeriod) -> None:
    if not is_two_years(period):
        right = end_of_two_years(period.starts)
        raise UserError(
            "Regel „Zwei Jahre“: Ein Schwerpunktzeitraum dauert genau zwei Jahre. "
            f"Ab {_day(period.starts)} endet er am {_day(right)}; bitte dieses Ende eintragen."
        )
    others = [other for other in snapshot.all(FocusPeriod) if other.id != period.id]
    for first, second in overlapping([*others, period]):
        if period.id in (first.id, second.id):
            other = second if first.id == period.id else first
            raise UserError(
                "Regel „Keine Überschneidung“: Der Zeitraum überschneidet sich mit dem vom "
                f"{_day(other.starts)} bis {_day(other.ends)}. Bitte einen späteren Beginn wählen."
            )


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
