"""Write the chapters, one module per group, by their key in the outline."""

from __future__ import annotations

from collections.abc import Mapping

from kizdesk.concept.chapters.area import area, core_data
from kizdesk.concept.chapters.occasion import occasion
from kizdesk.concept.context import Chapter

CHAPTERS: Mapping[str, Chapter] = {
    "anlass": occasion,
    "kreis": area,
    "kerndaten": core_data,
}
