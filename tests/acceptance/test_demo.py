"""The example: one command writes project and concept, without a network, and destroys nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.conftest import Outcome, contents, run_here, run_program

PROJECT = "Beispiel Rhein-Kreis Neuss.kizdesk"
CONCEPT = "Integrationskonzept.docx"
PAPERS = {"Sitzungsvorlage.docx", "Sachstandsbericht.docx"}
NO_NETWORK = """
import sys

def refuse(event, _arguments):
    if event in ("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        raise AssertionError(f"the program reached for the network: {event}")

sys.addaudithook(refuse)
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """Run the example once, where every reach for the network fails."""
    folder = tmp_path_factory.mktemp("demo") / "ausgabe"
    return folder, run_program("demo", "--headless", "--out", folder, prelude=NO_NETWORK)


def test_the_example_is_written_without_opening_a_socket(written: tuple[Path, Outcome]) -> None:
    _, outcome = written

    assert outcome.returncode == 0, outcome.stderr


def test_the_guard_against_the_network_works() -> None:
    outcome = run_program("--version", prelude=f"{NO_NETWORK}\nimport socket\nsocket.socket()")

    assert "reached for the network" in outcome.stderr


def test_project_concept_and_papers_stand_in_the_folder(written: tuple[Path, Outcome]) -> None:
    folder, _ = written

    assert {PROJECT, CONCEPT, *PAPERS} <= set(contents(folder))


def test_it_ends_with_what_it_wrote_and_where(written: tuple[Path, Outcome]) -> None:
    folder, outcome = written

    assert str(folder / PROJECT) in outcome.stdout
    assert str(folder / CONCEPT) in outcome.stdout


def test_the_example_is_sound(written: tuple[Path, Outcome]) -> None:
    folder, _ = written

    assert run_here("verify", folder / PROJECT).returncode == 0


def test_a_second_run_leaves_the_first_example_as_it_is(written: tuple[Path, Outcome]) -> None:
    folder, _ = written
    before = contents(folder)

    outcome = run_program("demo", "--headless", "--out", folder)

    after = contents(folder)
    assert outcome.returncode == 0, outcome.stderr
    assert after[PROJECT] == before[PROJECT]
    assert after["Integrationskonzept (2).docx"] == before[CONCEPT]
    assert "Beispiel Rhein-Kreis Neuss (2).kizdesk" in after
    assert "bleibt, wie es ist" in outcome.stdout


def test_the_example_comes_back_from_its_data_byte_by_byte(written: tuple[Path, Outcome], tmp_path: Path) -> None:
    folder, _ = written
    steps = (
        ("export-data", folder / PROJECT, tmp_path / "1.json"),
        ("import-data", tmp_path / "1.json", tmp_path / "neu.kizdesk"),
        ("export-data", tmp_path / "neu.kizdesk", tmp_path / "2.json"),
    )

    assert [run_here(*step).returncode for step in steps] == [0, 0, 0]
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()
