"""Answer in one or a few lines: a text, a number, a share, a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.project.runner.ask import Ask, Kind, Reply
from kizdesk.project.runner.quoting import with_line
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.line_block import LineBlock

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class LinesReply(ReplyEditor):
    """Answer in lines; Enter in the last one goes on."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._block = LineBlock(self._today, self.watch, self)
        self._quotable = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._block)
        column.addStretch(1)
        self._block.edited.connect(self.edited)
        self._block.entered.connect(self.went_on)

    def show_ask(self, ask: Ask) -> None:
        """Show the lines of a question."""
        self._block.show_specs(ask.lines)
        self._quotable = len(ask.lines) == 1 and ask.lines[0].kind is Kind.TEXT and not ask.bound

    def value(self) -> Any:
        """Return what is typed; raises UserError if a line cannot be read."""
        return Reply(lines=self._block.texts())

    def set_value(self, value: Any) -> None:
        """Show an answer."""
        self._block.show_texts(reply_or_empty(value).lines)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._block.set_read_only(on=on)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation behind the text."""
        if not self._quotable:
            return False
        field = self._block.lines[0]
        field.setText(with_line(field.text(), line).replace("\n", " "))
        self.edited.emit()
        return True

    def home(self) -> QWidget | None:
        """Return the first line."""
        lines = self._block.lines
        return lines[0] if lines else None

    def _today(self) -> date:
        return self.session.project.now().date()
