"""Hold what grows while one document is written: bookmarks, notes, pictures, and the package around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kizdesk.concept.numbering import Numbering
from kizdesk.writers.word.bookmarks import Bookmarks
from kizdesk.writers.word.comments import Remarks
from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.notes import Notes
from kizdesk.writers.word.styles import Styles

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package, Picture


@dataclass(slots=True, kw_only=True)
class Composition:
    """Be one document in the making; nothing of it outlives the run."""

    package: Package
    numbers: Numbering
    draw: Callable[[str], bytes]
    """Turns SVG into PNG."""
    hung: Mapping[bool, str]
    """How sections name their header and footer, by whether they are in landscape."""
    cover: str = ""
    """How the section of the cover does."""
    opening: str = ""
    """How the first section of a paper does, if its first page has others."""
    runs_on: bool = False
    """Whether a heading of the first level stands where the text before it ends, as in a paper with a letterhead."""
    anchors: frozenset[str] = frozenset()
    """Ids of the blocks that a link may lead to."""
    referred: frozenset[str] = frozenset()
    """Ids of the blocks that the text refers to by their number."""
    remarks: Remarks
    notes: Notes = field(default_factory=Notes)
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    _pictures: dict[str, Picture] = field(default_factory=dict)
    """Pictures by their SVG."""
    _drawings: int = 0

    @property
    def styles(self) -> Styles:
        """Return the template's styles."""
        return self.package.styles

    @property
    def page(self) -> Geometry:
        """Return the template's page."""
        return self.package.page

    def around_block(self, block_id: str, paragraphs: str) -> str:
        """Return the paragraphs of a block with its hidden bookmark and what is remarked of it."""
        return self.remarks.around(block_id, self.bookmarks.around_block(block_id, paragraphs))

    def note(self, text: str) -> str:
        """Return the mark of a footnote; nothing without words."""
        return self.notes.mark(text, self.styles, self.bookmarks) if text.strip() else ""

    def picture(self, svg: str) -> Picture:
        """Return a drawn figure; the same figure is drawn once."""
        if svg not in self._pictures:
            self._pictures[svg] = self.package.picture(self.draw(svg))
        return self._pictures[svg]

    def next_drawing(self) -> int:
        """Return a number that no other drawing of the document has."""
        self._drawings += 1
        return self._drawings
