"""Describe how a district shapes its concept: which chapters it prints, and on whose template."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterChoice(Record):
    """Be what was chosen for a chapter of the outline: its place, and whether it is printed."""

    chapter: str
    """Key of the chapter in the outline, such as ``anlass``."""
    left_out: bool = False
    position: int | None = None
    """Its place among its siblings; None for that of the outline."""
    in_short: bool | None = None
    """Whether the Kurzfassung has it; None for what the outline says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseTemplate(Record):
    """Be the district's own Word template; its file is an attachment."""

    attachment_id: str
    in_use: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleChoice(Record):
    """Be the style of a house template that stands for one of the program's."""

    template_id: str
    role: str
    """Name of the program's style, such as ``kasten``."""
    style: str
    """Name of the template's style; empty to take the program's own along."""
