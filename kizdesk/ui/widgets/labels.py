"""Make labels by their role, with word wrap that layouts understand."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.wrapping import broken, draw

ROLES = (
    "title",
    "subtitle",
    "card_title",
    "question",
    "value",
    "strong",
    "body",
    "muted",
    "small",
    "done",
    "attention",
    "problem",
    "info",
    "key",
    "rail_title",
    "rail_text",
    "rail_muted",
)
_MOST = MappingProxyType(
    {"title": 300, "subtitle": 300, "card_title": 300, "rail_title": 120, "rail_text": 300}
    | {"small": 1000, "problem": 1000, "attention": 1000}
)
"""Letters that a label of a role shows at most: what somebody pasted must not push the page off the screen."""

_LINES = 2


class WrapLabel(QLabel):
    """Wrap words and claim exactly the height they need at the width given."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(_shortened(text, role), parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        """Show the label in another role."""
        set_look(self, "role", role)

    def setText(self, text: str) -> None:
        """Show another text and claim its height."""
        super().setText(_shortened(text, str(self.property("role"))))
        self._claim()

    def minimumSizeHint(self) -> QSize:
        """Let the label become narrow; its height follows the width."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 12), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height at the new width."""
        super().resizeEvent(event)
        self._claim()

    def _claim(self) -> None:
        if self.minimumHeight() > 0:
            self.setMinimumHeight(0)  # the height for a width is never less than the least height
        needed = self.heightForWidth(self.width()) if self.isVisible() and self.width() > 0 else 0
        if needed > 0:
            self.setMinimumHeight(needed)


def _shortened(text: str, role: str) -> str:
    most = _MOST.get(role, len(text))
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


class ElidedLabel(QLabel):
    """Shorten a line that does not fit, with the whole text as tooltip."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._own_tip = False
        self._kept_tip = ""

    def keep_tip(self, text: str) -> None:
        """Show a tooltip of its own, whether the line is cut or not."""
        self._kept_tip = text
        self.setToolTip(text)

    def set_role(self, role: str) -> None:
        """Show the label in another role."""
        set_look(self, "role", role)

    def minimumSizeHint(self) -> QSize:
        """Let the label become as narrow as a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.fontMetrics().averageCharWidth() * 4), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, shortened at its end."""
        _ = event
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        self._explain(cut=shown != self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(rect, int(self.alignment() | Qt.TextFlag.TextSingleLine), shown)

    def _explain(self, *, cut: bool) -> None:
        if self._kept_tip:
            return
        if cut and self.toolTip() != self.text():
            self.setToolTip(self.text())
            self._own_tip = True
        elif not cut and self._own_tip:
            self.setToolTip("")
            self._own_tip = False


class FewLinesLabel(ElidedLabel):
    """Show a sentence in one line, or in two where it does not fit; the rest is in the tooltip."""

    def __init__(
        self, text: str = "", role: str = "body", parent: QWidget | None = None, *, steady: bool = True
    ) -> None:
        """Take the text, its role, and whether the room of two lines is claimed even where one is enough."""
        super().__init__(text, role, parent)
        self._steady = steady
        if not steady:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Claim the height of two lines."""
        hint = super().sizeHint()
        lines = _LINES if self._steady or not self._fits else 1
        return QSize(hint.width(), max(hint.height(), lines * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Let the label become narrow, and lower only where another may be in need of the room."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self.sizeHint().height() if self._steady else least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one line, or two."""
        room = self.contentsRect()
        words = " ".join(self.text().split())
        is_low = not self._steady and room.height() < _LINES * self.fontMetrics().height()
        if self._fits or is_low:
            super().paintEvent(event)
            return
        lines = broken(words, self.font(), room.width(), _LINES)
        self._explain(cut=" ".join(lines) != words)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        height = len(lines) * self.fontMetrics().height()
        draw(painter, QPoint(room.x(), room.center().y() - height // 2), lines, self.font())

    @property
    def _fits(self) -> bool:
        words = " ".join(self.text().split())
        return self.fontMetrics().horizontalAdvance(words) <= self.contentsRect().width()


def label(text: str = "", role: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> WrapLabel:
    """Return a label of a role."""
    made = WrapLabel(text, role, parent)
    made.setWordWrap(wrap)
    return made
