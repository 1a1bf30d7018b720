"""Show places to go to as a list of links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

Link = tuple[str, Callable[[], object]]
_MOST = 12
_LETTERS = 48


def number_text(count: int, one: str, many: str) -> str:
    """Return the words for one, or those for many with the number in them."""
    return one if count == 1 else many.format(count)


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
        short = text if len(text) <= _LETTERS else f"{text[:_LETTERS].rstrip()} …"
        made = button(short.replace("&", "&&"), kind="link", tip=text, name=f"link-{number}")
        made.setAccessibleName(text)
        made.setMinimumWidth(self._edge)
        made.clicked.connect(act)
        return made
