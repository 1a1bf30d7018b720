"""Make briefs of small invented districts, so that a test says only what it is about."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.layout import PaperLayout
from kizdesk.domain.base import Record
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.places import District, Municipality, Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from tests.cases.case import Case, case, library

VERSION = ConceptVersion(
    id="f1", number=1, name="Entwurf", frozen_at=datetime(2026, 1, 12, tzinfo=UTC), fingerprint="0", tree_sha256="0"
)
COUNCIL = Body(id="kt", name="Kreistag", adopts=True)
MEETING = Consultation(id="k1", title="Beschluss", body_id="kt", held_on=date(2026, 6, 23), planned=True)
PLACES = ("99002004", "99002008", "99002012", "99002016")


def brief(*records: Record, layout: str = "allgemein", base: str = "luecken-2026") -> Brief:
    """Return the brief of the district of a case, with nothing but the given records."""
    found = case(base)
    kept = [record for kind in (Project, District, Municipality) for record in found.snapshot.all(kind)]
    return Case(base, found.expected, Snapshot.of([*kept, *records])).brief(layout)


def layout_of(name: str) -> PaperLayout:
    """Return a layout of the program."""
    return PaperLayout.of(library().toml(f"papers/{name}.toml"), name)


def mayor(ags: str) -> Body:
    """Return the mayor of a municipality."""
    return Body(id=f"bm-{ags}", name=f"Bürgermeister {ags}", level=BodyLevel.MUNICIPALITY, municipality_id=ags)


def vote(
    ags: str, result: VoteResult = VoteResult.AGREED, *, conditions: tuple[str, ...] = (), wording: str = ""
) -> Vote:
    """Return what a mayor wrote on the version."""
    return Vote(
        id=f"v-{ags}",
        subject=VoteSubject.VERSION,
        subject_id="f1",
        body_id=f"bm-{ags}",
        kind=VoteKind.IN_WRITING,
        result=result,
        conditions=conditions,
        wording=wording,
        proof="Schreiben",
    )
