"""Write how the concept came about: bodies, steps, votes, suggestions; all of it is record, not content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kizdesk.concept.blocks import all_refs, columns, refs, row, sentence
from kizdesk.concept.chapters.structures import body_table
from kizdesk.concept.citing import bracketed, cited, noted
from kizdesk.concept.context import Context
from kizdesk.concept.figures.process_line import process_line
from kizdesk.concept.german import closed, day, listed, span
from kizdesk.concept.prose import inline, plain_text
from kizdesk.concept.tree import AnyBlock, BlockKind, Figure, Heading, Listing, Row, Run, Runs, Table
from kizdesk.concept.votes_text import conditions_text, result_text, subject_text
from kizdesk.domain.fields import FieldOfAction, Measure
from kizdesk.domain.organisation import CourseOfAction
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.votes import ConsiderationStatus, Statement, StatementKind, Vote, VoteKind, VoteResult, VoteSubject

_STEPS, _LINE_MM, _TALLEST = 3, 115, 850.0
"""From how many steps on there is a time line, how wide it is, and how high it may be to stay legible."""
_LONG = 40
"""Letters from which on the same bodies are not named again row after row."""


def course(context: Context) -> Iterator[AnyBlock]:
    """Yield the steps of the process in order of date, then the bodies that took part."""
    words, steps = context.words, ordered_steps(context.facts.snapshot.all(Consultation))
    if steps:
        told = any(step.outcome.strip() for step in steps)
        if told:
            yield from _line(context, steps)
        titles = words.columns("course")
        yield Table(
            id="verlauf/tabelle",
            caption=words.caption("course"),
            columns=columns(titles, "2 3.2 4.4") if told else columns(titles[:2], "2 7.6"),
            rows=tuple(_step(context, step, told=told) for step in steps),
            sources=all_refs(steps),
        )
    bodies = [body for body in context.facts.bodies if body.level is not BodyLevel.NETWORK and body.role]
    if bodies:
        yield body_table(context, "verlauf/gremien/tabelle", "bodies", bodies)


def _line(context: Context, steps: Sequence[Consultation]) -> Iterator[AnyBlock]:
    """Yield the steps at a glance, as long as a page holds them; without outcomes the table does as much."""
    drawn = process_line(context, None)
    if drawn is not None and len(steps) >= _STEPS and drawn.height <= _TALLEST:
        yield Figure(
            id="verlauf/zeitleiste",
            caption=context.words.caption("process_line"),
            alt=drawn.alt,
            svg=drawn.svg,
            width_mm=_LINE_MM,
            values=(),
            sources=all_refs(steps),
        )


def ordered_steps(steps: Sequence[Consultation]) -> list[Consultation]:
    """Return the steps by date; one without a date keeps its place behind the one recorded before it."""
    keyed: list[tuple[date, int, Consultation]] = []
    last = date.min
    for index, step in enumerate(steps):
        last = step.held_on or step.until or last
        keyed.append((last, index, step))
    return [step for _, _, step in sorted(keyed, key=lambda entry: entry[:2])]


def _step(context: Context, step: Consultation, *, told: bool) -> Row:
    words, body = context.words, context.facts.snapshot.find(Body, step.body_id)
    lines = [step.title]
    if body is not None and body.name not in step.title:
        lines.append(body.name)
    if step.paper:
        lines.append(words.text("process.paper", number=step.paper))
    outcome = plain_text(inline(step.outcome)) or "–"
    return row(
        f"verlauf/{step.id}", _when(context, step), "\n".join(lines), *([outcome] if told else []), sources=refs(step)
    )


def _when(context: Context, step: Consultation) -> str:
    words, when = context.words, span(step.held_on, step.until)
    if not when:
        return words.text("process.planned_undated" if step.planned else "process.undated")
    return f"{when}\n{words.text('process.planned')}" if step.planned else when


def votes(context: Context) -> Iterator[AnyBlock]:
    """Yield the votes of bodies and the courses of action."""
    words, facts = context.words, context.facts
    known = facts.snapshot.by_id(Body)
    chosen = sorted(
        (vote for vote in facts.snapshot.all(Vote) if not _is_consent(vote, known.get(vote.body_id))),
        key=lambda vote: (vote.decided_on or date.max, vote.id),
    )
    if chosen:
        yield Table(
            id="voten/tabelle",
            caption=words.caption("votes"),
            columns=columns(words.columns("votes"), "2.2 2.8 2.5 3.3"),
            rows=tuple(_vote(context, vote, known.get(vote.body_id)) for vote in chosen),
            sources=all_refs(chosen),
        )
    centre = {vote.result for vote in chosen if vote.subject is VoteSubject.CENTRE}
    if centre:
        key = "process.no_refusal" if centre == {VoteResult.REFUSED} else "process.no_consent"
        yield sentence("voten/hinweis", words.text(key))
    yield from _options(context)


def _is_consent(vote: Vote, body: Body | None) -> bool:
    own = body is not None and body.level is BodyLevel.MUNICIPALITY
    return vote.subject is VoteSubject.VERSION and (own or vote.kind is VoteKind.COLLECTIVE)


def _vote(context: Context, vote: Vote, body: Body | None) -> Row:
    words = context.words
    lines = [result_text(context, vote)]
    if vote.kind is VoteKind.COLLECTIVE:
        lines.append(words.text("votes.collective"))
    if vote.wording:
        lines.append(words.text("votes.wording", text=vote.wording))
    if vote.conditions:
        lines.append(words.text("votes.conditions", conditions=conditions_text(vote)))
    return row(
        f"voten/{vote.id}",
        day(vote.decided_on) if vote.decided_on else "–",
        body.name if body else "",
        subject_text(context, vote),
        "\n".join(lines),
        sources=refs(vote),
        ends=((), (), (), noted(cited(context, vote.source_ids, vote.proof))),
        municipalities=(body.municipality_id,) if body and body.municipality_id else (),
    )


def _options(context: Context) -> Iterator[AnyBlock]:
    options = sorted(context.facts.snapshot.all(CourseOfAction), key=lambda record: (record.position, record.id))
    if options:
        yield Heading(id="voten/optionen", level=3, text=context.words.text("process.options"), values=())
        chosen = any(option.chosen for option in options)
        yield sentence("voten/optionen/satz", context.words.text(f"process.options_{'weighed' if chosen else 'open'}"))
        yield Listing(
            id="voten/optionen/liste",
            items=tuple(
                (
                    Run(closed(option.title), bold=True),
                    Run(f" {plain_text(inline(option.text))}" if option.text.strip() else ""),
                    Run(f" {context.words.text('process.option_chosen')}" if option.chosen else "", italic=True),
                )
                for option in options
            ),
            sources=all_refs(options),
            kind=BlockKind.RECORD,
            ordered=True,
        )


def statements(context: Context) -> Iterator[AnyBlock]:
    """Yield what bodies said and how it was dealt with."""
    words = context.words
    said = sorted(
        context.facts.snapshot.all(Statement), key=lambda record: (record.position, record.stated_on or date.max)
    )
    if said:
        yield Table(
            id="anregungen/tabelle",
            caption=words.caption("statements"),
            columns=columns(words.columns("statements"), "2.2 3.8 3.8"),
            rows=tuple(
                _statement(context, statement, before) for before, statement in zip([None, *said], said, strict=False)
            ),
            sources=all_refs(said),
        )


def _bodies(context: Context, statement: Statement) -> list[Body]:
    known = context.facts.snapshot.by_id(Body)
    return [known[body_id] for body_id in statement.body_ids if body_id in known]


def _who(context: Context, statement: Statement | None) -> str:
    if statement is None:
        return ""
    names = [*(body.name for body in _bodies(context, statement)), statement.author]
    when = day(statement.stated_on) if statement.stated_on else ""
    return "\n".join(filter(None, [listed(filter(None, names)), when]))


def _statement(context: Context, statement: Statement, before: Statement | None) -> Row:
    words, bodies, who = context.words, _bodies(context, statement), _who(context, statement)
    if len(who) > _LONG and who == _who(context, before):
        who = words.text("process.same")
    waits = statement.status is not ConsiderationStatus.OPEN or statement.kind is not StatementKind.ADVANTAGE
    dealt = [words.label(statement.status)] if waits else []
    if statement.consideration.strip():
        dealt.append(plain_text(inline(statement.consideration)))
    place = place_text(context, statement.place)
    end: Runs = ()
    if place and statement.status is not ConsiderationStatus.OPEN:
        dealt.append(words.text("process.place", place=place))
        end = bracketed(place_id(context, statement.place))
    return row(
        f"anregungen/{statement.id}",
        who or "–",
        f"{words.label(statement.kind)}: {plain_text(inline(statement.text))}",
        "\n".join(dealt) or "–",
        sources=refs(statement),
        ends=((), noted(cited(context, statement.source_ids)), end),
        municipalities=tuple(sorted({body.municipality_id for body in bodies if body.municipality_id})),
    )


def place_id(context: Context, place: str) -> str:
    """Return the id of the block that stands at a place of the concept."""
    snapshot = context.facts.snapshot
    if snapshot.find(FieldOfAction, place) is not None:
        return f"handlungsfelder/{place}"
    return f"massnahme/{place}" if snapshot.find(Measure, place) is not None else f"kapitel/{place}"


def place_text(context: Context, place: str) -> str:
    """Return where in the concept something is dealt with, or an empty text for an unknown place."""
    words, snapshot = context.words, context.facts.snapshot
    field, measure = snapshot.find(FieldOfAction, place), snapshot.find(Measure, place)
    if field is not None:
        return words.text("process.place_field", title=field.title)
    if measure is not None:
        return words.text("process.place_measure", title=measure.title)
    title = context.title(place)
    return words.text("process.place_chapter", title=title) if title else ""
