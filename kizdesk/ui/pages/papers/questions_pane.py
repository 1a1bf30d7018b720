"""Gather the questions of a body, and answer them with the help of the data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTextBrowser, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.papers import PaperKind, PaperQuestion
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.papers.editing import add_question, adopt_answer
from kizdesk.project.papers.reading import FieldRow, as_typed, paper_of, proposed_answer, unanswered
from kizdesk.project.records import next_position
from kizdesk.ui.forms import DeskSpec, FieldSpec, Group, LongText, RecordDesk
from kizdesk.ui.pages.papers.pane import Pane, teaching
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label


class QuestionsPane(Pane):
    """Be the questions with their answers; below an answer stands what the data tell."""

    def __init__(self, session: Session, kind: PaperKind, row: FieldRow, parent: QWidget | None = None) -> None:
        super().__init__(session, kind, row, parent)
        self._stack = QStackedWidget(self)
        self._first = button(self.tr("Frage hinzufügen"), name="papers.questions.first")
        self._open = _Unanswered(session)
        self._desk: RecordDesk[PaperQuestion] = RecordDesk(session, _spec(self._open))
        self._told = label("", "strong")
        self._proposal = QTextBrowser()
        self._take = button(self.tr("In die Antwort übernehmen"), name="papers.answer.adopt")
        self._fill()
        self.show_row(row, ())

    def show_row(self, row: FieldRow, changes: Sequence[Change]) -> None:
        """Show the questions as they are now."""
        super().show_row(row, changes)
        self._adopt.hide()
        self._desk.refresh(changes)
        self._stack.setCurrentIndex(1 if row.is_own else 0)
        self._show_proposal()

    def state_text(self) -> str:
        """Return how many answers are still open."""
        asked = _rows(self.session)
        if not asked:
            return self.tr("Noch keine Frage.")
        waiting = len(self._open.ids)
        told = self.tr("Eine Frage") if len(asked) == 1 else self.tr("{0} Fragen").format(len(asked))
        if not waiting:
            return self.tr("{0}, alle beantwortet oder aus den Daten vorgeschlagen.").format(told)
        return self.tr("{0}, davon {1} noch ohne Antwort.").format(told, waiting)

    def flush(self) -> None:
        """Write what is typed."""
        self._desk.form.flush()

    def take_focus(self) -> None:
        """Put the focus into the list."""
        (self._first, self._desk.table)[self._stack.currentIndex()].setFocus()

    def reveal(self, target: Target) -> None:
        """Choose a question."""
        if not self._desk.reveal(target.id, target.field):
            self.take_focus()

    def _fill(self) -> None:
        self._proposal.setObjectName("papers.answer.proposal")
        self._proposal.setOpenLinks(False)
        self._proposal.setMinimumHeight(self.session.theme.sizes.row * 3)
        for part in (self._told, self._proposal, self._take):
            self._desk.below.addWidget(part)
        text = self.tr(
            "Hat ein Gremium Fragen gestellt, werden sie hier einzeln beantwortet und mit a., b., c. gedruckt. "
            "Zu Kosten, Voten, Anbindung und Handlungsfeldern schlagen die Daten eine Antwort vor."
        )
        self._stack.addWidget(teaching(self.session, text, self._first))
        self._stack.addWidget(self._desk)
        self.column.addWidget(self._stack, 1)
        self._first.setEnabled(not self.session.read_only)
        self._first.clicked.connect(self._begin)
        self._desk.chosen.connect(self._show_proposal)
        self._take.clicked.connect(self._adopt_answer)

    @Slot()
    def _begin(self) -> None:
        made = self.session.attempt(partial(add_question, self.session.project))
        if made is not None:
            self._desk.reveal(made.id, "question")

    @Slot()
    def _show_proposal(self, _record: object = None) -> None:
        record = self._desk.record
        text = proposed_answer(self.session.project, record.id) if record is not None else ""
        own = record is not None and bool(record.answer.strip())
        self._told.setText(
            self.tr("Heutiger Vorschlag aus den Daten:") if own else self.tr("Ohne eigene Antwort wird gedruckt:")
        )
        self._proposal.setAccessibleName(self._told.text())
        shown = bool(text) and not (own and record is not None and record.answer == text)
        for part in (self._told, self._proposal, self._take):
            part.setVisible(shown)
        self._take.setEnabled(not self.session.read_only)
        if shown:
            self._proposal.setMarkdown(as_typed(text))

    @Slot()
    def _adopt_answer(self) -> None:
        self.flush()
        record = self._desk.record
        if record is not None:
            self.session.carry_out(
                partial(adopt_answer, self.session.project, record.id),
                self.tr("Der Vorschlag steht in der Antwort und kann dort geändert werden."),
            )


class _Unanswered:
    """Know which questions have no answer; the data are asked once for each moment of the project."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._moment: Snapshot | None = None
        self._ids: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of the questions."""
        if self._session.project.snapshot is not self._moment:
            self._moment, self._ids = self._session.project.snapshot, unanswered(self._session.project)
        return self._ids


def _spec(waiting: _Unanswered) -> DeskSpec[PaperQuestion]:
    return DeskSpec(
        record_type=PaperQuestion,
        columns=(
            Column("Frage", _question, stretch=True, strong=True, width=20),
            Column("Antwort", partial(_answered, waiting), role=partial(_role, waiting), width=14, spare=True),
        ),
        groups=(
            Group(
                "",
                (
                    FieldSpec("question", "Frage des Gremiums", partial(LongText, least=2), required=True, wide=True),
                    FieldSpec(
                        "answer",
                        "Antwort",
                        partial(LongText, least=5),
                        help="Eine leere Zeile beginnt einen Absatz, Strich und Leerzeichen eine Liste.",
                        wide=True,
                    ),
                ),
            ),
        ),
        make=_new,
        new_text="Neue Frage",
        empty="Noch keine Frage.",
        rows=_rows,
        copies=False,
        shares=(2, 3),
    )


def _new(session: Session) -> PaperQuestion:
    project = session.project
    paper = paper_of(project, PaperKind.REPORT)
    position = next_position(project.snapshot, PaperQuestion)
    return PaperQuestion(id=project.new_id(), paper_id=paper.id, question="", position=position)


def _rows(session: Session) -> Sequence[PaperQuestion]:
    paper = paper_of(session.project, PaperKind.REPORT)
    asked = [item for item in session.project.snapshot.all(PaperQuestion) if item.paper_id == paper.id]
    return sorted(asked, key=_position)


def _position(question: PaperQuestion) -> int:
    return question.position


def _question(question: PaperQuestion) -> str:
    return question.question or "ohne Wortlaut"


def _answered(waiting: _Unanswered, question: PaperQuestion) -> str:
    if question.answer.strip():
        return "eigene Antwort"
    return "steht aus" if question.id in waiting.ids else "aus den Daten"


def _role(waiting: _Unanswered, question: PaperQuestion) -> str:
    roles = {"eigene Antwort": "done", "steht aus": "attention"}
    return roles.get(_answered(waiting, question), "info")
