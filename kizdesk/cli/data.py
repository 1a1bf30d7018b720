"""Carry whole projects as JSON."""

from __future__ import annotations

from pathlib import Path

import click

from kizdesk.cli.common import (
    FILE,
    new_passphrase_option,
    open_project,
    passphrase_of,
    passphrase_option,
    project_argument,
    require_ending,
)
from kizdesk.cli.german import GermanCommand, WrongUse
from kizdesk.cli.printing import say_new_project, say_written
from kizdesk.project.durable.interchange import export_data, import_data
from kizdesk.project.files import is_same
from kizdesk.project.output.writing import Written
from kizdesk.project.surroundings import of_this_machine


@click.command("import-data", cls=GermanCommand)
@click.argument("file", type=FILE, metavar="JSON")
@project_argument
@new_passphrase_option
def import_command(file: Path, project: Path, passphrase_file: Path | None) -> None:
    """Legt aus einer JSON-Datei ein neues Projekt an."""
    require_ending(project)
    passphrase = passphrase_of(passphrase_file)
    import_data(file, project, of_this_machine(), passphrase=passphrase)
    say_new_project(project, is_protected=passphrase is not None)


@click.command("export-data", cls=GermanCommand)
@project_argument
@click.argument("file", type=FILE, metavar="JSON")
@passphrase_option
def export_command(project: Path, file: Path, passphrase_file: Path | None) -> None:
    """Schreibt das ganze Projekt als JSON.

    Dabei geht nichts verloren; nur das Änderungsprotokoll gehört nicht dazu.
    """
    if file.suffix == project.suffix or is_same(file, project):
        raise WrongUse(f"„{file}“ ist eine Projektdatei. Bitte für die Daten einen Namen mit der Endung .json angeben.")
    if file.suffix.casefold() != ".json":
        raise WrongUse(f"Bitte für die Daten einen Namen mit der Endung .json angeben, zum Beispiel {file.stem}.json.")
    with open_project(project, passphrase_file, read_only=True) as opened:
        export_data(opened, file)
    say_written([Written(file, file.stat().st_size, remarks=("Das Änderungsprotokoll ist nicht enthalten.",))])
