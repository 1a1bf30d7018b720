"""Answer by choosing: one of several, several, yes or no, a grade from 1 to 5; with a remark where there is one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.project.runner.ask import Ask, Reply, Shape
from kizdesk.project.runner.quoting import with_line
from kizdesk.ui.forms.long_text import TextArea
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.line_block import LineBlock
from kizdesk.ui.pages.interview.replies.options import OptionBlock
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()


class ChoiceReply(ReplyEditor):
    """Answer with the options as buttons; digits choose while no text has the focus."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._limit = label("", "small")
        self._options = OptionBlock(self.watch, self)
        self._ends = (QLabel(self), QLabel(self))
        self._lines = LineBlock(self._today, self.watch, self)
        self._remark_name = label(self.tr("Bemerkung"), "muted")
        self._remark = TextArea(self, 2, 8)
        self._offers_remark = self._showing = False
        self._build()
        self._connect()

    def show_ask(self, ask: Ask) -> None:
        """Show the options of a question."""
        scale = ask.shape is Shape.SCALE
        spoken = [_spoken(option.id, option.label, ask.scale) for option in ask.options] if scale else []
        self._limit.setText(ask.limit_sentence)
        self._limit.setVisible(bool(ask.limit_sentence))
        self._options.show_options(ask.options, ask.most, across=scale, spoken=spoken)
        for number, end in enumerate(self._ends):
            end.setText(f"{1 + 4 * number} = {ask.scale[number]}" if scale and ask.scale[number] else "")
            end.setVisible(bool(end.text()))
        self._lines.show_specs(ask.lines)
        self._offers_remark = bool(ask.remark)

    def value(self) -> Any:
        """Return what is chosen and typed; raises UserError if a line cannot be read."""
        return Reply(text=self._remark.whole_text(), choices=self._options.ids(), lines=self._lines.texts())

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        reply = reply_or_empty(value)
        self._options.show_chosen(reply.choices)
        self._lines.show_texts(reply.lines)
        if reply.text != self._remark.whole_text():
            self._showing = True
            self._remark.show_whole_text(reply.text)
            self._showing = False
        self._show_remark(shown=self._offers_remark or bool(reply.text))

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._options.set_read_only(on=on)
        self._lines.set_read_only(on=on)
        self._remark.setReadOnly(on)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit or a letter."""
        return self._options.take_key(event)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation into the remark."""
        self._show_remark(shown=True)
        self._remark.setPlainText(with_line(self._remark.whole_text(), line))
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """Return options, lines and remark."""
        return (*self._options.all_buttons, *self._lines.all_lines, self._remark)

    def home(self) -> QWidget | None:
        """Return the chosen option, or else the first."""
        return self._options.first() or super().home()

    def away(self) -> QWidget | None:
        """Return the same option: Esc leaves a text to the choices."""
        return self._options.first()

    def _show_remark(self, *, shown: bool) -> None:
        self._remark_name.setVisible(shown)
        self._remark.setVisible(shown)

    def _today(self) -> date:
        return self.session.project.now().date()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        ends = QHBoxLayout()
        for number, end in enumerate(self._ends):
            end.setProperty("role", "muted")
            ends.addWidget(end, 0, Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._limit)
        column.addWidget(self._options)
        column.addLayout(ends)
        column.addWidget(self._lines)
        column.addWidget(self._remark_name)
        column.addWidget(self._remark)
        column.addStretch(1)
        self._remark.setObjectName("remark")
        self._remark_name.setBuddy(self._remark)
        self.watch(self._remark, self.tr("Bemerkung"))

    def _connect(self) -> None:
        self._options.chosen.connect(self._choose)
        self._lines.edited.connect(self.edited)
        self._lines.entered.connect(self.went_on)
        self._remark.textChanged.connect(self._note)

    @Slot()
    def _choose(self) -> None:
        self.edited.emit()
        self.committed.emit()

    @Slot()
    def _note(self) -> None:
        if not self._showing:
            self.edited.emit()


def _spoken(grade: str, text: str, scale: tuple[str, str]) -> str:
    meaning = {"1": scale[0], "5": scale[1]}.get(grade, "")
    return f"{text}: {meaning}" if meaning else text
