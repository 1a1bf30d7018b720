"""Edit one chapter: its title, its texts before and after what is generated, and what is still open in them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.project.basics.begin import text_of, write_chapter
from kizdesk.project.basics.chapters import (
    ChapterRow,
    open_places,
    proposals_of,
    restore_proposal,
    set_title,
    titled,
    turn_texts,
    word_count,
)
from kizdesk.ui.forms import Binding, FieldCell, Line, Prose
from kizdesk.ui.pages.basics.links import number_text
from kizdesk.ui.session import Session
from kizdesk.ui.tables import spell
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.labels import label

_LEAST = 6
_MOST_NAMED = 3
AFTER = "after"
"""The place of the text that stands after what is generated."""
_BEFORE = "before"
_WHOLE = 100
"""Share of the room that the text takes before all else."""


class ChapterDesk(QWidget):
    """Be the right side of the page of chapters."""

    next_wanted = Signal()
    """Go on to the next chapter that needs work."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chapter = ""
        self._closes = False
        """The text shown stands after what is generated."""
        self._title = Line(session)
        self._text = Prose(session, least=_LEAST, fills=True)
        self._heading = label("", "card_title")
        self._count = label("", "small", wrap=False)
        self._open = label("", "attention")
        places = ((_BEFORE, self.tr("Text davor")), (AFTER, self.tr("Text danach")))
        self._place = SegmentedChoice(places, self.tr("Ort des Textes"))
        self._turn = button("", name="turn-texts")
        self._bindings = (
            Binding(self._title, session, self._read_title, self._write_title),
            Binding(self._text, session, self._read_text, self._write_text),
        )
        self.restore_action = QAction(self.tr("Vorschlag wiederherstellen"), self)
        self.next_action = QAction(self.tr("Nächstes Kapitel"), self)
        self._build()
        self._connect()

    def show_chapter(self, row: ChapterRow | None) -> None:
        """Show another chapter; what is typed is written first."""
        chapter = row.chapter if row is not None else ""
        if chapter != self._chapter:
            self.flush()
            self._chapter = chapter
            self._closes = False
            self._place.choose(_BEFORE)
            for binding in self._bindings:
                binding.show()
        self._show_row(row)

    def refresh(self, row: ChapterRow | None) -> None:
        """Show what changed."""
        self.show_chapter(row)
        for binding in self._bindings:
            binding.refresh()
        self._judge()

    def flush(self) -> None:
        """Write what is typed."""
        for binding in self._bindings:
            binding.flush()

    def focus_text(self) -> None:
        """Put the focus into the text."""
        self._text.setFocus()

    def show_place(self, place: str) -> None:
        """Show the text before what is generated, or the one after it."""
        self.flush()
        self._closes = place == AFTER
        self._place.choose(place or _BEFORE)
        self._bindings[1].show()
        self._show_place()
        self._judge()

    def _build(self) -> None:
        self.restore_action.setObjectName("restore-proposal")
        self.restore_action.setToolTip(self.tr("Den Text durch den Vorschlag des Programms ersetzen"))
        self.next_action.setObjectName("next-chapter")
        self.next_action.setShortcut(QKeySequence("Ctrl+Return"))
        self._title.setObjectName("chapter.title")
        self._text.setObjectName("chapter.text")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        outer.addLayout(head)
        places = QHBoxLayout()
        places.addWidget(self._place)
        places.addStretch(1)
        places.addWidget(self._turn)
        outer.addLayout(places)
        title = FieldCell(
            self._title, self.tr("Eigener Titel"), self.tr("Ohne eigenen Titel gilt der Titel aus der Gliederung.")
        )
        text = FieldCell(self._text, self.tr("Text"))
        for cell, binding in zip((title, text), self._bindings, strict=True):
            cell.space(self._session.theme.sizes.unit)
            binding.refused.connect(cell.show_refusal)
        outer.addWidget(self._open)
        column = text.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self._text, _WHOLE)
        outer.addWidget(text, 1)
        outer.addWidget(title)

    def _connect(self) -> None:
        self.restore_action.triggered.connect(self._restore)
        self.next_action.triggered.connect(self.next_wanted)
        self._text.edited.connect(self._judge)
        self._place.chosen.connect(self.show_place)
        self._turn.clicked.connect(self._turn_texts)

    def _show_row(self, row: ChapterRow | None) -> None:
        self.setEnabled(row is not None)
        if row is not None:
            self._heading.setText(self.tr("{0} – {1}").format(row.title, row.state.value))
        self._place.setVisible(row is not None and (row.generates or bool(row.after.strip())))
        self._show_place()
        proposal = proposals_of(self._session.project).get(self._chapter)
        before = text_of(self._session.project.snapshot, self._chapter)
        differs = proposal is not None and proposal.text != (before.text if before is not None else "")
        self.restore_action.setEnabled(differs and not self._session.read_only)
        self._judge()

    def _show_place(self) -> None:
        """Say where the text stands, and offer to put it to the other place."""
        hidden = self._place.isHidden()
        self._turn.setText(self.tr("Nach vorn stellen") if self._closes else self.tr("Nach hinten stellen"))
        self._turn.setAccessibleName(self._turn.text())
        self._turn.setToolTip(self.tr("Diesen Text vor oder nach dem drucken, was aus den Daten entsteht"))
        self._turn.setVisible(not hidden)
        self._turn.setEnabled(not self._session.read_only and bool(self._read_text().strip()))
        self._text.set_placeholder(
            self.tr("Hier steht noch nichts. Was Sie schreiben, wird nach dem gedruckt, was aus den Daten entsteht.")
            if self._closes
            else self.tr("Hier steht noch nichts. Schreiben Sie los, oder holen Sie oben den Vorschlag zurück.")
        )

    def _judge(self) -> None:
        """Count words and name what is still to be filled in."""
        text = str(self._text.value())
        words = number_text(word_count(text), self.tr("1 Wort"), self.tr("{0} Wörter"))
        self._count.setText(self.tr("{0} · {1} Zeichen").format(words, spell(len(text))))
        places = open_places(text)
        named = ", ".join(places[:_MOST_NAMED])
        more = self.tr(" und weitere") if len(places) > _MOST_NAMED else ""
        self._open.setText(self.tr("Noch auszufüllen: {0}{1}").format(named, more) if places else "")
        self._open.setVisible(bool(places))

    def _read_title(self) -> str:
        found = titled(self._session.project.snapshot, self._chapter)
        return found.title if found is not None else ""

    def _read_text(self) -> str:
        found = text_of(self._session.project.snapshot, self._chapter, closes=self._closes)
        return found.text if found is not None else ""

    def _write_title(self, value: str, stay: str) -> None:
        if self._chapter:
            set_title(self._session.project, self._chapter, value, stay=stay)

    def _write_text(self, value: str, stay: str) -> None:
        if self._chapter:
            write_chapter(self._session.project, self._chapter, value, closes=self._closes, stay=stay)

    def _turn_texts(self) -> None:
        """Put the text to its other place and stay with it."""
        self.flush()
        other = _BEFORE if self._closes else AFTER
        project = self._session.project
        where = self.tr("vor dem") if other == _BEFORE else self.tr("nach dem")
        done = self.tr("Der Text steht jetzt {0}, was aus den Daten entsteht.").format(where)
        if self._session.carry_out(partial(turn_texts, project, self._chapter), done):
            self.show_place(other)

    def _restore(self) -> None:
        self.show_place(_BEFORE)
        project, chapter = self._session.project, self._chapter
        before = project.snapshot
        self._session.attempt(partial(restore_proposal, project, chapter))
        if project.snapshot is not before:
            for binding in self._bindings:
                binding.show()
            self._session.say_done(self.tr("Der Vorschlag steht wieder da."))
