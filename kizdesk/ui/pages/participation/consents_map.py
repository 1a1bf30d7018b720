"""Show the map of the district with where each municipality stands on the version chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.figures import Figure
from kizdesk.project.participation.votes import RegisterRow
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.pages.participation.consents_words import summary, version_name
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.figure import FigureView
from kizdesk.ui.widgets.labels import label


class ConsentMap(Card):
    """Be the card with the version and the map; a click or Enter on a municipality chooses it."""

    municipality_chosen = Signal(str)
    version_chosen = Signal(str)
    differences_wanted = Signal()
    """What changed since the version shall be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._versions: tuple[ConceptVersion, ...] = ()
        self.versions = Picker(self)
        self.view = FigureView(session.theme)
        self._none = label(
            self.tr("Zu diesen Kommunen sind keine Umrisse hinterlegt; das Register zeigt alles."), "muted"
        )
        self._attribution = label("", "small")
        self._summary = label("")
        self._since = label("", "attention")
        self._differences = button(self.tr("Unterschiede zeigen"), kind="link", name="consents-since-differences")
        self._fill()
        self.versions.activated.connect(self._tell_version)
        self.view.region_chosen.connect(self.municipality_chosen)
        self._differences.clicked.connect(self.differences_wanted)

    def show_versions(self, versions: Sequence[ConceptVersion], chosen: str) -> None:
        """Offer the versions, one of them chosen."""
        if tuple(versions) != self._versions:
            self._versions = tuple(versions)
            self.versions.clear()
            self.versions.addItems([version_name(version) for version in versions])
        number = [version.id for version in versions].index(chosen)
        self.versions.setCurrentIndex(number)
        self.versions.setToolTip(self.versions.currentText())
        self.versions.setVisible(len(versions) > 1)
        self.set_title(self.tr("Stand des Einvernehmens zur Fassung\u00a0{0}").format(versions[number].number))

    def show_summary(self, rows: Sequence[RegisterRow]) -> None:
        """Say who has agreed and who has not."""
        self._summary.setText(summary(rows))

    def show_since(self, sentence: str) -> None:
        """Say what changed in the draft since the version; nothing for an empty sentence."""
        self._since.setText(sentence)
        for part in (self._since, self._differences):
            part.setVisible(bool(sentence))

    def show_map(self, figure: Figure | None, rows: Sequence[RegisterRow]) -> None:
        """Show the map; without one say why."""
        self.view.show_figure(figure, {row.municipality_id: f"{row.name}: {row.stands}" for row in rows})
        self.view.setVisible(figure is not None)
        self._none.setVisible(figure is None)
        self._attribution.setText(figure.attribution if figure is not None else "")
        self._attribution.setVisible(figure is not None)

    def _fill(self) -> None:
        self.versions.setObjectName("consents-version")
        self.versions.setAccessibleName(self.tr("Fassung, zu der das Einvernehmen gezeigt wird"))
        self.view.setObjectName("consents-map")
        self.view.setAccessibleName(self.tr("Karte des Einvernehmens"))
        self._none.hide()
        self._summary.setObjectName("consents-summary")
        self.body.addWidget(self.versions)
        self._since.setObjectName("consents-since")
        self.body.addWidget(self._summary)
        self.body.addWidget(self._since)
        self.body.addWidget(self._differences, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_since("")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self._attribution)

    @Slot(int)
    def _tell_version(self, number: int) -> None:
        self.version_chosen.emit(self._versions[number].id)
