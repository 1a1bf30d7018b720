"""Answer in a text of many lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.project.runner.ask import Ask, Reply
from kizdesk.project.runner.quoting import with_line
from kizdesk.ui.forms.long_text import TextArea
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_LEAST, _MOST = 7, 16


class WordsReply(ReplyEditor):
    """Answer in a text that grows with what is written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._area = TextArea(self, _LEAST, _MOST)
        self._area.setObjectName("words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        column.addStretch(1)
        self.watch(self._area)
        self._area.typed.connect(self.edited)

    def show_ask(self, ask: Ask) -> None:
        """Be ready for another question; the text comes with its value."""

    def value(self) -> Any:
        """Return the text."""
        return Reply(text=self._area.whole_text())

    def set_value(self, value: Any) -> None:
        """Show a text."""
        self._area.show_whole_text(reply_or_empty(value).text)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._area.setReadOnly(on)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation behind the text."""
        self._area.write_on(with_line(self._area.whole_text(), line))
        return True
