"""Go from stop to stop of an interview, and remember where it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kizdesk.domain.guide import Repeat
from kizdesk.domain.interviews import Interview
from kizdesk.project.runner.asleep import asleep_sentence
from kizdesk.project.runner.course import Course, course
from kizdesk.project.runner.places import Place, place_of

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class Walk(QObject):
    """Hold which interview is shown, the way through it, and the stop; nobody leaves a stop with a refused answer."""

    moved = Signal()
    """The stop is another one."""

    def __init__(self, session: Session, leave: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._leave = session, leave
        self.interview_id = ""
        self.course: Course | None = None
        self.place: Place | None = None

    @property
    def interview(self) -> Interview | None:
        """Return the interview, or None if none is shown or it is gone."""
        return self._session.project.snapshot.find(Interview, self.interview_id) if self.interview_id else None

    @property
    def is_on_offering(self) -> bool:
        """Tell whether the stop is a question on an offering."""
        place = self.place
        if self.course is None or place is None or not place.question_id:
            return False
        return self.course.section(place).repeat is Repeat.PER_OFFERING

    def take(self, interview_id: str) -> bool:
        """Turn to an interview; returns False if an answer keeps us where we are, or if it is not there."""
        if interview_id == self.interview_id and self.interview is not None:
            return True
        if not self._leave() or self._session.project.snapshot.find(Interview, interview_id) is None:
            return False
        self.interview_id, self.place = interview_id, None
        self.rebuild()
        return True

    def drop(self) -> None:
        """Turn away from the interview."""
        self.interview_id, self.course, self.place = "", None, None

    def rebuild(self) -> None:
        """Draw the way anew after a change."""
        self.course = course(self._session.project, self.interview_id)

    def begin(self) -> None:
        """Go to where the interview was left, or else to what is open first; a new one begins at its beginning."""
        if self.course is None:
            return
        kept = place_of(self._session.memory.value(self._memory_key(), ""))
        known = kept if kept is not None and kept in self.course.places else None
        self.go(known or (self.course.next_open() if self.course.is_answered else None) or self.course.places[0])

    def go(self, place: Place | None) -> bool:
        """Go to a stop; returns False if the answer here was refused."""
        if place is None or self.course is None or not self._leave():
            return False
        self.place = place
        self._session.memory.remember(self._memory_key(), place.key)
        self.moved.emit()
        return True

    def follow(self) -> bool:
        """Tell whether the stop is still one after a change; if not, go to the nearest."""
        if self.course is None or self.place is None or self.place in self.course.hidden:
            return True
        near = self.course.nearest(self.place)
        if near == self.place:
            return True
        self.place = near
        self.moved.emit()
        return False

    def turn_to(self, place: Place) -> None:
        """Show a stop at which something was undone."""
        if self.course is not None and place != self.place:
            self.place = place
            self._session.memory.remember(self._memory_key(), place.key)
            self.moved.emit()

    @Slot()
    def go_on(self) -> None:
        """Go to the next stop; behind the last, say so."""
        if self.course is None or self.place is None or not self._leave():
            return
        following = self.course.after(self.place)
        if following is not None:
            self.go(following)
        else:
            self._session.say(self.tr("Das war die letzte Frage. {0}").format(self.course.open_sentence).strip())

    @Slot()
    def go_back(self) -> None:
        """Go to the stop before."""
        if self.course is not None and self.place is not None and self._leave():
            self.go(self.course.before(self.place))

    @Slot()
    def go_open(self) -> None:
        """Go to the next question without an answer."""
        if self.course is None or not self._leave():
            return
        if not self.go(self.course.next_open(self.place)):
            self._session.say(self.tr("In diesem Gespräch ist keine andere Frage mehr offen."))

    @Slot(str)
    def jump(self, key: str) -> None:
        """Go to the stop that a list names; a field of action by the first question on it."""
        place = place_of(key)
        if place is None or self.course is None:
            return
        if place.is_head and place.scope_id:
            line = next((it for it in self.course.outline.sections if it.scope_id == place.scope_id), None)
            place = self.course.lead(line) if line is not None else Place(place.section_id)
        if place in self.course.asleep(place):
            self._session.say(asleep_sentence(self.course, place))
        else:
            self.go(place)

    def open_offering(self, offering_id: str) -> None:
        """Go to the first question on an offering."""
        if self.course is not None and self.place is not None:
            section = self.course.section(self.place)
            self.go(Place(section.id, section.questions[0].id, offering_id))

    def _memory_key(self) -> str:
        return f"interview/{self.interview_id}"
