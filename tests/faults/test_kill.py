from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

from kizdesk.domain.changes import Create, Stamp
from kizdesk.domain.interviews import Answer
from kizdesk.store import ProjectFile
from tests.faults.editor import COUNTER, START, changes_of, number_in, state_after

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("KIZDESK_KILLS", "10"))
LONGEST_SECONDS = 0.4


def reported_until_killed(path: Path, seconds: float, editor: str = "editor") -> int | None:
    """Let an editor work, kill it after some time of work, and return the last edit it reported."""
    command = [sys.executable, "-m", f"tests.faults.{editor}", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        lines = [first, *process.stdout.read().splitlines(keepends=True)]
    whole = [int(line) for line in lines if line.endswith("\n")]
    return whole[-1] if whole else None


def test_no_edit_reported_as_saved_is_lost_by_kill_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "Kreis.kizdesk"
    random = Random(f"{KILLS} kills")
    with ProjectFile.create(path, who="Frau X", now=START) as project:
        project.commit([Create(Answer(id=COUNTER, interview_id="", question_id="b01"))], Stamp("x", START, "Anfang"))
    number = 0
    expected = state_after(0)
    for _ in range(KILLS):
        reported = reported_until_killed(path, random.random() * LONGEST_SECONDS)
        assert reported is not None
        with ProjectFile.open(path, who="Frau X", now=START) as project:
            found = number_in(project.snapshot())
            assert found in (reported, reported + 1), "an edit reported as saved is lost"
            for edit in range(number + 1, found + 1):
                expected = expected.applied(changes_of(edit))
            assert project.snapshot().by_id(Answer) == expected.by_id(Answer)
            assert project.verify() == []
        number = found
    assert not list(tmp_path.glob("*-wal"))


def test_undo_goes_back_to_the_beginning_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "Kreis.kizdesk"
    with ProjectFile.create(path, who="Frau X", now=START) as project:
        project.commit([Create(Answer(id=COUNTER, interview_id="", question_id="b01"))], Stamp("x", START, "Anfang"))
    assert reported_until_killed(path, 0.05)
    with ProjectFile.open(path, who="Frau X", now=START) as project:
        while project.undo("Frau X", START):
            pass
        assert project.snapshot().all(Answer) == ()
        while project.redo("Frau X", START):
            pass
        found = number_in(project.snapshot())
        assert project.snapshot().by_id(Answer) == state_after(found).by_id(Answer)


def test_no_edit_told_as_saved_behind_is_lost_by_kill_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "Kreis.kizdesk"
    random = Random(f"{KILLS} kills behind")
    with ProjectFile.create(path, who="Frau X", now=START) as project:
        project.commit([Create(Answer(id=COUNTER, interview_id="", question_id="b01"))], Stamp("x", START, "Anfang"))
    for _ in range(KILLS):
        reported = reported_until_killed(path, random.random() * LONGEST_SECONDS, "behind")
        assert reported is not None
        with ProjectFile.open(path, who="Frau X", now=START) as project:
            found = number_in(project.snapshot())
            assert found >= reported, "an edit told as saved is lost"
            assert project.snapshot().by_id(Answer) == state_after(found).by_id(Answer)
            assert project.verify() == []
