"""Do what can be done in an interview beside answering."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kizdesk.domain.guide import Repeat
from kizdesk.domain.interviews import AnswerState, Offering
from kizdesk.domain.places import Municipality
from kizdesk.project.records import delete
from kizdesk.project.runner.asking import is_register
from kizdesk.project.runner.choosing import say_no_offerings
from kizdesk.project.runner.head import begin, end, involved, resume
from kizdesk.project.runner.known import known, take_over
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import put_off, question_at
from kizdesk.ui.pages.interview.card import QuestionCard
from kizdesk.ui.pages.interview.walk import Walk

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class Deeds(QObject):
    """Change the interview that is shown; what is refused is said in the bar."""

    def __init__(self, session: Session, walk: Walk, card: QuestionCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._walk, self._card = session, walk, card

    @property
    def can_put_off(self) -> bool:
        """Tell whether the question may be put off: it has an answer of its own."""
        place, project = self._walk.place, self._session.project
        if place is None or place.is_head or self._session.read_only:
            return False
        return not question_at(project, self._walk.interview_id, place).binding

    @property
    def is_at_register(self) -> bool:
        """Tell whether the list of offerings is shown, and may be edited."""
        place = self._walk.place
        if place is None or self._session.read_only:
            return False
        return is_register(self._session.project, self._walk.interview_id, place)

    @property
    def is_without_offerings(self) -> bool:
        """Tell whether somebody said that the municipality has no offerings."""
        place = self._municipality
        return place is not None and place.no_offerings

    @property
    def _municipality(self) -> Municipality | None:
        """Return the municipality spoken with; None for the district itself."""
        interview = self._walk.interview
        return self._session.project.snapshot.find(Municipality, interview.municipality_id) if interview else None

    def begin(self) -> None:
        """Begin the interview if it is planned."""
        if not self._session.read_only and self._session.attempt(self._begin):
            self._session.say_done(self.tr("Das Gespräch hat begonnen."))

    @Slot()
    def end(self) -> None:
        """End the interview, and say what is open."""
        if self._walk.interview is None or not self._card.leave():
            return
        project, interview_id = self._session.project, self._walk.interview_id
        before = project.snapshot
        if not self._session.attempt(partial(_and_true, partial(end, project, interview_id))):
            return
        course = self._walk.course
        opened = course.open_sentence if course is not None else ""
        text = self.tr("Das Gespräch ist beendet. {0}").format(opened).strip()
        if project.snapshot is before:
            self._session.say(text)
        else:
            self._session.say_done(text)

    @Slot()
    def resume(self) -> None:
        """Take the interview up again."""
        interview = self._walk.interview
        if interview is not None and self._card.leave():
            act = partial(resume, self._session.project, interview.id)
            self._session.carry_out(act, self.tr("Das Gespräch geht weiter."))

    @Slot()
    def put_later(self) -> None:
        """Mark the question as to be answered later, or take the mark back."""
        self._put_off(AnswerState.LATER)

    @Slot()
    def decline(self) -> None:
        """Mark that no answer is given, or take the mark back; at the register, that there are no offerings."""
        if self.is_at_register:
            self.say_no_offerings()
        else:
            self._put_off(AnswerState.DECLINED)

    @Slot()
    def say_no_offerings(self) -> None:
        """Hold that the municipality has no offerings, or take that back."""
        place = self._municipality
        if place is not None and not self._session.read_only:
            none = not place.no_offerings
            self._session.attempt(partial(say_no_offerings, self._session.project, place.id, none=none))

    @Slot()
    def take_over(self) -> None:
        """Answer as another conversation did last."""
        self.take_over_from("")

    @Slot(str)
    def take_over_from(self, source_id: str) -> None:
        """Answer as one of the other conversations did; the latest if none is named."""
        place = self._walk.place
        if place is None or self._session.read_only or not self._card.leave():
            return
        project, interview_id = self._session.project, self._walk.interview_id
        found = known(project, interview_id, place)
        if not found:
            self._session.say(self.tr("Zu dieser Frage ist aus anderen Gesprächen nichts bekannt."))
            return
        told = self._session.attempt(partial(take_over, project, interview_id, place, source_id))
        if told:
            self._session.say_done(told)
        self._card.focus_answer()

    @Slot()
    def quote(self) -> None:
        """Take down what somebody says word for word."""
        interview = self._walk.interview
        if interview is not None and self.can_put_off:
            self._card.quote_bar.begin(self._card.marked_words(), involved(self._session.project, interview))

    @Slot()
    def add_offering(self) -> None:
        """Begin with a new offering; it is added with the first answer about it."""
        course = self._walk.course
        if course is None or self._session.read_only or not self._card.leave():
            return
        section = next((it for it in course.guide.sections if it.repeat is Repeat.PER_OFFERING), None)
        if section is not None:
            self._walk.go(Place(section.id, section.questions[0].id, self._session.project.new_id()))

    @Slot(str)
    def remove_offering(self, offering_id: str) -> None:
        """Delete an offering; that can be undone."""
        project = self._session.project
        offering = project.snapshot.find(Offering, offering_id)
        if offering is None or self._session.read_only:
            return
        self._session.attempt(partial(delete, project, Offering, offering_id))
        if project.snapshot.find(Offering, offering_id) is None:
            name = offering.title or self.tr("ohne Namen")
            self._session.say_done(self.tr("Das Angebot „{0}“ ist gelöscht.").format(name))
            self._card.focus_answer()

    def _begin(self) -> bool:
        return begin(self._session.project, self._walk.interview_id)

    def _put_off(self, state: AnswerState) -> None:
        place = self._walk.place
        if place is None:
            return
        if not self.can_put_off:
            self._session.say(self.tr("Diese Angabe gehört zum Gespräch selbst. Bitte sie eintragen oder frei lassen."))
        elif self._card.leave():
            before = self._session.project.snapshot
            made = self._session.attempt(partial(put_off, self._session.project, self._walk.interview_id, place, state))
            if made is not None and (told := self._card.unseen_state):
                self._session.say_done(told, before)


def _and_true(act: Callable[[], object]) -> bool:
    act()
    return True
