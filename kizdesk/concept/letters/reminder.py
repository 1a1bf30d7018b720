"""Write the letter that reminds a municipality of the request for its Einvernehmen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.german import day
from kizdesk.concept.letters.content import Texts, facts_table, names_of, written
from kizdesk.concept.letters.frame import Frame, letter, paragraph, until
from kizdesk.concept.letters.request import version_facts, version_values
from kizdesk.concept.letters.words_filled import filled
from kizdesk.concept.tree import AnyBlock, Document, ParagraphStyle
from kizdesk.concept.wording import Wording
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.versions import ConceptVersion

KEY = "erinnerung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(Frame):
    """Be what the reminder tells: of which request, when it was made and until when it was to be answered."""

    texts: Texts
    version: ConceptVersion
    asked: ConsentRequest | None
    reply_form: str = ""
    """The name of the form for the answer."""


def reminder(told: Reminder, words: Wording) -> Document:
    """Return the letter."""
    values = {
        **names_of(told, told.texts),
        **version_values(told.version),
        "angefragt": _asked(told, words),
    }
    enclosed = [words.text("anfrage.reply", file=told.reply_form)] if told.reply_form else []
    return letter(KEY, told, words, filled(told.texts.subject, values), _body(told, words, values), enclosed)


def _asked(told: Reminder, words: Wording) -> str:
    when = told.asked.requested_on if told.asked is not None else None
    return words.text("erinnerung.asked_on", day=day(when)) if when is not None else words.text("erinnerung.asked")


def _body(told: Reminder, words: Wording, values: dict[str, str]) -> Iterator[AnyBlock]:
    here, asked = f"{KEY}/{told.municipality.id}", told.asked
    yield from written(f"{here}/text", told.texts.text, values)
    facts = {
        **version_facts(told.version, words),
        words.text("erinnerung.requested_on"): _day(asked.requested_on if asked else None),
        words.text("erinnerung.due_on"): _day(asked.due_on if asked else None),
        words.text("erinnerung.reminded_on"): _day(asked.reminded_on if asked else None),
    }
    yield from facts_table(f"{here}/anfrage", words.text("erinnerung.alt"), facts)
    last = until("erinnerung.until", told, words, told.texts.last)
    yield paragraph(f"{here}/frist", last, ParagraphStyle.BOX, is_bold=True, address=told.return_address)
    yield paragraph(f"{here}/antwort", words.text("anfrage.how"))
    yield from written(f"{here}/schluss", told.texts.ending, values)


def _day(value: date | None) -> str:
    return day(value) if value is not None else ""
