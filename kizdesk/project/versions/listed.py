"""List the frozen versions, and tell what differs between two of them or from the present content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kizdesk.concept.announced import as_frozen
from kizdesk.concept.compare import ChangeKind, compare
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import Document
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.project.checking.findings import check
from kizdesk.project.checking.points import Finding, Point, Severity, points
from kizdesk.project.concept import draft_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_changes import concerning, placed_changes, readable
from kizdesk.project.participation.requests import consents
from kizdesk.project.search_places import step_of
from kizdesk.project.versions.absent import absent
from kizdesk.project.versions.freezing import version_document

_SHORT = 8
"""Letters of a fingerprint that tell versions apart on a page."""
_MENDED = frozenset({"no_version", "version_outdated"})
"""What freezing a version mends by itself."""
_KINDS = {ChangeKind.ADDED: "neu", ChangeKind.REMOVED: "entfallen", ChangeKind.CHANGED: "geändert"}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """Be one version as the list shows it."""

    id: str
    number: int
    name: str
    dated: date
    author: str
    note: str
    mark: str
    """The first letters of its fingerprint."""
    fingerprint: str
    agreed: int
    asked: int
    """How many municipalities have to agree; 0 for a kreisfreie Stadt."""
    conditional: int
    changes: int | None = None
    """Places changed up to the present content; None while nobody has counted."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Be one place in which two contents differ, with the old words and the new ones."""

    key: str
    chapter: str
    place: str
    what: str
    kind: str
    before: str
    after: str
    concerned: str
    """Names of the municipalities it concerns; empty for the whole district."""
    target: Target | None
    """Where it is edited, if it is still there."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Tell what freezing would hold: the number, how much is new, and what the checker finds now."""

    number: int
    last: int
    """Number of the version before; 0 if there is none."""
    changes: int
    unchanged: bool
    findings: tuple[Finding, ...]
    agreed: int = 0
    """How many municipalities agreed to the version before, with or without conditions."""
    asked: int = 0
    absent: tuple[str, ...] = ()
    """Titles of the chapters the version would lack, because nothing is entered for them but a proposed text."""

    @property
    def open_points(self) -> tuple[Point, ...]:
        """Return what is missing and freezing does not mend, hints left out: what is in the content comes first."""
        found = points([item for item in self.findings if item.rule not in _MENDED and not _is_hint(item)])
        return tuple(sorted(found, key=_is_of_participation))

    @property
    def unreleased(self) -> tuple[Point, ...]:
        """Return which interviews go into the version though their municipality has not released them."""
        return points([item for item in self.findings if item.rule == "interview_not_released"])

    @property
    def mended(self) -> tuple[Point, ...]:
        """Return what freezing itself mends."""
        return points([item for item in self.findings if item.rule in _MENDED])


def version_rows(project: OpenProject) -> tuple[VersionRow, ...]:
    """Return the versions, the latest first, without counting what changed."""
    versions = sorted(project.snapshot.all(ConceptVersion), key=_number, reverse=True)
    return tuple(_row(project, version) for version in versions)


def counted_versions(project: OpenProject) -> tuple[VersionRow, ...]:
    """Return the versions with what changed since; reads frozen trees, so let it run in a job."""
    rows = version_rows(project)
    if not rows:
        return ()
    draft = draft_document(project)
    mark = fingerprint(draft)
    return tuple(replace(row, changes=_count(project, row, draft, mark)) for row in rows)


def differences(
    project: OpenProject, earlier_id: str, later_id: str = "", municipality_id: str = ""
) -> tuple[Difference, ...]:
    """Return what differs between two versions, or from one to the present content; let it run in a job.

    With a municipality only what concerns it, or the whole district.
    """
    earlier = version_document(project, earlier_id)
    later = version_document(project, later_id) if later_id else draft_document(project)
    found = placed_changes(earlier, later)
    targets = _targets(project, later)
    names = {place.id: place.name for place in project.snapshot.all(Municipality)}
    return tuple(
        Difference(
            key=f"{number}/{line.block_id}/{line.what}",
            chapter=placed.change.chapter,
            place=line.place,
            what=line.what,
            kind=_KINDS[line.kind],
            before=line.before,
            after=line.after,
            concerned=", ".join(sorted((names.get(ags, ags) for ags in placed.change.municipalities), key=sort_key)),
            target=targets.get(line.block_id),
        )
        for number, placed in enumerate(concerning(found, municipality_id) if municipality_id else found)
        for line in readable((placed,))
    )


