"""Look for a question, what is open or a section, and go there: the list takes the place of the question meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Slot

from kizdesk.project.runner import finding
from kizdesk.project.runner.head import is_ended
from kizdesk.ui.pages.interview.card import QuestionCard
from kizdesk.ui.pages.interview.finder import Finder
from kizdesk.ui.pages.interview.frame import Frame
from kizdesk.ui.pages.interview.sections import Sections
from kizdesk.ui.pages.interview.walk import Walk


class Seeker(QObject):
    """Fill the finder, and go to what is chosen in it."""

    def __init__(
        self,
        walk: Walk,
        card: QuestionCard,
        sections: Sections,
        finder: Finder,
        frame: Frame,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._walk, self._card, self._frame = walk, card, frame
        self._sections, self._finder = sections, finder
        sections.search.searched.connect(self._search)
        sections.search.returnPressed.connect(finder.take_first)
        sections.search.left_down.connect(finder.go_down)
        finder.chosen.connect(self._jump)
        finder.closed.connect(self.close_list)

    def escape(self) -> bool:
        """Close the list, or go from its words back to the answer; tell whether there was anything to leave."""
        if self._frame.is_finding:
            self.close_list()
            return True
        if self._sections.search.hasFocus():
            self._card.focus_answer()
            return True
        return False

    @Slot()
    def begin(self) -> None:
        """Put the focus where words are typed that are looked for; on a narrow page, above the questions themselves."""
        if self._sections.isVisible():
            self._sections.search.setFocus()
        else:
            self._list_questions(typing_here=True)

    @Slot()
    def close_list(self) -> None:
        """Show the question again."""
        self._frame.show_finder(on=False)
        self._sections.search.clear()
        self._card.focus_answer()

    @Slot()
    def list_open(self) -> None:
        """List what is open."""
        if self._walk.course is not None and self._card.leave():
            found = finding.open_questions(self._walk.course)
            self._find(self.tr("Offene Fragen"), found, self.tr("Keine Frage ist mehr offen."))

    @Slot()
    def list_sections(self) -> None:
        """List the sections."""
        if self._walk.course is not None and self._card.leave():
            found = finding.all_sections(self._walk.course)
            self._find(self.tr("Zum Abschnitt"), found, self.tr("So heißt kein Abschnitt."))

    def list_left(self) -> None:
        """List what is open behind the end of the interview."""
        course, interview = self._walk.course, self._walk.interview
        if course is not None and interview is not None and is_ended(interview):
            heading = self.tr("Das Gespräch ist beendet. Noch offen:")
            self._find(heading, finding.open_questions(course), self.tr("Das Gespräch ist beendet. Nichts ist offen."))

    @Slot(str)
    def _search(self, words: str) -> None:
        if not words:
            self._frame.show_finder(on=False)
            return
        if not self._frame.is_finding:
            self._list_questions(typing_here=False)
        self._finder.filter(words)

    def _list_questions(self, *, typing_here: bool) -> None:
        if self._walk.course is not None:
            nothing = self.tr("Dazu steht nichts im Leitfaden. Bitte andere Wörter eingeben.")
            found = finding.all_questions(self._walk.course)
            self._find(self.tr("Fragen des Leitfadens"), found, nothing, typing_here=typing_here)

    @Slot(str)
    def _jump(self, key: str) -> None:
        with QSignalBlocker(self._sections.search):
            self._sections.search.clear()
        self._frame.show_finder(on=False)
        self._walk.jump(key)

    def _find(self, heading: str, found: Sequence[finding.Found], empty: str, *, typing_here: bool = True) -> None:
        self._frame.show_finder(on=True)
        self._finder.begin(heading, found, empty, typing_here=typing_here)
