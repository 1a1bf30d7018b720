"""Draw the figures of the project for the window: one picture for window, Word and print.

A figure is None where there is nothing to draw: a map of a kreisfreie Stadt or of municipalities without outlines,
a chart without data. The page then says in a sentence what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.figures import cost_chart as costs
from kizdesk.concept.figures import focus_time_line as time_lines
from kizdesk.concept.figures import heat_table as heat
from kizdesk.concept.figures import process_line as processes
from kizdesk.concept.figures.consent_map import Stand
from kizdesk.concept.figures.consent_map import consent_map as draw_consents
from kizdesk.concept.figures.district_map import field_picture, offerings_picture
from kizdesk.concept.figures.interviews_map import interviews_map as draw_interviews
from kizdesk.concept.figures.kinds_map import kinds_map as draw_kinds
from kizdesk.concept.figures.picture import Picture as Figure
from kizdesk.concept.figures.picture import Region, region_at
from kizdesk.concept.figures.urgency import NARROW, WIDE, urgency_picture, urgency_questions
from kizdesk.concept.survey import Survey
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.concept import materials
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_register import register

__all__ = [
    "Figure",
    "Region",
    "consent_map",
    "cost_chart",
    "district_map",
    "focus_time_line",
    "heat_table",
    "interviews_map",
    "offerings_map",
    "process_line",
    "region_at",
    "urgency_bars",
]


def consent_map(project: OpenProject, version_id: str, chosen: str = "") -> Figure | None:
    """Return where the municipalities stand on a version, one of them outlined; None where there is no map.

    Raises UserError if the version is gone.
    """
    version = project.snapshot.get(ConceptVersion, version_id)
    stands = {row.municipality_id: Stand(row.state, row.version) for row in register(project, version_id)}
    return draw_consents(_context(project), version.number, stands, chosen)


def district_map(project: OpenProject, chosen: str = "") -> Figure | None:
    """Return the municipalities by their kind, one of them outlined; None where there is no map."""
    return draw_kinds(_context(project), chosen)


def interviews_map(project: OpenProject) -> Figure | None:
    """Return how far the interviews are; None where there is no map."""
    return draw_interviews(_context(project))


def offerings_map(project: OpenProject, field_id: str = "") -> Figure | None:
    """Return the municipalities shaded by their offerings, as the concept prints them; None where there is no map.

    For a field of action only its offerings count; None while there is none of them.
    """
    context = _context(project)
    return field_picture(context, field_id) if field_id else offerings_picture(context)


def urgency_bars(project: OpenProject, *, narrow: bool = False) -> Figure | None:
    """Return how urgent the municipalities find each field; None while nobody has said so.

    A narrow one stands beside something else.
    """
    return urgency_picture(_context(project, with_urgency=True), NARROW if narrow else WIDE)


def focus_time_line(project: OpenProject) -> Figure | None:
    """Return the focus periods with the present day; None without a period."""
    return time_lines.focus_time_line(_context(project), project.now().date())


def cost_chart(project: OpenProject) -> Figure | None:
    """Return cost and funding as bars; None while neither a post nor a cost item is entered."""
    return costs.cost_chart(_context(project))


def heat_table(project: OpenProject) -> Figure | None:
    """Return the offerings per field and municipality, a cell being ``field|municipality``; None without offerings."""
    return heat.heat_table(_context(project))


def process_line(project: OpenProject) -> Figure | None:
    """Return the consultations in order of date with the present day; None without one."""
    return processes.process_line(_context(project), project.now().date())


def _context(project: OpenProject, *, with_urgency: bool = False) -> Context:
    """Return what a figure is made from; answers that it does not show are left out to be quick."""
    things = materials(project)
    answers = _answers(project.snapshot, [things.guide, *things.guides.values()]) if with_urgency else Snapshot()
    return Context(Facts(project.snapshot), things, Survey(answers, things.guide, things.guides, things.indicators))


def _answers(snapshot: Snapshot, guides: Iterable[Guide]) -> Snapshot:
    """Return the interviews with the answers that urgency is read from."""
    wanted = frozenset[str]().union(*map(urgency_questions, guides))
    answers = {key: answer for key, answer in snapshot.by_id(Answer).items() if answer.question_id in wanted}
    return Snapshot({Interview: snapshot.by_id(Interview), Answer: answers})
