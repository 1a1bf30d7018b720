"""Propose what was said to the concept: how it was dealt with, or, as long as there is no concept, all of it."""

from __future__ import annotations

from collections import Counter

from kizdesk.concept.german import capital, listed
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.prose import inline, plain_text
from kizdesk.domain.people import Body
from kizdesk.domain.votes import ConsiderationStatus, Statement, StatementKind

_SHARES = (
    (ConsiderationStatus.ADOPTED, "adopted"),
    (ConsiderationStatus.PARTLY, "partly"),
    (ConsiderationStatus.DECLINED, "declined"),
    (ConsiderationStatus.NOTED, "noted"),
    (ConsiderationStatus.OPEN, "waiting"),
)


def dealt_with(brief: Brief) -> str:
    """Return how many suggestions and reservations came in and what became of them; nothing without a concept."""
    words, said = brief.words, [item for item in _said(brief) if item.kind is not StatementKind.ADVANTAGE]
    if brief.version is None or not said:
        return ""
    counts = Counter(item.status for item in said)
    became = {key: counts[status] for status, key in _SHARES if counts[status]}
    if len(said) == 1:
        return words.text("statements.dealt_one", share=words.text(f"statements.{next(iter(became))}"))
    told = brief.context.words
    shares = [f"{told.count('eine', count)} {words.text(f'statements.{key}')}" for key, count in became.items()]
    return words.text("statements.dealt", count=words.count("stellungnahme", len(said)), shares=listed(shares))


def concerns(brief: Brief) -> str:
    """Return the reservations, as long as there is no concept that answers them."""
    return _listed(brief, StatementKind.RESERVATION, "statements.concerns")


def advantages(brief: Brief) -> str:
    """Return the advantages, as long as there is no concept that tells them."""
    return _listed(brief, StatementKind.ADVANTAGE, "statements.advantages")


def author(brief: Brief, statement: Statement) -> str:
    """Return who said something: bodies, else the author."""
    known = brief.context.facts.snapshot.by_id(Body)
    names = [known[body_id].name for body_id in statement.body_ids if body_id in known]
    return listed([*names, *filter(None, [statement.author.strip()])])


def _listed(brief: Brief, kind: StatementKind, intro: str) -> str:
    said = [item for item in _said(brief) if item.kind is kind]
    if brief.version is not None or not said:
        return ""
    by_author = {author(brief, item) for item in said}
    shared = by_author.pop() if len(by_author) == 1 else ""
    lead = brief.words.text(intro)
    if shared:
        lead = f"{lead.removesuffix(':')} ({shared}):"
    return "\n\n".join((lead, "\n".join(f"- {_line(brief, item, with_author=not shared)}" for item in said)))


def _line(brief: Brief, statement: Statement, *, with_author: bool) -> str:
    text = capital(plain_text(inline(statement.text)))
    who = author(brief, statement) if with_author else ""
    return brief.words.text("statements.item", text=text, who=who) if who else text


def _said(brief: Brief) -> list[Statement]:
    return sorted(brief.context.facts.snapshot.all(Statement), key=lambda item: (item.position, item.id))
