"""Propose what the law says, with its citation."""

from __future__ import annotations

from kizdesk.concept.german import closed
from kizdesk.concept.papers.brief import Brief

_RESOLUTION = "council_resolution_missing"
"""The rule behind the precondition that the concept is adopted."""


def law(brief: Brief) -> str:
    """Return what the Land funds and on which conditions."""
    basis, words = brief.context.materials.legal_basis, brief.words
    sentences = [
        words.text("law.funding", section=basis.section, short=basis.short, citation=basis.citation),
        "" if brief.context.is_city else words.text("law.consent"),
    ]
    if not brief.is_municipal and any(item.rule == _RESOLUTION for item in basis.preconditions):
        sentences.append(words.text("law.resolution", decider=brief.decider.nominative))
    return " ".join(closed(text) for text in sentences if text)
