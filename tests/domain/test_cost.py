"""Check the cost formula against the vectors of the domain paper, section 8."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kizdesk.domain.cost import CostItem, CostKind, Post, cost_sheet, funding_ceiling, post_cost, post_funding

D = Decimal


def funded(fte: str, amount: str, share: str = "1", cost: str = "60000") -> Post:
    return Post(
        id=f"{fte}-{amount}",
        title="x",
        fte=D(fte),
        personnel_cost=D(cost),
        workplace_cost=D(0),
        max_amount=D(amount),
        amount_share=D(share),
    )


@pytest.mark.parametrize(
    ("posts", "total"),
    [
        ([funded("3", "50000"), funded("0.5", "20000", "0.5")], 170_000),
        ([funded("6", "50000"), funded("0.5", "20000", "0.5")], 320_000),
        ([funded("6", "57000"), funded("0.5", "22500", "0.5")], 364_500),
    ],
    ids=["2012", "2018", "2023"],
)
def test_funding_is_what_the_guideline_pays_at_most(posts: list[Post], total: int) -> None:
    assert funding_ceiling(posts) == total
    assert cost_sheet(posts, []).funding == total


def test_steinfurt_2016_without_the_land_costs_the_gross_amount() -> None:
    posts = [funded("3", "50000", cost="100000"), funded("0.5", "20000", "0.5", cost="146000")]
    sheet = cost_sheet(posts, [])
    assert (sheet.deficit, sheet.deficit_without_funding) == (D(203_000), D(373_000))


def test_funding_never_exceeds_what_is_paid() -> None:
    assert post_funding(funded("1", "50000", cost="41000")) == 41_000


def test_a_post_costs_pay_with_overhead_and_workplace() -> None:
    post = Post(
        id="a", title="a", fte=D("0.5"), personnel_cost=D(60000), overhead_rate=D("0.2"), workplace_cost=D(9700)
    )
    assert post_cost(post) == D("40850")


def test_a_seconded_teacher_costs_the_workplace_only() -> None:
    post = Post(id="a", title="a", fte=D(2), seconded=True, workplace_cost=D(9700), max_amount=D(50000))
    assert (post_cost(post), post_funding(post)) == (D(19_400), D(0))


def test_a_seconded_teacher_may_carry_overhead() -> None:
    post = Post(
        id="a", title="a", fte=D(2), seconded=True, overhead_rate=D("0.1"), overhead_base=D(70000), workplace_cost=D(0)
    )
    assert post_cost(post) == 14_000


def test_extra_cost_is_the_deficit_less_todays_unit() -> None:
    items = [
        CostItem(id="r", title="Räume", kind=CostKind.ADDITIONAL, amount=D(20000)),
        CostItem(id="f", title="Fachstelle", kind=CostKind.EXISTING_UNIT, amount=D(25000)),
    ]
    assert cost_sheet([funded("1", "50000")], items).extra == 5_000


def test_what_is_not_quantified_leaves_the_total_open() -> None:
    items = [CostItem(id="r", title="Räume", kind=CostKind.ADDITIONAL)]
    sheet = cost_sheet([funded("1", "50000")], items)
    assert sheet.gross is None
    assert sheet.open_items == ("Räume",)


def test_knock_on_effort_is_shown_but_not_counted() -> None:
    sheet = cost_sheet([funded("1", "50000")], [CostItem(id="k", title="Ämter", kind=CostKind.KNOCK_ON)])
    assert (sheet.deficit, sheet.open_items) == (D(10_000), ("Ämter",))


def test_an_unquantified_workplace_is_not_free() -> None:
    assert post_cost(Post(id="a", title="a", fte=D(2), seconded=True)) is None


@pytest.mark.parametrize("share", ["0", "-0.5"])
def test_an_amount_for_no_share_of_a_post_leaves_the_funding_open(share: str) -> None:
    posts = [funded("1", "50000", share)]
    assert post_funding(posts[0]) is None
    assert funding_ceiling(posts) == 0
    assert cost_sheet(posts, []).open_items == (posts[0].title,)
