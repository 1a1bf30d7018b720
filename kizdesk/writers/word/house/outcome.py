"""Be what comes of a district's template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.writers.word.base import Base
from kizdesk.writers.word.geometry import Geometry
from kizdesk.writers.word.house.matching import Match
from kizdesk.writers.word.house.report import Remark
from kizdesk.writers.word.styles import Style


@dataclass(frozen=True, slots=True)
class Prepared:
    """Be a template that is ready, and what was found in it."""

    base: Base
    page: Geometry
    matches: tuple[Match, ...]
    """What stands for each style that a template may have, in the order of the roles."""
    choosable: Mapping[Style, tuple[str, ...]]
    """Names of the template's styles that may stand for each of them."""
    remarks: tuple[Remark, ...]
    has_header: bool
    has_logo: bool
    """Whether there is a picture in a header or footer."""
