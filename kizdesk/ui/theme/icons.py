"""Draw the signs of the program in any colour of the theme and for any screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 18, 20, 24, 32, 36, 48, 64)
"""Edge lengths in device pixels that a QIcon holds ready."""


class Icons:
    """Hold the signs drawn so far; colours are the hex values of the tokens."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        self._renderers: dict[str, QSvgRenderer] = {}

    def names(self) -> tuple[str, ...]:
        """Return the names of all signs."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.svg")))

    def icon(self, name: str, colour: str, disabled: str) -> QIcon:
        """Return a sign as an icon that also knows how it looks when it cannot be used."""
        key = (name, colour, disabled)
        if key not in self._icons:
            made = QIcon()
            for edge in _SIZES:
                made.addPixmap(self._draw(name, colour, edge))
                made.addPixmap(self._draw(name, disabled, edge), QIcon.Mode.Disabled)
            self._icons[key] = made
        return self._icons[key]

    def pixmap(self, name: str, colour: str, edge: int, ratio: float = 1.0) -> QPixmap:
        """Return a sign as a picture with the edge given in logical pixels."""
        drawn = QPixmap(self._draw(name, colour, round(edge * ratio)))
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def paint(self, painter: QPainter, name: str, colour: str, where: QRectF) -> None:
        """Draw a sign into a rectangle."""
        ratio = painter.device().devicePixelRatioF()
        edge = round(min(where.width(), where.height()))
        painter.drawPixmap(where.topLeft(), self.pixmap(name, colour, edge, ratio))

    def _draw(self, name: str, colour: str, edge: int) -> QPixmap:
        key = (name, colour, edge)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._tinted(name, colour, edge)
        return self._pixmaps[key]

    def _tinted(self, name: str, colour: str, edge: int) -> QPixmap:
        renderer = self._renderer(name)
        drawn = QPixmap(QSize(edge, edge))
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, edge, edge))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(drawn.rect(), QColor(colour))
        painter.end()
        return drawn

    def _renderer(self, name: str) -> QSvgRenderer:
        if name not in self._renderers:
            path = self._folder / f"{name}.svg"
            if not path.is_file():
                raise KeyError(f"no sign named {name}")
            self._renderers[name] = QSvgRenderer(str(path))
        return self._renderers[name]
