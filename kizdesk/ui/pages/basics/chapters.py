"""Show the chapters with the state of their texts, and edit the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.versions import ChapterText
from kizdesk.project.basics.chapters import NEEDS_TEXT, ChapterRow, ChapterState, chapter_rows, renew_proposals
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.basics.chapter_desk import AFTER, ChapterDesk
from kizdesk.ui.pages.basics.links import number_text
from kizdesk.ui.pages.basics.touched import touches
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.cards import Card, ListCard
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.messages import MessageBar

_ROLES = {ChapterState.EMPTY: "attention", ChapterState.PROPOSED: "muted", ChapterState.EDITED: "done"}
_WORK = frozenset({ChapterState.EMPTY, ChapterState.PROPOSED})
"""States in which a chapter still needs somebody."""


class ChaptersPage(Page):
    """Be the list of chapters with the text of one beside it."""

    kinds = frozenset({"chapter_text"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows: tuple[ChapterRow, ...] = ()
        self._table: TableView[ChapterRow] = TableView(
            self._columns(), _key, session.theme, session.memory, "basics.chapters"
        )
        self._desk = ChapterDesk(session)
        self._bar = MessageBar(session.theme, closable=False, seconds=0)
        self._build()
        self._connect()
        self.refresh(())

    def heading(self) -> Heading:
        """Return title and state."""
        counts = {state: sum(row.state is state for row in self._rows) for state in ChapterState}
        edited = counts[ChapterState.EDITED]
        parts = [
            number_text(
                sum(row.state in NEEDS_TEXT for row in self._rows),
                self.tr("Ein Kapitel mit Text"),
                self.tr("{0} Kapitel mit Text"),
            ),
            self.tr("{0} bearbeitet").format(edited) if edited else self.tr("noch keines bearbeitet"),
        ]
        if counts[ChapterState.EMPTY]:
            parts.append(self.tr("{0} noch leer").format(counts[ChapterState.EMPTY]))
        return Heading(self.tr("Texte der Kapitel"), " · ".join(parts))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head."""
        return self._desk.restore_action, self._desk.next_action

    def main_action(self) -> QAction | None:
        """Return what the page is for: going on to the next chapter that needs work."""
        return self._desk.next_action

    def missing(self) -> tuple[str, Target | None] | None:
        """Return the first chapter without a text."""
        empty = [row for row in self._rows if row.state is ChapterState.EMPTY]
        if not empty:
            return None
        text = self.tr("Im Kapitel „{0}“ fehlt der Text.").format(empty[0].title)
        return text, Target(Step.BASICS, "chapter_text", empty[0].chapter)

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier stehen die Texte der Kapitel; alles Übrige im Konzept entsteht aus den Angaben der anderen Schritte. "
            "Zu Beginn steht ein Vorschlag da. Sobald Sie ihn ändern, gehört der Text Ihnen und wird nie mehr "
            "ersetzt. „Vorschlag wiederherstellen“ holt den Vorschlag zurück und kann rückgängig gemacht werden. "
            "Was in geschweiften oder eckigen Klammern steht, ist noch auszufüllen. „Text davor“ steht vor dem, was "
            "aus den Daten entsteht, „Text danach“ dahinter. Reihenfolge und Auswahl der Kapitel stehen unter "
            "„Ausgeben“, Gliederung."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the editor."""
        return (
            KeyHelp("Eingabe", "Aus der Liste in den Text"),
            KeyHelp("Strg+Eingabe", "Zum nächsten Kapitel, das noch Arbeit braucht"),
            KeyHelp("Strg+B, Strg+I", "Fett, kursiv"),
            KeyHelp("Strg+Umschalt+L, Strg+Umschalt+N", "Liste, nummerierte Liste"),
            KeyHelp("Strg+Umschalt+K", "Internetlink"),
        )

    def reveal(self, target: Target) -> bool:
        """Show a chapter by its key or by the id of its text."""
        found = self.session.project.snapshot.find(ChapterText, target.id)
        chapter = found.chapter if found is not None else target.id
        if not self._table.reveal(chapter):
            return False
        self._desk.show_place(AFTER if target.field == AFTER or (found is not None and found.closes) else "")
        self._desk.focus_text()
        return True

    def looked_at(self) -> tuple[str, str] | None:
        """Return the chapter chosen."""
        row = self._table.current_row
        return ("chapter_text", row.chapter) if row is not None else None

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        if touches(changes, ChapterText, ChapterChoice, Project, District, Municipality):
            self._rows = chapter_rows(self.session.project)
            self._table.show_rows(self._rows)
            if self._table.current_row is None and self._rows:
                self._table.reveal(self._rows[0].chapter)
            self._desk.refresh(self._table.current_row)
            self._show_stale()
            self.heading_changed.emit()

    def _build(self) -> None:
        self._table.setObjectName("chapters.list")
        self._table.setAccessibleName(self.tr("Kapitel"))
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        card, right = ListCard(), Card()
        card.add_list(self._table)
        right.body.addWidget(self._desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        column.addWidget(self._bar)
        column.addWidget(Columns((card, right), (5, 7), self.session.memory, "basics.chapters"), 1)

    def _connect(self) -> None:
        self._table.row_changed.connect(self._desk.show_chapter)
        self._table.row_changed.connect(self.session.looked)
        self._table.row_activated.connect(self._desk.focus_text)
        self._desk.next_wanted.connect(self._go_on)
        self._bar.acted.connect(self._renew)

    def _columns(self) -> tuple[Column[ChapterRow], ...]:
        return (
            Column(self.tr("Kapitel"), _title, text=_indented, width=27, stretch=True),
            Column(self.tr("Stand"), _state, role=_role, width=max(len(state.value) for state in ChapterState)),
            Column(self.tr("Zeichen"), _characters, spare=True),
        )

    def _show_stale(self) -> None:
        stale = sum(row.stale for row in self._rows)
        if not stale or self.session.read_only:
            self._bar.clear()
            return
        text = number_text(
            stale,
            self.tr("Ein Vorschlag passt nicht mehr zu Anlass, Recht oder Kreis des Projekts."),
            self.tr("{0} Vorschläge passen nicht mehr zu Anlass, Recht oder Kreis des Projekts."),
        )
        self._bar.say(text, "attention", self.tr("Vorschläge erneuern"))

    def _renew(self) -> None:
        self._desk.flush()
        count = self.session.attempt(self._renew_now)
        if count:
            text = self.tr("Ein Vorschlag erneuert."), self.tr("{0} Vorschläge erneuert.")
            self.session.say_done(number_text(count, *text))

    def _renew_now(self) -> int:
        return renew_proposals(self.session.project)

    def _go_on(self) -> None:
        """Go to the next chapter that is empty or only proposed, around the end."""
        self._desk.flush()
        current = self._table.current_row
        place = next(
            (number for number, row in enumerate(self._rows) if current and row.chapter == current.chapter), -1
        )
        around = (*self._rows[place + 1 :], *self._rows[: place + 1])
        wanted = next((row for row in around if row.state in _WORK), None)
        if wanted is None:
            self.session.say(self.tr("Alle Kapitel sind bearbeitet."))
        elif self._table.reveal(wanted.chapter):
            self._desk.focus_text()


def _key(row: ChapterRow) -> str:
    return row.chapter


def _title(row: ChapterRow) -> str:
    return row.title


def _indented(row: ChapterRow) -> str:
    return "    " * (row.level - 1) + row.title


def _state(row: ChapterRow) -> str:
    return row.state.value


def _role(row: ChapterRow) -> str:
    return _ROLES.get(row.state, "muted")


def _characters(row: ChapterRow) -> int:
    return row.characters
