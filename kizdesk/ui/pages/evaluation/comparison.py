"""Put one question across all municipalities side by side, and mark passages of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, Evidence, Interview, Offering
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality, Project
from kizdesk.project.comparison import Comparison, QuestionGroup, ScopeChoice, compare, questions, scopes
from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Progress
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.evaluation.affected import touches
from kizdesk.ui.pages.evaluation.bars import Summary, bars_of
from kizdesk.ui.pages.evaluation.heights import show_lines
from kizdesk.ui.pages.evaluation.lines import Line, columns, key_of, lines_of
from kizdesk.ui.pages.evaluation.questions import QuestionChooser
from kizdesk.ui.pages.evaluation.reader import ReadingPane
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.cards import EmptyState, ListCard
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.labels import label

_SHOWN = (Answer, Interview, Evidence, FieldOfAction, Municipality, Offering, Person, Project)
_QUESTION = "evaluation/question"
_SHARES = (6, 5)
_LONG = 45
"""Letters of an answer that fit into one line of the table."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be all that the page shows, read at one moment."""

    groups: tuple[QuestionGroup, ...]
    scopes: tuple[ScopeChoice, ...]
    comparison: Comparison | None


def read_sheet(project: OpenProject, question_id: str, scope_id: str, progress: Progress) -> Sheet:
    """Read a question; without one, or with one that is gone, the first that is answered."""
    progress("", 0.0)
    groups, fields = questions(project), scopes(project)
    known = [choice for group in groups for choice in group.questions]
    chosen = next((choice for choice in known if choice.id == question_id), None)
    chosen = chosen or max(known, key=lambda choice: bool(choice.answered), default=None)
    if chosen is None:
        return Sheet(groups, fields, None)
    ids = [field.field_id for field in fields]
    scope = scope_id if scope_id in ids else (ids[0] if ids else "")
    return Sheet(groups, fields, compare(project, chosen.id, scope if chosen.per_field else ""))


