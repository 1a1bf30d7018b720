"""Describe the cost of the centre and its funding, and compute them.

The formula is that of the project's domain paper, section 8: per post
``vzae × (PK × (1 + g) + S)``; funding ``min(Höchstbetrag × vzae / Stellenanteil, PK × vzae)``.
A value of None is "nicht beziffert", which is not zero: it leaves every total it is part of open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kizdesk.domain.base import Record

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """Be one kind of post of the centre; amounts in euros a year for a full-time equivalent."""

    title: str
    fte: Decimal
    personnel_cost: Decimal | None = None
    """PK: gross personnel cost of one full-time equivalent; None is not yet quantified."""
    overhead_rate: Decimal = ZERO
    """g: share of overhead on personnel cost, such as 0.20."""
    workplace_cost: Decimal | None = None
    """S: cost of one workplace; None is not yet quantified."""
    seconded: bool = False
    """True for teachers whom the Land seconds: no personnel cost for the district."""
    overhead_base: Decimal | None = None
    """For seconded posts: the personnel cost on which overhead is reckoned nevertheless."""
    max_amount: Decimal | None = None
    """Höchstbetrag of the guideline; None if the post is not funded."""
    amount_share: Decimal = Decimal(1)
    """Stellenanteil for which the guideline names that amount: 1, or 0.5 for the half assistant."""
    pay_group: str = ""
    source: str = ""
    position: int = 0


class CostKind(Enum):
    """Tell what a cost item is."""

    ADDITIONAL = "zusatz"
    """Rooms, material, projects, travel: added to the posts."""
    EXISTING_UNIT = "vorhandene_fachstelle"
    """Cost of today's unit that ends or moves into the centre: taken off."""
    KNOCK_ON = "folgeaufwand"
    """Effort in other offices, shown but not part of the centre's cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostItem(Record):
    """Be a yearly amount in euros beside the posts; None is not yet quantified."""

    title: str
    kind: CostKind
    amount: Decimal | None = None
    source: str = ""
    note: str = ""
    position: int = 0


class StatedTotalKind(Enum):
    """Tell which total a paper states."""

    GROSS = "gesamtkosten"
    FUNDING = "foerderung"
    DEFICIT = "zuschussbedarf"
    EXTRA = "mehrkosten"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedTotal(Record):
    """Be a total in euros a year that a paper states without its components, with its source."""

    kind: StatedTotalKind
    amount: Decimal
    stated_on: date | None = None
    basis: str = ""
    """What it was reckoned on, such as an edition of a cost table."""
    source: str = ""
    superseded: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class CostSheet:
    """Hold the yearly result in euros; None where a component is not quantified."""

    personnel: Decimal | None
    additional: Decimal | None
    gross: Decimal | None
    funding: Decimal | None
    deficit: Decimal | None
    existing_unit: Decimal | None
    extra: Decimal | None
    deficit_without_funding: Decimal | None
    """The scenario "Förderung endet"."""
    open_items: tuple[str, ...]
    """Titles of what is not quantified."""


def post_cost(post: Post) -> Decimal | None:
    """Return the yearly cost of a post for the district in euros, or None if it is not quantified."""
    if post.workplace_cost is None:
        return None
    if post.seconded:
        base = (post.overhead_base or ZERO) * post.overhead_rate
        return post.fte * (base + post.workplace_cost)
    if post.personnel_cost is None:
        return None
    return post.fte * (post.personnel_cost * (1 + post.overhead_rate) + post.workplace_cost)


def post_funding(post: Post) -> Decimal | None:
    """Return the yearly funding of a post in euros ("bis zu"), or None if cost or ceiling is not quantified."""
    ceiling = _ceiling(post)
    if ceiling is None or post.personnel_cost is None:
        return None if _is_funded(post) else ZERO
    return min(ceiling, post.personnel_cost * post.fte)


def funding_ceiling(posts: Iterable[Post]) -> Decimal:
    """Return the most that the Land pays a year in euros, whatever the posts really cost."""
    return sum((_ceiling(post) or ZERO for post in posts), ZERO)


def _is_funded(post: Post) -> bool:
    return post.max_amount is not None and not post.seconded


def _ceiling(post: Post) -> Decimal | None:
    """Return the most that is paid for a post; None if it is not funded, or funded for no share of a post."""
    if post.max_amount is None or post.seconded or post.amount_share <= 0:
        return None
    return post.max_amount * post.fte / post.amount_share


def cost_sheet(posts: Iterable[Post], items: Iterable[CostItem]) -> CostSheet:
    """Compute the sheet from posts and items."""
    posts, items = tuple(posts), tuple(items)

    def of(kind: CostKind) -> Decimal | None:
        return _total(item.amount for item in items if item.kind is kind)

    personnel = _total(post_cost(post) for post in posts)
    funding = _total(post_funding(post) for post in posts)
    additional, existing = of(CostKind.ADDITIONAL), of(CostKind.EXISTING_UNIT)
    gross = _total((personnel, additional))
    deficit = _difference(gross, funding)
    unquantified = [post.title for post in posts if post_cost(post) is None or post_funding(post) is None]
    unquantified += [item.title for item in items if item.amount is None]
    return CostSheet(
        personnel=personnel,
        additional=additional,
        gross=gross,
        funding=funding,
        deficit=deficit,
        existing_unit=existing,
        extra=_difference(deficit, existing),
        deficit_without_funding=gross,
        open_items=tuple(unquantified),
    )


def _total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    total = ZERO
    for amount in amounts:
        if amount is None:
            return None
        total += amount
    return total


def _difference(minuend: Decimal | None, subtrahend: Decimal | None) -> Decimal | None:
    if minuend is None or subtrahend is None:
        return None
    return minuend - subtrahend
