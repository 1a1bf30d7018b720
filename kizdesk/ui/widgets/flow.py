"""Lay out buttons and chips in rows that wrap as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import ElidedLabel

_SIZES = Sizes()


class FlowLayout(QLayout):
    """Place items side by side and begin a new row when one does not fit."""

    def __init__(self, parent: QWidget | None = None, gap: int = _SIZES.gap_small) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def put_first(self) -> None:
        """Put the last item before all others."""
        self._items.insert(0, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Claim no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width."""
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """Return the size with everything in one row."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def _place(self, rect: QRect, *, moving: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), rect.width())
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, row = rect.x(), y + row + self._gap, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, hint.height())))
            x += width + self._gap
            row = max(row, hint.height())
        return y + row - rect.y()


class FlowRow(QWidget):
    """Be a row of buttons or chips that wraps."""

    def __init__(self, parent: QWidget | None = None, gap: int = _SIZES.gap_small) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flow.addWidget(widget)

    def insert_first(self, widget: QWidget) -> None:
        """Put a widget before all others."""
        self._flow.addWidget(widget)
        self._flow.put_first()

    def clear(self) -> None:
        """Take all widgets out."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # else a layout that shows it a moment later would open it as a window
                widget.setParent(None)
                widget.deleteLater()
        self.updateGeometry()


class Chip(QFrame):
    """Be a short word in a rounded frame, with a button that takes it away if wanted."""

    removed = Signal(str)
    """The id of the chip the user took away."""

    def __init__(self, text: str, ident: str = "", parent: QWidget | None = None, *, removable: bool = False) -> None:
        super().__init__(parent)
        self._ident = ident
        self.setProperty("ground", "chip")
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIZES.gap_small, 1, _SIZES.unit if removable else _SIZES.gap_small, 1)
        row.setSpacing(_SIZES.unit)
        row.addWidget(ElidedLabel(text))
        if removable:
            row.addWidget(self._cross(text))

    def _cross(self, text: str) -> QToolButton:
        cross = QToolButton(self)
        cross.setText("×")
        cross.setProperty("kind", "cross")
        cross.setObjectName(f"remove-{self._ident}")
        cross.setAccessibleName(self.tr("{0} entfernen").format(text))
        cross.setToolTip(cross.accessibleName())
        cross.clicked.connect(self._remove)
        return cross

    def _remove(self) -> None:
        self.removed.emit(self._ident)
