from decimal import Decimal

from kizdesk.domain.cost import Post
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.project.opened import OpenProject
from kizdesk.project.organisation import choose_variant, present_cost
from kizdesk.project.records import add


def test_only_one_variant_is_chosen(project: OpenProject) -> None:
    for name in ("stabsstelle", "amt"):
        add(project, OrganisationVariant(id=name, title=name, chosen=name == "amt"))

    choose_variant(project, "stabsstelle")

    chosen = [variant.id for variant in project.snapshot.all(OrganisationVariant) if variant.chosen]
    assert chosen == ["stabsstelle"]


def test_the_cost_follows_the_posts(project: OpenProject) -> None:
    pay, place = Decimal(60000), Decimal(9700)
    add(project, Post(id="leitung", title="Leitung", fte=Decimal("0.5"), personnel_cost=pay, workplace_cost=place))

    assert present_cost(project).gross == Decimal(34850)
