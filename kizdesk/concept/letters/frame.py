"""Frame a letter: who writes to whom and when, the greeting, who answers questions, the closing, the enclosures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from textwrap import wrap

from kizdesk.concept.german import day, district_named, listed, municipality_named, shortened
from kizdesk.concept.tree import AnyBlock, BlockKind, Document, Layout, Paragraph, ParagraphStyle, Run, Runs
from kizdesk.concept.wording import Wording
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality, Project

_PROJECT = 60
"""Letters of the project's title in the footer."""
_RETURN = 54
"""Letters in the line to which a letter goes back: it takes one line."""
_ADDRESS = 6
"""Lines of an address: as many as the window of an envelope shows."""
_WIDE = 42
"""Letters of a line of the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Be what all letters have: who writes to whom, and when."""

    project: Project
    district: District
    sender: tuple[str, ...]
    contact: Person | None
    """Who answers questions."""
    return_address: str = ""
    """The mail address to which one answers."""
    municipality: Municipality
    addressee: Person | None
    dated: date


def letter(
    key: str, frame: Frame, words: Wording, subject: str, body: Iterable[AnyBlock], enclosures: Iterable[str]
) -> Document:
    """Return a letter; ``key`` names its kind in the ids of its blocks."""
    here = f"{key}/{frame.municipality.id}"
    blocks = (
        *_head(here, frame, words),
        paragraph(f"{here}/betreff", subject, is_bold=True),
        paragraph(f"{here}/anrede", _greeting(frame.addressee, words)),
        *body,
        paragraph(f"{here}/fragen", _questions(frame, words), person=frame.contact),
        paragraph(f"{here}/gruss", f"{words.text('closing')}\n\n{_signed(frame)}", ParagraphStyle.CLOSING),
        *_enclosures(here, tuple(enclosures), words),
    )
    return Document(
        title=subject,
        subtitle=frame.project.centre_name,
        district=district_named(frame.district).bare,
        status="",
        version="",
        dated=day(frame.dated),
        notice=frame.project.notice,
        imprint=(),
        keywords=words.lists["keywords"],
        blocks=tuple(replace(block, kind=BlockKind.RECORD) for block in blocks),
        layout=Layout.LETTER,
        footer=words.text("footer", project=shortened(frame.project.title, _PROJECT), day=f"{frame.dated:%d.%m.%Y}"),
    )


def paragraph(
    block_id: str,
    text: str,
    style: ParagraphStyle = ParagraphStyle.BODY,
    *,
    is_bold: bool = False,
    person: Person | None = None,
    address: str = "",
) -> Paragraph:
    """Return a paragraph, in which the mail address, that of a person or a given one, is a link."""
    address = address or (person.email if person is not None else "")
    return Paragraph(id=block_id, runs=_linked(text, address, is_bold=is_bold), style=style)


def place(frame: Frame) -> str:
    """Return the municipality with its kind: ``Stadt Dormagen``."""
    return municipality_named(frame.municipality)


def until(key: str, frame: Frame, words: Wording, last: date | None) -> str:
    """Return the sentence of a kind that says until when and where one answers, as far as that is known."""
    address = frame.return_address
    if last is not None:
        return words.text(f"{key}.{'by_mail' if address else 'by_day'}", day=day(last), address=address)
    return words.text(f"{key}.{'mail' if address else 'plain'}", address=address)


def _head(here: str, frame: Frame, words: Wording) -> Iterator[Paragraph]:
    back = _return_lines(frame)
    yield paragraph(f"{here}/ruecksendung", " · ".join(back), ParagraphStyle.RETURN)
    address = "\n".join(_address(frame, words))
    yield paragraph(f"{here}/anschrift", address, ParagraphStyle.ADDRESS, person=frame.addressee)
    beside = [line for line in frame.sender if line not in back]
    told = "\n".join((*beside, *([""] if beside else ()), day(frame.dated)))
    yield paragraph(f"{here}/absender", told, ParagraphStyle.SIDE, address=frame.return_address)


def _return_lines(frame: Frame) -> list[str]:
    """Return what of the sender stands above the address: whole lines, as many as one line takes."""
    kept: list[str] = []
    for line in frame.sender or (frame.district.name, frame.project.centre_name):
        if "@" in line or len(" · ".join((*kept, line))) > _RETURN:
            break
        kept.append(line)
    return kept or [shortened(frame.district.name, _RETURN)]


def _address(frame: Frame, words: Wording) -> Iterator[str]:
    """Yield the lines of the address; a mail address is left out before a name or an office is."""
    person = frame.addressee
    told = [place(frame), *((person.name, person.function, person.unit) if person is not None else ())]
    lines = [line for text in told if text.strip() for line in wrap(text, _WIDE)][:_ADDRESS]
    yield from lines
    if person is not None and person.email and len(lines) < _ADDRESS:
        yield words.text("per_mail", address=person.email)


def _greeting(person: Person | None, words: Wording) -> str:
    """Greet as far as the person is known: by the office of a mayor, by a form of address in the name, by the name."""
    if person is None:
        return words.text("greeting.nobody")
    office = (person.function.split() or [""])[0].rstrip(",;")
    own = words.texts.get(f"greeting.{office}", "")
    if own or not person.name:
        return own or words.text("greeting.nobody")
    title, _, name = person.name.partition(" ")
    polite = words.texts.get(f"greeting.{title}", "") if name else ""
    return polite.format(name=name) if polite else words.text("greeting.named", name=person.name)


def _questions(frame: Frame, words: Wording) -> str:
    contact = frame.contact
    if contact is None:
        return words.text("questions.sender" if frame.return_address else "questions.nobody")
    if contact.known_as and any(contact.known_as in line for line in frame.sender):
        return words.text("questions.who", who=contact.known_as)  # where to reach them stands in the sender
    ways = (
        words.text("questions.phone", phone=contact.phone) if contact.phone else "",
        words.text("questions.mail", address=contact.email) if contact.email else "",
    )
    return words.text("questions.who", who=", ".join(filter(None, (contact.known_as, *ways))))


def _signed(frame: Frame) -> str:
    if frame.contact is None or not frame.contact.name:
        return frame.project.centre_name
    return "\n".join(filter(None, (frame.contact.name, frame.contact.function)))


def _enclosures(here: str, enclosures: tuple[str, ...], words: Wording) -> Iterator[Paragraph]:
    if enclosures:
        key = "enclosures.one" if len(enclosures) == 1 else "enclosures.many"
        text = words.text(key, names="; ".join(enclosures))
        yield paragraph(f"{here}/anlagen", text, ParagraphStyle.NOTE)


def _linked(text: str, address: str, *, is_bold: bool) -> Runs:
    if not address or address not in text:
        return (Run(text, bold=is_bold),)
    before, _, after = text.partition(address)
    link = Run(address, bold=is_bold, link=f"mailto:{address}")
    return tuple(run for run in (Run(before, bold=is_bold), link, Run(after, bold=is_bold)) if run.text)


def named_people(people: Iterable[Person]) -> str:
    """Return people as an enumeration, each with the function if the name alone says little."""
    return listed(_named(person) for person in people if person.known_as)


def _named(person: Person) -> str:
    return f"{person.name} ({person.function})" if person.name and person.function else person.known_as
