"""Build the document tree of the minutes of one interview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from kizdesk.concept.german import day, shortened
from kizdesk.concept.minutes.changes import HEAD, Difference, MinutesChange, merged_items
from kizdesk.concept.minutes.head import head, is_written, place_bare
from kizdesk.concept.minutes.items import Account, Item, Told, is_left, items
from kizdesk.concept.minutes.release import SIGNING, mark, meaning, signing
from kizdesk.concept.tree import (
    AnyBlock,
    BlockKind,
    Document,
    Heading,
    Layout,
    Listing,
    Paragraph,
    ParagraphStyle,
    Run,
)
from kizdesk.domain.interviews import InterviewStatus

_PROJECT = 43
"""Letters of the project's title in the footer."""


def minutes(account: Account, since: Sequence[Difference], printed: date) -> Document:
    """Return the minutes as they stand, with what was changed since their release marked."""
    words, facts = account.wording, account.context.facts
    changes = [difference.change for difference in since]
    status = _status(account, changes)
    return Document(
        title=words.text("header", place=place_bare(account)),
        subtitle=facts.project.title,
        district=account.context.district.bare,
        status=status,
        version="",
        dated=day(printed),
        notice=" · ".join(filter(None, [facts.project.notice, status])),
        imprint=(),
        keywords=words.lists["keywords"],
        blocks=tuple(replace(block, kind=BlockKind.RECORD) for block in _blocks(account, tuple(since), changes)),
        layout=Layout.PAPER,
        footer=_footer(account, printed),
        closes_with=SIGNING,
    )


def _status(account: Account, changes: Sequence[MinutesChange]) -> str:
    interview, words = account.interview, account.wording
    if interview.released_on is None and interview.status is not InterviewStatus.RELEASED:
        return words.text("status.open")
    return words.text("status.changed" if changes else "status.released")


def _footer(account: Account, printed: date) -> str:
    words, held = account.wording, account.interview.held_on
    short = shortened(account.context.facts.project.title, _PROJECT)
    if held is None:
        return words.text("footer", project=short, printed=f"{printed:%d.%m.%Y}")
    key = "footer_written" if is_written(account) else "footer_held"
    return words.text(key, project=short, held=f"{held:%d.%m.%Y}", printed=f"{printed:%d.%m.%Y}")


def _blocks(account: Account, since: tuple[Difference, ...], changes: list[MinutesChange]) -> Iterator[AnyBlock]:
    marks = {change.id: change for change in changes}
    yield from head(account)
    yield from _mark(account, marks, HEAD)
    yield from meaning(account, changes)
    told = merged_items(tuple(items(account)), since)
    for _, group in groupby(told, key=lambda item: item.part):
        yield from _part(account, list(group), marks)
    yield from _closing(account, told, marks)
    yield from signing(account, changes)


def _part(account: Account, group: Sequence[Item], marks: Mapping[str, MinutesChange]) -> Iterator[AnyBlock]:
    """Yield a part with its answers, and below them what stayed without one; nothing for a part without any."""
    shown = [item for item in group if _is_shown(item, marks)]
    if not shown:
        return
    yield Heading(id=f"protokoll/teil/{group[0].part}", level=2, text=group[0].part_title, numbered=False)
    for item in shown:
        yield Heading(id=f"protokoll/frage/{item.id}", level=3, text=item.title, numbered=False)
        yield from _mark(account, marks, item.id)
        yield from _answer(account, item)
    unanswered = [item.name for item in group if item.told is Told.OPEN and item not in shown]
    if unanswered:
        text = account.wording.text("answers.unanswered", names="; ".join(unanswered))
        yield Paragraph(id=f"protokoll/ohne/{group[0].part}", runs=(Run(text),), style=ParagraphStyle.NOTE)


def _answer(account: Account, item: Item) -> Iterator[AnyBlock]:
    key = {Told.LATER: "answers.later", Told.DECLINED: "answers.declined"}.get(item.told)
    if key is not None:
        run = Run(account.wording.text(key), italic=True)
        yield Paragraph(id=f"protokoll/{item.id}/stand", runs=(run,))
    yield from item.blocks


def _is_shown(item: Item, marks: Mapping[str, MinutesChange]) -> bool:
    return item.told is not Told.OPEN or item.id in marks


def _mark(account: Account, marks: Mapping[str, MinutesChange], key: str) -> Iterator[Paragraph]:
    change, released = marks.get(key), account.interview.released_on
    if change is not None and released is not None:
        yield Paragraph(id=f"protokoll/marke/{key}", runs=mark(account.wording, change, released))


def _closing(account: Account, told: Sequence[Item], marks: Mapping[str, MinutesChange]) -> Iterator[AnyBlock]:
    """Yield what the municipality will hand in, and the parts that were not spoken about."""
    words = account.wording
    later = [item.name for item in told if item.told is Told.LATER]
    silent = list(_silent(account, told, marks))
    if later:
        yield Heading(id="protokoll/spaeter", level=2, text=words.text("closing.later"), numbered=False)
        yield Listing(id="protokoll/spaeter/liste", items=tuple((Run(name),) for name in later))
    if silent:
        yield Heading(id="protokoll/offen", level=2, text=words.text("closing.open"), numbered=False)
        yield Paragraph(id="protokoll/offen/teile", runs=(Run(f"{'; '.join(silent)}."),))


def _silent(account: Account, told: Iterable[Item], marks: Mapping[str, MinutesChange]) -> Iterator[str]:
    """Yield the parts about which nothing is told, also those that hold no question until something is recorded."""
    parts: dict[str, list[Item]] = {}
    for item in told:
        parts.setdefault(item.part, []).append(item)
    for section in account.context.survey.guide.sections:
        own = [group for part, group in parts.items() if part.partition("/")[0] == section.id]
        if not own and is_left(account, section):
            yield f"{section.letter} {section.title}"
        yield from (group[0].part_title for group in own if not any(_is_shown(item, marks) for item in group))
