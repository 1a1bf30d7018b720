"""Step 6, Organisation und Kosten: the chosen variant, the tasks of the law, the posts of the guideline, the cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.cost import CostItem, CostKind, CostSheet, Post, cost_sheet
from kizdesk.domain.errors import UserError
from kizdesk.domain.legal import FundedPost, StatutoryTask
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import next_position, updates

OVERHEAD = Decimal("0.20")
OVERHEAD_SOURCE = "Gemeinkosten 20 % der Bruttopersonalkosten eines Büroarbeitsplatzes nach KGSt"


def choose_variant(project: OpenProject, variant_id: str) -> None:
    """Choose one variant of organisation and no other."""
    snapshot = project.snapshot
    snapshot.get(OrganisationVariant, variant_id)
    changes: list[Change] = []
    for variant in snapshot.all(OrganisationVariant):
        changes += updates(variant, {"chosen": variant.id == variant_id})
    project.commit("Organisationsvariante wählen", *changes)


def choose_course(project: OpenProject, course_id: str, *, chosen: bool = True) -> None:
    """Choose one course of action and no other, or none."""
    snapshot = project.snapshot
    snapshot.get(CourseOfAction, course_id)
    changes: list[Change] = []
    for course in snapshot.all(CourseOfAction):
        changes += updates(course, {"chosen": chosen and course.id == course_id})
    project.commit("Handlungsoption wählen", *changes)


def missing_tasks(project: OpenProject) -> list[StatutoryTask]:
    """Return the tasks that the law gives to the centre and the project does not name yet."""
    given = {key for task in project.snapshot.all(CentreTask) for key in (task.id, task.title)}
    law = project.library.legal_basis(project.settings.legal_basis_id)
    return [task for task in law.tasks if task.id not in given and task.title not in given]


def adopt_statutory_tasks(project: OpenProject) -> list[CentreTask]:
    """Copy the missing tasks of the law with their sources behind the others, as one step; return them."""
    first = next_position(project.snapshot, CentreTask)
    made = [
        CentreTask(id=project.new_id(), title=task.title, text=task.text, source=task.source, position=position)
        for position, task in enumerate(missing_tasks(project), start=first)
    ]
    project.commit("Aufgaben aus dem Gesetz übernehmen", *(Create(task) for task in made))
    return made


def funded_posts(project: OpenProject) -> list[FundedPost]:
    """Return the posts that the Land funds on the date of the concept, else those it funded last."""
    posts = project.library.legal_basis(project.settings.legal_basis_id).posts
    day = project.settings.concept_date or project.now().date()
    valid = [post for post in posts if _is_valid(post, day)]
    last = max((post.valid_from for post in posts), default=day)
    return valid or [post for post in posts if post.valid_from == last]


def missing_posts(project: OpenProject) -> list[FundedPost]:
    """Return the funded posts that the project does not have yet, neither by their title nor by what is paid.

    One post of the project stands for one of the guideline, which may pay the same for two.
    """
    funded, held = funded_posts(project), project.snapshot.all(Post)
    titles, named = {post.title for post in held}, {post.title for post in funded}
    paid = Counter(_pay(post) for post in held if post.title not in named)
    missing = []
    for post in funded:
        if post.title in titles:
            continue
        if paid[_pay(post)]:
            paid[_pay(post)] -= 1
        else:
            missing.append(post)
    return missing


def adopt_funded_posts(project: OpenProject) -> list[Post]:
    """Copy the missing posts of the guideline with their ceilings and sources, as one step; return them.

    What they cost stays unquantified: the guideline does not know it. Raises UserError if none is missing.
    """
    missing = missing_posts(project)
    if not missing:
        raise UserError("Alle Stellen der Förderrichtlinie sind schon übernommen.")
    first = next_position(project.snapshot, Post)
    made = [
        replace(
            new_post(project),
            title=post.title,
            fte=post.fte,
            seconded=post.seconded,
            max_amount=post.max_amount,
            amount_share=post.amount_share,
            source="; ".join(part for part in (post.source, "" if post.seconded else OVERHEAD_SOURCE) if part),
            overhead_rate=Decimal(0) if post.seconded else OVERHEAD,
            position=position,
        )
        for position, post in enumerate(missing, start=first)
    ]
    project.commit("Stellen aus der Förderrichtlinie übernehmen", *(Create(post) for post in made))
    return made


def new_post(project: OpenProject) -> Post:
    """Return a post as „Neu“ begins: one full-time equivalent with the usual overhead; what it costs is open."""
    return Post(
        id=project.new_id(),
        title="Neue Stelle",
        fte=Decimal(1),
        overhead_rate=OVERHEAD,
        source=OVERHEAD_SOURCE,
        position=next_position(project.snapshot, Post),
    )


def new_cost_item(project: OpenProject) -> CostItem:
    """Return a cost item as „Neu“ begins: additional cost, not yet quantified."""
    return CostItem(
        id=project.new_id(),
        title="Neuer Betrag",
        kind=CostKind.ADDITIONAL,
        position=next_position(project.snapshot, CostItem),
    )


def present_cost(project: OpenProject) -> CostSheet:
    """Return the yearly cost and funding of the centre as the project has it."""
    return cost_sheet(project.snapshot.all(Post), project.snapshot.all(CostItem))


def _pay(post: Post | FundedPost) -> tuple[bool, Decimal | None, Decimal]:
    return post.seconded, post.max_amount, post.amount_share


def _is_valid(post: FundedPost, day: date) -> bool:
    return post.valid_from <= day and (post.valid_until is None or day <= post.valid_until)
