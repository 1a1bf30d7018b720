from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kizdesk.places import resources_dir
from kizdesk.ui import theme as look
from kizdesk.ui.theme.icons import Icons
from kizdesk.ui.theme.sheet import style_sheet
from kizdesk.ui.theme.tokens import Tokens, dark, light


@pytest.fixture
def theme(qapp: QApplication) -> look.Theme:
    return look.apply(qapp)


def test_text_is_set_in_the_font_that_travels_with_the_program(theme: look.Theme, qtbot: QtBot) -> None:
    label = QLabel("Kommune")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert QFontInfo(label.font()).family() == "Source Sans 3"
    assert label.font().pointSizeF() == pytest.approx(theme.sizes.body)


def test_larger_type_is_larger_everywhere(theme: look.Theme) -> None:
    theme.choose(scale=1.15)
    assert theme.font().pointSizeF() == pytest.approx(theme.sizes.body * 1.15)


def test_a_change_of_scheme_is_told(theme: look.Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.colour("surface") == QColor(dark().surface)


def test_every_sign_can_be_drawn(theme: look.Theme) -> None:
    names = theme.icons.names()
    assert len(names) > 40
    for name in names:
        assert theme.pixmap(name).toImage().pixelColor(0, 0).alpha() == 0


def test_a_sign_has_the_colour_of_its_token_and_fits_the_screen(theme: look.Theme) -> None:
    drawn = theme.pixmap("stop", "problem", 16, 2.0)
    assert drawn.deviceIndependentSize().toSize() == QSize(16, 16)
    colours = {
        drawn.toImage().pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if drawn.toImage().pixelColor(x, y).alpha() == 255
    }
    assert colours == {QColor(theme.tokens.problem).name()}


def test_an_unknown_sign_is_said_to_be_unknown(theme: look.Theme) -> None:
    with pytest.raises(KeyError):
        theme.icon("einhorn")


@pytest.mark.parametrize("tokens", [light(), dark()], ids=["light", "dark"])
def test_signs_in_the_style_sheet_exist_and_have_the_colours_of_the_scheme(tokens: Tokens) -> None:
    folder = resources_dir() / "ui" / "sheet"
    named = set(re.findall(r"url\(kizdeskui:([^)]+)\)", style_sheet(tokens)))
    assert named
    allowed = {tokens.on_primary, tokens.muted, tokens.ink}
    for name in named:
        assert set(re.findall(r"#[0-9A-Fa-f]{6}", (folder / name).read_text())) <= allowed


def test_the_style_sheet_says_no_colour_but_those_of_the_tokens() -> None:
    tokens = dark()
    known = {str(getattr(tokens, name)).upper() for name in tokens.__dataclass_fields__}
    assert {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]+", style_sheet(tokens))} <= known


def test_signs_are_drawn_once() -> None:
    icons = Icons(resources_dir() / "ui" / "icons")
    assert icons.icon("plus", "#000000", "#888888") is icons.icon("plus", "#000000", "#888888")
