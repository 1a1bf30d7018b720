from datetime import date
from decimal import Decimal

import pytest

from kizdesk.domain.changes import Update
from kizdesk.domain.cost import CostItem, CostKind, Post, cost_sheet
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import Measure
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.domain.places import Project
from kizdesk.project.opened import OpenProject
from kizdesk.project.organisation.cost_outlook import CostOutlook, money, post_words
from kizdesk.project.organisation.edit import (
    adopt_funded_posts,
    adopt_statutory_tasks,
    choose_course,
    choose_variant,
    missing_posts,
    missing_tasks,
    new_post,
    present_cost,
)
from kizdesk.project.records import add, delete, set_value


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


def test_only_one_course_of_action_is_chosen_and_none_is_possible(project: OpenProject) -> None:
    for name in ("jetzt", "warten"):
        add(project, CourseOfAction(id=name, title=name))

    choose_course(project, "jetzt")
    choose_course(project, "warten")
    assert [course.id for course in project.snapshot.all(CourseOfAction) if course.chosen] == ["warten"]
    choose_course(project, "warten", chosen=False)
    assert not any(course.chosen for course in project.snapshot.all(CourseOfAction))


def test_the_tasks_of_the_law_are_copied_once_with_their_source(project: OpenProject) -> None:
    first = project.snapshot.all(CentreTask)[0]
    delete(project, CentreTask, first.id)
    made = adopt_statutory_tasks(project)

    assert [(task.title, task.source) for task in made] == [(first.title, first.source)]
    assert missing_tasks(project) == []
    project.undo()
    assert [task.title for task in missing_tasks(project)] == [first.title]


def test_the_posts_of_the_guideline_are_copied_as_one_step_with_their_ceilings(project: OpenProject) -> None:
    made = adopt_funded_posts(project)

    assert [(post.fte, post.max_amount) for post in made if post.title == "Fachkräfte"] == [
        (Decimal(6), Decimal(57000)),
    ]  # fmt: skip
    assert all(post.source and post.workplace_cost is None for post in made)
    with pytest.raises(UserError, match="schon übernommen"):
        adopt_funded_posts(project)
    project.undo()
    assert project.snapshot.all(Post) == ()


def test_a_new_post_begins_with_one_full_time_equivalent_and_the_usual_overhead(project: OpenProject) -> None:
    post = new_post(project)

    assert (post.fte, post.overhead_rate, post.workplace_cost) == (Decimal(1), Decimal("0.20"), None)
    assert "KGSt" in post.source


def test_the_outlook_reckons_with_what_is_only_typed(example: OpenProject) -> None:
    outlook = CostOutlook(example)
    lines = {line.key: line.amount for line in outlook.result().lines}
    typed = Update(Post, "stelle-verwaltung", "personnel_cost", Decimal(61000))
    after = {line.key: line.amount for line in outlook.result([typed]).lines}

    assert lines["gross"] is not None
    assert after["gross"] == lines["gross"] + Decimal(12000)
    assert {line.key: line.amount for line in outlook.result().lines} == lines


def test_what_is_open_leaves_the_totals_open_and_names_the_field(example: OpenProject) -> None:
    result = CostOutlook(example).result([Update(Post, "stelle-verwaltung", "personnel_cost", None)])
    amounts = {line.key: line.amount_text for line in result.lines}

    assert amounts["gross"] == amounts["extra"] == "nicht beziffert"
    first = result.gaps[0]
    assert (first.text, first.target.id, first.target.field) == (
        "Verwaltungsfachkraft: Personalkosten", "stelle-verwaltung", "personnel_cost",
    )  # fmt: skip


def test_knock_on_effort_leaves_no_total_open(example: OpenProject) -> None:
    result = CostOutlook(example).result()

    assert [gap.counts for gap in result.gaps] == [False]
    assert {line.key: line.amount_text for line in result.lines}["knock_on"] == "nicht beziffert"
    assert {line.key: line.amount for line in result.lines}["extra"] is not None


def test_the_shares_add_up_to_the_extra_cost(example: OpenProject) -> None:
    result = CostOutlook(example).result()
    extra = next(line.amount for line in result.lines if line.key == "extra")

    assert len(result.shares) == 8
    assert sum(row.amount for row in result.shares) == extra


def test_a_gap_stands_for_every_title_that_the_sheet_calls_open() -> None:
    posts = [Post(id="a", title="A", fte=Decimal(1)), Post(id="b", title="B", fte=Decimal(1), seconded=True)]
    item = CostItem(id="c", title="C", kind=CostKind.ADDITIONAL)

    assert cost_sheet(posts, [item]).open_items == ("A", "B", "C")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(None, "nicht beziffert"), (Decimal(0), "0 €"), (Decimal("-1234.5"), "−1.234,50 €"), (Decimal(54000), "54.000 €")],
)
def test_an_amount_is_shown_in_german(amount: Decimal | None, shown: str) -> None:
    assert money(amount) == shown


def test_the_cost_of_a_post_is_told_with_its_numbers(example: OpenProject) -> None:
    assert post_words(example.snapshot.get(Post, "stelle-sozialpaedagogik")) == (
        "Kosten im Jahr: 2 × (54.000 € × (1 + 20 %) + 9.700 €) = 149.000 €. "
        "Förderung: bis zu 100.000 €, begrenzt durch den Höchstbetrag."
    )


def test_a_post_deleted_is_missing_though_another_is_paid_the_same(project: OpenProject) -> None:
    set_value(project, Project, "project", "legal_basis_id", "tig-2012")
    set_value(project, Project, "project", "concept_date", date(2014, 1, 1))
    made = adopt_funded_posts(project)
    clerk = next(post for post in made if post.title == "Verwaltungsfachkraft")
    delete(project, Post, clerk.id)

    assert [post.title for post in missing_posts(project)] == ["Verwaltungsfachkraft"]


def test_a_post_under_another_name_is_known_by_its_pay(project: OpenProject) -> None:
    assistant = next(post for post in adopt_funded_posts(project) if post.title.startswith("Assistenz"))
    set_value(project, Post, assistant.id, "title", "Sekretariat")

    assert missing_posts(project) == []


def test_what_measures_cost_is_told_beside_the_cost_of_the_centre(example: OpenProject) -> None:
    beside = CostOutlook(example).result().beside
    assert beside.startswith("Nicht mitgezählt: der Sachaufwand der Maßnahmen, 132.300\N{NO-BREAK SPACE}€ im Jahr.")
    for measure in example.snapshot.all(Measure):
        set_value(example, Measure, measure.id, "effort_eur", None)
    assert CostOutlook(example).result().beside == ""
