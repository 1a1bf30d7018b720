"""Put two or three columns side by side and remember how wide the user made them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.remembering import Remembers

_SIZES = Sizes()
_WHOLE = 1000


class Columns(QSplitter):
    """Be columns whose shares of the width the user can change."""

    def __init__(
        self,
        widgets: Sequence[QWidget],
        shares: Sequence[int],
        memory: Remembers,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take the widgets, their shares of the width, and the key the sizes are remembered under."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._memory = memory
        self._key = f"columns/{key}"
        self.setChildrenCollapsible(False)
        self.setHandleWidth(_SIZES.gap)
        for index, (widget, share) in enumerate(zip(widgets, shares, strict=True)):
            self.addWidget(widget)
            self.setStretchFactor(index, share)
        self._shares = list(shares)
        self._restore()
        self.splitterMoved.connect(self._remember)

    def stack(self, *, on: bool) -> None:
        """Put the widgets one below the other where there is no room side by side; both have sizes of their own."""
        wanted = Qt.Orientation.Vertical if on else Qt.Orientation.Horizontal
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            self._restore()

    @property
    def _place(self) -> str:
        return self._key if self.orientation() is Qt.Orientation.Horizontal else f"{self._key}/stacked"

    def _restore(self) -> None:
        shares = self._shares
        kept = self._memory.value(self._place, [str(share) for share in shares])
        found = [int(part) for part in kept if str(part).isdecimal() and int(part) > 0]
        parts = found if len(found) == len(shares) else shares
        self.setSizes([part * _WHOLE // sum(parts) for part in parts])

    def _remember(self) -> None:
        if all(self.sizes()):  # a hidden one would be remembered as having no width
            self._memory.remember(self._place, [str(size) for size in self.sizes()])
