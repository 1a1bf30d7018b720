"""Propose what the concept holds: its parts, fields of action, focus with the promise, place of the centre."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.chapters.focus import chosen_fields, current_period
from kizdesk.concept.german import capital, closed, day, listed, quoted
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.lines import one_line
from kizdesk.concept.votes_text import version_text
from kizdesk.domain.fields import Principle, Strand
from kizdesk.domain.interviews import Interview
from kizdesk.domain.organisation import OrganisationVariant


def contents(brief: Brief) -> str:
    """Return what the concept is made of and its fields of action; nothing while there is no version."""
    facts, words = brief.context.facts, brief.words
    if brief.version is None:
        return ""
    parts = [words.text("contents.situation")]
    if facts.snapshot.all(Interview):
        parts.append(words.text("contents.survey"))
    if facts.snapshot.all(Principle):
        parts.append(words.text("contents.principles"))
    if facts.adopted:
        parts.append(words.text("contents.fields"))
    text = words.text("contents.has", parts=listed(parts)) if len(parts) > 1 else ""
    titles = [field.title for field in facts.adopted]
    if not titles:
        return text
    key = "contents.fields_named_one" if len(titles) == 1 else "contents.fields_named"
    return f"{text} {words.text(key, names=listed(map(quoted, titles)))}".strip()


def focus(brief: Brief) -> str:
    """Return the focus of the two years by strand, and the promise to set it anew."""
    context, words = brief.context, brief.words
    period = current_period(context)
    if period is None:
        return "" if brief.version is None else words.text("focus.open")
    chosen = chosen_fields(context, period)
    strands = [
        words.text(
            "focus.strand",
            strand=context.words.label(strand),
            fields=listed(field.title for _, field in chosen if field.strand is strand),
        )
        for strand in Strand
        if any(field.strand is strand for _, field in chosen)
    ]
    told = []
    if strands:
        told.append(words.text("focus.period", starts=day(period.starts), ends=day(period.ends)))
        told.append("\n".join(f"- {strand}" for strand in strands))
    if period.self_commitment.strip():
        told.append(f"{words.text('focus.commitment')} {period.self_commitment.strip()}")
    return "\n\n".join(told)


def placement(brief: Brief) -> str:
    """Return where the centre is to stand, or which places are weighed."""
    variants = _variants(brief)
    chosen = next((variant for variant in variants if variant.chosen), None)
    if chosen is not None:
        return brief.words.text("contents.placement", title=chosen.title)
    if len(variants) > 1:
        return brief.words.text("contents.placement_open", titles=listed(quoted(item.title) for item in variants))
    return ""


def variants(brief: Brief) -> str:
    """Return the places that were weighed, with what speaks for and against each."""
    found = _variants(brief)
    if not found:
        return ""
    chosen = next((variant for variant in found if variant.chosen), None)
    intro = (
        brief.words.text("report.variants_open")
        if chosen is None
        else brief.words.text("report.variants_chosen", title=chosen.title)
    )
    lines = [f"- {' '.join(_variant(brief, variant))}" for variant in found]
    return "\n\n".join((intro, "\n".join(lines)))


def possible_fields(brief: Brief) -> str:
    """Return the fields of action by strand: those of the concept, else all that are proposed."""
    facts, words = brief.context.facts, brief.words
    fields = facts.adopted or facts.fields
    lines = [
        words.text(
            "report.fields_item",
            strand=brief.context.words.label(strand),
            names=listed(field.title for field in fields if field.strand is strand),
        )
        for strand in Strand
        if any(field.strand is strand for field in fields)
    ]
    return "\n\n".join((words.text("report.fields"), "\n".join(f"- {line}" for line in lines))) if lines else ""


def annexed(brief: Brief) -> str:
    """Return that the concept is enclosed."""
    if brief.version is None:
        return ""
    return brief.words.text("contents.annexed", version=version_text(brief.context, brief.version))


def _variants(brief: Brief) -> list[OrganisationVariant]:
    found = brief.context.facts.snapshot.all(OrganisationVariant)
    return sorted(found, key=lambda item: (item.position, item.id))


def _variant(brief: Brief, variant: OrganisationVariant) -> Iterator[str]:
    yield f"**{closed(variant.title)}**"
    if variant.description.strip():
        yield closed(one_line(variant.description))
    for key, text in (("advantage", variant.advantages), ("disadvantage", variant.disadvantages)):
        points = [line.strip(" -–*.;") for line in text.splitlines() if line.strip()]
        if points:
            yield brief.words.text(f"report.{key}", text=" ".join(closed(capital(point)) for point in points))
