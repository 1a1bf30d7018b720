"""Step 6, Organisation und Kosten: the chosen variant and the cost sheet."""

from __future__ import annotations

from kizdesk.domain.changes import Change
from kizdesk.domain.cost import CostItem, CostSheet, Post, cost_sheet
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import updates


def choose_variant(project: OpenProject, variant_id: str) -> None:
    """Choose one variant of organisation and no other."""
    snapshot = project.snapshot
    snapshot.get(OrganisationVariant, variant_id)
    changes: list[Change] = []
    for variant in snapshot.all(OrganisationVariant):
        changes += updates(variant, {"chosen": variant.id == variant_id})
    project.commit("Organisationsvariante wählen", *changes)


def present_cost(project: OpenProject) -> CostSheet:
    """Return the yearly cost and funding of the centre as the project has it."""
    return cost_sheet(project.snapshot.all(Post), project.snapshot.all(CostItem))
