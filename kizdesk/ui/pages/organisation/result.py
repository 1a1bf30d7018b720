"""Show what the centre costs in a year: the reckoning, what is open, the bars, and how it is reckoned."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kizdesk.project.organisation.cost_outlook import CostGap, CostLine, CostResult
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.fitted_figure import FittedFigure
from kizdesk.ui.widgets.labels import WrapLabel, label
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.wrapping import broken


class ResultLines(QWidget):
    """Be the lines of the reckoning; only what changed is drawn anew."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(session.theme.sizes.gap)
        self._grid.setVerticalSpacing(session.theme.sizes.unit)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[tuple[WrapLabel, WrapLabel]] = []

    def show_lines(self, lines: Sequence[CostLine]) -> None:
        """Show other lines."""
        while len(self._labels) < len(lines):
            self._add()
        for place, (text, amount) in enumerate(self._labels):
            shown = place < len(lines)
            text.setVisible(shown)
            amount.setVisible(shown)
            if shown:
                self._show_line(lines[place], text, amount)

    def _add(self) -> None:
        pair = (label("", "body"), label("", "body", wrap=False))
        row = len(self._labels)
        self._grid.addWidget(pair[0], row, 0)
        self._grid.addWidget(pair[1], row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        pair[1].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._labels.append(pair)

    def _show_line(self, line: CostLine, text: WrapLabel, amount: WrapLabel) -> None:
        if text.text() != line.text:
            text.setText(line.text)
        if amount.text() != line.amount_text:
            amount.setText(line.amount_text)
        amount.setObjectName(f"cost.result.{line.key}")
        amount.setAccessibleName(f"{line.text}: {line.amount_text}")
        text.set_role("strong" if line.total else "body")
        amount.set_role("attention" if line.amount is None else "strong" if line.total else "body")


class GapList(QWidget):
    """Be what is not quantified, each a way to its field."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[CostGap, ...] = ()
        self._title = label("", "attention")
        self._links: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._title.hide()

    def show_gaps(self, gaps: Sequence[CostGap]) -> None:
        """Show other gaps."""
        if tuple(gaps) == self._shown:
            return
        self._shown = tuple(gaps)
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(gap) for gap in gaps]
        for link in self._links:
            self._column.addWidget(link)
            link.show()
        self._elide()
        totals = any(gap.counts for gap in gaps)
        text = self.tr("Noch nicht beziffert; die Summen bleiben deshalb offen:")
        self._title.setText(text if totals else self.tr("Noch nicht beziffert; die Summen stehen trotzdem:"))
        self._title.setVisible(bool(gaps))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of each gap as has room in a few lines; the rest stands in its tooltip."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 4 * self._session.theme.sizes.unit
        for gap, link in zip(self._shown, self._links, strict=True):
            link.setText("\n".join(broken(gap.text, link.font(), room)).replace("&", "&&"))

    def _link(self, gap: CostGap) -> QPushButton:
        made = button(gap.text, kind="link", tip=self.tr("Zum Feld: {0}").format(gap.text))
        made.setAccessibleName(gap.text)
        made.setObjectName(f"cost.gap.{gap.target.id}.{gap.target.field}")
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.clicked.connect(partial(self._session.go, gap.target))
        return made


class ResultCard(Card):
    """Be the result for a year; it follows what is being typed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines = ResultLines(session)
        self._gaps = GapList(session)
        self._chart = FittedFigure(session.theme)
        self._beside = label("", "small")
        self._empty = label(self.tr("Sobald Stellen oder Beträge eingetragen sind, steht hier die Rechnung."), "muted")
        self._explain = button(self.tr("Erläuterung"), kind="quiet", name="cost.explain")
        self._words = label("", "muted")
        self._build_card()
        self._explain.toggled.connect(self._show_words)

    def show_result(self, result: CostResult) -> None:
        """Show a result."""
        self._empty.setVisible(result.is_empty)
        self._lines.setVisible(not result.is_empty)
        self._lines.show_lines(result.lines)
        self._beside.setText(result.beside)
        self._beside.setVisible(bool(result.beside) and not result.is_empty)
        self._gaps.show_gaps(result.gaps)
        self._chart.show_figure(result.chart, {line.key: f"{line.text}: {line.amount_text}" for line in result.lines})

    def _build_card(self) -> None:
        self.set_title(self.tr("Ergebnis im Jahr"))
        self.head.addWidget(self._explain)
        self._explain.setCheckable(True)
        set_look(self._explain, "dense", "true")
        page = ScrollPage()
        for widget in (self._words, self._empty, self._lines, self._beside, self._gaps, self._chart):
            page.body.addWidget(widget)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self._chart.setObjectName("cost.chart")
        self._beside.setObjectName("cost.beside")
        self._words.hide()
        self._words.setObjectName("cost.words")
        self._words.setText(formula_words())

    def _show_words(self) -> None:
        self._words.setVisible(self._explain.isChecked())


def formula_words() -> str:
    """Return how the result is reckoned."""
    return (
        "Gerechnet wird, was das Zentrum selbst kostet. Was eine Maßnahme kostet, steht bei ihr in den "
        "Handlungsfeldern und zählt hier nicht mit.\n"
        "Jede Stelle kostet: Vollzeitstellen × (Personalkosten × (1 + Gemeinkosten) + Arbeitsplatz). Für abgeordnete "
        "Lehrkräfte trägt das Land das Gehalt; es bleiben der Arbeitsplatz und, wenn eingetragen, die Gemeinkosten.\n"
        "Gesamtkosten = Stellen + Sachkosten. Die Förderung ist je Stelle der kleinere Betrag aus Höchstbetrag der "
        "Richtlinie und tatsächlichen Personalkosten, deshalb „bis zu“.\n"
        "Zuschussbedarf = Gesamtkosten − Förderung. Mehrkosten = Zuschussbedarf − Kosten der heutigen Fachstelle. "
        "Endet die Förderung, trägt der Haushalt die Gesamtkosten.\n"
        "Was nicht beziffert ist, zählt nicht als 0: Jede Summe, die davon abhängt, bleibt offen."
    )
