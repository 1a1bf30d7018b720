"""Put the commands together and turn what goes wrong into a sentence and an exit code."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path

import click

from kizdesk import __version__
from kizdesk.cli.german import GermanCommand, GermanContext, WrongUse, advice, germanised, sentence
from kizdesk.domain.errors import DISK_FULL, EnvironmentFault, ShapeError, UserError

DONE, REFUSED, WRONG_USE, FAULT = 0, 1, 2, 3
EXIT_CODES = (
    "Rückgabewerte: 0 erledigt; 1 etwas ist offen oder abgelehnt; 2 falsch aufgerufen oder noch nicht verfügbar; "
    "3 eine Datei fehlt, ist beschädigt, neuer, gesperrt, schreibgeschützt, hat ein anderes Kennwort oder die falsche "
    "Form, oder der Datenträger ist voll; 70 Fehler im Programm."
)
# Name of each command and the module and object it is in: loaded only when called, so that the start stays quick.
_COMMANDS = {
    "demo": ("making", "demo"),
    "new": ("making", "new"),
    "import-data": ("data", "import_command"),
    "export-data": ("data", "export_command"),
    "forms": ("forms", "forms"),
    "read-forms": ("returning", "read_forms"),
    "minutes": ("minutes", "minutes_command"),
    "export": ("printing", "export_command"),
    "guide": ("guide", "guide_command"),
    "check": ("checking", "check_command"),
    "verify": ("checking", "verify_command"),
    "merge": ("merge", "merge"),
    "selftest": ("trying", "selftest"),
}


class Commands(click.Group):
    """Load a command when it is called; take any other word for a project to open in the window."""

    context_class = GermanContext

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all commands in the order of the way through."""
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command = getattr(import_module(f"kizdesk.cli.{module}"), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; raises WrongUse for a project and for an unknown word."""
        word = args[0]
        if word in _COMMANDS:
            return super().resolve_command(ctx, args)
        if word.endswith(".kizdesk"):
            return None, _opening, args
        close = get_close_matches(word, _COMMANDS)
        meant = f" Gemeint ist vielleicht „{close[0]}“." if close else ""
        raise WrongUse(f"Den Befehl „{word}“ gibt es nicht.{meant} {advice(ctx)}")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help with its German text."""
        return germanised(super().get_help_option(ctx))


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"kizdesk {__version__}")
        ctx.exit()


def _show_window(project: Path | None) -> int:
    """Open the window; it is loaded only here."""
    window = import_module("kizdesk.cli.window")
    code = window.show(project)
    return code if isinstance(code, int) else FAULT


@click.command("kizdesk", cls=GermanCommand)
@click.argument("project", type=click.Path(path_type=Path), metavar="PROJEKT")
@click.pass_context
def _opening(ctx: click.Context, project: Path) -> None:
    """Öffnet ein Projekt im Fenster."""
    ctx.exit(_show_window(project))


@click.command(
    "kizdesk",
    cls=Commands,
    invoke_without_command=True,
    options_metavar="[OPTIONEN]",
    subcommand_metavar="[PROJEKT | BEFEHL …]",
    epilog=EXIT_CODES,
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Zeigt die Version."
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Von der Bestandsaufnahme zum Integrationskonzept eines Kreises – ohne Internet, in einer Datei.

    Ohne Befehl öffnet sich das Fenster, mit dem Namen einer Datei das Projekt darin.
    Hilfe zu einem Befehl: kizdesk BEFEHL --help
    """
    if ctx.invoked_subcommand is None:
        ctx.exit(_show_window(None))


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line and return the exit code; only a bug leaves as an exception.

    0 done, 1 findings or refused, 2 wrong use or not yet available, 3 a fault of file or disk.
    """
    try:
        code = cli.main(args=list(arguments), prog_name="kizdesk", standalone_mode=False)
    except click.Abort:
        return _fail("Abgebrochen. Es wurde nichts weiter geändert.", REFUSED)
    except (click.ClickException, UserError, EnvironmentFault) as error:
        return _fail(*_told(error))
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        return _unprinted()
    return code if isinstance(code, int) else DONE


def _told(error: Exception) -> tuple[str, int]:
    """Return the sentence of an error that a person can act on, and its exit code."""
    match error:
        case click.ClickException():
            return sentence(error), WRONG_USE
        case ShapeError():
            return f"{error} Bitte die Stelle berichtigen und den Befehl wiederholen.", FAULT
        case UserError():
            return str(error), REFUSED
        case _:
            return str(error), FAULT


def _unprinted() -> int:
    """Say that the result found no room: it is the only thing written outside of what tells its own faults."""
    sys.stdout = io.StringIO()  # what the full one still holds would be tried once more at the end
    return _fail("Die Ausgabe lässt sich nicht schreiben. Bitte prüfen, ob der Datenträger voll ist.", FAULT)


def _fail(message: str, code: int) -> int:
    click.echo(message, file=sys.stderr)
    return code
