"""Measure the start of the window, each in a process of its own, beside one that only shows an empty PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measures import Measure, percentile_95

_RUNS = 20
_EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["empty", "-platform", "offscreen"])
window = QWidget()
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""
_START = """
import gc, os, sys
gc.disable()
from pathlib import Path
from PySide6.QtCore import QTimer
from kizdesk.ui.app import Start, application_on, assemble, elsewhere
from kizdesk.ui.start.page import StartPage
from kizdesk.ui.shell.window import MainWindow
folder = Path(sys.argv[1])
parts = assemble(application_on("offscreen"), Start(folder / "kizdesk.ini", folder, "Bench"))
window = MainWindow(parts.memory, parts.theme, StartPage(parts.starter), apart=elsewhere)
window.show()
def drawn(_):
    window.repaint()
    os._exit(0)
if len(sys.argv) > 2:
    parts.starter.opened.connect(window.show_project)
    parts.starter.opened.connect(drawn)
    parts.starter.open(Path(sys.argv[2]))
else:
    QTimer.singleShot(0, parts.application.quit)
parts.application.exec()
os._exit(0)
"""


def measure_start(load: str, project: Path, folder: Path) -> Iterator[Measure]:
    """Yield how long it takes to the start page and to an open project."""
    bytecode = folder / "bytecode"
    empty = _timed(bytecode, _EMPTY)
    page = _timed(bytecode, _START, str(folder))
    peer = "PySide6, an empty window"
    yield Measure("start to the start page", load, page, min(0.5, 4 * empty), peer, empty)
    opened = _timed(bytecode, _START, str(folder), str(project))
    yield Measure("start to the first page drawn", load, opened, 0.9, peer, empty)


def _timed(bytecode: Path, code: str, *arguments: str) -> float:
    """Return the 95th percentile in seconds, after one run that compiles what an installed program has compiled."""
    _run(bytecode, code, *arguments)
    return percentile_95(lambda _: _run(bytecode, code, *arguments), _RUNS)


def _run(bytecode: Path, code: str, *arguments: str) -> None:
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings["PYTHONPYCACHEPREFIX"] = str(bytecode)
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, env=surroundings)
