"""Say what work is that can be done apart, and do it in this very process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Progress = Callable[[str, float], None]
"""Called with what is being done and the share that is done; this is also where it stops."""


class Work(Protocol[T_co]):
    """Read a project; made of functions of modules and of values, so that it can be sent."""

    def __call__(self, project: OpenProject, progress: Progress, /) -> T_co:
        """Return what was asked for."""


@dataclass(frozen=True, slots=True)
class Plain(Generic[T]):
    """Be work that tells no progress: a function of a module, and what it takes beside the project."""

    read: Callable[..., T]
    wanted: tuple[object, ...] = ()

    def __call__(self, project: OpenProject, progress: Progress) -> T:
        """Read, if that is still wanted."""
        progress("", 0.0)
        return self.read(project, *self.wanted)


@dataclass(frozen=True, slots=True)
class Named:
    """Be work that tells no progress, by the name of its function, which is loaded only where the work is done."""

    place: str
    """Module and function, such as ``kizdesk.project.overview:standing``."""

    def __call__(self, project: OpenProject, progress: Progress) -> Any:
        """Load and read, if that is still wanted."""
        progress("", 0.0)
        module, name = self.place.split(":")
        return getattr(import_module(module), name)(project)


class Place(Protocol):
    """Be where work is done."""

    def run(self, work: Work[T], project: OpenProject, progress: Progress) -> T:
        """Do work with a pinned project and return its result; called in the thread of a job."""

    def hurry(self) -> None:
        """Break off at once what only reads; whoever asked for it wants it no more."""

    def close(self) -> None:
        """Take no more work."""


class Here:
    """Do work in the thread that asks for it."""

    def run(self, work: Work[T], project: OpenProject, progress: Progress) -> T:
        """Do work and return its result."""
        return work(project, progress)

    def hurry(self) -> None:
        """Have no way to."""

    def close(self) -> None:
        """Have nothing to end."""
