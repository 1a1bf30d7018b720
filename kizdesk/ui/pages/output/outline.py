"""Decide what the concept prints, in which order, and what its Kurzfassung has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.project.apart.here import Plain
from kizdesk.project.output.outline import (
    OutlineRow,
    is_reordered,
    leave_out,
    move,
    outline_rows,
    reset_order,
    take_into_short,
)
from kizdesk.project.output.outline_held import Length, length
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.output.outline_card import OutlineCard
from kizdesk.ui.pages.output.outline_line import Line, counted_text, pages_text, unprinted_text
from kizdesk.ui.pages.output.outline_tree import OutlineTree
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import ListCard
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.messages import MessageBar

_MOST_SHORT = 20
"""Pages that a Kurzfassung has at most."""


class OutlinePage(Page):
    """Be the page of the outline."""

    kinds: ClassVar[frozenset[str]] = frozenset({"chapter_choice"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows: tuple[OutlineRow, ...] = ()
        self._length: Length | None = None
        self._is_reordered = False
        self._tree = OutlineTree(session.theme)
        self._card = OutlineCard(session)
        self._bar = MessageBar(session.theme, closable=False, seconds=0)
        self._unprinted = label("", "muted")
        self._reset = self.make_action(self.tr("Reihenfolge zurücksetzen"), self._reset_order, name="reset-order")
        self._write = self.make_action(
            self.tr("Text schreiben"), partial(self._go_to_text, ""), keys="Ctrl+Return", name="write-text"
        )
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and length."""
        parts: list[str] = []
        if self._length is not None:
            version = self._length.version
            named = self.tr("Fassung {0}").format(version) if version else self.tr("Entwurf")
            parts += [
                self.tr("{0}: {1}").format(named, counted_text(self._lines())),
                self.tr("in Word {0}").format(pages_text(self._length.pages)),
            ]
            if self._length.short_pages:
                parts.append(self.tr("Kurzfassung {0}").format(pages_text(self._length.short_pages)))
        parts.append(self.tr("andere Reihenfolge") if self._is_reordered else "")
        return Heading(self.tr("Gliederung"), " · ".join(filter(None, parts)))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head."""
        return (self._write,) if self.session.read_only else (self._reset, self._write)

    def main_action(self) -> QAction | None:
        """Return what one goes on with: the text of the chapter chosen."""
        return self._write

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier bestimmen Sie, was im Konzept steht und in welcher Reihenfolge. Weggelassene Kapitel behalten ihren "
            "Inhalt und lassen sich jederzeit wieder drucken; setzt die Förderung eines voraus, sagt es die Prüfung. "
            "Abschnitte bleiben in ihrem Kapitel, Anlagen am Ende, und die Nummern folgen der Reihenfolge. Vor und "
            "nach dem, was aus den Daten entsteht, kann ein eigener Text stehen. Die Kurzfassung hat dieselbe "
            "Reihenfolge, nennt Maßnahmen nur in Tabellen und soll höchstens 20 Seiten haben. Ein Kapitel, zu dem nur "
            "der vorgeschlagene Text dasteht, steht im Entwurf mit einem Vermerk; in einer Fassung erscheint es erst, "
            "wenn dazu etwas eingetragen oder der Text bearbeitet ist. Nummern und Seiten sind die des Entwurfs, oder "
            "die der neuesten Fassung, wenn seitdem nichts geändert ist. Die Seiten sind für Word geschätzt; genau "
            "zählt sie erst die Ausgabe, und im PDF können es weniger sein."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Pfeil rechts, Pfeil links", self.tr("Zu den Kästchen „Drucken“ und „Kurz“ und zurück")),
            KeyHelp("Leertaste", self.tr("Das gewählte Kästchen an- oder abwählen")),
            KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", self.tr("Reihenfolge ändern")),
            KeyHelp("Eingabe", self.tr("Zum Titel des Kapitels")),
            KeyHelp("Strg+Eingabe", self.tr("Zum Text des Kapitels")),
        )

    def reveal(self, target: Target) -> bool:
        """Show a chapter by its key."""
        if not self._rows:
            self.refresh(())
        if not self._tree.reveal(target.id):
            return False
        self._tree.setFocus()
        return True

    def open(self, argument: str) -> None:
        """Show a chapter by its key."""
        self._tree.reveal(argument)

    def way_here(self) -> str:
        """Return the chapter that is chosen."""
        line = self._tree.line
        return line.key if line is not None else ""

    def looked_at(self) -> tuple[str, str] | None:
        """Return the chapter chosen."""
        row = self._current()
        return ("chapter_text", row.chapter) if row is not None else None

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the choices at once, and what the chapters hold when the concept is built."""
        _ = changes
        project = self.session.project
        self._rows, self._is_reordered = outline_rows(project), is_reordered(project)
        self._show()
        self.session.jobs.run(
            partial(self.session.apart.run, Plain(length), project.pinned()),
            self._take_length,
            key="output.length",
            failed=self._refuse_length,
        )

    def _build(self) -> None:
        self._reset.setToolTip(self.tr("Die Kapitel wieder in die Reihenfolge bringen, die kizdesk vorschlägt"))
        self._tree.set_fixed(fixed=self.session.read_only)
        card = ListCard()
        card.add_list(self._tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        column.addWidget(self._bar)
        column.addWidget(Columns((card, self._card), (9, 4), self.session.memory, "output.outline"), 1)
        column.addWidget(self._unprinted)  # below the list, which keeps its place under the mouse

    def _connect(self) -> None:
        self._tree.chosen.connect(self._choose)
        self._tree.chosen.connect(self.session.looked)
        self._tree.entered.connect(self._card.focus_title)
        self._tree.stepped.connect(self._step)
        self._tree.dropped.connect(self._drop)
        self._tree.print_toggled.connect(self._toggle_print)
        self._tree.short_toggled.connect(self._toggle_short)
        self._card.print_toggled.connect(self._toggle_print)
        self._card.short_toggled.connect(self._toggle_short)
        self._card.step_wanted.connect(self._step)
        self._card.text_wanted.connect(self._go_to_text)

    def _show(self) -> None:
        lines = self._lines()
        self._tree.show_lines(lines)
        self._unprinted.setText(unprinted_text(lines))
        self._unprinted.setVisible(bool(self._unprinted.text()))
        self._reset.setEnabled(self._is_reordered)
        self._warn()
        self.heading_changed.emit()

    def _lines(self) -> list[Line]:
        known = self._length
        if known is None:
            return [Line(row) for row in self._rows]
        return [Line(row, known.held(row.chapter), known.version) for row in self._rows]

    def _warn(self) -> None:
        pages = self._length.short_pages if self._length is not None else 0
        if pages <= _MOST_SHORT:
            self._bar.clear()
            return
        text = self.tr("Die Kurzfassung hat {0}; mehr als {1} sollten es nicht sein. Bitte Kapitel herausnehmen.")
        self._bar.say(text.format(pages_text(pages), _MOST_SHORT), "attention")

    def _take_length(self, found: Length) -> None:
        self._length = found
        self._show()

    def _refuse_length(self, refusal: Refusal) -> None:
        self.session.say_refusal(refusal)

    def _choose(self, line: Line | None) -> None:
        self._card.show_line(line)

    def _row(self, key: str) -> OutlineRow | None:
        return next((row for row in self._rows if row.chapter == key), None)

    def _current(self) -> OutlineRow | None:
        line = self._tree.line
        return line.row if line is not None else None

    def _toggle_print(self, key: str = "") -> None:
        row = self._row(key) or self._current()
        if row is not None and not row.with_chapter:
            self._set_print(row, printed=not row.printed)

    def _toggle_short(self, key: str = "") -> None:
        row = self._row(key) or self._current()
        if row is not None:
            self._set_short(row, in_short=not row.in_short)

    def _set_print(self, row: OutlineRow, *, printed: bool) -> None:
        done = self.tr("„{0}“ wird wieder gedruckt.") if printed else self.tr("„{0}“ wird nicht mehr gedruckt.")
        act = partial(leave_out, self.session.project, row.chapter, left_out=not printed)
        self.session.carry_out(act, done.format(row.text.title))

    def _set_short(self, row: OutlineRow, *, in_short: bool) -> None:
        done = (
            self.tr("„{0}“ steht jetzt in der Kurzfassung.")
            if in_short
            else self.tr("„{0}“ steht nicht mehr in der Kurzfassung.")
        )
        act = partial(take_into_short, self.session.project, row.chapter, in_short=in_short)
        self.session.carry_out(act, done.format(row.text.title))

    def _step(self, by: int) -> None:
        row = self._current()
        if row is not None and not self.session.read_only and 0 <= row.place + by < row.siblings:
            self._move(row, row.place + by)

    def _drop(self, key: str, _home: str, place: int) -> None:
        row = self._row(key)
        if row is not None:
            self._tree.reveal(key)
            self._move(row, place)

    def _move(self, row: OutlineRow, place: int) -> None:
        self._card.flush()
        self.session.attempt(partial(move, self.session.project, row.chapter, place))

    def _reset_order(self) -> None:
        self._card.flush()
        done = self.tr("Die Kapitel stehen wieder in der vorgeschlagenen Reihenfolge.")
        self.session.carry_out(partial(reset_order, self.session.project), done)

    def _go_to_text(self, place: str, _checked: object = None) -> None:
        row = self._current()
        if row is not None:
            self.session.go(Target(Step.BASICS, "chapter_text", row.chapter, place))
