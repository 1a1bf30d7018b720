"""Hold what grows while one document is written: bookmarks, links, lists, pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from kizdesk.concept.numbering import Numbering
from kizdesk.writers.word.bookmarks import Bookmarks
from kizdesk.writers.word.styles import Styles
from kizdesk.writers.word.template import Template


@dataclass(slots=True, kw_only=True)
class Composition:
    """Be one document in the making; nothing of it outlives the run."""

    template: Template
    numbers: Numbering
    draw: Callable[[str], bytes]
    """Turns SVG into PNG."""
    anchors: frozenset[str] = frozenset()
    """Ids of the blocks that a link may lead to."""
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    links: dict[str, str] = field(default_factory=dict)
    """Relation ids by address."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """PNG by the hash of their SVG."""
    lists: list[str] = field(default_factory=list)
    """Number ids of ordered lists."""
    drawings: int = 0

    @property
    def styles(self) -> Styles:
        """Return the template's styles."""
        return self.template.styles

    def link(self, address: str) -> str:
        """Return the relation id of a web or mail address."""
        return self.links.setdefault(address, f"rIdLink{len(self.links) + 1}")

    def picture(self, svg: str) -> tuple[str, bytes]:
        """Return the relation id of a drawn figure and its PNG; the same figure is drawn once."""
        key = hashlib.sha256(svg.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        if key not in self.pictures:
            self.pictures[key] = self.draw(svg)
        return f"rIdPicture{key}", self.pictures[key]

    def next_drawing(self) -> int:
        """Return a number that no other drawing of the document has."""
        self.drawings += 1
        return self.drawings

    def new_list(self) -> str:
        """Return the number id of a new ordered list, which counts from one."""
        self.lists.append(str(1000 + len(self.lists)))
        return self.lists[-1]
