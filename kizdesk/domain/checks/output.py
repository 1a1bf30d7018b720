"""Look for what would be missing in print: chapters that something asks for, and characters without a typeface."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.checks.base import Facts, Hit
from kizdesk.domain.steps import Step, Target

_OF_MUNICIPALITIES = "consent_open"


def chapters_left_out(facts: Facts) -> Iterator[Hit]:
    """Find chapters that are not printed and whose content a rule looks for; where the law asks, that is heavier."""
    for chapter in facts.left_out:
        rules = [rule for rule in chapter.rules if rule != _OF_MUNICIPALITIES or facts.needs_consents]
        if rules:
            rule = "demanded_left_out" if any(map(facts.law_asks, rules)) else "chapter_left_out"
            yield Hit(rule, Target(Step.OUTPUT, "chapter_choice", chapter.chapter), {"titel": chapter.title})


def unprintable(facts: Facts) -> Iterator[Hit]:
    """Find texts that print with a mark where no typeface has their characters."""
    for text in facts.unprinted:
        yield Hit("unprintable", text.target, {"titel": text.title, "zeichen": text.signs})
