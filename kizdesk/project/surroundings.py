"""Hand in what a project takes from outside: data, time, ids and the name of who works."""

from __future__ import annotations

import getpass
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.keeping import Keeping


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold what a project takes from outside."""

    library: Library
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    who: str
    keeping: Keeping = field(default_factory=Keeping)
    """Where what was made of the project is kept until the next time."""


def of_this_machine(who: str = "") -> Surroundings:
    """Return the surroundings of a program that runs for real."""
    return Surroundings(
        library=Library(resources_dir(), forms_dir()),
        clock=_now,
        new_id=_random_id,
        who=who or _account(),
    )


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _random_id() -> str:
    return str(uuid.uuid4())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unbekannt"
