"""Write what stands at the beginning of the minutes: where, when, how, and who took part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from kizdesk.concept.blocks import columns, label_columns, refs
from kizdesk.concept.german import capital, day, municipality_named
from kizdesk.concept.minutes.items import Account
from kizdesk.concept.tree import AnyBlock, Heading, Paragraph, ParagraphStyle, Row, Run, Table, TableHead
from kizdesk.domain.interviews import InterviewForm, InterviewStatus
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality


def head(account: Account) -> Iterator[AnyBlock]:
    """Yield title, facts and participants."""
    words, source = account.wording, refs(account.interview)
    yield Heading(id="protokoll/titel", level=1, text=words.text("title"), numbered=False)
    yield Paragraph(id="protokoll/anlass", runs=(Run(occasion(account)),), style=ParagraphStyle.LEAD, sources=source)
    yield Table(
        id="protokoll/kopf",
        caption="",
        alt=words.text("head.id"),
        columns=label_columns(0.28),
        rows=tuple(Row(key, (words.text(f"head.{key}"), text)) for key, text in _facts(account) if text),
        head=TableHead.ROWS,
        sources=source,
    )
    yield from _people(account)


def head_words(account: Account) -> str:
    """Return the facts and participants as text, by which two moments are compared; not the release itself."""
    facts = [f"{account.wording.text(f'head.{key}')}: {text}" for key, text in _facts(account) if key != "release"]
    return "\n".join([*facts, *(" · ".join(filter(None, cells)) for cells in _rows(account))])


def place_named(account: Account) -> str:
    """Return the municipality with its kind, such as ``Stadt Beckum``; empty for the district itself."""
    found = account.context.facts.snapshot.find(Municipality, account.interview.municipality_id)
    return municipality_named(found) if found is not None else ""


def place_bare(account: Account) -> str:
    """Return the name of the municipality or of the district."""
    return account.context.facts.place(account.interview.municipality_id)


def is_written(account: Account) -> bool:
    """Tell whether nobody spoke: a form was sent back."""
    return account.interview.form is InterviewForm.FORM


def occasion(account: Account) -> str:
    """Return in a line with whom it was spoken: ``Gespräch mit der Stadt Beckum am 14. Oktober 2026``."""
    words, place, held = account.wording, place_named(account), account.interview.held_on
    kind = "written" if is_written(account) else "spoken"
    if place:
        told = words.text(f"kind.{kind}", place=place)
    else:
        told = words.text("kind.district", inside=account.context.district.inside)
    return words.text(f"kind.{kind}_on", occasion=told, day=day(held)) if held else told


def _facts(account: Account) -> Iterator[tuple[str, str]]:
    interview, words, facts = account.interview, account.wording, account.context.facts
    yield "project", facts.project.title
    yield "district", facts.district.name
    yield "place", place_named(account)
    yield "held", day(interview.held_on) if interview.held_on else words.text("head.undated")
    yield "time", _span(account)
    yield "form", capital(account.context.words.label(interview.form)) if interview.form is not None else ""
    yield "interviewers", interview.interviewers.strip()
    guide = account.context.survey.guide
    yield "guide", words.text("head.guide_value", title=guide.title, version=guide.version)
    if interview.privacy_notice_given is not None:
        yield "notice", words.text(f"head.notice_{str(interview.privacy_notice_given).lower()}")
    yield "release", _release(account)


def _release(account: Account) -> str:
    interview, words = account.interview, account.wording
    if interview.released_on is not None:
        return words.text("head.release_on", day=day(interview.released_on))
    released = interview.status is InterviewStatus.RELEASED
    return words.text("head.release_undated" if released else "head.release_open")


def _span(account: Account) -> str:
    started, ended, words = account.interview.started, account.interview.ended, account.wording
    if started and ended:
        return words.text("head.from_to", start=_clock(started), end=_clock(ended))
    if started:
        return words.text("head.from", start=_clock(started))
    return words.text("head.to", end=_clock(ended)) if ended else ""


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


def _people(account: Account) -> Iterator[AnyBlock]:
    words, rows = account.wording, _rows(account)
    if not rows:
        yield Paragraph(id="protokoll/niemand", runs=(Run(words.text("people.none")),), style=ParagraphStyle.NOTE)
        return
    title = words.text("people.title_written" if is_written(account) else "people.title")
    yield Heading(id="protokoll/teilnehmende", level=2, text=title, numbered=False)
    named = any(cells[0] for cells in rows)
    titles = words.lists["people.columns" if named else "people.columns_unnamed"]
    shown = rows if named else [cells[1:] for cells in rows]
    yield Table(
        id="protokoll/personen",
        caption="",
        alt=title,
        columns=columns(titles, "1 1.2 1.4" if named else "1 1.3"),
        rows=tuple(Row(str(number), tuple(cells)) for number, cells in enumerate(shown)),
        sources=refs(*account.naming.people),
    )
    if any(person.name.strip() and not account.naming.name(person) for person in account.naming.people):
        note = words.text("people.note")
        yield Paragraph(id="protokoll/namen", runs=(Run(note),), style=ParagraphStyle.NOTE)


def _rows(account: Account) -> list[list[str]]:
    return [_cells(account, person) for person in account.naming.people]


def _cells(account: Account, person: Person) -> list[str]:
    cells = [account.naming.name(person), person.function.strip(), person.unit.strip()]
    return cells if any(cells) else ["", account.wording.text("people.unknown"), ""]
