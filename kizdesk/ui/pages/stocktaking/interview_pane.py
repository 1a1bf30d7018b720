"""Show everything about one interview beside the list: form, people, files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.interviews import Interview, InterviewForm, InterviewStatus
from kizdesk.domain.papers import PaperKind
from kizdesk.project.interviews.releasing import put_release, put_status
from kizdesk.project.runner.timing import times_line
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.pages.stocktaking.files_card import FilesCard
from kizdesk.ui.pages.stocktaking.interview_form import groups_of
from kizdesk.ui.pages.stocktaking.people_card import PeopleCard
from kizdesk.ui.pages.stocktaking.people_offered import PeopleOffered
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ScrollPage


class InterviewPane(QWidget):
    """Be the right side of the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offered = PeopleOffered()
        self.form = RecordForm(session, Interview, groups_of(self._offered))
        self.people = PeopleCard(session)
        self.files = FilesCard(session)
        self._times, self._changed = label("", "muted"), label("", "attention")
        self._again = self.tr("Bitte das Protokoll noch einmal schreiben und erneut freigeben lassen.")
        self._invite = button(self.tr("Einladung schreiben"), kind="link", name="interview-invite")
        self._stack, self._page = QStackedWidget(), ScrollPage()
        self.form.set_write("released_on", self._write_release)
        self.form.set_write("status", self._write_status)
        self._build()

    @property
    def interview_id(self) -> str:
        """Return the id of the interview shown."""
        return self.form.record_id or ""

    def show_interview(self, interview_id: str) -> None:
        """Show another interview; an empty id shows none."""
        if interview_id != self.interview_id:
            self.form.flush()
            self._offered.interview_id = interview_id
            self.form.show_record(interview_id or None)
            self._page.verticalScrollBar().setValue(0)
        self._show_cards()
        self._stack.setCurrentIndex(0 if interview_id else 1)

    def show_changed(self, text: str) -> None:
        """Say that the minutes changed since their release; an empty text for no such thing."""
        self._changed.setText(f"{text}. {self._again}" if text else "")
        self._changed.setVisible(bool(text))

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self.form.refresh(changes)
        self.form.editor("person_ids").reload()
        self.form.binding("person_ids").refresh()
        self._show_cards()

    def reveal(self, field: str) -> bool:
        """Put the focus into a field of the form."""
        return self.form.reveal(field)

    def _build(self) -> None:
        card = Card()
        card.body.addWidget(self._changed)
        card.body.addWidget(self._times)
        card.body.addWidget(self._invite, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.form)
        self._changed.setObjectName("interview-changed")
        self._changed.hide()
        self._times.setObjectName("interview-times")
        self._invite.setToolTip(self.tr("Die Kommune mit einem Schreiben in Word zu diesem Gespräch einladen"))
        self._invite.clicked.connect(self._write_invitation)
        for widget in (card, self.people, self.files):
            self._page.body.addWidget(widget)
        self._page.body.addStretch(1)
        nothing = label(self.tr("Bitte links ein Gespräch wählen."), "muted")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._page)
        self._stack.addWidget(nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _write_release(self, interview_id: str, day: date | None, stay: str) -> None:
        put_release(self._session.project, interview_id, day, stay=stay)

    def _write_status(self, interview_id: str, status: InterviewStatus, stay: str) -> None:
        put_status(self._session.project, interview_id, status, stay=stay)

    @Slot()
    def _write_invitation(self) -> None:
        interview = self._session.project.snapshot.find(Interview, self.interview_id)
        if interview is not None:
            self.form.flush()
            self._session.open("output.papers", f"{PaperKind.INVITATION.value}#{interview.municipality_id}")

    def _show_cards(self) -> None:
        self._show_times()
        shown = self._session.project.snapshot.find(Interview, self.interview_id) if self.interview_id else None
        is_talk = shown is not None and shown.form is not InterviewForm.FORM
        self._invite.setVisible(shown is not None and is_talk and shown.status is InterviewStatus.PLANNED)
        self.people.show_interview(self.interview_id)
        self.files.show_interview(self.interview_id)

    def _show_times(self) -> None:
        """Show how long was talked, and about what longest."""
        project = self._session.project
        interview = project.snapshot.find(Interview, self.interview_id) if self.interview_id else None
        words = times_line(project, interview) if interview is not None else ""
        self._times.setText(self.tr("Gesprächszeit: {0}").format(words) if words else "")
        self._times.setVisible(bool(words))
