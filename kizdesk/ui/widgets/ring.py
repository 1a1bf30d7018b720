"""Draw the ring that shows how far something is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kizdesk.ui.theme import Theme

_FULL = 360 * 16


def percent_text(share: float) -> str:
    """Return a share in words that a screen reader speaks."""
    return "vollständig" if share >= 1 else f"{round(share * 100)} Prozent"


def paint_ring(painter: QPainter, where: QRectF, theme: Theme, share: float, *, rail: bool = False) -> None:
    """Draw the ring of a share from 0 to 1 into a square; a whole one is a filled circle with a tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = min(where.width(), where.height())
    square = QRectF(0, 0, edge, edge)
    square.moveCenter(where.center())
    if share >= 1:
        _paint_done(painter, square, theme, rail=rail)
    else:
        _paint_arc(painter, square, theme, share, rail=rail)
    painter.restore()


def paint_sign(painter: QPainter, where: QRectF, theme: Theme, share: float) -> None:
    """Draw the small sign of a table cell: empty ring, part of a pie, or a circle with a tick."""
    if share >= 1:
        paint_ring(painter, where, theme, 1.0)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = min(where.width(), where.height())
    width = edge / 12
    square = QRectF(0, 0, edge - width, edge - width)
    square.moveCenter(where.center())
    painter.setPen(QPen(theme.colour("field_line" if share > 0 else "track_ring"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(square)
    if share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        inner = square.adjusted(width, width, -width, -width)
        painter.drawPie(inner, 90 * 16, -max(1, round(share * _FULL)))
    painter.restore()


def _paint_done(painter: QPainter, square: QRectF, theme: Theme, *, rail: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("rail_done" if rail else "done"))
    painter.drawEllipse(square)
    _paint_tick(painter, square, theme.colour("rail" if rail else "surface"))


def _paint_tick(painter: QPainter, square: QRectF, colour: QColor) -> None:
    pen = QPen(colour, square.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [(0.28, 0.53), (0.44, 0.68), (0.72, 0.36)]
    spots = [QPointF(square.left() + x * square.width(), square.top() + y * square.height()) for x, y in points]
    painter.drawPolyline(spots)


def _paint_arc(painter: QPainter, square: QRectF, theme: Theme, share: float, *, rail: bool) -> None:
    width = square.width() / 8
    inner = square.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("rail_track" if rail else "track_ring"), width))
    painter.drawEllipse(inner)
    if share > 0:
        pen = QPen(theme.colour("rail_ring" if rail else "primary"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -max(16, round(share * _FULL)))


class Ring(QWidget):
    """Be a ring that shows a share from 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, rail: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = rail
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_share(0.0)

    @property
    def share(self) -> float:
        """Return the share shown."""
        return self._share

    def show_share(self, share: float, what: str = "") -> None:
        """Show a share; ``what`` says of what, for a screen reader."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{what}: {percent_text(self._share)}" if what else percent_text(self._share))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a ring on the rail."""
        return QSize(self._theme.sizes.ring, self._theme.sizes.ring)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        _ = event
        paint_ring(QPainter(self), QRectF(self.rect()), self._theme, self._share, rail=self._rail)