def outlook(project: OpenProject) -> Outlook:
    """Return what freezing would hold; builds the whole concept, so let it run in a job."""
    latest = latest_of(project.snapshot.all(ConceptVersion))
    findings, draft = tuple(check(project)), draft_document(project)
    missing = absent(project, as_frozen(draft))
    if latest is None:
        return Outlook(1, 0, 0, unchanged=False, findings=findings, absent=missing)
    unchanged = fingerprint(draft) == latest.fingerprint
    changes = 0 if unchanged else len(compare(version_document(project, latest.id), draft))
    row = _row(project, latest)
    return Outlook(
        latest.number + 1,
        latest.number,
        changes,
        unchanged=unchanged,
        findings=findings,
        agreed=row.agreed + row.conditional,
        asked=row.asked,
        absent=missing,
    )


def proposed_name(project: OpenProject) -> str:
    """Return a name for the next version, by what it is usually frozen for."""
    districts = project.snapshot.all(District)
    city = any(district.kind is DistrictKind.INDEPENDENT_CITY for district in districts)
    first = not project.snapshot.all(ConceptVersion)
    if city:
        return "Fassung für den Rat"
    return "Fassung für die Kommunen" if first else "Fassung nach der Beteiligung der Kommunen"


def proposed_day(project: OpenProject) -> tuple[date, str]:
    """Return the date to print on the next version with a sentence where it comes from.

    It is the date of the concept, unless an earlier version bears that or a later one.
    """
    concept, today = project.settings.concept_date, project.now().date()
    borne = max((version.printed_on for version in project.snapshot.all(ConceptVersion)), default=date.min)
    if concept is None:
        return today, "Dieses Datum steht auf dem Deckblatt; vorgeschlagen ist heute."
    if concept > borne:
        return concept, "Dieses Datum steht auf dem Deckblatt; vorgeschlagen ist das Datum des Konzepts."
    return today, (
        "Dieses Datum steht auf dem Deckblatt; vorgeschlagen ist heute, denn das Datum des Konzepts "
        f"({concept:%d.%m.%Y}) galt schon für eine frühere Fassung."
    )


def next_after_freezing(project: OpenProject) -> str:
    """Return what a version waits for: its consents and its resolution, which nobody could give before."""
    if any(district.kind is DistrictKind.INDEPENDENT_CITY for district in project.snapshot.all(District)):
        return "Jetzt kann darüber beschlossen werden."
    return "Jetzt können die Kommunen um ihr Einvernehmen gebeten werden."


def _is_hint(finding: Finding) -> bool:
    return finding.severity is Severity.HINT


def _is_of_participation(point: Point) -> bool:
    return point.target.step is Step.PARTICIPATION


def _number(version: ConceptVersion) -> int:
    return version.number


def _row(project: OpenProject, version: ConceptVersion) -> VersionRow:
    city = any(found.kind is DistrictKind.INDEPENDENT_CITY for found in project.snapshot.all(District))
    register = [] if city else consents(project, version.id)
    return VersionRow(
        id=version.id,
        number=version.number,
        name=version.name,
        dated=version.printed_on,
        author=version.author,
        note=version.note,
        mark=version.fingerprint[:_SHORT],
        fingerprint=version.fingerprint,
        agreed=sum(consent.holds for consent in register),
        asked=len(register),
        conditional=sum(consent.is_conditional for consent in register),
    )


def _count(project: OpenProject, row: VersionRow, draft: Document, mark: str) -> int:
    return 0 if row.fingerprint == mark else len(compare(version_document(project, row.id), draft))


def _targets(project: OpenProject, document: Document) -> dict[str, Target]:
    """Return for each block where the record is edited that it was made of."""
    snapshot = project.snapshot
    found: dict[str, Target] = {}
    for block in document.blocks:
        ident = block.id.partition("#")[0]
        for source in block.sources:
            if ident not in found and snapshot.find(TYPE_OF_KIND[source.kind], source.id) is not None:
                found[ident] = Target(step_of(source.kind), source.kind, source.id)
    return found
