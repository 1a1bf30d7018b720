"""Print what the preview shows: the chosen pages come out, in their order, and lying ones are turned."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.ui.jobs import Cancelled
from kizdesk.ui.pages.output.preview import PreviewPage
from kizdesk.ui.preview import paper
from kizdesk.ui.preview.live import LivePrint
from kizdesk.ui.session import Session
from tests.ui.pages.showing import Ears
from tests.ui.preview.conftest import QuickPress, pdf_of

PAGES = 6
DOTS = 72


@pytest.fixture
def pdf() -> bytes:
    """Return six pages that say their number, the fourth one lying."""
    return pdf_of([f"Seite {number}" for number in range(1, PAGES + 1)], lying=4)


def printer(path: Path, first: int = 0, last: int = 0) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    made.setResolution(DOTS)
    if first:
        made.setPrintRange(QPrinter.PrintRange.PageRange)
        made.setFromTo(first, last)
    return made


def silent(_text: str, _share: float) -> None:
    """Show no progress."""


def inked(path: Path, page: int) -> tuple[bool, bool]:
    """Tell whether the upper and the left edge of a page have ink."""
    document = QPdfDocument()
    document.load(str(path))
    image = document.render(page, document.pagePointSize(page).toSize())
    document.close()
    white = QColor("white").rgb()

    def has_ink(x: range, y: range) -> bool:
        return any(QColor(image.pixelColor(at, down)).rgb() not in (white, 0) for at in x for down in y)

    return has_ink(range(40, 200), range(20, 45)), has_ink(
        range(image.width() - 45, image.width() - 20), range(40, 200)
    )


def count(path: Path) -> int:
    document = QPdfDocument()
    document.load(str(path))
    pages = document.pageCount()
    document.close()
    return pages


def test_all_pages_are_printed(pdf: bytes, tmp_path: Path) -> None:
    assert paper.PaperWork(pdf, printer(tmp_path / "alle.pdf"))(silent) == PAGES
    assert count(tmp_path / "alle.pdf") == PAGES


def test_only_the_chosen_pages_are_printed(pdf: bytes, tmp_path: Path) -> None:
    assert paper.PaperWork(pdf, printer(tmp_path / "drei.pdf", 2, 4))(silent) == 3
    assert count(tmp_path / "drei.pdf") == 3


def test_the_order_of_the_printer_is_kept(tmp_path: Path) -> None:
    made = printer(tmp_path / "x.pdf", 2, 4)
    assert paper.wanted_pages(made, PAGES) == [1, 2, 3]
    made.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert paper.wanted_pages(made, PAGES) == [3, 2, 1]


def test_a_range_beyond_the_end_ends_with_the_document(tmp_path: Path) -> None:
    assert paper.wanted_pages(printer(tmp_path / "x.pdf", 5, 99), PAGES) == [4, 5]


def test_a_lying_page_is_turned_on_the_paper(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lying.pdf"
    paper.PaperWork(pdf, printer(path, 3, 4))(silent)
    assert [inked(path, page) for page in (0, 1)] == [(True, False), (False, True)]


def test_printing_can_be_cancelled(pdf: bytes, tmp_path: Path) -> None:
    told: list[str] = []

    def cancel(text: str, _share: float) -> None:
        told.append(text)
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        paper.PaperWork(pdf, printer(tmp_path / "halb.pdf"))(cancel)
    assert told == ["Seite 1 von 6 wird gedruckt", "Seite 2 von 6 wird gedruckt"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_a_sentence(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="nicht angenommen"):
        paper.PaperWork(pdf, printer(tmp_path / "fehlt" / "x.pdf"))(silent)


@pytest.fixture
def page(session: Session, press: QuickPress, qtbot: QtBot) -> PreviewPage:
    LivePrint(session, lambda: press)
    made = PreviewPage(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    assert not made.actions_shown()[0].isEnabled()
    qtbot.waitUntil(made.actions_shown()[0].isEnabled, timeout=20_000)
    return made


def choose(monkeypatch: pytest.MonkeyPatch, made: QPrinter | None) -> None:
    """Choose a printer as somebody would in the dialog."""

    def asked(_parent: QWidget, _pages: int, _page: int) -> QPrinter | None:
        return made

    monkeypatch.setattr(paper, "has_printer", lambda: True)
    monkeypatch.setattr(paper, "ask_printer", asked)


def test_without_a_printer_the_way_to_the_pdf_is_said(
    page: PreviewPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears = Ears(session)
    monkeypatch.setattr(paper, "has_printer", lambda: False)
    page.actions_shown()[0].trigger()
    assert ears.said == [paper.NO_PRINTER]


def test_the_page_prints_what_it_shows(
    page: PreviewPage, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    ears = Ears(session)
    choose(monkeypatch, printer(tmp_path / "zwei.pdf", 2, 3))
    page.actions_shown()[0].trigger()
    qtbot.waitUntil(lambda: ears.said == ["2 Seiten sind an den Drucker gegangen."])
    assert count(tmp_path / "zwei.pdf") == 2
    assert page.actions_shown()[0].isEnabled()


def test_a_dialog_that_was_left_prints_nothing(
    page: PreviewPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ears = Ears(session)
    choose(monkeypatch, None)
    page.actions_shown()[0].trigger()
    assert (session.jobs.shown, ears.said) == ((), [])


def test_the_length_is_chosen_on_the_page(page: PreviewPage, qtbot: QtBot) -> None:
    long = page.heading().subtitle
    brief = page.findChild(QPushButton, "choice-brief")
    assert isinstance(brief, QPushButton)
    brief.setFocus()
    QTest.keyClick(brief, Qt.Key.Key_Space)
    qtbot.waitUntil(page.actions_shown()[0].isEnabled, timeout=20_000)
    assert page.heading().subtitle != long
