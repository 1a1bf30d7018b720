"""Read a case: facts in, and what the concept, the checker and the cost sheet must make of them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from kizdesk.concept.build import build
from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.materials import Materials
from kizdesk.concept.outline import Outline
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.build import paper_document
from kizdesk.concept.papers.layout import PaperLayout
from kizdesk.concept.survey import Survey
from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Listing, Paragraph, Quotation, Runs, Table
from kizdesk.concept.wording import Wording
from kizdesk.domain.base import Record
from kizdesk.domain.checks import Facts as Checked
from kizdesk.domain.checks import check
from kizdesk.domain.codec import revive
from kizdesk.domain.cost import CostItem, CostSheet, Post, cost_sheet, funding_ceiling
from kizdesk.domain.guide import Guide
from kizdesk.domain.inputs import records_from
from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.papers import Paper
from kizdesk.domain.people import Body
from kizdesk.domain.places import Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.domain.votes import ConsentState, Vote, consent_register
from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir

CASES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Said:
    """Be words that must stand in the printed concept."""

    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Be a pattern that must match nothing in the printed concept."""

    pattern: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedConsents:
    """Be the municipalities that must stand in one state towards the latest version."""

    state: ConsentState
    municipalities: tuple[str, ...] = ()
    """Names; empty for all of the district."""


@dataclass(frozen=True, slots=True)
class Found:
    """Be a finding of the checker, and how often."""

    rule: str
    count: int = 1
    why: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """Be a rule that must find nothing."""

    rule: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Figured:
    """Be a figure of the cost sheet in euros a year; without an amount it is not quantified."""

    figure: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ExpectedPaper:
    """Be what a council paper of a layout must say, and patterns that it must not match."""

    layout: str
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """Be what ``erwartet.toml`` says."""

    title: str
    source: str
    district: str
    """AGS of a district of the catalogue, or the name of a table of municipalities beside it."""
    assumptions: tuple[str, ...] = ()
    says: tuple[Said, ...] = ()
    never: tuple[Unsaid, ...] = ()
    consents: tuple[ExpectedConsents, ...] = ()
    found: tuple[Found, ...] = ()
    absent: tuple[Absent, ...] = ()
    cost: tuple[Figured, ...] = ()
    papers: tuple[ExpectedPaper, ...] = ()


