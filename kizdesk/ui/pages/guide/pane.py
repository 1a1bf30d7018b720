"""Show the form of the question or section chosen, with what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QWidget

from kizdesk.project.guides.questions import is_new
from kizdesk.project.guides.sections import why_section_stays
from kizdesk.project.guides.ties import why_it_stays
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.pages.guide.bench import Bench
from kizdesk.ui.pages.guide.fields import Fields
from kizdesk.ui.pages.guide.question_form import QuestionForm
from kizdesk.ui.pages.guide.section_form import SectionForm
from kizdesk.ui.pages.guide.tree_model import Node
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button, icon_button
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage


class GuidePane(Card):
    """Be the card beside the tree."""

    copy_asked = Signal()
    drop_asked = Signal()
    back_asked = Signal()
    step_asked = Signal(int)
    """The question or section shall go one place up (-1) or down (1)."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__("", parent)
        self._session = session
        self.bench = Bench(session)
        self.question_form = QuestionForm(session, self.bench, delay=delay)
        self.section_form = SectionForm(session, self.bench, delay=delay)
        self._pages: dict[Fields, ScrollPage] = {form: ScrollPage() for form in (self.question_form, self.section_form)}
        self._stack = QStackedWidget(self)
        self._empty = EmptyState(self.tr("Bitte links eine Frage oder einen Abschnitt wählen."))
        self._where = ElidedLabel("", "small")
        self._gone = label("", "attention")
        self._up = self._arrow("up", self.tr("Nach oben (Alt+Pfeil auf)"))
        self._down = self._arrow("down", self.tr("Nach unten (Alt+Pfeil ab)"))
        self._copy = self._button(self.tr("Duplizieren"), self.tr("Eine Kopie dahinter stellen (Strg+D)"), "copy")
        self._drop = self._button(self.tr("Herausnehmen"), self.tr("Nicht mehr fragen (Entf)"), "drop")
        self._back = self._button(self.tr("Wieder aufnehmen"), self.tr("Wieder fragen"), "back")
        self._fill()
        session.theme.changed.connect(self._claim_width)
        for made, step in ((self._up, -1), (self._down, 1)):
            made.clicked.connect(partial(self._ask_step, step))
        self._copy.clicked.connect(self.copy_asked)
        self._drop.clicked.connect(self.drop_asked)
        self._back.clicked.connect(self.back_asked)

    @property
    def form(self) -> Fields | None:
        """Return the form shown."""
        return next((form for form, page in self._pages.items() if page is self._stack.currentWidget()), None)

    def show_node(self, node: Node | None) -> None:
        """Show the form of a question or section; None teaches."""
        bench = self.bench
        question_id = node.question.id if node is not None and node.question is not None else ""
        section_id = node.section.id if node is not None and node.question is None else ""
        if (question_id, section_id) == (bench.question_id, bench.section_id) and self.form is not None:
            self.refresh()
            return
        self.flush()
        bench.question_id, bench.section_id = question_id, section_id
        if question_id:
            self.question_form.show_question()
            self._turn_to(self.question_form)
        elif section_id:
            self.section_form.show_section()
            self._turn_to(self.section_form)
        else:
            self._stack.setCurrentWidget(self._empty)
        self._show_head()

    def refresh(self) -> None:
        """Show what changed."""
        if self.bench.question_id:
            self.question_form.refresh_question()
        elif self.bench.section_id:
            self.section_form.refresh_section()
        self._show_head()

    def flush(self) -> None:
        """Write what is typed; what is refused is said, for the form may go."""
        form = self.form
        if form is not None:
            form.flush()

    def focus_first(self, *, chosen: bool = False) -> None:
        """Put the focus into the first field, its text chosen where it shall be typed over."""
        form = self.form
        if form is None:
            return
        name = "text" if form is self.question_form else "section-title"
        editor = form.cell(name).editor
        editor.setFocus()
        if chosen:
            editor.choose_text()

    def reveal(self, field: str) -> bool:
        """Put the focus into a field; returns False if there is none."""
        form = self.form
        return form is not None and form.reveal(field)

    def _claim_width(self) -> None:
        """Never let the columns cut a form off at its right."""
        for form, page in self._pages.items():
            beside = page.verticalScrollBar().sizeHint().width() + page.body.contentsMargins().right()
            page.setMinimumWidth(form.minimumSizeHint().width() + beside)

    def _turn_to(self, form: Fields) -> None:
        page = self._pages[form]
        self._stack.setCurrentWidget(page)
        page.verticalScrollBar().setValue(0)
        self._claim_width()

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._session.theme.sizes.unit)
        row.addWidget(self._where, 1)
        for made in (self._up, self._down, self._copy, self._drop, self._back):
            row.addWidget(made)
        self.body.addLayout(row)
        self.body.addWidget(self._gone)
        self.body.addWidget(self._stack, 1)
        self._stack.addWidget(self._empty)
        for form, page in self._pages.items():
            page.body.addWidget(form)
            self._stack.addWidget(page)
        self._show_head()

    def _button(self, text: str, tip: str, name: str) -> QPushButton:
        made = button(text, kind="quiet", tip=tip, name=f"guide.{name}")
        set_look(made, "dense", "true")
        made.setEnabled(not self._session.read_only)
        return made

    def _arrow(self, sign: str, tip: str) -> QToolButton:
        made = icon_button(self._session.theme.icon(sign, "muted"), tip, name=f"guide.{sign}")
        made.setEnabled(not self._session.read_only)
        return made

    def _ask_step(self, step: int) -> None:
        self.step_asked.emit(step)

    def _show_head(self) -> None:
        question, section, home = self.bench.question, self.bench.section, self.bench.home
        for made in (self._up, self._down):
            made.setVisible(question is not None or section is not None)
        asked = question is not None and not question.retired
        own = question is not None and not question.binding
        self._copy.setVisible(asked and own)
        stays = why_it_stays(self.bench.guide, question) if question is not None else ""
        deletable = section is not None and not why_section_stays(self._session.project, section.id)
        self._drop.setVisible(asked or deletable)
        self._drop.setEnabled(not self._session.read_only and not stays)
        self._back.setVisible(question is not None and question.retired)
        if question is not None and home is not None:
            new = asked and is_new(self._session.project, question.id)
            self._drop.setText(self.tr("Löschen") if new else self.tr("Herausnehmen"))
            self._drop.setToolTip(stays or self.tr("Nicht mehr fragen; frühere Antworten bleiben erhalten (Entf)"))
            number = self.tr("Entfallen") if question.retired else question.number
            self._where.setText(f"{number} · {home.letter} {home.title}")
        elif section is not None:
            self._drop.setText(self.tr("Löschen"))
            self._drop.setToolTip(self.tr("Den neuen Abschnitt mit seinen Fragen löschen (Entf)"))
            self._where.setText(self.tr("Abschnitt {0}").format(section.letter))
        else:
            self._where.setText("")
        self._drop.setAccessibleName(self._drop.text())
        self._drop.setAccessibleDescription(self._drop.toolTip())
        told = self.tr("Diese Frage ist entfallen: Sie wird nicht mehr gestellt. Frühere Antworten bleiben erhalten.")
        self._gone.setText(told if question is not None and question.retired else "")
        self._gone.setVisible(question is not None and question.retired)
