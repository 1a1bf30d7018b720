"""Read one answer and mark its passages as evidence for fields of action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Evidence, EvidenceKind
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.evaluation.marking import mark_passage, move_evidence, reassign
from kizdesk.project.evaluation.passages import Passage, passage_of
from kizdesk.project.records import delete
from kizdesk.ui.forms import One, records_of
from kizdesk.ui.pages.evaluation.kinds import KINDS, key_of, sample
from kizdesk.ui.pages.evaluation.marks import MarkList
from kizdesk.ui.pages.evaluation.passage import PassageView
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_LAST_FIELD = "evaluation/field"


def _title(field: FieldOfAction) -> str:
    return field.title


class ReadingPane(Card):
    """Be the answer chosen elsewhere on the page, with its marks."""

    marked = Signal(str)
    """The id of the answer in which something was marked, changed or removed here."""

    def __init__(
        self, session: Session, name: str, parent: QWidget | None = None, *, with_question: bool = True
    ) -> None:
        """Take the name its lists are remembered under, and whether the question stands above the answer."""
        super().__init__("", parent)
        self._session = session
        self._passage: Passage | None = None
        self._seen: Snapshot | None = None
        self._question = label("", "small")
        self._hint = label("", "small")
        self.view = PassageView(session.theme)
        self.marks = MarkList(session, name)
        self.field = One(session, source=records_of(FieldOfAction, _title, by_position=True), optional=False)
        self._open = button(self.tr("Im Gespräch öffnen"), kind="link", name="open-interview")
        self._kinds: dict[EvidenceKind, QPushButton] = {}
        self._stack = QStackedWidget()
        self._nothing = label("", "muted")
        self._fill()
        self._question.setVisible(with_question)
        self._join()
        self.show_answer("")

    @property
    def answer_id(self) -> str:
        """Return the id of the answer shown; empty for none."""
        return self._passage.answer_id if self._passage is not None else ""

    def show_answer(self, answer_id: str, *, title: str = "", why: str = "") -> None:
        """Show an answer; where there is none, its title and the sentence why."""
        self.marks.flush()
        before = self.answer_id
        self._seen = self._session.project.snapshot
        self._passage = passage_of(self._session.project, answer_id) if answer_id else None
        passage = self._passage
        self._open.setVisible(passage is not None)
        self._stack.setCurrentIndex(0 if passage is not None and passage.text else 1)
        if passage is None:
            self.set_title(title)
            self._question.setText("")
            self._nothing.setText(why or self.tr("Bitte links eine Antwort wählen."))
            return
        self.set_title(passage.where)
        self._question.setText(passage.question)
        self._question.setToolTip(passage.interview)
        self._nothing.setText(why or self.tr("Zu dieser Frage steht hier kein Text, in dem markiert werden kann."))
        if passage.answer_id != before:
            self._hint.setText(self._advice())
            self._offer_field(passage.scope_id)
        self.view.show_passage(passage.text, passage.marks)
        self.marks.show_marks(passage.marks)

    def choose_mark(self, evidence_id: str) -> None:
        """Choose a mark of the answer shown, and bring it into view."""
        self.marks.choose(evidence_id)
        self.view.choose_mark(evidence_id)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the answer anew; the change may have been made anywhere."""
        del changes
        self.field.reload()
        if self._passage is not None:
            self.show_answer(self._passage.answer_id)

    def take_focus(self) -> None:
        """Put the caret into the text."""
        self.view.setFocus()

    def _fill(self) -> None:
        sizes = self._session.theme.sizes
        self.head.addWidget(self._open)
        self.body.addWidget(self._question)
        self.body.addWidget(self._stack, 1)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        column.addWidget(self.view, 3)
        column.addLayout(self._field_row())
        column.addWidget(self._kind_row())
        column.addWidget(self._hint)
        column.addWidget(self.marks, 2)
        self._stack.addWidget(inside)
        self._stack.addWidget(self._nothing)
        self.view.setMinimumHeight(sizes.row + sizes.padding)

    def _field_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        buddy = QLabel(self.tr("Für das &Feld"))
        buddy.setBuddy(self.field)
        self.field.setObjectName("mark-field")
        self.field.describe(self.tr("Handlungsfeld für den nächsten Beleg"))
        row.addWidget(buddy)
        row.addWidget(self.field, 1)
        return row

    def _kind_row(self) -> FlowRow:
        row = FlowRow(gap=self._session.theme.sizes.unit)
        for kind in KINDS:
            text = f"{key_of(kind)} {self._session.labels.of(kind)}"
            tip = self.tr("Gewählte Wörter als {0} markieren (Taste {1})").format(
                self._session.labels.of(kind), key_of(kind)
            )
            made = button(text, tip=tip, icon=sample(self._session.theme, kind), name=f"mark-{kind.value}")
            set_look(made, "dense", "true")
            made.setEnabled(not self._session.read_only)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.clicked.connect(partial(self._mark, kind))
            self._kinds[kind] = made
            row.add(made)
        return row

    def _join(self) -> None:
        self._open.clicked.connect(self._open_interview)
        self.view.kind_wanted.connect(self._mark)
        self.view.field_wanted.connect(self.field.setFocus)
        self.view.removal_wanted.connect(self._remove)
        self.view.mark_met.connect(self.marks.choose)
        self.view.selectionChanged.connect(self._show_advice)
        self.marks.chosen.connect(self._show_chosen)
        self.marks.kind_wanted.connect(self._change_kind)
        self.marks.field_wanted.connect(self._change_field)
        self.marks.removal_wanted.connect(self._remove)
        self.marks.place_wanted.connect(self._place_anew)
        self.marks.entered.connect(self.take_focus)
        self.field.committed.connect(self._keep_field)
        self._session.theme.changed.connect(self._draw_samples)
        self._session.leaving.connect(self.marks.flush)

    def _draw_samples(self) -> None:
        for kind, made in self._kinds.items():
            made.setIcon(sample(self._session.theme, kind))

    def _offer_field(self, scope_id: str) -> None:
        known = [field.id for field in self._session.project.snapshot.all(FieldOfAction)]
        last = self._session.memory.value(_LAST_FIELD, "")
        self.field.set_value(next((ident for ident in (scope_id, last, *known) if ident in known), ""))

    def _keep_field(self) -> None:
        try:
            chosen = self.field.value()
        except UserError:
            return
        if chosen:
            self._session.memory.remember(_LAST_FIELD, str(chosen))

    def _advice(self) -> str:
        if self._session.read_only:
            return self.tr("Das Projekt ist nur zum Lesen geöffnet.")
        if self.view.chosen_place is not None:
            return self.tr("Jetzt die Art wählen: Taste 1 bis 4. Das Feld wechseln: Taste F.")
        return self.tr("Wörter wählen: mit der Maus oder Umschalt und Pfeiltasten.")

    def _show_advice(self) -> None:
        self._hint.set_role("small")
        self._hint.setText(self._advice())
        self._hint.setVisible(self.marks.mark is None or self.view.chosen_place is not None)

    def _show_chosen(self, evidence_id: str) -> None:
        self.view.choose_mark(evidence_id, scroll=not self.view.hasFocus())
        self._show_advice()

    def _mark(self, kind: EvidenceKind, _checked: object = None) -> None:
        place = self.view.chosen_place
        if self._session.read_only or self._passage is None:
            return
        if place is None:
            if self.marks.mark is not None:
                self._change_kind(kind)
            else:
                self._refuse(self.tr("Bitte zuerst Wörter der Antwort wählen, dann die Art."))
            return
        try:
            field_id = str(self.field.value() or "")
            if not field_id:
                raise UserError(self.tr("Bitte zuerst ein Handlungsfeld wählen."))
            made = mark_passage(self._session.project, self._passage.answer_id, field_id, kind, *place)
        except (UserError, EnvironmentFault) as refusal:
            self._refuse(str(refusal))
            return
        self._keep_field()
        self.view.drop_selection()
        self._tell()
        self.choose_mark(made.id)

    def _change_kind(self, kind: EvidenceKind) -> None:
        mark = self.marks.mark
        if mark is not None and not self._session.read_only:
            self._session.attempt(partial(reassign, self._session.project, mark.id, kind=kind))
            self._tell()

    def _change_field(self) -> None:
        mark = self.marks.mark
        if mark is not None and not self._session.read_only:
            self._session.attempt(partial(self._reassign, mark.id))
            self._tell()

    def _reassign(self, evidence_id: str) -> None:
        reassign(self._session.project, evidence_id, field_id=str(self.field.value() or ""))

    def _remove(self) -> None:
        mark = self.marks.mark
        if mark is not None and not self._session.read_only:
            self._session.attempt(partial(self._delete, mark.id))
            self._tell()

    def _delete(self, evidence_id: str) -> None:
        delete(self._session.project, Evidence, evidence_id)
        self._session.say_done(self.tr("Beleg entfernt."))

    def _place_anew(self) -> None:
        mark, place = self.marks.mark, self.view.chosen_place
        if mark is None or self._session.read_only:
            return
        if place is None:
            self._refuse(self.tr("Bitte die Stelle oben im Text wählen und dann „Stelle neu markieren“ drücken."))
            return
        self._session.attempt(partial(move_evidence, self._session.project, mark.id, *place))
        self.view.drop_selection()
        self._tell()

    def _refuse(self, sentence: str) -> None:
        self._hint.set_role("attention")
        self._hint.show()
        self._hint.setText(sentence)

    def _tell(self) -> None:
        answer_id = self.answer_id
        if self._seen is not self._session.project.snapshot:
            self.show_answer(answer_id)
        self.marked.emit(answer_id)

    def _open_interview(self) -> None:
        if self._passage is not None:
            self._session.go(self._passage.target)
