"""Break a text into a few lines for a delegate; the last one is shortened."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout

_ENOUGH = 300
"""Letters that can stand in a few lines; what follows need not be looked at."""


def broken(text: str, font: QFont, width: int, most: int = 2) -> list[str]:
    """Return at most so many lines that fit into a width."""
    words, metrics = " ".join(text[:_ENOUGH].split()), QFontMetrics(font)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        part = words[start:] if len(lines) == most - 1 else words[start : start + line.textLength()]
        lines.append(metrics.elidedText(part.strip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


def draw(painter: QPainter, place: QPoint, lines: list[str], font: QFont) -> None:
    """Draw lines below each other from a corner at the left top."""
    metrics = QFontMetrics(font)
    painter.setFont(font)
    for number, line in enumerate(lines):
        painter.drawText(place.x(), place.y() + number * metrics.height() + metrics.ascent(), line)
