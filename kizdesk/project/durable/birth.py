"""Bring a new project file into the world whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.files import disk_faults, is_there
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings


@contextmanager
def born(path: Path, surroundings: Surroundings, *, passphrase: str | None = None) -> Iterator[OpenProject]:
    """Yield a new project that stands under its name only when the block ends well.

    Raises UserError if a file of that name is there, and never touches it.
    """
    _refuse(path)
    unborn = path.with_name(f".{path.name}.{surroundings.new_id()}.neu")
    try:
        with OpenProject.create(unborn, surroundings, passphrase=passphrase) as project:
            yield project
        with disk_faults(path):
            _refuse(path)
            unborn.rename(path)
    except EnvironmentFault as fault:
        told = str(fault).replace(unborn.name, path.name)
        raise EnvironmentFault(f"„{path.name}“ wurde nicht angelegt. {told}") from fault
    finally:
        _clear(unborn)


def _refuse(path: Path) -> None:
    if is_there(path):
        raise UserError(
            f"„{path}“ ist schon vorhanden und wird nicht überschrieben. "
            "Bitte einen anderen Namen wählen oder die Datei vorher umbenennen."
        )
    if not path.parent.is_dir():
        raise EnvironmentFault(
            f"Den Ordner „{path.parent}“ gibt es nicht. Bitte ihn anlegen oder einen anderen Ordner angeben."
        )


def _clear(unborn: Path) -> None:
    """Remove what a failed birth left, whatever the file system says to it."""
    with suppress(OSError):
        for left in list(unborn.parent.iterdir()):
            if unborn.name in left.name:
                left.unlink()
