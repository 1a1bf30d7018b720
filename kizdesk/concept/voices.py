"""Decide whose words and names may be printed: names only with an Einwilligung, words in quotation marks likewise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kizdesk.concept.context import Context
from kizdesk.concept.german import quoted
from kizdesk.domain.answering import given_in
from kizdesk.domain.interviews import Answer, Evidence, Interview, is_stale
from kizdesk.domain.people import Person

_FIRST_PERSON = re.compile(r"\b(?:wir|uns|unser(?:e[mnrs]?)?|ich|mir|mich|mein(?:e[mnrs]?)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voice:
    """Be a piece of evidence with the answer and the interview it was taken from."""

    evidence: Evidence
    answer: Answer
    interview: Interview

    @property
    def ags(self) -> str:
        """Return the municipality that speaks."""
        return self.interview.municipality_id

    @property
    def wording(self) -> str:
        """Return the passage in one line."""
        return " ".join(self.evidence.wording.split())


def voices(context: Context) -> Mapping[str, tuple[Voice, ...]]:
    """Return the evidence by municipality; a passage that its answer no longer holds is left out."""
    found: dict[str, list[Voice]] = {}
    for pieces in context.facts.evidence.values():
        for voice in heard(context, pieces):
            found.setdefault(voice.ags, []).append(voice)
    return {ags: tuple(members) for ags, members in found.items()}


def heard(context: Context, pieces: tuple[Evidence, ...]) -> Iterator[Voice]:
    """Yield pieces of evidence with where they come from; a stale one is left out."""
    answers, interviews = context.facts.snapshot.by_id(Answer), context.facts.snapshot.by_id(Interview)
    for evidence in pieces:
        answer = answers.get(evidence.answer_id)
        interview = interviews.get(answer.interview_id) if answer else None
        if answer is not None and interview is not None and not is_stale(evidence, answer):
            yield Voice(evidence, answer, interview)


def _speakers(context: Context, answer: Answer) -> list[Person]:
    """Return who may have said an answer: an answer taken over was said in the conversation that it comes from."""
    snapshot = context.facts.snapshot
    interview = snapshot.find(Interview, given_in(answer, snapshot.by_id(Answer)))
    known = snapshot.by_id(Person)
    return [known[key] for key in interview.person_ids if key in known] if interview is not None else []


def may_quote(context: Context, answer: Answer) -> bool:
    """Tell whether everybody who took part where an answer was given consented to being quoted word for word."""
    return given_in(answer, context.facts.snapshot.by_id(Answer)) in context.facts.quotable


def in_first_person(wording: str) -> bool:
    """Tell whether somebody speaks of himself or his own, which only quotation marks make understandable."""
    return bool(_FIRST_PERSON.search(wording))


def words_of(context: Context, voice: Voice) -> str:
    """Return a passage in one line, without the names of people who did not consent to being named."""
    return context.facts.naming.free(voice.wording, voice.interview.id)


def rows_of(context: Context, answer: Answer) -> tuple[tuple[str, ...], ...]:
    """Return the rows of an answer, without such names."""
    free = partial(context.facts.naming.free, interview_id=answer.interview_id)
    return tuple(tuple(map(free, cells)) for cells in answer.rows)


def printed(context: Context, voice: Voice, *, quotable: bool) -> str:
    """Return a passage quoted, or, without an Einwilligung, as a report unless it is in the first person."""
    wording = words_of(context, voice)
    if quotable:
        return quoted(wording)
    return context.words.text("fields.withheld") if in_first_person(voice.wording) else wording


def reported(context: Context, answer: Answer) -> str:
    """Return the text of an answer with passages in the first person quoted, or left out without an Einwilligung.

    Who did not consent to being named stands in it by function.
    """
    text, parts, at = answer.text, list[str](), 0
    for evidence in context.facts.passages.get(answer.id, ()):
        if evidence.start < at or evidence.end > len(text) or is_stale(evidence, answer):
            continue
        if in_first_person(evidence.wording):
            shown = quoted(evidence.wording) if may_quote(context, answer) else ""
            parts.extend((text[at : evidence.start], shown))
            at = evidence.end
    told = "".join([*parts, text[at:]]).strip()
    return context.facts.naming.free(told, answer.interview_id)


def speaker(context: Context, answer: Answer) -> str:
    """Return who spoke: a single person by name only with an Einwilligung, else the conversation."""
    people = _speakers(context, answer)
    interview = context.facts.snapshot.find(Interview, answer.interview_id)
    place = context.facts.place(interview.municipality_id if interview is not None else "")
    if len(people) == 1:
        named = named_person(context, people[0])
        if named:
            return f"{named}, {place}"
    return context.words.text("profile.speaker", place=place)


def named_person(context: Context, person: Person) -> str:
    """Return a person's name, if it may be printed, with function and unit."""
    return ", ".join(filter(None, [context.facts.naming.name(person), person.function, person.unit]))
