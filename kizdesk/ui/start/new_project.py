"""Be the page on which a new project begins."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.start import opening
from kizdesk.ui.start.choices import LawChoice
from kizdesk.ui.start.district_field import DistrictField
from kizdesk.ui.start.field import Field
from kizdesk.ui.start.opening import Request
from kizdesk.ui.start.passphrase import PassphraseField
from kizdesk.ui.start.place_field import PlaceField
from kizdesk.ui.start.starter import Starter
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ScrollPage
from kizdesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from kizdesk.project.basics.district_search import DistrictChoice


class NewProjectPage(QWidget):
    """Ask for the district, the law, the title, the name and the place of a new project."""

    left = Signal()
    """Back to the start page."""

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._table: Path | None = None
        self._title_proposed = ""
        self._back = button(self.tr("Zurück"), name="new-back", tip="Esc")
        self._create = button(self.tr("Projekt anlegen"), kind="primary", name="create-project", shortcut="Ctrl+Return")
        self._district = DistrictField(starter.theme)
        self._from_table = button(
            self.tr("Ein anderer Kreis: Kommunen aus einer Tabelle einlesen …"), kind="link", name="district-table"
        )
        self._from_table.setToolTip(
            self.tr("In Excel mit „Speichern unter“ als Tabelle (CSV) speichern, dann hier wählen.")
        )
        self._law = LawChoice(starter.theme)
        self._title, self._name = TextLine(), TextLine()
        self._place = PlaceField(starter.theme)
        self._passphrase = PassphraseField("new-passphrase")
        self._again = PassphraseField("new-passphrase-again")
        self._caps = label(self.tr("Die Feststelltaste scheint eingeschaltet zu sein."), "attention")
        self._refusal = label("", "problem")
        self._make_fields()
        self._build()
        self._connect()

    def begin(self) -> None:
        """Show the page afresh."""
        self._table = None
        self._district.clear()
        self._title.clear()
        self._title_proposed = ""
        self._place.clear()
        for field in (self._passphrase, self._again):
            field.clear()
        self._name.setText(self._starter.name)
        self._refusal.hide()
        for shown in self._fields:
            shown.show_error("")
        self._passphrase.setAccessibleDescription(self._warning())
        self._starter.jobs.run(opening.districts, self._district.show_districts, key="districts")
        self._district.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, sentence: str) -> None:
        """Say why the project was not created, beside the place it is about."""
        self._place_box.show_error(sentence)
        self._create.setEnabled(True)
        self._place.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """Let nobody press the button twice."""
        self._create.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_fields(self) -> None:
        self._name.setText(self._starter.name)
        self._title.setObjectName("new-title")
        self._name.setObjectName("new-name")
        self._district_box = Field(self.tr("&Kreis oder kreisfreie Stadt"), self._district)
        self._title_box = Field(self.tr("&Titel des Konzepts"), self._title)
        self._name_box = Field(self.tr("Ihr &Name"), self._name, self.tr("Er steht an Ihren Änderungen."))
        self._place_box = Field(self.tr("&Datei"), self._place)
        self._passphrase_box = Field(
            self.tr("Kenn&wort (wenn gewünscht)"),
            self._passphrase,
        )
        self._again_box = Field(self.tr("Kennwort w&iederholen"), self._again)
        self._fields = (
            self._district_box,
            self._title_box,
            self._name_box,
            self._place_box,
            self._passphrase_box,
            self._again_box,
        )

    def _build(self) -> None:
        sizes = self._starter.theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.margin, sizes.margin, sizes.margin, 0)  # the foot of the start page keeps away
        outer.setSpacing(sizes.gap)
        scroll = ScrollPage()
        columns = QHBoxLayout()
        columns.setSpacing(sizes.gap)
        columns.addWidget(self._card((self._district_box, self._from_table)), 1)
        right = QVBoxLayout()
        right.setSpacing(sizes.gap)
        right.addWidget(self._card((self._law, self._title_box)))
        right.addWidget(self._card((self._name_box, self._place_box, self._passphrases(), self._caps)))
        right.addStretch(1)
        columns.addLayout(right, 1)
        scroll.body.addLayout(columns)
        outer.addLayout(self._head())
        outer.addWidget(self._refusal)
        outer.addWidget(scroll, 1)
        self._caps.hide()
        self._refusal.hide()

    def _passphrases(self) -> QWidget:
        sizes = self._starter.theme.sizes
        pair = QWidget()
        column, row = QVBoxLayout(pair), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.unit)
        row.setSpacing(sizes.gap)
        for box in (self._passphrase_box, self._again_box):
            row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(label(self._warning(), "small"))
        return pair

    def _warning(self) -> str:
        return self.tr("Ohne das Kennwort lässt sich das Projekt nicht mehr öffnen; niemand kann es zurückholen.")

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._starter.theme.sizes.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self.tr("Neues Projekt"), "title", wrap=False))
        words.addWidget(
            label(self.tr("Den Kreis wählen; alles andere ist vorgeschlagen und bleibt änderbar."), "subtitle")
        )
        head.addLayout(words, 1)
        for widget in (self._back, self._create):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _card(self, widgets: tuple[QWidget, ...]) -> QFrame:
        sizes = self._starter.theme.sizes
        card = QFrame()
        card.setProperty("ground", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(sizes.padding, sizes.gap, sizes.padding, sizes.padding)
        column.setSpacing(sizes.gap)
        for widget in widgets:
            column.addWidget(widget)
        return card

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._create.clicked.connect(self._go)
        self._from_table.clicked.connect(self._ask_table)
        self._district.chosen.connect(self._propose)
        self._passphrase.caps_noticed.connect(self._caps.setVisible)
        self._again.caps_noticed.connect(self._caps.setVisible)
        for editor in (self._title, self._name, self._passphrase, self._again):
            editor.returnPressed.connect(self._go)

    def _propose(self, choice: DistrictChoice) -> None:
        from kizdesk.project.machine import proposed_file

        self._district_box.show_error("")
        if self._title.text() in ("", self._title_proposed):
            self._title_proposed = choice.title
            self._title.setText(choice.title)
        self._place.propose(proposed_file(choice.name, self._starter.documents))
        if self._table is not None and self._district.property("own") != choice.ags:
            self._table = None

    def _ask_table(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Tabelle der Kommunen"), str(self._starter.documents), self.tr("Tabellen (*.csv)")
        )
        if name:
            self.take_table(Path(name))

    def take_table(self, path: Path) -> None:
        """Take the district from a table of the catalogue's layout."""
        self._starter.jobs.run(
            partial(opening.district_of_table, path), partial(self._take_own, path), failed=self._refuse_table
        )

    def _take_own(self, path: Path, choice: DistrictChoice) -> None:
        self._district.setProperty("own", choice.ags)
        self._district.choose(choice)
        self._table = path

    def _refuse_table(self, error: UserError | EnvironmentFault) -> None:
        self._district_box.show_error(str(error))

    def _go(self) -> None:
        if not self._is_complete():
            return
        from kizdesk.project.basics.begin import NewProject
        from kizdesk.project.machine import named_file

        choice = self._district.choice
        wish = NewProject(
            choice.ags if choice else "", self._table, self._title.text(), self._law.year, self._law.occasion
        )
        self._starter.take_name(self._name.text())
        place = named_file(self._place.text())
        self._starter.start(Request(place, self._starter.name, self._passphrase.text() or None, wish=wish))

    def _is_complete(self) -> bool:
        """Say beside each field what is wrong with it, and put the focus on the first."""
        alike = self._passphrase.text() == self._again.text()
        faults = (
            (self._district_box, self._district, self._district.choice is None, self.tr("Bitte den Kreis wählen.")),
            (self._title_box, self._title, not self._title.text().strip(), self.tr("Bitte einen Titel angeben.")),
            (self._name_box, self._name, not self._name.text().strip(), self.tr("Bitte Ihren Namen angeben.")),
            (self._place_box, self._place, not self._place.text().strip(), self.tr("Bitte eine Datei angeben.")),
            (self._again_box, self._again, not alike, self.tr("Die beiden Kennwörter sind verschieden.")),
        )
        for box, _, wrong, sentence in faults:
            box.show_error(sentence if wrong else "")
        first = next((editor for _, editor, wrong, _ in faults if wrong), None)
        if first is not None:
            first.setFocus()
        return first is None
