"""Show the form of what is chosen in the outline, with what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure
from kizdesk.domain.interviews import Answer, Evidence
from kizdesk.project.fields.edit import move_measure
from kizdesk.ui.forms import Group, RecordForm
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.pages.fields.branch import FIELD, GOAL, MEASURE, Branch
from kizdesk.ui.pages.fields.no_evidence import NoEvidence
from kizdesk.ui.pages.fields.specs import FIELD as FIELD_GROUPS
from kizdesk.ui.pages.fields.specs import GOAL as GOAL_GROUPS
from kizdesk.ui.pages.fields.specs import MEASURE as MEASURE_GROUPS
from kizdesk.ui.pages.fields.two_lines import TwoLines
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.labels import WrapLabel
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.stops import follow_each_other, stops

_FORMS: dict[str, tuple[type[Record], tuple[Group, ...]]] = {
    FIELD: (FieldOfAction, FIELD_GROUPS),
    GOAL: (Goal, GOAL_GROUPS),
    MEASURE: (Measure, MEASURE_GROUPS),
}

_LATER = 150
"""Milliseconds between two forms that are built in idle moments."""


class EditPane(Card):
    """Be the card with the form of a field, a goal or a measure; each form is built when it is first needed."""

    title_entered = Signal(str)
    """Enter in the title of a kind: the next one can be typed."""
    take_out_asked = Signal()
    copy_asked = Signal()
    delete_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__("", parent)
        self._session, self._delay = session, delay
        self._branch: Branch | None = None
        self._forms: dict[str, RecordForm] = {}
        self._pages: dict[str, ScrollPage] = {}
        self._stack = QStackedWidget(self)
        self._where = TwoLines(Qt.AlignmentFlag.AlignVCenter)
        self._note = WrapLabel("", "muted")
        self._no_evidence = NoEvidence(session, upright=False)
        self._empty = EmptyState("", "")
        self._take_out = self._button(
            self.tr("Herausnehmen"), self.tr("Aus dem Konzept herausnehmen; alles Erfasste bleibt (Entf)"), "take-out"
        )
        self._copy = self._button(self.tr("Duplizieren"), self.tr("Eine Kopie dahinter stellen (Strg+D)"), "copy")
        self._delete = self._button(self.tr("Löschen"), self.tr("Entf"), "delete")
        self._later = QTimer(self)
        self._fill()
        self._connect()

    @property
    def form(self) -> RecordForm | None:
        """Return the form shown."""
        return next((self._forms[kind] for kind, page in self._pages.items() if page is self._shown()), None)

    def show_branch(self, branch: Branch | None, where: str) -> None:
        """Show the form of a branch and the words above it; None teaches."""
        if branch is None or branch.kind not in _FORMS:
            self._leave()
            self._stack.setCurrentWidget(self._empty)
        else:
            self._show_form(branch)
        self._branch = branch
        self._where.setText(where)
        self._show_buttons(branch)

    def teach(self, sentence: str) -> None:
        """Say what to do while nothing is chosen."""
        self._empty.show_text(sentence)

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Show what changed in the form and around it."""
        form = self.form
        if form is not None:
            form.refresh(changes)
        self._show_buttons(self._branch)

    def reveal(self, field: str) -> bool:
        """Put the focus into a field; returns False if there is none."""
        form = self.form
        return form is not None and bool(field) and form.reveal(field)

    def focus_first(self) -> None:
        """Put the focus into the title."""
        form = self.form
        if form is not None:
            form.focus_first()

    def flush(self) -> None:
        """Write what is typed."""
        form = self.form
        if form is not None:
            form.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Build in idle moments the forms that will be needed."""
        super().showEvent(event)
        self._later.start()

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._session.theme.sizes.unit)
        row.addWidget(self._where, 1)
        for made in (self._take_out, self._copy, self._delete):
            row.addWidget(made)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._note)
        self.body.addWidget(self._no_evidence)
        self._stack.addWidget(self._empty)
        self._make_form(FIELD)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)

    def _connect(self) -> None:
        self._later.timeout.connect(self._make_missing)
        self._session.theme.changed.connect(self._claim_width)
        self._take_out.clicked.connect(self.take_out_asked)
        self._copy.clicked.connect(self.copy_asked)
        self._delete.clicked.connect(self.delete_asked)

    def _button(self, text: str, tip: str, name: str) -> QPushButton:
        made = button(text, kind="quiet", tip=tip, name=f"fields.{name}")
        set_look(made, "dense", "true")
        made.setEnabled(not self._session.read_only)
        return made

    def _shown(self) -> QWidget | None:
        return self._stack.currentWidget()

    def _show_form(self, branch: Branch) -> None:
        if branch.kind not in self._forms:
            self._make_form(branch.kind)
        form, page = self._forms[branch.kind], self._pages[branch.kind]
        if page is not self._shown():
            self._leave()
        if form.record_id != branch.id:
            form.show_record(branch.id)
            page.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(page)

    def _leave(self) -> None:
        form = self.form
        if form is not None:
            form.show_record(None)

    def _make_form(self, kind: str) -> None:
        record_type, groups = _FORMS[kind]
        form = RecordForm(self._session, record_type, groups, delay=self._delay)
        page = ScrollPage()
        page.body.addWidget(form)
        self._stack.addWidget(page)
        self._forms[kind], self._pages[kind] = form, page
        self._claim_width()
        self._stand_behind_buttons(form)
        title = form.editor("title").parts[0]
        if isinstance(title, QLineEdit):
            title.returnPressed.connect(partial(self.title_entered.emit, kind))
        if kind == MEASURE:
            form.set_write("goal_id", self._move_measure)

    def _stand_behind_buttons(self, form: RecordForm) -> None:
        """Let the Tab key go from the buttons into a form, also if it was built last."""
        follow_each_other([self._delete, *stops(form)])

    def _make_missing(self) -> None:
        """Build one form that nobody has asked for yet, so that nobody will wait for it."""
        kind = next((kind for kind in _FORMS if kind not in self._forms), "")
        if kind:
            self._make_form(kind)
            self._later.start()

    def _claim_width(self) -> None:
        """Never let the columns cut a form off at its right."""
        for kind, page in self._pages.items():
            beside = page.verticalScrollBar().sizeHint().width() + page.body.contentsMargins().right()
            page.setMinimumWidth(self._forms[kind].minimumSizeHint().width() + beside)

    def _move_measure(self, measure_id: str, goal_id: str, _stay: str) -> None:
        move_measure(self._session.project, measure_id, goal_id)

    def _show_buttons(self, branch: Branch | None) -> None:
        kind = "" if branch is None else branch.kind
        adopted = kind == FIELD and branch is not None and not branch.proposed
        proposed = kind == FIELD and not adopted
        self._take_out.setVisible(adopted)
        self._copy.setVisible(kind == MEASURE)
        self._delete.setVisible(kind in (GOAL, MEASURE) or (proposed and self._is_own(branch)))
        self._note.setVisible(proposed)
        self._no_evidence.setVisible(branch is not None and not branch.proposed and self._lacks_evidence())
        self._note.setText(self._proposal_note(branch) if proposed else "")

    def _lacks_evidence(self) -> bool:
        """Tell whether something was said, but nothing of it is marked."""
        snapshot = self._session.project.snapshot
        return bool(snapshot.all(Answer)) and not snapshot.all(Evidence)

    def _is_own(self, branch: Branch | None) -> bool:
        field = self._session.project.snapshot.find(FieldOfAction, branch.id) if branch else None
        return field is not None and not field.catalogue_id

    def _proposal_note(self, branch: Branch | None) -> str:
        field = self._session.project.snapshot.find(FieldOfAction, branch.id) if branch else None
        if field is not None and field.status is FieldStatus.FORMER:
            return self.tr("Dieses Handlungsfeld war Schwerpunkt und gehört zurzeit nicht zum Konzept.")
        return self.tr("Dieses Handlungsfeld ist ein Vorschlag und steht erst im Konzept, wenn Sie es aufnehmen.")
