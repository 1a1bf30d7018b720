"""The built wheel must be complete: a copy installed from it works in an empty folder, with no checkout near."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("resources", "forms")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel without a network."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    return next(out.glob("kizdesk-*.whl"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path) -> Path:
    """Install the wheel into a fresh environment that borrows only the libraries of this one; return its commands."""
    home = tmp_path / "installed"
    venv.create(home, symlinks=os.name != "nt")
    commands = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(commands / "python"), "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], timeout=120, check=True)
    # A plain path line does not follow the .pth files there, among them the link to the checkout.
    site = next(home.rglob("site-packages"))
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return commands


def test_resources_and_forms_travel_inside_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())

    tracked = subprocess.run(
        ["git", "ls-files", "-z", *FOLDERS], capture_output=True, text=True, cwd=ROOT, check=True
    ).stdout.split("\0")
    expected = {f"kizdesk/_data/{name}" for name in tracked if name}
    assert expected
    assert expected <= inside


def test_an_installed_copy_passes_its_selftest_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, capture_output=True, text=True, cwd=empty, env=environment, timeout=120, check=False
        )

    where = run(installed / "python", "-c", "import kizdesk; print(kizdesk.__file__)").stdout
    result = run(installed / "kizdesk", "selftest")

    assert str(installed.parent) in where
    assert result.returncode == 0, result.stdout + result.stderr
    assert list(empty.iterdir()) == []
