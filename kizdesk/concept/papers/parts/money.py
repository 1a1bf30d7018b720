"""Propose the financial side; what is not quantified is said to be so and never counts as nothing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from kizdesk.concept.german import day, euros, listed
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.lines import one_line
from kizdesk.domain.cost import (
    CostItem,
    CostKind,
    CostSheet,
    Post,
    StatedTotal,
    StatedTotalKind,
    cost_sheet,
    funding_ceiling,
)

_CENT = Decimal("0.01")


def effects(brief: Brief) -> str:
    """Return that there are financial effects, if any cost is entered; whether there are none nobody can know."""
    return "ja" if _is_known(brief) else ""


def duration(brief: Brief) -> str:
    """Return that the amounts are yearly, as all that can be entered are."""
    return "jaehrlich" if _is_known(brief) else ""


def income(brief: Brief) -> str:
    """Return what the Land pays."""
    amount = _funding(brief)
    if amount:
        return brief.words.text("amounts.up_to", amount=_money(amount))
    return brief.words.text("amounts.open") if _is_known(brief) else ""


def expense(brief: Brief) -> str:
    """Return what the centre costs before funding."""
    if not _is_known(brief):
        return ""
    gross = _sheet(brief).gross if _is_reckoned(brief) else _last_stated(brief, StatedTotalKind.GROSS)
    if gross is None:
        return brief.words.text("amounts.open")
    return brief.words.text("amounts.yearly", amount=_money(gross))


def cost(brief: Brief) -> str:
    """Return cost, funding and extra cost in sentences."""
    if not _is_known(brief):
        return brief.words.text("cost.none")
    told = " ".join(_reckoned(brief)) if _is_reckoned(brief) else ""
    knock_on = _knock_on(brief)
    return "\n\n".join(filter(None, (told, _stated(brief), knock_on)))


def cost_of_report(brief: Brief) -> str:
    """Return the same for a report, which says nothing where nothing is entered."""
    return cost(brief) if _is_known(brief) else ""


def _reckoned(brief: Brief) -> Iterator[str]:
    sheet, say = _sheet(brief), brief.words.text
    if sheet.gross is None:
        yield say("cost.gross_open")
    elif sheet.personnel and sheet.additional:
        parts = {"personnel": _money(sheet.personnel), "additional": _money(sheet.additional)}
        yield say("cost.gross_parts", gross=_money(sheet.gross), **parts)
    else:
        yield say("cost.gross", gross=_money(sheet.gross))
    funding = _funding(brief)
    if funding:
        yield say("cost.funding", funding=_money(funding))
    if sheet.deficit is not None and funding:
        yield say("cost.deficit", deficit=_money(sheet.deficit))
    yield from _extra(brief, sheet)
    told_apart = {item.title for item in _items(brief) if item.kind is CostKind.KNOCK_ON}
    missing = [title for title in sheet.open_items if title not in told_apart]
    if missing:
        key = "cost.open_item" if len(missing) == 1 else "cost.open_items"
        yield brief.context.words.text(key, items="; ".join(missing))
    if sheet.funding and sheet.deficit_without_funding is not None:
        amounts = {"funding": _money(sheet.funding), "deficit": _money(sheet.deficit_without_funding)}
        yield brief.context.words.text("cost.funding_ends", **amounts)


def _extra(brief: Brief, sheet: CostSheet) -> Iterator[str]:
    """Yield what today's unit costs and what is added to that; nothing where no unit is entered."""
    units = [item for item in _items(brief) if item.kind is CostKind.EXISTING_UNIT]
    if not units:
        return
    say, titles = brief.words.text, listed(f"„{item.title}“" for item in units)
    if sheet.existing_unit is not None:
        yield say("cost.existing", titles=titles, existing=_money(sheet.existing_unit))
    if sheet.extra is None:
        yield say("cost.extra_open")
    elif sheet.extra == 0:
        yield say("cost.extra_none")
    else:
        yield say("cost.extra" if sheet.extra > 0 else "cost.extra_less", extra=_money(abs(sheet.extra)))


def _stated(brief: Brief) -> str:
    """Return the totals that papers state, the superseded ones too, so that both years stand side by side."""
    lines = [
        brief.words.text(
            "cost.stated_item",
            kind=brief.context.words.label(total.kind),
            amount=_money(total.amount),
            facts="; ".join(_facts_of(brief, total)),
        )
        for total in _totals(brief)
    ]
    return "\n\n".join((brief.words.text("cost.stated"), "\n".join(f"- {line}" for line in lines))) if lines else ""


def _facts_of(brief: Brief, total: StatedTotal) -> Iterator[str]:
    say = brief.words.text
    if total.basis.strip():
        yield say("cost.stated_basis", basis=one_line(total.basis))
    if total.stated_on:
        yield say("cost.stated_day", day=day(total.stated_on))
    if total.source.strip():
        yield say("cost.stated_source", source=one_line(total.source))
    if total.superseded:
        yield say("cost.stated_superseded")


def _knock_on(brief: Brief) -> str:
    """Return the effort in other offices, which is no part of the sheet."""
    say = brief.words.text
    items = [
        say(
            "cost.knock_on_item",
            title=item.title,
            amount=say("amounts.open") if item.amount is None else say("amounts.yearly", amount=_money(item.amount)),
        )
        for item in _items(brief)
        if item.kind is CostKind.KNOCK_ON
    ]
    return say("cost.knock_on", items="; ".join(items)) if items else ""


def _posts(brief: Brief) -> tuple[Post, ...]:
    return tuple(brief.context.facts.snapshot.all(Post))


def _items(brief: Brief) -> list[CostItem]:
    return sorted(brief.context.facts.snapshot.all(CostItem), key=lambda item: (item.position, item.id))


def _totals(brief: Brief) -> list[StatedTotal]:
    return sorted(brief.context.facts.snapshot.all(StatedTotal), key=lambda item: (item.position, item.id))


def _sheet(brief: Brief) -> CostSheet:
    return cost_sheet(_posts(brief), _items(brief))


def _is_reckoned(brief: Brief) -> bool:
    """Tell whether there is a sheet, and not only effort elsewhere and what papers state."""
    return bool(_posts(brief)) or any(item.kind is not CostKind.KNOCK_ON for item in _items(brief))


def _is_known(brief: Brief) -> bool:
    return _is_reckoned(brief) or bool(_items(brief)) or bool(_totals(brief))


def _funding(brief: Brief) -> Decimal | None:
    """Return the most that the Land pays: reckoned, else the ceiling of the posts, else what a paper states."""
    posts = _posts(brief)
    if posts:
        funding = _sheet(brief).funding
        return (funding_ceiling(posts) or None) if funding is None else funding
    return _last_stated(brief, StatedTotalKind.FUNDING)


def _last_stated(brief: Brief, kind: StatedTotalKind) -> Decimal | None:
    amounts = [total.amount for total in _totals(brief) if total.kind is kind and not total.superseded]
    return amounts[-1] if amounts else None


def _money(amount: Decimal) -> str:
    return euros(amount.quantize(_CENT, ROUND_HALF_UP))
