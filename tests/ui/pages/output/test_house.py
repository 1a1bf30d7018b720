"""Take a template and a logo by dropping and clicking, and choose what stands for what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.changes import Create
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.layout import HouseTemplate, StyleChoice
from kizdesk.project.basics.logo import logo
from kizdesk.project.files import sha256_of
from kizdesk.project.output.house_template import house_template, template_of
from kizdesk.ui.pages.output.house import HousePage
from kizdesk.ui.pages.output.logo_card import LogoCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.messages import MessageBar
from tests.writers.house.templates import german, png, with_macro


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session) -> Iterator[HousePage]:
    made = HousePage(empty_session)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    settled(qtbot, made)
    yield made
    settled(qtbot, made)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "Kreis.dotx"
    path.write_bytes(german(dotx=True))
    return path


def settled(qtbot: QtBot, page: HousePage) -> None:
    qtbot.waitUntil(lambda: not page.session.jobs.is_busy)


def took(qtbot: QtBot, page: HousePage, path: Path) -> None:
    """Have the page take a file, as after dropping it anywhere."""
    page.open(str(path))
    settled(qtbot, page)


def bar(page: HousePage) -> str:
    found = page.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return "" if found.isHidden() else found.text


def words(page: HousePage) -> str:
    return "\n".join(found.text() for found in page.findChildren(QLabel) if found.isVisible())


def click(page: HousePage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def box(page: HousePage, role: str) -> QComboBox:
    found = page.findChild(QComboBox, f"house-style-{role}")
    assert isinstance(found, QComboBox)
    return found


def test_an_empty_page_says_why_and_offers_to_choose_a_file(page: HousePage) -> None:
    assert "Noch keine Hausvorlage" in words(page)
    action = page.main_action()
    assert action is not None
    assert action.text() == "Vorlage wählen …"


def test_a_dropped_template_is_used_at_once_and_checked(qtbot: QtBot, page: HousePage, template: Path) -> None:
    took(qtbot, page, template)

    assert page.heading().subtitle == "Alle Word-Dateien erscheinen in der Gestaltung von „Kreis.dotx“"
    assert "Kopfzeile mit Logo" in words(page)
    qtbot.waitUntil(lambda: "zählt die Seiten nicht" in words(page))
    assert template_of(page.session.project).house is not None
    action = page.main_action()
    assert action is not None
    assert action.text() == "Probeseiten ansehen"


def test_undo_takes_the_template_back(qtbot: QtBot, page: HousePage, template: Path) -> None:
    took(qtbot, page, template)
    page.session.undo()
    settled(qtbot, page)

    assert house_template(page.session.project) is None
    assert "Noch keine Hausvorlage" in words(page)


def test_a_template_with_macros_is_refused_on_the_page_and_another_can_be_chosen(
    qtbot: QtBot, page: HousePage, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    macro = template.with_name("Brief.dotm")
    macro.write_bytes(with_macro())
    took(qtbot, page, macro)
    assert bar(page).startswith("„Brief.dotm“: Die Vorlage enthält Makros. Bitte in Word ohne Makros speichern")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(template), ""))
    click(page, "message-action")
    settled(qtbot, page)
    assert bar(page) == ""
    assert page.session.project.snapshot.all(HouseTemplate)


def test_a_file_that_is_gone_is_told(qtbot: QtBot, page: HousePage, template: Path) -> None:
    took(qtbot, page, template.with_name("weg.docx"))

    assert "weg.docx" in bar(page)


def test_the_box_keeps_the_template_aside(qtbot: QtBot, page: HousePage, template: Path) -> None:
    took(qtbot, page, template)
    found = page.findChild(QCheckBox, "house-use")
    assert isinstance(found, QCheckBox)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    settled(qtbot, page)

    assert page.heading().subtitle == "„Kreis.dotx“ ist da, wird aber nicht verwendet"
    assert template_of(page.session.project).house is None


def test_a_style_is_chosen_from_a_box(qtbot: QtBot, page: HousePage, template: Path) -> None:
    took(qtbot, page, template)
    found = box(page, "quote")
    assert found.currentText() == "nicht gefunden: kizdesk"
    found.setFocus()
    found.setCurrentIndex(found.findText("Infokasten"))
    found.activated.emit(found.currentIndex())
    settled(qtbot, page)

    choice = page.session.project.snapshot.all(StyleChoice)[0]
    assert (choice.role, choice.style) == ("quote", "Infokasten")
    assert found.currentText() == "Infokasten"
    assert page.reveal(Target(Step.OUTPUT, "style_choice", choice.id))
    assert found.hasFocus()
    found.activated.emit(0)
    settled(qtbot, page)
    assert page.session.project.snapshot.all(StyleChoice) == ()


def test_the_template_is_taken_away_by_a_button(qtbot: QtBot, page: HousePage, template: Path) -> None:
    took(qtbot, page, template)
    click(page, "house-remove")
    settled(qtbot, page)

    assert page.session.project.snapshot.all(HouseTemplate) == ()


def test_sample_pages_are_written_and_opened(
    qtbot: QtBot, page: HousePage, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    took(qtbot, page, template)
    action = page.main_action()
    assert action is not None
    action.trigger()
    settled(qtbot, page)

    assert [path.name for path in opened] == ["Probeseiten der Hausvorlage.docx"]
    assert opened[0].read_bytes().startswith(b"PK")


def test_what_is_said_of_sample_pages_goes_with_the_template(
    qtbot: QtBot, page: HousePage, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    took(qtbot, page, template)
    action = page.main_action()
    assert action is not None
    action.trigger()
    settled(qtbot, page)
    bar = page.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    assert "Die Probeseiten liegen hier" in bar.text
    assert bar.isVisible()
    click(page, "house-remove")
    settled(qtbot, page)
    assert bar.isHidden()


def test_a_logo_dropped_on_its_card_is_shown_and_can_be_taken_away(
    qtbot: QtBot, page: HousePage, tmp_path: Path
) -> None:
    path = tmp_path / "Wappen.png"
    path.write_bytes(png())
    drop(page, path)
    settled(qtbot, page)

    assert logo(page.session.project) == png()
    assert "Wappen.png" in words(page)
    click(page, "logo-remove")
    settled(qtbot, page)
    assert logo(page.session.project) is None
    assert "Wappen.png" not in words(page)


def test_a_logo_that_is_no_picture_is_refused_in_a_sentence(qtbot: QtBot, page: HousePage, tmp_path: Path) -> None:
    path = tmp_path / "Wappen.png"
    path.write_bytes(b"kein Bild")
    drop(page, path)
    settled(qtbot, page)

    assert bar(page).startswith("„Wappen.png“ ist kein Bild, das sich drucken lässt.")
    assert logo(page.session.project) is None


def drop(page: HousePage, path: Path) -> None:
    card = page.findChild(LogoCard)
    assert isinstance(card, LogoCard)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    no_keys = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    card.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, no_keys))


def test_a_template_that_cannot_be_used_is_told_and_can_be_taken_away(qtbot: QtBot, page: HousePage) -> None:
    project, data = page.session.project, b"%PDF-1.7"
    project.put_blob(data, sha256_of(data))
    file = Attachment(id="f", name="fremd.pdf", media_type="application/pdf", size=len(data), sha256=sha256_of(data))
    project.commit("x", Create(file), Create(HouseTemplate(id="h", attachment_id="f")))
    page.refresh(())
    settled(qtbot, page)

    assert "Die Hausvorlage „fremd.pdf“ lässt sich nicht verwenden." in words(page)
    action = page.main_action()
    assert action is not None
    assert action.text() == "Andere Vorlage wählen …"
    click(page, "house-remove")
    assert house_template(project) is None
