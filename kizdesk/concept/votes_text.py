"""Write votes as German text: what was voted on, in which form, with which result."""

from __future__ import annotations

from kizdesk.concept.context import Context
from kizdesk.concept.german import alike, closed, day
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteSubject


def version_text(context: Context, version: ConceptVersion) -> str:
    """Return how a version is called: ``Fassung 2 vom 19. Februar 2013``."""
    return context.words.text("votes.version", number=str(version.number), day=day(version.printed_on))


def subject_text(context: Context, vote: Vote) -> str:
    """Return what a vote was about."""
    words, snapshot = context.words, context.facts.snapshot
    match vote.subject:
        case VoteSubject.CENTRE:
            return words.text("votes.subject_centre")
        case VoteSubject.VERSION:
            version = snapshot.find(ConceptVersion, vote.subject_id)
            named = version_text(context, version) if version else ""
            return words.text("votes.subject_version", version=named) if named else words.text("votes.subject_concept")
        case VoteSubject.FOCUS:
            period = snapshot.find(FocusPeriod, vote.subject_id)
            if period is None:
                return words.text("votes.subject_focus")
            return words.text("votes.subject_focus_period", starts=day(period.starts), ends=day(period.ends))


def counts_text(context: Context, vote: Vote) -> str:
    """Return the counts of a vote, all in words or all in digits: ``mit 30 zu 12 Stimmen``.

    Where one of both is not known, the majority says what is.
    """
    words = context.words
    if vote.yes is None or vote.no is None:
        return words.label(vote.majority) if vote.majority else ""
    spelled = alike(vote.yes, vote.no, vote.abstentions or 0)
    text = words.text("votes.counts", yes=spelled[0], no=spelled[1])
    if vote.abstentions:
        text += " " + words.count("enthaltung", vote.abstentions, spelled[2])
    return text


def result_text(context: Context, vote: Vote) -> str:
    """Return the result: ``einstimmig zugestimmt``; a collective statement says that single proof is missing."""
    words = context.words
    text = " ".join(filter(None, [counts_text(context, vote), words.label(vote.result)]))
    if vote.kind is VoteKind.COLLECTIVE and not vote.speaks_for:
        text += f"; {words.text('votes.unknown_whom')}"
    return text


def conditions_text(vote: Vote) -> str:
    """Return the conditions of a vote in one line: whole sentences one after the other, else divided by semicolons."""
    if all(condition[:1].isupper() for condition in vote.conditions):
        return " ".join(map(closed, vote.conditions))
    return "; ".join(vote.conditions)


def form_text(context: Context, vote: Vote) -> str:
    """Return in which form a vote was given."""
    return context.words.label(vote.kind)
