"""Put the marks of Markdown into a text, or take them away again."""

from __future__ import annotations

import re
from enum import Enum

from PySide6.QtGui import QTextCursor, QTextDocument

_ITEM = re.compile(r"(- |\d+\. )")


class Mark(Enum):
    """Tell what is marked."""

    BOLD = "**"
    ITALIC = "*"
    LIST = "- "
    NUMBERED = "1. "
    LINK = "[]()"


def put(mark: Mark, cursor: QTextCursor) -> None:
    """Mark what is chosen, or where the cursor stands; marked already, it is no longer."""
    cursor.beginEditBlock()
    if mark in (Mark.BOLD, Mark.ITALIC):
        _embrace(cursor, mark.value)
    elif mark is Mark.LINK:
        _link(cursor)
    else:
        _list(cursor, numbered=mark is Mark.NUMBERED)
    cursor.endEditBlock()


def _embrace(cursor: QTextCursor, sign: str) -> None:
    text = cursor.selectedText()
    inside = text.startswith(sign) and text.endswith(sign) and len(text) > 2 * len(sign)
    start = cursor.selectionStart()
    new = text[len(sign) : -len(sign)] if inside else f"{sign}{text}{sign}"
    cursor.insertText(new)
    if not text:
        cursor.setPosition(start + len(sign))


def _link(cursor: QTextCursor) -> None:
    cursor.insertText(f"[{cursor.selectedText() or 'Text'}](https://)")


def _list(cursor: QTextCursor, *, numbered: bool) -> None:
    document: QTextDocument = cursor.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    for number in range(first, last + 1):
        block = document.findBlockByNumber(number)
        line = QTextCursor(block)
        found = _ITEM.match(block.text())
        sign = f"{number - first + 1}. " if numbered else "- "
        if found:
            line.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, found.end())
            same = found[1][0].isdigit() == numbered
            line.insertText("" if same else sign)
        else:
            line.insertText(sign)
