"""Hold up and fill the disk of a project that saves behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import cast

from kizdesk.project.durable.behind import SavingBehind
from kizdesk.project.opened import OpenProject

LONG = "Ein sehr langer Text zur Sprachförderung. " * 4000


def saving_of(project: OpenProject) -> SavingBehind:
    """Return what saves a project behind."""
    return cast("SavingBehind", project._saving)


@contextmanager
def held_up(project: OpenProject) -> Iterator[None]:
    """Keep the thread that writes from writing within."""
    go_on = Event()

    def wait() -> None:
        go_on.wait(10)

    saving_of(project)._writer.post(wait)
    try:
        yield
    finally:
        go_on.set()


def fill_disk(project: OpenProject) -> None:
    """Let the file of a project not grow any more."""
    assert project.flush(10)
    with saving_of(project)._file._connections.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")


def make_room(project: OpenProject) -> None:
    """Let the file of a project grow again."""
    with saving_of(project)._file._connections.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
