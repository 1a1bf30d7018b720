"""Show numbers at the head of a page; on a low screen they fold into one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import ElidedLabel

_SIZES = Sizes()
_FULL = 1000


@dataclass(frozen=True, slots=True)
class Stat:
    """Be one number: as text, what it counts, and its share of the whole if there is one."""

    value: str
    caption: str
    share: float | None = None
    tip: str = ""

    @property
    def line(self) -> str:
        """Return number and caption as one phrase."""
        return f"{self.value} {self.caption}"


def share_bar(share: float, name: str) -> QProgressBar:
    """Return a thin bar that shows a share from 0 to 1."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, _FULL)
    bar.setValue(round(share * _FULL))
    bar.setAccessibleName(name)
    return bar


class StatCard(QFrame):
    """Be a card with a large number, its caption and a bar."""

    def __init__(self, stat: Stat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self.setAccessibleName(stat.line)
        self.setToolTip(stat.tip)
        outer = QVBoxLayout(self)
        pad = _SIZES.padding
        outer.setContentsMargins(pad, pad - 2 * _SIZES.unit, pad, pad - _SIZES.unit)
        outer.setSpacing(_SIZES.unit)
        outer.addWidget(ElidedLabel(stat.value, "value"))
        outer.addWidget(ElidedLabel(stat.caption, "muted"))
        if stat.share is not None:
            outer.addWidget(share_bar(stat.share, stat.line))
        outer.addStretch(1)


class StatRow(QWidget):
    """Be the row of number cards; below 700 logical pixels of window height it is one line."""

    folded = Signal(bool)
    """The row is one line now, or is cards again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stats: tuple[Stat, ...] = ()
        self._window: QWidget | None = None
        self._folded = self._yielding = False
        self._stack = QStackedLayout(self)
        self._cards = QWidget()
        self._row = QHBoxLayout(self._cards)
        self._strip = QFrame()
        self._line = ElidedLabel()
        self._build()

    @property
    def is_folded(self) -> bool:
        """Return whether the row is one line."""
        return self._folded

    def show_stats(self, stats: Sequence[Stat]) -> None:
        """Show other numbers."""
        if tuple(stats) == self._stats:
            return
        self._stats = tuple(stats)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for stat in self._stats:
            card = StatCard(stat)
            self._row.addWidget(card, 0 if stat.share is None else 1)
            card.show()
        if self._stats and all(stat.share is None for stat in self._stats):
            self._row.addStretch(1)
        self._line.setText(" · ".join(stat.line for stat in self._stats))

    def fold(self, *, folded: bool) -> None:
        """Show one line instead of cards, or cards again."""
        if folded == self._folded:
            return
        self._folded = folded
        self._stack.setCurrentIndex(int(folded))
        self._bound()
        self.folded.emit(folded)

    def height_of(self, *, folded: bool) -> int:
        """Return how high the row is as one line, or as cards."""
        return (self._strip if folded else self._cards).sizeHint().height()

    def give_room(self, *, wanted: bool) -> None:
        """Be one line in a high window too, because what stands below needs the room; or no longer."""
        self._yielding = wanted
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the window from now on."""
        super().showEvent(event)
        if self._window is not self.window():
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = self.window()
            self._window.installEventFilter(self)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold or unfold when the window changes its height."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self.fold(folded=self._yielding or self.window().height() < _SIZES.cards_fold_below)
        self._bound()

    def _bound(self) -> None:
        shown = self._stack.currentWidget()
        for page in (self._cards, self._strip):
            page.setMaximumHeight(page.sizeHint().height() if page is shown else 0)
        if shown is not None:
            self.setFixedHeight(shown.sizeHint().height())

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_SIZES.gap)
        self._strip.setProperty("ground", "card")
        inner = QHBoxLayout(self._strip)
        inner.setContentsMargins(_SIZES.padding, _SIZES.gap_small, _SIZES.padding, _SIZES.gap_small)
        inner.addWidget(self._line)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._cards)
        self._stack.addWidget(self._strip)
