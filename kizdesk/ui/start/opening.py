"""Do the work of opening and creating in a job; everything heavy is imported here, inside the functions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kizdesk.ui.jobs import Progress

if TYPE_CHECKING:
    from kizdesk.project.basics.begin import NewProject
    from kizdesk.project.basics.district_search import DistrictChoice
    from kizdesk.project.opened import OpenProject


@dataclass(frozen=True, slots=True)
class Request:
    """Be a project somebody wants to open, and how."""

    path: Path
    who: str
    passphrase: str | None = None
    read_only: bool = False
    wish: NewProject | None = None
    """What it begins with, if it is a new one."""
    example: bool = False
    """Write the example first, unless it is there."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Be an open project with what the list of projects shows of it."""

    project: OpenProject
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class Locked:
    """Say that a project waits for its passphrase."""

    path: Path


def warm_up(progress: Progress) -> None:
    """Load what opening needs while the start page is read."""
    import kizdesk.project.apart.elsewhere
    import kizdesk.project.entry
    import kizdesk.project.wording.labels
    import kizdesk.project.wording.state_line

    _ = kizdesk
    progress("", 1.0)


def get_ready(progress: Progress) -> None:
    """Load what the first change needs while the first page is read."""
    from kizdesk.project import entry

    entry.get_ready()
    progress("", 1.0)


def open_project(request: Request, progress: Progress) -> Opened | Locked:
    """Create the project if it is a new one, and open it."""
    from kizdesk.project.entry import enter
    from kizdesk.project.opened import OpenProject
    from kizdesk.project.surroundings import of_this_machine
    from kizdesk.project.wording.state_line import state_line

    surroundings = of_this_machine(request.who)
    if request.wish is not None:
        from kizdesk.project.basics.begin import create

        progress("Projekt wird angelegt", 0.2)
        create(request.path, request.wish, surroundings, passphrase=request.passphrase)
    elif request.example and not is_there(request.path):
        from kizdesk.project.example import create_example
        from kizdesk.project.files import ensure_folder

        progress("Beispielprojekt wird angelegt", 0.2)
        ensure_folder(request.path.parent)
        create_example(request.path.parent, surroundings)
    if request.passphrase is None and OpenProject.is_protected(request.path):
        return Locked(request.path)
    progress(f"„{request.path.stem}“ wird geöffnet", 0.6)
    project = enter(request.path, surroundings, passphrase=request.passphrase, read_only=request.read_only)
    return Opened(project, project.settings.title, state_line(project.snapshot))


def put_back(path: Path, copy: Path, who: str, passphrase: str | None, progress: Progress) -> Path | None:
    """Put a backup in the place of a damaged project; returns where that is kept."""
    from kizdesk.project import entry
    from kizdesk.project.surroundings import of_this_machine

    progress("Sicherung wird zurückgeholt", 0.3)
    return entry.put_back(path, copy, of_this_machine(who), passphrase=passphrase)


def districts(progress: Progress) -> tuple[DistrictChoice, ...]:
    """Return the districts of the catalogue."""
    from kizdesk.project.basics.district_search import district_choices
    from kizdesk.project.surroundings import of_this_machine

    progress("", 0.1)
    return district_choices(of_this_machine().library)


def district_of_table(path: Path, progress: Progress) -> DistrictChoice:
    """Return the district of a table from outside."""
    from kizdesk.project.basics import district_search
    from kizdesk.project.surroundings import of_this_machine

    progress("", 0.1)
    return district_search.district_of_table(path, of_this_machine().library)


def missing(paths: tuple[Path, ...], progress: Progress) -> frozenset[Path]:
    """Return those files that cannot be found."""
    from kizdesk.project import machine

    progress("", 0.1)
    return machine.missing(paths)


def is_there(path: Path) -> bool:
    """Tell whether a file can be found."""
    from kizdesk.project import machine

    return not machine.missing((path,))
