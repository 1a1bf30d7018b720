"""Gather what the concept is made with beside the project itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kizdesk.concept.outline import Outline
from kizdesk.concept.wording import Wording
from kizdesk.domain.guide import Guide, Option
from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.versions import ConceptVersion

Ring = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude)."""
Polygon = tuple[Ring, ...]
"""The outer ring first, then its holes."""


@dataclass(frozen=True, slots=True)
class Materials:
    """Be everything that is handed in: law, guide, outline, words, map."""

    legal_basis: LegalBasis
    guide: Guide
    outline: Outline
    wording: Wording
    shapes: Mapping[str, tuple[Polygon, ...]] = field(default_factory=dict)
    """Outlines of the municipalities by AGS; without them there is no map."""
    map_attribution: str = ""
    catalogue_attribution: str = ""
    indicators: tuple[Option, ...] = ()
    guides: Mapping[tuple[str, str], Guide] = field(default_factory=dict)
    """The versions under which interviews were held, by id and version; those missing are read by ``guide``."""
    version: ConceptVersion | None = None
    """The version that is printed; None is the working draft."""
