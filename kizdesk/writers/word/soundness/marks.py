"""Check bookmarks, footnotes and comments: each has its beginning, its end and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kizdesk.writers.word.soundness.parts import Parts, repeated, values, w

_LONGEST = 40
"""Letters that the name of a bookmark may have."""


def bookmark_faults(parts: Parts) -> Iterator[str]:
    """Yield bookmarks whose name or number is taken, that are too long, or that have no end."""
    names = values(parts.main, "bookmarkStart", "name")
    yield from (f"bookmark {name} is there twice" for name in repeated([name.lower() for name in names]))
    yield from (f"bookmark {name} is too long" for name in names if len(name) > _LONGEST)
    yield from _paired(parts.main, "bookmark", "bookmarkStart", "bookmarkEnd")
    for name, tree in parts.texts():
        links = sorted({str(one.get(w("anchor"))) for one in tree.iter(w("hyperlink")) if one.get(w("anchor"))})
        yield from (f"{name}: a link leads to {anchor}, which is missing" for anchor in links if anchor not in names)


def footnote_faults(parts: Parts) -> Iterator[str]:
    """Yield footnotes without a mark, marks without a footnote, and lines above them that are missing."""
    known = {str(one.get(w("id"))): one.get(w("type")) for one in parts.find("footnotes").iter(w("footnote"))}
    marked = values(parts.main, "footnoteReference", "id")
    notes = {key for key, kind in known.items() if kind is None}
    yield from (f"footnote {key} is marked twice" for key in repeated(marked))
    yield from (f"footnote {key} is missing" for key in sorted(set(marked) - notes))
    yield from (f"footnote {key} has no mark" for key in sorted(notes - set(marked)))
    for named in parts.find("settings").iter(w("footnotePr")):
        lines = set(values(named, "footnote", "id"))
        yield from (f"settings: line {key} above the footnotes is missing" for key in sorted(lines - set(known)))


def comment_faults(parts: Parts) -> Iterator[str]:
    """Yield comments without a place, and places without a comment."""
    known = values(parts.find("comments"), "comment", "id")
    yield from (f"comment {key} is there twice" for key in repeated(known))
    yield from _paired(parts.main, "comment", "commentRangeStart", "commentRangeEnd")
    for element in ("commentRangeStart", "commentReference"):
        found = values(parts.main, element, "id")
        yield from (f"{element} {key} is there twice" for key in repeated(found))
        yield from (f"comment {key} is missing" for key in sorted(set(found) - set(known)))
        yield from (f"comment {key} has no {element}" for key in sorted(set(known) - set(found)))


def _paired(tree: etree._Element, what: str, begins: str, ends: str) -> Iterator[str]:
    opened: set[str] = set()
    closed: set[str] = set()
    for element in tree.iter(w(begins), w(ends)):
        key = str(element.get(w("id")))
        if element.tag == w(begins):
            if key in opened:
                yield f"{what} {key} begins twice"
            opened.add(key)
        elif key not in opened or key in closed:
            yield f"{what} {key} ends without a beginning"
        else:
            closed.add(key)
    yield from (f"{what} {key} has no end" for key in sorted(opened - closed))
