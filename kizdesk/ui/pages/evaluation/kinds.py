"""Say how the four kinds of evidence look and by which key they are set; never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF, QTextCharFormat

from kizdesk.domain.interviews import EvidenceKind
from kizdesk.ui.theme import Theme

Underline = QTextCharFormat.UnderlineStyle
KINDS = tuple(EvidenceKind)
COLOURS = {
    EvidenceKind.STRENGTH: "done",
    EvidenceKind.NEED: "info",
    EvidenceKind.OBSTACLE: "problem",
    EvidenceKind.IDEA: "attention",
}
_GROUNDS = {
    EvidenceKind.STRENGTH: "done_ground",
    EvidenceKind.NEED: "selection",
    EvidenceKind.OBSTACLE: "problem_ground",
    EvidenceKind.IDEA: "attention_ground",
}
_UNDERLINES = {
    EvidenceKind.STRENGTH: Underline.SingleUnderline,
    EvidenceKind.NEED: Underline.DashUnderline,
    EvidenceKind.OBSTACLE: Underline.WaveUnderline,
    EvidenceKind.IDEA: Underline.DotLine,
}
_PENS = {
    EvidenceKind.STRENGTH: Qt.PenStyle.SolidLine,
    EvidenceKind.NEED: Qt.PenStyle.DashLine,
    EvidenceKind.IDEA: Qt.PenStyle.DotLine,
}


def key_of(kind: EvidenceKind) -> str:
    """Return the key that sets a kind, from 1 to 4."""
    return str(KINDS.index(kind) + 1)


def kind_of_key(key: int) -> EvidenceKind | None:
    """Return the kind that a key sets; None for any other key."""
    place = key - int(Qt.Key.Key_1)
    return KINDS[place] if 0 <= place < len(KINDS) else None


def text_format(theme: Theme, kind: EvidenceKind, *, chosen: bool) -> QTextCharFormat:
    """Return how words of a kind are drawn in an answer."""
    made = QTextCharFormat()
    made.setUnderlineStyle(_UNDERLINES[kind])
    made.setUnderlineColor(theme.colour(COLOURS[kind]))
    made.setBackground(theme.colour(_GROUNDS[kind]))
    if chosen:
        made.setForeground(theme.colour(COLOURS[kind]))
    return made


def sample(theme: Theme, kind: EvidenceKind) -> QIcon:
    """Return the line of a kind as a sign for its button."""
    edge = theme.sizes.icon
    drawn = QPixmap(edge * 2, edge * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour(COLOURS[kind]), theme.sizes.focus)
    middle = edge / 2
    if kind is EvidenceKind.OBSTACLE:
        painter.setPen(pen)
        step = edge / 6
        zigzag = [QPointF(step * turn, middle + (step / 2 if turn % 2 else -step / 2)) for turn in range(7)]
        painter.drawPolyline(QPolygonF(zigzag))
    else:
        pen.setStyle(_PENS[kind])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, middle), QPointF(edge, middle))
    painter.end()
    return QIcon(drawn)
