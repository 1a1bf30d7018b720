"""Hold what a paper is made from: the project, the paper with what somebody wrote in it, and the day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kizdesk.concept.consents import Standing, standing
from kizdesk.concept.context import Context
from kizdesk.concept.german import Named
from kizdesk.concept.papers.bodies import body_named
from kizdesk.concept.papers.layout import PaperLayout
from kizdesk.concept.papers.stops import Stop, stops_of
from kizdesk.concept.wording import Wording
from kizdesk.domain.organisation import CourseOfAction
from kizdesk.domain.papers import Paper, PaperEntry, PaperQuestion
from kizdesk.domain.people import Body, BodyLevel
from kizdesk.domain.versions import ConceptVersion

_CENTRE = re.compile(r"(\w+)es (\w*zentrum)")


@dataclass(frozen=True)
class Brief:
    """Be what the parts of a paper are written from."""

    context: Context
    words: Wording
    """The sentences of papers; those of the concept are in the context."""
    layout: PaperLayout
    paper: Paper
    today: date

    @property
    def dated(self) -> date:
        """Return the day that the paper bears."""
        return self.paper.dated or self.today

    @property
    def district(self) -> Named:
        """Return the district with its article."""
        return self.context.district

    @property
    def version(self) -> ConceptVersion | None:
        """Return the version that the paper is about: the latest."""
        return self.context.version

    @cached_property
    def standing(self) -> Standing | None:
        """Return where the municipalities stand on the version."""
        return standing(self.context)

    @cached_property
    def entries(self) -> Mapping[str, PaperEntry]:
        """Return what somebody wrote, by the key of the field; of several entries that of the first holds."""
        written = reversed(self.context.facts.snapshot.all(PaperEntry))
        return {entry.field: entry for entry in written if entry.paper_id == self.paper.id}

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Return the Beratungsfolge: what somebody put together, else what is proposed."""
        return stops_of(self.context.facts, self.paper)

    @cached_property
    def questions(self) -> tuple[PaperQuestion, ...]:
        """Return the questions of the body in their order."""
        asked = (item for item in self.context.facts.snapshot.all(PaperQuestion) if item.paper_id == self.paper.id)
        return tuple(sorted(asked, key=lambda item: (item.position, item.id)))

    @cached_property
    def courses(self) -> tuple[CourseOfAction, ...]:
        """Return the courses of action in their order."""
        found = self.context.facts.snapshot.all(CourseOfAction)
        return tuple(sorted(found, key=lambda item: (item.position, item.id)))

    @cached_property
    def deciding_body(self) -> Body | None:
        """Return the body that decides: the last of the Beratungsfolge, else the one that adopts the concept."""
        if self.stops:
            return self.stops[-1].body
        return next((body for body in self.context.facts.bodies if body.adopts), None)

    @cached_property
    def decider(self) -> Named:
        """Return the body that decides, with its article; the council of the district where none is entered."""
        body = self.deciding_body
        council = self.words.text(f"decider.{self.context.facts.district.kind.value}")
        is_own_council = body is None or (body.adopts and body.name.startswith(f"{council} "))
        return body_named(council if is_own_council and not self.context.is_city else self._named(body), self.words)

    @property
    def is_municipal(self) -> bool:
        """Tell whether a municipality decides, which can only recommend something to its district."""
        body = self.deciding_body
        return body is not None and body.level is BodyLevel.MUNICIPALITY and not self.context.is_city

    @property
    def all_hold(self) -> bool:
        """Tell whether nothing of the consents is missing: each one counts, or none is needed."""
        if self.context.is_city:
            return True
        return self.standing is not None and all(consent.holds for consent in self.standing.consents)

    @property
    def of_centre(self) -> str:
        """Return the centre in the genitive: ``eines Kommunalen Integrationszentrums``."""
        match = _CENTRE.fullmatch(self.context.facts.project.centre_name.strip())
        if match is None:
            return self.words.text("centre.genitive")
        return self.words.text("centre.genitive_named", adjective=f"{match[1]}en", noun=f"{match[2]}s")

    def _named(self, body: Body | None) -> str:
        return body.name if body else self.words.text(f"decider.{self.context.facts.district.kind.value}")

    def body_named(self, name: str) -> Named:
        """Return any body with its article."""
        return body_named(name, self.words)
