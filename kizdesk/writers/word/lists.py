"""Give out ordered lists, each of which counts from one."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from kizdesk.writers.word.xml import W

FIRST = 1000
"""The number of the first list, unless the template goes further."""


@dataclass(slots=True)
class Lists:
    """Be the lists of one document; a new one is put behind the last."""

    _last: BaseOxmlElement
    _abstract: str
    _next: int

    def new(self) -> str:
        """Return the number id of a new list."""
        number, self._next = str(self._next), self._next + 1
        added = parse_xml(
            f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{self._abstract}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        self._last.addnext(added)
        self._last = added
        return number


def lists_like(style: BaseOxmlElement, numbering: BaseOxmlElement) -> Lists | None:
    """Return lists that look as a paragraph style says; None if the style belongs to no list."""
    for wanted in style.xpath("w:pPr/w:numPr/w:numId/@w:val"):
        for abstract in numbering.xpath(f'w:num[@w:numId="{int(wanted)}"]/w:abstractNumId/@w:val'):
            highest = max(map(int, numbering.xpath("w:num/@w:numId")))
            return Lists(numbering.xpath("w:num[last()]")[0], str(abstract), max(FIRST, highest + 1))
    return None
