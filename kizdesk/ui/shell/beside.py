"""Put the preview beside the page, where somebody wants to see what becomes of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from kizdesk.ui.catalogue import PageEntry
from kizdesk.ui.page import Page
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button, icon_button, tip_text
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.preview.pane import PreviewPane

KEYS = "F8"
_OPEN, _SIZES = "preview/open", "preview/sizes"
_SHARES = (58, 42)


class Beside(QSplitter):
    """Hold the column of the page, and the preview at its right if that is open; the pane is built when it opens."""

    turned = Signal()
    """The preview was opened or closed, also because another page has none."""
    left = Signal()
    """The preview was closed, and had the focus."""

    def __init__(self, session: Session, column: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._session = session
        self._is_wanted = session.memory.value(_OPEN, default=False)
        self._fits = False
        self._frame: QFrame | None = None
        self._close: QToolButton | None = None
        self._page: Page | None = None
        self.pane: PreviewPane | None = None
        self.button = button(self.tr("Druckvorschau"), kind="quiet", name="preview-beside")
        """Opens and closes the preview; shown only on pages that may have it."""
        self._build(column)
        self.splitterMoved.connect(self._remember)
        self.button.clicked.connect(self.toggle)
        session.looked.connect(self._follow)
        session.theme.changed.connect(self._draw_signs)

    @property
    def is_open(self) -> bool:
        """Tell whether the preview stands beside the page."""
        return self._frame is not None and not self._frame.isHidden()

    def show_for(self, entry: PageEntry, page: Page) -> None:
        """Show the preview beside a page if it is open and belongs there."""
        self._fits, self._page = entry.previews, page
        self._settle()
        self._follow()

    @Slot()
    def toggle(self) -> None:
        """Open the preview or close it, and remember that."""
        if not self._fits:
            self._session.open("output.preview")
            return
        self._is_wanted = not self._is_wanted
        self._session.memory.remember(_OPEN, self._is_wanted)
        had = self._has_focus()
        self._settle()
        self._follow()
        if had and not self.is_open:
            self.left.emit()

    def focus_search(self) -> bool:
        """Put the focus into the line for words if somebody is in the preview; returns False if not."""
        if self.pane is None or not self._has_focus():
            return False
        self.pane.focus_search()
        return True

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return self._frame is not None and focused is not None and self._frame.isAncestorOf(focused)

    def _build(self, column: QWidget) -> None:
        self.setChildrenCollapsible(False)
        self.setHandleWidth(self._session.theme.sizes.unit)
        self.addWidget(column)
        self.button.setCheckable(True)
        self.button.setToolTip(tip_text(self.tr("Neben der Seite zeigen, wie das Konzept gedruckt wird"), KEYS))
        self.button.hide()
        self._draw_signs()

    def _settle(self) -> None:
        was, opens = self.is_open, self._is_wanted and self._fits
        if opens and self._frame is None:
            self._make()
        if self._frame is not None:
            self._frame.setVisible(opens)
        self.button.setVisible(self._fits)
        self.button.setChecked(opens)
        if was != opens:
            self.turned.emit()

    def _make(self) -> None:
        """Build the pane with its head."""
        from kizdesk.ui.preview.pane import PreviewPane

        sizes = self._session.theme.sizes
        self._frame = frame = QFrame()
        self.pane = PreviewPane(self._session, "beside", narrow=True)
        close = icon_button(self._session.theme.icon("close"), self.tr("Vorschau schließen"), name="preview-close")
        close.setToolTip(tip_text(close.toolTip(), KEYS))
        close.clicked.connect(self.toggle)
        self._close = close
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Druckvorschau"), "card_title"), 1)
        head.addWidget(close)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, sizes.gap, sizes.gap, sizes.gap)
        column.setSpacing(sizes.unit)
        column.addLayout(head)
        column.addWidget(self.pane, 1)
        frame.setMinimumWidth(sizes.preview_least)
        self.addWidget(frame)
        kept = self._session.memory.value(_SIZES, [str(share) for share in _SHARES])
        parts = [int(part) for part in kept if part.isdecimal() and int(part) > 0]
        shares = parts if len(parts) == len(_SHARES) else _SHARES
        self.setSizes([sizes.rail_folds_below * share // sum(shares) for share in shares])
        for number, share in enumerate(_SHARES):
            self.setStretchFactor(number, share)

    @Slot()
    def _draw_signs(self) -> None:
        self.button.setIcon(self._session.theme.icon("eye"))
        if self._close is not None:
            self._close.setIcon(self._session.theme.icon("close"))

    @Slot()
    def _remember(self) -> None:
        if self.is_open:
            self._session.memory.remember(_SIZES, [str(size) for size in self.sizes()])

    @Slot()
    def _follow(self) -> None:
        """Show where that is printed which is edited; somebody who came by a click there sees it already."""
        looked = self._page.looked_at() if self._page is not None else None
        if self.pane is not None and self.is_open and looked is not None and not self.pane.is_leading:
            self.pane.follow(*looked)
