"""Files are dropped on the window, wherever the mouse stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.pages.forms.returned_files import unpacked
from kizdesk.ui.shell.window import MainWindow
from tests.ui.pages.returned.hands import Hands
from tests.ui.shell.small import SmallPage, key_shown, said


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    return Hands(window, qtbot)


def opened(hands: Hands) -> list[str]:
    """Return the names of the files that the page of returned forms was opened with."""
    page = hands.shell.navigator.page
    assert isinstance(page, SmallPage)
    return [path.name for path in unpacked(page.opened)]


def field_on_the_page(hands: Hands, kind: type[QWidget]) -> QWidget:
    page = hands.shell.navigator.page
    assert page is not None
    field = kind(page)
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(field)
    hands.qtbot.waitUntil(field.isVisible)
    hands.qtbot.waitUntil(lambda: field.width() > 100)
    return field


def test_forms_dropped_on_any_page_are_opened_where_they_are_read(hands: Hands) -> None:
    hands.drop([Path("/post/Neuss.pdf"), Path("/post/Kaarst.PDF")])
    assert key_shown(hands.window) == "forms.returned"
    assert opened(hands) == ["Neuss.pdf", "Kaarst.PDF"]


def test_a_photo_of_a_form_is_taken_too(hands: Hands) -> None:
    hands.drop([Path("/post/Formular.jpg")])
    assert opened(hands) == ["Formular.jpg"]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QTextEdit])
def test_a_text_field_does_not_take_a_file_for_words(hands: Hands, kind: type[QWidget]) -> None:
    field = field_on_the_page(hands, kind)
    hands.drop([Path("/post/Neuss.pdf")], over=field)
    assert key_shown(hands.window) == "forms.returned"
    assert not getattr(field, "text", getattr(field, "toPlainText", str))()


def test_a_part_of_a_page_that_keeps_files_gets_them(hands: Hands) -> None:
    part = field_on_the_page(hands, QWidget)
    part.setFixedHeight(100)
    part.setAcceptDrops(True)
    key = key_shown(hands.window)
    hands.hold([Path("/post/Neuss.pdf")], over=part)
    assert hands.hint == ""
    assert key_shown(hands.window) == key


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Brief.txt"], "„Brief.txt“ ist kein Formular und bleibt unberührt. Einlesen lassen sich PDF-Dateien"),
        (["Neuss.kizdesk"], "„Neuss.kizdesk“ ist ein Projekt. Gespräche lassen sich daraus übernehmen; Strg+O öffnet"),
        (["Rücklauf"], "„Rücklauf“ ist kein Formular und bleibt unberührt. Einlesen lassen sich PDF-Dateien"),
        (["a.docx", "b.xlsx"], "2 Dateien sind keine Formulare und bleiben unberührt. Einlesen lassen sich PDF"),
    ],
)
def test_what_is_no_form_is_told_in_a_sentence(hands: Hands, names: list[str], sentence: str) -> None:
    key = key_shown(hands.window)
    hands.drop([Path("/post") / name for name in names])
    assert said(hands.window).startswith(sentence)
    assert key_shown(hands.window) == key


@pytest.mark.parametrize("name", ["Kreis.dotx", "Bericht.DOCX", "Makros.dotm", "Alt.doc"])
def test_a_word_file_dropped_anywhere_leads_to_the_page_of_templates(hands: Hands, name: str) -> None:
    hands.drop([Path("/post") / name])
    assert key_shown(hands.window) == "output.house"
    page = hands.shell.navigator.page
    assert isinstance(page, SmallPage)
    assert Path(page.opened).name == name


def test_forms_among_other_files_are_taken(hands: Hands) -> None:
    hands.drop([Path("/post/Neuss.pdf"), Path("/post/Brief.docx")])
    assert opened(hands) == ["Neuss.pdf"]
    assert said(hands.window) == "„Brief.docx“ ist kein Formular und bleibt unberührt."


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        (["a.pdf"], "Loslassen, um das Formular einzulesen"),
        (["a.pdf", "b.pdf"], "Loslassen, um 2 Formulare einzulesen"),
        (["Kreis.dotx"], "Loslassen, um diese Datei als Hausvorlage zu verwenden"),
        (["a.pdf", "b.docx"], "Loslassen, um 1 von 2 Dateien als Formulare einzulesen"),
        (["b.txt"], "Hier lassen sich nur zurückgesandte Formulare einlesen (PDF)"),
    ],
)
def test_a_hint_says_what_letting_go_does(hands: Hands, names: list[str], hint: str) -> None:
    hands.hold([Path("/post") / name for name in names])
    assert hands.hint == hint
    hands.leave()
    assert hands.hint == ""


def test_words_that_are_dragged_are_none_of_its_business(hands: Hands) -> None:
    assert not hands.hold([])
    assert hands.hint == ""


def test_nothing_is_taken_when_the_project_is_closed(window: MainWindow, hands: Hands) -> None:
    window.close_project()
    assert not hands.hold([Path("/post/Neuss.pdf")])
