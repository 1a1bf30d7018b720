"""Go through all evidence, see what each field has, and read the answers in which nothing is marked yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.fields import FieldOfAction, Measure
from kizdesk.domain.interviews import Answer, Evidence, Interview
from kizdesk.project.evaluation.evidence import EvidenceRow, FieldEvidence, evidence, evidence_counts
from kizdesk.project.evaluation.passages import TO_READ, OpenAnswer, unmarked_answers
from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Progress
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.evaluation import evidence_lists as lists
from kizdesk.ui.pages.evaluation.affected import touches
from kizdesk.ui.pages.evaluation.evidence_filters import EvidenceFilters
from kizdesk.ui.pages.evaluation.heights import show_lines
from kizdesk.ui.pages.evaluation.reader import ReadingPane
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.cards import EmptyState, ListCard
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.columns import Columns

PASSAGES, FIELDS, TASKS = "belege", "felder", "offen"
_VIEWS = (PASSAGES, FIELDS, TASKS)
_SHARES = (6, 5)
_LATER_MS = 250
"""After a change the lists wait so long, so that marking on is not held up."""


@dataclass(frozen=True, slots=True)
class Found:
    """Be all that the page shows, read at one moment."""

    passages: tuple[EvidenceRow, ...]
    fields: tuple[FieldEvidence, ...]
    open: tuple[OpenAnswer, ...]


def read_all(project: OpenProject, progress: Progress) -> Found:
    """Read evidence, counts and the answers to be read."""
    progress("", 0.0)
    passages = evidence(project)
    progress("", 0.4)
    fields = evidence_counts(project)
    progress("", 0.7)
    return Found(passages, fields, unmarked_answers(project))


class EvidencePage(Page):
    """Be „Belege“."""

    kinds = frozenset({"evidence"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Found | None = None
        self._tasks: dict[str, lists.Task] = {}
        self._awaited = ""
        self._later = QTimer(self)
        theme, memory = session.theme, session.memory
        self.view = SegmentedChoice(
            (
                (PASSAGES, self.tr("Belege")),
                (FIELDS, self.tr("Je Feld")),
                (TASKS, self.tr("Ohne Beleg")),
            ),
            self.tr("Ansicht"),
        )
        self.filters = EvidenceFilters(session, self.view)
        self.passages: TableView[EvidenceRow] = TableView(
            lists.passages(), lists.passage_key, theme, memory, "evidence"
        )
        self.fields: TableView[FieldEvidence] = TableView(
            lists.fields(session.labels), lists.field_key, theme, memory, "evidence.fields"
        )
        self.tasks: TableView[lists.Task] = TableView(lists.tasks(), lists.task_key, theme, memory, "evidence.tasks")
        self.reader = ReadingPane(session, "evidence")
        self._tables = QStackedWidget()
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            self.tr(
                "Belege sind Stellen aus Antworten, auf die sich Handlungsfelder und Maßnahmen stützen. "
                "Dafür braucht es zuerst ein Gespräch mit einer Kommune."
            ),
            self.tr("Zu den Gesprächen"),
        )
        self._next = QAction(self.tr("Nächste Antwort ohne Beleg"), self)
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and how far the reading is."""
        found = self._found
        if found is None or not (found.passages or found.open):
            return Heading(self.tr("Belege aus den Gesprächen"), self.tr("Noch keine Antwort und kein Beleg"))
        count, left = len(found.passages), len(found.open)
        told = [self.tr("Ein Beleg") if count == 1 else self.tr("{0} Belege").format(count or "Keine")]
        told.append(
            self.tr("in jeder längeren Antwort ein Beleg")
            if not left
            else self.tr("eine Antwort ohne Beleg")
            if left == 1
            else self.tr("{0} Antworten ohne Beleg").format(left)
        )
        stale = sum(row.stale for row in found.passages)
        if stale:
            told.append(self.tr("{0} neu zu markieren").format(stale))
        return Heading(self.tr("Belege aus den Gesprächen"), ", ".join(told))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the way to the next answer to be read."""
        return (self._next,)

    def main_action(self) -> QAction | None:
        """Return the way to the next answer to be read; an empty list has its own button."""
        bare = self._found is not None and not self._found.passages and self.view.value == PASSAGES
        return None if bare else self._next

    def help_text(self) -> str:
        """Say what evidence is for."""
        return self.tr(
            "Belege sind Stellen aus Antworten, die eine Stärke, einen Bedarf, ein Hemmnis oder eine Idee zeigen. "
            "„Je Feld“ zeigt, worauf sich ein Feld stützen kann. „Ohne Beleg“ führt durch die "
            "langen Antworten, in denen noch nichts markiert ist: lesen, Wörter wählen, Taste 1 bis 4, weiter."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Alt+Bild ab", self.tr("Nächste Antwort ohne Beleg, Schreibmarke im Wortlaut")),
            KeyHelp("Alt+Bild auf", self.tr("Vorige Zeile")),
            KeyHelp("Umschalt+Pfeile, dann 1 bis 4", self.tr("Wörter als Stärke, Bedarf, Hemmnis, Idee markieren")),
            KeyHelp("F", self.tr("Im Wortlaut: Handlungsfeld wechseln")),
            KeyHelp("Alt+M", self.tr("In den Wortlaut gehen")),
            KeyHelp("Eingabe", self.tr("Antwort im Gespräch öffnen; bei einem Feld seine Belege")),
            KeyHelp("Entf", self.tr("Gewählten Beleg entfernen")),
        )

    def open(self, argument: str) -> None:
        """Show the evidence of a field of action by its id."""
        self.filters.show_all()
        self.filters.field.pick(argument)
        self.show_view(PASSAGES)

    def reveal(self, target: Target) -> bool:
        """Show a piece of evidence, whatever is filtered, or the answers that are to be read."""
        if target.field == TO_READ:
            self.show_view(TASKS)
            self.tasks.setFocus()
            return True
        if self.session.project.snapshot.find(Evidence, target.id) is None:
            return False
        self._awaited = target.id
        self.filters.show_all()
        self.show_view(PASSAGES)
        self.passages.setFocus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Read anew if something shown here changed."""
        if changes and not touches(changes, Answer, Interview, Evidence, FieldOfAction, Measure):
            return
        bare = not any(True for _ in self.session.project.snapshot.all(Interview))
        self._stack.setCurrentIndex(1 if bare else 0)
        self._next.setVisible(not bare)
        self.reader.refresh(changes)
        if not changes:
            self._tasks = {}
        if bare:
            self._later.stop()
        elif changes:
            self._later.start()
        else:
            self._read()

    def show_view(self, view: str) -> None:
        """Show passages, fields, or answers to be read."""
        self.view.choose(view)
        self._tables.setCurrentIndex(_VIEWS.index(view))
        self.filters.show_for(passages=view == PASSAGES, words=view != FIELDS)
        self.reader.setVisible(view != FIELDS)
        self._look_for(self.filters.words.text())
        self._show_list()
        if view == PASSAGES:
            self._show_passage(self.passages.current_row)
        elif view == TASKS:
            self._show_task(self.tasks.current_row)
        self.heading_changed.emit()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        named = (
            (self.passages, "passages", self.tr("Belege")),
            (self.fields, "evidence-fields", self.tr("Belege je Handlungsfeld")),
            (self.tasks, "tasks", self.tr("Antworten ohne Beleg")),
        )
        for table, ident, name in named:
            table.setObjectName(ident)
            table.setAccessibleName(name)
            self._tables.addWidget(table)
        self.passages.show_empty(
            self.tr("Hier steht noch kein Beleg. In den Antworten werden Wörter markiert, die etwas zeigen."),
            self.tr("Antworten durchgehen"),
        )
        self.fields.show_empty(self.tr("Noch hat kein Handlungsfeld einen Beleg."))
        self.tasks.show_empty(self.tr("In jeder längeren Antwort steht ein Beleg."))
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._measure()
        left = ListCard()
        left.add_list(self._tables)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        column.addWidget(self.filters)
        column.addWidget(Columns((left, self.reader), _SHARES, self.session.memory, "evidence"), 1)
        self._stack.addWidget(inside)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._empty.setProperty("ground", "card")
        self._next.setObjectName("next-answer")
        self._next.setToolTip(self.tr("Nächste Antwort ohne Beleg (Alt+Bild ab)"))

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self.view.chosen.connect(self.show_view)
        self.filters.changed.connect(self._show_passages)
        self.filters.searched.connect(self._look_for)
        self.filters.words.left_down.connect(self._focus_table)
        self.passages.row_changed.connect(self._show_passage)
        self.passages.row_activated.connect(self._open_passage)
        self.passages.empty_state.begun.connect(self._go_on)
        self.fields.row_activated.connect(self._open_field)
        self.tasks.row_changed.connect(self._show_task)
        self.tasks.row_activated.connect(self.reader.take_focus)
        self._empty.begun.connect(partial(self.session.open, "stocktaking.interviews"))
        self.session.theme.changed.connect(self._measure)
        self._next.triggered.connect(self._go_on)
        for keys, act in (
            ("Alt+PgDown", self._go_on),
            ("Alt+PgUp", self._go_back),
            ("Alt+M", self.reader.take_focus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _measure(self) -> None:
        for table in (self.passages, self.tasks):
            show_lines(table, self.session.theme, 2)

    def _focus_table(self) -> None:
        (self.tasks if self.view.value == TASKS else self.passages).setFocus()

    def _look_for(self, words: str) -> None:
        self.passages.look_for(words)
        self.tasks.look_for(words)

    def _read(self) -> None:
        self._later.stop()
        work = partial(read_all, self.session.project.pinned())
        self.session.jobs.run(work, self._show_found, key="evaluation.evidence")

    def _show_found(self, found: Found) -> None:
        self._found = found
        self.filters.offer(found.passages)
        self.fields.show_rows(found.fields)
        self._show_list()
        self.heading_changed.emit()

    def _show_list(self) -> None:
        """Fill the list that is seen; the others wait until they are."""
        if self._found is not None and self.view.value == TASKS:
            self._show_tasks(self._found)
        elif self.view.value == PASSAGES:
            self._show_passages()

    def _show_tasks(self, found: Found) -> None:
        """Keep answers in the list that were read in this sitting, as done."""
        still = {answer.answer_id for answer in found.open}
        kept = {
            key: task if task.done is (key not in still) else replace(task, done=not task.done)
            for key, task in self._tasks.items()
        }
        for place, answer in enumerate(found.open):
            kept.setdefault(answer.answer_id, lists.Task(place, answer, done=False))
        known = self.session.project.snapshot.by_id(Answer)
        self._tasks = {key: task for key, task in kept.items() if key in known}
        rows = sorted(self._tasks.values(), key=_place)
        self.tasks.show_rows(rows)
        first = next((task for task in rows if not task.done), None)
        if self.tasks.current_row is None and first is not None:
            self.tasks.reveal(first.answer.answer_id)

    def _show_passages(self) -> None:
        if self._found is None:
            return
        rows = [row for row in self._found.passages if self.filters.passes(row)]
        self.passages.leave_out(lists.silent(self._found.passages))
        self.passages.show_rows(rows)
        if self._awaited and self.passages.reveal(self._awaited):
            self._awaited = ""
        if self.passages.current_row is None and rows:
            first = next(iter(rows))
            self.passages.reveal(first.id)

    def _show_passage(self, row: EvidenceRow | None) -> None:
        if self.view.value != PASSAGES:
            return
        if row is None:
            self.reader.show_answer("")
            return
        self.reader.show_answer(row.answer_id)
        self.reader.choose_mark(row.id)

    def _show_task(self, task: lists.Task | None) -> None:
        if self.view.value == TASKS and (task is None or self.reader.answer_id != task.answer.answer_id):
            self.reader.show_answer(task.answer.answer_id if task is not None else "")

    def _open_passage(self, row: EvidenceRow) -> None:
        self.session.go(row.target)

    def _open_field(self, row: FieldEvidence) -> None:
        self.filters.show_all()
        self.filters.field.pick(row.field_id)
        self.show_view(PASSAGES)
        self.passages.setFocus()

    def _go_on(self) -> None:
        """Go to the next answer in which nothing is marked, around the end, and put the caret into it."""
        if self._found is None:
            return
        stays = self.view.value == TASKS
        if not stays:
            self.show_view(TASKS)
        rows = [self.tasks.rows.row_at(place) for place in range(self.tasks.rows.rowCount())]
        here = max(0, self.tasks.currentIndex().row() + (1 if stays else 0))
        for task in (*rows[here:], *rows[:here]):
            if not task.done:
                self.tasks.reveal(task.answer.answer_id)
                self._show_task(task)
                self.reader.take_focus()
                return
        self.session.say(self.tr("In jeder längeren Antwort steht ein Beleg."))

    def _go_back(self) -> None:
        table = self.tasks if self.view.value == TASKS else self.passages
        place = table.currentIndex().row() - 1
        if place >= 0:
            table.reveal(table.rows.key_at(place))


def _place(task: lists.Task) -> int:
    return task.place
