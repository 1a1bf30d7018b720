"""Make the blocks that only papers have: boxes to tick, Beratungsfolge, amounts, questions, the place to sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_lowercase

from kizdesk.concept.blocks import columns, label_columns, refs
from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.layout import LayoutField, StopColumn
from kizdesk.concept.papers.lines import as_typed
from kizdesk.concept.papers.stops import Stop, stop_cells
from kizdesk.concept.papers.values import FieldValue, answer_of
from kizdesk.concept.prose import prose
from kizdesk.concept.tree import (
    AnyBlock,
    Heading,
    Listing,
    Paragraph,
    ParagraphStyle,
    Row,
    Run,
    Table,
    TableHead,
)
from kizdesk.concept.votes_text import conditions_text
from kizdesk.domain.votes import VoteResult

_ROOM = "\N{NO-BREAK SPACE}"
_GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
_WIDTHS = {
    StopColumn.BODY: (2.6, "l"),
    StopColumn.DAY: (1.75, "l"),
    StopColumn.PUBLIC: (2.0, "l"),
    StopColumn.RAPPORTEUR: (2.0, "l"),
    StopColumn.AGENDA_ITEM: (0.95, "c"),
    StopColumn.UNANIMOUS: (1.05, "c"),
    StopColumn.MAJORITY: (1.2, "c"),
    StopColumn.YES: (0.7, "c"),
    StopColumn.NO: (0.85, "c"),
    StopColumn.ABSTENTIONS: (1.05, "c"),
    StopColumn.NOTED: (1.05, "c"),
    StopColumn.DEFERRED: (1.25, "c"),
    StopColumn.REFERRED: (1.6, "l"),
}
"""Shares of the width, in centimetres where all columns stand side by side, and how the cells stand."""
_SHORT = 44
"""Letters of all options together up to which they stand side by side."""


def choice(brief: Brief, field: LayoutField, chosen: str) -> str:
    """Return the options of a field, each with its box, the chosen one ticked."""
    boxes = [
        f"{brief.words.text('checked' if option.key == chosen else 'unchecked')}\N{NO-BREAK SPACE}{option.text}"
        for option in field.options
    ]
    side_by_side = sum(len(option.text) for option in field.options) <= _SHORT
    return (_GAP if side_by_side else "\n").join(boxes)


def stops(brief: Brief, field: LayoutField) -> Iterator[AnyBlock]:
    """Yield the Beratungsfolge as a table, and below it the conditions under which somebody agreed."""
    words = brief.words
    if not brief.stops:
        yield Paragraph(id="vorlage/beratungsfolge/keine", runs=(Run(words.text("columns.none"), italic=True),))
        return
    shares = [_WIDTHS[column] for column in field.columns]
    titles = tuple(words.text(_title(field, column)) for column in field.columns)
    yield Table(
        id="vorlage/beratungsfolge",
        caption="",
        alt=words.text("columns.alt"),
        columns=columns(titles, " ".join(str(share) for share, _ in shares), "".join(stand for _, stand in shares)),
        rows=tuple(_stop_row(brief, field, stop) for stop in brief.stops),
    )
    told = {stop.vote.id: stop for stop in brief.stops if stop.vote is not None}  # a meeting may be named twice
    for stop in told.values():
        if stop.vote is not None and stop.vote.result is VoteResult.WITH_CONDITIONS:
            text = words.text("columns.conditions", body=stop.name, conditions=conditions_text(stop.vote))
            yield Paragraph(
                id=f"vorlage/beratungsfolge/{stop.vote.id}/bedingungen",
                runs=(Run(text),),
                style=ParagraphStyle.NOTE,
                sources=refs(stop.vote),
            )


def _title(field: LayoutField, column: StopColumn) -> str:
    """Return the key of a column's title; beside the result of a vote there is room for a short one only."""
    is_narrow = column is StopColumn.DAY and StopColumn.UNANIMOUS in field.columns
    return f"columns.{column.value}{'_kurz' * is_narrow}"


