"""Build the document tree of the letter with which a form goes to a municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kizdesk.concept.german import capital, day, district_named, listed, municipality_named, quoted, shortened
from kizdesk.concept.tree import AnyBlock, BlockKind, Document, Layout, Listing, Paragraph, ParagraphStyle, Run, Runs
from kizdesk.concept.wording import Wording
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality, Project

_PROJECT = 60
"""Letters of the project's title in the footer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Be what a letter says: who writes to whom, about which form, and what is to be done with it until when."""

    project: Project
    district: District
    sender: tuple[str, ...]
    contact: Person | None
    """Who answers questions."""
    return_address: str = ""
    """The mail address the form goes back to."""
    municipality: Municipality
    addressee: Person | None
    dated: date
    return_by: date | None
    file: str
    """The name of the form."""
    sections: tuple[str, ...] = ()
    """The sections of the guide that are asked about; empty for all."""
    asks_offerings_only: bool = False
    tells_known: bool = False


def letter_document(letter: Letter, wording: Wording) -> Document:
    """Return the letter as a paper."""
    return Document(
        title=wording.text("subject"),
        subtitle=letter.project.title,
        district=district_named(letter.district).bare,
        status="",
        version="",
        dated=day(letter.dated),
        notice=letter.project.notice,
        imprint=(),
        keywords=wording.lists["keywords"],
        blocks=tuple(replace(block, kind=BlockKind.RECORD) for block in _blocks(letter, wording)),
        layout=Layout.PAPER,
        footer=wording.text(
            "footer", project=shortened(letter.project.title, _PROJECT), day=f"{letter.dated:%d.%m.%Y}"
        ),
    )


def _blocks(letter: Letter, words: Wording) -> Iterator[AnyBlock]:
    yield _paragraph("absender", "\n".join(letter.sender), ParagraphStyle.NOTE, address=letter.return_address)
    address = "\n".join(("", *_address(letter, words), ""))  # with room above and below
    yield _paragraph("anschrift", address, person=letter.addressee)
    yield _paragraph("tag", day(letter.dated))
    yield _paragraph("betreff", f"{words.text('subject')}: {_place(letter)}", is_bold=True)
    yield _paragraph("anrede", _greeting(letter.addressee, words))
    yield _paragraph("anlass", _purpose(letter, words))
    yield _paragraph("inhalt", _content(letter, words))
    yield _paragraph("frist", _until(letter, words), ParagraphStyle.BOX, is_bold=True, address=letter.return_address)
    yield _paragraph("anleitung", words.text("how.title"))
    steps = tuple((Run(step.format(file=letter.file)),) for step in words.lists["how.steps"])
    yield Listing(id="anschreiben/schritte", items=steps, ordered=True)
    yield _paragraph("papier", words.text("how.paper"))
    yield _paragraph("fragen", _questions(letter, words), person=letter.contact)
    yield _paragraph("gruss", f"{words.text('closing')}\n\n{_signed(letter)}")
    yield _paragraph("anlagen", words.text("enclosures", file=letter.file), ParagraphStyle.NOTE)


def _paragraph(
    name: str,
    text: str,
    style: ParagraphStyle = ParagraphStyle.BODY,
    *,
    is_bold: bool = False,
    person: Person | None = None,
    address: str = "",
) -> Paragraph:
    """Return a paragraph, in which the mail address, that of a person or a given one, is a link."""
    address = address or (person.email if person is not None else "")
    return Paragraph(id=f"anschreiben/{name}", runs=_linked(text, address, is_bold=is_bold), style=style)


def _linked(text: str, address: str, *, is_bold: bool) -> Runs:
    if not address or address not in text:
        return (Run(text, bold=is_bold),)
    before, _, after = text.partition(address)
    link = Run(address, bold=is_bold, link=f"mailto:{address}")
    return tuple(run for run in (Run(before, bold=is_bold), link, Run(after, bold=is_bold)) if run.text)


def _place(letter: Letter) -> str:
    return municipality_named(letter.municipality)


def _address(letter: Letter, words: Wording) -> Iterator[str]:
    yield _place(letter)
    person = letter.addressee
    if person is not None:
        yield from filter(None, (person.name, person.function, person.unit))
        if person.email:
            yield words.text("per_mail", address=person.email)


def _greeting(person: Person | None, words: Wording) -> str:
    if person is None:
        return words.text("greeting.nobody")
    own = words.texts.get(f"greeting.{person.function.strip()}", "")
    if own or not person.name:
        return own or words.text("greeting.nobody")
    return words.text("greeting.named", name=person.name)


def _purpose(letter: Letter, words: Wording) -> str:
    district = capital(district_named(letter.district).nominative)
    return words.text(f"purpose.{letter.project.occasion.value}", district=district, place=_place(letter))


def _content(letter: Letter, words: Wording) -> str:
    known = f" {words.text('content.known')}" if letter.tells_known else ""
    if letter.asks_offerings_only:
        return words.text("content.offerings") + known
    if not letter.sections:
        return words.text("content.whole") + known
    key = "content.section" if len(letter.sections) == 1 else "content.sections"
    return words.text(key, names=listed(map(quoted, letter.sections))) + known


def _until(letter: Letter, words: Wording) -> str:
    address = letter.return_address
    until = day(letter.return_by) if letter.return_by is not None else ""
    if until:
        return words.text("until.by_mail" if address else "until.by_day", day=until, address=address)
    return words.text("until.mail" if address else "until.plain", address=address)


def _questions(letter: Letter, words: Wording) -> str:
    contact = letter.contact
    if contact is None:
        return words.text("questions.sender" if letter.return_address else "questions.nobody")
    ways = (
        words.text("questions.phone", phone=contact.phone) if contact.phone else "",
        words.text("questions.mail", address=contact.email) if contact.email else "",
    )
    return words.text("questions.who", who=", ".join(filter(None, (contact.known_as, *ways))))


def _signed(letter: Letter) -> str:
    if letter.contact is None or not letter.contact.name:
        return letter.project.centre_name
    return "\n".join(filter(None, (letter.contact.name, letter.contact.function)))
