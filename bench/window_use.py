"""Measure the window in use: pages shown, letters typed, memory; each in a process of its own, beside a bare editor."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.measures import Measure
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine
from kizdesk.project.versions.freezing import VersionWish, freeze

_STEP, _TURN = 0.05, 0.016
_MEMORY = 300.0
_PEER = "QPlainTextEdit, typed in alone"
_PLACES = {"chapter": "in a chapter", "measure": "in a measure", "answer": "in an answer"}


def measure_use(load: str, project: Path, folder: Path) -> Iterator[Measure]:
    """Yield what the window takes for its pages, for typing, and for typing during an export."""
    frozen = _with_version(project, folder / "benutzt.kizdesk")
    yield from _visits(load, _child("VISITS", frozen, folder))
    bare = _child("BARE", frozen, folder)["bare"]
    typed = _child("TYPING", frozen, folder)
    for place, words in _PLACES.items():
        yield from _typing(load, f"typing {words}", typed[place], bare)
    yield from _typing(load, "typing during an export", _child("EXPORT", frozen, folder)["export"], bare)


def _visits(load: str, told: dict[str, Any]) -> Iterator[Measure]:
    again = [time for times in told["again"].values() for time in times]
    yield Measure("change of step, all pages", load, _at(0.95, again), _STEP)
    yield Measure("first change to a page, longest", load, max(told["first"].values()))
    yield Measure("memory, all pages visited", load, told["memory"] / 1e6, _MEMORY, unit="MB")
    yield Measure("memory of the process beside it", load, told["beside"] / 1e6, unit="MB")


def _typing(load: str, what: str, ours: dict[str, list[float]], bare: dict[str, list[float]]) -> Iterator[Measure]:
    """Yield the longest work in one turn of the loop, and how long it stood still with all waiting for the machine."""
    yield Measure(f"{what}, work max", load, max(ours["worked"]), _TURN, _PEER, max(bare["worked"]))
    for share, name in ((0.99, "p99"), (0.999, "p99.9")):
        goal = _TURN if name == "p99" else None
        still = _at(share, ours["gaps"])
        yield Measure(f"{what}, still {name}", load, still, goal, _PEER, _at(share, bare["gaps"]))
    yield Measure(f"{what}, still max", load, max(ours["gaps"]), None, _PEER, max(bare["gaps"]))


def _with_version(project: Path, copy: Path) -> Path:
    """Return a copy with a frozen version, so that the window has something to compare with."""
    shutil.copy(project, copy)
    with OpenProject.open(copy, of_this_machine("Messung")) as opened:
        freeze(opened, VersionWish("Erste Fassung"))
    return copy


def _child(what: str, project: Path, folder: Path) -> dict[str, Any]:
    copy = shutil.copy(project, folder / f"{what}.kizdesk")
    command = [sys.executable, "-m", "bench.window_child", what, str(copy), str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _at(share: float, times: Sequence[float]) -> float:
    return sorted(times)[round(share * (len(times) - 1))]
