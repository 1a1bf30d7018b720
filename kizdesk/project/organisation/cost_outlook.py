"""Reckon the cost of the centre as it is being typed: result, what is open and where, chart, shares, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kizdesk.concept.chapters.cost_shares import portions
from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.figures.cost_chart import cost_chart
from kizdesk.concept.figures.picture import Picture as Figure
from kizdesk.concept.german import figure
from kizdesk.concept.survey import Survey
from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.checks.base import at
from kizdesk.domain.cost import CostItem, CostKind, CostSheet, Post, cost_sheet, post_cost, post_funding
from kizdesk.domain.fields import Measure, MeasureStatus
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.concept import materials
from kizdesk.project.opened import OpenProject

OPEN = "nicht beziffert"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class CostLine:
    """Be one line of the result; an amount of None is not quantified, and ``total`` stands out."""

    key: str
    text: str
    amount: Decimal | None
    total: bool = False

    @property
    def amount_text(self) -> str:
        """Return the amount as it is shown."""
        return money(self.amount)


@dataclass(frozen=True, slots=True)
class CostGap:
    """Be one thing that is not quantified, and where it is entered."""

    text: str
    target: Target
    counts: bool = True
    """False for knock-on effort, which leaves no total open."""


@dataclass(frozen=True, slots=True)
class ShareRow:
    """Be what the extra cost comes to for one municipality, by its people."""

    municipality_id: str
    name: str
    population: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class CostResult:
    """Be the whole result for a year."""

    lines: tuple[CostLine, ...]
    gaps: tuple[CostGap, ...]
    shares: tuple[ShareRow, ...]
    chart: Figure | None
    is_empty: bool
    """Neither a post nor an item is entered."""
    beside: str
    """What the measures cost, which is no cost of the centre; empty if no amount is entered for any."""


class CostOutlook:
    """Reckon with edits that are not written yet; what does not change with the project is gathered once."""

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._materials = materials(project)

    def result(self, edits: Sequence[Change] = ()) -> CostResult:
        """Return the result as it would be with the edits."""
        snapshot = self._project.snapshot.applied(edits) if edits else self._project.snapshot
        context = Context(Facts(snapshot), self._materials, Survey(Snapshot(), self._materials.guide))
        posts = sorted(snapshot.all(Post), key=lambda post: (post.position, post.id))
        items = sorted(snapshot.all(CostItem), key=lambda item: (item.position, item.id))
        sheet = cost_sheet(posts, items)
        return CostResult(
            lines=tuple(_lines(sheet, [item for item in items if item.kind is CostKind.KNOCK_ON])),
            gaps=(
                *(gap for post in posts for gap in _gaps_of(post)),
                *(gap for item in items for gap in _gap_of(item)),
            ),
            shares=tuple(_shares(context.facts, sheet)) if posts or items else (),
            chart=cost_chart(context, narrow=True),
            is_empty=not posts and not items,
            beside=_beside(snapshot.all(Measure)),
        )


def money(amount: Decimal | None) -> str:
    """Return an amount as it is shown: ``54.000 €``, cents only where there are some."""
    if amount is None:
        return OPEN
    rounded = amount.quantize(_CENT, ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value()
    return f"{figure(rounded, 0 if whole else 2)} €".replace("-", "\N{MINUS SIGN}")


def post_words(post: Post) -> str:
    """Return how the cost and the funding of a post are reckoned, with its numbers."""
    fte = figure(post.fte)
    cost = money(post_cost(post))
    if post.workplace_cost is None or (post.personnel_cost is None and not post.seconded):
        reckoned = "Die Kosten dieser Stelle sind noch nicht beziffert."
    elif post.seconded:
        base = f"{money(post.overhead_base)} × {_percent(post.overhead_rate)} + " if post.overhead_base else ""
        inner = f"({base}{money(post.workplace_cost)})" if base else money(post.workplace_cost)
        reckoned = f"Kosten im Jahr: {fte} × {inner} = {cost}; das Land trägt das Gehalt."
    else:
        share = f" × (1 + {_percent(post.overhead_rate)})" if post.overhead_rate else ""
        reckoned = (
            f"Kosten im Jahr: {fte} × ({money(post.personnel_cost)}{share} + {money(post.workplace_cost)}) = {cost}."
        )
    return f"{reckoned} {_funding_words(post)}".strip()


def _funding_words(post: Post) -> str:
    if post.max_amount is None or post.seconded:
        return "" if post.seconded else "Ohne Höchstbetrag wird die Stelle nicht gefördert."
    if post.amount_share <= 0:
        return "Der Stellenanteil des Höchstbetrags muss größer als 0 sein."
    most = post.max_amount * post.fte / post.amount_share
    funding = post_funding(post)
    if funding is None:
        return f"Förderung: höchstens {money(most)}, sobald die Personalkosten beziffert sind."
    return f"Förderung: bis zu {money(funding)}" + (", begrenzt durch den Höchstbetrag." if funding == most else ".")


def _percent(share: Decimal) -> str:
    return f"{figure((share * 100).normalize())} %"


def _lines(sheet: CostSheet, knock_on: Sequence[CostItem]) -> Iterator[CostLine]:
    yield CostLine("personnel", "Personal und Arbeitsplätze", sheet.personnel)
    yield CostLine("additional", "Sachkosten des Zentrums", sheet.additional)
    yield CostLine("gross", "Gesamtkosten", sheet.gross, total=True)
    yield CostLine("funding", "abzüglich Förderung, bis zu", sheet.funding)
    yield CostLine("deficit", "Zuschussbedarf", sheet.deficit, total=True)
    yield CostLine("existing_unit", "abzüglich heutige Fachstelle", sheet.existing_unit)
    yield CostLine("extra", "Mehrkosten", sheet.extra, total=True)
    yield CostLine("deficit_without_funding", "Bedarf, wenn die Förderung endet", sheet.deficit_without_funding)
    if knock_on:
        amounts = [item.amount for item in knock_on if item.amount is not None]
        whole = sum(amounts, Decimal(0)) if len(amounts) == len(knock_on) else None
        yield CostLine("knock_on", "dazu Folgeaufwand anderer Ämter", whole)


def _beside(measures: Sequence[Measure]) -> str:
    amounts = [item.effort_eur for item in measures if item.effort_eur and item.status is not MeasureStatus.DROPPED]
    if not amounts:
        return ""
    told = money(sum(amounts, Decimal(0))).replace(" ", "\N{NO-BREAK SPACE}")
    return f"Nicht mitgezählt: der Sachaufwand der Maßnahmen, {told} im Jahr. Er steht bei den Handlungsfeldern."


def _gaps_of(post: Post) -> Iterator[CostGap]:
    if post.personnel_cost is None and not post.seconded:
        yield CostGap(f"{post.title}: Personalkosten", at(Step.ORGANISATION, post, "personnel_cost"))
    if post.workplace_cost is None:
        yield CostGap(f"{post.title}: Kosten des Arbeitsplatzes", at(Step.ORGANISATION, post, "workplace_cost"))
    if post.max_amount is not None and not post.seconded and post.amount_share <= 0:
        yield CostGap(f"{post.title}: Stellenanteil des Höchstbetrags", at(Step.ORGANISATION, post, "amount_share"))


def _gap_of(item: CostItem) -> Iterator[CostGap]:
    if item.amount is None:
        yield CostGap(item.title, at(Step.ORGANISATION, item, "amount"), item.kind is not CostKind.KNOCK_ON)


def _shares(facts: Facts, sheet: CostSheet) -> Iterator[ShareRow]:
    members = facts.municipalities
    if sheet.extra is None or len(members) < 2 or any(not record.population for record in members):
        return
    people = [record.population or 0 for record in members]
    for record, amount in zip(members, portions(sheet.extra.quantize(_CENT, ROUND_HALF_UP), people), strict=True):
        yield ShareRow(record.id, record.name, record.population or 0, amount)
