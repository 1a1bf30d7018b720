"""The locks must fit the project and each other, and name no place a package came from."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(name: str) -> dict[str, set[str]]:
    """Return the versions a lock file holds for each package; there may be one per version of Python."""
    found: dict[str, set[str]] = {}
    text = (ROOT / name).read_text(encoding="utf-8")
    for package, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, flags=re.MULTILINE):
        found.setdefault(package, set()).add(version)
    return found


def names(requirements: list[str]) -> set[str]:
    """Return the normalised names of requirements."""
    return {re.split(r"[^A-Za-z0-9._-]", text, maxsplit=1)[0].lower().replace("_", "-") for text in requirements}


def test_the_locks_hold_every_dependency() -> None:
    assert names(PROJECT["dependencies"]) <= pins("requirements.lock").keys()
    assert names(PROJECT["optional-dependencies"]["dev"]) <= pins("requirements-dev.lock").keys()


def test_the_lock_for_development_agrees_with_the_lock_for_running() -> None:
    development = pins("requirements-dev.lock")

    assert {name: development.get(name) for name in pins("requirements.lock")} == pins("requirements.lock")


def test_pyside_is_locked_at_the_version_that_was_tried() -> None:
    assert pins("requirements.lock")["pyside6"] == {"6.11.3"}


def test_no_lock_names_a_registry() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")
