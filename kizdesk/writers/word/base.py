"""Say on what a Word file is made: on our own template, or on a district's that was prepared for it."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.writers.word.styles import Styles

HEADER, FOOTER = "kizHeader", "kizFooter"
WIDE_HEADER, WIDE_FOOTER = "kizHeaderWide", "kizFooterWide"
FIRST_HEADER, FIRST_FOOTER = "kizHeaderFirst", "kizFooterFirst"
"""Relations of a prepared template to its headers and footers; the first are those of page 1."""


@dataclass(frozen=True, slots=True)
class House:
    """Be what the writer has to know of a district's template."""

    styles: Styles
    levels: tuple[tuple[str, str], ...]
    """Kind and pattern of the numbers of headings, by level."""
    opens: bool
    """Whether its first page has another header or footer than the others."""
    opens_pages: bool
    """Whether each chapter begins a page."""
    parts: frozenset[str]
    """Relations to the headers and footers that it has."""
    counted: frozenset[str]
    """Those of its footers that tell the number of the page."""


@dataclass(frozen=True, slots=True)
class Base:
    """Be a template with what goes with it."""

    data: bytes
    house: House | None = None
    """None for our own template."""
    logo: bytes = b""
    """A picture for the cover; empty for none."""


def based(template: bytes | Base) -> Base:
    """Return a template with what goes with it."""
    return template if isinstance(template, Base) else Base(template)
