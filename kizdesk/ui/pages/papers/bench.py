"""Say what the page asks of a kind of paper, and be that for the papers made of fields."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.project.apart.here import Work
from kizdesk.project.output.writing import Written
from kizdesk.project.papers.editing import choose_layout
from kizdesk.project.papers.reading import FieldRow, FieldState, FieldType, PaperSheet, layouts, read_paper
from kizdesk.project.papers.writing import FILES, PaperInFolder
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.pages.papers.other_layouts import KEY as ELSEWHERE
from kizdesk.ui.pages.papers.other_layouts import OtherLayouts
from kizdesk.ui.pages.papers.pane import WORDED, Pane
from kizdesk.ui.pages.papers.questions_pane import QuestionsPane
from kizdesk.ui.pages.papers.stops_pane import StopsPane
from kizdesk.ui.pages.papers.text_pane import TextPane
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.cards import Card, ListCard
from kizdesk.ui.widgets.labels import label

_ROLES = {
    FieldState.OWN: "done",
    FieldState.PROPOSED: "info",
    FieldState.BLANK: "muted",
    FieldState.EMPTY: "muted",
    FieldState.ANSWERED: "muted",
    FieldState.ELSEWHERE: "muted",
}


_FIRST = ("beschluss", "fragen")
"""The fields that are shown first: what everybody reads first."""


class Bench(Protocol):
    """Be one kind of paper on the page."""

    @property
    def key(self) -> str:
        """Return what tells it from the others."""

    @property
    def side(self) -> QWidget:
        """Return what stands below the list of papers."""

    @property
    def desk(self) -> QWidget:
        """Return what stands beside it."""

    @property
    def hint(self) -> str:
        """Return what somebody should know who has none of what it needs; empty if all is well."""

    @property
    def way(self) -> tuple[str, str]:
        """Return the words of the way to what is missing, and the page; empty where there is no way."""

    @property
    def can_be_written(self) -> bool:
        """Tell whether there is something to write."""

    @property
    def file_name(self) -> str:
        """Return under which name it is written; empty where there are several."""

    @property
    def title(self) -> str:
        """Return what the paper is called."""

    @property
    def state(self) -> str:
        """Return how far it is, in a few words."""

    def enter(self) -> None:
        """Build what is needed only where it is shown."""

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""

    def shows(self, target: Target) -> bool:
        """Tell whether the place of a target is here, and put the focus there if it is."""

    def open(self, place: str) -> None:
        """Show a place of it, such as the field of a key."""

    def work(self, folder: Path) -> Work[Written]:
        """Return the work of writing it into a folder."""

    def taken(self) -> None:
        """Do what follows when it is written."""

    def flush(self) -> None:
        """Write what is typed."""


class PaperBench(QObject):
    """Be the fields of a Sitzungsvorlage or a Sachstandsbericht, one of them at a time."""

    def __init__(self, session: Session, kind: PaperKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = kind.value
        self._session, self._kind = session, kind
        self.sheet: PaperSheet = read_paper(session.project, kind)
        self._fields: TableView[FieldRow] = TableView(
            _columns(), _key_of, session.theme, session.memory, f"papers.{kind.value}", dense=True
        )
        self._layout = Picker(parent)
        self._panes: dict[str, Pane] = {}
        self._stack = QStackedWidget(parent)
        self._others = OtherLayouts(session)
        self.side = ListCard(parent)
        self.desk = Card("", parent)
        self._build()
        self._connect()

    @property
    def title(self) -> str:
        """Return what the paper is called."""
        return self._session.labels.of(self._kind)

    @property
    def state(self) -> str:
        """Return how many of its fields hold texts of one's own."""
        own = self.sheet.counts[FieldState.OWN] + self.sheet.counts[FieldState.BLANK]
        if not own:
            return self.tr("Vorschlag")
        return self.tr("eine eigene Angabe") if own == 1 else self.tr("{0} eigene Angaben").format(own)

    @property
    def hint(self) -> str:
        """Return why nothing is there to decide on; empty if there is."""
        if self.sheet.has_version or self._kind is not PaperKind.COUNCIL:
            return ""
        return self.tr(
            "Ohne festgeschriebene Fassung schlägt die Vorlage vor, das Konzept zu erarbeiten, nicht zu beschließen."
        )

    @property
    def can_be_written(self) -> bool:
        """Tell that a paper can be written at any time."""
        return True

    @property
    def file_name(self) -> str:
        """Return under which name it is written."""
        return FILES[self._kind]

    @property
    def way(self) -> tuple[str, str]:
        """Return the way to the versions."""
        return self.tr("Zu den Fassungen"), "participation.versions"

    def enter(self) -> None:
        """Stand ready: its fields are built one by one as they are chosen."""

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        former = self.sheet.layout.id
        self.sheet = read_paper(self._session.project, self._kind)
        if self.sheet.layout.id != former:
            self._drop_panes()
        more = [self._others.row()] if self.sheet.elsewhere else []
        self._others.show_sheet(self.sheet)
        self._fields.show_rows([*self.sheet.fields, *more])
        self._show_layouts()
        if self._fields.current_row is None and self.sheet.fields:
            wanted = next((key for key in _FIRST if self._row(key) is not None), self.sheet.fields[0].key)
            self._fields.reveal(wanted)
        self._show(self._fields.current_row)
        for key, pane in self._panes.items():
            row = self._row(key)
            if row is not None:
                pane.show_row(row, changes)

    def shows(self, target: Target) -> bool:
        """Show the paper or the field of a target."""
        field = self._field_of(target)
        if field is None:
            return False
        if field and self._fields.reveal(field):
            self._show(self._fields.current_row)
            pane = self._stack.currentWidget()
            if isinstance(pane, Pane):
                pane.reveal(target)
        else:
            self._fields.setFocus()
        return True

    def open(self, place: str) -> None:
        """Show the field of a key, and put the focus into it."""
        if self._fields.reveal(place):
            self._enter()

    def work(self, folder: Path) -> Work[Written]:
        """Return the work of writing the paper into a folder."""
        return PaperInFolder(self._kind, folder)

    def taken(self) -> None:
        """Note nothing: a paper speaks of what is, and changes nothing."""

    def flush(self) -> None:
        """Write what is typed."""
        for pane in self._panes.values():
            pane.flush()

    def _build(self) -> None:
        self._fields.setObjectName(f"papers.fields.{self.key}")
        self._fields.setAccessibleName(self.tr("Felder: {0}").format(self.title))
        self._fields.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._layout.setObjectName(f"papers.layout.{self.key}")
        self._layout.setAccessibleName(self.tr("Aufbau der Vorlage"))
        self._layout.setEnabled(not self._session.read_only)
        head = QHBoxLayout()
        head.setSpacing(self._session.theme.sizes.gap_small)
        caption = label(self.tr("Aufbau nach"), "strong", wrap=False)
        caption.setBuddy(self._layout)
        head.addWidget(caption)
        head.addWidget(self._layout, 1)
        box = self.side.add_beside(head)
        box.setVisible(len(layouts(self._session.project, self._kind)) > 1)
        self.side.add_list(self._fields)
        self.desk.body.addWidget(self._stack)
        self._stack.addWidget(self._others)
        self.refresh(())

    def _connect(self) -> None:
        self._fields.row_changed.connect(self._show)
        self._fields.row_activated.connect(self._enter)
        self._layout.activated.connect(self._choose_layout)
        self._others.wanted.connect(self._take_layout)

    def _show_layouts(self) -> None:
        known = layouts(self._session.project, self._kind)
        if [self._layout.itemData(place) for place in range(self._layout.count())] != [item.id for item in known]:
            self._layout.clear()
            for item in known:
                self._layout.addItem(item.title, item.id)
        chosen = next((place for place, item in enumerate(known) if item.id == self.sheet.layout.id), 0)
        self._layout.setCurrentIndex(chosen)
        self._layout.setToolTip(self.sheet.layout.source)

    def _choose_layout(self, place: int) -> None:
        self._take_layout(str(self._layout.itemData(place)))

    def _take_layout(self, layout_id: str) -> None:
        self.flush()
        if layout_id != self.sheet.layout.id:
            self._session.attempt(partial(choose_layout, self._session.project, self._kind, layout_id))

    def _show(self, row: FieldRow | None) -> None:
        if row is None:
            return
        pane = self._others if row.key == ELSEWHERE else self._panes.get(row.key) or self._make(row)
        if self._stack.currentWidget() is not pane:
            former = self._stack.currentWidget()
            if isinstance(former, Pane):
                former.flush()
            self._stack.setCurrentWidget(pane)
        self.desk.setAccessibleName(row.label)

    def _make(self, row: FieldRow) -> Pane:
        kinds: dict[FieldType, type[Pane]] = {FieldType.STOPS: StopsPane, FieldType.QUESTIONS: QuestionsPane}
        pane = kinds.get(row.type, TextPane)(self._session, self._kind, row)
        self._panes[row.key] = pane
        self._stack.addWidget(pane)
        return pane

    def _drop_panes(self) -> None:
        for pane in self._panes.values():
            self._stack.removeWidget(pane)
            pane.deleteLater()
        self._panes.clear()

    def _enter(self, _row: FieldRow | None = None) -> None:
        pane = self._stack.currentWidget()
        if isinstance(pane, (Pane, OtherLayouts)):
            pane.take_focus()

    def _listed(self, key: str) -> str:
        """Return the field in the list that a key belongs to: amounts stand together in one."""
        found = self.sheet.layout.field(key)
        return found.key if found is not None else ""

    def _row(self, key: str) -> FieldRow | None:
        return next((row for row in self.sheet.fields if row.key == key), None)

    def _field_of(self, target: Target) -> str | None:
        """Return the field of a target, empty for the paper as a whole; None if it is another paper's."""
        snapshot = self._session.project.snapshot
        entry = snapshot.find(PaperEntry, target.id)
        stop, question = snapshot.find(PaperStop, target.id), snapshot.find(PaperQuestion, target.id)
        record = entry or stop or question
        if record is not None:
            if snapshot.get(Paper, record.paper_id).kind is not self._kind:
                return None
            return self._listed(entry.field) if entry else "beratungsfolge" if stop else "fragen"
        paper = snapshot.find(Paper, target.id)
        return "" if paper is not None and paper.kind is self._kind else None


def _columns() -> tuple[Column[FieldRow], ...]:
    return (
        Column("Feld", _label, width=18, stretch=True),
        Column("Stand", _state, role=_role, width=13),
    )


def _key_of(row: FieldRow) -> str:
    return row.key


def _label(row: FieldRow) -> str:
    return row.label


def _state(row: FieldRow) -> str:
    if row.state is FieldState.OWN and row.type not in WORDED:
        return "eigene Angabe"
    return row.state.value


def _role(row: FieldRow) -> str:
    return _ROLES[row.state]
