"""The way to the start page and to the first page of a project loads nothing that they do not need."""

import subprocess
import sys
from pathlib import Path

import pytest

NEVER = (
    *("PySide6.QtPdf", "PySide6.QtPdfWidgets", "docx", "lxml", "reportlab", "pypdf", "typst", "openpyxl"),
    *("sqlalchemy", "markdown_it", "babel", "asyncio", "http.client", "email", "ssl", "xml.sax"),
)
BEFORE_A_PROJECT = ("sqlcipher3", "tomllib", "kizdesk.store", "kizdesk.library", "kizdesk.writers", "kizdesk.concept")
SCRIPT = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from kizdesk.ui.app import Start, application_on, assemble, elsewhere
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.page import StartPage

folder = Path(sys.argv[1])
parts = assemble(application_on("offscreen"), Start(folder / "kizdesk.ini", folder, "Erika Muster"))
window = MainWindow(parts.memory, parts.theme, StartPage(parts.starter), apart=elsewhere)
window.show()

def tell(_=None):
    window.repaint()
    print(*sys.modules, flush=True)
    os._exit(0)

if len(sys.argv) > 2:
    parts.starter.opened.connect(window.show_project)
    parts.starter.opened.connect(tell)
    parts.starter.open(Path(sys.argv[2]))
else:
    QTimer.singleShot(0, tell)
parts.application.exec()
"""


def _loaded(*arguments: Path) -> set[str]:
    command = [sys.executable, "-c", SCRIPT, *map(str, arguments)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    return set(told.split())


def test_the_start_page_loads_neither_a_project_nor_what_writes_papers(tmp_path: Path) -> None:
    loaded = _loaded(tmp_path)

    assert "kizdesk.ui.start.page" in loaded
    assert loaded.isdisjoint((*NEVER, *BEFORE_A_PROJECT))


@pytest.mark.parametrize("made", ["made_empty", "made_example"])
def test_the_first_page_of_a_project_loads_nothing_that_writes_papers(
    made: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    project: Path = request.getfixturevalue(made)
    loaded = _loaded(tmp_path, project)

    assert "kizdesk.ui.pages.basics.project" in loaded
    assert loaded.isdisjoint(NEVER)
