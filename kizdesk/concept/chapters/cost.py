"""Write the cost of the centre: posts, items, the sheet, what is not quantified, and totals that papers state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from kizdesk.concept.blocks import all_refs, columns, refs, row, sentence, values_of
from kizdesk.concept.chapters.area import population
from kizdesk.concept.chapters.centre import sorted_posts, sources_note
from kizdesk.concept.chapters.cost_shares import shares
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, day, euros, figure, listed
from kizdesk.concept.tree import AnyBlock, Heading, Listing, Row, Run, Table
from kizdesk.domain.cost import (
    CostItem,
    CostKind,
    CostSheet,
    Post,
    StatedTotal,
    cost_sheet,
    funding_ceiling,
    post_cost,
    post_funding,
)

_CENT = Decimal("0.01")


def cost(context: Context) -> Iterator[AnyBlock]:
    """Yield the cost sheet and the stated totals."""
    posts = sorted_posts(context)
    items = sorted(context.facts.snapshot.all(CostItem), key=lambda record: (record.position, record.id))
    reckoned = bool(posts) or any(item.kind is not CostKind.KNOCK_ON for item in items)
    if not reckoned:
        yield from _stated(context)
    sheet = cost_sheet(posts, items)
    yield from _posts(context, posts, sheet)
    yield from _items(context, items) if reckoned else _knock_on(context, items)
    if reckoned:
        yield from _sheet(context, sheet)
    yield from sources_note("kosten/quellen", context, [*(p.source for p in posts), *(i.source for i in items)])
    if reckoned:
        yield from shares(context, sheet)
        yield from _stated(context)


def _money(context: Context, amount: Decimal | None) -> str:
    if amount is None:
        return context.words.text("cost.open")
    rounded = amount.quantize(_CENT, ROUND_HALF_UP)
    return euros(rounded)


def _posts(context: Context, posts: Sequence[Post], sheet: CostSheet) -> Iterator[AnyBlock]:
    words = context.words
    if posts:
        yield Table(
            id="kosten/stellen",
            caption=words.caption("post_cost"),
            columns=columns(words.columns("post_cost"), "3.4 1.2 2.4 2.6", "lrrr"),
            rows=(*(_post(context, post) for post in posts), *_posts_total(context, posts, sheet)),
            sources=all_refs(posts),
        )


def _post(context: Context, post: Post) -> Row:
    funded = post.max_amount is not None and not post.seconded
    return row(
        f"kosten/{post.id}",
        post.title,
        figure(post.fte),
        _money(context, post_cost(post)),
        _money(context, _funding(post_funding(post), [post])) if funded else "–",
        values=values_of(post.title, post.fte, post_cost(post), post_funding(post)),
        sources=refs(post),
    )


def _funding(amount: Decimal | None, posts: Sequence[Post]) -> Decimal | None:
    """Return the most that is paid: what was reckoned, else the ceiling, which holds whatever the posts cost."""
    return (funding_ceiling(posts) or None) if amount is None else amount


def _posts_total(context: Context, posts: Sequence[Post], sheet: CostSheet) -> Iterator[Row]:
    if len(posts) > 1:
        yield row(
            "kosten/stellen/summe",
            context.words.text("cost.total"),
            figure(sum((post.fte for post in posts), Decimal(0))),
            _money(context, sheet.personnel),
            _money(context, _funding(sheet.funding, posts)),
            values=values_of(sheet.personnel, sheet.funding),
            total=True,
        )


def _items(context: Context, items: list[CostItem]) -> Iterator[AnyBlock]:
    words = context.words
    if items:
        yield Table(
            id="kosten/posten",
            caption=words.caption("cost_items" if sorted_posts(context) else "cost_items_only"),
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


def _knock_on(context: Context, items: Sequence[CostItem]) -> Iterator[AnyBlock]:
    """Yield effort in other offices where nothing else is reckoned."""
    if items:
        yield sentence("kosten/folgeaufwand/satz", context.words.text("cost.knock_on"))
        yield Listing(
            id="kosten/folgeaufwand",
            items=tuple(
                (
                    Run(f"{item.title}: ", bold=True),
                    Run(" ".join(filter(None, [closed(_money(context, item.amount)), closed(item.note)]))),
                )
                for item in items
            ),
            values=values_of(*((item.title, item.note, item.amount) for item in items)),
            sources=all_refs(items),
        )


def _sheet(context: Context, sheet: CostSheet) -> Iterator[AnyBlock]:
    words = context.words
    if sheet.personnel is None and not sheet.additional and not sheet.existing_unit:
        yield sentence("kosten/offen", _open(context, sheet, "cost.open_sheet"), sheet.open_items)
        return
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
        depends = "cost.open_totals" if any(amount is None for _, amount, _ in lines) else ""
        yield sentence("kosten/offen", _open(context, sheet, depends), sheet.open_items)


def _open(context: Context, sheet: CostSheet, consequence: str) -> str:
    """Return what is not quantified, and what follows from it."""
    items = sheet.open_items
    named = "; ".join(items) if any(" und " in item or "," in item for item in items) else listed(items)
    text = context.words.text(f"cost.open_item{'s' * (len(items) > 1)}", items=named)
    return f"{text} {context.words.text(consequence)}" if consequence else text


def _sheet_row(context: Context, key: str, amount: Decimal | None, *, total: bool) -> Row:
    return row(
        f"kosten/rechnung/{key}",
        context.words.text(f"cost.{key}"),
        _money(context, amount),
        values=values_of(amount),
        total=total,
    )


def _stated(context: Context) -> Iterator[AnyBlock]:
    words = context.words
    totals = sorted(context.facts.snapshot.all(StatedTotal), key=lambda record: (record.position, record.id))
    if not totals:
        return
    if sorted_posts(context):
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
