"""Choose why the concept is written and under which law, each with one sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kizdesk.domain.places import Occasion
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.labels import label

_OLD, _PRESENT = 2012, 2022


class LawChoice(QWidget):
    """Hold occasion and legal basis; the present law and a continuation are chosen at first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._update = self._radio(self.tr("&Fortschreibung"), "occasion-update")
        self._first = self._radio(self.tr("&Ersterstellung"), "occasion-first")
        self._present = self._radio(self.tr("TIntG 2&022"), "law-2022")
        self._old = self._radio(self.tr("TIG 2&012"), "law-2012")
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        self._build()

    @property
    def occasion(self) -> Occasion:
        """Return why the concept is written."""
        return Occasion.FIRST if self._first.isChecked() else Occasion.UPDATE

    @property
    def year(self) -> int:
        """Return the year of the law."""
        return _OLD if self._old.isChecked() else _PRESENT

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.sizes.unit)
        occasion = self.tr("Fortschreibung, wenn der Kreistag schon ein Integrationskonzept beschlossen hat.")
        law = self.tr("§ 8 TIntG gilt seit 2022. § 7 TIG 2012 nur für Konzepte aus der Zeit davor.")
        self._add(column, self.tr("Anlass"), (self._update, self._first), 0, occasion)
        column.addSpacing(self._theme.sizes.gap_small)
        self._add(column, self.tr("Rechtsgrundlage"), (self._present, self._old), 1, law)
        self._update.setChecked(True)
        self._present.setChecked(True)

    def _add(
        self, column: QVBoxLayout, title: str, radios: tuple[QRadioButton, ...], group: int, sentence: str
    ) -> None:
        column.addWidget(label(title, "strong"))
        row = QHBoxLayout()
        row.setSpacing(self._theme.sizes.padding)
        for radio in radios:
            self._groups[group].addButton(radio)
            radio.setAccessibleName(f"{title}: {radio.text().replace('&', '')}")
            radio.setAccessibleDescription(sentence)
            row.addWidget(radio)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(label(sentence, "small"))

    def _radio(self, text: str, name: str) -> QRadioButton:
        made = QRadioButton(text)
        made.setObjectName(name)
        return made
