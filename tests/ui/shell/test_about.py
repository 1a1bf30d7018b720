"""The licences name what the program is built on, no more and no less."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kizdesk.ui.shell.about_panel import AboutPanel
from kizdesk.ui.theme import Theme

_PROJECT = Path(__file__).parents[3] / "pyproject.toml"
_WORDS = {"sqlcipher3": "sqlcipher", "pyside6": ""}
"""What a package is called there; PySide6 has a paragraph of its own."""


def test_the_licences_name_every_package_the_program_needs(qtbot: QtBot, theme: Theme) -> None:
    under = QLabel()
    qtbot.addWidget(under)
    panel = AboutPanel(theme, under)
    panel.ask()
    told = next(found.text() for found in panel.findChildren(QLabel) if "Python (PSF)" in found.text())
    named = {part.casefold() for part in re.split(r", | und ", re.sub(r" \(.*?\)", "", told.partition(". ")[0]))}
    needed = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    packages = {re.split(r"[^\w-]", line)[0].casefold() for line in needed}
    assert named == {_WORDS.get(package, package) for package in packages} - {""} | {"python"}
