"""Write the letter that invites a municipality to the interview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.german import day, place_named, serial
from kizdesk.concept.letters.content import Texts, facts_table, names_of, written
from kizdesk.concept.letters.frame import Frame, letter, named_people, paragraph, until
from kizdesk.concept.letters.words_filled import filled
from kizdesk.concept.tree import AnyBlock, Document, ParagraphStyle
from kizdesk.concept.wording import Wording
from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.domain.people import Person

KEY = "einladung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Frame):
    """Be what the invitation tells: the interview as far as it is planned, and what will be asked."""

    texts: Texts
    interview: Interview | None
    invited: tuple[Person, ...] = ()
    """Those of the municipality who take part, as far as known."""
    sections: tuple[str, ...] = ()
    """What is asked about, in the order of the guide."""
    length: str = ""
    """How long it takes, in words."""


def invitation(told: Invitation, words: Wording) -> Document:
    """Return the letter."""
    values = values_of(told, words)
    subject = filled(told.texts.subject, values)
    return letter(KEY, told, words, subject, _body(told, words, values), (words.text("privacy.enclosed"),))


def values_of(told: Invitation, words: Wording) -> dict[str, str]:
    """Return what the words in braces stand for."""
    return {**names_of(told, told.texts), "Termin": _when(told, words) or words.text("einladung.no_day")}


def _body(told: Invitation, words: Wording, values: dict[str, str]) -> Iterator[AnyBlock]:
    here = f"{KEY}/{told.municipality.id}"
    yield from written(f"{here}/text", told.texts.text, values)
    facts = {
        words.text("einladung.day"): _when(told, words),
        words.text("einladung.form"): _where(told, words),
        words.text("einladung.length"): "" if told.interview and told.interview.ended else told.length,
        words.text("einladung.comes"): _comes(told),
        words.text("einladung.invited"): named_people(told.invited),
        words.text("einladung.sections"): serial(_themes(told, words)),
    }
    yield from facts_table(f"{here}/angaben", words.text("einladung.alt"), facts)
    last = until("einladung.dated" if _when(told, words) else "einladung.undated", told, words, _last(told))
    yield paragraph(f"{here}/frist", last, ParagraphStyle.BOX, is_bold=True, address=told.return_address)
    yield paragraph(f"{here}/datenschutz", words.text("privacy.interview"))
    yield from written(f"{here}/schluss", told.texts.ending, values)


def _themes(told: Invitation, words: Wording) -> list[str]:
    """Return what is asked about, without what belongs to any talk."""
    left_out = words.lists["einladung.about_talk"]
    return [title for title in told.sections if title.casefold() not in left_out]


def _last(told: Invitation) -> date | None:
    """Return until when one answers; none is named if the interview is before."""
    held, last = told.interview.held_on if told.interview is not None else None, told.texts.last
    return None if held is not None and last is not None and last >= held else last


def _when(told: Invitation, words: Wording) -> str:
    interview = told.interview
    if interview is None or interview.held_on is None:
        return ""
    held = day(interview.held_on)
    if interview.started is None:
        return held
    if interview.ended is None:
        return words.text("einladung.at", day=held, begins=f"{interview.started:%H:%M}")
    times = {"begins": f"{interview.started:%H:%M}", "ends": f"{interview.ended:%H:%M}"}
    return words.text("einladung.from_to", day=held, **times)


def _where(told: Invitation, words: Wording) -> str:
    form = told.interview.form if told.interview is not None else None
    if form is None or form is InterviewForm.FORM:
        return ""
    return words.text(f"einladung.forms.{form.value}", place=place_named(told.municipality).inside)


def _comes(told: Invitation) -> str:
    """Return who comes of the district: those who are entered for the interview, else who answers questions."""
    named = told.interview.interviewers.strip() if told.interview is not None else ""
    return named or (named_people((told.contact,)) if told.contact is not None else "")
