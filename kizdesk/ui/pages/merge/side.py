"""Show one interview of another copy: how it stands, what that means, and what differs place by place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kizdesk.domain.interviews import Interview
from kizdesk.project.merging.judging import Comparison, Met, Standing
from kizdesk.project.merging.telling import Line, lines
from kizdesk.ui.jobs import Progress
from kizdesk.ui.pages.merge.rows import MetRow, role_of
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.side_by_side import SideBySide

_RUNNER = "interview.runner"
_TAKEN = "Dieses Gespräch ist übernommen."
_SHORT = 200
"""Letters of a text in the table; all of them stand below it."""
_UNBOUND = 16_777_215
"""The height of a widget that may be as high as it likes."""


class MetSide(Card):
    """Be the card of the interview chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._session = session
        self._row: MetRow | None = None
        self._sentence = label()
        self._remarks = label("", "attention")
        self._to = button(self.tr("Zum Gespräch"), kind="quiet", name="merge-to-interview")
        self.table: TableView[Line] = TableView(COLUMNS, _key, session.theme, session.memory, "stocktaking.merge.lines")
        self._below = SideBySide(self.tr("Wortlaut hier und in der anderen Datei"), lines=4)
        self._rest = QWidget()
        self._lay_out()
        self._to.clicked.connect(self._open)
        self.table.row_changed.connect(self._show_line)

    def show_row(self, row: MetRow | None, comparison: Comparison | None) -> None:
        """Show an interview, or nothing."""
        is_other = (
            self._row is None or row is None or row.met.pairs != self._row.met.pairs or row.met.id != self._row.met.id
        )
        self._row = row
        self.setVisible(row is not None)
        if row is None or comparison is None:
            return
        self.set_title(row.title)
        self._sentence.setText(_TAKEN if row.is_taken else row.met.sentence)
        self._sentence.set_role("body" if row.met.standing in (Standing.NEW, Standing.EQUAL) else role_of(row))
        self._remarks.setText("\n".join(row.met.remarks))
        self._remarks.setVisible(bool(row.met.remarks))
        is_here = self._session.project.snapshot.find(Interview, row.met.id) is not None
        self._to.setVisible(is_here)
        if is_other:
            self._begin(row.met, comparison)

    def _lay_out(self) -> None:
        self.table.setObjectName("merge-lines")
        self.table.setAccessibleName(self.tr("Was sich durch das Übernehmen ändert"))
        set_look(self.table, "within", "card")
        set_look(self._to, "dense", "true")
        self._below.setObjectName("merge-words")
        self.head.addWidget(self._to)
        for widget in (self._sentence, self._remarks):
            self.body.addWidget(widget)
        self.body.addWidget(self.table, 2)
        self.body.addWidget(self._below, 1)
        self.body.addWidget(self._rest, 1)

    def _begin(self, met: Met, comparison: Comparison) -> None:
        """Word what differs in a job; an interview may have hundreds of answers."""
        self.table.setVisible(bool(met.pairs))
        self._rest.setVisible(not met.pairs)
        self.table.show_rows(())
        self.table.setMaximumHeight(_UNBOUND)
        self._show_line(None)
        if met.pairs:
            self.table.show_empty(self.tr("Die Angaben werden verglichen …"))
            work = partial(_lines, comparison, met)
            self._session.jobs.run(work, partial(self._show_lines, met), key="stocktaking.merge.lines")

    def _show_lines(self, met: Met, found: Sequence[Line]) -> None:
        if self._row is None or self._row.met is not met:
            return
        is_new = not any(line.before for line in found)
        self.table.leave_out(["Hier"] if is_new else [])
        self.table.show_rows(found)
        self._fit_table(len(found))
        self._below.show_heads("" if is_new else self.tr("Hier"), self.tr("In der anderen Datei"))
        if found:
            self.table.reveal(found[0].key)
        self._show_line(self.table.current_row)

    def _fit_table(self, count: int) -> None:
        """Leave to the words below what the table does not need, whatever line is chosen."""
        lines = count * self.table.verticalHeader().defaultSectionSize()
        around = self.table.horizontalHeader().sizeHint().height() + self._session.theme.sizes.gap
        self.table.setMaximumHeight(lines + around)

    @Slot(object)
    def _show_line(self, line: Line | None) -> None:
        self._below.setVisible(line is not None)
        if line is not None:
            self._below.show_texts(line.before, line.after, without=(self.tr("(nichts)"), self.tr("(nichts)")))

    @Slot()
    def _open(self) -> None:
        if self._row is not None:
            self._session.open(_RUNNER, self._row.met.id)


def _lines(comparison: Comparison, met: Met, progress: Progress) -> tuple[Line, ...]:
    progress("", 0.0)
    return lines(comparison, met)


def _key(line: Line) -> str:
    return line.key


def _title(line: Line) -> str:
    return line.title


def _before(line: Line) -> str:
    return _in_short(line.before)


def _after(line: Line) -> str:
    return _in_short(line.after)


def _in_short(text: str) -> str:
    return " · ".join(text.split("\n"))[:_SHORT]


COLUMNS: tuple[Column[Line], ...] = (
    Column("Angabe", _title, stretch=True, strong=True, width=18),
    Column("Hier", _before, width=16),
    Column("In der anderen Datei", _after, stretch=True, width=18),
)
