"""Show the sections of the guide with their progress, and the line to search it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kizdesk.domain.interviews import Interview
from kizdesk.project.runner.course import Course
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.timing import duration_words, section_seconds
from kizdesk.project.stocktaking import OutlineSection
from kizdesk.ui.pages.interview.lists import JumpList, ListLine
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.search import SearchField


class Sections(QFrame):
    """Be the left column."""

    chosen = Signal(str)
    """The key of the place at which a section begins."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = theme.sizes
        self.search = SearchField(theme, self.tr("Frage suchen …"), self)
        """The line to search the guide; the page says what becomes of it."""
        self._list = JumpList(theme, self.tr("Abschnitte des Leitfadens"), self)
        self.setProperty("ground", "card")
        self.search.setObjectName("guide-search")
        self._list.setObjectName("sections")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.gap_small, sizes.gap_small, sizes.gap_small, sizes.gap_small)
        column.setSpacing(sizes.gap_small)
        column.addWidget(self.search)
        column.addWidget(self._list, 1)
        self._list.chosen.connect(self.chosen)

    def show_course(self, course: Course, place: Place, interview: Interview) -> None:
        """Show progress, where the question stands, and in the tooltip how long a section was talked about."""
        lines = []
        current = ""
        for section in course.outline.sections:
            key = course.lead(section).key if not section.scope_id else f"{section.section_id}//{section.scope_id}"
            if section.scope_id and section.scope_id == interview.field_ids[0]:
                head = Place(section.section_id)
                lines.append(_head_line(head.key, section, len(interview.field_ids)))
                current = head.key if place == head else current
            here = section is course.line(place) and not (place.is_head and section.scope_id)
            time = duration_words(section_seconds(interview, section.section_id, section.scope_id))
            lines.append(_line(key, section, course.required_open(section), time))
            current = key if here else current
        self._list.show_lines(lines, current)

    def neighbour(self, step: int) -> str:
        """Return the key of the section before or after the one marked; empty if there is none."""
        keys = [line.key for line in self._list.lines]
        number = keys.index(self._list.key) + step if self._list.key in keys else 0
        return keys[number] if 0 <= number < len(keys) else ""


def _head_line(key: str, section: OutlineSection, chosen: int) -> ListLine:
    """Return the line that leads back to the choice of fields, above those that are chosen."""
    words = f"{chosen} gewählt"
    return ListLine(key, f"{section.letter}  {section.short}", words, "muted", f"Auswahl ändern, {words}")


def _line(key: str, section: OutlineSection, required: int, time: str) -> ListLine:
    name = section.scope_title or section.short
    letter = "" if section.letter == "0" else f"{section.letter}  "
    if not section.progress.asked and not section.scope_id:
        return ListLine(key, f"{letter}{name}", "auswählen", "muted")
    done = section.progress.is_complete
    spoken = section.progress.sentence if section.text[:1].isdigit() and "/" in section.text else section.text
    if required:
        spoken += ", eine Pflichtangabe offen" if required == 1 else f", {required} Pflichtangaben offen"
    spoken += f", {time} besprochen" if time else ""
    return ListLine(key, f"{letter}{name}", section.text, "done" if done else "muted", spoken)
