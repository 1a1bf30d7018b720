"""Be the hands and eyes of somebody who works on the page of forms."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.pages.forms.sent import FormsPage
from kizdesk.ui.widgets.messages import MessageBar

W = TypeVar("W", bound=QWidget)


def inner(page: QWidget, name: str, kind: type[W]) -> W:
    holder = page.findChild(QWidget, name)
    assert isinstance(holder, QWidget)
    found = holder.findChild(kind)
    assert isinstance(found, kind)
    return found


def press(page: QWidget, text: str) -> None:
    """Click the button of some words."""
    made = next(it for it in page.findChildren(QPushButton) if it.text() == text and it.isVisible())
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def tick(page: QWidget, name: str, text: str) -> None:
    holder = page.findChild(QWidget, name)
    assert isinstance(holder, QWidget)
    box = next(it for it in holder.findChildren(QCheckBox) if it.text() == text)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)


def write(page: QWidget, name: str, text: str) -> None:
    line = inner(page, name, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def is_shown(page: QWidget, name: str) -> bool:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found.isVisible()


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def submit(page: FormsPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.sheet.submit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.session.jobs.is_busy, timeout=20_000)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def bar(page: FormsPage) -> MessageBar:
    found = page.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found
