"""Hold an interview: one question after the other, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Target
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, AnswerState, Attachment, Interview, InterviewStatus, Offering
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.domain.places import Municipality
from kizdesk.project.runner.asking import largest_asks
from kizdesk.project.runner.choosing import offering_lines
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.head import involved, state_line, title
from kizdesk.project.runner.known import known
from kizdesk.project.runner.places import Place, place_of
from kizdesk.project.runner.replies import answer_at
from kizdesk.project.stocktaking import answer_place
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.interview.actions import key_help, make_actions
from kizdesk.ui.pages.interview.aside import Aside
from kizdesk.ui.pages.interview.attaching import Attacher
from kizdesk.ui.pages.interview.card import QuestionCard
from kizdesk.ui.pages.interview.clock import SectionClock
from kizdesk.ui.pages.interview.deeds import Deeds
from kizdesk.ui.pages.interview.finder import Finder
from kizdesk.ui.pages.interview.frame import Frame
from kizdesk.ui.pages.interview.minutes import MinutesWriter
from kizdesk.ui.pages.interview.open_here import open_here
from kizdesk.ui.pages.interview.scan.desk import ScanDesk
from kizdesk.ui.pages.interview.scan.keys import scan_keys
from kizdesk.ui.pages.interview.sections import Sections
from kizdesk.ui.pages.interview.seeking import Seeker
from kizdesk.ui.pages.interview.speaking import announce
from kizdesk.ui.pages.interview.walk import Walk
from kizdesk.ui.pages.interview.warming import Warmer
from kizdesk.ui.pages.stocktaking.changed import ChangedMinutes
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import EmptyState

_KINDS = (Answer, Interview, Offering, Person, PrivacyConsent, FieldOfAction, Municipality, Attachment)
_OVERVIEW, _MATRIX = "stocktaking.interviews", "stocktaking.matrix"
_RUNNING, _ENDED, _RELEASED = (
    ("open-list", "end", "scan", "previous", "next"),
    ("open-list", "minutes", "resume", "scan", "overview"),
    ("open-list", "minutes", "scan", "overview"),
)


class RunnerPage(Page):
    """Be the page of one interview: sections, question, and what is known beside it."""

    kinds: ClassVar[frozenset[str]] = frozenset({"answer", "attachment"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._told: tuple[object, ...] = ()
        self._counted = ""
        self._changed: Place | None = None
        theme = session.theme
        self._sections, self._finder, self._aside = Sections(theme), Finder(theme), Aside(theme)
        self._card = QuestionCard(session)
        self._empty = EmptyState(
            self.tr("Hier wird ein Gespräch geführt. Bitte zuerst eines auswählen."), self.tr("Zu den Gesprächen")
        )
        self._frame = Frame(session, self._sections, self._card, self._finder, self._aside)
        self._walk = Walk(session, self._card.leave, self)
        self._seeker = Seeker(self._walk, self._card, self._sections, self._finder, self._frame, self)
        self._deeds = Deeds(session, self._walk, self._card, self)
        self._warmer = Warmer(self._card.prepare, self)
        self._attacher = Attacher(session, self._walk, self._card, self)
        self._since_release = ChangedMinutes(session, "interview.changed", self)
        self._minutes = MinutesWriter(session, self._walk, self)
        self._clock = SectionClock(session, self._walk, self)
        self._scan = ScanDesk(session, self._walk, self._frame, self._card, self)
        self._actions = make_actions(self, self._handlers())
        self._build()
        self._connect()

    @property
    def place(self) -> Place | None:
        """Return the stop that is shown."""
        return self._walk.place

    def heading(self) -> Heading:
        """Return municipality, day, form, people and guide."""
        interview = self._walk.interview
        if interview is None:
            return Heading(self.tr("Gespräch"))
        project = self.session.project
        changed = self._since_release.counts.get(interview.id, 0)
        return Heading(title(project, interview), state_line(project, self.session.labels, interview, changed))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the list of what is open, ending, the question before and the next; behind the end the way on."""
        interview = self._walk.interview
        if interview is None:
            return ()
        names = {InterviewStatus.DONE: _ENDED, InterviewStatus.RELEASED: _RELEASED}.get(interview.status, _RUNNING)
        return tuple(self._actions[name] for name in names)

    def main_action(self) -> QAction | None:
        """Return the next question; behind the end the overview."""
        return next(reversed(self.actions_shown()), None)

    def way_back(self) -> str:
        """Say where Zurück leads."""
        return self.tr("Zu den Angeboten") if self._walk.is_on_offering else self.tr("Zu den Gesprächen")

    def missing(self) -> tuple[str, Target | None] | None:
        """Say how many questions are open, and lead to the first."""
        course = self._walk.course
        if course is None:
            return "", None
        opened = course.open_places()
        if not opened:
            return course.open_sentence, None
        return course.open_sentence, course.target(opened[0])

    def help_text(self) -> str:
        """Say how an interview is held."""
        return self.tr(
            "Hier wird ein Gespräch geführt, eine Frage nach der anderen. Jede Antwort wird sofort gespeichert. "
            "Strg+Eingabe geht weiter, Ziffern kreuzen an. Links stehen die Abschnitte, rechts steht, was aus anderen "
            "Gesprächen bekannt ist, wer teilnimmt und welche Fragen dieses Abschnitts beantwortet sind. Ist das "
            "Gespräch beendet, schreibt „Protokoll schreiben“ die Word-Datei, die die Kommune liest und freigibt."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the interview."""
        return (*key_help(), *scan_keys())

    def open(self, argument: str) -> None:
        """Show an interview, begin it if it is planned, and go on where it was left.

        Behind the id may stand ``#`` and the key of a place to begin at.
        """
        interview_id, _, key = argument.partition("#")
        if self._walk.take(interview_id):
            self._deeds.begin()
            self._walk.rebuild()
            place = place_of(key)
            if place is None or not self._walk.go(place):
                self._walk.begin()
            self._warmer.begin(largest_asks(self.session.project, interview_id))
        elif interview_id and self._walk.interview is None:
            self._lose()

    def way_here(self) -> str:
        """Return the interview with the stop that is shown."""
        place = self._walk.place
        return f"{self._walk.interview_id}#{place.key}" if place is not None and self._walk.interview_id else ""

    def reveal(self, target: Target) -> bool:
        """Show the question of an answer or of an attached file."""
        snapshot = self.session.project.snapshot
        identity = target.id
        if target.kind == "attachment":
            identity = next((it.id for it in snapshot.all(Answer) if target.id in it.attachment_ids), "")
            file = snapshot.find(Attachment, target.id)
            if not identity and file is not None and file.interview_id:
                self.session.open(_OVERVIEW, file.interview_id)
                return True
        found = answer_place(snapshot, identity) if identity else None
        if found is None or not self._walk.take(found.interview_id) or self._walk.course is None:
            return False
        return self._walk.go(self._walk.course.stop_of(found))

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the interview anew, if something of it changed."""
        self._changed = None
        if not self._walk.interview_id or (changes and not any(_concerns(change) for change in changes)):
            return
        if self._walk.interview is None:
            self._lose()
            return
        before = self._walk.course
        self._count_changed()
        self._walk.rebuild()
        self._note_changed(before)
        if self._walk.course is not None and self._walk.follow():
            self._card.refresh(self._walk.course)
            self._show_around()

    def go_back(self) -> bool:
        """Go from the questions on an offering to the list of offerings, from others to the interview in the list."""
        place, interview = self._walk.place, self._walk.interview
        if place is not None and self._walk.is_on_offering:
            return self._walk.go(Place(place.section_id))
        if interview is not None:
            self.session.open(_OVERVIEW, interview.id)
        return interview is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digits and letters that no text took; Esc leaves a text or a list."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and (self._seeker.escape() or self._card.leave_text()):
            return
        if control and event.key() == Qt.Key.Key_F:
            self._seeker.begin()
        elif self._frame.is_finding or not self._card.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the columns on a small window."""
        super().resizeEvent(event)
        self._frame.fold(self.width())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty, 1)
        column.addWidget(self._frame, 1)
        self._empty.setProperty("ground", "card")
        self._frame.hide()
        self._scan.name_by_state(self._actions["scan"])
        self._card.offer(*(self._actions[name] for name in ("quote", "later", "declined")))

    def _connect(self) -> None:
        self._empty.begun.connect(self._to_overview)
        self.session.undone.connect(self._show_changed)
        self.session.redone.connect(self._show_changed)
        self._walk.moved.connect(self._show)
        self._since_release.came.connect(self._tell_heading)
        self._sections.chosen.connect(self._walk.jump)
        self._aside.chosen.connect(self._walk.jump)
        self._aside.taken.connect(self._deeds.take_over_from)
        self._card.went_on.connect(self._walk.go_on)
        self._card.register.added.connect(self._deeds.add_offering)
        self._card.register.opened.connect(self._walk.open_offering)
        self._card.register.removed.connect(self._deeds.remove_offering)
        self._card.register.none_said.connect(self._deeds.say_no_offerings)

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        walk, deeds = self._walk, self._deeds
        return {
            "next": walk.go_on,
            "previous": walk.go_back,
            "next-open": walk.go_open,
            "open-list": self._seeker.list_open,
            "sections": self._seeker.list_sections,
            "section-up": partial(self._step_section, -1),
            "section-down": partial(self._step_section, 1),
            "quote": deeds.quote,
            "later": deeds.put_later,
            "declined": deeds.decline,
            "note": self._card.focus_note,
            "take": deeds.take_over,
            "offering": deeds.add_offering,
            "scan": self._scan.toggle,
            "end": self._end,
            "resume": deeds.resume,
            "minutes": self._minutes.write,
            "overview": partial(self.session.open, _MATRIX),
        }

    @Slot()
    def _show(self) -> None:
        course, place = self._walk.course, self._walk.place
        if course is None or place is None:
            return
        self.session.moved_on.emit()
        if self._counted != self._walk.interview_id:
            self._count_changed()
        self._empty.hide()
        self._frame.show()
        self._frame.show_finder(on=False)
        self._card.show_place(course, self._walk.interview_id, place)
        self._show_around()
        self._card.focus_answer()
        announce(self._card, self._card.spoken)

    def _show_around(self) -> None:
        course, place, interview = self._walk.course, self._walk.place, self._walk.interview
        if course is None or place is None or interview is None:
            return
        project, read_only = self.session.project, self.session.read_only
        self._sections.show_course(course, place, interview)
        self._card.register.show_offerings(
            offering_lines(project, interview), none=self._deeds.is_without_offerings, read_only=read_only
        )
        found = () if self._walk.is_on_offering else known(project, interview.id, place)
        self._aside.show_known(found, read_only=read_only)
        self._aside.show_people(involved(project, interview))
        self._aside.show_open(open_here(course, place))
        self._scan.follow()
        self._show_states(place)
        told = (self.heading(), self.missing(), self._actions["later"].isEnabled(), self.way_back())
        if told != self._told:
            self._told = told
            self.heading_changed.emit()

    def _count_changed(self) -> None:
        """Count what changed since the release, if there was one."""
        interview, self._counted = self._walk.interview, self._walk.interview_id
        if interview is not None and (interview.released_on is not None or self._since_release.counts):
            self._since_release.refresh()

    @Slot()
    def _tell_heading(self) -> None:
        self.heading_changed.emit()

    def _show_states(self, place: Place) -> None:
        answer = answer_at(self.session.project, self._walk.interview_id, place)
        state = answer.state if answer is not None and not place.is_head else None
        possible = self._deeds.can_put_off
        for name, wanted in (("later", AnswerState.LATER), ("declined", AnswerState.DECLINED)):
            self._actions[name].setChecked(state is wanted)
            self._actions[name].setEnabled(possible)
        self._actions["declined"].setEnabled(possible or self._deeds.is_at_register)
        self._actions["quote"].setEnabled(possible)
        course = self._walk.course
        self._actions["previous"].setEnabled(course is not None and course.before(place) is not None)

    def _note_changed(self, before: Course | None) -> None:
        """Remember where an answer changed, unless it is the one shown."""
        course = self._walk.course
        found = course.changed_since(before) if course is not None and before is not None else ()
        self._changed = next(iter(found), None) if self._walk.place not in found else None

    @Slot()
    def _show_changed(self) -> None:
        changed, self._changed = self._changed, None
        if changed is not None and self.isVisible():
            self._walk.turn_to(changed)

    @Slot()
    def _end(self) -> None:
        self._deeds.end()
        self._seeker.list_left()

    def _lose(self) -> None:
        self._warmer.end()
        self._walk.drop()
        self._card.forget()
        self._frame.hide()
        self._empty.show()
        self.heading_changed.emit()
        self.session.say(self.tr("Dieses Gespräch gibt es nicht mehr. Bitte ein anderes wählen."), kind="attention")
        self._to_overview()

    @Slot()
    def _to_overview(self) -> None:
        self.session.open(_OVERVIEW)

    def _step_section(self, step: int) -> None:
        key = self._sections.neighbour(step)
        if key:
            self._walk.jump(key)


def _concerns(change: Change) -> bool:
    return isinstance(change.record, _KINDS) if isinstance(change, Create) else issubclass(change.record_type, _KINDS)
