"""Print previews at once and in this process: a line for each block, so that much can be seen quickly."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.printing import BlockPlace, Printed, Sheets
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.preview.live import LivePrint
from kizdesk.ui.preview.pane import PreviewPane
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme

LINE, LINES = 36.0, 20
"""Points from line to line, and lines of a page; the first page is the cover."""
CONTENTS_TOP = 200.0
"""Points above the line of the contents."""


class QuickPress:
    """Print a line with the id of each block."""

    def __init__(self) -> None:
        self.prints = self.closed = 0
        self.faults: list[str] = []
        self.free = Event()
        self.free.set()

    def request(self, sheets: Sheets, *, beat: Callable[[], None] | None = None, looked_at: bool = False) -> Printed:
        """Return a PDF when it may."""
        assert looked_at
        self.prints += 1
        while not self.free.wait(0.01):
            if beat is not None:
                beat()
        if self.faults:
            raise EnvironmentFault(self.faults.pop())
        ids = [block_id for _, block_id in sheets.blocks]
        spots = [(2 + at // LINES, LINE * (1 + at % LINES)) for at in range(len(ids))]
        places = [BlockPlace(block_id, page, top) for block_id, (page, top) in zip(ids, spots, strict=True)]
        return Printed(_pdf(places), tuple(places))

    def close(self) -> None:
        """Count."""
        self.closed += 1


class ContentsPress(QuickPress):
    """Print a cover, contents of one line whose link Qt takes to be its number only, a paragraph and a last page."""

    def request(self, sheets: Sheets, *, beat: Callable[[], None] | None = None, looked_at: bool = False) -> Printed:
        """Return the PDF."""
        super().request(sheets, beat=beat, looked_at=looked_at)
        made = BytesIO()
        paper = Canvas(made, pagesize=A4)
        for page in range(1, 5):
            paper.drawString(LINE, LINE, f"Seite {page}")
            if page == 2:
                bottom = A4[1] - CONTENTS_TOP
                paper.linkRect("", "there", (2 * LINE, bottom - 7, 3 * LINE, bottom), Border="[0 0 0]")
            if page == 3:
                paper.drawCentredString(A4[0] / 2, A4[1] - CONTENTS_TOP, "Hier steht ein Absatz mit sehr vielen Worten")
            if page == 4:
                paper.bookmarkPage("there", fit="XYZ", left=0, top=A4[1] - LINE)
            paper.showPage()
        paper.save()
        return Printed(made.getvalue(), (BlockPlace(sheets.blocks[0][1], 3, LINE),))


def _pdf(places: list[BlockPlace]) -> bytes:
    lines: dict[int, list[BlockPlace]] = {}
    for place in places:
        lines.setdefault(place.page, []).append(place)
    with _painted() as (writer, painter, buffer):
        painter.drawText(QPointF(LINE, LINE), "Deckblatt")
        for found in lines.values():
            writer.newPage()
            for place in found:
                painter.drawText(QPointF(LINE, place.top + LINE / 2), place.block_id)
    return bytes(buffer.data().data())


def pdf_of(words: list[str], *, lying: int = 0) -> bytes:
    """Return pages with a line each; the one of a number is lying."""
    with _painted() as (writer, painter, buffer):
        for number, text in enumerate(words, start=1):
            turned = number == lying
            writer.setPageOrientation(QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait)
            if number > 1:
                writer.newPage()
            painter.drawText(QPointF(LINE, LINE), f"{text} {'W' * 12}")
    return bytes(buffer.data().data())


@contextmanager
def _painted() -> Iterator[tuple[QPdfWriter, QPainter, QBuffer]]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    yield writer, painter, buffer
    painter.end()
    buffer.close()


@pytest.fixture
def session(made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    with OpenProject.open(path, ui_surroundings) as project:
        opened = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        yield opened
        opened.closing.emit()
        opened.end()
        opened.jobs.close()


@pytest.fixture
def press() -> QuickPress:
    return QuickPress()


@pytest.fixture
def pane(session: Session, press: QuickPress, qtbot: QtBot) -> Iterator[PreviewPane]:
    made = PreviewPane(session, "test", live=LivePrint(session, lambda: press))
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    press.free.set()
    made.hide()