def _stop_row(brief: Brief, field: LayoutField, stop: Stop) -> Row:
    cells = stop_cells(stop, public=brief.words.text("columns.public"), closed=brief.words.text("columns.closed"))
    return Row(
        f"vorlage/beratungsfolge/{stop.consultation.id}",
        tuple(cells.get(column, "") or _ROOM for column in field.columns),
        sources=refs(stop.consultation, stop.body, stop.vote),
    )


def amounts(brief: Brief, field: LayoutField, values: Mapping[str, FieldValue]) -> Table:
    """Return the amounts, one plan of the budget beside the other."""
    plans = list(dict.fromkeys(line.plan for line in field.amounts))
    of_plan = [[line for line in field.amounts if line.plan == plan] for plan in plans]
    amount = brief.words.text("amounts.column")
    titles = tuple(title for plan in plans for title in (plan, amount))
    rows = []
    for place in range(max(map(len, of_plan))):
        cells: list[str] = []
        for lines in of_plan:
            line = lines[place] if place < len(lines) else None
            cells += [line.label, values[line.key].text.strip() or _ROOM] if line is not None else ["", ""]
        rows.append(Row(f"vorlage/{field.key}/{place}", tuple(cells)))
    return Table(
        id=f"vorlage/{field.key}",
        caption="",
        alt=brief.words.text("amounts.alt"),
        columns=columns(titles, " ".join(["2", "2.4"] * len(plans)), "ll" * len(plans)),
        rows=tuple(rows),
    )


def _asked(brief: Brief) -> Iterator[AnyBlock]:
    """Yield the questions of the body with their letters."""
    if brief.questions:
        yield Paragraph(id="vorlage/fragen/gestellt", runs=(Run(brief.words.text("report.asked")),))
        yield Table(
            id="vorlage/fragen/liste",
            caption="",
            alt=brief.words.text("report.asked"),
            columns=label_columns(0.07),
            rows=tuple(
                Row(f"vorlage/fragen/liste/{question.id}", (f"{letter}.", " ".join(question.question.split())))
                for letter, question in zip(_letters(), brief.questions, strict=False)
            ),
            head=TableHead.ROWS,
        )


def questions(brief: Brief) -> Iterator[AnyBlock]:
    """Yield the questions with their letters, then the answers, each below its letter."""
    yield from _asked(brief)
    for letter, question in zip(_letters(), brief.questions, strict=False):
        here, answer = f"vorlage/fragen/{question.id}", answer_of(brief, question)
        title = brief.words.text("report.question", letter=letter)
        yield Heading(id=f"{here}/titel", level=3, text=title, numbered=False)
        if answer.text.strip():
            yield from prose(here, as_typed(answer.text), sources=refs(question))
        else:
            yield Paragraph(id=here, runs=(Run(brief.words.text("no_answer"), italic=True),), sources=refs(question))


def text_of(here: str, text: str) -> Iterator[AnyBlock]:
    """Yield the lines of a field as a list, or as a paragraph if it is only one."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        yield Listing(id=here, items=tuple((Run(line),) for line in lines))
    else:
        yield Paragraph(id=here, runs=(Run("".join(lines) or _ROOM),))


def signature(brief: Brief, here: str, text: str) -> Iterator[AnyBlock]:
    """Yield the place to sign, with the function of who does."""
    label = text.strip() or brief.words.text("signature_line")
    yield Table(
        id=here,
        caption="",
        alt=brief.words.text("signature_line"),
        columns=label_columns(),
        rows=(Row(f"{here}/zeile", (label, f"{_ROOM}\n{_ROOM}\n{_ROOM}")),),
        head=TableHead.ROWS,
    )


def _letters() -> Iterator[str]:
    """Yield a, b to z, then aa, ab and so on."""
    yield from ascii_lowercase
    for first in ascii_lowercase:
        yield from (first + second for second in ascii_lowercase)
