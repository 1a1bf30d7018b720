"""Look for gaps in the opening chapters and in what the law wants named."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.checks.base import Facts, Hit
from kizdesk.domain.organisation import CentreTask
from kizdesk.domain.people import Actor, ActorKind
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.steps import Step, Target
from kizdesk.domain.versions import ChapterText


def texts_missing(facts: Facts) -> Iterator[Hit]:
    """Find chapters without the prose they need."""
    written = _written(facts)
    for chapter, title in facts.prose_chapters.items():
        if chapter not in written:
            yield Hit("concept_missing_text", Target(Step.BASICS, "chapter_text", chapter), {"titel": title})


def without_municipalities(facts: Facts) -> Iterator[Hit]:
    """Remark that a kreisfreie Stadt needs no consents."""
    for district in facts.snapshot.all(District):
        if district.kind is DistrictKind.INDEPENDENT_CITY:
            target = Target(Step.PARTICIPATION, "district", district.id)
            yield Hit("district_without_municipalities", target, {"titel": district.name})


def tasks_missing(facts: Facts) -> Iterator[Hit]:
    """Find statutory tasks that the centre is not given."""
    given = {key for task in facts.snapshot.all(CentreTask) for key in (task.id, task.title)}
    for task in facts.legal_basis.tasks:
        if task.id not in given and task.title not in given:
            yield Hit("task_missing", Target(Step.ORGANISATION, "centre_task", task.id), {"titel": task.title})


def providers_missing(facts: Facts) -> Iterator[Hit]:
    """Find no agreed cooperation with free providers where the law asks for it (TIntG § 8 (1) S. 2)."""
    rule = "free_providers_missing"
    agreed = any(
        actor.agreement and actor.kind in (ActorKind.PROVIDER, ActorKind.WELFARE) for actor in facts.snapshot.all(Actor)
    )
    if facts.law_asks(rule) and not agreed and "traeger" not in _edited(facts):
        yield Hit(rule, Target(Step.BASICS, "actor"))


def volunteers_missing(facts: Facts) -> Iterator[Hit]:
    """Find no word on volunteers where the law gives the task (TIntG § 8 (1) Nr. 3)."""
    rule = "volunteers_missing"
    named = any(actor.kind is ActorKind.VOLUNTEERS for actor in facts.snapshot.all(Actor))
    if facts.law_asks(rule) and not named and "ehrenamt" not in _edited(facts):
        yield Hit(rule, Target(Step.BASICS, "actor"))


def _written(facts: Facts) -> set[str]:
    return {text.chapter for text in facts.snapshot.all(ChapterText) if text.text.strip()}


def _edited(facts: Facts) -> set[str]:
    """Return the chapters somebody wrote: a text that was only proposed says nothing about this district."""
    return {text.chapter for text in facts.snapshot.all(ChapterText) if text.edited and text.text.strip()}
