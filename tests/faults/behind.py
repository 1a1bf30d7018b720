"""Edit a project that saves behind without end, and report what it says is saved, until the process is killed."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from kizdesk.library import Library
from kizdesk.places import forms_dir, resources_dir
from kizdesk.project.opened import OpenProject, SaveState
from kizdesk.project.surroundings import Surroundings
from tests.faults.editor import START, changes_of, number_in

FLUSHED_EACH = 7


def main(path: Path) -> None:
    """Go on with the edits from where the file stands; report after each write and after each flush what is saved."""
    surroundings = Surroundings(Library(resources_dir(), forms_dir()), lambda: START, lambda: "neu", "Frau X")
    project = OpenProject.open(path, surroundings, behind=True)
    first = number_in(project.snapshot)

    def report(state: SaveState) -> None:
        _, _, edit = (state.undo_label or "Schritt 0").partition(" ")
        if state.pending == 0:
            say(int(edit))

    project.on_saved(report)
    for number in count(first + 1):
        project.commit(f"Schritt {number}", *changes_of(number))
        if number % FLUSHED_EACH == 0 and project.flush():
            say(number)


def say(number: int) -> None:
    """Report an edit as saved, in one write."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
