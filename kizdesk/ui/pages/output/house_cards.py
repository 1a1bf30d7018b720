"""Show the house template: what it is, what the check says of it, and which of its styles are used for what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from kizdesk.project.output.house_view import Said, Standing, StyleRow, Weight
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label

_SIGNS = {
    Weight.DISTURBS: ("warning", "attention"),
    Weight.MISSING: ("info", "info"),
    Weight.ADDED: ("plus", "done"),
    Weight.HINT: ("info", "muted"),
}


class TemplateCard(Card):
    """Be the card with the name of the template, its page and whether it is used."""

    switched = Signal()
    """The template shall be used, or not."""
    removed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._facts = label()
        self._use = QCheckBox(self.tr("Für alle Word-Dateien verwenden: Konzept, Protokolle und Schreiben"))
        self._remove = button(self.tr("Entfernen"), name="house-remove")
        self._use.setObjectName("house-use")
        self._use.setEnabled(not session.read_only)
        self._remove.setEnabled(not session.read_only)
        self.head.addWidget(self._remove)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._use)
        self._use.clicked.connect(self._switch)
        self._remove.clicked.connect(self.removed)

    @property
    def is_used(self) -> bool:
        """Tell whether the template shall be used."""
        return self._use.isChecked()

    def show_standing(self, standing: Standing) -> None:
        """Show a template."""
        self.set_title(standing.name)
        self._facts.setText(standing.fault or " · ".join((standing.page, standing.header, standing.styles)))
        self._use.setChecked(standing.in_use)
        self._remove.setAccessibleName(self.tr("Vorlage „{0}“ entfernen").format(standing.name))

    def take_focus(self) -> None:
        """Put the focus onto the box."""
        self._use.setFocus()

    def _switch(self) -> None:
        self.switched.emit()


class ReportCard(Card):
    """Be the card with what the check says, each sentence with its weight as sign and word."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.tr("Was die Prüfung sagt"), parent)
        self._session = session
        self._shown: tuple[Said, ...] | None = None
        self._lines: list[QWidget] = []
        self._grid = QGridLayout()
        sizes = session.theme.sizes
        self._grid.setHorizontalSpacing(sizes.gap)
        self._grid.setVerticalSpacing(sizes.gap_small)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        session.theme.changed.connect(self._draw_again)

    def show_remarks(self, remarks: tuple[Said, ...]) -> None:
        """Show what is said of a template; the card hides when there is nothing to say."""
        self.setVisible(bool(remarks))
        if remarks != self._shown:
            self._shown = remarks
            self._draw_again()

    def _draw_again(self) -> None:
        for line in self._lines:
            self._grid.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
        self._lines = []
        for number, said in enumerate(self._shown or ()):
            self._draw(number, said)

    def _draw(self, row: int, said: Said) -> None:
        name, colour = _SIGNS[said.weight]
        sign = QLabel()
        sign.setPixmap(self._session.theme.pixmap(name, colour, ratio=self.devicePixelRatioF()))
        weight = label(said.weight.value, "strong", wrap=False)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(sign, row, 0, top)
        self._grid.addWidget(weight, row, 1, top)
        text = label(said.text)
        self._grid.addWidget(text, row, 2)
        self._lines += [sign, weight, text]


class StylesCard(Card):
    """Be the card with a box for each of our styles, to choose what stands for it."""

    chosen = Signal(str, str)
    """The role and the value that was chosen for it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.tr("Welche Formatvorlage wofür steht"), parent)
        self._session = session
        self._boxes: dict[str, Picker] = {}
        self._rows: tuple[StyleRow, ...] = ()
        self._grid = QGridLayout()
        self._lay_out()

    def show_rows(self, rows: Sequence[StyleRow]) -> None:
        """Show what stands for our styles; boxes stay where the roles stay."""
        if [row.role for row in rows] != list(self._boxes):
            self._make(rows)
            self._rows = ()
        for row in (row for row in rows if row not in self._rows):
            box = self._boxes[row.role]
            values = [value for value, _ in row.choices]
            with QSignalBlocker(box):
                box.clear()
                for value, words in row.choices:
                    box.addItem(words, value)
                box.setCurrentIndex(values.index(row.chosen) if row.chosen in values else 0)
        self._rows = tuple(rows)

    def reveal(self, role: str) -> bool:
        """Put the focus onto the box of a role."""
        box = self._boxes.get(role)
        if box is not None:
            box.setFocus()
        return box is not None

    def _lay_out(self) -> None:
        sizes = self._session.theme.sizes
        why = self.tr(
            "kizdesk findet die Formatvorlagen an ihren Namen. Stimmt etwas nicht, wählen Sie hier eine andere; „von "
            "kizdesk“ verwendet unsere eigene in Schrift und Farbe Ihrer Vorlage."
        )
        self.body.addWidget(label(why, "muted"))
        self._grid.setHorizontalSpacing(sizes.gap)
        self._grid.setVerticalSpacing(sizes.unit)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def _make(self, rows: Sequence[StyleRow]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._boxes = {}
        for number, row in enumerate(rows):
            box = Picker(self)
            box.setObjectName(f"house-style-{row.role}")
            box.setAccessibleName(row.label)
            box.setEnabled(not self._session.read_only)
            box.activated.connect(partial(self._choose, row.role))
            caption = label(row.label, "body", wrap=False)
            caption.setBuddy(box)
            self._grid.addWidget(caption, number, 0)
            self._grid.addWidget(box, number, 1)
            self._boxes[row.role] = box

    def _choose(self, role: str, index: int) -> None:
        self.chosen.emit(role, self._boxes[role].itemData(index))