@dataclass(frozen=True)
class Case:
    """Be one process as data, with everything made from it."""

    name: str
    expected: Expected
    snapshot: Snapshot

    @cached_property
    def latest_version(self) -> ConceptVersion | None:
        """Return the version that is asked for."""
        return latest_of(self.snapshot.all(ConceptVersion))

    @cached_property
    def document(self) -> Document:
        """Return the concept."""
        return build(self.snapshot, self.materials)

    @cached_property
    def materials(self) -> Materials:
        """Return what the concept is made with beside the project itself."""
        shelf = library()
        return Materials(
            legal_basis=self.legal_basis,
            guide=self.guide,
            outline=Outline.of(shelf.toml("concept/outline.toml")),
            wording=Wording.of(shelf.toml("concept/wording.toml")),
            shapes=shelf.shapes(self.snapshot.by_id(Municipality)),
            map_attribution=shelf.map_attribution,
            catalogue_attribution=shelf.catalogue_attribution,
            indicators=shelf.indicators(),
            version=self.latest_version,
        )

    @cached_property
    def text(self) -> str:
        """Return every word of the concept, with single spaces."""
        return text_of(self.document)

    def paper(self, layout_id: str) -> str:
        """Return every word of a council paper in a layout, with single spaces."""
        return text_of(paper_document(self.brief(layout_id)))

    def brief(self, layout_id: str) -> Brief:
        """Return what a council paper is made from, on the day on which the latest version is dated."""
        layout = PaperLayout.of(library().toml(f"papers/{layout_id}.toml"), layout_id)
        held = (paper for paper in self.snapshot.all(Paper) if paper.kind is layout.kind)
        things = replace(self.materials, version=None)
        return Brief(
            context=Context(Facts(self.snapshot), things, Survey(Snapshot(), self.guide)),
            words=Wording.of(library().toml("concept/papers.toml")),
            layout=layout,
            paper=next(held, Paper(id="", kind=layout.kind)),
            today=self.latest_version.printed_on if self.latest_version else date(2013, 2, 15),
        )

    @cached_property
    def legal_basis(self) -> LegalBasis:
        """Return the law of the project."""
        return library().legal_basis(self.snapshot.get(Project, "project").legal_basis_id)

    @cached_property
    def guide(self) -> Guide:
        """Return the guide of the project."""
        project = self.snapshot.get(Project, "project")
        return library().guide(project.guide_id, project.guide_version)

    @cached_property
    def findings(self) -> Counter[str]:
        """Count the findings of the checker by rule."""
        return Counter(hit.rule for hit in check(Checked(self.snapshot, self.guide, self.legal_basis)))

    @cached_property
    def cost(self) -> CostSheet:
        """Return the cost sheet."""
        return cost_sheet(self.snapshot.all(Post), self.snapshot.all(CostItem))

    @cached_property
    def funding_ceiling(self) -> Decimal:
        """Return the most that the Land pays."""
        return funding_ceiling(self.snapshot.all(Post))

    @cached_property
    def consents(self) -> dict[str, ConsentState]:
        """Return where each municipality stands, by name, towards the latest version or one that could come."""
        asked = self.latest_version or ConceptVersion(
            id="gedacht", number=1, name="", frozen_at=datetime(2000, 1, 1, tzinfo=UTC), fingerprint="", tree_sha256=""
        )
        register = consent_register(
            list(self.snapshot.by_id(Municipality)), asked, {**self.snapshot.by_id(ConceptVersion), asked.id: asked},
            self.snapshot.all(Vote), self.snapshot.by_id(Body),
        )  # fmt: skip
        return {self.snapshot.get(Municipality, item.municipality_id).name: item.state for item in register}


@cache
def library() -> Library:
    """Return the data that travels with the program, read once."""
    return Library(resources_dir(), forms_dir())


def case_names() -> list[str]:
    """Return the cases in the order of their names."""
    return sorted(path.parent.name for path in CASES.glob("*/erwartet.toml"))


@cache
def expected_of(name: str) -> Expected:
    """Read what a case expects."""
    path = CASES / name / "erwartet.toml"
    return revive(Expected, tomllib.loads(path.read_text(encoding="utf-8")), path.name)


@cache
def case(name: str) -> Case:
    """Read a case with its facts."""
    expected = expected_of(name)
    return Case(name, expected, Snapshot.of([*places_of(name, expected.district), *facts_of(name)]))


def facts_of(name: str) -> Iterator[Record]:
    """Yield the records of a case's files."""
    for path in sorted((CASES / name).glob("*.toml")):
        if path.name != "erwartet.toml":
            yield from records_from(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def places_of(name: str, district: str) -> Iterator[Record]:
    """Yield the district and its municipalities, from the catalogue or from a table beside the case."""
    if district.endswith(".csv"):
        own, places = library().municipalities_from_csv(CASES / name / district)
        yield from (own, *places)
        return
    yield next(item for item in library().districts() if item.id == district)
    yield from library().municipalities(district)


def text_of(document: Document) -> str:
    """Return every word of a document, with single spaces."""
    opening = (document.title, document.subtitle, document.notice, document.version, document.dated)
    words = " ".join([*opening, *(part for block in document.blocks for part in words_of(block))])
    return re.sub(r"\s+", " ", words)


def words_of(block: AnyBlock) -> Iterator[str]:
    """Yield the words of a block."""
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield joined(block.runs)
        case Listing():
            yield from (joined(item) for item in block.items)
        case Quotation():
            yield from (block.text, block.speaker)
        case Table():
            yield from (block.caption, *(column.title for column in block.columns))
            yield from (cell for row in block.rows for cell in row.cells)
        case Figure():
            yield from (block.caption, block.alt, block.note)


def joined(runs: Runs) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)
