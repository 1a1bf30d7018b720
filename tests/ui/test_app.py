"""Test that the application speaks German and finds its display before Qt looks for one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QApplication

from kizdesk.ui import display
from kizdesk.ui.app import speak_german
from kizdesk.ui.display import NO_DISPLAY, Display, find


def test_dates_numbers_and_buttons_are_german(qapp: QApplication) -> None:
    speak_german(qapp)
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert QLocale().toString(QDate(2026, 1, 17), QLocale.FormatType.ShortFormat) == "17.01.26"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_mac_always_have_a_display(system: str) -> None:
    assert find({}, system) == Display()


def test_a_machine_without_a_screen_says_so() -> None:
    assert find({}, "linux").problem == NO_DISPLAY


def test_where_one_kind_of_display_fails_the_other_is_taken() -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
    found = find(environment, "linux", lambda platform: "fehlt" if platform == "wayland" else "")
    assert found == Display("xcb")


def test_missing_libraries_are_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    real = display._load
    monkeypatch.setattr(display, "_load", lambda name: None if name == "libxcb-cursor.so.0" else real("libc.so.6"))
    told = find({"DISPLAY": ":0"}, "linux").problem
    assert told.endswith("sudo apt-get install libxcb-cursor0")


def test_tests_draw_without_a_screen() -> None:
    assert find({"QT_QPA_PLATFORM": "offscreen"}, "linux") == Display("offscreen")
