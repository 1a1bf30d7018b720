"""Answer by choosing: one of several, several, yes or no, a grade from 1 to 5; with a remark where there is one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.project.runner.ask import Ask, Reply, Shape
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.line_block import LineBlock
from kizdesk.ui.pages.interview.replies.options import OptionBlock
from kizdesk.ui.pages.interview.replies.remark import Remark
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()


class ChoiceReply(ReplyEditor):
    """Answer with the options as buttons; digits choose while no text has the focus."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._ask: Ask | None = None
        self._limit = label("", "small")
        self._options = OptionBlock(self.watch, self)
        self._ends = (QLabel(self), QLabel(self))
        self._lines = LineBlock(self._today, self.watch, self)
        self._remark = Remark(self)
        self._build()
        self._connect()

    def show_ask(self, ask: Ask) -> None:
        """Show the options of a question."""
        scale = ask.shape is Shape.SCALE
        spoken = [_spoken(option.id, option.label, ask.scale) for option in ask.options] if scale else []
        self._ask = ask
        self._tell_limit()
        self._options.show_options(ask.options, ask.most, across=scale, spoken=spoken, details=ask.details)
        for number, end in enumerate(self._ends):
            end.setText(f"{1 + 4 * number} = {ask.scale[number]}" if scale and ask.scale[number] else "")
            end.setVisible(bool(end.text()))
        self._lines.show_specs(ask.lines)
        self._remark.is_offered = bool(ask.remark)

    def value(self) -> Any:
        """Return what is chosen and typed; raises UserError if a line cannot be read."""
        return Reply(text=self._remark.text(), choices=self._options.ids(), lines=self._lines.texts())

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        reply = reply_or_empty(value)
        self._options.show_chosen(reply.choices)
        self._tell_limit()
        self._lines.show_texts(reply.lines)
        self._remark.show_text(reply.text)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._options.set_read_only(on=on)
        self._lines.set_read_only(on=on)
        self._remark.set_read_only(on=on)

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit or a letter."""
        return self._options.take_key(event)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation into the remark."""
        self._remark.add_line(line)
        return True

    def reserve(self, ask: Ask) -> None:
        """Make as many options as a question will need."""
        self._options.reserve(len(ask.options))

    def stops(self) -> tuple[QWidget, ...]:
        """Return options, lines and remark."""
        return (*self._options.all_buttons, *self._lines.all_lines, self._remark.area)

    def home(self) -> QWidget | None:
        """Return the chosen option, or else the first."""
        return self._options.first() or super().home()

    def away(self) -> QWidget | None:
        """Return the same option: Esc leaves a text to the choices."""
        return self._options.first()

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
        column.addWidget(self._remark)
        column.addStretch(1)
        self.watch(self._remark.area, self._remark.name)

    def _connect(self) -> None:
        self._options.chosen.connect(self._choose)
        self._options.overfilled.connect(self._say_full)
        self._lines.edited.connect(self.edited)
        self._lines.entered.connect(self.went_on)
        self._remark.edited.connect(self.edited)

    def _tell_limit(self) -> None:
        text = self._ask.limit_told(len(self._options.ids())) if self._ask is not None else ""
        if text != self._limit.text():
            self._limit.setText(text)
        self._limit.setVisible(bool(text))

    @Slot()
    def _say_full(self) -> None:
        """Say it in the bar, which is in sight wherever the options are scrolled to."""
        if self._ask is not None:
            self.session.say(self._ask.full_sentence, kind="attention")

    @Slot()
    def _choose(self) -> None:
        self._tell_limit()
        self.edited.emit()
        self.committed.emit()


def _spoken(grade: str, text: str, scale: tuple[str, str]) -> str:
    meaning = {"1": scale[0], "5": scale[1]}.get(grade, "")
    return f"{text}: {meaning}" if meaning else text
