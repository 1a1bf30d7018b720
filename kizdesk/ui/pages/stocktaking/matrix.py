"""Show where every municipality stands in the stock-taking, and begin the next interview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Target
from kizdesk.domain.interviews import Answer, Interview, Offering
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.stand import Stand
from kizdesk.project.stocktaking import Matrix, MatrixRow, StockTaking
from kizdesk.project.stocktaking.entering import is_city, next_row, reach_text
from kizdesk.project.stocktaking.planning import ONE_TEXT, plan_text
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.stocktaking.changed import ChangedMinutes
from kizdesk.ui.pages.stocktaking.map_pane import MapPane
from kizdesk.ui.pages.stocktaking.matrix_bar import MatrixBar
from kizdesk.ui.pages.stocktaking.matrix_columns import shapes
from kizdesk.ui.pages.stocktaking.matrix_deeds import MatrixDeeds
from kizdesk.ui.pages.stocktaking.matrix_table import MatrixTable
from kizdesk.ui.pages.stocktaking.reading import Reading
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.stats import Stat, StatRow

_KINDS = (Answer, Interview, Offering, Municipality, District, Project)
_VIEW, _MATRIX, _MAP = "stocktaking/view", "matrix", "map"
_FEW = 12
"""Up to so many municipalities nobody needs to search."""
_COMPARISON, _OFFERINGS, _BASICS = "evaluation.comparison", "evaluation.offerings", "basics.project"


class MatrixPage(Page):
    """Be the overview of step 2."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._reading: Reading[Matrix] = Reading(session, StockTaking.matrix, "stocktaking.matrix", self)
        self._changed = ChangedMinutes(session, "stocktaking.matrix.changed", self)
        self._deeds = MatrixDeeds(session, self)
        self._begin = QAction(self.tr("Gespräch beginnen"), self)
        self._switch = QAction(self)
        self._view = session.memory.value(_VIEW, _MATRIX)
        self._stats, self._bar = StatRow(), MatrixBar(session.theme)
        self._table: MatrixTable | None = None
        self._shape: tuple[tuple[str, str], ...] = ()
        self._map = MapPane(session)
        self._views, self._body, self._content = QStackedWidget(), QStackedWidget(), QWidget()
        self._empty = EmptyState("")
        self._wanted = ""
        self._told: tuple[object, ...] = ()
        self._build()
        self._connect()

    @property
    def table(self) -> MatrixTable | None:
        """Return the table; None until it is read."""
        return self._table

    def heading(self) -> Heading:
        """Return with how many municipalities the office speaks, and whose turn it is."""
        table, row = self._reading.value, self._row()
        if table is None or not table.rows:
            return Heading(self.tr("Bestandsaufnahme"))
        reached = sum(row.stand is not Stand.OPEN for row in table.rows)
        words = self.tr("Noch kein Gespräch geplant") if self._is_bare() else reach_text(reached, len(table.rows))
        if row is not None and not self._is_bare():
            chosen = self.tr("ausgewählt: {0}") if self._selected() is not None else self.tr("als Nächstes: {0}")
            words = f"{words} · {chosen.format(row.name)}"
        return Heading(self.tr("Bestandsaufnahme"), words)

    def actions_shown(self) -> Sequence[QAction]:
        """Return what to do next, unless the page teaches."""
        return () if self._is_bare() else (self._switch, self._begin)

    def main_action(self) -> QAction | None:
        """Return the same."""
        return None if self._is_bare() else self._begin

    def help_text(self) -> str:
        """Say what the matrix shows."""
        return self.tr(
            "Jede Zeile ist eine Kommune, jede Spalte ein Abschnitt des Leitfadens. Ein Haken heißt: alle Fragen sind "
            "erledigt; ein Teilkreis zeigt, wie weit der Abschnitt ist; ein leerer Kreis ist noch offen. Ein Klick auf "
            "ein Zeichen öffnet das Gespräch an diesem Abschnitt, ein Klick auf den nächsten Schritt erledigt ihn. "
            "„Gespräch beginnen“ gilt der gewählten Zeile, sonst der Kommune, die an der Reihe ist."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the table."""
        return (
            KeyHelp(self.tr("Pfeiltasten"), self.tr("zum nächsten Abschnitt oder zur nächsten Kommune")),
            KeyHelp(self.tr("Eingabe"), self.tr("Gespräch am Abschnitt öffnen oder den nächsten Schritt tun")),
            KeyHelp(self.tr("Strg+F"), self.tr("Kommune suchen")),
            KeyHelp(self.tr("Strg+C"), self.tr("gewählte Zeilen kopieren")),
        )

    def reveal(self, target: Target) -> bool:
        """Show the row of a municipality."""
        if target.kind != "municipality":
            return False
        self._wanted = target.id
        self._take_wanted()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Count anew what changed."""
        if not changes or any(_concerns(change) for change in changes):
            self._reading.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height between the numbers and the table."""
        super().resizeEvent(event)
        self._share_height()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap)
        column.addWidget(self._stats)
        column.addWidget(self._bar)
        column.addWidget(self._views, 1)
        self._views.addWidget(self._map)
        for widget in (QWidget(), self._content, self._empty):
            self._body.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)
        self._empty.setProperty("ground", "card")
        self._begin.setObjectName("begin-interview")
        self._switch.setObjectName("switch-view")

    def _connect(self) -> None:
        self._reading.came.connect(self._show)
        self._reading.came.connect(self._changed.refresh)
        self._changed.came.connect(self._show_rows)
        self._begin.triggered.connect(self._start)
        self._bar.filtered.connect(self._show_rows)
        self._switch.triggered.connect(self._switch_view)
        self._bar.search.left_down.connect(self._focus_table)
        self._empty.begun.connect(self._leave_empty)
        self._empty.begun_otherwise.connect(self._plan_one)
        self._map.municipality_chosen.connect(self._choose)
        self._map.step_wanted.connect(self._do_step_of)

    def _is_bare(self) -> bool:
        table = self._reading.value
        return table is not None and not any(row.interview_ids for row in table.rows)

    def _selected(self) -> MatrixRow | None:
        rows = self._table.selected_rows if self._table is not None else ()
        return rows[0] if rows else None

    def _row(self) -> MatrixRow | None:
        table = self._reading.value
        return self._selected() or (next_row(table) if table is not None else None)

    @Slot()
    def _show(self) -> None:
        table = self._reading.value
        if table is None:
            return
        if self._is_bare():
            self._teach(table)
        else:
            self._show_table(table)
        self._body.setCurrentWidget(self._empty if self._is_bare() else self._content)
        self._show_head()

    def _show_table(self, table: Matrix) -> None:
        self._stats.show_stats([_stat(card.number, card.text, card.count, card.total) for card in table.cards])
        if self._table is None or shapes(table.columns) != self._shape:
            self._make_table(table)
        self._show_rows()
        self._show_view()
        if self._view == _MAP:
            self._map.show_table(table)
        self._take_wanted()

    def _make_table(self, table: Matrix) -> None:
        old, self._shape = self._table, shapes(table.columns)
        made = MatrixTable(self.session, table)
        made.setObjectName("stocktaking-matrix")
        made.setAccessibleName(self.tr("Kommunen und Abschnitte"))
        made.show_empty(self.tr("Keine Kommune passt zu diesen Wörtern und diesem Stand."), self.tr("Alle zeigen"))
        made.empty_state.begun.connect(self._bar.clear)
        made.selection_moved.connect(self._show_head)
        made.section_chosen.connect(self._open_section)
        made.step_chosen.connect(self._deeds.do_step)
        self._table = made
        self._views.addWidget(made)
        if old is not None:
            self._views.removeWidget(old)
            old.deleteLater()

    def _teach(self, table: Matrix) -> None:
        if table.rows:
            sentence = self.tr(
                "In der Bestandsaufnahme spricht der Kreis mit jeder Kommune nach demselben Leitfaden. Daraus "
                "entstehen Vergleich, Belege und Handlungsfelder. Termine und Beteiligte lassen sich danach eintragen."
            )
            words = self._plan_words(len(table.rows))
            self._empty.show_text(sentence, words, ONE_TEXT if words and len(table.rows) > 1 else "")
        elif is_city(self.session.project):
            sentence = self.tr(
                "Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen, Gespräche mit Kommunen entfallen. "
                "Zur Bestandsaufnahme gehören hier die Angebote in der Stadt."
            )
            self._empty.show_text(sentence, self.tr("Angebote erfassen"))
        else:
            sentence = self.tr("Gespräche werden mit den Kommunen geführt. Noch sind keine Kommunen eingetragen.")
            self._empty.show_text(sentence, self.tr("Kommunen eintragen"))

    def _plan_words(self, count: int) -> str:
        if self.session.read_only:
            return ""
        return plan_text(count)

    @Slot()
    def _leave_empty(self) -> None:
        table = self._reading.value
        if table is not None and table.rows:
            self._deeds.plan(table.rows)
        else:
            self.session.open(_OFFERINGS if is_city(self.session.project) else _BASICS)

    @Slot()
    def _plan_one(self) -> None:
        table = self._reading.value
        if table is not None and table.rows:
            self._deeds.plan_any(table.rows[0])

    @Slot()
    def _show_rows(self) -> None:
        table = self._reading.value
        if table is not None and self._table is not None:
            counts = self._changed.counts
            rows = (replace(row, changed=sum(counts.get(key, 0) for key in row.interview_ids)) for row in table.rows)
            self._table.show_rows([row for row in rows if self._bar.lets_through(row)])
            self._share_height()

    @Slot()
    def _show_head(self) -> None:
        row = self._row()
        if row is not None:
            self._begin.setText(self._deeds.verb(row))
            self._begin.setToolTip(self.tr("{0} mit {1}").format(self._begin.text(), row.name))
        else:
            self._begin.setText(self.tr("Zum Vergleich"))
            self._begin.setToolTip(self.tr("Alle Gespräche sind geführt: die Antworten vergleichen"))
        told = (self.heading(), self._is_bare())
        if told != self._told:
            self._told = told
            self.heading_changed.emit()

    @Slot()
    def _switch_view(self) -> None:
        self._view = _MATRIX if self._view == _MAP else _MAP
        self.session.memory.remember(_VIEW, self._view)
        self._show_view()
        table = self._reading.value
        if self._view == _MAP and table is not None:
            self._map.show_table(table)

    def _show_view(self) -> None:
        table, is_map = self._reading.value, self._view == _MAP
        self._switch.setText(self.tr("Tabelle zeigen") if is_map else self.tr("Karte zeigen"))
        self._bar.setVisible(not is_map and table is not None and len(table.rows) > _FEW)
        shown = self._map if is_map else self._table
        if shown is not None:
            self._views.setCurrentWidget(shown)
        self._share_height()

    def _share_height(self) -> None:
        """Fold the numbers where that shows all municipalities at once; a table that scrolls anyway leaves them."""
        table, is_map = self._reading.value, self._view == _MAP
        if self._table is None or table is None:
            return
        gap, bar = self.session.theme.sizes.gap, 0 if self._bar.isHidden() else self._bar.sizeHint().height()
        rest = self.height() - gap - (bar + gap if bar else 0)
        least, most = (rest - self._stats.height_of(folded=folded) for folded in (False, True))
        self._stats.give_room(wanted=not is_map and least < self._table.height_for(len(table.rows)) <= most)

    @Slot()
    def _focus_table(self) -> None:
        if self._table is not None:
            self._table.setFocus()

    @Slot()
    def _start(self) -> None:
        row = self._row()
        if row is not None:
            self._deeds.begin(row)
        else:
            self.session.open(_COMPARISON)

    @Slot(object, int)
    def _open_section(self, row: MatrixRow, number: int) -> None:
        table = self._reading.value
        if table is not None:
            self._deeds.open_section(row, table.columns[number].section_id)

    @Slot(str)
    def _choose(self, municipality_id: str) -> None:
        if self._table is not None and not self._table.reveal(municipality_id):
            self._bar.clear()
            self._table.reveal(municipality_id)

    @Slot(str)
    def _do_step_of(self, municipality_id: str) -> None:
        table = self._reading.value
        row = next((row for row in table.rows if row.municipality_id == municipality_id), None) if table else None
        if row is not None:
            self._deeds.do_step(row)

    def _take_wanted(self) -> None:
        if self._wanted and self._table is not None:
            self._view = _MATRIX
            self._show_view()
            self._choose(self._wanted)
            self._wanted = ""
            self._table.setFocus()


def _stat(number: str, text: str, count: int, total: int | None) -> Stat:
    return Stat(number, text, count / total if total else None)


def _concerns(change: Change) -> bool:
    return isinstance(change.record, _KINDS) if isinstance(change, Create) else issubclass(change.record_type, _KINDS)
