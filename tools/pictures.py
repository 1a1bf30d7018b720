"""Draw every page of the window into a folder: ``python -m tools.pictures OUT [--only key]``."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kizdesk.project.basics import NewProject, create
from kizdesk.project.example import create_example
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings, of_this_machine
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme, apply

# name, width, height, scheme, scale of type
LOOKS = (
    ("1366", 1366, 768, "light", 1.0),
    ("1920", 1920, 1080, "light", 1.0),
    ("dark", 1366, 768, "dark", 1.0),
    ("wide", 1366, 768, "light", 1.15),
    ("150", 1280, 720, "light", 1.0),  # 1920 × 1080 at 150 %
)
_SETTLE_MS = 700


def settle(milliseconds: int = _SETTLE_MS) -> None:
    """Let jobs and layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def draw(window: MainWindow, theme: Theme, out: Path, only: str) -> None:
    """Draw the pages in every look."""
    if window.shell is None:
        return
    for name, width, height, scheme, scale in LOOKS:
        theme.choose(scheme, scale)
        window.resize(width, height)
        for entry in PAGES:
            if entry.hidden or not entry.key.startswith(only):
                continue
            window.shell.navigator.show(entry.key)
            settle()
            window.grab().save(str(out / f"{entry.key}-{name}.png"))


def projects(folder: Path, surroundings: Surroundings) -> dict[str, Path]:
    """Make the example and an empty project."""
    empty = folder / "leer.kizdesk"
    create(empty, NewProject("05162"), surroundings)
    return {"beispiel": create_example(folder, surroundings), "leer": empty}


def main() -> None:
    """Draw both projects."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="key of a page, or its beginning")
    wish = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    theme = apply(application)
    surroundings = of_this_machine()
    with tempfile.TemporaryDirectory() as folder:
        for name, path in projects(Path(folder), surroundings).items():
            out = wish.out / name
            out.mkdir(parents=True, exist_ok=True)
            window = MainWindow(Memory(Path(folder) / f"{name}.ini"), theme, QWidget())
            window.show()
            window.show_project(OpenProject.open(path, surroundings, behind=True))
            draw(window, theme, out, wish.only)
            window.close()


if __name__ == "__main__":
    main()
