"""Show the points the checker finds as rows; a point with several places opens to show them one by one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from kizdesk.domain.checks import Target
from kizdesk.project.checking.points import Finding, Point, Severity
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView

_ROLES = {Severity.OBSTACLE: "problem", Severity.GAP: "attention", Severity.HINT: "info"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Be a point, or one of the places of a point that is open."""

    point: Point
    finding: Finding | None = None
    """The single place; None for the point itself."""
    is_open: bool = False

    @property
    def is_group(self) -> bool:
        """Tell whether there are places to be shown under it."""
        return self.finding is None and self.point.is_group

    @property
    def said(self) -> Finding | Point:
        """Return what the row speaks of."""
        return self.finding or self.point

    @property
    def target(self) -> Target:
        """Return where the row leads; a point leads to the first of its places."""
        return self.said.target

    @property
    def message(self) -> str:
        """Return the sentence of the row."""
        return self.said.message


class FindingsTable(TableView[FindingRow]):
    """Be the list of points; the arrows right and left open and close one that has several places."""

    def __init__(self, session: Session) -> None:
        """Take the session, whose labels name weights and steps."""
        super().__init__(_columns(session), _key, session.theme, session.memory, "output.findings")
        self._points: tuple[Point, ...] = ()
        self._opened: set[str] = set()
        self._searching = False

    def show_points(self, points: Sequence[Point]) -> None:
        """Show points; those that were open stay open."""
        self._points = tuple(points)
        self._show()

    def look_for(self, words: str) -> None:
        """Show only rows that hold all the words, the places of closed points among them."""
        if self._searching != bool(words.strip()):
            self._searching = not self._searching
            self._show()
        super().look_for(words)
        self.mark_row()

    def mark_row(self) -> None:
        """Select the row one stands on, or the first, when the rows shown took the selection away."""
        if self.rows.rowCount() and not self.selectionModel().hasSelection():
            self.reveal(_key(self.current_row or self.rows.row_at(0)))

    def toggle(self, row: FindingRow) -> None:
        """Open or close the point of a row, and stand on it; while words are looked for, all are open."""
        if self._searching:
            return
        self._opened ^= {row.point.rule}
        self._show()
        self.reveal(_key(FindingRow(row.point)))
        if row.point.rule in self._opened:
            self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the arrow to the right, close with the one to the left."""
        row = self.current_row
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if row is None or wanted is None or event.modifiers() or not row.point.is_group or self._searching:
            super().keyPressEvent(event)
        elif wanted != (row.point.rule in self._opened):
            self.toggle(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a point by its arrow."""
        index = self.indexAt(event.position().toPoint())
        row = self.rows.row_at(index.row()) if index.isValid() else None
        if row is not None and row.is_group and not self._searching and self._is_arrow(event, index.column()):
            self.setFocus()
            self.toggle(row)
        else:
            super().mousePressEvent(event)

    def _is_arrow(self, event: QMouseEvent, column: int) -> bool:
        left = self.columnViewportPosition(column)
        room = self.verticalHeader().defaultSectionSize()
        return self.rows.columns[column].mark is not None and event.position().x() < left + room

    def _show(self) -> None:
        rows: list[FindingRow] = []
        for point in self._points:
            is_open = point.is_group and (self._searching or point.rule in self._opened)
            rows.append(FindingRow(point, is_open=is_open))
            rows.extend(FindingRow(point, finding) for finding in point.findings if is_open)
        self.show_rows(rows)


def _columns(session: Session) -> tuple[Column[FindingRow], ...]:
    labels = session.labels

    def weight(row: FindingRow) -> str:
        return labels.of(row.point.severity)

    def step(row: FindingRow) -> str:
        return labels.of(row.target.step)

    return (
        Column(session.tr("Art"), _weight, text=weight, role=_role, width=9),
        Column(session.tr("Schritt"), step, width=26),
        Column(session.tr("Was offen ist"), _message, sort=_of_point, mark=_mark, stretch=True, strong=True),
    )


def _key(row: FindingRow) -> Hashable:
    if row.is_group:
        return row.point.rule
    said = row.finding or row.point.first
    return said.rule, said.target, said.message


def _weight(row: FindingRow) -> int:
    return list(Severity).index(row.point.severity)


def _role(row: FindingRow) -> str:
    return _ROLES[row.point.severity]


def _message(row: FindingRow) -> str:
    return row.message


def _of_point(row: FindingRow) -> str:
    """Return the sentence of the point, so that its places stay below it however the list is sorted."""
    return row.point.message


def _mark(row: FindingRow) -> str:
    if row.is_group:
        return "down" if row.is_open else "right"
    return "space" if row.finding is None else "indent"
