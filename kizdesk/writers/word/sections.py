"""Turn the sheet where the document asks for it: each change of direction is a section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kizdesk.concept.tree import AnyBlock, Heading, Paragraph, ParagraphStyle
from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.xml import paragraph


def spans(blocks: Sequence[AnyBlock]) -> Iterator[tuple[bool, list[AnyBlock]]]:
    """Yield the runs of blocks of one direction; a heading goes with what it stands above, a letter begins a run."""
    marked: list[tuple[bool, int, AnyBlock]] = []
    turned = False
    letter = 0
    for block in reversed(blocks):
        turned = block.landscape or (turned and isinstance(block, Heading))
        marked.append((turned, letter, block))
        letter += opens_letter((block,))
    for (direction, _), group in groupby(reversed(marked), key=lambda item: item[:2]):
        yield direction, [block for _, _, block in group]


def opens_letter(blocks: Sequence[AnyBlock]) -> bool:
    """Tell whether a letter begins with these blocks."""
    first = blocks[0] if blocks else None
    return isinstance(first, Paragraph) and first.style is ParagraphStyle.RETURN


def properties(page: Geometry, hung: str = "", *, landscape: bool = False, first_page: int | None = None) -> str:
    """Return the properties of a section; ``hung`` names its header and footer.

    Its pages go on from those before unless ``first_page`` gives the number of its first.
    """
    sheet = page.turned() if landscape else page
    turn = ' w:orient="landscape"' if landscape else ""
    counted = "" if first_page is None else f'<w:pgNumType w:start="{first_page}"/>'
    first = "<w:titlePg/>" if 'w:type="first"' in hung else ""
    return (
        f'<w:sectPr>{hung}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{sheet.width}" w:h="{sheet.height}"{turn}/><w:pgMar w:top="{sheet.top}" '
        f'w:right="{sheet.right}" w:bottom="{sheet.bottom}" w:left="{sheet.left}" w:header="{sheet.header}" '
        f'w:footer="{sheet.footer}" w:gutter="0"/>{counted}{first}</w:sectPr>'
    )


def closed(parts: Iterable[str], section: str, end_style: str) -> list[str]:
    """Return the parts of a section with its end: in the last paragraph, or in a tiny one after a table."""
    written = list(parts)
    if written and written[-1].endswith("</w:p>"):
        text, rest = written[-1].rsplit("</w:pPr>", 1)
        written[-1] = f"{text}{section}</w:pPr>{rest}"
    else:
        written.append(paragraph(end_style, "", section))
    return written
