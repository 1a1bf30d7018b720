"""Write the guidelines."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.blocks import refs
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed
from kizdesk.concept.prose import prose
from kizdesk.concept.tree import AnyBlock, Paragraph, Run
from kizdesk.domain.fields import Principle


def principles(context: Context) -> Iterator[AnyBlock]:
    """Yield the guidelines in their order: title, then text."""
    for principle in sorted(context.facts.snapshot.all(Principle), key=lambda record: (record.position, record.id)):
        here = f"leitlinien/{principle.id}"
        yield Paragraph(
            id=here,
            runs=(Run(closed(principle.title), bold=True),),
            values=(principle.title,),
            sources=refs(principle),
        )
        yield from prose(f"{here}/text", principle.text, sources=refs(principle))
