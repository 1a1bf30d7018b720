"""Do what a row of the matrix offers: begin or open the interview, plan one, go to what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kizdesk.domain.checks import Step, Target
from kizdesk.project.stocktaking import MatrixRow
from kizdesk.project.stocktaking.entering import entrance, place_in, waits
from kizdesk.project.stocktaking.planning import plan

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

RUNNER = "interview.runner"


class MatrixDeeds(QObject):
    """Lead from the matrix into the interviews."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def verb(self, row: MatrixRow) -> str:
        """Return what opening the interview of a row means."""
        found = entrance(self._session.project, row)
        if found.is_done:
            return self.tr("Gespräch öffnen")
        return self.tr("Gespräch fortsetzen") if found.is_begun else self.tr("Gespräch beginnen")

    def begin(self, row: MatrixRow) -> None:
        """Open the interview of a row; where there is none, plan it first."""
        found = entrance(self._session.project, row).interview_id
        if not found:
            made = self._session.attempt(partial(plan, self._session.project, (row.municipality_id,)))
            found = made[0].id if made else ""
        if found:
            self._session.open(RUNNER, found)

    def open_section(self, row: MatrixRow, section_id: str) -> None:
        """Open the interview of a row at a section; one that has not begun is offered to begin."""
        found = entrance(self._session.project, row)
        if not found.is_begun:
            text = self.tr("In {0} hat noch kein Gespräch begonnen.").format(row.name)
            self._session.say(text, action=self.tr("Gespräch beginnen"), act=partial(self.begin, row))
            return
        place = place_in(self._session.project, found.interview_id, section_id)
        self._session.open(RUNNER, f"{found.interview_id}#{place.key}" if place else found.interview_id)

    def do_step(self, row: MatrixRow) -> None:
        """Do the next step of a row."""
        target = row.target
        if target.kind == "municipality":
            self.plan((row,))
        elif target.kind == "interview" and not target.field and not waits(self._session.project, target.id):
            self._session.open(RUNNER, target.id)
        elif target.kind == "interview":
            self._session.go(_at(target.id, target.field or "held_on"))
        else:
            self._session.go(target)

    def plan(self, rows: Iterable[MatrixRow]) -> None:
        """Plan an interview for each row; a single one is shown so that its day can be typed."""
        chosen = list(rows)
        made = self._session.attempt(partial(plan, self._session.project, [row.municipality_id for row in chosen]))
        if not made:
            return
        if len(made) == 1:
            self._session.go(_at(made[0].id, "held_on"))
            self._session.say_done(self.tr("Das Gespräch mit {0} ist geplant.").format(chosen[0].name))
        else:
            self._session.say_done(self.tr("{0} Gespräche sind geplant.").format(len(made)))

    def plan_any(self, row: MatrixRow) -> None:
        """Plan an interview and show where its municipality is chosen."""
        made = self._session.attempt(partial(plan, self._session.project, [row.municipality_id]))
        if made:
            self._session.go(_at(made[0].id, "municipality_id"))
            self._session.say_done(self.tr("Ein Gespräch ist geplant. Bitte Kommune und Termin eintragen."))


def _at(interview_id: str, field: str) -> Target:
    return Target(Step.STOCK_TAKING, "interview", interview_id, field)
