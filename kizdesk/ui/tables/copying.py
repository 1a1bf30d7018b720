"""Copy rows so that Excel and Word take them, with headings."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard
from shiboken6 import createdByPython

from kizdesk.ui.tables.column import Column, Row

_AS_TEXT = " style=\"mso-number-format:'\\@'\""
"""Tells Excel to leave the text alone, so that 1.10 stays a number of a chapter."""


def copied(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> QMimeData:
    """Return rows as text with tabs and as a table of a web page."""
    data = QMimeData()
    data.setText(tabbed(columns, rows))
    data.setHtml(table_html(columns, rows))
    return data


def tabbed(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> str:
    """Return rows as lines of cells with tabs between, headings first."""
    lines = [[column.title for column in columns]]
    lines += [[column.text_of(row) for column in columns] for row in rows]
    return "".join("\t".join(_one_line(cell) for cell in line) + "\n" for line in lines)


def table_html(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> str:
    """Return rows as a table of a web page, headings first."""
    head = "".join(f"<th>{escape(column.title)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(_cell(column, row) for column in columns) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _cell(column: Column[Row], row: Row) -> str:
    kept = _AS_TEXT if isinstance(column.value(row), str) else ""
    return f"<td{kept}>{escape(column.text_of(row))}</td>".replace("\n", "<br>")


def _one_line(cell: str) -> str:
    return " ".join(cell.split()) if any(sign in cell for sign in "\t\r\n") else cell


def leave_clipboard(clipboard: QClipboard) -> None:
    """Leave what was copied to the system as plain text before the program ends.

    WORKAROUND Qt lets go of the clipboard after Python has ended, and then crashes on data that Python made: remove
    when a QMimeData made in Python may outlive the interpreter.
    """
    text = clipboard.text()
    if text and createdByPython(clipboard.mimeData()):
        clipboard.setText(text)
