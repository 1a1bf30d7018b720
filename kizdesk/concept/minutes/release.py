"""Write what a release means, what was changed since, and the place where it is signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kizdesk.concept.blocks import label_columns
from kizdesk.concept.german import day, number, serial
from kizdesk.concept.minutes.changes import MinutesChange
from kizdesk.concept.minutes.head import place_named
from kizdesk.concept.minutes.items import Account
from kizdesk.concept.tree import AnyBlock, Heading, Paragraph, ParagraphStyle, Row, Run, Runs, Table, TableHead
from kizdesk.concept.wording import Wording

_ROOM = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
"""Two empty lines to write into by hand."""
SIGNING = "protokoll/freigabe"
"""The block with which the place for the release begins."""


def meaning(account: Account, since: Sequence[MinutesChange]) -> Iterator[AnyBlock]:
    """Yield what the municipality needs to know before it reads: what its release means, what changed since it."""
    words = account.wording
    runs: Runs = (Run(words.text("release.lead"), bold=True), Run(words.text("release.meaning")))
    if account.interview.released_on is None:
        runs = (*runs, Run(f" {words.text('release.request')}"))
    yield Paragraph(id="protokoll/bedeutung", runs=runs, style=ParagraphStyle.BOX)
    if since and account.interview.released_on is not None:
        changed = _changed(words, account.interview.released_on, since)
        yield Paragraph(id="protokoll/geaendert", runs=changed, style=ParagraphStyle.BOX)


def mark(wording: Wording, change: MinutesChange, released: date) -> Runs:
    """Return the visible mark of something that was changed after the release."""
    return (Run(wording.text(f"changed.{change.kind.value}", day=day(change.day or released)), bold=True),)


def signing(account: Account, since: Sequence[MinutesChange]) -> Iterator[AnyBlock]:
    """Yield the place for the release; one that holds has its day in it."""
    words, released = account.wording, account.interview.released_on
    holds = released is not None and not since
    yield Heading(id=SIGNING, level=2, text=words.text("release.title"), numbered=False)
    yield Paragraph(id="protokoll/freigabe/satz", runs=(Run(_statement(account, since)),))
    values = (
        ("how", "" if holds else words.text("release.choices")),
        ("day", day(released) if released is not None and holds else _ROOM),
        ("by", _ROOM),
        ("signature", f"{_ROOM}\n\N{NO-BREAK SPACE}"),
    )
    yield Table(
        id="protokoll/freigabe/felder",
        caption="",
        alt=words.text("release.alt"),
        columns=label_columns(0.34),
        rows=tuple(Row(key, (words.text(f"release.{key}"), text)) for key, text in values if text),
        head=TableHead.ROWS,
    )


def _statement(account: Account, since: Sequence[MinutesChange]) -> str:
    words, place, released = account.wording, place_named(account), account.interview.released_on
    if released is not None:
        return words.text("release.again" if since else "release.released", day=day(released))
    return words.text("release.statement", place=place) if place else words.text("release.statement_district")


def _changed(words: Wording, released: date, since: Sequence[MinutesChange]) -> Runs:
    """Name what was changed, day by day."""
    days: dict[date, list[str]] = {}
    for change in since:
        days.setdefault(change.day or released, []).append(change.name)
    places = "; ".join(
        words.text("changed.places", day=f"{when:%d.%m.%Y}", names=serial(days[when])) for when in sorted(days)
    )
    kind, after = ("one", "again_one") if len(since) == 1 else ("many", "again")
    lead = words.text(f"changed.{kind}", released=day(released), count=number(len(since)))
    return (Run(lead, bold=True), Run(f"{places}.{words.text(f'changed.{after}')}"))
