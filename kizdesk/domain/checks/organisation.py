"""Look for gaps in placement and cost."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.checks.base import Facts, Hit, at
from kizdesk.domain.cost import CostItem, CostKind, Post, StatedTotal, post_cost, post_funding
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.domain.steps import Step, Target


def placement_open(facts: Facts) -> Iterator[Hit]:
    """Find that no variant of placement is chosen."""
    if not any(variant.chosen for variant in facts.snapshot.all(OrganisationVariant)):
        yield Hit("organisation_open", Target(Step.ORGANISATION, "organisation_variant"))


def cost_missing(facts: Facts) -> Iterator[Hit]:
    """Find that there is neither a post nor a stated total."""
    if not facts.snapshot.all(Post) and not facts.snapshot.all(StatedTotal):
        yield Hit("cost_missing", Target(Step.ORGANISATION, "post"))


def cost_open(facts: Facts) -> Iterator[Hit]:
    """Find posts and items that are not yet quantified."""
    for post in facts.snapshot.all(Post):
        if post_cost(post) is None or post_funding(post) is None:
            yield Hit("cost_open", at(Step.ORGANISATION, post, "personnel_cost"), {"titel": post.title})
    for item in facts.snapshot.all(CostItem):
        if item.amount is None:
            rule = "knock_on_open" if item.kind is CostKind.KNOCK_ON else "cost_open"
            yield Hit(rule, at(Step.ORGANISATION, item, "amount"), {"titel": item.title})
