"""Show one question with the answer to it, its note, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kizdesk.project.runner.ask import Ask, Reply
from kizdesk.project.runner.asking import ask_at, is_register, read_at, write_at
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import answer_at, write_note
from kizdesk.ui.forms.binding import Binding
from kizdesk.ui.forms.long_text import LongText
from kizdesk.ui.pages.interview.card_head import CardHead
from kizdesk.ui.pages.interview.kinds import EDITORS
from kizdesk.ui.pages.interview.quote_bar import QuoteBar
from kizdesk.ui.pages.interview.register import Register
from kizdesk.ui.pages.interview.replies.base import ReplyEditor
from kizdesk.ui.pages.interview.replies.files import FilesReply
from kizdesk.ui.session import Message
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.stops import follow_each_other

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kizdesk.ui.session import Session


class QuestionCard(QFrame):
    """Be the middle column; ways of answering are made once and serve one question after the other."""

    went_on = Signal()
    """Enter in a one-line answer: the next question."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._interview_id = ""
        self._place: Place | None = None
        self._editors: dict[type[ReplyEditor], tuple[ReplyEditor, Binding]] = {}
        self._editor: ReplyEditor | None = None
        self._ask: Ask | None = None
        self._buttons: list[QWidget] = []
        self._stops: tuple[QWidget, ...] = ()
        self.register = Register(session.theme, self)
        """The list of offerings."""
        self.files = FilesReply(session, self)
        """The answer that takes files; the page attaches them."""
        self.quote_bar = QuoteBar(self)
        self.sheet = ScrollPage(self)
        self._head = CardHead(self)
        self._answers = QVBoxLayout()
        self._refusal = label("", "problem")
        self._note_name = label(self.tr("Notiz zu dieser Frage"), "muted")
        self._note = LongText(session, self, least=3, most=8)
        self._note_binding = Binding(self._note, session, self._read_note, self._write_note)
        self._states = FlowRow(self)
        self._build()
        self._connect()

    @property
    def is_text_focused(self) -> bool:
        """Tell whether a text of the card takes the keys."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused) and isinstance(focused, QLineEdit | QPlainTextEdit)

    @property
    def unseen_state(self) -> str:
        """Return that the question is put off, or not any more, where the buttons for that are out of sight."""
        if self._place is None or not self._states.visibleRegion().isEmpty():
            return ""
        told = self._head.put_off_text(self._session.project, self._interview_id, self._place)
        return told or self.tr("Der Vermerk ist zurückgenommen.")

    @property
    def spoken(self) -> str:
        """Return what a screen reader shall say about the question."""
        return self._head.spoken

    def offer(self, *actions: QAction) -> None:
        """Show actions as buttons below the answer."""
        for action in actions:
            made = button(action.text(), name=f"do-{action.objectName()}", tip=action.toolTip())
            made.clicked.connect(action.trigger)
            self._buttons.append(made)
            action.changed.connect(partial(_follow, made, action))
            self._states.add(made)
            _follow(made, action)

    def show_place(self, course: Course, interview_id: str, place: Place) -> None:
        """Show another question; the one before must be written by now."""
        self._interview_id, self._place = interview_id, place
        self.quote_bar.hide()
        project = self._session.project
        listing = is_register(project, interview_id, place)
        self.register.setVisible(listing)
        self._ask = None if listing else ask_at(project, interview_id, place)
        self._show_editor(self._ask.shape if self._ask is not None else None)
        self._head.show_place(project, course, interview_id, place)
        if self._editor is not None and self._ask is not None:
            self._editor.show_ask(self._ask)
            self._editor.begin()
            self._binding_of(self._editor).show()
            self._editor.describe(self._head.question, self._head.details)
            self._order_tabs()
        answered = not listing and not place.is_head and not self._is_bound(course, place)
        self._note_name.setVisible(answered)
        self._note.setVisible(answered)
        self._states.setVisible(answered)
        if answered:
            self._note_binding.show()
        self.sheet.verticalScrollBar().setValue(0)

    def refresh(self, course: Course) -> None:
        """Show what changed, leaving alone what is being typed."""
        if self._place is None:
            return
        project = self._session.project
        self._head.show_place(project, course, self._interview_id, self._place)
        if self._editor is not None:
            self._show_ask_again(ask_at(project, self._interview_id, self._place))
            self._binding_of(self._editor).refresh()
        self._note_binding.refresh()

    def forget(self) -> None:
        """Show nothing any more, such as when the interview is gone."""
        self._place = None

    def prepare(self, ask: Ask) -> None:
        """Make what a question will need, without disturbing the one that is shown."""
        editor = self._made(EDITORS[ask.shape])
        if editor is self._editor:
            editor.reserve(ask)
        else:
            editor.show_ask(ask)

    def flush(self) -> bool:
        """Write what is typed; returns False if it was refused, which the card then says."""
        if self._place is None:
            return True
        self.quote_bar.flush()
        answered = self._editor is None or self._binding_of(self._editor).flush()
        return self._note_binding.flush() and answered

    def leave(self) -> bool:
        """Write what is typed before another question; if it is refused, say so in sight, with a way out."""
        if self.flush():
            return True
        sentence = next((binding.sentence for binding in self._bindings if binding.sentence), "")
        number = self._ask.question.number if self._ask is not None else ""
        told = sentence if not number or sentence.startswith("Frage ") else f"Frage {number}: {sentence}"
        drop = self.tr("Eingabe verwerfen")
        self._session.said.emit(Message(told, "attention", drop, self._drop_typed, of_step=True))
        self.sheet.reveal(self._refusal)
        return False

    def focus_answer(self) -> None:
        """Put the focus where the question is answered."""
        target = self.register.home() if self._editor is None else self._editor.home()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._reveal_focused)  # when the question has its place

    def focus_note(self) -> None:
        """Put the focus into the note."""
        if not self._note.isHidden():
            self._note.setFocus()

    def leave_text(self) -> bool:
        """Go from a text to the choices, from the note to the answer; tell whether there was anything to leave."""
        focused = QApplication.focusWidget()
        if focused is not None and self.quote_bar.isAncestorOf(focused):
            self.quote_bar.end()
            self.focus_answer()
            return True
        if focused in self._note.parts:
            self.focus_answer()
            return True
        target = self._editor.away() if self._editor is not None else None
        if target is None or not self.is_text_focused:
            return False
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key that no text took."""
        return self._editor is not None and self._editor.take_key(event)

    def marked_words(self) -> str:
        """Return the words marked in the text with the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPlainTextEdit):
            return focused.textCursor().selectedText()
        return focused.selectedText() if isinstance(focused, QLineEdit) else ""

    @Slot()
    def _reveal_focused(self) -> None:
        """Show the field with the focus whole."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.sheet.reveal(focused)

    def _drop_typed(self) -> None:
        """Show what is stored instead of what was refused."""
        for binding in self._bindings:
            binding.show()

    def _show_ask_again(self, ask: Ask) -> None:
        if self._editor is None or ask == self._ask:
            return
        self._ask = ask
        self._editor.show_ask(ask)
        binding = self._binding_of(self._editor)
        if not binding.is_dirty:
            binding.show()

    def _order_tabs(self) -> None:
        answers = (stop for editor, _ in self._editors.values() for stop in editor.stops())
        stops = (*self.register.stops(), *answers, *self.quote_bar.stops(), *self._note.parts, *self._buttons)
        if stops != self._stops:
            self._stops = stops
            follow_each_other(stops)

    def _is_bound(self, course: Course, place: Place) -> bool:
        return bool(course.question(place).binding)

    def _show_editor(self, shape: Any) -> None:
        wanted = EDITORS.get(shape)
        for kind, (editor, _) in self._editors.items():
            if kind is not wanted and not editor.isHidden():
                editor.hide()
        self._editor = self._made(wanted) if wanted is not None else None
        if self._editor is not None:
            self._editor.show()

    def _made(self, kind: type[ReplyEditor]) -> ReplyEditor:
        if kind not in self._editors:
            editor = self.files if kind is FilesReply else kind(self._session, self)
            binding = Binding(editor, self._session, self._read, self._write)
            binding.refused.connect(self._show_refusal)
            editor.went_on.connect(self.went_on)
            editor.setObjectName(f"reply-{kind.__name__}")
            editor.hide()
            self._answers.addWidget(editor)
            self._editors[kind] = (editor, binding)
        return self._editors[kind][0]

    @property
    def _bindings(self) -> list[Binding]:
        """Return what ties answer and note of the question shown to the project."""
        shown = [self._binding_of(self._editor)] if self._editor is not None else []
        return [*shown, self._note_binding]

    def _binding_of(self, editor: ReplyEditor) -> Binding:
        return self._editors[type(editor)][1]

    def _read(self) -> Reply:
        return read_at(self._session.project, self._interview_id, self._place) if self._place else Reply()

    def _write(self, reply: Any, stay: str) -> None:
        if self._place is not None:
            write_at(self._session.project, self._interview_id, self._place, reply, stay=stay)

    def _read_note(self) -> str:
        answer = answer_at(self._session.project, self._interview_id, self._place) if self._place else None
        return answer.note if answer is not None else ""

    def _write_note(self, note: Any, stay: str) -> None:
        if self._place is not None:
            write_note(self._session.project, self._interview_id, self._place, str(note), stay=stay)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.setProperty("ground", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.gap_small, sizes.padding)
        outer.addWidget(self.sheet)
        body = self.sheet.body
        body.setContentsMargins(sizes.gap_small, 0, sizes.gap_small, 0)
        body.setSpacing(sizes.gap_small)
        self._note.describe(self._note_name.text())
        self._note.set_placeholder(self.tr("Nur für die Arbeit; steht weder im Protokoll noch im Konzept"))
        self._note_name.setBuddy(self._note)
        for part in self._note.parts:
            part.setObjectName("note")
        self.files.hide()
        above: tuple[QWidget, ...] = (self._head, self.register)
        below: tuple[QWidget, ...] = (
            *(
                self._refusal,
                self._head.origin,
                self.quote_bar,
                self._note_name,
                self._note,
                self._states,
                self._head.put_off,
            ),
        )
        for widget in above:
            body.addWidget(widget)
        body.addLayout(self._answers)
        for widget in below:
            body.addWidget(widget)
        body.addStretch(1)
        self._refusal.setObjectName("refusal")
        self._refusal.hide()

    def _connect(self) -> None:
        self.quote_bar.quoted.connect(self._take_quotation)
        self._note_binding.refused.connect(self._show_refusal)

    @Slot(str)
    def _show_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if self._editor is not None:
            self._editor.describe(self._head.question, " ".join(filter(None, [sentence, self._head.details])))
        if sentence:
            self.sheet.reveal(self._refusal)

    @Slot(str)
    def _take_quotation(self, line: str) -> None:
        for binding in self._bindings:
            binding.end_stay()
        if self._editor is None or not self._editor.take_quotation(line):
            held = str(self._note.value())
            self._note.set_value(f"{held}\n{line}" if held else line)
            self._note.edited.emit()
        for binding in self._bindings:
            binding.end_stay()
        self.focus_answer()


def _follow(made: Any, action: QAction) -> None:
    made.setText(action.text())
    made.setAccessibleName(action.text())
    made.setEnabled(action.isEnabled())
    made.setCheckable(action.isCheckable())
    made.setChecked(action.isChecked())
