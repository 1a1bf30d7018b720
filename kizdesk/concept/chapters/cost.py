"""Write the cost of the centre: posts, items, the sheet, what is not quantified, and totals that papers state."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kizdesk.concept.blocks import all_refs, columns, refs, row, sentence, values_of
from kizdesk.concept.chapters.area import population
from kizdesk.concept.chapters.centre import sorted_posts, sources_note
from kizdesk.concept.context import Context
from kizdesk.concept.german import day, euros, figure, listed
from kizdesk.concept.tree import AnyBlock, Heading, Row, Table
from kizdesk.domain.cost import CostItem, CostKind, CostSheet, StatedTotal, cost_sheet, post_cost, post_funding

_CENT = Decimal("0.01")


def cost(context: Context) -> Iterator[AnyBlock]:
    """Yield the cost sheet and the stated totals."""
    snapshot = context.facts.snapshot
    posts = sorted_posts(context)
    items = sorted(snapshot.all(CostItem), key=lambda record: (record.position, record.id))
    if posts or items:
        sheet = cost_sheet(posts, items)
        yield from _posts(context)
        yield from _items(context, items)
        reckoned = bool(posts) or any(item.kind is not CostKind.KNOCK_ON for item in items)
        if reckoned:
            yield from _sheet(context, sheet)
        yield from sources_note("kosten/quellen", context, [*(p.source for p in posts), *(i.source for i in items)])
        if reckoned:
            yield from _shares(context, sheet)
    yield from _stated(context)


def _money(context: Context, amount: Decimal | None) -> str:
    if amount is None:
        return context.words.text("cost.open")
    rounded = amount.quantize(_CENT)
    return euros(rounded)


def _posts(context: Context) -> Iterator[AnyBlock]:
    words, posts = context.words, sorted_posts(context)
    if posts:
        yield Table(
            id="kosten/stellen",
            caption=words.caption("post_cost"),
            columns=columns(words.columns("post_cost"), "3.4 1.2 2.4 2.6", "lrrr"),
            rows=tuple(
                row(
                    f"kosten/{post.id}",
                    post.title,
                    figure(post.fte),
                    _money(context, post_cost(post)),
                    _money(context, post_funding(post)) if post.max_amount is not None and not post.seconded else "–",
                    values=values_of(post.title, post.fte, post_cost(post), post_funding(post)),
                    sources=refs(post),
                )
                for post in posts
            ),
            sources=all_refs(posts),
        )


def _items(context: Context, items: list[CostItem]) -> Iterator[AnyBlock]:
    words = context.words
    if items:
        yield Table(
            id="kosten/posten",
            caption=words.caption("cost_items"),
            columns=columns(words.columns("cost_items"), "4 3 2.4", "llr"),
            rows=tuple(
                row(
                    f"kosten/{item.id}",
                    "\n".join(filter(None, [item.title, item.note])),
                    words.label(item.kind),
                    _money(context, item.amount),
                    values=values_of(item.title, item.note, item.kind, item.amount),
                    sources=refs(item),
                )
                for item in items
            ),
            sources=all_refs(items),
        )


def _sheet(context: Context, sheet: CostSheet) -> Iterator[AnyBlock]:
    words = context.words
    yield Heading(id="kosten/rechnung", level=3, text=words.text("cost.sheet"), values=())
    lines: list[tuple[str, Decimal | None, bool]] = [
        ("personnel", sheet.personnel, False),
        *([("additional", sheet.additional, False)] if sheet.additional != 0 else []),
        ("gross", sheet.gross, True),
        ("funding", sheet.funding, False),
        ("deficit", sheet.deficit, True),
        *([("existing_unit", sheet.existing_unit, False)] if sheet.existing_unit != 0 else []),
        ("extra", sheet.extra, True),
        ("deficit_without_funding", sheet.deficit_without_funding, False),
    ]
    people = population(context)
    if people and sheet.deficit is not None:
        lines.append(("per_inhabitant", sheet.deficit / people, False))
    yield Table(
        id="kosten/rechnung/tabelle",
        caption=words.caption("cost_sheet"),
        columns=columns(words.columns("cost_sheet"), "6 2.4", "lr"),
        rows=tuple(_sheet_row(context, key, amount, total=total) for key, amount, total in lines),
    )
    if sheet.deficit is not None and sheet.deficit_without_funding is not None and sheet.funding:
        yield sentence(
            "kosten/foerderung_endet",
            words.text(
                "cost.funding_ends",
                funding=_money(context, sheet.funding),
                deficit=_money(context, sheet.deficit_without_funding),
            ),
            sheet.funding, sheet.deficit_without_funding,
        )  # fmt: skip
    if sheet.open_items:
        text = words.text(f"cost.open_item{'s' * (len(sheet.open_items) > 1)}", items=listed(sheet.open_items))
        if any(amount is None for _, amount, _ in lines):
            text += f" {words.text('cost.open_totals')}"
        yield sentence("kosten/offen", text, sheet.open_items)


def _sheet_row(context: Context, key: str, amount: Decimal | None, *, total: bool) -> Row:
    return row(
        f"kosten/rechnung/{key}",
        context.words.text(f"cost.{key}"),
        _money(context, amount),
        values=values_of(amount),
        total=total,
    )


def _shares(context: Context, sheet: CostSheet) -> Iterator[AnyBlock]:
    """Yield what the extra cost comes to per municipality, by its people; only a reckoning, not a demand."""
    words, members = context.words, context.facts.municipalities
    people = sum(record.population or 0 for record in members)
    if sheet.extra is None or len(members) < 2 or not people or any(record.population is None for record in members):
        return
    extra = sheet.extra
    yield Heading(id="kosten/anteile", level=3, text=words.text("cost.shares"), values=())
    yield sentence("kosten/anteile/satz", words.text("cost.shares_text", extra=_money(context, extra)), extra)
    yield Table(
        id="kosten/anteile/tabelle",
        caption=words.caption("cost_shares"),
        columns=columns(words.columns("cost_shares"), "4 2 2.4", "lrr"),
        rows=tuple(
            row(
                f"kosten/anteile/{record.id}",
                record.name,
                figure(record.population or 0),
                euros((extra * (record.population or 0) / people).quantize(Decimal(1))),
                values=values_of(record.population, extra),
                sources=refs(record),
                municipalities=(record.id,),
            )
            for record in members
        ),
    )


def _stated(context: Context) -> Iterator[AnyBlock]:
    words = context.words
    totals = sorted(context.facts.snapshot.all(StatedTotal), key=lambda record: (record.position, record.id))
    if not totals:
        return
    yield Heading(id="kosten/angaben", level=3, text=words.text("cost.stated"), values=())
    yield sentence("kosten/angaben/satz", words.text("cost.stated_text"))
    yield Table(
        id="kosten/angaben/tabelle",
        caption=words.caption("stated_totals"),
        columns=columns(words.columns("stated_totals"), "2.6 2.2 3 3.4", "lrll"),
        rows=tuple(
            row(
                f"kosten/angaben/{total.id}",
                words.label(total.kind) + (f"\n{words.text('cost.superseded')}" if total.superseded else ""),
                euros(total.amount),
                "\n".join(filter(None, [total.basis, day(total.stated_on) if total.stated_on else ""])),
                total.source,
                values=values_of(
                    total.kind, total.amount, total.basis, total.stated_on, total.source, total.superseded
                ),
                sources=refs(total),
            )
            for total in totals
        ),
        sources=all_refs(totals),
    )
