"""Write footnotes: marks in the text, and the part that holds their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kizdesk.concept.tree import AnyBlock, Listing, Paragraph, Run, Table
from kizdesk.writers.word import fields
from kizdesk.writers.word.bookmarks import Bookmarks, reference_anchor
from kizdesk.writers.word.styles import Style, Styles
from kizdesk.writers.word.xml import NAMESPACES, run

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
"""The lines above the notes, by the numbers that Word gives them."""


def runs_of(block: AnyBlock) -> Iterator[Run]:
    """Yield the runs of a block, also those at the ends of its cells."""
    match block:
        case Paragraph(runs=runs):
            yield from runs
        case Listing(items=items):
            for item in items:
                yield from item
        case Table(rows=rows):
            for row in rows:
                for end in row.ends:
                    yield from end
        case _:
            pass


@dataclass(slots=True)
class Notes:
    """Number the footnotes of a document; equal ones of a block are one note with several marks."""

    _texts: list[str] = field(default_factory=list)
    _block: str = ""
    _repeated: frozenset[str] = frozenset()
    _numbers: dict[str, int] = field(default_factory=dict)
    """Those of the block in hand, by their words."""

    def begin(self, block: AnyBlock) -> None:
        """Turn to a block: what was noted before is noted anew in it."""
        notes = [run.note for run in runs_of(block) if run.note]
        self._block, self._numbers = block.id, {}
        self._repeated = (
            frozenset(note for note, count in Counter(notes).items() if count > 1) if notes else frozenset()
        )

    def mark(self, text: str, styles: Styles, bookmarks: Bookmarks) -> str:
        """Return the mark of a note in the text."""
        style = f'<w:rStyle w:val="{styles[Style.FOOTNOTE_MARK]}"/>'
        anchor = reference_anchor(f"{self._block}\x00{text}")
        if text in self._numbers:
            return fields.field(rf"NOTEREF {anchor} \f \h", str(self._numbers[text]), style)
        self._texts.append(text)
        self._numbers[text] = len(self._texts)
        shown = f'<w:r><w:rPr>{style}</w:rPr><w:footnoteReference w:id="{len(self._texts)}"/></w:r>'
        return bookmarks.inside(anchor, shown) if text in self._repeated else shown

    def store(self, package: Package) -> None:
        """Put the notes into the package, in place of those that the template brought."""
        if not self._texts:
            package.footnotes("", ())
            return
        lines = "".join(_line(kind, number) for kind, number in SEPARATORS)
        notes = "".join(_note(number, text, package.styles) for number, text in enumerate(self._texts, start=1))
        package.footnotes(
            f"<w:footnotes {NAMESPACES}>{lines}{notes}</w:footnotes>", tuple(number for _, number in SEPARATORS)
        )


def _line(kind: str, number: int) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    )


def _note(number: int, text: str, styles: Styles) -> str:
    mark = f'<w:r><w:rPr><w:rStyle w:val="{styles[Style.FOOTNOTE_MARK]}"/></w:rPr><w:footnoteRef/></w:r>'
    words = f"{mark}<w:r><w:tab/></w:r>{run(text.strip())}"
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{styles[Style.FOOTNOTE]}"/></w:pPr>{words}</w:p>'
        "</w:footnote>"
    )
