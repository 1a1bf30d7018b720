"""List the steps that bring a project file from one version to the next; SQL only, nothing of the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Step:
    """Be one step: the SQL that leads to a version.

    A new minor version may still be read by older programs, a new major one may not.
    """

    major: int
    minor: int
    sql: str

    @property
    def version(self) -> int:
        """Return the version as it stands in ``user_version``."""
        return self.major * 65536 + self.minor


@cache
def released_steps() -> tuple[Step, ...]:
    """Return every step in order; released SQL never changes, so it is read once."""
    return (
        Step(1, 0, _read("0001_first.sql")),
        Step(1, 1, _read("0002_requests.sql")),
        Step(1, 2, _read("0003_form_issues.sql")),
        Step(1, 3, _read("0004_guide_editions.sql")),
        Step(1, 4, _read("0005_papers.sql")),
    )


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
