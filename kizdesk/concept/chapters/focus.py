"""Write the focus: how urgent the fields are, the period, the chosen fields with reasons, earlier periods."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.blocks import PLACE, all_refs, columns, referring, refs, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.figures.focus_time_line import focus_time_line
from kizdesk.concept.figures.urgency import draw_urgency, urgencies, urgency_alt
from kizdesk.concept.german import capital, day, listed, number, quoted
from kizdesk.concept.prose import prose
from kizdesk.concept.tree import AnyBlock, Figure, Heading, ParagraphStyle, Run, Table
from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.focus import Focus, FocusPeriod


def focus(context: Context) -> Iterator[AnyBlock]:
    """Yield urgency, current period by strand, promise and the other periods."""
    current = current_period(context)
    if current is not None:
        yield from _current(context, current)
    yield from _urgency(context)
    if current is not None:
        yield Heading(id="schwerpunkte/verpflichtung", level=2, text=context.words.text("focus.commitment"), values=())
        yield from prose(f"schwerpunkte/{current.id}/verpflichtung", current.self_commitment, sources=refs(current))
        yield from _others(context, current)


def current_period(context: Context) -> FocusPeriod | None:
    """Return the period that the concept sets: that of its date, else the next one, else the last."""
    periods, dated = context.facts.periods, context.facts.project.concept_date
    if dated is not None:
        ahead = [period for period in periods if period.ends >= dated]
        if ahead:
            return ahead[0]
    return periods[-1] if periods else None


def chosen_fields(context: Context, period: FocusPeriod) -> list[tuple[Focus, FieldOfAction]]:
    """Return the fields of a period with their reasons; a field that is gone is left out."""
    known = context.facts.snapshot.by_id(FieldOfAction)
    return [(item, known[item.field_id]) for item in context.facts.focuses.get(period.id, ()) if item.field_id in known]


def _current(context: Context, period: FocusPeriod) -> Iterator[AnyBlock]:
    words = context.words
    chosen = chosen_fields(context, period)
    yield sentence(
        f"schwerpunkte/{period.id}/satz",
        words.text(
            "focus.period",
            district=context.district.nominative,
            starts=day(period.starts),
            ends=day(period.ends),
            count=words.count("schwerpunkt", len(chosen)),
        ),
        period.starts, period.ends, [field.id for _, field in chosen],
        sources=refs(period),
    )  # fmt: skip
    yield from prose(
        f"schwerpunkte/{period.id}/anmerkung", period.note, sources=refs(period), style=ParagraphStyle.NOTE
    )
    for strand in Strand:
        yield Heading(id=f"schwerpunkte/strang/{strand.value}", level=2, text=words.label(strand), values=())
        for item, field in chosen:
            if field.strand is strand:
                here = f"schwerpunkte/{item.id}"
                yield Heading(id=here, level=3, text=field.title, values=(field.title,), sources=refs(item, field))
                yield from prose(f"{here}/grund", item.reason, sources=refs(item))
                if not item.reason.strip():
                    yield sentence(f"{here}/ohne", words.text("focus.chosen", title=field.title), field.id)


def _urgency(context: Context) -> Iterator[AnyBlock]:
    words, items = context.words, urgencies(context)
    if not items:
        return
    yield Heading(id="schwerpunkte/dringlichkeit", level=2, text=words.text("urgency.title"), values=())
    often = max(len(item.grades) for item in items)
    least = -(-often // 2)
    top = [item.title for item in items if item.grades and len(item.grades) >= least][:3]
    if len(top) == 3:
        text = words.text(
            "urgency.text_least" if least > 1 else "urgency.text",
            top=listed(quoted(title) for title in top), least=number(least),
        )  # fmt: skip
        figure = Run(words.text("urgency.figure"), refers="schwerpunkte/dringlichkeit/bild")
        shown = words.text("urgency.shown", place=PLACE)
        yield sentence("schwerpunkte/dringlichkeit/satz", referring(f"{text} {shown}", figure), top)
    yield Figure(
        id="schwerpunkte/dringlichkeit/bild",
        caption=words.caption("urgency"),
        alt=urgency_alt(context, items),
        svg=draw_urgency(context, items),
        note=words.text("urgency.note"),
        values=values_of([(item.field_id, item.title, list(item.grades), item.named) for item in items]),
    )


def _others(context: Context, current: FocusPeriod) -> Iterator[AnyBlock]:
    words = context.words
    others = [period for period in context.facts.periods if period.id != current.id]
    if not others:
        return
    yield Heading(id="schwerpunkte/weitere", level=2, text=words.text("focus.others"), values=())
    drawn = focus_time_line(context, current.starts, printed=True)
    if drawn is not None:
        yield Figure(
            id="schwerpunkte/zeitleiste",
            caption=words.caption("time_line"),
            alt=drawn.alt,
            svg=drawn.svg,
            values=(),
            sources=all_refs(context.facts.periods),
        )
    yield Table(
        id="schwerpunkte/weitere/tabelle",
        caption=words.caption("focus_periods"),
        columns=columns(words.columns("focus_periods"), "2.6 3.4 3.4"),
        rows=tuple(
            row(
                f"schwerpunkte/weitere/{period.id}",
                words.text("focus.span", starts=day(period.starts), ends=day(period.ends)),
                *(_titles(context, period, strand) for strand in Strand),
                values=values_of(
                    period.starts,
                    period.ends,
                    [(field.title, field.strand) for _, field in chosen_fields(context, period)],
                ),
                sources=refs(period),
            )
            for period in others
        ),
        sources=all_refs(others),
    )


def _titles(context: Context, period: FocusPeriod, strand: Strand) -> str:
    titles = [field.title for _, field in chosen_fields(context, period) if field.strand is strand]
    return capital("\n".join(titles)) or "–"
