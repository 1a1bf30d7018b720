"""Edit a project without end and report each edit when it is saved, until the process is killed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from kizdesk.domain.changes import Change, Create, Delete, Stamp, Update
from kizdesk.domain.interviews import Answer
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store import ProjectFile

START = datetime(2026, 11, 21, 9, tzinfo=UTC)
COUNTER = "zaehler"


def changes_of(number: int) -> Sequence[Change]:
    """Return the changes of an edit; the text of one answer always tells the number of the last edit."""
    told = Update(Answer, COUNTER, "text", str(number))
    turn, phase = divmod(number - 1, 5)
    key = f"a{turn}"
    match phase:
        case 0:
            return (told, Create(Answer(id=key, interview_id="", question_id="b01")))
        case 3:
            return (told, Delete(Answer, key))
        case 1 | 2:
            return (told, Update(Answer, key, "text", f"Sprachförderung {number} " * 40))
        case _:
            return (told,)


def state_after(number: int) -> Snapshot:
    """Return what the project holds after an edit."""
    snapshot = Snapshot.of([Answer(id=COUNTER, interview_id="", question_id="b01")])
    for earlier in range(1, number + 1):
        snapshot = snapshot.applied(changes_of(earlier))
    return snapshot


def number_in(snapshot: Snapshot) -> int:
    """Return the number of the last edit that a project holds."""
    return int(snapshot.get(Answer, COUNTER).text or 0)


def main(path: Path) -> None:
    """Go on with the edits from where the file stands; each is a minute after the one before."""
    project = ProjectFile.open(path, who="Frau X", now=START)
    for number in count(number_in(project.snapshot()) + 1):
        stamp = Stamp("Frau X", START + timedelta(minutes=number), f"Schritt {number}", f"aufenthalt-{number // 3}")
        project.commit(changes_of(number), stamp)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
