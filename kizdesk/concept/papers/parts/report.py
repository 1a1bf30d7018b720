"""Propose what a report on the state of affairs says beside its answers: occasion, procedure, options, closing line."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.concept.chapters.process import ordered_steps
from kizdesk.concept.german import capital, closed, day, listed, on
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.lines import one_line
from kizdesk.concept.papers.parts.statements import author
from kizdesk.concept.prose import inline, plain_text
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.votes import Statement, StatementKind

_COMMITTEE = "ausschuss"


def occasion(brief: Brief) -> str:
    """Return the motions behind the report, and when the body dealt with it."""
    words, body = brief.words, asking_body(brief)
    sentences = []
    for motion in _motions(brief):
        who = author(brief, motion)
        if who:
            when = words.text("report.motion_day", day=day(motion.stated_on)) if motion.stated_on else ""
            sentences.append(words.text("report.motion", who=who, when=when))
    days = [on(step.held_on, step.until) for step in _held(brief, body) if step.held_on]
    if body is not None and days:
        named = capital(brief.body_named(body.name).nominative)
        sentences.append(words.text("report.dealt", body=named, days=listed(days)))
    return " ".join(sentences)


def procedure(brief: Brief) -> str:
    """Return what the body settled on last about how to go on."""
    told = [step for step in _held(brief, asking_body(brief)) if step.outcome.strip() and step.held_on]
    if not told:
        return ""
    last = told[-1]
    outcome = closed(plain_text(inline(last.outcome)))
    return brief.words.text("report.procedure", day=on(last.held_on, last.until), outcome=outcome)


def options(brief: Brief) -> str:
    """Return the courses of action, the proposed one first."""
    if not brief.courses:
        return ""
    ordered = sorted(brief.courses, key=lambda course: not course.chosen)
    lines = [
        f"{place}. **{closed(course.title)}** {closed(one_line(course.text))}".rstrip()
        for place, course in enumerate(ordered, start=1)
    ]
    chosen = any(course.chosen for course in brief.courses)
    intro = brief.words.text("report.options_chosen" if chosen else "report.options")
    return _paragraphs(intro, lines)


def closing(brief: Brief) -> str:
    """Return the line that hands the report to the body."""
    body = asking_body(brief)
    if body is None:
        return ""
    return brief.words.text("report.closing", body=capital(brief.body_named(body.name).dative))


def asking_body(brief: Brief) -> Body | None:
    """Return to whom the report goes: the first of its Beratungsfolge, else the committee that met last."""
    own = [stop.body for stop in brief.stops if stop.record.id and stop.body is not None]
    if own:
        return own[0]
    known = brief.context.facts.snapshot.by_id(Body)
    met = [known.get(step.body_id) for step in _in_order(brief) if step.held_on and not step.planned]
    committees = [body for body in met if body is not None and _is_committee(body)]
    return committees[-1] if committees else brief.deciding_body


def _is_committee(body: Body) -> bool:
    named = any(word.casefold().endswith(_COMMITTEE) for word in body.name.split())
    return body.level is BodyLevel.DISTRICT and (named or body.adopts)


def _motions(brief: Brief) -> list[Statement]:
    motions = (item for item in brief.context.facts.snapshot.all(Statement) if item.kind is StatementKind.MOTION)
    return sorted(motions, key=lambda item: (item.stated_on.isoformat() if item.stated_on else "~", item.id))


def _held(brief: Brief, body: Body | None) -> list[Consultation]:
    if body is None:
        return []
    return [step for step in _in_order(brief) if step.body_id == body.id and not step.planned]


def _in_order(brief: Brief) -> list[Consultation]:
    return ordered_steps(brief.context.facts.snapshot.all(Consultation))


def _paragraphs(intro: str, lines: Sequence[str]) -> str:
    return "\n\n".join((intro, "\n".join(lines)))
