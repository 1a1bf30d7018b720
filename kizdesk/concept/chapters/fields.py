"""Write the fields of action by strand: situation, needs, evidence, guiding goal, goals and measures."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.concept.blocks import columns, refs, row, sentence, values_of
from kizdesk.concept.chapters.measures import goal_table, steckbrief
from kizdesk.concept.context import Context
from kizdesk.concept.prose import prose
from kizdesk.concept.tree import AnyBlock, Heading, Paragraph, ParagraphStyle, Run, Table
from kizdesk.concept.voices import heard, may_quote, printed
from kizdesk.domain.fields import FieldOfAction, Goal, Strand
from kizdesk.domain.interviews import EvidenceKind

_MANY = 3
"""From so many measures on a goal has an overview; fewer follow at once with their profiles."""


def fields(context: Context) -> Iterator[AnyBlock]:
    """Yield the adopted fields of both strands, before them what their priorities mean."""
    goals = (goal for field in context.facts.adopted for goal in context.facts.goals.get(field.id, ()))
    if any(measure.priority for goal in goals for measure in context.facts.measures.get(goal.id, ())):
        text = context.words.text("measure.priorities")
        yield sentence("handlungsfelder/prioritaeten", text, style=ParagraphStyle.NOTE)
    for strand in Strand:
        yield Heading(id=f"handlungsfelder/strang/{strand.value}", level=2, text=context.words.label(strand), values=())
        for field in context.facts.adopted:
            if field.strand is strand:
                yield from _field(context, field)


def _field(context: Context, field: FieldOfAction) -> Iterator[AnyBlock]:
    here, sources = f"handlungsfelder/{field.id}", refs(field)
    yield Heading(id=here, level=3, text=field.title, sources=sources, values=values_of(field.title, field.strand))
    yield from prose(f"{here}/beschreibung", field.description, sources=sources, style=ParagraphStyle.LEAD)
    for key, text in (("situation", field.situation), ("needs", field.needs)):
        yield _heading(context, here, key)
        yield from prose(f"{here}/{key}", text, sources=sources)
    yield _heading(context, here, "evidence")
    yield from _evidence(context, field)
    yield _heading(context, here, "guiding_goal")
    yield from prose(f"{here}/leitziel", field.guiding_goal, sources=sources, style=ParagraphStyle.BOX)
    for goal in context.facts.goals.get(field.id, ()):
        yield from _goal(context, goal)


def _heading(context: Context, here: str, key: str) -> Heading:
    return Heading(
        id=f"{here}/{key}/titel", level=4, text=context.words.text(f"fields.{key}"), numbered=False, values=()
    )


def _evidence(context: Context, field: FieldOfAction) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    order = {kind: index for index, kind in enumerate(EvidenceKind)}
    places = {ags: index for index, ags in enumerate(facts.ags)}
    found = sorted(
        heard(context, facts.evidence.get(field.id, ())),
        key=lambda voice: (order[voice.evidence.kind], places.get(voice.ags, -1), voice.evidence.id),
    )
    if not found:
        return
    here = f"handlungsfelder/{field.id}/belege"
    yield Table(
        id=here,
        caption=words.caption("field_evidence", title=field.title),
        columns=columns(words.columns("field_evidence"), "1.3 1.9 6"),
        rows=tuple(
            row(
                f"{here}/{voice.evidence.id}",
                words.label(voice.evidence.kind),
                facts.place(voice.ags),
                printed(context, voice, quotable=may_quote(context, voice.answer)),
                values=values_of(voice.evidence.kind, voice.ags, voice.evidence.wording),
                sources=refs(voice.evidence, voice.answer),
                municipalities=(voice.ags,),
            )
            for voice in found
        ),
        municipalities=tuple(sorted({voice.ags for voice in found})),
    )


def _goal(context: Context, goal: Goal) -> Iterator[AnyBlock]:
    here = f"ziel/{goal.id}"
    measures = context.facts.measures.get(goal.id, ())
    yield Heading(
        id=here,
        level=4,
        text=context.words.text("fields.goal", title=goal.title),
        numbered=False,
        values=(goal.title,),
        sources=refs(goal),
    )
    yield from prose(f"{here}/text", goal.description, sources=refs(goal))
    if not measures and not goal.description.strip():
        yield Paragraph(id=f"{here}/offen", runs=(Run(context.words.text("fields.no_measures")),), values=())
    if len(measures) >= _MANY:
        yield goal_table(context, goal, measures)
    for measure in measures:
        yield steckbrief(context, measure)
