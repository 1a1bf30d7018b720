"""Try what holds the kept files: a difference is told with what to run, and the option keeps anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.conftest import ROOT
from tests.acceptance.kept import COMMAND, hold

CHECK = """
from pathlib import Path

from tests.acceptance.kept import hold


def test_kept(request):
    hold("Neu\\n", Path(__file__).with_name("kept.txt"), update=request.config.getoption("--update-acceptance"))
"""


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a test that keeps a file in a folder."""
    (folder / "test_kept.py").write_text(CHECK, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider", *options, str(folder)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_difference_is_told_with_the_line_to_run(tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("Anfang\nAlt\nEnde\n", encoding="utf-8")

    with pytest.raises(pytest.fail.Exception) as failed:
        hold("Anfang\nNeu\nEnde\n", kept, update=False)

    said = str(failed.value).splitlines()
    assert [line for line in said if line in ("-Alt", "+Neu")] == ["-Alt", "+Neu"]
    assert said[-1].endswith(COMMAND)
    assert kept.read_text(encoding="utf-8") == "Anfang\nAlt\nEnde\n"


def test_a_long_difference_is_cut(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match="more lines"):
        hold("Zeile\n" * 1000, tmp_path / "kept.txt", update=False)


def test_a_file_that_is_missing_fails_without_the_option(tmp_path: Path) -> None:
    told = run(tmp_path)

    assert told.returncode == 1
    assert COMMAND in told.stdout
    assert not (tmp_path / "kept.txt").exists()


def test_the_option_keeps_anew_and_then_the_test_passes(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("Alt\n", encoding="utf-8")

    assert run(tmp_path, "--update-acceptance").returncode == 0
    assert (tmp_path / "kept.txt").read_text(encoding="utf-8") == "Neu\n"
    assert run(tmp_path).returncode == 0
