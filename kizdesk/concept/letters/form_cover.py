"""Write the letter with which a form goes to a municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.german import district_named, listed, quoted
from kizdesk.concept.letters.frame import Frame, letter, paragraph, place, until
from kizdesk.concept.tree import AnyBlock, Document, Listing, ParagraphStyle, Run
from kizdesk.concept.wording import Wording

_KEY = "anschreiben"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Frame):
    """Be what the letter says: about which form it is, and what is to be done with it until when."""

    return_by: date | None
    file: str
    """The name of the form."""
    sections: tuple[str, ...] = ()
    """The sections of the guide that are asked about; empty for all."""
    asks_offerings_only: bool = False
    tells_known: bool = False


def letter_document(told: Letter, words: Wording) -> Document:
    """Return the letter."""
    subject = f"{words.text('subject')}: {place(told)}"
    enclosures = (quoted(told.file), words.text("privacy.enclosed"))
    return letter(_KEY, told, words, subject, _body(told, words), enclosures)


def _body(told: Letter, words: Wording) -> Iterator[AnyBlock]:
    here = f"{_KEY}/{told.municipality.id}"
    yield paragraph(f"{here}/anlass", _purpose(told, words))
    yield paragraph(f"{here}/inhalt", _content(told, words))
    last = until("until", told, words, told.return_by)
    yield paragraph(f"{here}/frist", last, ParagraphStyle.BOX, is_bold=True, address=told.return_address)
    yield paragraph(f"{here}/anleitung", words.text("how.title"))
    steps = tuple((Run(step.format(file=told.file)),) for step in words.lists["how.steps"])
    yield Listing(id=f"{here}/schritte", items=steps, ordered=True)
    yield paragraph(f"{here}/papier", words.text("how.paper"))


def _purpose(told: Letter, words: Wording) -> str:
    district = district_named(told.district).nominative
    return words.text(f"purpose.{told.project.occasion.value}", district=district, place=place(told))


def _content(told: Letter, words: Wording) -> str:
    known = f" {words.text('content.known')}" if told.tells_known else ""
    if told.asks_offerings_only:
        return words.text("content.offerings") + known
    if not told.sections:
        return words.text("content.whole") + known
    key = "content.section" if len(told.sections) == 1 else "content.sections"
    return words.text(key, names=listed(map(quoted, told.sections))) + known
