"""Read the words of blocks back from a Word file, wherever they moved to, by their hidden bookmarks."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO

from lxml import etree

from kizdesk.writers.word.bookmarks import bookmark_name
from kizdesk.writers.word.xml import W

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_START, _END, _PARAGRAPH, _RUN, _WORDS, _TAB, _BREAK = (
    f"{{{W}}}{name}" for name in ("bookmarkStart", "bookmarkEnd", "p", "r", "t", "tab", "br")
)
_SIGNS = {_TAB: "\t", _BREAK: "\n"}


def read_back(data: bytes, block_ids: Iterable[str]) -> dict[str, str]:
    """Return the words of the blocks that a .docx still marks, a paragraph a line; of a table those of its caption.

    A paragraph belongs to a block as a whole, for who types at its end types behind the bookmark. LibreOffice begins
    some bookmarks twice, and ends only the second. Raises BadZipFile, KeyError or XMLSyntaxError for no Word file.
    """
    with zipfile.ZipFile(BytesIO(data)) as package:
        tree = etree.fromstring(package.read("word/document.xml"), _PARSER)
    wanted = {bookmark_name(block_id): block_id for block_id in block_ids}
    lines: dict[str, list[str]] = {}
    opened: dict[str, set[str]] = {}
    for element in tree.iter(_PARAGRAPH, _START, _END):
        number = str(element.get(f"{{{W}}}id"))
        if element.tag == _PARAGRAPH:
            for block_id in opened:
                lines[block_id].append(_words(element))
        elif element.tag == _END:
            opened = {block_id: numbers for block_id, numbers in opened.items() if number not in numbers}
        elif (block_id := wanted.get(str(element.get(f"{{{W}}}name")), "")) in opened:
            opened[block_id].add(number)
        elif block_id:
            lines[block_id], opened[block_id] = [_words(one) for one in element.iterancestors(_PARAGRAPH)][:1], {number}
    return {block_id: "\n".join(found).strip("\n") for block_id, found in lines.items()}


def _words(paragraph: etree._Element) -> str:
    found = (one for run in paragraph.iter(_RUN) for one in run.iterchildren(_WORDS, _TAB, _BREAK))
    return "".join(_SIGNS.get(str(one.tag), one.text or "") for one in found)
