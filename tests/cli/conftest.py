"""Give the tests a folder with a project, and a way to run commands in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kizdesk.cli.app import run


@dataclass(frozen=True, slots=True)
class Outcome:
    """Be what a command printed and left with."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def kizdesk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the function that runs a command line, without a screen and other programs in reach."""
    monkeypatch.setenv("PATH", "")
    for name in ("KIZDESK_PASSPHRASE", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "neuss.kizdesk"
    assert run(["new", str(path), "--district", "05162"]) == 0
    return path


@pytest.fixture
def neuss(_made: Path, tmp_path: Path) -> Path:
    """Return a new project of the Rhein-Kreis Neuss."""
    return Path(shutil.copy(_made, tmp_path / "neuss.kizdesk"))
