"""Show how urgent the interviews find each field: as bars, as a table, and who said so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kizdesk.project.figures import Figure
from kizdesk.project.focus.ranking import StrandRanking, UrgencyRow
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.fitted_figure import FittedFigure
from kizdesk.ui.widgets.labels import label

_BARS, _TABLE = "bars", "table"


class RankingCard(Card):
    """Be the ranking of the fields by urgency."""

    field_chosen = Signal(str)
    """The id of a field whose bar was chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._rows: dict[str, UrgencyRow] = {}
        self._view = SegmentedChoice(((_BARS, self.tr("Balken")), (_TABLE, self.tr("Tabelle"))), self.tr("Darstellung"))
        self._figure = FittedFigure(session.theme)
        self._table: TableView[UrgencyRow] = TableView(
            self._columns(), _id_of, session.theme, session.memory, "focus.ranking"
        )
        self._none = label(
            self.tr("Noch hat kein Gespräch die Dringlichkeit eingeschätzt. Die Wahl ist trotzdem möglich."), "muted"
        )
        self._voices = label("", "body")
        self._build_card()
        self._connect()

    @property
    def rows(self) -> Mapping[str, UrgencyRow]:
        """Return the fields by their ids."""
        return self._rows

    def show_ranking(self, strands: Sequence[StrandRanking], figure: Figure | None) -> None:
        """Show the ranking of both strands, the most urgent first."""
        rows = sorted((row for strand in strands for row in strand.rows), key=_urgent)
        self._rows = {row.field_id: row for row in rows}
        self._table.show_rows(rows)
        self._figure.show_figure(figure, {row.field_id: f"{row.title}: {row.text}" for row in rows})
        self._none.setVisible(not rows)
        self._view.setVisible(bool(rows))
        self._show_view()
        self._bound_table()
        if rows and not self._voices.text():
            self.show_voices(rows[0].field_id)
        elif not rows:
            self._voices.setText("")

    def show_voices(self, field_id: str) -> None:
        """Say which municipality graded a field how, and which wants it as focus."""
        row = self._rows.get(field_id)
        if row is None:
            return
        said = "; ".join(f"{voice.place} – {voice.text}" for voice in row.voices)
        self._voices.setText(self.tr("„{0}“, je Kommune: {1}.").format(row.title, said))

    def _build_card(self) -> None:
        self.set_title(self.tr("Dringlichkeit aus den Gesprächen"))
        self.head.addWidget(self._view)
        self._table.setAccessibleName(self.tr("Rangfolge der Handlungsfelder"))
        self._table.setObjectName("focus.ranking")
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._figure.setObjectName("focus.bars")
        self._voices.setObjectName("focus.voices")
        for widget in (self._none, self._figure, self._table, self._voices):
            self.body.addWidget(widget)
        self.body.addWidget(
            label(
                self.tr(
                    "Mittelwert von 1 (nachrangig) bis 5 (sehr dringlich), in Klammern die Zahl der Einschätzungen; "
                    "Nennungen: wie oft das Feld als Schwerpunkt gewünscht ist."
                ),
                "small",
            )
        )
        self.body.addStretch(1)
        self._none.hide()
        self._show_view()

    def _connect(self) -> None:
        self._view.chosen.connect(self._choose_view)
        self._table.row_changed.connect(self._show_row)
        self._figure.region_chosen.connect(self.show_voices)
        self._figure.region_chosen.connect(self.field_chosen)

    def _columns(self) -> tuple[Column[UrgencyRow], ...]:
        return (
            Column(self.tr("Handlungsfeld"), _title, stretch=True, strong=True),
            Column(self.tr("Mittel"), _mean, text=_mean_text, align="right"),
            Column(self.tr("Spanne"), _spread, align="right"),
            Column(self.tr("Zahl"), _count),
            Column(self.tr("Nennungen"), _named),
        )

    def _choose_view(self, _value: str) -> None:
        self._show_view()

    def _show_view(self) -> None:
        bars = self._view.value == _BARS
        self._figure.setVisible(bars and bool(self._rows))
        self._table.setVisible(not bars and bool(self._rows))

    def _show_row(self, row: UrgencyRow | None) -> None:
        if row is not None:
            self.show_voices(row.field_id)

    def _bound_table(self) -> None:
        header = self._table.horizontalHeader().sizeHint().height()
        rows = len(self._rows) * self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(header + rows + self._session.theme.sizes.gap)


def _id_of(row: UrgencyRow) -> str:
    return row.field_id


def _urgent(row: UrgencyRow) -> tuple[float, int, str]:
    return -row.mean, -row.named, row.title


def _title(row: UrgencyRow) -> object:
    return row.title


def _mean(row: UrgencyRow) -> object:
    return row.mean if row.count else None


def _mean_text(row: UrgencyRow) -> str:
    return row.mean_text


def _spread(row: UrgencyRow) -> object:
    if not row.count:
        return None
    return f"{row.low} bis {row.high}" if row.low != row.high else str(row.low)


def _count(row: UrgencyRow) -> object:
    return row.count


def _named(row: UrgencyRow) -> object:
    return row.named
