from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from kizdesk.ui.shell.window import MainWindow
from tests.ui.shell.small import button, shell


def test_tab_goes_from_the_page_to_the_foot_even_where_a_field_was_made_late(window: MainWindow) -> None:
    page = shell(window).navigator.page
    assert page is not None
    late = QLineEdit(page)
    layout = page.layout()
    if layout is None:
        layout = QVBoxLayout(page)
    layout.addWidget(late)
    late.show()
    late.setFocus()

    QTest.keyClick(late, Qt.Key.Key_Tab)

    foot = [button(window, name) for name in ("show-missing", "go-back", "go-on")]
    assert window.focusWidget() in foot
