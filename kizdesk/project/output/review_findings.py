"""Find the blocks of the concept at which the checker's findings stand, and word the findings there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kizdesk.concept.tree import AnyBlock, Document, Heading, SourceRef, Table
from kizdesk.domain.interviews import Interview
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.steps import Target
from kizdesk.project.checking.points import Finding, Point, Severity

_WEIGHTS = {Severity.OBSTACLE: "Hindernis", Severity.GAP: "Lücke", Severity.HINT: "Hinweis"}
_PLACES: Mapping[str, str] = {
    "actor": "akteure",
    "answer": "bestand",
    "centre_task": "aufgaben",
    "concept_version": "einvernehmen",
    "consultation": "verlauf",
    "cost_item": "kosten",
    "district": "beteiligung",
    "evidence": "ueberblick",
    "field_of_action": "handlungsfelder",
    "focus": "schwerpunkte",
    "focus_period": "schwerpunkte",
    "goal": "handlungsfelder",
    "interview": "bestand",
    "measure": "handlungsfelder",
    "municipality": "einvernehmen",
    "offering": "angebote_kreis",
    "organisation_variant": "anbindung",
    "person": "anlage_beteiligte",
    "post": "personal",
    "principle": "leitlinien",
    "source_document": "anlage_quellen",
    "statement": "anregungen",
    "vote": "voten",
}
"""The chapters in which the kinds of records are told of."""


def sources_of(block: AnyBlock) -> tuple[SourceRef, ...]:
    """Return what a block rests on, the sources of its rows with it."""
    rows = block.rows if isinstance(block, Table) else ()
    return tuple(dict.fromkeys((*block.sources, *(source for row in rows for source in row.sources))))


def findings_by_block(snapshot: Snapshot, document: Document, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by the block where they belong; what has no place stands at the beginning."""
    known = {block.id for block in document.blocks}
    holders: dict[tuple[str, str], str] = {}
    for block in document.blocks:
        for source in sources_of(block):
            holders.setdefault((source.kind, source.id), block.id)
    first = next((block.id for block in document.blocks if isinstance(block, Heading)), "")
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        wishes = _wishes(snapshot, finding.target, holders)
        found.setdefault(next((block_id for block_id in wishes if block_id in known), first), []).append(finding)
    return found


def _wishes(snapshot: Snapshot, target: Target, holders: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Yield the blocks at which a finding may stand, the best first."""
    if target.kind in ("chapter_text", "chapter_choice"):
        yield f"kapitel/{target.id}"
    interview = snapshot.find(Interview, target.id.partition("/")[0])
    if interview is not None:
        yield f"profile/{interview.municipality_id}"
    if target.kind not in ("municipality", "district"):
        yield holders.get((target.kind, target.id), "")
    yield f"kapitel/{_PLACES.get(target.kind, '')}"


def finding_text(point: Point) -> str:
    """Return the comment of a point: what is missing, what to do, and where the rule stands."""
    told = (f"{_WEIGHTS[point.severity]}: {point.message}", point.advice)
    basis = f"Grundlage: {point.source}" if point.source else ""
    return "\n".join(("Prüfung", *filter(None, (*told, basis))))
