"""Measure the preview beside a text: from the key to the new page, what the window does meanwhile, what it holds."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.files import WHO
from bench.measures import Measure
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.outline import leave_out
from kizdesk.project.surroundings import of_this_machine

_SEEN, _TURN, _MEMORY = 0.8, 0.05, 600.0
_LEFT_OUT = "profile"
"""Without it, the load prints about 220 pages, for which the promises are made."""


def measure_preview(load: str, project: Path, folder: Path) -> Iterator[Measure]:
    """Yield the times of edits in chapters; each counts from the key to the page that shows it.

    ``work`` is what the process that prints computed; the rest of the time it waited for others, or they for it.
    """
    copy = Path(shutil.copy(project, folder / "Vorschau.kizdesk"))
    with OpenProject.open(copy, of_this_machine(WHO)) as opened:
        leave_out(opened, _LEFT_OUT, left_out=True)
    command = [sys.executable, "-m", "bench.preview_child", str(copy), str(folder)]
    told: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    pages = told["pages"]
    yield Measure(f"preview: first page, {pages} pages", load, told["first"])
    yield Measure("preview: key to new page", load, _at(told["seen"]), _SEEN)
    yield Measure("preview: key to new page, median", load, sorted(told["seen"])[len(told["seen"]) // 2])
    yield Measure("preview: of that, work of all processes", load, _at(told["work"]))
    yield Measure("preview: first words of a chapter to new pages", load, told["begun"])
    yield Measure("preview: window's longest turn, work", load, told["turn"], _TURN)
    yield Measure("preview: memory of the process", load, told["print"] / 1e6, _MEMORY, unit="MB")
    yield Measure("preview: memory of the window more", load, told["window"] / 1e6, unit="MB")


def _at(times: list[float]) -> float:
    return sorted(times)[round(0.95 * (len(times) - 1))]
