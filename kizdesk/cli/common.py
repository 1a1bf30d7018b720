"""Share what most commands take: the project, its passphrase, and how results are shown."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from kizdesk.cli.german import NamedOption, WrongUse
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.secrets import ENVIRONMENT_KEY
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine

F = TypeVar("F", bound=Callable[..., Any])
FILE = click.Path(path_type=Path)
ENDING = ".kizdesk"


def project_argument(command: F) -> F:
    """Give a command the argument PROJECT."""
    return click.argument("project", type=FILE, metavar="PROJEKT")(command)


def passphrase_option(command: F) -> F:
    """Give a command the option --passphrase-file."""
    return click.option(
        "--passphrase-file",
        cls=NamedOption,
        type=FILE,
        metavar="DATEI",
        help=f"Datei mit dem Kennwort des Projekts; sonst gilt die Umgebungsvariable {ENVIRONMENT_KEY}, "
        "und ist auch sie leer, wird gefragt.",
    )(command)


def new_passphrase_option(command: F) -> F:
    """Give a command that makes a project the option --passphrase-file."""
    return click.option(
        "--passphrase-file",
        cls=NamedOption,
        type=FILE,
        metavar="DATEI",
        help="Schützt das neue Projekt mit dem Kennwort aus dieser Datei; sonst gilt die Umgebungsvariable "
        f"{ENVIRONMENT_KEY}, und ist auch sie leer, bleibt das Projekt ohne Kennwort.",
    )(command)


def json_option(command: F) -> F:
    """Give a command the option --json."""
    return click.option("--json", "as_json", cls=NamedOption, is_flag=True, help="Ergebnis als JSON.")(command)


def out_option(command: F) -> F:
    """Give a command the required option --out."""
    return click.option(
        "--out", cls=NamedOption, type=FILE, required=True, metavar="ORDNER", help="Ordner für die Dateien."
    )(command)


def open_project(path: Path, passphrase_file: Path | None, *, read_only: bool = False) -> OpenProject:
    """Open a project with the passphrase from file or environment, or ask for it if the file is protected."""
    passphrase = passphrase_of(passphrase_file)
    surroundings = of_this_machine()
    if passphrase is None and OpenProject.is_protected(path):
        passphrase = _asked(path)
    return OpenProject.open(path, surroundings, passphrase=passphrase, read_only=read_only)


def passphrase_of(passphrase_file: Path | None) -> str | None:
    """Return the passphrase from the file or the environment, or None."""
    if passphrase_file is None:
        return os.environ.get(ENVIRONMENT_KEY) or None
    try:
        passphrase = passphrase_file.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentFault(
            f"Die Kennwortdatei „{passphrase_file}“ lässt sich nicht lesen. Bitte Name und Rechte prüfen."
        ) from error
    if not passphrase:
        raise EnvironmentFault(f"Die Kennwortdatei „{passphrase_file}“ ist leer. Bitte das Kennwort hineinschreiben.")
    return passphrase


def _asked(path: Path) -> str:
    if not sys.stdin.isatty():
        raise EnvironmentFault(
            f"„{path}“ ist mit einem Kennwort geschützt. Bitte das Kennwort in eine Datei schreiben und diese mit "
            f"--passphrase-file angeben oder die Umgebungsvariable {ENVIRONMENT_KEY} setzen."
        )
    answer: str = click.prompt("Kennwort", hide_input=True, err=True)
    return answer


def require_ending(project: Path) -> None:
    """Refuse a name for a new project that nobody would know as one later."""
    if project.suffix != ENDING:
        raise WrongUse(
            f"Der Name eines Projekts endet auf {ENDING}. Bitte zum Beispiel {project.name}{ENDING} angeben."
        )


def say(text: str = "") -> None:
    """Print a line of the result."""
    click.echo(text)


def remark(text: str) -> None:
    """Print a line beside the result, on the error stream."""
    click.echo(text, file=sys.stderr)


def say_json(value: object) -> None:
    """Print a result for machines."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True))


def shown_size(size: int) -> str:
    """Return a number of bytes as people read it."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
