"""Write how the centre works with the municipalities, free providers and volunteers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kizdesk.concept.blocks import all_refs, columns, row, sentence, values_of
from kizdesk.concept.chapters.structures import actor_table
from kizdesk.concept.context import Context
from kizdesk.concept.german import figure
from kizdesk.concept.replies import option_labels
from kizdesk.concept.tree import AnyBlock, Heading, Row, Table
from kizdesk.domain.guide import Question
from kizdesk.domain.people import ActorKind

WISHES = (("n03", "involvement"), ("n04", "concerns"))
ROLE = "g07"
_PROVIDERS = (ActorKind.PROVIDER, ActorKind.WELFARE)
_VOLUNTEERS = (ActorKind.VOLUNTEERS, ActorKind.MIGRANT_ORGANISATION)


def with_municipalities(context: Context) -> Iterator[AnyBlock]:
    """Yield how the municipalities want to take part, what they fear and what they expect of the district."""
    for question_id, key in WISHES:
        question = context.survey.question(question_id)
        if question is not None:
            yield from _choice_table(context, question, key)
    yield from _roles(context)


def _choosing(context: Context, question: Question) -> Mapping[str, list[str]]:
    chosen: dict[str, list[str]] = {}
    for record in context.facts.municipalities:
        for answer in context.survey.replies(record.id, question.id):
            for choice in answer.choices:
                if record.id not in chosen.setdefault(choice, []):
                    chosen[choice].append(record.id)
    return chosen


def _choice_table(context: Context, question: Question, key: str) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    chosen, labels = _choosing(context, question), option_labels(context, question)
    rows = [
        row(
            f"gemeinden/{question.id}/{choice}",
            labels[choice],
            figure(len(chosen[choice])),
            ", ".join(facts.places(chosen[choice])),
            values=values_of(choice, chosen[choice]),
            sources=all_refs(
                answer
                for ags in chosen[choice]
                for answer in context.survey.replies(ags, question.id)
                if choice in answer.choices
            ),
            municipalities=tuple(chosen[choice]),
        )
        for choice in labels
        if choice in chosen
    ]
    if rows:
        yield Heading(id=f"gemeinden/{key}", level=3, text=words.text(f"cooperation.{key}"), values=())
        yield sentence(f"gemeinden/{key}/satz", words.text(f"cooperation.{key}_text"))
        yield Table(
            id=f"gemeinden/{question.id}",
            caption=words.caption(key),
            columns=columns(words.columns(key), "3.4 0.9 5.1", "lcl"),
            rows=tuple(rows),
        )


def _roles(context: Context) -> Iterator[AnyBlock]:
    words, question = context.words, context.survey.question(ROLE)
    if question is None or not question.options:
        return
    rows = [found for field in context.facts.fields if (found := _role_row(context, question, field.id, field.title))]
    if rows:
        options = [option.label for option in question.options]
        yield Heading(id="gemeinden/rolle", level=3, text=words.text("cooperation.role"), values=())
        text = words.text("cooperation.role_text", district=context.district.nominative)
        yield sentence("gemeinden/rolle/satz", text)
        yield Table(
            id="gemeinden/rolle/tabelle",
            caption=words.caption("role"),
            columns=columns(
                (words.text("cooperation.field"), *options),
                "4.4" + "".join(f" {_share(option)}" for option in options),
                "l" + "r" * len(options),
            ),
            rows=tuple(rows),
        )


def _share(title: str) -> str:
    """Return the width of a column of numbers by the length of its title."""
    return f"{min(max(len(title) / 9, 1.3), 2.6):.1f}"


def _role_row(context: Context, question: Question, field_id: str, title: str) -> Row | None:
    answers = [
        answer for record in context.facts.municipalities
        for answer in context.survey.replies(record.id, question.id, field_id)
    ]  # fmt: skip
    counts = [sum(option.id in answer.choices for answer in answers) for option in question.options]
    if not any(counts):
        return None
    return row(
        f"gemeinden/rolle/{field_id}",
        title,
        *(figure(count) if count else "–" for count in counts),
        values=values_of(title, counts),
        sources=all_refs(answers),
    )


def with_providers(context: Context) -> Iterator[AnyBlock]:
    """Yield the free providers with how work with them is agreed."""
    members = [actor for actor in context.facts.actors if actor.kind in _PROVIDERS]
    if members:
        yield sentence("traeger/satz", context.words.text("cooperation.providers"), [actor.id for actor in members])
        yield actor_table(context, "traeger/tabelle", "providers", members)


def with_volunteers(context: Context) -> Iterator[AnyBlock]:
    """Yield volunteers and migrant organisations with how work with them is agreed."""
    members = [actor for actor in context.facts.actors if actor.kind in _VOLUNTEERS]
    if members:
        yield actor_table(context, "ehrenamt/tabelle", "volunteers", members)
