"""Show a figure whose regions can be chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kizdesk.ui.theme import Theme

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RegionLike(Protocol):
    """Be a place in a figure that can be chosen."""

    @property
    def id(self) -> str:
        """Return the id of the record it stands for."""

    @property
    def rings(self) -> Sequence[Sequence[tuple[float, float]]]:
        """Return outlines in the coordinates of the figure."""


class FigureLike(Protocol):
    """Be a drawing with words for those who do not see it."""

    @property
    def svg(self) -> str:
        """Return the drawing."""

    @property
    def alt(self) -> str:
        """Return what it shows, in words."""

    @property
    def width(self) -> float:
        """Return the width it was drawn for."""

    @property
    def height(self) -> float:
        """Return the height it was drawn for."""

    @property
    def regions(self) -> Sequence[RegionLike]:
        """Return its regions in reading order."""


class FigureView(QWidget):
    """Be a figure on light paper; regions answer to the mouse, the arrow keys and Enter."""

    region_chosen = Signal(str)
    """The id of the region the user chose."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure: FigureLike | None = None
        self._renderer = QSvgRenderer(self)
        self._names: Mapping[str, str] = {}
        self._paths: dict[str, QPainterPath] = {}
        self._current = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        """Return the id of the region the keyboard stands on."""
        return self._current

    def show_figure(self, figure: FigureLike | None, names: Mapping[str, str] | None = None) -> None:
        """Show a figure; names say what its regions are called."""
        if figure == self._figure and names == self._names:
            return
        self._figure = figure
        self._names = names or {}
        self._paths = {} if figure is None else {region.id: _outline(region.rings) for region in figure.regions}
        if self._current not in self._paths:
            self._current = ""
        if figure is not None:
            self._renderer.load(figure.svg.encode())
            self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._paths else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(figure.alt if figure else "")
        if not self.accessibleName() and figure is not None:
            self.setAccessibleName(self.tr("Abbildung"))
        self.updateGeometry()
        self.update()

    def region_at(self, spot: QPointF) -> str:
        """Return the id of the region at a point of the widget, or nothing."""
        place = self._place()
        if self._figure is None or place.isEmpty():
            return ""
        scale = place.width() / self._figure.width
        inside = (spot - place.topLeft()) / scale
        return next((ident for ident, path in self._paths.items() if path.contains(inside)), "")

    def sizeHint(self) -> QSize:
        """Return the size the figure was drawn for."""
        return QSize() if self._figure is None else QSize(round(self._figure.width), round(self._figure.height))

    def minimumSizeHint(self) -> QSize:
        """Let the figure become small."""
        return QSize(self._theme.sizes.control * 4, self._theme.sizes.control * 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw paper, figure and the region the keyboard stands on."""
        _ = event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.sizes.radius
        edge = self._theme.sizes.focus
        inside = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setPen(QPen(self._theme.colour("focus"), edge) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(inside, radius, radius)
        place = self._place()
        if not place.isEmpty():
            self._renderer.render(painter, place)
            self._paint_current(painter, place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the region under the mouse."""
        ident = self.region_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and ident:
            self._stand_on(ident)
            self.region_chosen.emit(ident)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be chosen."""
        found = self.region_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the regions with the arrows; Enter chooses."""
        key = Qt.Key(event.key())
        if self._paths and key in (*_BACK, *_ON):
            self._step(1 if key in _ON else -1)
        elif self._current and key in _TAKE:
            self.region_chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the name of the region under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            name = self._names.get(self.region_at(QPointF(event.pos())), "")
            QToolTip.showText(event.globalPos(), name, self)
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def _place(self) -> QRectF:
        if self._figure is None or self._figure.width <= 0 or self._figure.height <= 0:
            return QRectF()
        edge = self._theme.sizes.unit
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        scale = min(room.width() / self._figure.width, room.height() / self._figure.height)
        place = QRectF(0, 0, self._figure.width * scale, self._figure.height * scale)
        place.moveCenter(room.center())
        return place

    def _paint_current(self, painter: QPainter, place: QRectF) -> None:
        path = self._paths.get(self._current)
        if path is None or self._figure is None or not self.hasFocus():
            return
        scale = place.width() / self._figure.width
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, token in ((6, "paper"), (3, "paper_ink")):
            painter.setPen(QPen(self._theme.colour(token), width / scale))
            painter.drawPath(path)

    def _step(self, step: int) -> None:
        idents = list(self._paths)
        place = idents.index(self._current) + step if self._current else (0 if step > 0 else -1)
        self._stand_on(idents[place % len(idents)])

    def _stand_on(self, ident: str) -> None:
        self._current = ident
        self.setAccessibleName(self._names.get(ident, self.tr("Abbildung")))
        self.update()


def _outline(rings: Sequence[Sequence[tuple[float, float]]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    return path
