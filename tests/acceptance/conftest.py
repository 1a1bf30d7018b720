"""Run the program as people do: in a process of its own, on files in a folder."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import pytest

from kizdesk.cli.app import run

ROOT = Path(__file__).resolve().parent.parent.parent
Outcome = subprocess.CompletedProcess[str]
ALONE = {"PATH": "", "PYTHONUTF8": "1", "KIZDESK_PASSPHRASE": ""}
START = "from kizdesk.__main__ import main; main()"


def run_program(*arguments: object, prelude: str = "", environment: Mapping[str, str] | None = None) -> Outcome:
    """Run a command line in a process of its own, after some lines of Python.

    Other programs, such as LibreOffice, are out of reach.
    """
    return subprocess.run(
        [sys.executable, "-c", f"{prelude}\n{START}", *(str(argument) for argument in arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **ALONE, "PYTHONPATH": str(ROOT), **(environment or {})},
        timeout=120,
        check=False,
    )


def run_here(*arguments: object) -> Outcome:
    """Run a command line in this process, which is quicker; a bug fails the test."""
    command = [str(argument) for argument in arguments]
    out, err = io.StringIO(), io.StringIO()
    with mock.patch.dict(os.environ, ALONE), redirect_stdout(out), redirect_stderr(err):
        code = run(command)
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())


def contents(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder by its name."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a new project of the Rhein-Kreis Neuss."""
    path = tmp_path_factory.mktemp("made") / "neuss.kizdesk"
    outcome = run_program("new", path, "--district", "05162")
    assert outcome.returncode == 0, outcome.stderr
    return path.read_bytes()


@pytest.fixture
def neuss(made: bytes, tmp_path: Path) -> Path:
    """Return a new project of the Rhein-Kreis Neuss in a folder of its own."""
    path = tmp_path / "da" / "neuss.kizdesk"
    path.parent.mkdir()
    path.write_bytes(made)
    return path
