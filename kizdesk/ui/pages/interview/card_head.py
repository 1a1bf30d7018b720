"""Show where a question stands, the question itself, its hint, and whether it was put off."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.counting import is_by_itself, is_required
from kizdesk.domain.guide import Question, Repeat
from kizdesk.domain.interviews import AnswerState, Offering
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.asking import ask_at, is_register
from kizdesk.project.runner.asleep import left_out_words
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.known import taken_words
from kizdesk.project.runner.noted import noted_words
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.printed import printed_words
from kizdesk.project.runner.replies import answer_at
from kizdesk.project.runner.words import closed
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

_SIZES = Sizes()
_ROOM = "\N{NO-BREAK SPACE}"
"""Keeps the line in which it is said that a question is put off, so that nothing moves under the pointer."""


class CardHead(QWidget):
    """Be the upper part of the card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = label("", "muted")
        self._question = label("", "question")
        self._duty = label("", "strong")
        self._hint = label("", "muted")
        self._state = label("", "attention")
        self.put_off = label("", "attention")
        """Says that the question is put off now; it stands below the buttons that do so, where it moves nothing."""
        self.origin = label("", "muted")
        """Says where the answer was taken from, or what a form said without a place; it stands below the answer."""
        self._shown: tuple[str, Place] | None = None
        self._came_put_off = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        self._question.setObjectName("question")
        self._where.setObjectName("where")
        self._duty.setObjectName("duty")
        self._hint.setObjectName("hint")
        self._state.setObjectName("state")
        self.put_off.setObjectName("put-off")
        self.origin.setObjectName("origin")
        for widget in (self._where, self._question, self._duty, self._hint, self._state):
            column.addWidget(widget)

    @property
    def question(self) -> str:
        """Return the words of the question."""
        return self._question.text()

    @property
    def details(self) -> str:
        """Return place, duty, hint, state and origin in one line, for screen readers."""
        parts = (self._where, self._duty, self._hint, self._state, self.put_off, self.origin)
        return ". ".join(text.rstrip(".") for part in parts if (text := part.text().strip()))

    @property
    def spoken(self) -> str:
        """Return all of it."""
        return f"{self._where.text()}. {self._question.text()}"

    def show_place(self, project: OpenProject, course: Course, interview_id: str, place: Place) -> None:
        """Show a question or the head of a section."""
        section = course.section(place)
        title = f"{section.letter}  {section.title}"
        if is_register(project, interview_id, place):
            asked = self.tr("Welche Projekte und Angebote gibt es in der Kommune?")
            self._show(title, asked, "", closed(section.hint))
            return
        question = ask_at(project, interview_id, place).question
        steps = self._steps(course, place, question)
        self._show(
            " · ".join(filter(None, [title, self._scope(project, course, place), steps])),
            question.text,
            self.tr("Pflichtangabe") if is_required(question) else "",
            " ".join(
                filter(
                    None,
                    [
                        closed(question.hint),
                        self._reason(course, question),
                        printed_words(project, course.guide, question),
                    ],
                )
            ),
            *self._states(project, course, interview_id, place),
            taken_words(project, interview_id, place) or noted_words(project, interview_id, place),
        )

    def _show(self, *texts: str) -> None:
        """Show the texts in the order of the widgets; those left out are empty."""
        widgets = (self._where, self._question, self._duty, self._hint, self._state, self.put_off, self.origin)
        for number, widget in enumerate(widgets):
            text = texts[number] if number < len(texts) else ""
            if widget.text() != text:
                widget.setText(text)
            widget.setVisible(bool(text))

    def _steps(self, course: Course, place: Place, question: Question) -> str:
        """Say the how manieth question of how many it is, and which numbers are left out before it."""
        number, count = course.counted(place)
        counted = self.tr("{0} von {1}").format(number, count) if number else ""
        if not number and course.holds(place) and not place.is_head:
            counted = self.tr("vorab eingetragen") if is_by_itself(question) else self.tr("nach dem Gespräch")
        told = ", ".join(filter(None, [counted, left_out_words(course, place)]))
        return self.tr("Frage {0} ({1})").format(question.number, told) if told else ""

    def _reason(self, course: Course, question: Question) -> str:
        """Say why a question is asked that is not asked of everybody."""
        if question.condition is None:
            return ""
        asked = course.guide.question(question.condition.question_id)
        return self.tr("Diese Frage folgt aus der Antwort auf {0}.").format(asked.number)

    def _scope(self, project: OpenProject, course: Course, place: Place) -> str:
        if not place.scope_id:
            return ""
        if course.section(place).repeat is Repeat.PER_OFFERING:
            offering = project.snapshot.find(Offering, place.scope_id)
            return (offering.title if offering is not None else "") or self.tr("neues Angebot")
        line = course.line(place)
        return line.scope_title if line is not None else ""

    def _states(self, project: OpenProject, course: Course, interview_id: str, place: Place) -> tuple[str, str]:
        """Return what stands above the answer and what below: above what held when the question came up."""
        if place in course.hidden:
            words = self.tr(
                "Derzeit nicht gefragt, weil eine frühere Antwort dagegen spricht. Die Antwort bleibt erhalten, "
                "wird aber weder gezählt noch gedruckt."
            )
            return words, ""
        words = self.put_off_text(project, interview_id, place)
        if self._shown != (interview_id, place):
            self._shown, self._came_put_off = (interview_id, place), bool(words)
        return (words or _ROOM, "") if self._came_put_off else ("", words or _ROOM)

    def put_off_text(self, project: OpenProject, interview_id: str, place: Place) -> str:
        """Return what is said of an answer that is not given now; empty for any other."""
        answer = answer_at(project, interview_id, place) if not place.is_head else None
        match answer.state if answer is not None else None:
            case AnswerState.LATER:
                return self.tr("Die Antwort wird nachgereicht.")
            case AnswerState.DECLINED:
                return self.tr("Dazu wird keine Angabe gemacht.")
            case _:
                return ""
