"""Compare two versions, or a version with the present content."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kizdesk.project.apart.here import Plain
from kizdesk.project.versions.listed import Difference, VersionRow, differences
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.pages.participation.versions_differences import DifferencesView
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label


class CompareCard(Card):
    """Be the card with the two contents that are compared and their differences."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._versions: tuple[VersionRow, ...] = ()
        self.earlier = Picker(self)
        self.later = Picker(self)
        self.view = DifferencesView(session, "version-differences")
        self._compared = ("", "")
        self._fill()
        self.earlier.activated.connect(self.read)
        self.later.activated.connect(self.read)

    def show_versions(self, rows: Sequence[VersionRow]) -> None:
        """Offer the versions; what is compared stays if it is there."""
        ids = [row.id for row in rows]
        if ids == [row.id for row in self._versions]:
            return
        self._versions = tuple(rows)
        names = [self.tr("Fassung {0}").format(row.number) for row in rows]
        earlier, later = self._compared
        self.earlier.clear()
        self.earlier.addItems(names)
        self.later.clear()
        self.later.addItems([self.tr("heutiger Stand"), *names])
        self.earlier.setCurrentIndex(ids.index(earlier) if earlier in ids else 0)
        self.later.setCurrentIndex(ids.index(later) + 1 if later in ids else 0)

    def compare_from(self, version_id: str) -> None:
        """Compare a version with the present content."""
        ids = [row.id for row in self._versions]
        if version_id in ids:
            self.earlier.setCurrentIndex(ids.index(version_id))
            self.later.setCurrentIndex(0)
            self.read()

    @Slot()
    def read(self) -> None:
        """Read the differences in a job."""
        if not self._versions:
            return
        first = self._versions[max(self.earlier.currentIndex(), 0)]
        number = self.later.currentIndex() - 1
        second = self._versions[number] if number >= 0 else None
        if second is not None and second.number < first.number:
            first, second = second, first
        compared = (first.id, second.id if second else "")
        words = (self.earlier.itemText(self._versions.index(first)), self.tr("Heutiger Stand"))
        if second is not None:
            words = (words[0], self.tr("Fassung {0}").format(second.number))
        if compared != self._compared:
            self.view.show_differences((), *words)
            self.view.show_empty(self.tr("Der Inhalt wird verglichen …"))
        self._compared = compared
        work = partial(self._session.apart.run, Plain(differences, compared), self._session.project.pinned())
        self._session.jobs.run(work, partial(self._take, words), key="versions.differences", failed=self._refuse)

    def _fill(self) -> None:
        title = label(self.tr("Unterschiede von"), "card_title", wrap=False)
        for box, name, words in (
            (self.earlier, "compare-earlier", self.tr("Unterschiede von")),
            (self.later, "compare-later", self.tr("Unterschiede bis")),
        ):
            box.setObjectName(name)
            box.setAccessibleName(words)
        self.head.insertWidget(0, title)
        self.head.insertWidget(1, self.earlier)
        self.head.insertWidget(2, label(self.tr("bis"), "card_title", wrap=False))
        self.head.insertWidget(3, self.later)
        self.head.addStretch(1)
        self.body.addWidget(self.view, 1)

    def _take(self, words: tuple[str, str], found: tuple[Difference, ...]) -> None:
        self.view.show_empty(self.tr("Zwischen diesen beiden Ständen hat sich am Inhalt nichts geändert."))
        self.view.show_differences(found, *words)

    def _refuse(self, refusal: object) -> None:
        self.view.show_empty(str(refusal))
