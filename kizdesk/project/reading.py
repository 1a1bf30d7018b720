"""Gather what reads of several steps need: the facts of the project, and a way to word answers as they were given."""

from __future__ import annotations

from datetime import date

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.materials import Materials
from kizdesk.concept.outline import Outline
from kizdesk.concept.survey import Survey
from kizdesk.concept.wording import Wording
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Evidence
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import OpenProject


def guide_in_force(project: OpenProject) -> Guide:
    """Return the guide of the project."""
    return project.guides.present


def facts_of(project: OpenProject) -> Facts:
    """Return the project as the chapters look at it."""
    return Facts(project.snapshot)


def reading_context(project: OpenProject, *, with_answers: bool = False) -> Context:
    """Return a context that words answers as they were given, in full; the map stays out of it.

    For print, passages without an Einwilligung are left out; on the screen of the office nothing is.
    """
    return context_of(project, project.snapshot, guide_in_force(project), with_answers=with_answers)


def context_of(project: OpenProject, snapshot: Snapshot, guide: Guide, *, with_answers: bool = False) -> Context:
    """Return a context that words the answers of a moment under a guide as they were given, in full."""
    unmarked = Snapshot({kind: snapshot.by_id(kind) for kind in RECORD_TYPES if kind is not Evidence})
    things = _materials(project, guide)
    survey = Survey(unmarked if with_answers else Snapshot(), guide, things.guides, things.indicators)
    return Context(Facts(unmarked), things, survey)


def short_day(day: date) -> str:
    """Return a date as lists show it: ``17.01.2013``."""
    return f"{day:%d.%m.%Y}"


def _materials(project: OpenProject, guide: Guide) -> Materials:
    library = project.library
    return Materials(
        legal_basis=library.legal_basis(project.settings.legal_basis_id),
        guide=guide,
        guides=project.guides.held(),
        outline=Outline(()),
        wording=Wording.of(library.toml("concept/wording.toml")),
        indicators=library.indicators(),
    )
