"""Measure merging the interviews of two laptops into a large project."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from shutil import copy

from bench.measures import Measure, percentile_95
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Create, Delete
from kizdesk.domain.interviews import Answer, Evidence, Interview, answer_id
from kizdesk.project.merging.judging import compare
from kizdesk.project.merging.other import open_other
from kizdesk.project.merging.taking import fetched, take
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine

_RUNS = 3
_GOAL = 3.0
_TURNS = (3, 4)
"""Which of the five interviews of each municipality was held on each laptop instead."""
_KINDS: tuple[type[Record], ...] = (Interview, Answer)


def measure_merging(load: str, path: Path, folder: Path) -> Iterator[Measure]:
    """Yield the time for three files of 24,000 answers: two laptops with a fifth each that the office has not."""
    laptops = [_held_elsewhere(path, folder / f"Laptop {turn}.kizdesk", turn) for turn in _TURNS]
    offices = [Path(copy(path, folder / f"Amt {run}.kizdesk")) for run in range(_RUNS)]

    def merge(run: int) -> None:
        with OpenProject.open(offices[run], of_this_machine()) as office:
            for laptop in laptops:
                _merge(office, laptop)

    seconds = percentile_95(merge, _RUNS)
    peers = [Path(copy(path, folder / f"Gegenprobe {run}.kizdesk")) for run in range(_RUNS)]
    peer = percentile_95(lambda run: _merge_bare(peers[run], laptops), _RUNS)
    yield Measure("merge three files of 24,000 answers", load, seconds, _GOAL, "sqlite3, the same rows, unlogged", peer)


def _held_elsewhere(path: Path, target: Path, turn: int) -> Path:
    """Write a copy in which one interview of each municipality is another one than in the project."""
    with OpenProject.open(Path(copy(path, target)), of_this_machine()) as laptop:
        snapshot = laptop.snapshot
        held = [interview for interview in snapshot.all(Interview) if interview.id.endswith(f"-{turn}")]
        ids = {interview.id for interview in held}
        answers = [answer for answer in snapshot.all(Answer) if answer.interview_id in ids]
        gone = {answer.id for answer in answers}
        laptop.commit(
            "Andere Gespräche führen",
            *(Delete(Evidence, mark.id) for mark in snapshot.all(Evidence) if mark.answer_id in gone),
            *(Delete(Answer, answer.id) for answer in answers),
            *(Delete(Interview, interview.id) for interview in held),
            *(Create(replace(interview, id=f"{interview.id}-neu")) for interview in held),
            *(Create(_again(answer)) for answer in answers),
        )
    return target


def _again(answer: Answer) -> Answer:
    interview_id = f"{answer.interview_id}-neu"
    key = answer_id(interview_id, answer.question_id, answer.scope_id)
    return replace(answer, id=key, interview_id=interview_id)


def _merge(office: OpenProject, laptop: Path) -> None:
    with open_other(office, laptop, _quiet) as other:
        comparison = compare(office, other, _quiet)
        chosen = {met.id for met in comparison.met if met.id.endswith("-neu")}
        files = fetched(other, comparison, chosen, _quiet)
        assert len(take(office, other, comparison, chosen, files).taken) == len(chosen) > 0


def _merge_bare(office: Path, laptops: list[Path]) -> None:
    with closing(sqlite3.connect(office)) as connection:
        for laptop in laptops:
            connection.execute("ATTACH ? AS laptop", (str(laptop),))
            for kind in map(kind_of, _KINDS):
                names = [row[1] for row in connection.execute(f'PRAGMA table_info("{kind}")') if row[1] != "seq"]
                listed = ", ".join(f'"{name}"' for name in names)
                words = ("INSERT OR IGNORE INTO main.", kind, "(", listed, ") SELECT", listed, "FROM laptop.", kind)
                connection.execute(" ".join(words))
            connection.commit()
            connection.execute("DETACH laptop")


def _quiet(_what: str, _share: float) -> None:
    """Hear the progress."""
