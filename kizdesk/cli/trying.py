"""Try whether this copy of the program works."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from kizdesk import __version__
from kizdesk.cli.app import DONE, REFUSED
from kizdesk.cli.common import say
from kizdesk.cli.german import GermanCommand
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.selftest import Failed, steps
from kizdesk.project.surroundings import of_this_machine


@click.command("selftest", cls=GermanCommand)
@click.pass_context
def selftest(ctx: click.Context) -> None:
    """Probiert das Programm einmal ganz durch.

    Dazu legt es einen eigenen Ordner an und entfernt ihn wieder.
    """
    say(f"kizdesk {__version__}")
    with tempfile.TemporaryDirectory(prefix="kizdesk-", ignore_cleanup_errors=True) as folder:
        for name, step in steps(Path(folder), of_this_machine()):
            try:
                seen = step()
            except (Failed, UserError, EnvironmentFault) as error:
                say(f"FEHLER  {name}: {error}")
                ctx.exit(REFUSED)
            say(f"ok      {name}: {seen}")
    say("Der Selbsttest ist bestanden.")
    ctx.exit(DONE)
