"""Write the letter that asks a municipality for its Einvernehmen to one version of the concept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizdesk.concept.blocks import columns
from kizdesk.concept.german import day, quoted
from kizdesk.concept.letters.content import Texts, facts_table, names_of, written
from kizdesk.concept.letters.frame import Frame, letter, paragraph, until
from kizdesk.concept.letters.words_filled import filled
from kizdesk.concept.tree import AnyBlock, BlockKind, Document, Heading, Listing, ParagraphStyle, Row, Run, Table
from kizdesk.concept.wording import Wording
from kizdesk.domain.versions import ConceptVersion

KEY = "anfrage"
_FEW = 5
"""So many changes stand in the letter itself; more are told in an annex."""
_SHORT = 4
"""Signs of a fingerprint that stand together."""
_SHOWN = 16
"""Signs of a fingerprint in its short form."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Be one change since the version that the municipality agreed to."""

    place: str
    """Where it stands, such as ``4.2 Maßnahme „Sprachmittlerpool“``."""
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Frame):
    """Be what the request tells: to which version, and what is new in it for the municipality."""

    texts: Texts
    version: ConceptVersion
    agreed_to: ConceptVersion | None = None
    """The earlier version to which the municipality agreed."""
    changes: tuple[Changed, ...] = ()
    """What changed since, for this municipality."""
    reply_form: str = ""
    """The name of the form for the answer."""


def request(told: Request, words: Wording) -> Document:
    """Return the letter."""
    values = {**names_of(told, told.texts), **version_values(told.version)}
    enclosed = [words.text("anfrage.concept", number=str(told.version.number))]
    if told.reply_form:
        enclosed.append(words.text("anfrage.reply", file=told.reply_form))
    annex = tuple(_annex(told, words))
    if annex and told.agreed_to is not None:
        enclosed.append(words.text("anfrage.annex", number=str(told.agreed_to.number)))
    document = letter(KEY, told, words, filled(told.texts.subject, values), _body(told, words, values), enclosed)
    return replace(document, blocks=(*document.blocks, *annex))


def version_values(version: ConceptVersion) -> dict[str, str]:
    """Return what the words in braces stand for that letters about a version know."""
    return {
        "Fassung": f"Fassung {version.number}",
        "Name der Fassung": quoted(version.name),
        "Stand": day(version.printed_on),
        "Fingerabdruck": short_fingerprint(version.fingerprint),
    }


def version_facts(version: ConceptVersion, words: Wording) -> dict[str, str]:
    """Return a version line by line: its number and name, its day, its fingerprint."""
    named = f"{version.number}, {quoted(version.name)}" if version.name.strip() else str(version.number)
    return {
        words.text("anfrage.version"): named,
        words.text("anfrage.dated"): day(version.printed_on),
        words.text("anfrage.fingerprint"): words.text(
            "anfrage.fingerprint_told", fingerprint=short_fingerprint(version.fingerprint)
        ),
    }


def short_fingerprint(fingerprint: str) -> str:
    """Return the beginning of a fingerprint in groups, as it is compared by eye."""
    return " ".join(fingerprint[start : start + _SHORT] for start in range(0, min(len(fingerprint), _SHOWN), _SHORT))


def _body(told: Request, words: Wording, values: dict[str, str]) -> Iterator[AnyBlock]:
    here = f"{KEY}/{told.municipality.id}"
    yield from written(f"{here}/text", told.texts.text, values)
    yield from facts_table(f"{here}/fassung", words.text("anfrage.alt"), version_facts(told.version, words))
    yield from _changes(here, told, words)
    last = until("anfrage.until", told, words, told.texts.last)
    yield paragraph(f"{here}/frist", last, ParagraphStyle.BOX, is_bold=True, address=told.return_address)
    yield paragraph(f"{here}/antwort", words.text("anfrage.how"))
    yield from written(f"{here}/schluss", told.texts.ending, values)


def _changes(here: str, told: Request, words: Wording) -> Iterator[AnyBlock]:
    """Yield what changed since the municipality agreed: nothing, a few lines, or where they stand."""
    if told.agreed_to is None:
        return
    number, count = str(told.agreed_to.number), len(told.changes)
    if not told.changes:
        yield paragraph(f"{here}/neu", words.text("anfrage.unchanged", number=number))
    elif count > _FEW:
        yield paragraph(f"{here}/neu", words.text("anfrage.many", number=number, count=str(count)))
    else:
        yield paragraph(f"{here}/neu", words.text("anfrage.few", number=number))
        lines = (": ".join(filter(None, (change.place, change.what))) for change in told.changes)
        yield Listing(id=f"{here}/neues", items=tuple((Run(line),) for line in dict.fromkeys(lines)))


def _annex(told: Request, words: Wording) -> Iterator[AnyBlock]:
    """Yield all changes, on sheets of their own."""
    if told.agreed_to is None or len(told.changes) <= _FEW:
        return
    here, number = f"{KEY}/{told.municipality.id}/anlage", str(told.agreed_to.number)
    title = words.text("anfrage.annex_title", number=number, version=str(told.version.number))
    yield Heading(id=f"{here}/titel", level=1, text=title, numbered=False, landscape=True, kind=BlockKind.RECORD)
    yield Table(
        id=f"{here}/tabelle",
        caption="",
        alt=title,
        columns=columns(words.lists["anfrage.columns"], "5 3 6 6"),
        rows=tuple(
            Row(f"{here}/{place}", (change.place, change.what, change.before, change.after))
            for place, change in enumerate(told.changes)
        ),
        landscape=True,
        kind=BlockKind.RECORD,
    )
