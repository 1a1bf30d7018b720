"""Show a figure as wide as its place, and as high as that makes it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.figure import FigureLike, FigureView


class FittedFigure(FigureView):
    """Be a figure in a page that scrolls; it claims its height from its width, and never grows beyond its own size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, most: int = 0) -> None:
        """Take the greatest height, 0 for none."""
        super().__init__(theme, parent)
        self._most = most
        self._least = theme.sizes.control * 4
        self._ratio = 0.0
        self._limit = 0.0
        self._base = 0
        self._slack = 2 * theme.sizes.padding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: FigureLike | None, names: Mapping[str, str] | None = None) -> None:
        """Show a figure and claim its height; without one there is nothing to see."""
        super().show_figure(figure, names)
        self._ratio = 0.0 if figure is None else figure.height / figure.width
        drawn = 0.0 if figure is None else figure.height
        self._limit = min(drawn, self._most) if self._most else drawn
        self.setVisible(figure is not None)
        self._claim()

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(self._least, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height at the new width."""
        super().resizeEvent(event)
        self._claim()

    def _height(self) -> int:
        """Return the height at a width that ignores the room of a scroll bar that comes and goes.

        Else a figure that fits only without the bar would call for it and send it away without end.
        """
        if not self._base <= self.width() <= self._base + self._slack:
            self._base = self.width()
        return round(min(self._base * self._ratio, self._limit))

    def _claim(self) -> None:
        if self.height() != self._height() or self.minimumHeight() != self._height():
            self.setFixedHeight(self._height())
