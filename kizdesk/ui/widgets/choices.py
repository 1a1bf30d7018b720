"""Choose one of a few by a row of buttons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QTabBar, QWidget

from kizdesk.ui.widgets.buttons import button, tip_text


class SegmentedChoice(QFrame):
    """Be a row of buttons of which exactly one is chosen; the arrow keys move the choice."""

    chosen = Signal(str)
    """The value the user chose."""

    def __init__(self, options: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """Take pairs of value and text, and a name that a screen reader speaks."""
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.setProperty("ground", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for value, text in options:
            row.addWidget(self._segment(value, text, name))
        if options:
            self.choose(options[0][0])

    @property
    def value(self) -> str:
        """Return the value chosen."""
        return next((value for value, made in self._buttons.items() if made.isChecked()), "")

    def choose(self, value: str) -> None:
        """Show a value as chosen, without telling anyone."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice with the arrow keys."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        values = list(self._buttons)
        value = values[(values.index(self.value) + step) % len(values)]
        self._buttons[value].setFocus()
        self._buttons[value].click()

    def _segment(self, value: str, text: str, name: str) -> QPushButton:
        made = button(text, kind="segment", name=f"choice-{value}")
        made.setCheckable(True)
        made.setAccessibleName(f"{name}: {text}")
        made.clicked.connect(partial(self._tell, value))
        self._group.addButton(made)
        self._buttons[value] = made
        return made

    def _tell(self, value: str) -> None:
        self.chosen.emit(value)


class StepTabs(QTabBar):
    """Be the tabs of the pages of one step; Ctrl+Tab and Ctrl+Page keys go around."""

    chosen = Signal(str)
    """The key of the tab the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around: dict[str, int] = {}
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setDrawBase(False)
        self.setAccessibleName(self.tr("Ansichten dieses Schritts"))
        self.currentChanged.connect(self._tell)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self.go, step))

    @property
    def key(self) -> str:
        """Return the key of the tab shown."""
        return str(self.tabData(self.currentIndex()) or "")

    def show_tabs(self, tabs: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Show tabs as pairs of key and text; a single one hides the row."""
        with QSignalBlocker(self):
            if [(self.tabData(index), self.tabText(index)) for index in range(self.count())] != list(tabs):
                self._fill(tabs)
            self.choose(chosen)
        self.setVisible(len(tabs) > 1)

    def choose(self, key: str) -> None:
        """Show a tab as chosen, without telling anyone."""
        with QSignalBlocker(self):
            for index in range(self.count()):
                if self.tabData(index) == key:
                    self.setCurrentIndex(index)

    def go(self, step: int) -> None:
        """Go some tabs further, around the end."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + step) % self.count())

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size with room for the stronger words of the tab shown, so that none moves when it is another."""
        hint, font = super().tabSizeHint(index), self.font()
        if index == self.currentIndex() and font.key() not in self._around:
            return hint
        plain = self.fontMetrics().horizontalAdvance(self.tabText(index))
        around = self._around.setdefault(font.key(), hint.width() - plain)  # once, for it may be rounded otherwise
        font.setWeight(QFont.Weight.DemiBold)
        return QSize(around + QFontMetrics(font).horizontalAdvance(self.tabText(index)), hint.height())

    def _fill(self, tabs: Sequence[tuple[str, str]]) -> None:
        while self.count():
            self.removeTab(0)
        for key, text in tabs:
            index = self.addTab(text)
            self.setTabData(index, key)
            self.setTabToolTip(index, tip_text(text, "Ctrl+Tab"))

    def _tell(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.key)
