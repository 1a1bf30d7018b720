"""Be a kind of letter on the page: its texts, the municipalities that get it, and what is noted when it is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind
from kizdesk.project.apart.here import Work
from kizdesk.project.letters.noting import Note, note, offered
from kizdesk.project.letters.places import Lack, fitting, lacking
from kizdesk.project.letters.writing import LettersInFolder, LetterWish
from kizdesk.project.output.writing import Written
from kizdesk.ui.pages.papers.letter_fields import LetterFields
from kizdesk.ui.pages.papers.letter_places import LetterPlaces
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.messages import MessageBar


class LetterBench(QObject):
    """Be one kind of letter to the municipalities."""

    changed = Signal()
    """Others get the letter now, or nobody does."""

    def __init__(self, session: Session, kind: PaperKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = kind.value
        self._session, self._kind = session, kind
        self._lack = lacking(session.project, kind)
        self._due = len(fitting(session.project, kind))
        self._parts: tuple[LetterPlaces, LetterFields] | None = None
        self._offer = MessageBar(session.theme, seconds=0)
        self._wish: LetterWish | None = None
        self._note: Note | None = None
        self.side = QWidget(parent)
        self.desk = Card("", parent)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        self.desk.body.addWidget(self._offer)
        self.desk.setAccessibleName(self.title)
        self._offer.acted.connect(self._note_it)

    @property
    def title(self) -> str:
        """Return what the letter is called."""
        return self._session.labels.of(self._kind)

    @property
    def state(self) -> str:
        """Return for how many municipalities it is due."""
        if self._lack is not None:
            return self.tr("entfällt") if self._lack is Lack.CITY else self.tr("noch nicht möglich")
        return self.tr("{0} fällig").format(self._due) if self._due else self.tr("nicht fällig")

    @property
    def hint(self) -> str:
        """Return why there is no such letter; empty if there is."""
        if self._lack is not None:
            return self._lack.value
        if self.can_be_written or self._parts is None:
            return ""
        if self._parts[0].anybody:
            return self.tr("Zurzeit ist keines fällig. Wer es trotzdem bekommen soll, wird links angekreuzt.")
        return self.tr("Zu erinnern ist niemand: Auf keine Anfrage steht zurzeit eine Antwort aus.")

    @property
    def can_be_written(self) -> bool:
        """Tell whether at least one municipality is ticked."""
        return bool(self._parts[0].chosen if self._parts is not None else self._due)

    @property
    def file_name(self) -> str:
        """Return nothing: letters have as many names as there are municipalities."""
        return ""

    @property
    def way(self) -> tuple[str, str]:
        """Return the words of the way to what is missing, and the page."""
        ways = {
            Lack.VERSION: (self.tr("Zu den Fassungen"), "participation.versions"),
            Lack.NOBODY: (self.tr("Zum Projekt"), "basics.project"),
        }
        return ("", "") if self._lack is None else ways.get(self._lack, ("", ""))

    def enter(self) -> None:
        """Build list and fields; most visits of the page are for another paper."""
        self._built()

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self._lack = lacking(self._session.project, self._kind)
        self._due = len(fitting(self._session.project, self._kind))
        for part in self._parts or ():
            part.refresh()
        if self._note is not None:  # what was offered may be noted by now
            self._show_offer()

    def shows(self, target: Target) -> bool:
        """Show the field of a target."""
        snapshot = self._session.project.snapshot
        entry = snapshot.find(PaperEntry, target.id)
        paper = snapshot.find(Paper, entry.paper_id if entry is not None else target.id)
        if paper is None or paper.kind is not self._kind:
            return False
        self._built()[1].take_focus(entry.field if entry is not None else "")
        return True

    def open(self, place: str) -> None:
        """Choose the municipalities whose keys are given, divided by commas."""
        places, _ = self._built()
        places.choose(place.split(","))
        places.take_focus()

    def work(self, folder: Path) -> Work[Written]:
        """Return the work of writing the letters into a folder."""
        places, _ = self._built()
        self._wish = LetterWish(self._kind, places.chosen, in_one_file=places.in_one_file, with_forms=places.with_forms)
        self._offer.clear()
        self._note = None
        return LettersInFolder(self._wish, folder)

    def taken(self) -> None:
        """Offer to note that the municipalities were asked or reminded, now that the letters are there."""
        self._show_offer()

    def flush(self) -> None:
        """Write what is typed."""
        if self._parts is not None:
            self._parts[1].flush()

    def _built(self) -> tuple[LetterPlaces, LetterFields]:
        if self._parts is None:
            self._parts = LetterPlaces(self._session, self._kind), LetterFields(self._session, self._kind)
            places, fields = self._parts
            column = self.side.layout()
            if column is not None:
                column.addWidget(places)
            self.desk.body.insertWidget(0, fields, 1)
            places.ticks_changed.connect(self.changed)
        return self._parts

    def _show_offer(self) -> None:
        self._note = offered(self._session.project, self._wish) if self._wish is not None else None
        if self._note is None:
            self._offer.clear()
        else:
            self._offer.say(self._note.question, "info", self._note.button)

    @Slot()
    def _note_it(self) -> None:
        if self._note is not None:
            what, self._wish, self._note = self._note, None, None
            self._offer.clear()
            self._session.carry_out(partial(note, self._session.project, what), what.done)
