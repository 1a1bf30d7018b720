"""Write the guide of a project for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kizdesk.cli.common import FILE, open_project, passphrase_option, project_argument
from kizdesk.cli.german import GermanCommand, WrongUse
from kizdesk.cli.printing import say_written
from kizdesk.project.xlsform.export import ENDING, export_guide


@click.command("guide", cls=GermanCommand)
@project_argument
@click.argument("file", type=FILE, metavar="XLSX")
@passphrase_option
def guide_command(project: Path, file: Path, passphrase_file: Path | None) -> None:
    """Schreibt den Leitfaden des Projekts als XLSForm.

    Die Tabelle lässt sich in ODK, KoboToolbox und Enketo öffnen; Antworten stehen nicht darin.
    """
    if file.suffix.casefold() != ENDING:
        raise WrongUse(
            f"Bitte für den Leitfaden einen Namen mit der Endung {ENDING} angeben, zum Beispiel {file.stem}{ENDING}."
        )
    with open_project(project, passphrase_file, read_only=True) as opened:
        say_written([export_guide(opened, file)])
