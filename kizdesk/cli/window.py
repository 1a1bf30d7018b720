"""Open the window where there is a screen, and say in one sentence why not where there is none."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from kizdesk.project.machine import documents_folder, full_name, settings_file
from kizdesk.ui.display import Display, find

NO_WINDOW = 2
COMMANDS = (
    "Ohne Fenster arbeiten die Befehle, zum Beispiel: kizdesk demo --headless --out ausgabe. Alle nennt: kizdesk --help"
)


def show(project: Path | None) -> int:
    """Open the window, with a project if one is named; returns the exit code."""
    display = usable_display()
    if display is None:
        click.echo(COMMANDS, err=True)
        return NO_WINDOW
    return _run(display, project, None)


def show_example(display: Display, folder: Path | None) -> int:
    """Open the example project, which is written into a folder if it is not there."""
    place = (folder or documents_folder()).absolute()
    click.echo(f"Das Beispielprojekt liegt in „{place}“.")
    return _run(display, None, place)


def usable_display() -> Display | None:
    """Return the screen, or say why there is none that can be used."""
    display = find(os.environ)
    if not display.problem:
        return display
    click.echo(display.problem, err=True)
    return None


def _run(display: Display, project: Path | None, example: Path | None) -> int:
    gc.disable()  # what is loaded stays; the window's own collector takes over as soon as it stands
    from kizdesk.ui.app import Start, run

    start = Start(
        settings_file(), documents_folder(), full_name(), display.platform, project and project.absolute(), example
    )
    return run(start)
