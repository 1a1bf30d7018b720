"""Mark each block with a hidden bookmark, by which a later version finds it again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

_PROPERTIES_END = "</w:pPr>"


def bookmark_name(block_id: str) -> str:
    """Return the name of a block's bookmark; Word hides names that begin with an underscore."""
    return f"_kiz_{hashlib.sha256(block_id.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def reference_anchor(key: str) -> str:
    """Return the name of the bookmark that a reference points to, of the form Word itself gives."""
    return f"_Ref{_digits(key)}"


def toc_anchor(block_id: str) -> str:
    """Return the name of the bookmark that the contents point to, of the form Word itself gives."""
    return f"_Toc{_digits(block_id)}"


def _digits(key: str) -> str:
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10**16:016d}"


@dataclass(slots=True)
class Bookmarks:
    """Give out bookmarks whose names and numbers occur once in a document."""

    _names: set[str] = field(default_factory=set)
    _count: int = 0

    def around_block(self, block_id: str, paragraphs: str) -> str:
        """Return the paragraphs of a block with its bookmark around their text."""
        name, copy = bookmark_name(block_id), 1
        while name in self._names:
            copy += 1
            name = bookmark_name(f"{block_id}\x00{copy}")
        return self.around(name, paragraphs)

    def around(self, name: str, paragraphs: str) -> str:
        """Return paragraphs with a bookmark from the start of the first to the end of the last, if the name is free."""
        if name in self._names:
            return paragraphs
        properties, text = paragraphs.split(_PROPERTIES_END, 1)
        return f"{properties}{_PROPERTIES_END}{self.inside(name, text.removesuffix('</w:p>'))}</w:p>"

    def inside(self, name: str, content: str) -> str:
        """Return what stands within paragraphs with a bookmark around it, if the name is free."""
        if name in self._names:
            return content
        self._names.add(name)
        self._count += 1
        start = f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self._count}"/>'
