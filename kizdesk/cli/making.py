"""Make projects: the example and new ones."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from kizdesk.cli.common import FILE, new_passphrase_option, passphrase_of, project_argument, require_ending, say
from kizdesk.cli.german import GermanCommand, NamedOption
from kizdesk.cli.printing import say_new_project, say_written
from kizdesk.cli.progress import ProgressLines
from kizdesk.cli.window import show_example, usable_display
from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.example import FILE_NAME, create_example
from kizdesk.project.files import ensure_folder, set_aside
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.printing import PRINT_FILE
from kizdesk.project.output.writing import AVAILABLE, CONCEPT_FILE, SHORT_FILE, Written, export
from kizdesk.project.surroundings import of_this_machine


@click.command("demo", cls=GermanCommand)
@click.option("--headless", cls=NamedOption, is_flag=True, help="Ohne Fenster: schreibt Projekt und alle Ausgaben.")
@click.option(
    "--out",
    cls=NamedOption,
    type=FILE,
    metavar="ORDNER",
    help="Ordner für das Beispiel; sonst der Ordner für Dokumente, ohne Fenster der, in dem der Befehl läuft.",
)
@click.pass_context
def demo(ctx: click.Context, headless: bool, out: Path | None) -> None:
    """Öffnet das Beispielprojekt des Rhein-Kreises Neuss.

    Ohne Bildschirm oder mit --headless schreibt der Befehl Projekt und alle Ausgaben.
    """
    if not headless and (display := usable_display()) is not None:
        ctx.exit(show_example(display, out))
    _write_all(out or Path())


def _write_all(out: Path) -> None:
    progress = ProgressLines()
    surroundings = of_this_machine()
    ensure_folder(out)
    progress("Beispielprojekt anlegen", 0.0)
    path = create_example(out, surroundings)
    if path.name != FILE_NAME:
        say(f"Ein Beispiel war schon da und bleibt, wie es ist. Das neue heißt „{path.name}“.")
    with ExitStack() as kept:
        aside = [kept.enter_context(set_aside(out / name)) for name in (CONCEPT_FILE, PRINT_FILE, SHORT_FILE)]
        project = kept.enter_context(OpenProject.open(path, surroundings, read_only=True))
        written = export(project, out, AVAILABLE, progress)
    for found in filter(None, aside):
        say(f"Ein Konzept war schon da und bleibt erhalten. Es heißt jetzt „{found.name}“.")
    say_written([Written(path, path.stat().st_size), *written])


@click.command("new", cls=GermanCommand)
@project_argument
@click.option(
    "--district",
    cls=NamedOption,
    required=True,
    metavar="AGS5",
    help="Amtlicher Gemeindeschlüssel des Kreises oder der kreisfreien Stadt, fünf Ziffern, zum Beispiel 05162; "
    "zu einem Namen nennt kizdesk den Schlüssel.",
)
@click.option(
    "--municipalities",
    cls=NamedOption,
    type=FILE,
    metavar="CSV",
    help="Tabelle der Kommunen für einen Kreis außerhalb des Verzeichnisses.",
)
@click.option(
    "--title",
    cls=NamedOption,
    default="",
    metavar="TITEL",
    help="Titel des Konzepts; sonst „Integrationskonzept“ und der Name.",
)
@click.option(
    "--legal-basis",
    cls=NamedOption,
    type=click.Choice(["2012", "2022"]),
    default="2022",
    metavar="JAHR",
    help="Rechtsstand: 2012 (§ 7 TIG) oder 2022 (§ 8 TIntG); sonst 2022.",
)
@new_passphrase_option
def new(
    project: Path,
    district: str,
    municipalities: Path | None,
    title: str,
    legal_basis: str,
    passphrase_file: Path | None,
) -> None:
    """Legt ein neues Projekt für einen Kreis oder eine kreisfreie Stadt an."""
    require_ending(project)
    wish = NewProject(district, municipalities, title, int(legal_basis))
    passphrase = passphrase_of(passphrase_file)
    create(project, wish, of_this_machine(), passphrase=passphrase)
    say_new_project(project, is_protected=passphrase is not None)
