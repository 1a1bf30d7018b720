import os
import subprocess
import sys
from pathlib import Path

import pytest

from kizdesk import __version__

HEAVY = ("sqlalchemy", "sqlcipher3", "docx", "lxml", "typst", "PySide6", "kizdesk.store", "kizdesk.writers")
SCRIPT = f"""
import sys
from kizdesk.cli.app import run
run(sys.argv[1:])
print(*[name for name in {HEAVY!r} if name in sys.modules])
"""


def loaded(*arguments: str) -> str:
    """Return what a command printed, and below it the heavy modules it loaded."""
    command = [sys.executable, "-c", SCRIPT, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    assert loaded("--version") == f"kizdesk {__version__}\n\n"


def test_checking_loads_nothing_that_writes_papers(tmp_path: Path) -> None:
    assert "docx" not in loaded("check", str(tmp_path / "fehlt.kizdesk"))


def test_german_is_printed_whatever_the_machine_speaks() -> None:
    command = [sys.executable, "-m", "kizdesk", "--help"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    result = subprocess.run(command, capture_output=True, env=environment, timeout=60, check=False)

    assert result.returncode == 0
    assert "Prüft, ob" in result.stdout.decode("utf-8")


def test_the_program_starts_as_a_module() -> None:
    command = [sys.executable, "-m", "kizdesk", "--version"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert (result.returncode, result.stdout) == (0, f"kizdesk {__version__}\n")


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "{neuss}"), ("verify", "{neuss}")])
def test_a_result_that_cannot_be_printed_is_a_fault_of_the_disk(arguments: tuple[str, ...], neuss: Path) -> None:
    command = [sys.executable, "-m", "kizdesk", *(argument.format(neuss=neuss) for argument in arguments)]
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)

    assert result.returncode == 3
    assert result.stderr == "Die Ausgabe lässt sich nicht schreiben. Bitte prüfen, ob der Datenträger voll ist.\n"
