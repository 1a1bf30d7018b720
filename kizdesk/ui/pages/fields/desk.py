"""Stand the outline, the form of what is chosen, and its evidence side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.interviews import Evidence
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.pages.fields.branch import FIELD, GOAL, MEASURE, PARENTS, STRAND, Branch, walk
from kizdesk.ui.pages.fields.doing import TYPES, Doing
from kizdesk.ui.pages.fields.edit_pane import EditPane
from kizdesk.ui.pages.fields.evidence_panel import EvidencePanel
from kizdesk.ui.pages.fields.outline_view import OutlineView
from kizdesk.ui.pages.fields.quick_entry import QuickEntry
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.columns import Columns

_SHARES = (11, 15, 9)


class FieldDesk(QWidget):
    """Be the desk on which fields, goals and measures are worked."""

    branch_chosen = Signal(object)
    """The branch chosen now, or None."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(parent)
        self._session = session
        self._branches: tuple[Branch, ...] = ()
        self._above: dict[str, Branch] = {}
        self._doing = Doing(session, self)
        modes = ((FIELD, self.tr("Feld")), (GOAL, self.tr("Ziel")), (MEASURE, self.tr("Maßnahme")))
        self.outline = OutlineView(session.theme)
        self.quick = QuickEntry(session.theme, "fields.quick", modes)
        self.pane = EditPane(session, delay=delay)
        self.evidence = EvidencePanel(session)
        self._build()
        self._connect()

    @property
    def branch(self) -> Branch | None:
        """Return the branch chosen; a strand is none."""
        branch = self.outline.branch
        return None if branch is None or branch.kind == STRAND else branch

    def show_branches(self, branches: Sequence[Branch]) -> None:
        """Show another outline; at first it stands on the first field."""
        self._branches = tuple(branches)
        self._above = {below.key: branch for branch in walk(branches) for below in branch.below}
        self.outline.show_branches(branches)
        if self.branch is None:
            fields = [field for strand in branches for field in strand.below]
            first = next((field for field in fields if not field.proposed), fields[0] if fields else None)
            if first is not None:
                self.outline.reveal(first.key)
        self._show(self.branch)

    def refresh(self, changes: tuple[Change, ...], *, evidence: bool) -> None:
        """Show what changed in the form, and the evidence if it may be other."""
        self.pane.refresh(changes)
        self._show_evidence(self.branch)
        if evidence:
            self.evidence.read()

    def reveal(self, kind: str, record_id: str, field: str) -> bool:
        """Go to a record and into one of its fields; without a field to where the next thing is typed."""
        if kind not in TYPES or not self.outline.reveal(f"{kind}:{record_id}"):
            return False
        if not self.pane.reveal(field):
            branch = self.branch
            if branch is not None and not branch.below and kind != MEASURE and not branch.proposed:
                self.type_next(GOAL if kind == FIELD else MEASURE)
            else:
                self.outline.setFocus()
        return True

    def show_strand(self, strand: str) -> None:
        """Go to the first proposal of a strand, its name in sight, so that it can be adopted at once."""
        home = next((branch for branch in self._branches if branch.id == strand), None)
        if home is None:
            return
        wanted = next((field for field in home.below if field.proposed), home)
        self.outline.reveal(wanted.key)
        self.outline.show_from(home.key)
        self.outline.setFocus()

    def type_next(self, kind: str) -> None:
        """Put the focus into the line where the next record of a kind is typed."""
        self._ask(kind)
        self.quick.take_focus()

    def add_next(self, kind: str) -> None:
        """Add what is typed as a record of a kind, or put the focus into the line where it is typed."""
        self._ask(kind)
        self.quick.add()

    def adopt_next(self) -> None:
        """Adopt the proposal chosen, or the first one, and go on with its Leitziel."""
        fields = [field for strand in self._branches for field in strand.below if field.proposed]
        branch = self.branch
        wanted = branch if branch is not None and branch.proposed else next(iter(fields), None)
        if wanted is not None and not self._session.read_only:
            self._adopt(wanted.id)
            self.pane.reveal("guiding_goal")

    def flush(self) -> None:
        """Write what is typed."""
        self.pane.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the evidence to the others where it is narrow."""
        super().resizeEvent(event)
        self._make_room()

    def _build(self) -> None:
        left = Card()
        left.body.addWidget(self.outline, 1)
        left.body.addWidget(self.quick)
        self.quick.setVisible(not self._session.read_only)
        self.outline.set_fixed(fixed=self._session.read_only)
        self.pane.teach(self.tr("Handlungsfelder gliedern das Konzept. Bitte links einen Eintrag wählen."))
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Columns((left, self.pane, self.evidence), _SHARES, self._session.memory, "fields"))

    def _connect(self) -> None:
        outline, pane = self.outline, self.pane
        outline.chosen.connect(self._show)
        outline.entered.connect(pane.focus_first)
        outline.stepped.connect(self._step)
        outline.dropped.connect(self._drop)
        outline.adopted.connect(self._adopt)
        outline.added.connect(self._type_fitting)
        for asked in (outline.deleted, pane.delete_asked, pane.take_out_asked):
            asked.connect(self._remove)
        for asked in (outline.copied, pane.copy_asked):
            asked.connect(self._copy)
        pane.title_entered.connect(self.type_next)
        self.quick.entered.connect(self._add)
        self.quick.mode_chosen.connect(self.type_next)
        self.quick.line.raised.connect(self.outline.setFocus)
        self.quick.line.undo_asked.connect(self._session.undo)
        self.quick.line.redo_asked.connect(self._session.redo)

    def _show(self, branch: Branch | None) -> None:
        shown = None if branch is None or branch.kind == STRAND else branch
        self.pane.show_branch(shown, self._where(shown))
        self._show_evidence(shown)
        self._ask(_next_kind(shown))
        self.branch_chosen.emit(shown)

    def _show_evidence(self, branch: Branch | None) -> None:
        field = self._nearest(branch, FIELD)
        self.evidence.show_field("" if field is None else field.id)
        self._make_room()
        self.evidence.show_measure(branch.id if branch is not None and branch.kind == MEASURE else "")

    def _make_room(self) -> None:
        """Show the evidence where there is any, and room for three columns."""
        there = bool(self._session.project.snapshot.all(Evidence))
        self.evidence.setVisible(there and self.width() >= self._session.theme.sizes.three_columns)

    def _nearest(self, branch: Branch | None, kind: str) -> Branch | None:
        while branch is not None and branch.kind != kind:
            branch = self._above.get(branch.key)
        return branch

    def _where(self, branch: Branch | None) -> str:
        titles: list[str] = []
        while branch is not None and (branch := self._above.get(branch.key)) is not None:
            titles.insert(0, branch.title)
        return " › ".join(titles[-2:])

    def _ask(self, kind: str) -> None:
        """Say what the line adds, and below what."""
        home = self._home(kind)
        if kind == FIELD:
            words = self.tr("im Strang „{0}“").format(home.title if home else "")
            self.quick.ask(kind, words, self.tr("Neues Handlungsfeld"))
        elif kind == GOAL:
            words = self.tr("im Feld „{0}“").format(home.title) if home else self.tr("Bitte oben ein Feld wählen.")
            self.quick.ask(kind, words, self.tr("Neues Ziel"))
        else:
            words = self.tr("zum Ziel „{0}“").format(home.title) if home else self.tr("Bitte zuerst ein Ziel anlegen.")
            self.quick.ask(MEASURE, words, self.tr("Neue Maßnahme"))

    def _home(self, kind: str) -> Branch | None:
        """Return below what a new record of a kind would stand, None if there is nothing yet."""
        branch = self.outline.branch
        found = self._nearest(branch, PARENTS[kind])
        if found is None and kind == FIELD:
            return next(iter(self._branches), None)
        if found is None and kind == MEASURE:
            field = self._nearest(branch, FIELD)
            return field.below[-1] if field is not None and field.below else None
        return found

    def _type_fitting(self) -> None:
        if not self._session.read_only:
            self.type_next(_next_kind(self.branch))

    def _add(self, title: str) -> None:
        kind = self.quick.mode
        home = self._home(kind)
        if home is None:
            missing = self.tr("ein Handlungsfeld wählen") if kind == GOAL else self.tr("ein Ziel anlegen")
            self._session.say(self.tr("Bitte zuerst {0}.").format(missing), kind="attention")
            return
        key = self._doing.add(kind, title, home)
        if key:
            self.quick.clear()
            self.outline.reveal(key)

    def _adopt(self, field_id: str) -> None:
        if not self._session.read_only:
            self._doing.adopt(field_id)
            self.outline.reveal(f"{FIELD}:{field_id}")

    def _remove(self) -> None:
        branch = self.branch
        if branch is not None and not self._session.read_only:
            self.pane.flush()
            self.outline.setFocus()
            self._doing.remove(branch)

    def _copy(self) -> None:
        branch = self.branch
        if branch is None or branch.kind != MEASURE or self._session.read_only:
            return
        self.pane.flush()
        key = self._doing.copy(branch)
        if key:
            self.outline.reveal(key)
            self.pane.focus_first()

    def _step(self, step: int) -> None:
        branch = self.branch
        home = None if branch is None else self._above.get(branch.key)
        if branch is None or home is None or branch.fixed or self._session.read_only:
            return
        fellows = [other.key for other in home.below if not other.fixed]
        place = fellows.index(branch.key) + step
        if 0 <= place < len(fellows):
            self._drop(branch.key, home.key, place)
        elif branch.kind == MEASURE:
            self._step_to_next_goal(branch, home, step)

    def _step_to_next_goal(self, branch: Branch, goal: Branch, step: int) -> None:
        goals = self._above[goal.key].below
        place = goals.index(goal) + step
        if 0 <= place < len(goals):
            self._drop(branch.key, goals[place].key, 0 if step > 0 else len(goals[place].below))

    def _drop(self, key: str, home_key: str, place: int) -> None:
        home = next(branch for branch in walk(self._branches) if branch.key == home_key)
        before = self._above[key].key
        self.pane.flush()
        self._doing.move(key, home, place)
        self.outline.reveal(key)
        if self._above[key].key != before:
            self._doing.tell_moved(home)


def _next_kind(branch: Branch | None) -> str:
    """Return what is most likely typed next: a goal for a field without one, else a measure."""
    if branch is None or branch.proposed:
        return FIELD
    return GOAL if branch.kind == FIELD and not branch.below else MEASURE
