"""Word what the concept cites: papers in the list of sources and in footnotes, places of the concept in brackets."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, day
from kizdesk.concept.prose import plain_text
from kizdesk.concept.tree import Run, Runs
from kizdesk.domain.versions import SourceDocument


def paper_runs(paper: SourceDocument) -> Runs:
    """Return how a paper is listed, its title in italics."""
    head = f"{paper.author}: " if paper.author else ""
    dated = f" vom {day(paper.dated)}" if paper.dated else ""
    rest = f" {closed(paper.reference)}" if paper.reference else ""
    return (Run(head), Run(paper.title.rstrip("."), italic=True), Run(f"{dated}.{rest}"))


def cited(context: Context, source_ids: Iterable[str], proof: str = "") -> str:
    """Return the words of a footnote: the papers, and where it is written unless they say so; empty for neither."""
    known = context.facts.snapshot.by_id(SourceDocument)
    papers = [plain_text(paper_runs(known[key])).strip() for key in dict.fromkeys(source_ids) if key in known]
    own = [closed(proof.strip())] if proof.strip() and not any(proof.strip() in paper for paper in papers) else []
    return " ".join([*own, *papers])


def noted(note: str) -> Runs:
    """Return the end of a cell that carries a footnote; nothing without one."""
    return (Run("", note=note),) if note else ()


def bracketed(block_id: str) -> Runs:
    """Return the end of a cell that names the number of a block in brackets."""
    return (Run(" ("), Run("", refers=block_id), Run(")"))
