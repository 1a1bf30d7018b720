"""Write what is told of an offering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kizdesk.concept.blocks import refs, sentence
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, closing, euros, figure, listed, municipality_named, opening, span
from kizdesk.concept.tree import Paragraph, ParagraphStyle
from kizdesk.domain.interviews import FundingRow, Offering
from kizdesk.domain.places import Municipality

_EVERYBODY = "alle"


def provider(offering: Offering) -> str:
    """Return who carries an offering, with its partners."""
    if offering.provider and offering.partners:
        return f"{offering.provider}; {offering.partners}"
    return offering.provider or offering.partners


def named(context: Context, offering: Offering) -> str:
    """Return an offering as a table names it: its title, below it who carries it."""
    return freed(context, offering, "\n".join(filter(None, [offering.title, provider(offering)])))


def freed(context: Context, offering: Offering, text: str) -> str:
    """Return what is told of an offering without the names of people who did not consent to being named."""
    return context.facts.naming.free(text, offering.interview_id, offering.municipality_id)


def told_of(offering: Offering) -> Offering:
    """Return an offering with nothing but what a description of it tells."""
    return replace(
        registered_of(offering), description=offering.description, field_ids=(), funding=(), reach=None, place=""
    )


def registered_of(offering: Offering) -> Offering:
    """Return an offering with nothing but what the register tells: not whether it may be named, nor its success."""
    return replace(offering, description="", interview_id="", success="", may_publish=None)


def published(offering: Offering) -> bool:
    """Tell whether an offering may be listed by name: unless its publication was refused."""
    return offering.may_publish is not False


def withheld(context: Context, block_id: str, hidden: int) -> Iterator[Paragraph]:
    """Yield a line that says how many offerings are not named, if there are any."""
    if hidden:
        key = "offering.hidden_one" if hidden == 1 else "offering.hidden_many"
        text = context.words.text(key, count=context.words.count("angebot", hidden))
        yield sentence(block_id, text, hidden, style=ParagraphStyle.NOTE)


def without_offerings(context: Context, block_id: str, record: Municipality) -> Paragraph:
    """Return the sentence that a municipality has no offerings, which is more than that none are recorded."""
    text = context.words.text("offering.none", place=municipality_named(record))
    return sentence(block_id, text, record.no_offerings, sources=refs(record), municipalities=(record.id,))


def audience(context: Context, offering: Offering) -> str:
    """Return the target groups of an offering."""
    words, groups = context.words, [group for group in offering.target_groups if group != _EVERYBODY]
    labels = [words.option("target_group", group) for group in groups]
    if len(groups) == len(offering.target_groups):
        return ", ".join(labels)
    return (
        words.text("offering.especially", groups=listed(labels)) if labels else words.option("target_group", _EVERYBODY)
    )


def descriptions(context: Context, offering: Offering) -> str:
    """Return what an offering is, and in a second paragraph of the cell for whom, how long and how it goes on."""
    groups = audience(context, offering)
    named = context.words.text("offering.audience", groups=groups) if groups else ""
    facts = " ".join(filter(None, [named, facts_line(context, offering)]))
    return "\n".join(filter(None, [description(context, offering), facts]))


def description(context: Context, offering: Offering) -> str:
    """Return what an offering is, in one line, without the names of people who did not consent to being named."""
    return freed(context, offering, " ".join(offering.description.split()))


def facts_line(context: Context, offering: Offering) -> str:
    """Return duration, people and plans of an offering in one line."""
    words = context.words
    parts = [duration(context, offering)]
    if offering.people_per_year is not None:
        parts.append(words.text("offering.people", people=figure(offering.people_per_year)))
    if offering.continuation is not None:
        parts.append(words.text(f"offering.continuation_{offering.continuation.value}"))
    return closed("; ".join(filter(None, parts)))


def duration(context: Context, offering: Offering) -> str:
    """Return whether an offering is permanent and how long it runs."""
    words = context.words
    kind = "" if offering.permanent is None else words.text(f"offering.permanent_{str(offering.permanent).lower()}")
    time = span(offering.starts, offering.ends) if offering.starts and offering.ends else ""
    if offering.starts and not offering.ends:
        time = words.text("offering.since", day=opening(offering.starts))
    if offering.ends and not offering.starts:
        time = words.text("offering.until", day=closing(offering.ends))
    return " ".join(filter(None, [kind, time and f"({time})" if kind else time]))


def funding(context: Context, offering: Offering) -> str:
    """Return the sources of an offering's money, one a line."""
    return freed(context, offering, "\n".join(_funding_line(context, part) for part in offering.funding))


def _funding_line(context: Context, part: FundingRow) -> str:
    words = context.words
    named = f"{part.source} ({part.programme})" if part.programme else part.source
    amount = euros(part.amount_eur) if part.amount_eur is not None else words.text("cost.open")
    until = f", {words.text('offering.until', day=part.until)}" if part.until else ""
    return f"{named}: {amount}{until}"
