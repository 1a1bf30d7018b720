"""Draw what stands on every page: whose form it is in words and as a QR code, the page, and the section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

from kizdesk.paperwork import names
from kizdesk.paperwork.sheet import Sheet
from kizdesk.paperwork.writing import kinds, look
from kizdesk.paperwork.writing.paper import Box, Paper

_MASK = 2
"""Which of the eight patterns lies over the code: readers take any, and trying all takes ten times as long."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Be head and foot of the pages of one form."""

    sheet: Sheet
    pages: int

    def draw(self, paper: Paper, page: int, section: str) -> None:
        """Draw head and foot of a page; `section` is what goes on from the page before."""
        if page > 1:
            self._draw_head(paper, section)
        self._draw_foot(paper, page)
        mark = names.page_mark(self.sheet.identity.texts(), page, self.pages)
        box = Box(look.RIGHT - look.CODE, look.FOOT, look.CODE, look.CODE)
        paper.squares(_pattern(mark), box)

    def _draw_head(self, paper: Paper, section: str) -> None:
        name = self.sheet.identity.municipality_name
        head, room = f"{self.sheet.title} · {name}", look.WIDTH - 2 * look.COLUMN_GAP
        going_on = kinds.SMALL.one_line(section, max(look.WIDTH * 0.4, room - kinds.SMALL.width(head)))
        head = kinds.SMALL.one_line(head, room - kinds.SMALL.width(going_on))
        paper.words(head, look.LEFT, look.HEAD_LINE, kinds.SMALL, look.MUTED)
        paper.words(going_on, look.RIGHT - kinds.SMALL.width(going_on), look.HEAD_LINE, kinds.SMALL, look.MUTED)
        paper.rule(look.LEFT, look.HEAD_LINE - 5, look.WIDTH, thickness=0.5)

    def _draw_foot(self, paper: Paper, page: int) -> None:
        width = look.WIDTH - look.CODE - 2 * look.COLUMN_GAP
        paper.rule(look.LEFT, look.FOOT_RULE - 2, width)
        identity = self.sheet.identity
        number = f"Seite {page} von {self.pages}"
        beside = width - kinds.SMALL_STRONG.width(number) - look.COLUMN_GAP
        guide = self.sheet.guide_title or self.sheet.title
        whose = kinds.SMALL_STRONG.lines(identity.municipality_name, beside)[:2]
        top = look.FOOT_RULE - 6
        paper.paragraph([number], look.LEFT, top, kinds.SMALL_STRONG, right=look.LEFT + width)
        top = paper.paragraph(whose, look.LEFT, top, kinds.SMALL_STRONG)
        for text in (f"{guide}, Fassung {identity.guide_version}", self._ids()):
            top = paper.paragraph(kinds.SMALL.lines(text, width)[:2], look.LEFT, top, kinds.SMALL, look.MUTED)

    def _ids(self) -> str:
        identity = self.sheet.identity
        parts = {
            "Projekt": identity.project_id,
            "Kommune": identity.municipality_id,
            "Vordruck": f"{identity.guide_id} {identity.guide_version}",
            "Formular": identity.form_id,
        }
        return " · ".join(f"{word} {part}" for word, part in parts.items())


def _pattern(text: str) -> list[list[bool]]:
    """Return the squares of a QR code, row by row from the top."""
    code = QRCode(None, QRErrorCorrectLevel.L)
    code.addData(QR8bitByte(text))
    smallest: Callable[[], int] = code.calculate_version
    code.version = smallest()
    code.makeImpl(test=False, maskPattern=_MASK)
    return [[bool(dark) for dark in row] for row in code.modules]
