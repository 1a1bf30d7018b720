"""Open a project for writing in a process of its own, say so, and wait to be told to close or to be killed."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from kizdesk.domain.changes import Create, Stamp
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile


def main(path: Path, now: datetime) -> None:
    """Hold the project until a line arrives."""
    with ProjectFile.open(path, who="Frau X", now=now) as project:
        project.commit([Create(Person(id="held", name="Gehalten"))], Stamp("Frau X", now, "Person anlegen"))
        sys.stdout.write("bereit\n")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
