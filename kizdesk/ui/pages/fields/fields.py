"""Choose fields of action, give them goals and measures, and see what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.checks import Target
from kizdesk.domain.fields import FieldOfAction, Goal, Measure, Strand
from kizdesk.domain.interviews import Answer, Evidence
from kizdesk.domain.kinds import counted
from kizdesk.project.fields.outline import StrandBranch, field_outline
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.fields.branch import FIELD, GOAL, MEASURE, Branch, branches
from kizdesk.ui.pages.fields.desk import FieldDesk
from kizdesk.ui.pages.fields.measure_table import MeasureTable
from kizdesk.ui.session import Session

_SHOWN = (FieldOfAction, Goal, Measure, Evidence)
_IN_OUTLINE = frozenset({"title", "position", "status", "strand", "goal_id", "field_id"})


class FieldsPage(Page):
    """Be the page of fields of action."""

    kinds: ClassVar[frozenset[str]] = frozenset({FIELD, GOAL, MEASURE})

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(session, parent)
        self._outline: tuple[StrandBranch, ...] = ()
        self.desk = FieldDesk(session, self, delay=delay)
        self.table = MeasureTable(session, self)
        self._stack = QStackedLayout(self)
        self.table_action = self.make_action(self.tr("Alle Maßnahmen"), self._switch, keys="Alt+T")
        self.field_action = self.make_action(self.tr("Eigenes Handlungsfeld"), partial(self._type, FIELD), keys="Alt+H")
        self.adopt_action = self.make_action(self.tr("Handlungsfeld aufnehmen"), self.desk.adopt_next)
        self.goal_action = self.make_action(self.tr("Ziel hinzufügen"), partial(self._type, GOAL), keys="Alt+Z")
        self.measure_action = self.make_action(
            self.tr("Maßnahme hinzufügen"), partial(self._type, MEASURE), keys="Alt+M"
        )
        self._headed: tuple[object, ...] = ()
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and counts."""
        adopted = [field for strand in self._outline for field in strand.fields if field.adopted]
        if not adopted:
            return Heading(self.tr("Handlungsfelder"), self.tr("Noch ist kein Handlungsfeld aufgenommen"))
        counts = (
            counted(FieldOfAction, len(adopted)),
            counted(Goal, sum(len(field.goals) for field in adopted)),
            counted(Measure, sum(field.measures for field in adopted)),
        )
        return Heading(self.tr("Handlungsfelder"), ", ".join(counts))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the view, and what can be added to what is chosen."""
        if self._in_table():
            return (self.table_action,)
        if self.session.read_only:
            return (self.table_action,)
        branch = self.desk.branch
        if branch is None or branch.proposed:
            return (self.table_action, self.field_action, self.adopt_action)
        if branch.kind == FIELD and not branch.below:
            return (self.table_action, self.field_action, self.goal_action)
        return (self.table_action, self.field_action, self.goal_action, self.measure_action)

    def main_action(self) -> QAction | None:
        """Return the next useful thing: a field, then a goal, then a measure."""
        shown = self.actions_shown()
        return shown[-1] if len(shown) > 1 else None

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Handlungsfelder gliedern das Konzept in zwei Stränge, „Integration durch Bildung“ und „Integration als "
            "Querschnittsaufgabe“. Links stehen die Felder mit ihren Zielen und Maßnahmen, darunter weitere Felder als "
            "Vorschläge; daneben wird bearbeitet, was links gewählt ist. Sobald es Belege gibt, steht rechts, was die "
            "Gespräche zu diesem Feld ergeben haben. Was in der Zeile unten links steht, fügt die Eingabetaste hinzu "
            "oder der Knopf oben: auf ein Ziel folgen seine Maßnahmen. „Alle Maßnahmen“ zeigt sie als Tabelle, die "
            "sich nach Excel kopieren lässt."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Eingabe", self.tr("Von der Liste links in das Formular; in der Zeile unten: hinzufügen")),
            KeyHelp("Einfg", self.tr("Neuen Eintrag eingeben")),
            KeyHelp("Alt+H, Alt+Z, Alt+M", self.tr("Neues Handlungsfeld, neues Ziel, neue Maßnahme")),
            KeyHelp("+", self.tr("Vorschlag aufnehmen")),
            KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", self.tr("Reihenfolge ändern; Maßnahmen auch zum nächsten Ziel")),
            KeyHelp("Strg+D", self.tr("Maßnahme duplizieren")),
            KeyHelp("Entf", self.tr("Handlungsfeld herausnehmen; Ziel oder Maßnahme löschen")),
            KeyHelp("Leertaste", self.tr("Beleg mit der offenen Maßnahme verknüpfen oder lösen")),
            KeyHelp("Alt+T", self.tr("Tabelle aller Maßnahmen und zurück")),
        )

    def open(self, argument: str) -> None:
        """Show a field, a goal or a measure by its id, or the proposals of a strand by its name."""
        self._show_desk()
        if argument in {strand.value for strand in Strand}:
            self.desk.show_strand(argument)
            return
        any(self.desk.reveal(kind, argument, "") for kind in (FIELD, GOAL, MEASURE))

    def way_here(self) -> str:
        """Return the field, goal or measure that is chosen."""
        branch = self.desk.branch
        return branch.id if branch is not None and not branch.proposed else ""

    def reveal(self, target: Target) -> bool:
        """Show the place of a target and put the focus there."""
        self._show_desk()
        return self.desk.reveal(target.kind, target.id, target.field)

    def looked_at(self) -> tuple[str, str] | None:
        """Return the field, goal or measure chosen."""
        branch = None if self._in_table() else self.desk.branch
        return (branch.kind, branch.id) if branch is not None and not branch.proposed else None

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        if not changes or any(_touches_outline(change) for change in changes):
            self._outline = field_outline(self.session.project)
            self.desk.show_branches(branches(self._outline, self.session.labels))
        self.desk.refresh(tuple(changes), evidence=not changes or any(_touches_evidence(c) for c in changes))
        if self._in_table():
            self.table.show_all()
        self._show_head()

    def go_back(self) -> bool:
        """Go back from the table to the outline."""
        if not self._in_table():
            return False
        self._show_desk()
        return True

    def _build(self) -> None:
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.table)

    def _connect(self) -> None:
        self.desk.branch_chosen.connect(self._show_head)
        self.desk.branch_chosen.connect(self.session.looked)
        self.table.opened.connect(self._open_measure)

    def _in_table(self) -> bool:
        return self._stack.currentWidget() is self.table

    def _type(self, kind: str, _checked: object = None) -> None:
        if not self.session.read_only:
            self._show_desk()
            self.desk.add_next(kind)

    def _switch(self) -> None:
        if self._in_table():
            self._show_desk()
            self.desk.outline.setFocus()
            return
        self.desk.flush()
        self.table.show_all()
        self._stack.setCurrentWidget(self.table)
        self.table_action.setText(self.tr("Zur Gliederung"))
        self._show_head()
        self.table.take_focus()

    def _name_adoption(self) -> None:
        """Say which field is adopted: the one that is open, or else the first that is proposed."""
        branch = self.desk.branch
        if branch is not None and branch.proposed:
            self.adopt_action.setText(self.tr("Dieses Handlungsfeld aufnehmen"))
            self.adopt_action.setToolTip(self.tr("„{0}“ ins Konzept aufnehmen (+)").format(branch.title))
        else:
            self.adopt_action.setText(self.tr("Handlungsfeld aufnehmen"))
            self.adopt_action.setToolTip(self.tr("Den ersten Vorschlag ins Konzept aufnehmen"))

    def _show_desk(self) -> None:
        self._stack.setCurrentWidget(self.desk)
        self.table_action.setText(self.tr("Alle Maßnahmen"))
        self._show_head()

    def _open_measure(self, measure_id: str) -> None:
        self._show_desk()
        self.desk.reveal(MEASURE, measure_id, "title")

    def _show_head(self, _branch: Branch | None = None) -> None:
        self._name_adoption()
        now = (self.heading(), self.adopt_action.text(), *self.actions_shown())
        if now != self._headed:
            self._headed = now
            self.heading_changed.emit()


def _touches_outline(change: Change) -> bool:
    if isinstance(change, Update):
        return change.record_type in _SHOWN and change.field in _IN_OUTLINE
    kind = type(change.record) if isinstance(change, Create) else change.record_type
    return kind in _SHOWN


def _touches_evidence(change: Change) -> bool:
    kind = type(change.record) if isinstance(change, Create) else change.record_type
    linked = isinstance(change, Update) and change.field == "evidence_ids"
    return linked or kind in (Evidence, Answer) or (kind is Measure and not isinstance(change, Update))
