"""Tie an editor to where its value is kept, so that nobody has to save."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kizdesk.domain.errors import EnvironmentFault, ShapeError, UserError
from kizdesk.ui.forms.editor import Editor

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

Read = Callable[[], Any]
Write = Callable[[Any, str], object]
"""Takes the value and the token of the stay in the field."""
DELAY = 500
"""Milliseconds after the last key until the value is written."""
WATCHED_DELAY = 100
"""The same while somebody watches in the preview what becomes of it."""


class Binding(QObject):
    """Write the value of an editor a moment after the last key or when it is left, and show what is stored.

    One stay in the editor has one token, so that undo takes back the field and not a letter.
    """

    refused = Signal(str)
    """Why the value was not written, in a sentence; empty when all is well again."""

    def __init__(
        self,
        editor: Editor,
        session: Session,
        read: Read,
        write: Write,
        *,
        delay: int = DELAY,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or editor)
        self._editor, self._session = editor, session
        self._read, self._write = read, write
        self._stay = ""
        self._sentence = ""
        self._dirty = self._writing = False
        self._stored: Any = None
        self._seen: Any = None
        """What the editor held when it last agreed with the project; what is typed differs from it."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._delay = delay
        self._connect()
        editor.set_read_only(on=session.read_only)

    @property
    def is_dirty(self) -> bool:
        """Tell whether the editor holds something that is not written, also because it was refused."""
        return self._dirty

    @property
    def sentence(self) -> str:
        """Return why the value was not written; empty if all is well."""
        return self._sentence

    def show(self) -> None:
        """Show the stored value and forget what was typed; a new stay begins."""
        self._timer.stop()
        self._dirty = False
        self._stay = ""
        self._stored = self._read()
        self._editor.set_value(self._stored)
        self._seen = self._held()
        self._tell("")

    def refresh(self) -> None:
        """Show the stored value if it changed, unless the user has typed something that is not written yet."""
        if self._dirty or self._writing:
            return
        stored = self._read()
        if stored != self._stored:
            self.show()

    def end_stay(self) -> bool:
        """Write what is typed and let the next change be a step of its own; returns False if that is refused."""
        written = self.flush()
        self._stay = ""
        return written

    @Slot()
    def flush(self) -> bool:
        """Write what is typed; returns False and says why under the editor if that is refused."""
        self._timer.stop()
        if not self._dirty or self._writing:
            return True
        try:
            value = self._editor.value()
        except UserError as refusal:
            self._tell(_sentence(refusal))
            return False
        return self._keep(value)

    def _connect(self) -> None:
        self._editor.edited.connect(self._note)
        self._editor.committed.connect(self.flush)
        self._editor.left.connect(self._leave)
        self._editor.take_keys(self._undo, self._redo)
        self._timer.timeout.connect(self._write_while_typing)
        self._session.leaving.connect(self._flush_for_leaving)

    def _keep(self, value: Any) -> bool:
        self._writing = True
        try:
            if value != self._read():
                self._stay = self._stay or self._session.project.new_id()
                self._write(value, self._stay)
        except (UserError, EnvironmentFault) as refusal:
            self._tell(_sentence(refusal))
            return False
        finally:
            self._writing = False
        self._dirty = False
        self._stored = self._read()
        self._seen = self._held()
        self._tell("")
        return True

    def _held(self) -> Any:
        """Return the value in the editor, or what equals nothing where there is none."""
        try:
            return self._editor.value()
        except UserError:
            return object()

    def _tell(self, sentence: str) -> None:
        if sentence != self._sentence:
            self._sentence = sentence
            self._editor.mark("error" if sentence else "")
            self._session.hold(self, f"{self._editor.accessibleName()}: {sentence}" if sentence else "")
            self.refused.emit(sentence)

    @Slot()
    def _note(self) -> None:
        """Take it that somebody typed if the editor holds something else than before; new colours are no change."""
        if not self._session.read_only and (self._dirty or self._held() != self._seen):
            self._dirty = True
            self._timer.start(min(self._delay, WATCHED_DELAY) if self._session.is_watched else self._delay)

    @Slot()
    def _write_while_typing(self) -> None:
        """Write a whole value; half a number is no reason to complain while it is being typed."""
        if not self._editor.is_settled:
            return
        try:
            value = self._editor.value()
        except UserError:
            return
        self._keep(value)

    @Slot()
    def _flush_for_leaving(self) -> None:
        """Write what is typed; what is refused stays in the editor, and the bar says so, for the page may go."""
        if not self.flush() and self._editor.isVisible():
            self._session.say(f"{self._editor.accessibleName()}: {self._sentence}", kind="problem")

    @Slot()
    def _leave(self) -> None:
        if self.flush() and not self._dirty:
            self.show()

    def _undo(self) -> None:
        if self.flush():
            self._stay = ""
            self._session.undo()
        else:
            self.show()

    def _redo(self) -> None:
        if self.flush():
            self._stay = ""
            self._session.redo()


def _sentence(refusal: UserError | EnvironmentFault) -> str:
    text = refusal.message if isinstance(refusal, ShapeError) else str(refusal)
    return text[:1].upper() + text[1:]
