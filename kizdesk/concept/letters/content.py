"""Hold what a letter for all municipalities says: the texts that somebody can write, and the day until when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kizdesk.concept.blocks import label_columns
from kizdesk.concept.german import capital, day, district_named, place_named
from kizdesk.concept.letters.frame import Frame
from kizdesk.concept.letters.words_filled import filled
from kizdesk.concept.papers.lines import as_typed
from kizdesk.concept.prose import prose
from kizdesk.concept.tree import AnyBlock, Row, Table, TableHead


@dataclass(frozen=True, slots=True)
class Texts:
    """Be the texts of one kind of letter, with words in braces where municipalities differ."""

    subject: str
    text: str
    ending: str = ""
    """The paragraph before the closing."""
    last: date | None = None
    """Until when an answer is asked for."""


def names_of(frame: Frame, texts: Texts) -> dict[str, str]:
    """Return what the words in braces stand for that all letters know."""
    named, district = place_named(frame.municipality), district_named(frame.district)
    return {
        "Kommune": named.bare,
        "die Kommune": named.accusative,
        "der Kommune": named.dative,
        "in der Kommune": named.inside,
        "Ort": frame.municipality.name,
        "Kreis": district.bare,
        "der Kreis": district.nominative,
        "Der Kreis": capital(district.nominative),
        "Zentrum": frame.project.centre_name,
        "Frist": day(texts.last) if texts.last is not None else "",
    }


def written(here: str, text: str, values: Mapping[str, str]) -> Iterator[AnyBlock]:
    """Yield a text with its words filled in; nothing for an empty one."""
    if text.strip():
        yield from prose(here, filled(as_typed(text), values))


def facts_table(here: str, alt: str, facts: Mapping[str, str]) -> Iterator[Table]:
    """Yield what is told line by line, as far as it is known."""
    known = [(label, value) for label, value in facts.items() if value.strip()]
    if known:
        yield Table(
            id=here,
            caption="",
            alt=alt,
            columns=label_columns(),
            rows=tuple(Row(f"{here}/{place}", pair) for place, pair in enumerate(known)),
            head=TableHead.ROWS,
        )
