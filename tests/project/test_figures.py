"""Test that the window gets its figures from the project, quickly and true to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.figures import (
    Figure,
    consent_map,
    cost_chart,
    focus_time_line,
    heat_table,
    interviews_map,
    offerings_map,
    process_line,
    region_at,
    urgency_bars,
)
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings

FIGURES: list[Callable[[OpenProject], Figure | None]] = [
    interviews_map, offerings_map, urgency_bars, focus_time_line, cost_chart, heat_table, process_line,
]  # fmt: skip


@pytest.mark.parametrize("draw", FIGURES)
def test_the_example_has_every_figure(example: OpenProject, draw: Callable[[OpenProject], Figure | None]) -> None:
    figure = draw(example)
    assert figure is not None
    assert len(figure.alt) > 60


def test_the_map_of_the_example_knows_its_municipalities(example: OpenProject) -> None:
    version = example.snapshot.all(ConceptVersion)[-1]
    figure = consent_map(example, version.id)
    assert figure is not None
    assert f"Fassung {version.number}" in figure.alt
    assert figure.attribution
    for region in figure.regions:
        xs, ys = zip(*(point for ring in region.rings for point in ring), strict=True)
        inside = [
            region_at(figure, min(xs) + (max(xs) - min(xs)) * a / 20, min(ys) + (max(ys) - min(ys)) * b / 20)
            for a in range(20)
            for b in range(20)
        ]
        assert region.id in inside


def test_the_offerings_of_one_field_have_a_map_of_their_own(example: OpenProject) -> None:
    figure = offerings_map(example, "sprache")
    assert figure is not None
    assert figure.alt.startswith("Angebote im Handlungsfeld „Sprachförderung“ nach Kommunen: Dormagen 1,")


def test_a_map_to_a_version_that_is_gone_is_refused(example: OpenProject) -> None:
    with pytest.raises(UserError, match="nicht mehr vorhanden"):
        consent_map(example, "weg")


def test_urgency_reads_as_the_concept_does(example: OpenProject) -> None:
    figure = urgency_bars(example)
    assert figure is not None
    assert "Sprachförderung 4,1 (Spanne 3 bis 5, sechs Nennungen)" in figure.alt


def test_the_narrow_chart_of_urgency_names_the_fields_in_full(example: OpenProject) -> None:
    figure = urgency_bars(example, narrow=True)
    assert figure is not None
    assert "Migrantenselbstorganisationen" in figure.svg
    assert "Zusammenleben im Quartier" in figure.svg


def test_a_city_has_no_map(tmp_path_factory: pytest.TempPathFactory, surroundings: Surroundings) -> None:
    path = tmp_path_factory.mktemp("stadt") / "bielefeld.kizdesk"
    create(path, NewProject("05711"), surroundings)
    with OpenProject.open(path, surroundings) as city:
        assert interviews_map(city) is None
        assert offerings_map(city) is None
