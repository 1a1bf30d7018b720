"""List what forms the municipalities got and what came back, and write new ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.interviews import Attachment, Interview
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality
from kizdesk.project.forms.register import (
    FormRow,
    FormState,
    form_rows,
    overdue_text,
    state_text,
    wish_again,
)
from kizdesk.project.forms.scans import note_back
from kizdesk.project.forms.sending import SendForms
from kizdesk.project.forms.wish import FormWish, advice
from kizdesk.project.output.writing import Written
from kizdesk.ui.forms.options import MANY
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.forms.columns import COLUMNS, key_of
from kizdesk.ui.pages.forms.returned_asking import ask_files
from kizdesk.ui.pages.forms.returned_files import RETURNED, packed
from kizdesk.ui.pages.forms.teaching import lesson
from kizdesk.ui.pages.forms.wish_sheet import WishSheet
from kizdesk.ui.pages.forms.writing import FormWriter
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.search import SearchField

_KINDS = (FormIssue, Interview, Attachment, Municipality, Person, District)
_EMPTY, _LIST, _SHEET = range(3)
_MOST_REMARKS = 3
"""So many files that were kept are named one by one."""


class FormsPage(Page):
    """Be the page of the forms that are sent to municipalities."""

    kinds: ClassVar[frozenset[str]] = frozenset({"form_issue"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows: tuple[FormRow, ...] = ()
        self._advice: tuple[str, ...] = ()
        self._folder = Path()
        self._table: TableView[FormRow] = TableView(COLUMNS, key_of, session.theme, session.memory, "forms.sent")
        self._search = SearchField(session.theme, self.tr("Kommune suchen …"))
        self._bar = MessageBar(session.theme, seconds=0)
        self._sheet = WishSheet(session)
        self._writer = FormWriter(session, self)
        self._stack, self._empty = QStackedWidget(), EmptyState("")
        self._again = self.make_action("", self._send_again, name="forms-again")
        self._back = self.make_action(self.tr("Als zurück vermerken"), self._note_back, name="forms-back")
        self._read = self.make_action(self.tr("Rückläufe einlesen …"), self._ask_files, name="forms-read")
        self._send = self.make_action(self.tr("Formulare ausgeben"), self.begin, name="forms-send")
        self._build()
        self._connect()

    @property
    def table(self) -> TableView[FormRow]:
        """Return the list."""
        return self._table

    @property
    def sheet(self) -> WishSheet:
        """Return the form that asks what shall be written."""
        return self._sheet

    def heading(self) -> Heading:
        """Return how many forms are where."""
        return Heading(self.tr("Formulare"), state_text(self._rows) if self._rows else "")

    def actions_shown(self) -> Sequence[QAction]:
        """Return what can be done, unless the page teaches."""
        return () if self._is_bare() else (self._back, self._again, self._read, self._send)

    def main_action(self) -> QAction | None:
        """Return writing forms, unless the form for that is open."""
        return self._send if self._stack.currentIndex() == _LIST else None

    def missing(self) -> tuple[str, Target | None] | None:
        """Return whose forms are overdue; None leaves that line to the step."""
        late = [row for row in self._rows if row.state is FormState.OVERDUE]
        if not late:
            return None
        return overdue_text(late), Target(Step.STOCK_TAKING, "form_issue", late[0].issue_id)

    def help_text(self) -> str:
        """Say what forms are for and how they go out and come back."""
        return self.tr(
            "Wer nicht befragt werden kann, antwortet schriftlich: Für jede Kommune entsteht ein PDF-Formular mit den "
            "Fragen des Leitfadens und dem, was schon bekannt ist, auf Wunsch mit Anschreiben. Verschickt werden die "
            "Dateien mit dem eigenen E-Mail-Programm. Zurückgesandte Formulare lesen Sie hier ein oder ziehen sie auf "
            "das Fenster. Ist die Rückgabe überfällig, lässt sich das Formular mit neuer Frist noch einmal ausgeben; "
            "auch das frühere gilt dann noch. „Als zurück vermerken“ ist für Formulare, die auf Papier oder auf "
            "anderem Weg zurückkamen: Sie werden nicht mehr angemahnt und im Gespräch abgetippt."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of list and form."""
        return (
            KeyHelp(
                self.tr("Eingabe"), self.tr("in der Liste: das zurückgesandte Formular zeigen oder eines ausgeben")
            ),
            KeyHelp(self.tr("Strg+C"), self.tr("gewählte Zeilen mit Überschriften kopieren")),
            KeyHelp(self.tr("Strg+Eingabe"), self.tr("im Formular: Formulare ausgeben")),
            KeyHelp(self.tr("Esc"), self.tr("das Formular verlassen; Angefangenes bleibt darin stehen")),
        )

    def reveal(self, target: Target) -> bool:
        """Show the municipality of a form."""
        issue = self.session.project.snapshot.find(FormIssue, target.id)
        if issue is None or not self._table.reveal(issue.municipality_id):
            return False
        self._leave()
        self._table.setFocus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the list anew if it is concerned."""
        if changes and not any(_concerns(change) for change in changes):
            return
        self._rows = form_rows(self.session.project)
        self._search.setVisible(len(self._rows) > MANY)
        self._table.show_rows(self._rows)
        if self._stack.currentIndex() != _SHEET:
            self._show_list()
        late, may = sum(row.state is FormState.OVERDUE for row in self._rows), not self.session.read_only
        text = self.tr("Überfälliges erneut ausgeben") if late == 1 else self.tr("{0} überfällige erneut ausgeben")
        self._again.setText(text.format(late))
        self._again.setVisible(bool(late))
        self._again.setEnabled(may)
        self._send.setEnabled(may)
        self._teach()
        self._follow()
        self.heading_changed.emit()

    @Slot()
    def begin(self) -> None:
        """Open the form; several municipalities chosen in the list are proposed in it."""
        chosen = self._table.selected_rows
        self._open_sheet(wish_again(self.session.project, chosen) if len(chosen) > 1 else None)

    def place_to_go_on(self) -> QWidget | None:
        """Return the list, unless the form is open."""
        return self._table if self._stack.currentIndex() == _LIST else None

    def go_back(self) -> bool:
        """Leave the open form first."""
        return self._leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of files only until another page is looked at; the log of changes and the folder keep them."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._bar.clear()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        self._again.setToolTip(self.tr("Mit neuer Frist noch einmal ausgeben, was nicht zurückgekommen ist"))
        self._back.setToolTip(
            self.tr("Für Formulare, die auf Papier oder auf anderem Weg zurückkamen; abgetippt werden sie im Gespräch")
        )
        self._back.setPriority(QAction.Priority.LowPriority)
        self._read.setToolTip(self.tr("Ausgefüllte PDF-Formulare wählen, auch mehrere"))
        self._search.setObjectName("forms-search")
        self._table.setObjectName("forms-list")
        self._table.setAccessibleName(self.tr("Formulare der Kommunen"))
        self._empty.setProperty("ground", "card")
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap)
        column.addWidget(self._bar)
        column.addWidget(self._search)
        column.addWidget(self._table, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._sheet)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self._search.searched.connect(self._table.look_for)
        self._search.left_down.connect(self._table.setFocus)
        self._table.row_activated.connect(self._open_row)
        self._table.selectionModel().selectionChanged.connect(self._follow)
        self._empty.begun.connect(self._leave_empty)
        self._empty.begun_otherwise.connect(self._ask_files)
        self._sheet.wished.connect(self._write)
        self._sheet.closed.connect(self._leave)
        self._writer.written.connect(self._show_written)
        self._writer.refused.connect(self._tell_refused)
        self._writer.turned.connect(self._allow)
        self._bar.acted.connect(self._open_folder)

    def _is_bare(self) -> bool:
        """Tell whether the page teaches: no form was ever written."""
        return all(row.state is FormState.NONE for row in self._rows)

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(_EMPTY if self._is_bare() else _LIST)

    def _teach(self) -> None:
        told = lesson(self.session)
        self._empty.show_text(told.sentence, told.begin, told.other)

    @Slot()
    def _leave_empty(self) -> None:
        page = lesson(self.session).page
        if page:
            self.session.open(page)
        else:
            self.begin()

    @Slot()
    def _send_again(self) -> None:
        late = [row for row in self._rows if row.state is FormState.OVERDUE]
        self._open_sheet(wish_again(self.session.project, late))

    @Slot()
    def _follow(self) -> None:
        """Offer to note as back what is on its way; the button stays in its place where nothing is."""
        may = bool(self._on_the_way()) and self._stack.currentIndex() == _LIST and not self.session.read_only
        self._back.setEnabled(may)

    def _on_the_way(self) -> list[FormRow]:
        """Return what is chosen of the forms that are not back."""
        return [row for row in self._table.selected_rows if row.state in (FormState.OUT, FormState.OVERDUE)]

    @Slot()
    def _note_back(self) -> None:
        rows = self._on_the_way()
        if not rows:
            return
        told = self.tr("Das Formular von {0} ist als zurück vermerkt. Abgetippt wird es im Gespräch.")
        if len(rows) > 1:
            told = self.tr("{0} Formulare sind als zurück vermerkt. Abgetippt werden sie im Gespräch.")
        ids = tuple(row.municipality_id for row in rows)
        told = told.format(len(rows) if len(rows) > 1 else rows[0].name)
        self.session.carry_out(partial(note_back, self.session.project, ids), told)

    @Slot(object)
    def _open_row(self, row: FormRow) -> None:
        if row.interview_id:
            self.session.open("interview.runner", row.interview_id)
        elif not self.session.read_only:
            self._open_sheet(wish_again(self.session.project, (row,)))

    def _open_sheet(self, wish: FormWish | None) -> None:
        self._bar.clear()
        self._sheet.begin(self._rows, wish)
        self._stack.setCurrentIndex(_SHEET)
        self._follow()
        self._allow()
        self._sheet.first.setFocus()
        self.heading_changed.emit()

    @Slot()
    def _leave(self) -> bool:
        if self._stack.currentIndex() != _SHEET:
            return False
        self._show_list()
        self._follow()
        (self._table if self._stack.currentIndex() == _LIST else self._empty).setFocus()
        self.heading_changed.emit()
        return True

    @Slot(object, object)
    def _write(self, wish: FormWish, folder: Path) -> None:
        self._advice, self._folder = advice(self.session.project, wish), folder
        self._writer.write(SendForms(wish, folder))

    @Slot()
    def _allow(self) -> None:
        self._sheet.allow(writing=self._writer.is_busy)

    @Slot(str)
    def _tell_refused(self, sentence: str) -> None:
        self._sheet.refuse(sentence)
        if not self._sheet.isVisible():  # left while the forms were written
            self.session.say(sentence, kind="problem")

    @Slot(object)
    def _show_written(self, written: tuple[Written, ...]) -> None:
        self._sheet.close_done()
        forms = sum(file.path.suffix == ".pdf" for file in written)
        letters = len(written) - forms
        told = self.tr("Ein Formular") if forms == 1 else self.tr("{0} Formulare").format(forms)
        if letters:
            told += self.tr(" und ein Anschreiben") if letters == 1 else self.tr(" und {0} Anschreiben").format(letters)
        remarks = [remark for file in written for remark in file.remarks]
        if len(remarks) > _MOST_REMARKS:
            kept = self.tr("{0} frühere Dateien wurden vielleicht bearbeitet und bleiben unter anderem Namen erhalten.")
            remarks = [kept.format(len(remarks))]
        place = self.tr("Die Dateien liegen in „{0}“.").format(self._folder)
        text = " ".join((place, *remarks, *self._advice))
        self._bar.say(text, "done", self.tr("Ordner öffnen"))
        self.session.say_done(self.tr("{0} geschrieben.").format(told))

    @Slot()
    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            self.session.say(
                self.tr("Der Ordner lässt sich nicht zeigen: „{0}“.").format(self._folder), kind="attention"
            )

    @Slot()
    def _ask_files(self) -> None:
        if files := ask_files(self, self.session.memory):
            self.session.open(RETURNED, packed(files))


def _concerns(change: Change) -> bool:
    kind = type(change.record) if isinstance(change, Create) else change.record_type
    return issubclass(kind, _KINDS)
