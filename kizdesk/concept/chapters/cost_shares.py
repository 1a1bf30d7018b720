"""Write what the extra cost comes to per municipality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from kizdesk.concept.blocks import columns, refs, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import euros, figure
from kizdesk.concept.tree import AnyBlock, Heading, Table
from kizdesk.domain.cost import CostSheet


def shares(context: Context, sheet: CostSheet) -> Iterator[AnyBlock]:
    """Yield what the extra cost comes to per municipality, by its people; only a reckoning, not a demand."""
    words, members = context.words, context.facts.municipalities
    people = sum(record.population or 0 for record in members)
    if sheet.extra is None or len(members) < 2 or not people or any(record.population is None for record in members):
        return
    extra = sheet.extra.quantize(Decimal("0.01"), ROUND_HALF_UP)
    parts = portions(extra, [record.population or 0 for record in members])
    yield Heading(id="kosten/anteile", level=3, text=words.text("cost.shares"), values=())
    yield sentence("kosten/anteile/satz", words.text("cost.shares_text", extra=euros(extra)), extra)
    yield Table(
        id="kosten/anteile/tabelle",
        caption=words.caption("cost_shares"),
        columns=columns(words.columns("cost_shares"), "4 2 2.4", "lrr"),
        rows=(
            *(
                row(
                    f"kosten/anteile/{record.id}",
                    record.name,
                    figure(record.population or 0),
                    euros(portion),
                    values=values_of(record.population, extra),
                    sources=refs(record),
                    municipalities=(record.id,),
                )
                for record, portion in zip(members, parts, strict=True)
            ),
            row(
                "kosten/anteile/summe",
                words.text("cost.total"),
                figure(people),
                euros(sum(parts, Decimal(0))),
                values=values_of(people, extra),
                total=True,
            ),
        ),
    )


def portions(amount: Decimal, weights: Sequence[int]) -> list[Decimal]:
    """Divide an amount by weights into whole euros that add up to it; the largest fractions are rounded up."""
    whole = amount.quantize(Decimal(1), ROUND_HALF_UP)
    exact = [whole * weight / sum(weights) for weight in weights]
    whole_parts = [share.to_integral_value(ROUND_FLOOR) for share in exact]
    left = int(whole - sum(whole_parts))
    for index in sorted(range(len(exact)), key=lambda place: whole_parts[place] - exact[place])[:left]:
        whole_parts[index] += 1
    return whole_parts
