"""Be two hands on a keyboard, and eyes that read the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kizdesk.domain.interviews import Answer, Interview, answer_id
from kizdesk.project.runner.places import Place
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import WrapLabel

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hands:
    """Type into whatever has the focus."""

    def __init__(self, page: RunnerPage, session: Session, interview_id: str) -> None:
        self.page, self.session, self.interview_id = page, session, interview_id

    @property
    def focused(self) -> QWidget:
        """Return what has the focus."""
        found = QApplication.focusWidget()
        return found if found is not None else self.page

    @property
    def place(self) -> Place:
        """Return the stop shown."""
        assert self.page.place is not None
        return self.page.place

    @property
    def interview(self) -> Interview:
        """Return the interview as it is now."""
        return self.session.project.snapshot.get(Interview, self.interview_id)

    def type(self, text: str) -> None:
        """Type letters, one after the other."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focused, QKeyEvent(kind, Qt.Key.Key_unknown, NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            QTest.keyClick(self.focused, key, modifiers)

    def go_on(self) -> None:
        """Go to the next question."""
        self.press(Qt.Key.Key_Return, CTRL)

    def go_back(self) -> None:
        """Go to the question before."""
        self.press(Qt.Key.Key_Return, CTRL | SHIFT)

    def alt(self, letter: str) -> None:
        """Press Alt with a letter."""
        QTest.keyClick(self.focused, Qt.Key(ord(letter.upper())), ALT)

    def tab(self, times: int = 1) -> None:
        """Press Tab."""
        self.press(Qt.Key.Key_Tab, times=times)

    def walk_to(self, question_id: str, scope_id: str = "") -> None:
        """Go on until a question comes up."""
        for _ in range(150):
            if (self.place.question_id, self.place.scope_id) == (question_id, scope_id):
                return
            before = self.place
            self.go_on()
            assert self.place != before, f"stuck at {before}"
        raise AssertionError(question_id)

    def answer(self, question_id: str, scope_id: str = "") -> Answer:
        """Return an answer as it is kept."""
        return self.session.project.snapshot.get(Answer, answer_id(self.interview_id, question_id, scope_id))

    def reads(self, name: str) -> str:
        """Return what a label says."""
        found = self.page.findChild(WrapLabel, name)
        assert found is not None
        return found.text()
