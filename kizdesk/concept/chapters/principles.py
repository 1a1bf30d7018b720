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
    """Yield the guidelines in their order, the title at the head of the text."""
    for principle in sorted(context.facts.snapshot.all(Principle), key=lambda record: (record.position, record.id)):
        here, sources = f"leitlinien/{principle.id}", refs(principle)
        lead = (Run(f"{closed(principle.title)} ", bold=True),)
        if principle.text.strip():
            yield from prose(here, principle.text, lead=lead, lead_values=(principle.title,), sources=sources)
        else:
            yield Paragraph(id=here, runs=lead, values=(principle.title,), sources=sources)
