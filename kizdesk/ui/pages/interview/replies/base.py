"""Say what every way of answering has in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kizdesk.project.runner.ask import Ask, Reply
from kizdesk.ui.forms.editor import Editor


class ReplyEditor(Editor):
    """Be a way of answering; one of each kind serves all questions of its kind, one after the other."""

    went_on = Signal()
    """The user is done here and wants the next question."""

    def describe(self, name: str, description: str = "") -> None:
        """Name the question; a part with words of its own keeps them, for the question is spoken when it comes up."""
        super().describe(name, description)
        for part in self.parts:
            own = str(part.property("part") or "")
            if own:
                part.setAccessibleName(own)
                part.setAccessibleDescription(str(part.property("hint") or description))

    def begin(self) -> None:
        """Follow that a question comes up, perhaps the same one in another interview; its answer is shown next."""

    def show_ask(self, ask: Ask) -> None:
        """Be ready for the answer to a question."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return the Reply as it stands in the editor; raises UserError if something cannot be read."""
        raise NotImplementedError

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key that no text took, such as a digit; tell whether it meant something."""
        return False

    def take_quotation(self, line: str) -> bool:
        """Put a line behind the text of the answer; tell whether there is a place for it."""
        return False

    def reserve(self, ask: Ask) -> None:
        """Make what a question will need, without showing it; meant for editors in use."""

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in the order of reading."""
        return self.parts

    def home(self) -> QWidget | None:
        """Return the widget that takes the focus when the question comes up, None if there is none."""
        return self._parts[0] if self._parts else None

    def away(self) -> QWidget | None:
        """Return the widget that takes the focus when Esc leaves a text: a choice, None if there is none."""
        return None


def reply_or_empty(value: Any) -> Reply:
    """Return the reply that is to be shown; none is an empty one."""
    return value if isinstance(value, Reply) else Reply()
