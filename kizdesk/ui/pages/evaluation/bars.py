"""Draw how often each option was chosen, and mean and spread of scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kizdesk.project.comparison import Comparison, ScaleSummary
from kizdesk.ui.theme import Theme

_LABEL, _BAR = 0.42, 0.24
"""Shares of a line for its label and its bar; the rest is for the words."""
_LINES = 5
"""So many lines are seen at once; more scroll."""
_WIDE = 60
"""From so many letters a column on, bars stand in two columns."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Be one line: what was chosen, the share, and the count or mean in words."""

    label: str
    share: float
    words: str
    told: str = ""
    """The same at length, for the tooltip and for screen readers."""

    @property
    def line(self) -> str:
        """Return label and words at length."""
        return f"{self.label}: {self.told or self.words}"


def bars_of(comparison: Comparison) -> tuple[Bar, ...]:
    """Return the lines that sum up a comparison; none for answers in words."""
    options = [Bar(option.label, option.share, f"{option.count} ({option.share:.0%})".replace("%", " %"))
               for option in comparison.options]  # fmt: skip
    scales = [_scale_bar(scale) for scale in comparison.scales]
    return (*options, *scales)


def _scale_bar(scale: ScaleSummary) -> Bar:
    label = scale.label or f"1 {scale.low_label} – 5 {scale.high_label}"
    return Bar(label, (scale.mean - 1) / 4 if scale.count else 0.0, scale.text.partition(" (")[0], scale.text)


class BarChart(QWidget):
    """Be the bars; they take one column or two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def line_height(self) -> int:
        """Return the height of a line."""
        return self.fontMetrics().height() + self._theme.sizes.unit

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        told = "; ".join(bar.line for bar in bars)
        self.setAccessibleName(self.tr("Zusammenfassung"))
        self.setAccessibleDescription(told)
        self.setToolTip("\n".join(bar.line for bar in bars))
        self._claim()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        return QSize(super().sizeHint().width(), self._lines() * self.line_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        self._claim()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines, gap = max(1, self._lines()), self._theme.sizes.gap
        width = (self.width() - gap * (self._columns() - 1)) / self._columns()
        for number, bar in enumerate(self._bars):
            left, top = number // lines * (width + gap), number % lines * self.line_height
            self._paint_bar(painter, bar, QRectF(left, top, width, self.line_height))

    def _columns(self) -> int:
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        return 2 if len(self._bars) > _LINES and letters >= 2 * _WIDE else 1

    def _lines(self) -> int:
        return -(-len(self._bars) // self._columns())

    def _claim(self) -> None:
        self.setFixedHeight(self._lines() * self.line_height)

    def _paint_bar(self, painter: QPainter, bar: Bar, where: QRectF) -> None:
        metrics, gap = self.fontMetrics(), self._theme.sizes.gap_small
        room = QRectF(where.left(), where.top(), where.width() * _LABEL - gap, where.height())
        side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(room, side, metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, int(room.width())))
        height = self._theme.sizes.gap_small
        track = QRectF(where.left() + where.width() * _LABEL, 0, where.width() * _BAR, height)
        track.moveTop(where.center().y() - height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("track"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        if bar.share > 0:
            track.setWidth(max(track.width() * min(bar.share, 1.0), height))
            painter.setBrush(self._theme.colour("primary"))
            painter.drawRoundedRect(track, height / 2, height / 2)
        left = where.left() + where.width() * (_LABEL + _BAR) + gap
        rest = QRectF(left, where.top(), where.right() - left, where.height())
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(rest, side, metrics.elidedText(bar.words, Qt.TextElideMode.ElideRight, int(rest.width())))


class Summary(QScrollArea):
    """Be the bars, scrolled where they are many; without any it hides."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = BarChart(theme)
        self.setWidget(self.chart)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Zusammenfassung"))
        self.viewport().setAutoFillBackground(False)
        self.chart.setAutoFillBackground(False)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show bars, or hide without any."""
        self.chart.show_bars(bars)
        self.setVisible(bool(bars))
        self.setFixedHeight(min(len(bars), _LINES) * self.chart.line_height)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if len(bars) > _LINES else Qt.FocusPolicy.NoFocus)
