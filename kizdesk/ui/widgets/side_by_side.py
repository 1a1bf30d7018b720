"""Show the old and the new words of something side by side, with what differs struck out and bold."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import WrapLabel, label

_SIZES = Sizes()
_LONGEST = 4000
"""Letters of a text that are compared word by word."""
_ALIKE, _FEW = 0.3, 20
"""Texts of more words than few of which less is the same are two texts: marks would only strike out the whole."""


class SideBySide(QScrollArea):
    """Be two texts with a head each, below what is to be said of them; what is too long scrolls.

    It is as high as its lines, and higher only where a layout gives it a share of the room left.
    """

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        """Take a name that a screen reader speaks, and the least height in lines of controls."""
        super().__init__(parent)
        self._heads = (label("", "small"), label("", "small"))
        self._texts = (WrapLabel(), WrapLabel())
        self._remark = label("", "attention")
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self.setAccessibleName(name)
        self.setMinimumHeight(_SIZES.control * lines)
        self._build()

    def sizeHint(self) -> QSize:
        """Return the least height: the same for every text, so that nothing moves from one to the next."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_heads(self, old: str, new: str) -> None:
        """Say what the texts are; a text without a head is left out."""
        for number, words in enumerate((old, new)):
            self._heads[number].setText(words)
            for widget in (self._heads[number], self._texts[number]):
                widget.setVisible(bool(words))
            self._grid.setColumnStretch(number, int(bool(words)))
        self._grid.setHorizontalSpacing(_SIZES.padding if old and new else 0)

    def show_texts(self, old: str, new: str, remark: str = "", *, without: tuple[str, str] = ("–", "–")) -> None:
        """Show two texts, or other words where one is empty."""
        for text, words, instead in zip(self._texts, marked(old, new), without, strict=True):
            text.setText(words or instead)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        inside, grid = self._inside, self._grid
        inside.setProperty("ground", "scroll")
        grid.setContentsMargins(0, 0, _SIZES.gap_small, 0)
        grid.setHorizontalSpacing(_SIZES.padding)
        grid.setVerticalSpacing(_SIZES.unit)
        for number, (head, text) in enumerate(zip(self._heads, self._texts, strict=True)):
            head.setAlignment(Qt.AlignmentFlag.AlignBottom)
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(head, 1, number)
            grid.addWidget(text, 2, number)
            grid.setColumnStretch(number, 1)
        grid.addWidget(self._remark, 0, 0, 1, 2)
        grid.setRowStretch(3, 1)
        self._remark.hide()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)


def marked(before: str, after: str) -> tuple[str, str]:
    """Return two texts as rich text: what is gone struck out, what is new bold, unless they have little in common."""
    if not before or not after or max(len(before), len(after)) > _LONGEST:
        return _rich(before), _rich(after)
    old, new = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if len(old) + len(new) > _FEW and matcher.ratio() < _ALIKE:
        return _rich(before), _rich(after)
    left: list[str] = []
    right: list[str] = []
    for same, first, last, start, end in matcher.get_opcodes():
        gone, come = _rich(" ".join(old[first:last])), _rich(" ".join(new[start:end]))
        left.append(gone if same == "equal" or not gone else f"<s>{gone}</s>")
        right.append(come if same == "equal" or not come else f"<b>{come}</b>")
    return " ".join(filter(None, left)), " ".join(filter(None, right))


def _rich(text: str) -> str:
    return escape(text).replace("\n", "<br>")
