"""Show for one municipality what changed since its consent, old and new side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.apart.here import Plain
from kizdesk.project.participation.votes import RegisterRow
from kizdesk.project.versions.listed import Difference, differences
from kizdesk.ui.pages.participation.versions_differences import FEW_COLUMNS, DifferencesView
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card


class CompareSheet(Card):
    """Be the differences between the version agreed to and the one asked about."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self.view = DifferencesView(session, "consent-differences", FEW_COLUMNS)
        self._back = button(self.tr("Zurück zum Register"), name="consent-differences-back")
        self.head.addWidget(self._back)
        self.body.addWidget(self.view, 1)
        self._back.clicked.connect(self.closed)

    def begin(self, version: ConceptVersion, row: RegisterRow) -> None:
        """Read the differences for a municipality and show them."""
        self.set_title(self.tr("Was sich für {0} geändert hat").format(row.name))
        words = (self.tr("Fassung {0}").format(row.version), self.tr("Fassung {0}").format(version.number))
        self.view.show_differences((), *words)
        self.view.show_empty(self.tr("Die Fassungen werden verglichen …"))
        wanted = Plain(differences, (row.version_id, version.id, row.municipality_id))
        work = partial(self._session.apart.run, wanted, self._session.project.pinned())
        self._session.jobs.run(work, partial(self._take, words), key="consents.differences", failed=self._refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, words: tuple[str, str], found: tuple[Difference, ...]) -> None:
        self.view.show_empty(self.tr("Für diese Kommune hat sich zwischen den beiden Fassungen nichts geändert."))
        self.view.show_differences(found, *words)

    def _refuse(self, refusal: object) -> None:
        self.view.show_empty(str(refusal))
