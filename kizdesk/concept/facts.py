"""Index the project once, so that no chapter searches through its tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, wraps
from typing import TypeVar

from kizdesk.concept.moment import Kept, Moment
from kizdesk.concept.naming import Naming
from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Goal, Measure, Strand
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Evidence, Interview, Offering
from kizdesk.domain.people import Actor, Body, Person, PrivacyConsent, PrivacyPurpose
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ChapterText, ConceptVersion

R = TypeVar("R", bound=Record)
T = TypeVar("T")


def grouped(records: Iterable[R], key: Callable[[R], str]) -> Mapping[str, tuple[R, ...]]:
    """Return records by a key in the order given; an unknown key has none."""
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return {name: tuple(members) for name, members in groups.items()}


def _kept(make: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Keep an index for other chapters and later moments, where there is something to keep it."""

    @wraps(make)
    def made(facts: Facts) -> T:
        snapshot, kept = facts.snapshot, facts.kept
        if kept is None or not isinstance(snapshot, Moment):
            return make(facts)
        return kept.made(f"facts/{make.__name__}", snapshot, lambda moment: make(Facts(moment, kept)))

    return made


class Facts:
    """Be the project as the chapters look at it."""

    def __init__(self, snapshot: Snapshot, kept: Kept | None = None) -> None:
        self.snapshot = snapshot
        self.kept = kept

    @cached_property
    def project(self) -> Project:
        """Return what is said once for the whole project."""
        return next(iter(self.snapshot.all(Project)), Project(id="project", title="Integrationskonzept"))

    @cached_property
    def district(self) -> District:
        """Return the district."""
        return next(iter(self.snapshot.all(District)), District(id="", name=""))

    @cached_property
    @_kept
    def municipalities(self) -> tuple[Municipality, ...]:
        """Return the municipalities by their names."""
        return tuple(sorted(self.snapshot.all(Municipality), key=lambda record: (sort_key(record.name), record.id)))

    @cached_property
    @_kept
    def ags(self) -> tuple[str, ...]:
        """Return the ids of the municipalities, by their names."""
        return tuple(record.id for record in self.municipalities)

    def place(self, ags: str) -> str:
        """Return the name of a municipality, or of the district for anything else."""
        found = self.snapshot.find(Municipality, ags)
        return found.name if found else self.district.name

    def places(self, ags: Iterable[str]) -> list[str]:
        """Return the names of municipalities, sorted."""
        known = self.snapshot.by_id(Municipality)
        return sorted((known[key].name for key in ags if key in known), key=sort_key)

    def field_title(self, field_id: str) -> str:
        """Return the title of a field of action, or an empty text."""
        found = self.snapshot.find(FieldOfAction, field_id)
        return found.title if found else ""

    @cached_property
    @_kept
    def fields(self) -> tuple[FieldOfAction, ...]:
        """Return all fields of action in their order, by strand."""
        order = list(Strand)
        return tuple(
            sorted(
                self.snapshot.all(FieldOfAction),
                key=lambda record: (order.index(record.strand), record.position, sort_key(record.title), record.id),
            )
        )

    @cached_property
    @_kept
    def adopted(self) -> tuple[FieldOfAction, ...]:
        """Return the fields that are part of the concept."""
        return tuple(record for record in self.fields if record.status is FieldStatus.ADOPTED)

    @cached_property
    @_kept
    def texts(self) -> Mapping[str, tuple[ChapterText, ...]]:
        """Return the prose by chapter."""
        return grouped(
            sorted(self.snapshot.all(ChapterText), key=lambda record: (record.position, record.id)), lambda r: r.chapter
        )

    @cached_property
    @_kept
    def goals(self) -> Mapping[str, tuple[Goal, ...]]:
        """Return the goals by field."""
        return grouped(
            sorted(self.snapshot.all(Goal), key=lambda record: (record.position, record.id)), lambda r: r.field_id
        )

    @cached_property
    @_kept
    def measures(self) -> Mapping[str, tuple[Measure, ...]]:
        """Return the measures by goal."""
        return grouped(
            sorted(self.snapshot.all(Measure), key=lambda record: (record.position, record.id)), lambda r: r.goal_id
        )

    @cached_property
    @_kept
    def offerings(self) -> Mapping[str, tuple[Offering, ...]]:
        """Return the offerings by municipality, those of the district under the empty key, sorted by title."""
        ordered = sorted(self.snapshot.all(Offering), key=lambda record: (sort_key(record.title), record.id))
        return grouped(ordered, lambda record: record.municipality_id)

    @cached_property
    @_kept
    def evidence(self) -> Mapping[str, tuple[Evidence, ...]]:
        """Return the evidence by field."""
        return grouped(self.snapshot.all(Evidence), lambda record: record.field_id)

    @cached_property
    @_kept
    def passages(self) -> Mapping[str, tuple[Evidence, ...]]:
        """Return the evidence by the answer it was taken from, in the order of the text."""
        ordered = sorted(self.snapshot.all(Evidence), key=lambda record: (record.start, record.id))
        return grouped(ordered, lambda record: record.answer_id)

    @cached_property
    @_kept
    def actors(self) -> tuple[Actor, ...]:
        """Return the actors in their order."""
        return tuple(
            sorted(self.snapshot.all(Actor), key=lambda record: (record.position, sort_key(record.name), record.id))
        )

    @cached_property
    @_kept
    def bodies(self) -> tuple[Body, ...]:
        """Return the bodies in their order."""
        return tuple(
            sorted(self.snapshot.all(Body), key=lambda record: (record.position, sort_key(record.name), record.id))
        )

    @cached_property
    @_kept
    def periods(self) -> tuple[FocusPeriod, ...]:
        """Return the focus periods by their beginning."""
        return tuple(sorted(self.snapshot.all(FocusPeriod), key=lambda record: (record.starts, record.id)))

    @cached_property
    @_kept
    def focuses(self) -> Mapping[str, tuple[Focus, ...]]:
        """Return the focuses by period."""
        return grouped(
            sorted(self.snapshot.all(Focus), key=lambda record: (record.position, record.id)), lambda r: r.period_id
        )

    @cached_property
    @_kept
    def versions(self) -> tuple[ConceptVersion, ...]:
        """Return the versions by their number."""
        return tuple(sorted(self.snapshot.all(ConceptVersion), key=lambda record: record.number))

    @cached_property
    @_kept
    def _consented(self) -> frozenset[tuple[str, PrivacyPurpose]]:
        return frozenset(
            (record.person_id, record.purpose) for record in self.snapshot.all(PrivacyConsent) if record.holds()
        )

    @cached_property
    @_kept
    def quotable(self) -> frozenset[str]:
        """Return the interviews of which everybody who took part consented to being quoted word for word."""
        known = self.snapshot.by_id(Person)
        people = (
            (interview.id, [known[key] for key in interview.person_ids if key in known])
            for interview in self.snapshot.all(Interview)
        )
        return frozenset(
            interview_id
            for interview_id, present in people
            if present and all(self.consented(person, PrivacyPurpose.QUOTE) for person in present)
        )

    @cached_property
    @_kept
    def naming(self) -> Naming:
        """Return what takes names out of texts."""
        known = self._consented
        return Naming(self.snapshot, lambda person, purpose: (person.id, purpose) in known)

    def consented(self, person: Person, purpose: PrivacyPurpose) -> bool:
        """Tell whether a person's Einwilligung for a purpose holds."""
        return (person.id, purpose) in self._consented
