"""Write comments of the review copy: marks around blocks, and the part that holds their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kizdesk.writers.word.edited import WRITER
from kizdesk.writers.word.xml import NAMESPACES, clean, run

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

INITIALS = "kd"
Comments = Mapping[str, Sequence[str]]
"""What is said of blocks, by block id; each text is a comment of its own."""


@dataclass(slots=True)
class Remarks:
    """Number the comments of a document."""

    said: Comments
    moment: datetime
    _texts: list[str] = field(default_factory=list)

    def around(self, block_id: str, paragraphs: str) -> str:
        """Return the paragraphs of a block with the marks of its comments."""
        texts = self.said.get(block_id, ())
        if not texts:
            return paragraphs
        numbers = range(len(self._texts), len(self._texts) + len(texts))
        self._texts.extend(texts)
        starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        ends = "".join(
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
            for number in numbers
        )
        properties, text = paragraphs.split("</w:pPr>", 1)
        return f"{properties}</w:pPr>{starts}{text.removesuffix('</w:p>')}{ends}</w:p>"

    def store(self, package: Package) -> None:
        """Put the comments into the package, in place of those that the template brought."""
        if not self._texts:
            package.comments("")
            return
        # Word takes the hour as that of the desk, whatever zone is named.
        when = self.moment.replace(tzinfo=None, microsecond=0).isoformat() + "Z"
        head = f'w:author="{WRITER}" w:date="{when}" w:initials="{INITIALS}"'
        inner = "".join(
            f'<w:comment w:id="{number}" {head}>{_paragraphs(text)}</w:comment>'
            for number, text in enumerate(self._texts)
        )
        package.comments(f"<w:comments {NAMESPACES}>{inner}</w:comments>")


def _paragraphs(text: str) -> str:
    first, *others = clean(text).strip().split("\n")
    begun = f"<w:p><w:r><w:annotationRef/></w:r>{run(first)}</w:p>"
    return begun + "".join(f"<w:p>{run(line)}</w:p>" for line in others)