class ComparisonPage(Page):
    """Be „Vergleich“."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._comparison: Comparison | None = None
        self._wanted = session.memory.value(_QUESTION, "")
        self.chooser = QuestionChooser()
        self.scope = QComboBox()
        self.only_answered = QCheckBox(self.tr("Nur beantwortete"))
        self.summary = Summary(session.theme)
        self.table: TableView[Line] = TableView(columns(), key_of, session.theme, session.memory, "comparison")
        self.reader = ReadingPane(session, "comparison", with_question=False)
        self._text = label("", "muted")
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            self.tr(
                "Hier stehen die Antworten aller Kommunen nebeneinander. Dafür braucht es zuerst ein Gespräch "
                "mit einer Kommune."
            ),
            self.tr("Zu den Gesprächen"),
        )
        self._next = QAction(self.tr("Nächste Frage"), self)
        self._back = QAction(self.tr("Vorige Frage"), self)
        self._copy = QAction(self.tr("Tabelle kopieren"), self)
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and how many answered."""
        held = self._comparison
        state = held.sentence if held is not None else self.tr("Noch keine Antworten")
        return Heading(self.tr("Antworten vergleichen"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the ways through the questions."""
        return (self._copy, self._back, self._next)

    def main_action(self) -> QAction | None:
        """Return the way to the next question."""
        return self._next

    def help_text(self) -> str:
        """Say how to compare and mark."""
        return self.tr(
            "Eine Frage steht hier über alle Kommunen nebeneinander. Rechts steht die gewählte Antwort im Wortlaut. "
            "Wörter, die etwas zeigen, werden dort markiert und einem Handlungsfeld als Stärke, Bedarf, Hemmnis "
            "oder Idee zugeordnet. Auf diese Belege stützen sich später die Maßnahmen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Alt+Bild ab, Alt+Bild auf", self.tr("Nächste und vorige Frage")),
            KeyHelp("Eingabe", self.tr("Antwort im Gespräch öffnen")),
            KeyHelp("Strg+C", self.tr("Gewählte Zeilen mit Überschriften kopieren")),
            KeyHelp("Alt+M", self.tr("In den Wortlaut gehen, um zu markieren")),
            KeyHelp("Umschalt+Pfeile, dann 1 bis 4", self.tr("Wörter als Stärke, Bedarf, Hemmnis, Idee markieren")),
            KeyHelp("F", self.tr("Im Wortlaut: Handlungsfeld wechseln")),
            KeyHelp("Entf", self.tr("Gewählten Beleg entfernen")),
        )

    def open(self, argument: str) -> None:
        """Show the question of an id."""
        self._ask(argument)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Read anew if something shown here changed."""
        if changes and not touches(changes, *_SHOWN):
            return
        bare = not any(True for _ in self.session.project.snapshot.all(Interview))
        self._stack.setCurrentIndex(1 if bare else 0)
        for action in (self._next, self._back, self._copy):
            action.setVisible(not bare)
        self.reader.refresh(changes)
        if not bare:
            self._read()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        column.addLayout(self._choices())
        left = ListCard()
        above = QVBoxLayout()
        above.addWidget(self.summary)
        self._above = left.add_beside(above)
        left.add_list(self.table)
        column.addWidget(self._text)
        column.addWidget(Columns((left, self.reader), _SHARES, self.session.memory, "comparison"), 1)
        self._stack.addWidget(inside)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._empty.setProperty("ground", "card")
        self.table.setObjectName("comparison")
        self.table.setAccessibleName(self.tr("Antworten der Kommunen"))
        self.table.show_empty(self.tr("Auf diese Frage hat noch keine Kommune geantwortet."))
        self._above.hide()
        for action, name in ((self._next, "next"), (self._back, "back"), (self._copy, "copy")):
            action.setObjectName(f"comparison-{name}")
        self._next.setToolTip(self.tr("Nächste Frage (Alt+Bild ab)"))
        self._back.setToolTip(self.tr("Vorige Frage (Alt+Bild auf)"))

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.session.theme.sizes.gap_small)
        row.addWidget(self.chooser, 3)
        self.scope.setObjectName("scope")
        self.scope.setAccessibleName(self.tr("Handlungsfeld, nach dem gefragt wurde"))
        self.scope.setMinimumContentsLength(12)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.hide()
        row.addWidget(self.scope, 2)
        self.only_answered.setObjectName("only-answered")
        row.addWidget(self.only_answered)
        return row

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._ask)
        self.scope.activated.connect(self._read)
        self.only_answered.toggled.connect(self._show_lines)
        self.table.row_changed.connect(self._show_line)
        self.table.row_activated.connect(self._open_line)
        self._empty.begun.connect(partial(self.session.open, "stocktaking.interviews"))
        self.session.theme.changed.connect(self._measure)
        self._next.triggered.connect(partial(self._go, 1))
        self._back.triggered.connect(partial(self._go, -1))
        self._copy.triggered.connect(self._copy_all)
        for keys, act in (
            ("Alt+PgDown", partial(self._go, 1)),
            ("Alt+PgUp", partial(self._go, -1)),
            ("Alt+M", self.reader.take_focus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _go(self, step: int) -> None:
        if not self.chooser.go(step):
            self.session.say(self.tr("Das war die letzte Frage.") if step > 0 else self.tr("Das ist die erste Frage."))

    def _ask(self, question_id: str) -> None:
        self._wanted = question_id
        self.session.memory.remember(_QUESTION, question_id)
        self._read()

    def _read(self) -> None:
        scope = str(self.scope.currentData() or "")
        work = partial(read_sheet, self.session.project.pinned(), self._wanted, scope)
        self.session.jobs.run(work, self._show_sheet, key="evaluation.comparison")

    def _show_sheet(self, sheet: Sheet) -> None:
        self._comparison = sheet.comparison
        self.chooser.show_groups(sheet.groups)
        if sheet.comparison is not None:
            question = sheet.comparison.question
            self._wanted = question.id
            self.chooser.choose(question.id)
            self._text.setText(f"{question.number}  {question.text}")
            bars = bars_of(sheet.comparison)
            self.summary.show_bars(bars)
            self._above.setVisible(bool(bars))
        self._show_scopes(sheet)
        self._show_lines()
        self.heading_changed.emit()

    def _show_scopes(self, sheet: Sheet) -> None:
        offered = [self.scope.itemData(place) for place in range(self.scope.count())]
        if offered != [scope.field_id for scope in sheet.scopes]:
            self.scope.clear()
            for scope in sheet.scopes:
                self.scope.addItem(scope.title, scope.field_id)
        asked = sheet.comparison.scope_id if sheet.comparison is not None else ""
        if asked:
            self.scope.setCurrentIndex(self.scope.findData(asked))
        self.scope.setVisible(bool(asked))

    def _show_lines(self) -> None:
        if self._comparison is None:
            return
        lines = lines_of(self._comparison, only_answered=self.only_answered.isChecked())
        self.table.show_rows(lines)
        self._measure()
        if self.table.current_row is None and lines:
            first = next((line for line in lines if line.is_answered), lines[0])
            self.table.reveal(first.key)
        self._show_line(self.table.current_row)

    def _measure(self) -> None:
        """Give long answers two lines."""
        held = self._comparison.rows if self._comparison is not None else ()
        long = any(len(row.words) > _LONG for row in held)
        show_lines(self.table, self.session.theme, 2 if long else 1)

    def _show_line(self, line: Line | None) -> None:
        if line is None:
            self.reader.show_answer("")
        elif line.reply is None:
            why = self.tr("Mit dieser Kommune ist noch kein Gespräch angelegt.")
            self.reader.show_answer("", title=line.municipality, why=why)
        elif self.reader.answer_id != line.answer_id or not line.is_answered:
            said = self.tr("{0}\n\nIn dieser Antwort steht kein Text, in dem markiert werden kann.").format(line.words)
            state = said if line.is_answered else self.tr("{0}: {1}.").format(line.municipality, line.state)
            self.reader.show_answer(line.answer_id, title=line.municipality, why=state)

    def _open_line(self, line: Line) -> None:
        target = line.target(self._wanted)
        if target is not None:
            self.session.go(target)
        else:
            self.session.open("stocktaking.interviews")

    def _copy_all(self) -> None:
        if not self.table.rows.rowCount():
            return
        self.table.selectAll()
        self.table.copy_selection()
        self.session.say(self.tr("Die Tabelle ist kopiert und kann in Excel eingefügt werden."))
