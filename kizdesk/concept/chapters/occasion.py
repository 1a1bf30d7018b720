"""Write why the concept is made and what the law asks for."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.blocks import refs, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, day
from kizdesk.concept.tree import AnyBlock, Listing, Run
from kizdesk.domain.legal import Precondition

_CONSENT_RULE = "consent_open"
"""The precondition that a kreisfreie Stadt does not meet with, as it has no municipalities to agree."""


def occasion(context: Context) -> Iterator[AnyBlock]:
    """Yield the occasion, the legal basis and its preconditions."""
    words, project = context.words, context.facts.project
    if not context.facts.texts.get("anlass"):
        yield sentence(
            "anlass/anlass",
            words.text(f"occasion.{project.occasion.value}", district=context.district.nominative),
            project.occasion,
            sources=refs(project),
        )
    law = context.materials.legal_basis
    yield sentence(
        "anlass/rechtsgrundlage",
        words.text(
            "occasion.law", section=law.section, title=law.title, short=law.short,
            citation=law.citation, since=day(law.in_force_from),
        ),
        law.id,
        sources=refs(project),
    )  # fmt: skip
    asked = [item for item in law.preconditions if not (context.is_city and item.rule == _CONSENT_RULE)]
    if asked:
        yield sentence("anlass/voraussetzungen/einleitung", words.text("occasion.preconditions_intro"))
        yield Listing(
            id=f"anlass/voraussetzungen/{law.id}",
            items=tuple((Run(_precondition(item)),) for item in asked),
            values=values_of(*(item.id for item in asked)),
        )


def _precondition(item: Precondition) -> str:
    """Return a precondition, with the place in the law it follows from; papers that tell of it are no place."""
    text = item.text.rstrip(".")
    return closed(f"{text} ({item.source})" if item.source.startswith("§") else text)
