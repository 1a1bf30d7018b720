"""Write the papers of a project."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from kizdesk.cli.common import open_project, out_option, passphrase_option, project_argument, say, shown_size
from kizdesk.cli.german import GermanCommand, NamedOption, WrongUse
from kizdesk.cli.progress import ProgressLines
from kizdesk.project.letters.writing import nothing_due
from kizdesk.project.output.writing import AVAILABLE, OUTPUTS, REVIEW_FILE, Written, export


@click.command("export", cls=GermanCommand)
@project_argument
@out_option
@click.option(
    "--only",
    cls=NamedOption,
    default="",
    metavar="AUSGABEN",
    help=f"Nur diese, durch Komma getrennt: {', '.join(OUTPUTS)}; sonst alle verfügbaren, "
    f"zurzeit {', '.join(AVAILABLE)}.",
)
@click.option(
    "--line-numbers",
    is_flag=True,
    help="Zählt im PDF die Zeilen jeder Seite, für die Arbeit im Ausschuss.",
)
@click.option(
    "--comments",
    is_flag=True,
    help=f"Schreibt zusätzlich {REVIEW_FILE}: mit Kommentaren, worauf jeder Abschnitt beruht und was die Prüfung dort "
    "findet.",
)
@passphrase_option
def export_command(
    project: Path,
    out: Path,
    only: str,
    line_numbers: bool,
    comments: bool,
    passphrase_file: Path | None,
) -> None:
    """Schreibt das Integrationskonzept.

    Gedruckt wird der jetzige Stand; ist er seit der letzten Fassung unverändert, trägt er deren Nummer und Datum.
    """
    wanted = _wanted(only)
    with open_project(project, passphrase_file, read_only=True) as opened:
        files = export(opened, out, wanted, ProgressLines(), line_numbers=line_numbers, comments=comments)
        if files:
            say_written(files)
        else:  # letters only, and none is due
            say(nothing_due(opened))


def _wanted(only: str) -> list[str]:
    names = [name.strip() for name in only.split(",") if name.strip()] or list(AVAILABLE)
    for name in names:
        if name not in OUTPUTS:
            raise WrongUse(f"Die Ausgabe „{name}“ gibt es nicht. Möglich sind: {', '.join(OUTPUTS)}.")
        if name not in AVAILABLE:
            raise WrongUse(
                f"Die Ausgabe „{name}“ ist in dieser Fassung noch nicht verfügbar. Verfügbar: {', '.join(AVAILABLE)}."
            )
    return names


def say_written(files: Iterable[Written]) -> None:
    """Print what was written and where."""
    say("Geschrieben:")
    for file in files:
        pages = f", {file.pages} Seiten" if file.pages else ""
        say(f"  {file.path} ({shown_size(file.size)}{pages})")
        for text in file.remarks:
            say(f"    {text}")


def say_new_project(project: Path, *, is_protected: bool) -> None:
    """Print where a new project stands, whether a passphrase guards it, and what comes next."""
    kept = ("Mit dem Kennwort geschützt; ohne das Kennwort lässt es sich nicht mehr öffnen.",) if is_protected else ()
    say_written([Written(project, project.stat().st_size, remarks=kept)])
    say(f"Was als Nächstes fehlt, sagt: kizdesk check {project}")
