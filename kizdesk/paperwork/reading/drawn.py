"""Read what is drawn: in a field, for programs that leave its value out, and on a page."""

from __future__ import annotations

from typing import Final

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

from kizdesk.paperwork.reading.damage import DAMAGE
from kizdesk.paperwork.reading.document import at, dictionary, entries, resolved

_LONGEST: Final = 1 << 20
"""Bytes of drawing that are looked at."""
_DEPTH: Final = 40


def drawn_text(widget: DictionaryObject) -> str:
    """Return the text drawn in a field, empty where none is; line breaks are those of the drawing."""
    look = at(dictionary(at(widget, "/AP")), "/N")
    return _text(look, dictionary(at(look, "/Resources"))).strip("\n") if isinstance(look, StreamObject) else ""


def page_text(page: DictionaryObject) -> str:
    """Return the text drawn on a page, empty where it cannot be read."""
    holder = page
    for _ in range(_DEPTH):
        if "/Resources" in holder:
            break
        holder = dictionary(at(holder, "/Parent"))
    return _text(at(page, "/Contents"), dictionary(at(holder, "/Resources")))


def _text(content: object, resources: DictionaryObject) -> str:
    try:
        streams = [resolved(part) for part in entries(content)] if isinstance(content, ArrayObject) else [content]
        lengths = [len(stream.get_data()) for stream in streams if isinstance(stream, StreamObject)]
        if not lengths or sum(lengths) > _LONGEST:
            return ""
        page = PageObject()
        page[NameObject("/Resources")] = resources
        page[NameObject("/Contents")] = content
        return page.extract_text()
    except DAMAGE:
        return ""
