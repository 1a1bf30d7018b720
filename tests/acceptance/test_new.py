"""New projects: from the catalogue, for a kreisfreie Stadt, for a district outside the catalogue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kizdesk.places import resources_dir
from tests.acceptance.conftest import run_here


def begun(tmp_path: Path, *arguments: object) -> Path:
    """Return a new project made with some arguments."""
    path = tmp_path / "neu.kizdesk"
    outcome = run_here("new", path, *arguments)
    assert outcome.returncode == 0, outcome.stderr
    return path


def names(project: Path, kind: str) -> list[str]:
    """Return the names of the records of a kind."""
    target = project.with_suffix(".json")
    assert run_here("export-data", project, target).returncode == 0
    records = json.loads(target.read_text(encoding="utf-8"))["records"][kind]
    return [record["name"] for record in records]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return the municipalities of a district that the catalogue does not know, in its layout."""
    lines = (resources_dir() / "catalogue" / "gemeinden_nrw.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = [line.replace("05162", "07232").replace("Rhein-Kreis Neuss", "Eifelkreis") for line in lines[1:]]
    path = tmp_path / "kommunen.csv"
    path.write_text("\n".join([lines[0], *(row for row in rows if "07232" in row)]), encoding="utf-8")
    return path


def test_a_district_outside_the_catalogue_comes_from_a_table(table: Path, tmp_path: Path) -> None:
    project = begun(tmp_path, "--district", "07232", "--municipalities", table)

    assert names(project, "district") == ["Eifelkreis"]
    assert len(names(project, "municipality")) == 8
    assert run_here("export", project, "--out", tmp_path / "aus").returncode == 0


def test_a_table_of_another_district_is_refused(table: Path, tmp_path: Path) -> None:
    outcome = run_here("new", tmp_path / "neu.kizdesk", "--district", "05162", "--municipalities", table)

    assert outcome.returncode == 1
    assert "Schlüssel" in outcome.stderr
    assert not (tmp_path / "neu.kizdesk").exists()


def test_an_unknown_district_is_refused_with_the_way_out(tmp_path: Path) -> None:
    outcome = run_here("new", tmp_path / "neu.kizdesk", "--district", "99999")

    assert outcome.returncode == 1
    assert "--municipalities" in outcome.stderr


def test_a_kreisfreie_stadt_needs_no_consents(tmp_path: Path) -> None:
    project = begun(tmp_path, "--district", "05111")

    found = json.loads(run_here("check", project, "--json").stdout)["findings"]
    assert names(project, "municipality") == []
    assert not any(finding["rule"].startswith("consent") for finding in found)
    assert run_here("export", project, "--out", tmp_path / "aus").returncode == 0


@pytest.mark.parametrize("year", ["2012", "2022"])
def test_an_empty_project_prints_under_both_laws(year: str, tmp_path: Path) -> None:
    project = begun(tmp_path, "--district", "05566", "--legal-basis", year, "--title", "Zusammen in Steinfurt")

    assert run_here("export", project, "--out", tmp_path / "aus").returncode == 0
