"""Propose the way that led to the paper: meetings, votes, interviews, and what comes after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizdesk.concept.chapters.process import ordered_steps
from kizdesk.concept.german import capital, closed, day, on, quoted, span
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.lines import one_line
from kizdesk.concept.prose import inline, plain_text
from kizdesk.concept.votes_text import conditions_text, result_text, subject_text
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.votes import Vote, VoteKind, VoteSubject

_HELD = (InterviewStatus.DONE, InterviewStatus.RELEASED)


def way(brief: Brief) -> str:
    """Return the steps so far, one per line, with the votes that were taken in them."""
    lines = [_step(brief, step) for step in _steps(brief, planned=False)]
    lines += [_loose(brief, vote) for vote in _loose_votes(brief)]
    return _listed(brief, "way.intro" if len(lines) > 1 else "way.intro_one", lines)


def outlook(brief: Brief) -> str:
    """Return the steps that are planned behind the Beratungsfolge."""
    return _listed(brief, "way.ahead", [_step(brief, step) for step in _steps(brief, planned=True)])


def interviews(brief: Brief) -> str:
    """Return with how many municipalities somebody spoke, when, and what was recorded."""
    words, facts = brief.context.words, brief.context.facts
    held = [interview for interview in facts.snapshot.all(Interview) if interview.status in _HELD]
    if not held:
        return ""
    asked = {interview.municipality_id for interview in held} & set(facts.ags)
    key = "city" if len(facts.ags) < 2 or not asked else "all" if len(asked) == len(facts.ags) else "some"
    sentences = [
        brief.words.text(
            f"interviews.{key}",
            interviews=capital(words.count("gespraech", len(held))),
            verb=words.text("overview.was" if len(held) == 1 else "overview.were"),
            asked=words.count("kommune_dat", len(asked)),
            part=words.count("kommune_dat", len(asked)).split(" ")[0],
            total=words.count("kommune_dat", len(facts.ags)),
        )
    ]
    days = sorted(interview.held_on for interview in held if interview.held_on)
    if days:
        when = on(days[0], days[-1])
        sentences.append(words.text("overview.period_one" if len(held) == 1 else "overview.period", when=when))
    offerings = sum(len(group) for group in facts.offerings.values())
    if offerings:
        verb = brief.words.text("statements.was" if offerings == 1 else "statements.were")
        sentences.append(brief.words.text("interviews.offerings", verb=verb, count=words.count("angebot", offerings)))
    return " ".join(sentences)


def vote_lines(brief: Brief) -> list[str]:
    """Return what bodies said on setting up the centre, one per line, by date."""
    votes = [vote for vote in brief.context.facts.snapshot.all(Vote) if vote.subject is VoteSubject.CENTRE]
    return [_loose(brief, vote, wording=True) for vote in sorted(votes, key=_by_day)]


def _steps(brief: Brief, *, planned: bool) -> list[Consultation]:
    """Return the steps in their order, without those that the Beratungsfolge names."""
    named = {stop.consultation.id for stop in brief.stops}
    steps = ordered_steps(brief.context.facts.snapshot.all(Consultation))
    return [step for step in steps if step.planned is planned and step.id not in named]


def _step(brief: Brief, step: Consultation) -> str:
    body = brief.context.facts.snapshot.find(Body, step.body_id)
    outcome = plain_text(inline(step.outcome))
    who = body.name if body else step.title
    told = [closed(outcome or (step.title if body else ""))]
    votes = [vote for vote in brief.context.facts.snapshot.all(Vote) if vote.consultation_id == step.id]
    for vote in votes:
        told += _vote(brief, vote, with_result=not outcome)
    when = span(step.held_on, step.until)
    return _item(brief, ", ".join(filter(None, (when, who))), " ".join(filter(None, told)))


def _item(brief: Brief, lead: str, text: str) -> str:
    if not text:
        return f"**{_plain(lead)}**"
    return brief.words.text("votes.item", lead=_plain(lead), text=one_line(text))


def _plain(lead: str) -> str:
    """Return words that bold type can hold: a star of their own would end it."""
    return one_line(lead).replace("*", r"\*")


def _vote(brief: Brief, vote: Vote, *, with_result: bool) -> Iterator[str]:
    """Yield the result where the outcome does not tell it, and the words of the body."""
    words = brief.words
    if with_result:
        yield words.text("way.result", result=result_text(brief.context, vote))
    if vote.conditions and not _is_consent(brief, vote):
        yield closed(words.text("way.conditions", conditions=conditions_text(vote)))
    if vote.wording.strip():
        yield words.text("way.wording", wording=quoted(vote.wording.strip()))


def _is_consent(brief: Brief, vote: Vote) -> bool:
    """Tell whether a vote stands in the register of consents, where its conditions are told."""
    body = brief.context.facts.snapshot.find(Body, vote.body_id)
    own = body is not None and body.level is BodyLevel.MUNICIPALITY
    return vote.subject is VoteSubject.VERSION and (own or vote.kind is VoteKind.COLLECTIVE)


def _loose_votes(brief: Brief) -> list[Vote]:
    """Return the votes outside of any step that are no consent, by date."""
    steps = brief.context.facts.snapshot.by_id(Consultation)
    votes = brief.context.facts.snapshot.all(Vote)
    loose = [vote for vote in votes if vote.consultation_id not in steps and not _is_consent(brief, vote)]
    return sorted(loose, key=_by_day)


def _loose(brief: Brief, vote: Vote, *, wording: bool = True) -> str:
    body = brief.context.facts.snapshot.find(Body, vote.body_id)
    lead = ", ".join(filter(None, (day(vote.decided_on) if vote.decided_on else "", body.name if body else "")))
    told = [
        brief.words.text(
            "way.vote", subject=subject_text(brief.context, vote), result=result_text(brief.context, vote)
        ),
        *(_vote(brief, vote, with_result=False) if wording else ()),
    ]
    return _item(brief, lead, " ".join(told))


def _by_day(vote: Vote) -> tuple[str, str]:
    return (vote.decided_on.isoformat() if vote.decided_on else "~", vote.id)


def _listed(brief: Brief, intro: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    return "\n\n".join((brief.words.text(intro), "\n".join(f"- {line}" for line in lines)))
