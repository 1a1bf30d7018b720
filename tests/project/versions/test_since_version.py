"""Tell what changed since a version, and for whom."""

from __future__ import annotations

from kizdesk.domain.fields import Measure
from kizdesk.domain.places import Municipality
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.versions.since import since_version


def test_nothing_is_said_while_nothing_changed(example: OpenProject) -> None:
    assert since_version(example, version(example)).sentence == ""


def test_a_measure_of_two_municipalities_is_named_with_both(example: OpenProject) -> None:
    change(example, "massnahme-02")

    assert since_version(example, version(example)).sentence == (
        "Seit Fassung 1 geändert: 6.1.1 Maßnahme „Übergabegespräche zwischen …“. Das betrifft Grevenbroich und Kaarst."
    )


def test_what_holds_for_the_whole_district_concerns_all(example: OpenProject) -> None:
    for name in ("massnahme-01", "massnahme-02", "massnahme-03", "massnahme-04"):
        change(example, name)
    since = since_version(example, version(example))

    assert len(since.concerned) == len(example.snapshot.all(Municipality))
    assert since.sentence.endswith(" und 2 weitere Stellen. Das betrifft alle Kommunen.")


def change(project: OpenProject, measure: str) -> None:
    set_value(project, Measure, measure, "lead", "Schulamt")


def version(project: OpenProject) -> str:
    return project.snapshot.all(ConceptVersion)[0].id
