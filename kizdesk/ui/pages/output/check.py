"""Show what the checker finds, the heaviest first, and lead to the very place where it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.project.apart.here import Plain
from kizdesk.project.checking.findings import Finding, Severity, check, points, weighed
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.output.finding_card import FindingCard
from kizdesk.ui.pages.output.findings_table import FindingRow, FindingsTable
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.search import SearchField

_ALL = "alle"
_PAUSE_MS = 400


class CheckPage(Page):
    """Be the list of findings by weight."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._findings: tuple[Finding, ...] | None = None
        self._weights = SegmentedChoice(self._choices(), self.tr("Art"))
        self._meaning = label(self._meanings(), "muted")
        self._search = SearchField(session.theme, self.tr("Offene Punkte durchsuchen …"))
        self._table = FindingsTable(session)
        self._card = FindingCard()
        self._pause = QTimer(self)
        self._jump = QAction(self.tr("Punkt anzeigen"), self)
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state."""
        return Heading(self.tr("Prüfen"), self._state())

    def actions_shown(self) -> Sequence[QAction]:
        """Return the button of the head."""
        return (self._jump,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return self._jump

    def missing(self) -> tuple[str, Target | None] | None:
        """Name the first obstacle: the list itself says the rest."""
        if not self._findings:
            return None
        first = points(self._findings)[0]
        return (first.headline, first.target) if first.severity is not Severity.HINT else ("", None)

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier steht, was dem Konzept noch fehlt. Jede Maßnahme und jedes Gespräch bringt eigene Angaben mit, die "
            "noch ausstehen; deshalb steigt die Zahl der offenen Punkte zuerst und sinkt, je weiter Sie sind. Zu jedem "
            "Punkt steht, was zu tun ist und woher die Regel kommt. Die Liste prüft sich nach jeder Änderung neu; "
            "ausgeben können Sie das Konzept jederzeit, auch wenn noch etwas offen ist."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return (
            KeyHelp("Eingabe", self.tr("Anzeigen, wo der Punkt zu erledigen ist; mehrere Stellen auf- und zuklappen")),
            KeyHelp("→ und ←", self.tr("Mehrere Stellen auf- und zuklappen")),
            KeyHelp("Strg+F", self.tr("Offene Punkte durchsuchen")),
            KeyHelp("Strg+C", self.tr("Gewählte Punkte mit Überschriften kopieren")),
        )

    def reveal(self, target: Target) -> bool:
        """Put the focus into the list."""
        self._table.setFocus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Check again, at once or when the hand rests."""
        if changes and self._findings is not None:
            self._pause.start()
        else:
            self._begin()

    def _choices(self) -> tuple[tuple[str, str], ...]:
        words = {Severity.OBSTACLE: "Hindernisse", Severity.GAP: "Lücken", Severity.HINT: "Hinweise"}
        return ((_ALL, self.tr("Alle")), *((weight.value, words[weight]) for weight in Severity))

    def _meanings(self) -> str:
        return self.tr(
            "Ein Hindernis verhindert Förderung oder Einvernehmen, eine Lücke fällt beim Lesen auf, ein Hinweis ist "
            "nur ein Rat. Ausgeben lässt sich das Konzept auch so."
        )

    def _build(self) -> None:
        self._jump.setObjectName("finding-jump")
        self._jump.setEnabled(False)
        self._table.setAccessibleName(self.tr("Offene Punkte"))
        self._table.show_empty(self.tr("Das Konzept wird geprüft …"))
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        column.addLayout(self._filters())
        column.addWidget(self._meaning)
        column.addWidget(self._table, 1)
        column.addWidget(self._card)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.session.theme.sizes.gap)
        row.addWidget(self._weights)
        row.addWidget(self._search, 1)
        return row

    def _connect(self) -> None:
        self._weights.chosen.connect(self._show_findings)
        self._search.searched.connect(self._table.look_for)
        self._search.left_down.connect(self._table.setFocus)
        self._table.row_activated.connect(self._activate)
        self._table.row_changed.connect(self._show_finding)
        self._table.empty_state.begun.connect(partial(self.session.open, "output.export"))
        self._jump.triggered.connect(self._go_current)
        self._pause.timeout.connect(self._begin)

    def _begin(self) -> None:
        self.session.jobs.run(
            partial(self.session.apart.run, Plain(check), self.session.project.pinned()), self._take, key="output.check"
        )

    def _take(self, findings: Sequence[Finding]) -> None:
        self._findings = tuple(findings)
        if not findings:
            nothing = self.tr("Es ist nichts mehr offen. Das Konzept kann ausgegeben werden.")
            self._table.show_empty(nothing, self.tr("Ausgeben"))
        self._show_findings()
        self.heading_changed.emit()

    def _show_findings(self, _weight: str = "") -> None:
        findings = self._findings or ()
        wanted = self._weights.value
        self._table.show_points(points([item for item in findings if wanted in (_ALL, item.severity.value)]))
        self._table.mark_row()
        self._show_finding(self._table.current_row)

    def _show_finding(self, row: FindingRow | None) -> None:
        self._jump.setEnabled(row is not None)
        self._card.show_finding(None if row is None else row.said)

    def _activate(self, row: FindingRow) -> None:
        if row.is_group:
            self._table.toggle(row)
        else:
            self.session.go(row.target)

    def _go_current(self) -> None:
        if (row := self._table.current_row) is not None:
            self.session.go(row.target)

    def _state(self) -> str:
        if self._findings is None:
            return self.tr("Das Konzept wird geprüft …")
        if not self._findings:
            return self.tr("Nichts mehr offen")
        count = len(points(self._findings))
        found = self.tr("Ein offener Punkt") if count == 1 else self.tr("{0} offene Punkte").format(count)
        return self.tr("{0}: {1}").format(found, weighed(self._findings))
