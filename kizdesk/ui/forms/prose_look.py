"""Draw the marks of Markdown lightly while the source is being typed."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kizdesk.ui.theme import Theme

_BOLD = re.compile(r"\*\*(?=\S)(.{1,2000}?\S)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*(?=[^\s*])([^*]{1,2000}?[^\s*])\*(?!\*)")
_HEAD = re.compile(r"#{1,4} .*")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.) ")
_LINK = re.compile(r"\[[^\]]{0,500}\]\([^)]{0,2000}\)")
_LONGEST = 5000
"""Letters of a paragraph from which on it is left plain, for the hand must not wait."""


_NOTHING = 1.0
"""Points of a sign that is not to be seen: as small as type can be."""


class ProseLook(QSyntaxHighlighter):
    """Show bold as bold, and signs muted; while nobody writes, the stars of both need not be seen."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._with_stars = True
        theme.changed.connect(self.rehighlight)

    def show_stars(self, *, on: bool) -> None:
        """Show the stars of bold and italic words, or only what they do."""
        if on != self._with_stars:
            self._with_stars = on
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Draw one paragraph."""
        if len(text) > _LONGEST:
            return
        strong, leaning, muted = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        leaning.setFontItalic(True)
        muted.setForeground(self._theme.colour("muted"))
        if _HEAD.match(text):
            self.setFormat(0, len(text), strong)
        for pattern, look in ((_BOLD, strong), (_ITALIC, leaning), (_LINK, muted)):
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), look)
        if item := _ITEM.match(text):
            self.setFormat(0, item.end(), muted)
        if not self._with_stars:
            self._hide_stars(text)

    def _hide_stars(self, text: str) -> None:
        hidden = QTextCharFormat()
        hidden.setFontPointSize(_NOTHING)
        hidden.setForeground(self._theme.colour("surface"))
        for pattern in (_BOLD, _ITALIC):
            for found in pattern.finditer(text):
                width = found.start(1) - found.start()
                self.setFormat(found.start(), width, hidden)
                self.setFormat(found.end() - width, width, hidden)
