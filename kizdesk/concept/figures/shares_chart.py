"""Draw what share of its people each municipality counts under a heading, as it said in its interview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kizdesk.concept.context import Context
from kizdesk.concept.figures.bars import MOST, Bar, bar_chart
from kizdesk.concept.figures.picture import Picture
from kizdesk.concept.figures.words import told_in_full
from kizdesk.concept.german import figure, listed, quoted
from kizdesk.domain.interviews import Answer
from kizdesk.domain.places import Municipality

PEOPLE = "a01"
SHARES = ("foreign", "history")
"""Which shares are drawn, by their key in the wording."""
_LEAST = 3
_LABEL, _VALUE = 0, 1
_NUMBER = re.compile(
    r"(?P<about>(?:rund|etwa|ca\.|circa|ungefähr|geschätzt|gut|knapp)\s+)?"
    r"(?P<number>\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+(?:,\d+)?)\s*(?P<percent>%|Prozent|von hundert)?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^(?:davon|darunter|anteil der|menschen|personen)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """Be the share of one municipality in hundredths of its people; ``about`` if it was said to be an estimate."""

    ags: str
    name: str
    percent: Decimal
    about: bool

    @property
    def words(self) -> str:
        """Return the share: ``8,1 %``, of an estimate without a decimal: ``rund 8 %``."""
        return f"rund {figure(self.percent, 0)} %" if self.about else f"{figure(self.percent, 1)} %"


def shares(context: Context, key: str) -> list[Share]:
    """Return the shares that the municipalities said in a way that can be counted, the largest first."""
    found = [share for record in context.facts.municipalities if (share := _share(context, record, key))]
    return sorted(found, key=lambda share: (-share.percent, share.name))


def shares_chart(context: Context, key: str) -> Picture | None:
    """Return the chart; None while fewer than three or half of the municipalities have said it, or for very many."""
    found = shares(context, key)
    if not max(_LEAST, len(context.facts.municipalities) / 2) <= len(found) <= MOST:
        return None
    title = context.words.caption(f"shares_{key}")
    bars = [Bar(share.ags, share.name, float(share.percent), share.words) for share in found]
    return bar_chart(bars, title, _alt(context, title, found))


def shares_note(context: Context, key: str) -> str:
    """Return what is to be known of the numbers, and who has not said any."""
    words, said = context.words, {share.ags for share in shares(context, key)}
    printed = context.title("profile")
    source = words.text("shares.source", title=quoted(printed)) if printed else ""
    silent = [record.name for record in context.facts.municipalities if record.id not in said]
    missing = words.text("shares.missing", names=listed(silent)) if silent else ""
    return " ".join(filter(None, [words.text("shares.note"), source, missing]))


def _alt(context: Context, title: str, found: Sequence[Share]) -> str:
    words = context.words
    parts = [f"{share.name} {share.words}" for share in found]
    told = told_in_full(parts)
    if told < len(parts):
        low, high = found[-1].words, found[told].words
        parts = [*parts[:told], words.text("shares.rest", count=figure(len(parts) - told), low=low, high=high)]
    return words.text("shares.alt", title=title, named=listed(parts))


def _share(context: Context, record: Municipality, key: str) -> Share | None:
    answers = context.survey.replies(record.id, PEOPLE)
    said = _said(context, answers, key)
    if said is None:
        return None
    amount, percent, about = said
    if not percent:
        whole = _said(context, answers, "people")
        people = whole[0] if whole and not whole[1] else Decimal(record.population or 0)
        if not people:
            return None
        amount, about = 100 * amount / people, about or bool(whole and whole[2])
    return Share(record.id, record.name, amount, about) if amount <= 100 else None


def _said(context: Context, answers: Iterable[Answer], key: str) -> tuple[Decimal, bool, bool] | None:
    """Return the number under a heading, whether it is a percentage, and whether it is about so."""
    labels = {_plain(label) for label in context.words.lists[f"shares.{key}"]}
    for answer in answers:
        for cells in answer.rows:
            if len(cells) > _VALUE and _plain(cells[_LABEL]) in labels:
                found = _NUMBER.fullmatch(cells[_VALUE].strip())
                if found:
                    digits = re.sub(r"[.\s]", "", found["number"]).replace(",", ".")
                    return Decimal(digits), found["percent"] is not None, found["about"] is not None
    return None


def _plain(label: str) -> str:
    """Return a heading without the words that may stand before it."""
    before, plain = "", label.strip()
    while before != plain:
        before, plain = plain, _BEFORE.sub("", plain)
    return plain.casefold()
