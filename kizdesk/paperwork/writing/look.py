"""Name the colours, sizes and lengths of a form; nothing else in the writing says a colour or a length.

Lengths are in points (1/72 inch), measured from the lower left corner as PDF does.
"""

from __future__ import annotations

from typing import Final

from reportlab.lib.pagesizes import A4


def _rgb(colour: str) -> str:
    """Return a colour as PDF names it: three parts from 0 to 1."""
    return " ".join(f"{int(colour[start : start + 2], 16) / 255:.3f}" for start in (1, 3, 5))


PRIMARY: Final = _rgb("#0F5C6E")
ON_PRIMARY: Final = _rgb("#FFFFFF")
INK: Final = _rgb("#1C2B33")
MUTED: Final = _rgb("#5B6B73")
LINE: Final = _rgb("#D9E0E3")
FIELD_LINE: Final = _rgb("#7C8C94")
HEAD_GROUND: Final = _rgb("#EEF2F4")
KNOWN_GROUND: Final = _rgb("#E3F0F2")

PAGE_WIDTH: Final = A4[0]
PAGE_HEIGHT: Final = A4[1]
LEFT: Final = 60.0
"""Wide enough to be punched."""
RIGHT: Final = PAGE_WIDTH - 48.0
WIDTH: Final = RIGHT - LEFT
TOP: Final = PAGE_HEIGHT - 54.0
BOTTOM: Final = 96.0
FRAME: Final = TOP - BOTTOM
HEAD_LINE: Final = PAGE_HEIGHT - 36.0

FOOT_RULE: Final = 84.0
FOOT: Final = 24.0
CODE: Final = 56.0
"""The side of the QR code, some 20 mm."""

GUTTER: Final = 36.0
"""Where the numbers of questions stand."""
INDENT: Final = LEFT + GUTTER
ANSWER: Final = WIDTH - GUTTER

FIELD: Final = 23.0
"""The height of a field of one line: 8 mm, enough for handwriting."""
FIELD_LEADING: Final = 15.0
CELL: Final = 29.0
"""The height of a cell of a table: two lines of small writing."""
INSIDE: Final = 2.5
"""What is typed keeps so much distance from the frame."""
BOX: Final = 12.0
"""The side of a check box."""
OPTION: Final = 20.0
"""The height of a line of options."""
STEP: Final = 40.0
"""The width of a column of a rating."""
PADDING: Final = 5.0
COLUMN_GAP: Final = 10.0

GAP_PART: Final = 26.0
GAP_ASK: Final = 17.0
GAP_ENTRY: Final = 8.0
GAP_LABEL: Final = 3.0
