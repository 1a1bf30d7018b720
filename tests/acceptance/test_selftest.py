"""The selftest: it passes in an empty folder and leaves nothing in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.cli.app import run
from kizdesk.library import Library
from tests.acceptance.conftest import run_program


def test_the_selftest_passes_and_leaves_nothing_behind(tmp_path: Path) -> None:
    outcome = run_program("selftest", environment={"TMPDIR": str(tmp_path)})

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "FEHLER" not in outcome.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_data_of_the_program_fails_the_selftest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Library, "check_all", lambda _library: ["Die Karte fehlt."])

    assert run(["selftest"]) == 1
    assert "FEHLER  Daten des Programms: Die Karte fehlt." in capsys.readouterr().out
