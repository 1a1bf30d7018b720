"""Give every chapter the same three things: the facts, the materials, the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kizdesk.concept.facts import Facts
from kizdesk.concept.german import Named, district_named
from kizdesk.concept.materials import Materials
from kizdesk.concept.moment import Moment
from kizdesk.concept.outline import Outline
from kizdesk.concept.survey import Survey
from kizdesk.concept.tree import AnyBlock
from kizdesk.concept.wording import Wording
from kizdesk.domain.places import DistrictKind
from kizdesk.domain.versions import ConceptVersion

PRINTED_VERSION = "printed version"
"""Under this name a moment is given it, so that a chapter that never asks for it is kept for draft and version."""


@dataclass(frozen=True, slots=True)
class Context:
    """Be what a chapter is made from."""

    facts: Facts
    materials: Materials
    survey: Survey
    named: ConceptVersion | None = None
    """The version that is printed, where it is told apart from the materials: a chapter asks `version` for it."""

    @property
    def words(self) -> Wording:
        """Return the wording."""
        return self.materials.wording

    @property
    def outline(self) -> Outline:
        """Return the outline."""
        return self.materials.outline

    @property
    def district(self) -> Named:
        """Return the district's name with its article."""
        return district_named(self.facts.district)

    @property
    def is_city(self) -> bool:
        """Tell whether the district is a kreisfreie Stadt, which has no municipalities and needs no consent."""
        return self.facts.district.kind is DistrictKind.INDEPENDENT_CITY

    @property
    def data_source(self) -> str:
        """Return where the figures of the district come from."""
        return self.facts.district.source or self.materials.catalogue_attribution

    @property
    def map_source(self) -> str:
        """Return whose map is printed; empty if there is none, as in a kreisfreie Stadt."""
        drawn = not self.is_city and any(self.materials.shapes.get(ags) for ags in self.facts.ags)
        return self.materials.map_attribution if drawn else ""

    def own_title(self, key: str) -> str:
        """Return the title that somebody gave a chapter; empty if it has that of the outline."""
        return next((text.title for text in self.facts.texts.get(key, ()) if text.title), "")

    def title(self, key: str) -> str:
        """Return the title under which a chapter is printed; empty if it is left out or unknown."""
        entry = self.outline.find(key)
        return (self.own_title(key) or (self.is_city and entry.city_title) or entry.title) if entry else ""

    @property
    def printed_version(self) -> ConceptVersion | None:
        """Return the version that is printed; None is the working draft."""
        if isinstance(self.facts.snapshot, Moment):
            self.facts.snapshot.note(PRINTED_VERSION)
        return self.named or self.materials.version

    @property
    def version(self) -> ConceptVersion | None:
        """Return the version that the consents are about: the printed one, else the latest."""
        return self.printed_version or (self.facts.versions[-1] if self.facts.versions else None)


Chapter = Callable[[Context], Iterator[AnyBlock]]
