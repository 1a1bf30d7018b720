"""Put the address of a letter into the window of its envelope, after DIN 5008, form B, and the sender beside it.

The field of the address begins 45 mm below the upper edge and 20 mm from the left one; what stands in it keeps 5 mm
from its side, and its first 17.7 mm end with the line to which the letter goes back.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kizdesk.concept.tree import Document, ParagraphStyle, Runs
from kizdesk.writers.word.pictures import logo_run
from kizdesk.writers.word.styles import Style, Styles
from kizdesk.writers.word.xml import paragraph, run

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Picture

_PER_MM = 1440 / 25.4
_SMALL = '<w:sz w:val="14"/><w:szCs w:val="14"/>'
_LINE = round(4.4 * _PER_MM)
"""Height of a line of the address; six of them fit."""


def _twips(millimetres: float) -> int:
    return round(millimetres * _PER_MM)


def _frame(left: float, top: float, width: float, height: float) -> str:
    """Return a frame at a place of the page, in millimetres, beside which no text runs on."""
    return (
        f'<w:framePr w:w="{_twips(width)}" w:h="{_twips(height)}" w:hRule="exact" w:wrap="notBeside" '
        f'w:vAnchor="page" w:hAnchor="page" w:x="{_twips(left)}" w:y="{_twips(top)}"/>'
    )


def _exact(height: int) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{height}" w:lineRule="exact"/>'


_TOP, _BACK, _TEXT = 15.0, 57.2, 98.5
"""Millimetres below the upper edge: where the frame begins, the line to which the letter goes back, and the text."""
_WINDOW = _frame(25, _TOP, 80, _TEXT - _TOP)
"""From above the text to where it begins on the first page, so that none of it stands above the address."""
_BESIDE = _frame(125, 50, 65, 48.5)
LOOKS = MappingProxyType(
    {
        ParagraphStyle.RETURN: f"{_WINDOW}{_exact(_twips(5.5))}",
        ParagraphStyle.ADDRESS: f'{_WINDOW}{_exact(_LINE)}<w:jc w:val="left"/>',
        ParagraphStyle.SIDE: f'{_BESIDE}<w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/>',
        ParagraphStyle.CLOSING: '<w:keepLines/><w:jc w:val="left"/>',
    }
)
"""The properties of paragraphs that only letters have."""


def return_line(runs: Runs) -> str:
    """Return the words of the line to which a letter goes back, small as it is usual."""
    return run("".join(piece.text for piece in runs), _SMALL)


def above_address(styles: Styles) -> str:
    """Return the room above the address."""
    return paragraph(styles[Style.BODY], "", f"{_WINDOW}{_exact(_twips(_BACK - _TOP))}")


_LOGO = (60, 22)
"""Room of the logo in millimetres: its width and height."""
_LOGO_NUMBER = 1_000_000
"""The number of its drawing, which no figure of a document reaches."""
_LOGO_PLACE = (
    f'<w:framePr w:wrap="around" w:vAnchor="page" w:hAnchor="margin" w:xAlign="right" w:y="{_twips(12)}"/>'
    '<w:spacing w:before="0" w:after="0"/>'
)
_LEFT = '<w:spacing w:before="0" w:after="0"/>'


def letter_head(document: Document, styles: Styles, *, has_logo: bool) -> str:
    """Return the sender at the head of a letter: the district, below it who writes for it, and the notice."""
    style = styles[Style.BODY]
    named = paragraph(style, run(" ".join(document.district.split()), "<w:b/><w:bCs/>"), _LEFT)
    if document.subtitle:
        named += paragraph(style, run(" ".join(document.subtitle.split())), _LEFT)
    beside = f'<w:ind w:right="{_twips(_LOGO[0] + 5)}"/>' if has_logo else ""
    notice = " ".join(document.notice.split())
    return named + (paragraph(styles[Style.HEADER_NOTICE], run(notice), beside) if notice else "")


def logo_beside(picture: Picture, told: str, styles: Styles) -> str:
    """Return the paragraph of the logo, at the right beside the sender."""
    return paragraph(styles[Style.BODY], logo_run(picture, told, _LOGO_NUMBER, _LOGO), _LOGO_PLACE)
