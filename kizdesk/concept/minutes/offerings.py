"""Write an offering in the minutes with everything that was said about it."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.blocks import label_columns, refs
from kizdesk.concept.context import Context
from kizdesk.concept.german import capital, figure, serial
from kizdesk.concept.naming import InterviewNaming
from kizdesk.concept.offering_text import duration, funding
from kizdesk.concept.tree import Row, Table, TableHead
from kizdesk.concept.wording import Wording
from kizdesk.domain.interviews import Offering


def offering_blocks(context: Context, wording: Wording, naming: InterviewNaming, offering: Offering) -> Iterator[Table]:
    """Yield the table of what is recorded of an offering; what is not is left out."""
    rows = tuple(
        Row(key, (wording.text(f"offering.{key}"), naming.free(text)))
        for key, text in _values(context, wording, offering)
        if text.strip()
    )
    if rows:
        yield Table(
            id=f"protokoll/{offering.id}",
            caption="",
            alt=naming.free(offering.title),
            columns=label_columns(0.28),
            rows=rows,
            head=TableHead.ROWS,
            sources=refs(offering),
        )


def _values(context: Context, wording: Wording, offering: Offering) -> Iterator[tuple[str, str]]:
    words, facts = context.words, context.facts
    yield "provider", offering.provider
    yield "partners", offering.partners
    yield "fields", serial(filter(None, map(facts.field_title, offering.field_ids)))
    yield "groups", serial(words.option("target_group", group) for group in offering.target_groups)
    yield "description", offering.description
    reach = capital(words.label(offering.reach)) if offering.reach is not None else ""
    yield "reach", f"{reach} ({offering.place})" if reach and offering.place else reach or offering.place
    yield "time", duration(context, offering)
    yield "funding", funding(context, offering)
    yield "people", "" if offering.people_per_year is None else figure(offering.people_per_year)
    yield "success", offering.success
    yield "continuation", capital(words.label(offering.continuation)) if offering.continuation is not None else ""
    if offering.may_publish is not None:
        yield "publish", wording.text(f"offering.publish_{str(offering.may_publish).lower()}")
