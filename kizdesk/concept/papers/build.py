"""Build the document tree of a paper, field by field in the order of its layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kizdesk.concept.blocks import label_columns
from kizdesk.concept.german import day
from kizdesk.concept.papers.blocks import amounts, choice, questions, signature, stops, text_of
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.layout import FieldType, LayoutField, Look
from kizdesk.concept.papers.lines import as_typed
from kizdesk.concept.papers.parts.head import authority
from kizdesk.concept.papers.values import FieldValue, values_of
from kizdesk.concept.prose import cell_text, prose
from kizdesk.concept.tree import (
    AnyBlock,
    BlockKind,
    Document,
    Heading,
    Layout,
    Paragraph,
    Row,
    Run,
    Table,
    TableHead,
)

Values = dict[str, FieldValue]
_ROOM = "\N{NO-BREAK SPACE}"
"""What an empty cell holds, to be filled in by hand."""


def paper_document(brief: Brief) -> Document:
    """Return the paper as it stands."""
    values = dict(values_of(brief))
    title = paper_title(brief, values)
    project = brief.context.facts.project
    return Document(
        title=title,
        subtitle=project.title,
        district=authority(brief),
        status="",
        version="",
        dated=day(brief.dated),
        notice=project.notice,
        imprint=(),
        keywords=brief.words.lists["keywords"],
        blocks=tuple(replace(block, kind=BlockKind.RECORD) for block in _blocks(brief, values)),
        layout=Layout.PAPER,
        footer=brief.words.text("footer", paper=title, day=f"{brief.dated:%d.%m.%Y}"),
    )


def paper_title(brief: Brief, values: Values) -> str:
    """Return the title: with the number or the words of its field, or bare."""
    field = next((field for field in brief.layout.fields if field.look is Look.TITLE), None)
    held = values[field.key].text.strip() if field is not None else ""
    return brief.layout.heading.format(value=held) if held else brief.layout.bare


def _blocks(brief: Brief, values: Values) -> Iterator[AnyBlock]:
    shown = [field for field in brief.layout.fields if not field.if_filled or _is_filled(brief, field, values)]
    for look, group in groupby(shown, key=lambda field: field.look):
        fields = list(group)
        if look is Look.ROW:
            yield from _rows(brief, fields, values)
        else:
            for field in fields:
                yield from _block(brief, field, values)


def _is_filled(brief: Brief, field: LayoutField, values: Values) -> bool:
    if field.type is FieldType.STOPS:
        return bool(brief.stops)
    if field.type is FieldType.QUESTIONS:
        return bool(brief.questions)
    return any(values[key].text.strip() for key in field.keys)


def _block(brief: Brief, field: LayoutField, values: Values) -> Iterator[AnyBlock]:
    here, text = f"vorlage/{field.key}", values[field.key].text if field.key in values else ""
    match field.look:
        case Look.LETTERHEAD:
            if text.strip():
                yield Paragraph(id=here, runs=(Run(" ".join(text.split()), bold=True),))
        case Look.TITLE:
            yield Heading(id=here, level=1, text=paper_title(brief, values), numbered=False)
        case Look.SIGNATURE:
            yield from signature(brief, here, text)
        case Look.SECTION:
            yield Heading(id=f"{here}/titel", level=2, text=field.heading or field.label, numbered=False)
            yield from _content(brief, field, text)
        case _:
            yield from _content(brief, field, text)


def _content(brief: Brief, field: LayoutField, text: str) -> Iterator[AnyBlock]:
    here = f"vorlage/{field.key}"
    match field.type:
        case FieldType.STOPS:
            yield from stops(brief, field)
        case FieldType.QUESTIONS:
            yield from questions(brief)
        case FieldType.LIST:
            yield from text_of(here, text)
        case FieldType.LINE | FieldType.DAY:
            yield Paragraph(id=here, runs=(Run(" ".join(text.split()) or _ROOM),))
        case _:
            yield from prose(here, as_typed(text)) if text.strip() else [Paragraph(id=here, runs=(Run(_ROOM),))]


def _rows(brief: Brief, fields: Sequence[LayoutField], values: Values) -> Iterator[AnyBlock]:
    """Yield rows as tables: a heading or a table of amounts begins a new one."""
    held: list[LayoutField] = []
    for field in fields:
        if held and (field.heading or field.type is FieldType.AMOUNTS):
            yield _profile(brief, held, values)
            held = []
        if field.heading:
            yield Heading(id=f"vorlage/{field.key}/titel", level=2, text=field.heading, numbered=False)
        if field.type is FieldType.AMOUNTS:
            yield amounts(brief, field, values)
        else:
            held.append(field)
    if held:
        yield _profile(brief, held, values)


def _profile(brief: Brief, fields: Sequence[LayoutField], values: Values) -> Table:
    return Table(
        id=f"vorlage/{fields[0].key}/tabelle",
        caption="",
        alt="; ".join(field.label for field in fields),
        columns=label_columns(),
        rows=tuple(Row(f"vorlage/{field.key}", (field.label, _cell(brief, field, values))) for field in fields),
        head=TableHead.ROWS,
    )


def _cell(brief: Brief, field: LayoutField, values: Values) -> str:
    text = values[field.key].text.strip()
    if field.type is FieldType.CHOICE:
        return choice(brief, field, text)
    return cell_text(text) if text else _ROOM
