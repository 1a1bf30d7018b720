"""Show places to go to as a list of links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label

Link = tuple[str, Callable[[], object]]
_MOST = 12


def number_text(count: int, one: str, many: str) -> str:
    """Return the words for one, or those for many with the number in them."""
    return one if count == 1 else many.format(count)


class FittedLink(QPushButton):
    """Be a link that is shortened only where it has no room; the whole text is its tooltip."""

    def __init__(self, text: str, least: int, parent: QWidget | None = None) -> None:
        """Take the words, and how narrow they may become."""
        super().__init__(parent)
        self._words = " ".join(text.split())
        self._least = least
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._show(self._words)

    def sizeHint(self) -> QSize:
        """Ask for the room of all words."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        shown = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(hint.width() - shown + metrics.horizontalAdvance(self._words), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Let the link become narrow."""
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room."""
        super().resizeEvent(event)
        metrics, lack = self.fontMetrics(), self.sizeHint().width() - self.width()
        room = metrics.horizontalAdvance(self._words) - lack
        cut = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._show(cut if lack > 0 else self._words)

    def _show(self, words: str) -> None:
        text = words.replace("&", "&&")
        if text != self.text():
            self.setText(text)


class LinkCard(QWidget):
    """Be a short list of links under a title; without links it says why."""

    def __init__(self, session: Session, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = session.theme.sizes.control
        self._title = label(title, "card_title")
        self._nothing = label("", "muted")
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, session.theme.sizes.padding, 0, 0)
        column.setSpacing(session.theme.sizes.unit)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self._nothing)

    def show_links(self, links: Sequence[Link], nothing: str) -> None:
        """Show other links, at most a dozen; the rest is counted."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (text, act) in enumerate(links[:_MOST]):
            self._rows.addWidget(self._link(number, text, act))
        rest = len(links) - _MOST
        more = self.tr("Dazu kommen {0} weitere.").format(rest) if rest > 0 else ""
        self._nothing.setText(more if links else nothing)
        self._nothing.setVisible(bool(self._nothing.text()))

    def _link(self, number: int, text: str, act: Callable[[], object]) -> QWidget:
        made = FittedLink(text, self._edge)
        made.setObjectName(f"link-{number}")
        made.clicked.connect(act)
        return made
