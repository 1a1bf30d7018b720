"""Show beside a field what was said in the interviews, and link it to the open measure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QListView, QStackedWidget, QWidget

from kizdesk.domain.fields import Measure
from kizdesk.domain.interviews import EvidenceKind
from kizdesk.project.evaluation.evidence import EvidenceRow, evidence_of_field
from kizdesk.project.fields.edit import link_evidence
from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Progress
from kizdesk.ui.pages.fields.evidence_delegate import EvidenceDelegate
from kizdesk.ui.pages.fields.evidence_model import EvidenceModel, origin
from kizdesk.ui.pages.fields.no_evidence import NoEvidence
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.look import set_look

_ALL, _LINKED, _STALE = "", "linked", "stale"
_SHOWN = 220
"""Letters of the chosen passage shown below the list; the tooltip has them all."""


class EvidenceList(QListView):
    """Be the list of passages; Enter goes to the answer."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the answer with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class EvidencePanel(Card):
    """Be the card of evidence beside a field."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Belege"))
        self._session = session
        self._field_id = self._measure_id = ""
        self._rows: tuple[EvidenceRow, ...] = ()
        self._first: frozenset[str] = frozenset()
        """What the measure rested on when it was opened stands first, and stays there."""
        self._filter = QComboBox(self)
        self._model = EvidenceModel(self)
        self.view = EvidenceList(self)
        self._stack = QStackedWidget(self)
        self._hint = ElidedLabel("", "small")
        self._passage = label("", "muted")
        self._jump = button(self.tr("Zur Antwort"), kind="quiet", tip=self.tr("Eingabe"), name="fields.evidence.jump")
        self._fill()
        self._connect()

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        """Return the passages shown."""
        return self._model.rows

    def show_field(self, field_id: str) -> None:
        """Show the evidence of a field; none for an empty id."""
        if field_id != self._field_id:
            self._field_id = field_id
            self.read()

    def show_measure(self, measure_id: str) -> None:
        """Let passages be linked to a measure; to none for an empty id."""
        measure = self._session.project.snapshot.find(Measure, measure_id) if measure_id else None
        linked = None if measure is None else measure.evidence_ids
        other = measure_id != self._measure_id
        self._measure_id = measure_id
        self._model.show_linked(linked)
        if other:
            self._first = frozenset(linked or ())
        if other or self._filter.currentData() == _LINKED:
            self._show()
        self._say_hint()

    def read(self) -> None:
        """Read the evidence anew; the old one stays until the new one is there."""
        if not self._field_id:
            self._take("", ())
            return
        work = partial(_read, self._session.project.pinned(), self._field_id)
        self._session.jobs.run(work, partial(self._take, self._field_id), key="fields.evidence")

    def _fill(self) -> None:
        self.view.setModel(self._model)
        self.view.setItemDelegate(EvidenceDelegate(self._session.theme, self.view))
        self.view.setObjectName("fields.evidence")
        self.view.setAccessibleName(self.tr("Belege dieses Handlungsfelds"))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.setProperty("bare", "true")
        self._model.is_read_only = self._session.read_only
        self._filter.setAccessibleName(self.tr("Belege auswählen"))
        self._filter.setObjectName("fields.evidence.filter")
        self._filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._filter.setMinimumContentsLength(8)
        self._stack.addWidget(self.view)
        self._stack.addWidget(NoEvidence(self._session, upright=True))
        set_look(self._jump, "dense", "true")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._jump)
        for widget in (self._filter, self._stack, self._passage, self._hint):
            self.body.addWidget(widget, 1 if widget is self._stack else 0)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self._filter.activated.connect(self._show)
        self._model.ticked.connect(self._link)
        self._jump.clicked.connect(self._go)
        self.view.entered.connect(self._go)
        self.view.doubleClicked.connect(self._go)
        self.view.selectionModel().currentChanged.connect(self._show_passage)

    def _take(self, field_id: str, rows: tuple[EvidenceRow, ...]) -> None:
        if field_id == self._field_id:
            self._rows = rows
            self._offer_filters()
            self._show()

    def _offer_filters(self) -> None:
        chosen = self._filter.currentData()
        self._filter.clear()
        self._filter.addItem(self.tr("Alle Belege ({0})").format(len(self._rows)), _ALL)
        for kind in EvidenceKind:
            count = sum(row.kind is kind for row in self._rows)
            if count:
                self._filter.addItem(f"{self._session.labels.of(kind)} ({count})", kind.value)
        stale = sum(row.stale for row in self._rows)
        if stale:
            self._filter.addItem(self.tr("Antwort seitdem geändert ({0})").format(stale), _STALE)
        self._filter.addItem(self.tr("Nur verknüpfte"), _LINKED)
        self._filter.setCurrentIndex(max(0, self._filter.findData(chosen)))

    def _show(self) -> None:
        current = self._current()
        rows = [row for row in self._rows if self._passes(row)]
        self._model.show_rows(sorted(rows, key=self._is_late))
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self._filter.setVisible(bool(self._rows))
        place = self._model.place_of(current.id) if current else -1
        if place >= 0:
            self.view.setCurrentIndex(self._model.index(place))
        self._show_passage()
        self._say_hint()

    def _is_late(self, row: EvidenceRow) -> bool:
        return row.id not in self._first

    def _passes(self, row: EvidenceRow) -> bool:
        wanted = self._filter.currentData() or _ALL
        if wanted == _LINKED:
            return row.id in self._linked()
        return wanted == _ALL or (wanted == _STALE and row.stale) or row.kind.value == wanted

    def _linked(self) -> Sequence[str]:
        snapshot = self._session.project.snapshot
        if self._measure_id:
            measure = snapshot.find(Measure, self._measure_id)
            return measure.evidence_ids if measure else ()
        return [row.id for row in self._rows if row.measures]

    def _say_hint(self) -> None:
        if not self._rows:
            words = ""
        elif self._measure_id:
            linked = len(self._linked())
            words = self.tr("{0} verknüpft").format(linked)
        else:
            words = self.tr("{0} ohne Maßnahme").format(sum(not row.measures for row in self._rows))
        self._hint.setText(words)
        tip = self.tr("Leertaste verknüpft den Beleg mit der offenen Maßnahme.") if self._measure_id else ""
        self._hint.setToolTip(tip)
        self.view.setAccessibleDescription(tip)

    def _current(self) -> EvidenceRow | None:
        index = self.view.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def _show_passage(self, current: QModelIndex | None = None) -> None:
        _ = current
        row = self._current()
        text = "" if row is None else f"„{row.wording}“"
        self._passage.setText(text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …“")
        self._passage.setToolTip("" if row is None else origin(row) + "\n" + row.wording)
        self._passage.setVisible(row is not None)
        self._jump.setEnabled(row is not None)
        self._jump.setVisible(bool(self._rows))

    def _link(self, evidence_id: str) -> None:
        linked = evidence_id not in self._linked()
        act = partial(link_evidence, self._session.project, self._measure_id, evidence_id, linked=linked)
        self._session.attempt(act)

    def _go(self, *_: object) -> None:
        row = self._current()
        if row is not None:
            self._session.go(row.target)


def _read(project: OpenProject, field_id: str, progress: Progress) -> tuple[EvidenceRow, ...]:
    progress("", 0)
    return evidence_of_field(project, field_id)
